//! What single AWS services answer besides what their models say: a row for each, by the SDK id of `@aws.api#service`.

use crate::schema::ServiceSchema;

/// Deviations of a service from its model.
#[derive(Debug)]
pub(super) struct Customization {
    sdk_id: &'static str,
    /// Names of query literals that requests may leave out. Clients that were written by hand do not send them.
    pub(super) optional_literals: &'static [&'static str],
    /// Whether hosts may begin with a bucket.
    pub(super) has_bucket_hosts: bool,
    /// Statuses of error codes for which the model has none.
    statuses: &'static [(&'static str, u16)],
    /// More headers for the request id.
    pub(super) id_headers: &'static [&'static str],
}

static NONE: Customization =
    Customization { sdk_id: "", optional_literals: &[], has_bucket_hosts: false, statuses: &[], id_headers: &[] };

static ROWS: &[Customization] = &[Customization {
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
    id_headers: &["x-amz-request-id", "x-amz-id-2"],
}];

/// The row of a service.
pub(super) fn of(service: &ServiceSchema) -> &'static Customization {
    let row = service.sdk_id.and_then(|id| ROWS.iter().find(|row| row.sdk_id == id));
    row.unwrap_or(&NONE)
}

impl Customization {
    /// The status of an error for which the model has none.
    pub(super) fn status_of(&self, code: &str) -> Option<u16> {
        self.statuses.iter().find(|(known, _)| *known == code).map(|(_, status)| *status)
    }
}
