//! Customizations for single AWS services, by the SDK ID of `@aws.api#service`.

use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_ENCODING, HeaderName, HeaderValue};
use http::{HeaderMap, Request};
use percent_encoding::utf8_percent_encode;
use serde_json::Value as Json;
use sha2::{Digest, Sha256};

use crate::builder::MemberSet;
use crate::http_binding::client::RESERVED;
use crate::protocol::Payloads;
use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::{OperationSchema, ServiceSchema};
use crate::sigv4::{CONTENT_SHA256, hex};
use crate::types::ByteStream;

/// Adds headers that the service requires.
pub(super) fn headers(service: &'static ServiceSchema, request: &mut Request<Bytes>, stream: Option<&ByteStream>) {
    match service.sdk_id {
        Some("API Gateway") => {
            request.headers_mut().entry(ACCEPT).or_insert(HeaderValue::from_static("application/json"));
        }
        Some("Glacier") => glacier(service, request, stream),
        _ => {}
    }
}

/// Returns the code of an error response without a body, as for `HEAD`.
pub(super) fn code_of_status(service: &'static ServiceSchema, status: u16) -> Option<&'static str> {
    (service.sdk_id == Some("S3") && status == 404).then_some("NotFound")
}

/// Returns the CRC-32 that the body of a response must have, and its header. The sum of a compressed body is that of
/// its compressed bytes, which a layer may have replaced.
pub(super) fn crc32(service: &'static ServiceSchema, headers: &HeaderMap) -> Option<(&'static str, u32)> {
    const NAME: &str = "x-amz-crc32";
    let has_sum = matches!(service.sdk_id, Some("DynamoDB" | "DynamoDB Streams"));
    if !has_sum || headers.contains_key(CONTENT_ENCODING) {
        return None;
    }
    Some((NAME, headers.get(NAME)?.to_str().ok()?.parse().ok()?))
}

/// Returns the permitted content of string and blob payloads in successful responses.
pub(super) fn payloads(service: &'static ServiceSchema) -> Payloads {
    if service.sdk_id == Some("S3") { Payloads::DataOrErrors } else { Payloads::Data }
}

/// Returns the time that a response may take, if it is longer than those of other operations: the service executes code
/// of the caller or copies data before it responds, or waits for something to respond with. New models declare the
/// latter with `@longPoll`. The figures are those of the services' documentation. Polls that wait for at most 20
/// seconds (SQS, Q Connect, Wisdom) fit into the time limit of other operations.
pub(super) fn longest_wait(service: &'static ServiceSchema, operation: &'static OperationSchema) -> Option<Duration> {
    let seconds = match (service.sdk_id?, operation.name) {
        ("Bedrock Runtime", "Converse" | "InvokeModel") => 61 * 60,
        ("Lambda", "Invoke" | "InvokeAsync" | "InvokeWithResponseStream")
        | ("S3", "CompleteMultipartUpload" | "CopyObject" | "UploadPartCopy")
        | ("SFN", "StartSyncExecution") => 16 * 60,
        ("Data Pipeline", "PollForTask") => 100,
        ("SageMaker Runtime", "InvokeEndpoint")
        | ("SFN", "GetActivityTask")
        | ("SWF", "PollForActivityTask" | "PollForDecisionTask")
        | ("Timestream Query", "Query") => 70,
        _ => return None,
    };
    Some(Duration::from_secs(seconds))
}

/// Sets missing members whose value has a placeholder that means the caller's own, and converts members that the
/// service returns in a different form than it accepts.
pub(super) fn fill(service: &'static ServiceSchema, input: &mut dyn Reflect, set: &mut MemberSet) {
    match service.sdk_id {
        Some("Glacier") => glacier_account(input, set),
        Some("Route 53") => route_53_ids(input, set),
        _ => {}
    }
}

fn glacier_account(input: &mut dyn Reflect, set: &mut MemberSet) {
    let members = input.schema().members;
    let Some(index) = members.iter().position(|member| member.name == "accountId") else { return };
    if matches!(input.get(index), Ref::Absent | Ref::Str(""))
        && let Slot::Str(place) = input.slot(index, Fill(()))
    {
        "-".clone_into(place);
        set.insert(index);
    }
}

/// Route 53 returns IDs with their kind, such as `/hostedzone/Z1`, and accepts them without.
fn route_53_ids(input: &mut dyn Reflect, set: &MemberSet) {
    for (index, member) in input.schema().members.iter().enumerate() {
        let is_id = matches!(member.target.name(), "ResourceId" | "ChangeId" | "DelegationSetId");
        if is_id
            && set.contains(index)
            && let Slot::Str(place) = input.slot(index, Fill(()))
            && let Some(kind) = place.rfind('/')
        {
            place.replace_range(..=kind, "");
        }
    }
}

/// Returns the members of a body as a query, for an operation that also accepts them there: browsers play speech from a
/// URL.
pub(super) fn query_of_url(
    service: &'static ServiceSchema,
    operation: &'static OperationSchema,
    body: &[u8],
) -> Option<String> {
    if (service.sdk_id, operation.name) != (Some("Polly"), "SynthesizeSpeech") {
        return None;
    }
    let members: serde_json::Map<String, Json> = serde_json::from_slice(body).ok()?;
    let mut pairs = Vec::new();
    for (name, value) in &members {
        let values = if let Json::Array(values) = value { values.as_slice() } else { std::slice::from_ref(value) };
        for value in values {
            let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            pairs.push(format!("{name}={}", utf8_percent_encode(&text, RESERVED)));
        }
    }
    Some(pairs.join("&"))
}

/// Returns the endpoint, if the input contains it.
pub(super) fn endpoint(
    service: &'static ServiceSchema,
    operation: &'static OperationSchema,
    input: &dyn Reflect,
) -> Option<String> {
    if (service.sdk_id, operation.name) != (Some("Machine Learning"), "Predict") {
        return None;
    }
    let index = input.schema().members.iter().position(|member| member.name == "PredictEndpoint")?;
    if let Ref::Str(endpoint) = input.get(index) { Some(endpoint.to_owned()) } else { None }
}

const GLACIER_VERSION: HeaderName = HeaderName::from_static("x-amz-glacier-version");
const TREE_HASH: HeaderName = HeaderName::from_static("x-amz-sha256-tree-hash");

/// Adds Glacier's version, and two hashes of the uploaded bytes. For streams that are not in memory, the caller must
/// set the hashes.
fn glacier(service: &'static ServiceSchema, request: &mut Request<Bytes>, stream: Option<&ByteStream>) {
    if let Ok(version) = HeaderValue::from_str(service.version) {
        request.headers_mut().insert(GLACIER_VERSION, version);
    }
    let body = stream.map_or(Some(&request.body()[..]), ByteStream::as_bytes).filter(|body| !body.is_empty());
    let Some(body) = body else { return };
    let hashes = [(CONTENT_SHA256, Sha256::digest(body).to_vec()), (TREE_HASH, tree_hash(body))];
    for (name, hash) in hashes {
        if let Ok(value) = HeaderValue::from_str(&hex(&hash)) {
            request.headers_mut().entry(name).or_insert(value);
        }
    }
}

/// Returns the tree hash: hashes of each MiB, combined in pairs.
fn tree_hash(body: &[u8]) -> Vec<u8> {
    let mut level: Vec<Vec<u8>> = body.chunks(1024 * 1024).map(|chunk| Sha256::digest(chunk).to_vec()).collect();
    while level.len() > 1 {
        level = level
            .chunks(2)
            .map(|pair| {
                if let [left, right] = pair {
                    Sha256::digest([left.as_slice(), right].concat()).to_vec()
                } else {
                    pair.concat()
                }
            })
            .collect();
    }
    level.pop().unwrap_or_default()
}

/// Size in bytes from which uploads wait until the service has accepted their head. S3 answers requests that go to the
/// wrong region, or have no permission, from the head. The same size as in AWS's own SDKs.
pub(super) fn expect_continue_from(service: &'static ServiceSchema) -> Option<u64> {
    (service.sdk_id == Some("S3")).then_some(2 * 1024 * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_of_a_head_request_has_a_code_in_s3_only() {
        static S3: ServiceSchema = ServiceSchema::new("a#AmazonS3", "1", &[]).sdk_id("S3");
        static OTHER: ServiceSchema = ServiceSchema::new("a#Other", "1", &[]);
        assert_eq!(code_of_status(&S3, 404), Some("NotFound"));
        assert_eq!((code_of_status(&S3, 403), code_of_status(&OTHER, 404)), (None, None));
    }

    #[test]
    fn a_tree_hash_of_up_to_a_mebibyte_is_its_hash() {
        assert_eq!(tree_hash(b"hello world"), Sha256::digest(b"hello world").to_vec());
    }

    #[test]
    fn an_odd_hash_goes_up_a_level_as_it_is() {
        let body = vec![7_u8; 2 * 1024 * 1024 + 1];
        let leaf = |range: std::ops::Range<usize>| Sha256::digest(&body[range]).to_vec();
        let pair = Sha256::digest([leaf(0..1 << 20), leaf(1 << 20..1 << 21)].concat()).to_vec();
        let root = Sha256::digest([pair, leaf(1 << 21..body.len())].concat()).to_vec();
        assert_eq!(tree_hash(&body), root);
    }
}
