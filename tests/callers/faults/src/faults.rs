//! The table of faults.

use crate::fault_server::Step;
use crate::{Call, Setting};

/// A fault, and the expected results: a word for the result, and the number of requests.
pub(crate) struct Fault {
    pub(crate) name: &'static str,
    pub(crate) call: Call,
    pub(crate) steps: Vec<Step>,
    pub(crate) setting: Setting,
    /// Result of the SDK.
    pub(crate) sdk: &'static str,
    /// Our result, if it is another one, and the reason.
    pub(crate) ours: Option<(&'static str, &'static str)>,
}

impl Fault {
    /// Expects another result of our client.
    fn differs(self, ours: &'static str, reason: &'static str) -> Self {
        Self { ours: Some((ours, reason)), ..self }
    }
}

/// Responses of a service.
struct Wire {
    call: Call,
    /// Body of a success.
    body: &'static str,
    error: fn(&str) -> String,
}

const S3: Wire = Wire {
    call: Call::ListParts,
    body: "<ListPartsResult><Part><PartNumber>7</PartNumber></Part></ListPartsResult>",
    error: |code| format!("<Error><Code>{code}</Code><Message>m</Message></Error>"),
};

const DYNAMODB: Wire = Wire {
    call: Call::GetItem,
    body: "{\"Item\":{\"id\":{\"S\":\"7\"},\"name\":{\"S\":\"Ada\"},\"n\":{\"N\":\"1\"}}}",
    error: |code| format!("{{\"__type\":\"com.amazonaws.dynamodb.v20120810#{code}\",\"message\":\"m\"}}"),
};

/// A response. `headers` are complete lines.
fn response(status: &str, headers: &str, body: &str) -> String {
    format!("HTTP/1.1 {status}\r\ncontent-length: {}\r\n{headers}\r\n{body}", body.len())
}

impl Wire {
    fn success(&self) -> String {
        response("200 OK", "", self.body)
    }

    fn error(&self, status: &str, code: &str) -> Step {
        Step::Answer(response(status, "", &(self.error)(code)))
    }

    fn fault(&self, name: &'static str, steps: Vec<Step>, sdk: &'static str) -> Fault {
        Fault { name, call: self.call, steps, setting: Setting::None, sdk, ours: None }
    }

    /// The fault, and then a success.
    fn once(&self, name: &'static str, step: Step, sdk: &'static str) -> Fault {
        self.fault(name, vec![step, Step::Answer(self.success())], sdk)
    }

    fn setting(&self, name: &'static str, setting: Setting, sdk: &'static str) -> Fault {
        Fault { setting, ..self.fault(name, vec![Step::Answer(self.success())], sdk) }
    }
}

/// All faults.
pub(crate) fn all() -> Vec<Fault> {
    let mut all = Vec::new();
    for wire in [S3, DYNAMODB] {
        all.extend(connections(&wire));
        all.extend(statuses(&wire));
        all.extend(stalls(&wire));
        all.extend(settings(&wire));
    }
    all.extend(s3());
    all.extend(dynamodb());
    all
}

const AGAIN: &str = "ok, 2 requests";

fn connections(wire: &Wire) -> Vec<Fault> {
    let whole = wire.success();
    let cut = |length: usize| whole[..length].to_owned();
    let after_head = whole.len() - wire.body.len();
    let half = whole.len() - wire.body.len() / 2;
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    vec![
        wire.once("closed before the request", Step::Close, AGAIN),
        wire.once("reset before the request", Step::Reset, AGAIN),
        wire.once("closed after the request", Step::ThenClose(String::new()), AGAIN),
        wire.once("reset after the request", Step::ThenReset(String::new()), AGAIN),
        wire.once("closed in the status line", Step::ThenClose(cut(9)), AGAIN),
        wire.once("reset in the head", Step::ThenReset(cut(30)), AGAIN),
        wire.once("closed after the head", Step::ThenClose(cut(after_head)), AGAIN),
        wire.once("reset after the head", Step::ThenReset(cut(after_head)), AGAIN),
        wire.once("closed after half a body", Step::ThenClose(cut(half)), AGAIN),
        wire.once("reset after half a body", Step::ThenReset(cut(half)), AGAIN),
        wire.once("closed after a chunk", Step::ThenClose(format!("{chunked}4\r\n<Lis\r\n")), AGAIN),
        wire.once("malformed chunks", Step::ThenClose(format!("{chunked}zz\r\n")), AGAIN),
        wire.once("another protocol", Step::ThenClose("SSH-2.0-OpenSSH_9.6\r\n".to_owned()), "connection, 1 requests")
            .differs(AGAIN, "the request may succeed on another connection"),
        wire.fault("closed each time", vec![Step::ThenClose(String::new())], "connection, 3 requests"),
        wire.once(
            "an informational response",
            Step::Answer(format!("HTTP/1.1 103 Early Hints\r\n\r\n{whole}")),
            "ok, 1 requests",
        ),
    ]
}

