//! Customizations for single AWS services, by the SDK ID of `@aws.api#service`.

use std::time::Duration;

use bytes::Bytes;
use http::Request;
use http::header::{ACCEPT, HeaderValue};
use percent_encoding::{percent_encode, utf8_percent_encode};

#[cfg(feature = "checksums")]
use super::glacier;
use crate::builder::MemberSet;
use crate::codec::json::{read_own, write_document};
use crate::protocol::Payloads;
use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::{OperationSchema, ServiceSchema};
use crate::types::{ByteStream, Document};
use crate::uri::RESERVED;

/// Adds headers for the body of a request, or for its stream.
type AddHeaders = fn(&ServiceSchema, &mut Request<Bytes>, Option<&ByteStream>);

/// Deviations of a service from its model.
pub(super) struct Customization {
    sdk_id: &'static str,
    /// Adds headers that the service requires.
    headers: Option<AddHeaders>,
    /// Code of error responses with status 404 without a body, as for `HEAD`.
    code_of_not_found: Option<&'static str>,
    /// Permitted content of string and blob payloads in successful responses.
    pub(super) payloads: Payloads,
    /// Seconds that responses of operations may take.
    waits: &'static [(&'static str, u64)],
    /// Changes the input: sets missing members whose value has a placeholder that means the caller's own, and converts
    /// members that the service returns in a different form than it accepts.
    fill: Option<fn(&mut dyn Reflect, &mut MemberSet)>,
    /// Operation whose input contains the endpoint, and the member.
    endpoint: Option<(&'static str, &'static str)>,
    /// Size in bytes from which uploads wait until the service has accepted their head. S3 answers requests that go to
    /// the wrong region, or have no permission, from the head. The same size as in AWS's own SDKs.
    pub(super) expect_continue_from: Option<u64>,
    /// Whether endpoints by rules contain the host prefix of operations.
    pub(super) rules_add_host_prefix: bool,
    /// Whether hosts may contain the bucket that is in the path of the model.
    pub(super) has_bucket_hosts: bool,
    /// Whether responses have the CRC-32 of their bodies.
    #[cfg_attr(not(feature = "checksums"), allow(dead_code, reason = "such services need the feature"))]
    pub(super) has_crc32: bool,
    /// Operation that also accepts the members of its body in the query: browsers play speech from a URL.
    in_query: Option<&'static str>,
    /// Member of paginated outputs that is false in the last page, which may have a token. From the pagination rules of
    /// AWS's own tools: models do not say it.
    pub(super) flag_of_more: Option<&'static str>,
}

const NONE: Customization = Customization {
    sdk_id: "",
    headers: None,
    code_of_not_found: None,
    payloads: Payloads::Data,
    waits: &[],
    fill: None,
    endpoint: None,
    expect_continue_from: None,
    rules_add_host_prefix: false,
    has_bucket_hosts: false,
    has_crc32: false,
    in_query: None,
    flag_of_more: None,
};

