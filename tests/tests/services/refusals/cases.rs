//! The requests of the table, and their answers.

use bytes::Bytes;
use http::{HeaderValue, Request};
use whitesmith_runtime::client::RequestBody;

/// A request, as it was signed and changed on the way.
pub(super) type Change = fn(&mut Request<RequestBody>);

pub(super) struct Case {
    pub(super) name: &'static str,
    pub(super) credentials: (&'static str, &'static str),
    pub(super) change: Change,
    /// Time of the server, in minutes from now.
    pub(super) minutes: u64,
    pub(super) expected: Expected,
}

/// Status and code of each of [`PROTOCOLS`].
pub(super) type Expected = [(u16, &'static str); 5];

pub(super) const PROTOCOLS: [&str; 5] = ["restJson1", "awsJson1_0", "S3", "awsQuery", "ec2Query"];

pub(super) const GOOD: (&str, &str) = ("AKIDEXAMPLE", "secret");

const VALID: Case = Case { name: "valid", credentials: GOOD, change: |_| {}, minutes: 0, expected: [(200, ""); 5] };

pub(super) const WRONG: Expected = [
    (403, "InvalidSignatureException"),
    (400, "InvalidSignatureException"),
    (403, "SignatureDoesNotMatch"),
    (403, "SignatureDoesNotMatch"),
    (401, "AuthFailure"),
];
const MISSING: Expected = [
    (403, "MissingAuthenticationTokenException"),
    (400, "MissingAuthenticationTokenException"),
    (403, "AccessDenied"),
    (403, "MissingAuthenticationToken"),
    (401, "AuthFailure"),
];
const OTHER_SCHEME: Expected = [MISSING[0], MISSING[1], (400, "InvalidArgument"), MISSING[3], MISSING[4]];
const INCOMPLETE: Expected = [
    (400, "IncompleteSignatureException"),
    (400, "IncompleteSignatureException"),
    (400, "AuthorizationHeaderMalformed"),
    (400, "IncompleteSignature"),
    (400, "AuthFailure"),
];
const OLD: Expected = [INCOMPLETE[0], INCOMPLETE[1], (400, "InvalidRequest"), INCOMPLETE[3], INCOMPLETE[4]];
const UNSIGNED_HEADER: Expected = [INCOMPLETE[0], INCOMPLETE[1], (403, "AccessDenied"), INCOMPLETE[3], INCOMPLETE[4]];
const TWICE: Expected = [INCOMPLETE[0], INCOMPLETE[1], (400, "InvalidArgument"), INCOMPLETE[3], INCOMPLETE[4]];
const OTHER_SCOPE: Expected = [WRONG[0], WRONG[1], INCOMPLETE[2], WRONG[3], WRONG[4]];
const SKEWED: Expected = [
    (403, "RequestTimeTooSkewed"),
    (400, "RequestTimeTooSkewed"),
    (403, "RequestTimeTooSkewed"),
    (403, "RequestTimeTooSkewed"),
    (400, "RequestExpired"),
];
const UNKNOWN: Expected = [
    (403, "UnrecognizedClientException"),
    (400, "UnrecognizedClientException"),
    (403, "InvalidAccessKeyId"),
    (403, "InvalidClientTokenId"),
    (401, "AuthFailure"),
];

pub(super) const FORM: &str = "Action=ListStateMachines&Version=2016-11-23";

fn is_form(request: &Request<RequestBody>) -> bool {
    request.headers().get("content-type").is_some_and(|value| value == "application/x-www-form-urlencoded")
}

pub(super) fn set_target(request: &mut Request<RequestBody>, change: fn(&str) -> String) {
    let target = change(request.uri().path_and_query().expect("a target").as_str());
    let mut parts = request.uri().clone().into_parts();
    parts.path_and_query = Some(target.parse().expect("a target"));
    *request.uri_mut() = http::Uri::from_parts(parts).expect("a URI");
}

fn authorize(request: &mut Request<RequestBody>, change: fn(&str) -> String) {
    let value = change(request.headers()["authorization"].to_str().expect("text"));
    request.headers_mut().insert("authorization", HeaderValue::from_str(&value).expect("text"));
}

pub(super) fn set(request: &mut Request<RequestBody>, name: &'static str, value: &'static str) {
    request.headers_mut().insert(name, HeaderValue::from_static(value));
}

/// Clients of S3 also send a checksum, which is verified as the body is read.
const OTHER_BODY: Expected = [WRONG[0], WRONG[1], (400, "BadDigest"), WRONG[3], WRONG[4]];

pub(super) const CASES: &[Case] = &[
    VALID,
    Case { name: "wrong secret", credentials: ("AKIDEXAMPLE", "wrong"), expected: WRONG, ..VALID },
    Case { name: "unknown key", credentials: ("AKIDOTHER", "secret"), expected: UNKNOWN, ..VALID },
    Case {
        name: "other body",
        change: |request| {
            let body = if is_form(request) { format!("{FORM}&a=b") } else { "other".to_owned() };
            *request.body_mut() = RequestBody::from(Bytes::from(body));
        },
        expected: OTHER_BODY,
        ..VALID
    },
    Case {
        name: "other signed header",
        change: |request| {
            let value = request.headers()["authorization"].to_str().expect("text");
            let name = if value.contains("content-type") && !is_form(request) { "content-type" } else { "host" };
            set(request, name, "changed.test");
        },
        expected: WRONG,
        ..VALID
    },
    Case {
        name: "unsigned header of AWS",
        change: |request| set(request, "x-amz-extra", "1"),
        expected: UNSIGNED_HEADER,
        ..VALID
    },
    Case {
        name: "other query",
        change: |request| {
            set_target(request, |target| format!("{target}{}a=b", if target.contains('?') { '&' } else { '?' }));
        },
        expected: WRONG,
        ..VALID
    },
    Case {
        name: "other path",
        change: |request| {
            set_target(request, |target| match target {
                "/ListWorkflowExecutions" => "/ListWorkflowStepExecutions".to_owned(),
                "/" => "//".to_owned(),
                _ => target.replace("/maps/a", "/maps/b"),
            });
        },
        expected: WRONG,
        ..VALID
    },
    Case {
        name: "other date",
        change: |request| set(request, "x-amz-date", "20200101T000000Z"),
        expected: INCOMPLETE,
        ..VALID
    },
    Case {
        name: "signature that is cut off",
        change: |request| {
            let value = request.headers()["authorization"].to_str().expect("text").to_owned();
            let value = HeaderValue::from_str(&value[..value.len() - 1]).expect("text");
            request.headers_mut().insert("authorization", value);
        },
        expected: WRONG,
        ..VALID
    },
    Case {
        name: "unsigned",
        change: |request| drop(request.headers_mut().remove("authorization")),
        expected: MISSING,
        ..VALID
    },
    Case {
        name: "other scheme",
        change: |request| set(request, "authorization", "Bearer forged"),
        expected: OTHER_SCHEME,
        ..VALID
    },
    Case {
        name: "version 2",
        change: |request| set(request, "authorization", "AWS AKIDEXAMPLE:c2lnbmF0dXJl"),
        expected: OLD,
        ..VALID
    },
    Case {
        name: "version 2 in the URL",
        change: |request| {
            request.headers_mut().remove("authorization");
            set_target(request, |target| {
                let start = if target.contains('?') { '&' } else { '?' };
                format!("{target}{start}AWSAccessKeyId=AKIDEXAMPLE&Signature=c2ln&Expires=4102444800")
            });
        },
        expected: OLD,
        ..VALID
    },
    Case {
        name: "second header with a token",
        change: |request| {
            request.headers_mut().append("authorization", HeaderValue::from_static("Bearer forged"));
        },
        expected: INCOMPLETE,
        ..VALID
    },
    Case {
        name: "second signature in the URL",
        change: |request| {
            set_target(request, |target| {
                let start = if target.contains('?') { '&' } else { '?' };
                format!("{target}{start}%58-Amz-Signature=00")
            });
        },
        expected: TWICE,
        ..VALID
    },
    Case {
        name: "other region",
        change: |request| {
            authorize(request, |value| value.replace("/eu-central-1/", "/us-east-1/"));
            if request.headers().contains_key("x-amz-region-set") {
                set(request, "x-amz-region-set", "*");
            }
        },
        expected: WRONG,
        ..VALID
    },
    Case {
        name: "other service",
        change: |request| {
            authorize(request, |value| {
                let (start, rest) = value.split_once("/aws4_request").expect("a scope");
                format!("{}/other/aws4_request{rest}", start.rsplit_once('/').expect("a service").0)
            });
        },
        expected: OTHER_SCOPE,
        ..VALID
    },
    Case {
        name: "host that is not signed",
        change: |request| authorize(request, |value| value.replace(";host", "").replace("=host;", "=")),
        expected: UNSIGNED_HEADER,
        ..VALID
    },
    Case {
        name: "algorithm in lowercase",
        change: |request| authorize(request, |value| value.replace("AWS4-", "aws4-")),
        expected: OTHER_SCHEME,
        ..VALID
    },
    Case {
        name: "other algorithm",
        change: |request| {
            authorize(request, |value| format!("AWS4-HMAC-SHA1 {}", value.split_once(' ').expect("parts").1));
        },
        expected: OLD,
        ..VALID
    },
    Case {
        name: "other end of the scope",
        change: |request| authorize(request, |value| value.replace("aws4_request", "aws4_requests")),
        expected: INCOMPLETE,
        ..VALID
    },
    Case {
        name: "second access key",
        change: |request| authorize(request, |value| format!("{value}, Credential=A/20260101/r/s/aws4_request")),
        expected: INCOMPLETE,
        ..VALID
    },
    Case {
        name: "uppercase digits",
        change: |request| {
            authorize(request, |value| {
                let (start, digits) = value.rsplit_once('=').expect("a signature");
                format!("{start}={}", digits.to_uppercase())
            });
        },
        expected: WRONG,
        ..VALID
    },
    Case {
        name: "signed header that is missing",
        change: |request| authorize(request, |value| value.replace("SignedHeaders=", "SignedHeaders=a;")),
        expected: WRONG,
        ..VALID
    },
    Case {
        name: "second date",
        change: |request| {
            let date = request.headers()["x-amz-date"].clone();
            request.headers_mut().append("x-amz-date", date);
        },
        expected: INCOMPLETE,
        ..VALID
    },
    Case {
        name: "date in another header",
        change: |request| {
            request.headers_mut().remove("x-amz-date");
            set(request, "date", "Fri, 31 Dec 2100 00:00:00 GMT");
        },
        expected: INCOMPLETE,
        ..VALID
    },
    Case {
        name: "chunks that are not signed",
        change: |request| set(request, "content-encoding", "aws-chunked"),
        expected: WRONG,
        ..VALID
    },
    Case {
        name: "headers that select another method have no effect",
        change: |request| {
            set(request, "x-http-method-override", "DELETE");
            set(request, "x-forwarded-host", "other.test");
        },
        ..VALID
    },
    Case { name: "signed 20 minutes ago", minutes: 20, expected: SKEWED, ..VALID },
];