fn statuses(wire: &Wire) -> Vec<Fault> {
    let status = |status: &str| Step::Answer(response(status, "", ""));
    let retry_after = response("503 Service Unavailable", "retry-after: 0\r\n", "");
    vec![
        wire.once("503", status("503 Service Unavailable"), AGAIN),
        wire.once("503 with retry-after", Step::Answer(retry_after), AGAIN),
        wire.once("500", status("500 Internal Server Error"), AGAIN),
        wire.once("502", status("502 Bad Gateway"), AGAIN),
        wire.once("504", status("504 Gateway Timeout"), AGAIN),
        wire.once("429", status("429 Too Many Requests"), "response 429, 1 requests")
            .differs(AGAIN, "the status means throttling"),
        wire.once("SlowDown", wire.error("503 Slow Down", "SlowDown"), AGAIN),
        wire.once("RequestTimeout", wire.error("400 Bad Request", "RequestTimeout"), AGAIN),
        wire.fault("SlowDown each time", vec![wire.error("503 S", "SlowDown")], "service 503 SlowDown, 3 requests"),
        wire.fault("ExpiredToken", vec![wire.error("400 B", "ExpiredToken")], "service 400 ExpiredToken, 1 requests"),
        wire.fault("AccessDenied", vec![wire.error("403 F", "AccessDenied")], "service 403 AccessDenied, 1 requests"),
        wire.fault(
            "a response of text",
            vec![Step::Answer(response("200 OK", "", "hello"))],
            "response 200, 1 requests",
        ),
    ]
}

fn stalls(wire: &Wire) -> Vec<Fault> {
    const LOST: &str = "a connection can be lost without notice";
    let whole = wire.success();
    vec![
        wire.fault("no response", vec![Step::ThenStall(String::new())], "waits").differs("timeout, 3 requests", LOST),
        wire.once("no response, then one", Step::ThenStall(String::new()), "waits").differs(AGAIN, LOST),
        wire.fault("half a head", vec![Step::ThenStall(whole[..20].to_owned())], "waits")
            .differs("timeout, 3 requests", LOST),
        wire.fault(
            "half a body",
            vec![Step::ThenStall(whole[..whole.len() - 9].to_owned())],
            "response 200, 3 requests",
        )
        .differs("timeout, 3 requests", "the limit of the attempt applies, as without a body"),
        wire.fault("a response that takes minutes", vec![Step::Drip(String::new(), whole)], "ok, 1 requests")
            .differs("timeout, 3 requests", "the whole attempt has a limit, which can be set"),
    ]
}

fn settings(wire: &Wire) -> Vec<Fault> {
    const NOTHING_SENT: &str = "nothing was sent, so it is no failure of the connection";
    vec![
        wire.setting("nothing listens", Setting::Closed, "connection, 0 requests"),
        wire.setting("unknown host", Setting::UnknownHost, "connection, 0 requests"),
        Fault {
            setting: Setting::Tls,
            ..wire.fault("silence instead of TLS", vec![Step::ThenStall(String::new())], "connection, 0 requests")
        },
        wire.setting("a hanging provider", Setting::HangingProvider, "connection, 0 requests")
            .differs("request, 0 requests", NOTHING_SENT),
        wire.setting("a failing provider", Setting::FailingProvider, "connection, 0 requests")
            .differs("request, 0 requests", NOTHING_SENT),
    ]
}