/// A service with operations whose responses may take longer than those of other operations, with the seconds: it
/// executes code of the caller or copies data before it responds, or waits for something to respond with. New models
/// declare the latter with `@longPoll`. The figures are those of the services' documentation. Polls that wait for at
/// most 20 seconds (SQS, Q Connect, Wisdom) fit into the time limit of other operations.
const fn slow(sdk_id: &'static str, waits: &'static [(&'static str, u64)]) -> Customization {
    Customization { sdk_id, waits, ..NONE }
}

/// A service whose paginated outputs have a flag that is false in the last page.
const fn flagged(sdk_id: &'static str, flag: &'static str) -> Customization {
    Customization { sdk_id, flag_of_more: Some(flag), ..NONE }
}

static ROWS: &[Customization] = &[
    Customization { sdk_id: "API Gateway", headers: Some(accept_json), ..NONE },
    flagged("CloudFront", "IsTruncated"),
    slow("Bedrock Runtime", &[("Converse", 61 * 60), ("InvokeModel", 61 * 60)]),
    Customization { flag_of_more: Some("hasMoreResults"), ..slow("Data Pipeline", &[("PollForTask", 100)]) },
    Customization { sdk_id: "DynamoDB", has_crc32: true, ..NONE },
    Customization { sdk_id: "DynamoDB Streams", has_crc32: true, ..NONE },
    flagged("EC2", "AdditionalRoutesAvailable"),
    #[cfg(feature = "checksums")]
    Customization { sdk_id: "Glacier", headers: Some(glacier::headers), fill: Some(glacier::account), ..NONE },
    flagged("IAM", "IsTruncated"),
    flagged("Kinesis", "HasMoreStreams"),
    flagged("KMS", "Truncated"),
    slow("Lambda", &[("Invoke", 16 * 60), ("InvokeAsync", 16 * 60), ("InvokeWithResponseStream", 16 * 60)]),
    Customization { sdk_id: "Machine Learning", endpoint: Some(("Predict", "PredictEndpoint")), ..NONE },
    Customization { sdk_id: "Polly", in_query: Some("SynthesizeSpeech"), ..NONE },
    flagged("RDS", "AdditionalDataPending"),
    Customization { fill: Some(route_53_ids), ..flagged("Route 53", "IsTruncated") },
    Customization {
        code_of_not_found: Some("NotFound"),
        payloads: Payloads::DataOrErrors,
        expect_continue_from: Some(2 * 1024 * 1024),
        has_bucket_hosts: true,
        flag_of_more: Some("IsTruncated"),
        ..slow("S3", &[("CompleteMultipartUpload", 16 * 60), ("CopyObject", 16 * 60), ("UploadPartCopy", 16 * 60)])
    },
    // The prefix is the account.
    Customization { sdk_id: "S3 Control", rules_add_host_prefix: true, ..NONE },
    slow("SageMaker Runtime", &[("InvokeEndpoint", 70)]),
    slow("SFN", &[("GetActivityTask", 70), ("StartSyncExecution", 16 * 60)]),
    slow("SWF", &[("PollForActivityTask", 70), ("PollForDecisionTask", 70)]),
    slow("Timestream Query", &[("Query", 70)]),
];

/// Returns the row of a service.
pub(super) fn of(service: &ServiceSchema) -> &'static Customization {
    let row = service.sdk_id.and_then(|id| ROWS.iter().find(|row| row.sdk_id == id));
    row.unwrap_or(&NONE)
}

impl Customization {
    /// Adds headers that the service requires.
    pub(super) fn add_headers(
        &self,
        service: &ServiceSchema,
        request: &mut Request<Bytes>,
        stream: Option<&ByteStream>,
    ) {
        if let Some(add) = self.headers {
            add(service, request, stream);
        }
    }

    /// Returns the code of an error response without a body.
    pub(super) fn code_of_status(&self, status: u16) -> Option<&'static str> {
        self.code_of_not_found.filter(|_| status == 404)
    }

    /// Returns the time that a response may take, if it is longer than those of other operations.
    pub(super) fn longest_wait(&self, operation: &OperationSchema) -> Option<Duration> {
        let row = self.waits.iter().find(|(name, _)| *name == operation.name);
        row.map(|(_, seconds)| Duration::from_secs(*seconds))
    }

    /// Returns the members of a body as a query, for an operation that also accepts them there.
    #[inline]
    pub(super) fn query_of_url(&self, operation: &OperationSchema, body: &[u8]) -> Option<String> {
        self.in_query.filter(|name| *name == operation.name).and_then(|_| query(body))
    }

    /// Changes an input to what the service accepts.
    pub(super) fn fill_input(&self, input: &mut dyn Reflect, set: &mut MemberSet) {
        if let Some(fill) = self.fill {
            fill(input, set);
        }
    }

    /// Returns the endpoint, if the input contains it.
    pub(super) fn endpoint_in(&self, operation: &OperationSchema, input: &dyn Reflect) -> Option<String> {
        let (_, name) = self.endpoint.filter(|(name, _)| *name == operation.name)?;
        let index = input.schema().members.iter().position(|member| member.name == name)?;
        if let Ref::Str(endpoint) = input.get(index) { Some(endpoint.to_owned()) } else { None }
    }
}

