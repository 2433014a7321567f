//! Runs cases, and prints a line of JSON for each.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::{Arc, PoisonError};

use bytes::Bytes;
use http::{HeaderValue, Request, Response};
use http_body::Body as _;
use http_body_util::{BodyExt, Full};
use serde_json::{Map, Value as Json, json};
use tower_service::Service as _;

use super::cases::{Case, Kind, parse};
use super::subject::{Seen, Subject, Values};
use super::{Failure, body, compare, damage, endpoint_cases, event_cases};
use crate::client::{Canned, Client, Config, S3Addressing, S3Settings};
use crate::event_stream::Side;
use crate::protocol::{self, Reply};
use crate::schema::{ProtocolId, ServiceSchema};
use crate::server::{Answer, Call, Dispatch, Service, ServiceSettings};

/// Idempotency token that test cases expect.
const TOKEN: &str = "00000000-0000-4000-8000-000000000000";

/// Header of the request ID in responses.
const REQUEST_ID: &str = "x-amzn-requestid";

/// A service under test.
pub struct Suite {
    /// Schema of the service.
    pub service: &'static ServiceSchema,
    /// Operations, each created by [`operation`](super::operation).
    pub operations: &'static [&'static dyn Subject],
}

impl std::fmt::Debug for Suite {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Suite").field("service", &self.service.id).finish_non_exhaustive()
    }
}

/// Runs the cases in the file of the first argument, on the side of the second argument (`client`, `server` or `both`),
/// and the number of mutations in the optional third argument. Prints an object `{protocol, side, kind, id, result,
/// message}` for each case. Fails if the cases cannot be read; failed cases are not an error.
pub fn main(suites: &'static [Suite]) -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let prepared = arguments
        .next()
        .ok_or_else(|| Failure::Missing("the argument with the file of cases".to_owned()))
        .and_then(|path| std::fs::read_to_string(&path).map_err(Failure::of(path)))
        .and_then(|text| parse(&text));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(Failure::of("runtime"));
    let (cases, runtime) = match (prepared, runtime) {
        (Ok(cases), Ok(runtime)) => (cases, runtime),
        (Err(failure), _) | (_, Err(failure)) => {
            eprintln!("{}", failure.text());
            return ExitCode::FAILURE;
        }
    };
    let (only, mutations) = (arguments.next().filter(|side| side != "both"), arguments.next());
    for case in &cases {
        for side in [Side::Client, Side::Server] {
            let is_for = only.as_deref().is_none_or(|only| only == name(side))
                && case.text("appliesTo").is_none_or(|only| only == name(side))
                && !(case.kind == Kind::Malformed && side == Side::Client)
                && !(case.kind == Kind::Endpoint && side == Side::Server);
            if is_for {
                // A panic fails the case, and does not stop the run.
                let verdict = catch_unwind(AssertUnwindSafe(|| runtime.block_on(run(suites, case, side))));
                report(case, side, verdict.unwrap_or_else(|_| Err(Failure::Panicked(case.id.clone()))));
            }
        }
    }
    if let Some(count) = mutations.and_then(|count| count.parse().ok()) {
        // Panics are counted, and not printed.
        std::panic::set_hook(Box::new(|_| {}));
        damage::run(suites, &cases, (&runtime, count), &mut |protocol, side, verdict| {
            if only.as_deref().is_none_or(|only| only == name(side)) {
                print(protocol, side, "damaged", &format!("truncations and {count} mutations"), verdict);
            }
        });
    }
    ExitCode::SUCCESS
}

fn report(case: &Case, side: Side, verdict: Verdict) {
    print(case.text("protocol").unwrap_or_default(), side, case.kind.name(), &case.id, verdict);
}

fn print(protocol: &str, side: Side, kind: &str, id: &str, verdict: Verdict) {
    let (word, message) = verdict.map_or_else(|failure| ("failed", failure.text()), |()| ("passed", String::new()));
    let protocol = protocol.rsplit('#').next().unwrap_or(protocol);
    println!(
        "{}",
        json!({ "protocol": protocol, "side": name(side), "kind": kind, "id": id, "result": word, "message": message })
    );
}

pub(super) type Verdict = Result<(), Failure>;

/// The service and operation of a case.
pub(super) struct Fixture<'s> {
    pub(super) suite: &'static Suite,
    pub(super) subject: &'s dyn Subject,
    pub(super) protocol: ProtocolId,
}