fn s3() -> Vec<Fault> {
    let at = |call: Call, fault: Fault| Fault { call, ..fault };
    let copied = || Step::Answer(response("200 OK", "", "<CopyObjectResult/>"));
    let failed = |code: &str| S3.error("200 OK", code);
    let whole = response("200 OK", "", "12345678");
    let half = whole[..whole.len() - 4].to_owned();
    let corrupt = response("200 OK", "x-amz-checksum-crc32: AAAAAA==\r\n", "12345678");
    let skewed = (S3.error)("RequestTimeTooSkewed");
    let skewed = response("403 Forbidden", "date: Thu, 01 Jan 2015 00:00:00 GMT\r\n", &skewed);
    let load = |name, step, sdk| at(Call::GetObject, S3.fault(name, vec![step], sdk));
    vec![
        S3.fault(
            "InvalidArgument",
            vec![S3.error("400 B", "InvalidArgument")],
            "service 400 InvalidArgument, 1 requests",
        ),
        S3.fault("NoSuchUpload", vec![S3.error("404 N", "NoSuchUpload")], "service 404 NoSuchUpload, 1 requests"),
        S3.fault(
            "a redirect",
            vec![S3.error("301 Moved Permanently", "PermanentRedirect")],
            "service 301 PermanentRedirect, 1 requests",
        ),
        S3.fault(
            "half a document",
            vec![Step::Answer(response("200 OK", "", "<ListPartsResult><Part>"))],
            "ok, 1 requests",
        )
        .differs("response 200, 1 requests", "data is missing"),
        S3.once("a wrong clock", Step::Answer(skewed), AGAIN),
        at(Call::CopyObject, S3.fault("200 with InternalError", vec![failed("InternalError"), copied()], AGAIN)),
        at(Call::CopyObject, S3.fault("200 with SlowDown", vec![failed("SlowDown"), copied()], AGAIN)),
        at(
            Call::CopyObject,
            S3.fault("200 with AccessDenied", vec![failed("AccessDenied")], "service 200 AccessDenied, 1 requests"),
        ),
        load("a whole stream", Step::Answer(whole.clone()), "12345678, 1 requests"),
        load("a stream that is closed", Step::ThenClose(half.clone()), "1234 and an error, 1 requests"),
        load("a stream that is reset", Step::ThenReset(half.clone()), "1234 and an error, 1 requests"),
        load("a stream that stalls", Step::ThenStall(half), "1234 and an error, 1 requests"),
        load("a corrupt stream", Step::Answer(corrupt), "12345678 and an error, 1 requests")
            .differs(" and an error, 1 requests", "the last chunk would look like a complete body"),
        load(
            "a slow stream",
            Step::Drip(whole[..whole.len() - 8].to_owned(), "12345678".to_owned()),
            "12345678, 1 requests",
        ),
        at(
            Call::PutObject,
            S3.fault("a reset in an upload", vec![Step::ResetInBody, Step::Answer(response("200 OK", "", ""))], AGAIN),
        ),
    ]
}

fn dynamodb() -> Vec<Fault> {
    let refused = |code: &str| DYNAMODB.error("400 Bad Request", code);
    let again = |name: &'static str| DYNAMODB.once(name, refused(name), AGAIN);
    let returned = |name: &'static str, sdk| DYNAMODB.fault(name, vec![refused(name)], sdk);
    let skewed = "{\"__type\":\"com.amazon.coral.service#InvalidSignatureException\",\"message\":\"Signature expired: \
                  20260101T000000Z is now earlier than 20260101T001000Z (20260101T001500Z - 5 min.)\"}";
    let skewed = response("400 Bad Request", "date: Thu, 01 Jan 2015 00:00:00 GMT\r\n", skewed);
    let damaged = response("200 OK", "x-amz-crc32: 1\r\n", DYNAMODB.body);
    let in_header = response("400 Bad Request", "x-amzn-errortype: ThrottlingException:\r\n", "{}");
    vec![
        again("ThrottlingException"),
        again("ProvisionedThroughputExceededException"),
        again("RequestLimitExceeded"),
        again("TransactionInProgressException"),
        again("LimitExceededException"),
        DYNAMODB.once("a code in a header", Step::Answer(in_header), AGAIN),
        DYNAMODB.once("InternalServerError", DYNAMODB.error("500 Internal Server Error", "InternalServerError"), AGAIN),
        returned("ResourceNotFoundException", "service 400 ResourceNotFoundException, 1 requests"),
        returned("ConditionalCheckFailedException", "service 400 ConditionalCheckFailedException, 1 requests"),
        returned(
            "ItemCollectionSizeLimitExceededException",
            "service 400 ItemCollectionSizeLimitExceededException, 1 requests",
        ),
        returned("TransactionConflictException", "service 400 TransactionConflictException, 1 requests"),
        returned("ValidationException", "service 400 ValidationException, 1 requests"),
        returned("UnrecognizedClientException", "service 400 UnrecognizedClientException, 1 requests"),
        DYNAMODB.fault(
            "ProvisionedThroughputExceededException each time",
            vec![refused("ProvisionedThroughputExceededException")],
            "service 400 ProvisionedThroughputExceededException, 3 requests",
        ),
        DYNAMODB.once("a wrong clock", Step::Answer(skewed), AGAIN),
        DYNAMODB.fault(
            "half a document",
            vec![Step::Answer(response("200 OK", "", &DYNAMODB.body[..20]))],
            "response 200, 1 requests",
        ),
        DYNAMODB
            .once("a wrong x-amz-crc32", Step::Answer(damaged), "ok, 1 requests")
            .differs(AGAIN, "the response was damaged"),
    ]
}