fn accept_json(_: &ServiceSchema, request: &mut Request<Bytes>, _: Option<&ByteStream>) {
    request.headers_mut().entry(ACCEPT).or_insert(HeaderValue::from_static("application/json"));
}

/// Route 53 returns IDs with their kind, such as `/hostedzone/Z1`, and accepts them without.
fn route_53_ids(input: &mut dyn Reflect, set: &mut MemberSet) {
    for (index, member) in input.schema().members.iter().enumerate() {
        let is_id = matches!(member.target.name(), "ResourceId" | "ChangeId" | "DelegationSetId");
        if is_id
            && set.contains(index)
            && let Slot::Str(place) = input.slot(index, Fill::VALUE)
            && let Some(kind) = place.rfind('/')
        {
            place.replace_range(..=kind, "");
        }
    }
}

/// Returns the members of a body as a query.
#[inline]
fn query(body: &[u8]) -> Option<String> {
    let Some(Document::Object(members)) = read_own(body) else { return None };
    let mut pairs = Vec::new();
    for (name, value) in &members {
        let name = utf8_percent_encode(name, RESERVED);
        let values = if let Document::Array(values) = value { values.as_slice() } else { std::slice::from_ref(value) };
        for value in values {
            let mut json = Vec::new();
            let text = if let Document::String(text) = value {
                text.as_bytes()
            } else {
                write_document(&mut json, value);
                &json
            };
            pairs.push(format!("{name}={}", percent_encode(text, RESERVED)));
        }
    }
    Some(pairs.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_of_a_head_request_has_a_code_in_s3_only() {
        static S3: ServiceSchema = ServiceSchema::new("a#AmazonS3", "1", &[]).sdk_id("S3");
        static OTHER: ServiceSchema = ServiceSchema::new("a#Other", "1", &[]);
        let found = [(&S3, 404), (&S3, 403), (&OTHER, 404)].map(|(service, status)| of(service).code_of_status(status));
        assert_eq!(found, [Some("NotFound"), None, None]);
    }

    #[test]
    fn names_and_values_of_a_query_are_escaped() {
        assert_eq!(query(br#"{"a&b":["c d",1],"e":"="}"#).as_deref(), Some("a%26b=c%20d&a%26b=1&e=%3D"));
        assert_eq!(query(b"{}").as_deref(), Some(""));
        assert_eq!(query(b"[]"), None);
    }

    #[test]
    fn numbers_in_a_query_keep_their_value() {
        let numbers = [
            ("1", "1"),
            ("1.0", "1.0"),
            ("-0.0", "-0.0"),
            ("1e3", "1000.0"),
            ("9007199254740993", "9007199254740993"),
            ("18446744073709551617", "18446744073709551617"),
            ("0.1000000000000000055", "0.1000000000000000055"),
        ];
        for (number, expected) in numbers {
            assert_eq!(query(format!("{{\"a\":{number}}}").as_bytes()), Some(format!("a={expected}")), "{number}");
        }
    }

    #[test]
    fn services_with_checksums_of_their_own_are_those_of_the_feature() {
        let of_rows = ROWS.iter().filter(|row| row.has_crc32 || row.sdk_id == "Glacier").map(|row| row.sdk_id);
        let of_feature = ROWS.iter().map(|row| row.sdk_id).filter(|id| crate::feature::has_own_checksums(id));
        assert_eq!(of_rows.collect::<Vec<_>>(), of_feature.collect::<Vec<_>>());
    }

    #[test]
    fn a_service_has_one_row() {
        let ids: std::collections::BTreeSet<&str> = ROWS.iter().map(|row| row.sdk_id).collect();
        assert_eq!(ids.len(), ROWS.len());
    }
}
