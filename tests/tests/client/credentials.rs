//! Credentials of fabricated homes and environments, compared with those that botocore finds.
//!
//! `cases/credentials.json` has the variables and files of each case, and what botocore 1.44 found: the region, the
//! access key, and the calls of services, or the class of its error. A case with `differs` says why this runtime
//! behaves differently. Messages are in the snapshot.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use serde::Deserialize;
use whitesmith_runtime::aws::{Environment, MemoryFiles};
use whitesmith_runtime::client::{BoxError, RequestBody, Transport};

use super::support::chain;

#[derive(Deserialize)]
struct Case {
    name: String,
    variables: BTreeMap<String, String>,
    files: BTreeMap<String, String>,
    profile: Option<String>,
    #[serde(default)]
    instance: bool,
    differs: Option<String>,
    botocore: Outcome,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
struct Outcome {
    region: Option<String>,
    key: Option<String>,
    error: Option<String>,
    calls: Vec<String>,
}

const HOME: &str = "/ada";

#[tokio::test]
#[cfg(unix)]
async fn credentials_are_found_as_by_botocore() {
    let cases = include_str!("../../cases/credentials.json");
    let cases: Vec<Case> = serde_json::from_str(cases).expect("cases");
    let mut shown = String::new();
    let mut wrong = Vec::new();
    for case in cases {
        let (outcome, message) = run(&case).await;
        // Writing to a String cannot fail.
        let _ = writeln!(shown, "{}\n    {message}", case.name);
        let is_same = match (&outcome.error, &case.botocore.error) {
            (Some(_), Some(_)) => outcome.calls == case.botocore.calls,
            _ => outcome == case.botocore,
        };
        if is_same == case.differs.is_some() {
            wrong.push(format!("{}: {outcome:?}\n  botocore: {:?} {message}", case.name, case.botocore));
        }
        assert!(!message.contains("SECRETGARBAGE") && !message.contains("s3cret"), "{message}");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    insta::assert_snapshot!(shown);
}

/// The outcome, and the message of its error or the access key.
async fn run(case: &Case) -> (Outcome, String) {
    let world = World { instance: case.instance, calls: Arc::default() };
    let calls = Arc::clone(&world.calls);
    let transport = Transport::new(tower::service_fn(move |request| world.clone().answer(request)));
    let path = std::env::var("PATH").unwrap_or_default();
    let mut environment = Environment::new().variable("HOME", HOME).variable("PATH", path).transport(transport);
    environment = environment.files(MemoryFiles::new(case.files.clone()));
    for (name, value) in &case.variables {
        environment = environment.variable(name, value);
    }
    if let Some(profile) = &case.profile {
        environment = environment.profile(profile);
    }
    let region = environment.config().await.ok().and_then(|config| config.region_name().map(str::to_owned));
    let found = environment.credentials().await;
    let calls = calls.lock().expect("not poisoned").clone();
    match found {
        Ok(found) => {
            let key = found.access_key_id().to_owned();
            (Outcome { region, key: Some(key.clone()), error: None, calls }, key)
        }
        Err(error) => {
            let message = chain(&error);
            (Outcome { region: None, key: None, error: Some(message.clone()), calls }, message)
        }
    }
}

/// The services of AWS, a container and perhaps an instance.
#[derive(Clone)]
struct World {
    instance: bool,
    calls: Arc<Mutex<Vec<String>>>,
}

type Answer = Response<Full<Bytes>>;

impl World {
    async fn answer(self, request: Request<RequestBody>) -> Result<Answer, BoxError> {
        let (head, body) = request.into_parts();
        let body = String::from_utf8(body.collect(65536).await?.to_vec())?;
        let host = head.uri.host().unwrap_or_default().to_owned();
        let header = |name: &str| head.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("-");
        let path = head.uri.path();
        let (call, answer) = if path == "/federation/credentials" {
            let query = pairs(head.uri.query().unwrap_or_default());
            let token = header("x-amz-sso_bearer_token");
            let call = format!("GetRoleCredentials {host} {} {} {token}", query["account_id"], query["role_name"]);
            (call, role_credentials(token))
        } else if host.starts_with("oidc.") {
            let body: BTreeMap<String, String> = serde_json::from_str(&body)?;
            let call =
                format!("CreateToken {host} {} {} {}", body["grantType"], body["clientId"], body["refreshToken"]);
            let json = r#"{"accessToken":"renewed","expiresIn":28800,"tokenType":"Bearer","refreshToken":"r2"}"#;
            (call, ok(json.to_owned()))
        } else if host.contains("sts") {
            sts(&host, header("authorization"), &pairs(&body))
        } else if host == "169.254.169.254" || host == "[fd00:ec2::254]" {
            if !self.instance {
                return Err("no route".into());
            }
            let text = match (head.method == http::Method::PUT, path.ends_with('/')) {
                (true, _) => "imds-token".to_owned(),
                (false, true) => "role".to_owned(),
                (false, false) => credentials("IMDS"),
            };
            (format!("{} {host}{path} {}", head.method, header("x-aws-ec2-metadata-token")), ok(text))
        } else {
            (format!("GET {host}{path} {}", header("authorization")), ok(credentials("CONTAINER")))
        };
        self.calls.lock().expect("not poisoned").push(call);
        Ok(answer)
    }
}

fn ok(body: String) -> Answer {
    Response::new(Full::from(body))
}

fn credentials(key: &str) -> String {
    format!(
        r#"{{"Code":"Success","AccessKeyId":"{key}","SecretAccessKey":"s","Token":"t","Expiration":"2099-01-01T00:00:00Z"}}"#
    )
}

fn role_credentials(token: &str) -> Answer {
    if token == "refused" {
        let answer = Response::builder().status(401).header("x-amzn-errortype", "UnauthorizedException");
        return answer.body(Full::from(r#"{"message":"no"}"#)).expect("an answer");
    }
    ok(format!(
        r#"{{"roleCredentials":{{"accessKeyId":"SSO-{token}","secretAccessKey":"s","sessionToken":"t","expiration":4070908800000}}}}"#
    ))
}

fn sts(host: &str, authorization: &str, form: &BTreeMap<String, String>) -> (String, Answer) {
    let get = |name: &str| form.get(name).map_or("-", String::as_str);
    let scope: Vec<&str> =
        authorization.split("Credential=").nth(1).map(|rest| rest.split('/').collect()).unwrap_or_default();
    let part = |index: usize| scope.get(index).copied().unwrap_or("-");
    let names = ["RoleArn", "RoleSessionName", "ExternalId", "DurationSeconds", "WebIdentityToken"];
    let values: Vec<&str> = names.map(get).to_vec();
    let action = get("Action");
    let call = format!("{action} {host} {} {} {}", values.join(" "), part(0), part(2));
    let key = get("RoleArn").rsplit('/').next().unwrap_or_default();
    let answer = format!(
        r#"<{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result><Credentials><AccessKeyId>ROLE-{key}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></{action}Result></{action}Response>"#
    );
    (call, ok(answer))
}

/// Names and values of a query or form.
fn pairs(text: &str) -> BTreeMap<String, String> {
    let pairs = text.split('&').filter_map(|pair| pair.split_once('='));
    pairs.map(|(name, value)| (decoded(name), decoded(value))).collect()
}

fn decoded(text: &str) -> String {
    let mut parts = text.split('%');
    let mut decoded = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_at(2);
        decoded.push(char::from(u8::from_str_radix(code, 16).expect("a code")));
        decoded.push_str(rest);
    }
    decoded
}
