//! Behavior of single AWS services that differs from their models, by the SDK ID of `@aws.api#service`.

use http::StatusCode;
use http::header::CONTENT_RANGE;
use http::response::Parts;

use crate::schema::ServiceSchema;

/// Deviations of a service from its model.
#[derive(Debug)]
pub(super) struct Customization {
    sdk_id: &'static str,
    /// Query literals that requests may omit, as handwritten clients do.
    pub(super) optional_literals: &'static [&'static str],
    /// Whether hosts may begin with a bucket name.
    pub(super) has_bucket_hosts: bool,
    /// Statuses of error codes that have none in the model.
    statuses: &'static [(&'static str, u16)],
    /// Header for the request ID, if it is not `x-amzn-requestid`.
    pub(super) id_header: Option<&'static str>,
    /// Header for an ID of the host that answered.
    pub(super) host_id_header: Option<&'static str>,
    /// Whether responses with `Content-Range` have the status 206.
    has_ranges: bool,
    /// Code of errors of inputs that break constraints, if it is not that of the protocol (`aws_style`).
    pub(super) invalid_input: Option<&'static str>,
    /// Maximum size of requests in bytes, if it exceeds 2 MiB (`aws_style`).
    pub(super) max_body: Option<usize>,
    /// The same for single operations.
    pub(super) max_bodies: &'static [(&'static str, usize)],
}

const NONE: Customization = Customization {
    sdk_id: "",
    optional_literals: &[],
    has_bucket_hosts: false,
    statuses: &[],
    id_header: None,
    host_id_header: None,
    has_ranges: false,
    invalid_input: None,
    max_body: None,
    max_bodies: &[],
};

const MIB: usize = 1024 * 1024;

/// Size of data in base64.
const fn base64(bytes: usize) -> usize {
    bytes.div_ceil(3) * 4
}

/// A service whose requests are larger than usual. Sizes are the quotas in the service's documentation; data in JSON is
/// in base64.
const fn large(sdk_id: &'static str, max_body: usize) -> Customization {
    Customization { sdk_id, max_body: Some(max_body), ..NONE }
}

static ROWS: &[Customization] = &[
    Customization {
        sdk_id: "S3",
        optional_literals: &["x-id"],
        has_bucket_hosts: true,
        statuses: &[
            ("AccessDenied", 403),
            ("BadDigest", 400),
            ("EntityTooLarge", 400),
            ("InvalidAccessKeyId", 403),
            ("InvalidBucketState", 409),
            ("InvalidPart", 400),
            ("InvalidRange", 416),
            ("MethodNotAllowed", 405),
            ("NoSuchBucketPolicy", 404),
            ("NoSuchCORSConfiguration", 404),
            ("NoSuchConfiguration", 404),
            ("NoSuchLifecycleConfiguration", 404),
            ("NoSuchTagSet", 404),
            ("NoSuchUpload", 404),
            ("NoSuchVersion", 404),
            ("NoSuchWebsiteConfiguration", 404),
            ("NotFound", 404),
            ("NotImplemented", 501),
            ("OperationAborted", 409),
            ("PreconditionFailed", 412),
            ("RequestTimeTooSkewed", 403),
            ("ServerSideEncryptionConfigurationNotFoundError", 404),
            ("SignatureDoesNotMatch", 403),
            ("SlowDown", 503),
        ],
        id_header: Some("x-amz-request-id"),
        host_id_header: Some("x-amz-id-2"),
        has_ranges: true,
        // 10,000 parts with their checksums.
        max_bodies: &[("CompleteMultipartUpload", 4 * MIB)],
        ..NONE
    },
    Customization {
        sdk_id: "S3 Control",
        id_header: Some("x-amz-request-id"),
        host_id_header: Some("x-amz-id-2"),
        ..NONE
    },
    Customization { host_id_header: Some("x-amz-id-2"), ..large("Kinesis", base64(10 * MIB) + MIB) },
    Customization { host_id_header: Some("x-amz-id-2"), ..large("Firehose", base64(4 * MIB) + MIB) },
    Customization { sdk_id: "SNS", invalid_input: Some("InvalidParameter"), ..NONE },
    Customization {
        max_bodies: &[
            ("CreateFunction", LAMBDA_CODE),
            ("PublishLayerVersion", LAMBDA_CODE),
            ("UpdateFunctionCode", LAMBDA_CODE),
        ],
        ..large("Lambda", 6 * MIB)
    },
    large("Bedrock Runtime", 25 * MIB),
    large("DynamoDB", 16 * MIB),
    large("Rekognition", base64(5 * MIB) + MIB),
    large("SageMaker Runtime", 25 * MIB),
    large("SES", base64(10 * MIB) + MIB),
    large("SESv2", base64(40 * MIB) + MIB),
    large("Textract", base64(10 * MIB) + MIB),
];

/// A deployment package of 50 MiB, and other members.
const LAMBDA_CODE: usize = base64(50 * MIB) + MIB / 4;

/// Returns the row of a service.
pub(super) fn of(service: &ServiceSchema) -> &'static Customization {
    let row = service.sdk_id.and_then(|id| ROWS.iter().find(|row| row.sdk_id == id));
    row.unwrap_or(&NONE)
}

impl Customization {
    /// Returns the status of an error that has none in the model.
    pub(super) fn status_of(&self, code: &str) -> Option<u16> {
        self.statuses.iter().find(|(known, _)| *known == code).map(|(_, status)| *status)
    }

    /// Returns the status of a successful response.
    pub(super) fn success(&self, head: &Parts) -> StatusCode {
        if self.has_ranges && head.status == StatusCode::OK && head.headers.contains_key(CONTENT_RANGE) {
            StatusCode::PARTIAL_CONTENT
        } else {
            head.status
        }
    }
}
