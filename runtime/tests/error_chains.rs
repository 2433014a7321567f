//! Error chains: `Display` never repeats the text of a source.

#![cfg(all(feature = "aws", feature = "conformance", feature = "serve"))]
#![allow(dead_code, unreachable_pub, reason = "macros define more than the tests use")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::io;
use std::path::Path;
use std::time::Duration;

use whitesmith_runtime::aws::{
    ConfigError, CredentialsError, CredentialsProblem, Environment, HttpProblem, MemoryFiles, Place, SyntaxError,
};
use whitesmith_runtime::client::testing::Replayer;
use whitesmith_runtime::client::{
    self, AuthError, BoxError, CallBuilder, Canned, Client, Config, EndpointError, IdentityError, RequestBody,
    RequestError, ResponseBody, ResponseChecks, ResponseError, Transport, WaitError,
};
use whitesmith_runtime::codec;
use whitesmith_runtime::conformance::calls::CallError;
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::schema::{Kind, OperationSchema, ProtocolId, Schema, ServiceSchema, prelude};
use whitesmith_runtime::server::{Fault, tls_from_pem};
use whitesmith_runtime::types::{EventError, StreamError, Unit};
use whitesmith_runtime::{member, operation, operation_error, structure};

static NAME: Schema = Schema::simple("t#Name", Kind::String).min_length(1);
static OUTPUT: Schema = Schema::structure("t#Output", &[member!("name", NAME).required()]);
static LOOK: OperationSchema = OperationSchema::new("Look", &prelude::UNIT, &OUTPUT);
static SERVICE: ServiceSchema =
    ServiceSchema::new("t#Service", "1", &[&LOOK]).protocols(&[ProtocolId::AwsJson1_0]).sigv4("t");

#[derive(Clone)]
struct Output {
    name: String,
}
structure! { Output: OUTPUT { name } }

struct Look;
operation! { Look: LOOK { Unit, Output, LookError } }

#[derive(Clone, Debug)]
enum LookError {
    Unhandled(Unhandled),
}
operation_error! { LookError {} }

/// Fails as a provider that reads profiles does.
fn with_profile(config: Config) -> Config {
    config.credentials_provider(|| async { Err(no_role()) })
}

fn no_role() -> io::Error {
    io::Error::other("profile `prod` has no role_arn")
}

fn no_identity() -> AuthError {
    let source = IdentityError::Failed(std::sync::Arc::new(no_role()));
    AuthError::Identity { scheme: whitesmith_runtime::schema::AuthKind::SigV4, source }
}

/// The error of a profile with a malformed line.
fn no_credentials() -> CredentialsError {
    let files = MemoryFiles::new([("/ada/.aws/config", "[default]\nregion\n")]);
    let environment = Environment::new().variable("HOME", "/ada").variable("USERPROFILE", "/ada").files(files);
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    runtime.block_on(environment.credentials()).expect_err("malformed")
}