/// Finds the service and operation of a case.
pub(super) fn fixture(suites: &'static [Suite], case: &Case) -> Result<Fixture<'static>, Failure> {
    let missing = || Failure::Missing(format!("the operation {} of {}", case.operation, case.service));
    let suite = suites.iter().find(|suite| suite.service.id == case.service).ok_or_else(missing)?;
    let subject = suite.operations.iter().find(|subject| subject.schema().name() == case.operation);
    let subject = *subject.ok_or_else(missing)?;
    Ok(Fixture { suite, subject, protocol: protocol_of(case)? })
}

async fn run(suites: &'static [Suite], case: &Case, side: Side) -> Verdict {
    let fixture = fixture(suites, case)?;
    match (side, case.kind) {
        (_, Kind::Endpoint) => endpoint_cases::client(&fixture, case).await,
        (Side::Client, Kind::Events) => event_cases::client(&fixture, case).await,
        (_, Kind::Events) => event_cases::server(&fixture, case).await,
        (Side::Client, Kind::Request) => client_request(&fixture, case).await,
        (Side::Client, _) => client_response(&fixture, case).await,
        (_, Kind::Response) => server_response(&fixture, case).await,
        (_, kind) => server_request(&fixture, case, kind).await,
    }
}

/// Name of a side in `appliesTo`, in arguments and in the output.
fn name(side: Side) -> &'static str {
    match side {
        Side::Client => "client",
        Side::Server => "server",
    }
}

fn protocol_of(case: &Case) -> Result<ProtocolId, Failure> {
    let name = case.text("protocol").unwrap_or_default();
    ProtocolId::from_shape_id(name).ok_or_else(|| Failure::invalid(&name, "a known protocol"))
}

impl Fixture<'_> {
    /// Returns a client with the configuration of the case.
    pub(super) fn client(&self, case: &Case) -> Client {
        self.client_over(case, &Canned::default())
    }

    fn client_over(&self, case: &Case, canned: &Canned) -> Client {
        let host = case.text("host").unwrap_or("example.com");
        let config = Config::new()
            .endpoint_url(format!("https://{host}"))
            .unsigned()
            .attempts(1)
            .idempotency_tokens(|| TOKEN.to_owned())
            .s3(s3_settings(case))
            .transport(canned.clone());
        Client::for_protocols(self.suite.service, &[self.protocol], config)
    }

    /// Returns the request that the client sends.
    pub(super) async fn sent(&self, case: &Case, values: &Values) -> Result<Request<Bytes>, Failure> {
        let canned = Canned::new([Response::new(Bytes::new())]);
        // The result of the canned response is ignored.
        let _ = self.subject.send(&self.client_over(case, &canned), values)?.await;
        canned.requests().pop().ok_or_else(|| Failure::Missing("the request".to_owned()))
    }
}

/// Settings for outputs that are not those of the case.
pub(super) fn unchecked() -> ServiceSettings {
    ServiceSettings { check_outputs: false, ..ServiceSettings::default() }
}

/// Returns the S3 settings of the case (`aws.protocoltests.config#AwsConfig`).
fn s3_settings(case: &Case) -> S3Settings {
    let mut settings = S3Settings::default();
    for scope in ["client", "operation"] {
        let s3 = case.body.get("vendorParams").and_then(|params| params.pointer(&format!("/scopedConfig/{scope}/s3")));
        let flag = |name: &str| s3?.get(name)?.as_bool();
        settings.dual_stack = flag("use_dualstack_endpoint").unwrap_or(settings.dual_stack);
        settings.accelerate = flag("use_accelerate_endpoint").unwrap_or(settings.accelerate);
        settings.addressing = match s3.and_then(|s3| s3.get("addressing_style")).and_then(Json::as_str) {
            Some("path") => S3Addressing::Path,
            Some("virtual") => S3Addressing::Virtual,
            _ => settings.addressing,
        };
    }
    settings
}

async fn client_request(fixture: &Fixture<'_>, case: &Case) -> Verdict {
    compare::request(&case.body, &fixture.sent(case, &case.values()).await?)
}

async fn client_response(fixture: &Fixture<'_>, case: &Case) -> Verdict {
    let expected = fixture.subject.outcome(case.error.as_deref(), case.values()).await?;
    let found = fixture.subject.read(fixture.client(case), http_response(&case.body)?).await?;
    if expected == found { Ok(()) } else { Err(Failure::differs("result", expected, found)) }
}

pub(super) fn http_response(case: &Map<String, Json>) -> Result<Response<Bytes>, Failure> {
    let status = case.get("code").and_then(Json::as_u64).unwrap_or(200) as u16;
    let mut builder = Response::builder().status(status);
    for (name, value) in header_pairs(case) {
        builder = builder.header(name, value);
    }
    builder.body(body::bytes(case)).map_err(Failure::of("response"))
}

async fn server_response(fixture: &Fixture<'_>, case: &Case) -> Verdict {
    // Request IDs are random, unless the case has one.
    let header = header_pairs(&case.body).find(|(name, _)| name.eq_ignore_ascii_case(REQUEST_ID));
    let named = header.map(|(_, value)| value.to_owned()).or_else(|| body::request_id(&case.body));
    let request_id = named.unwrap_or_else(|| "some-id".to_owned());
    let reply = Reply::new(fixture.suite.service, &request_id);
    let response =
        fixture.subject.write((protocol::server(fixture.protocol), reply), case.error.as_deref(), &case.values())?;
    let (mut head, body) = response.into_parts();
    let value = HeaderValue::from_str(&request_id).map_err(Failure::of("request ID"))?;
    head.headers.insert(REQUEST_ID, value);
    let body = body.collect(usize::MAX).await.map_err(Failure::of("body"))?;
    compare::response(&case.body, &Response::from_parts(head, body))
}

/// Dispatches requests to the operations under test, and records their inputs.
#[derive(Clone)]
pub(super) struct Recorder {
    pub(super) suite: &'static Suite,
    pub(super) seen: Seen,
}

impl Dispatch for Recorder {
    fn dispatch(&self, operation: usize, call: Call) -> Answer {
        let name = self.suite.service.operations().get(operation).map_or("", |operation| operation.name());
        match self.suite.operations.iter().find(|subject| subject.schema().name() == name) {
            Some(subject) => subject.answer(call, Arc::clone(&self.seen)),
            None => call.unknown_operation(),
        }
    }
}

async fn server_request(fixture: &Fixture<'_>, case: &Case, kind: Kind) -> Verdict {
    let request = match (kind, case.body.get("request")) {
        (Kind::Malformed, Some(Json::Object(request))) => http_request(request)?,
        _ => {
            let mut request = http_request(&case.body)?;
            if let Ok(sent) = fixture.sent(case, &case.values()).await {
                complete(&mut request, &case.body, sent);
            }
            request
        }
    };
    let seen = Seen::default();
    let recorder = Recorder { suite: fixture.suite, seen: Arc::clone(&seen) };
    let service = Service::for_protocols(fixture.suite.service, &[fixture.protocol], recorder);
    let response = service.with_settings(unchecked()).call(request).await;
    let (head, body) = response.map_err(Failure::of("response"))?.into_parts();
    let body = body.collect().await.map_err(Failure::of("body"))?.to_bytes();
    let response = Response::from_parts(head, body);
    let found = seen.lock().unwrap_or_else(PoisonError::into_inner).take();
    if kind == Kind::Malformed {
        let Some(Json::Object(expected)) = case.body.get("response") else {
            return Err(Failure::Missing("the response of the case".to_owned()));
        };
        if let Some(input) = found {
            return Err(Failure::differs("request", "an error", input.text));
        }
        return compare::response(expected, &response);
    }
    let expected = fixture.subject.input(case.values()).await?;
    match found {
        Some(found) if found == expected => Ok(()),
        Some(found) => Err(Failure::differs("input", expected.text, found.text)),
        None => {
            let body = String::from_utf8_lossy(response.body());
            Err(Failure::differs("input", expected.text, format!("refused: {} {body}", response.status())))
        }
    }
}

/// Adds parts of a request that the case does not specify, such as the body or the target (spec: "httpRequestTests",
/// `body` and `headers`), from the request that the client sends.
fn complete(request: &mut Request<Full<Bytes>>, case: &Map<String, Json>, sent: Request<Bytes>) {
    let (head, body) = sent.into_parts();
    if !case.contains_key("body") {
        *request.body_mut() = Full::new(body);
    }
    let forbidden = compare::texts(case, "forbidHeaders");
    let has_body = request.body().size_hint().exact() != Some(0);
    for name in ["x-amz-target", "smithy-protocol", "content-type"] {
        let open =
            !request.headers().contains_key(name) && !forbidden.iter().any(|other| other.eq_ignore_ascii_case(name));
        if let Some(value) = head.headers.get(name).filter(|_| open && (has_body || name != "content-type")) {
            request.headers_mut().insert(name, value.clone());
        }
    }
}

pub(super) fn http_request(request: &Map<String, Json>) -> Result<Request<Full<Bytes>>, Failure> {
    let text = |name: &str| request.get(name).and_then(Json::as_str).unwrap_or_default();
    let query: Vec<_> = compare::texts(request, "queryParams").into_iter().map(compare::escaped).collect();
    let separator = if query.is_empty() { "" } else { "?" };
    let mut builder =
        Request::builder().method(text("method")).uri(format!("{}{separator}{}", text("uri"), query.join("&")));
    for (name, value) in header_pairs(request) {
        builder = builder.header(name, value);
    }
    let host = ["resolvedHost", "host"].map(text).into_iter().find(|host| !host.is_empty());
    if let Some(host) = host.filter(|_| !header_pairs(request).any(|(name, _)| name.eq_ignore_ascii_case("host"))) {
        builder = builder.header("host", host.split('/').next().unwrap_or_default());
    }
    builder.body(Full::new(body::bytes(request))).map_err(Failure::of("request"))
}

fn header_pairs(message: &Map<String, Json>) -> impl Iterator<Item = (&str, &str)> {
    let headers = message.get("headers").and_then(Json::as_object).into_iter().flatten();
    headers.filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)))
}