/// Errors of settings, and of sources of credentials.
fn of_credentials() -> [(&'static str, Vec<Box<dyn Error>>); 3] {
    let (file, place) = (Path::new("/ada/.aws/config").to_owned(), Place::Variable("AWS_CA_BUNDLE".to_owned()));
    let syntax = || ConfigError::Syntax { file: file.clone(), source: SyntaxError::Line(2) };
    let arc = || std::sync::Arc::new(cause());
    let url = "http://localhost".to_owned();
    let problems = vec![
        CredentialsProblem::NotFound { profile: "a".to_owned(), files: Vec::new(), source: Some(cause().into()) },
        CredentialsProblem::Settings(syntax()),
        CredentialsProblem::SignIn { state: "expired", profile: "a".to_owned(), source: Some(cause().into()) },
        CredentialsProblem::File { file: file.clone(), source: cause() },
        CredentialsProblem::Malformed { document: "the answer".to_owned(), source: cause().into() },
        CredentialsProblem::Start { program: "p".to_owned(), source: cause() },
        CredentialsProblem::Http { url, reason: HttpProblem::Unreachable, source: Some(cause().into()) },
        CredentialsProblem::Service("AssumeRole", cause().into()),
    ];
    [
        (
            "ConfigError",
            vec![
                Box::new(ConfigError::Unreadable { file: file.clone(), source: arc() }) as Box<dyn Error>,
                Box::new(syntax()),
                Box::new(ConfigError::Certificates { place, file: file.clone(), source: arc() }),
            ],
        ),
        ("CredentialsError", vec![Box::new(no_credentials()) as Box<dyn Error>]),
        ("CredentialsProblem", problems.into_iter().map(|problem| Box::new(problem) as Box<dyn Error>).collect()),
    ]
}

/// The errors of calls that are made by name.
fn of_calls_by_name() -> Vec<(&'static str, Vec<Box<dyn Error>>)> {
    let client = failed(with_profile(Config::new().region("local")), None);
    vec![("CallError", vec![Box::new(CallError::Client(client.into())), Box::new(CallError::Other(cause().into()))])]
}

fn cause() -> io::Error {
    io::Error::other("the cause")
}

/// The error of a call that is answered with this response, or with none.
fn failed(config: Config, response: Option<(u16, &'static str)>) -> client::Error<LookError> {
    let responses = response.map(|(status, body)| {
        let mut response = http::Response::new(body.into());
        *response.status_mut() = http::StatusCode::from_u16(status).expect("a status");
        response
    });
    call(config.transport(Canned::new(responses)).attempts(1))
}

fn call(config: Config) -> client::Error<LookError> {
    let client = Client::new(&SERVICE, config.endpoint_url("http://test"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime");
    runtime.block_on(CallBuilder::<Look>::call(&client).send()).expect_err("an error")
}

/// The error of a call that nobody answers.
fn silent() -> client::Error<LookError> {
    type Answer = Result<http::Response<ResponseBody>, BoxError>;
    let answer = |_: http::Request<RequestBody>| std::future::pending::<Answer>();
    call(
        unsigned()
            .transport(Transport::new(tower::service_fn(answer)))
            .attempt_timeout(Duration::from_millis(1))
            .attempts(1),
    )
}

fn unsigned() -> Config {
    Config::new().unsigned()
}

/// Texts of an error and of its sources.
fn chain(error: &dyn Error) -> Vec<String> {
    let mut texts = vec![error.to_string()];
    let mut next = error.source();
    while let Some(source) = next {
        texts.push(source.to_string());
        next = source.source();
    }
    texts
}

type Cases = BTreeMap<&'static str, Vec<Box<dyn Error>>>;

/// Response with an error.
const GONE: &str = r#"{"__type": "Gone", "message": "not here"}"#;

/// Error of a codec.
fn unreadable() -> codec::Error {
    match failed(unsigned(), Some((200, "[]"))) {
        client::Error::Response { reason: ResponseError::Body(error), .. } => error,
        other => panic!("{other}"),
    }
}

fn service_error() -> Box<dyn Error> {
    match failed(unsigned(), Some((400, GONE))) {
        client::Error::Service(error) => error,
        other => panic!("{other}"),
    }
}

/// Errors of each type, by its name.
fn cases() -> Cases {
    let uri = || "a b".parse::<http::Uri>().expect_err("not a URI");
    let checked = unsigned().check_responses(ResponseChecks::Constraints);
    let profile = with_profile(Config::new().region("local"));
    let violations = || match failed(checked.clone(), Some((200, "{}"))) {
        client::Error::InvalidResponse { violations, .. } => violations,
        other => panic!("{other}"),
    };
    let response_info = failed(unsigned(), Some((500, ""))).info().expect("a response").clone();
    let waited = |call: client::Error<LookError>| WaitError::<Output, LookError>::Call(call);
    let mut cases = Cases::from([
        (
            "Error",
            vec![
                Box::new(client::Error::<LookError>::from(violations())) as Box<dyn Error>,
                Box::new(failed(profile.clone(), None)),
                Box::new(failed(unsigned(), None)),
                Box::new(silent()),
                Box::new(failed(unsigned(), Some((200, "[]")))),
                Box::new(failed(unsigned(), Some((500, "")))),
                Box::new(failed(checked.clone(), Some((200, "{}")))),
                Box::new(failed(unsigned(), Some((400, GONE)))),
                Box::new(client::Error::<Unhandled>::Response {
                    status: 200,
                    info: Box::new(response_info),
                    reason: ResponseError::InitialMessage(cause().into()),
                }),
            ],
        ),
        ("ServiceError", vec![service_error()]),
        (
            "RequestError",
            vec![
                Box::new(RequestError::from(EndpointError::Uri(uri().into()))),
                Box::new(RequestError::from(no_identity())),
                Box::new(RequestError::Stream(StreamError::Broken(cause().into()))),
                Box::new(RequestError::Compression(cause())),
                Box::new(RequestError::Transport(no_identity().into())),
            ],
        ),
        (
            "EndpointError",
            vec![
                Box::new(EndpointError::Url { url: "a b".to_owned(), source: uri() }),
                Box::new(EndpointError::HostPrefix { prefix: "{a}", source: Some(uri()) }),
                Box::new(EndpointError::HostPrefix { prefix: "{a}", source: None }),
                Box::new(EndpointError::Uri(uri().into())),
            ],
        ),
        (
            "AuthError",
            vec![
                Box::new(AuthError::Query(uri().into())),
                Box::new(no_identity()),
                Box::new(AuthError::Signature(cause().into())),
            ],
        ),
        ("IdentityError", vec![Box::new(IdentityError::Failed(std::sync::Arc::new(no_role()))) as Box<dyn Error>]),
        (
            "ResponseError",
            vec![
                Box::new(ResponseError::Body(unreadable())),
                Box::new(ResponseError::InitialMessage(cause().into())),
                Box::new(ResponseError::Token(unreadable())),
            ],
        ),
        (
            "WaitError",
            vec![
                Box::new(waited(failed(profile.clone(), None))),
                Box::new(waited(failed(checked.clone(), Some((200, "{}"))))),
            ],
        ),
        (
            "EventError",
            vec![
                Box::new(EventError::<Unit>::Unmodeled(Unhandled::with_source("Code", cause()))),
                Box::new(EventError::<Unit>::Malformed(cause().into())),
                Box::new(EventError::<Unit>::Broken(cause().into())),
                Box::new(EventError::<Unit>::Invalid(violations())),
            ],
        ),
        (GENERATED, vec![Box::new(LookError::Unhandled(Unhandled::with_source("Code", cause()))) as Box<dyn Error>]),
        (
            "AnyError",
            vec![
                Box::new(client::AnyError::from(failed(profile, None))),
                Box::new(client::AnyError::from(waited(failed(checked.clone(), Some((200, "{}")))))),
            ],
        ),
        ("Fault", vec![Box::new(Fault::internal(cause())) as Box<dyn Error>]),
        ("InvalidRecording", vec![Box::new(Replayer::from_json("[").expect_err("not JSON"))]),
        ("StreamError", vec![Box::new(StreamError::Broken(cause().into()))]),
        ("Unhandled", vec![Box::new(Unhandled::with_source("Code", cause()))]),
        ("TlsError", vec![Box::new(tls_from_pem(b"", b"").expect_err("no certificate")) as Box<dyn Error>]),
    ]);
    cases.extend(of_credentials());
    cases.extend(of_calls_by_name());
    cases
}

/// Name of the cases of error enums that a macro implements.
const GENERATED: &str = "error enums of operations";

/// Adds the names of public types in a folder whose `source` may return an error.
fn types_with_source(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            types_with_source(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).expect("UTF-8");
        let name = |text: &str| text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned();
        for item in text.split("thiserror::Error)]").skip(1) {
            let item = item.split("\n}").next().unwrap_or_default();
            let declared = item.split_once("\npub enum ").or_else(|| item.split_once("\npub struct "));
            let has_source = ["#[source]", "#[from]", " source: "].iter().any(|mark| item.contains(mark));
            found.extend(declared.filter(|_| has_source).map(|(_, rest)| name(rest)));
        }
        for item in text.split("std::error::Error for ").skip(1) {
            let item_body = item.split("\n}").next().unwrap_or_default();
            let (name, is_generated) = (name(item), item.starts_with('$'));
            let starts = ["enum", "struct"].map(|kind| format!("\npub {kind} {name}"));
            let follows = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric());
            let is_public = starts.iter().any(|start| text.split(start.as_str()).skip(1).any(follows));
            let name = if is_generated { GENERATED.to_owned() } else { name };
            found.extend((item_body.contains("fn source") && (is_generated || is_public)).then_some(name));
        }
    }
}

#[test]
fn every_public_error_with_a_source_has_a_case() {
    let mut found = BTreeSet::new();
    types_with_source(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut found);
    assert_eq!(found, cases().keys().map(ToString::to_string).collect());
}

#[test]
fn no_error_repeats_the_text_of_its_sources() {
    for (name, errors) in cases() {
        for error in errors {
            let texts = chain(&*error);
            for (at, text) in texts.iter().enumerate() {
                let repeated = texts[..at].iter().any(|outer| outer.contains(text));
                assert!(!repeated, "{name}: {}", texts.join(": "));
            }
        }
    }
}

#[test]
fn a_chain_shows_the_cause_of_a_credentials() {
    let error = failed(with_profile(Config::new().region("local")), None);
    let text = chain(&error).join(": ");
    assert!(text.starts_with("Look: cannot send the request: cannot load credentials: "), "{text}");
    assert!(text.ends_with(": profile `prod` has no role_arn"), "{text}");
}
