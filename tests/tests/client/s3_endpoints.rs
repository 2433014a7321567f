//! Buckets of S3 in endpoints by rules: in the host, in the path, and directory buckets with sessions.

use http::{Request, Response};
use whitesmith_runtime::client::{CallBuilder, Canned, Client, Config, Credentials, S3Addressing, S3Settings};
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::schema::{
    EndpointParameter, EndpointRules, OperationSchema, ProtocolId, Schema, ServiceSchema, prelude,
};
use whitesmith_runtime::types::Unit;
use whitesmith_runtime::{member, operation, operation_error, structure};

static RULES: EndpointRules = EndpointRules::new(
    r#"
parameter Bucket string
parameter Region string required from AWS::Region
parameter ForcePathStyle boolean required default false from AWS::S3::ForcePathStyle
parameter DisableS3ExpressSessionAuth boolean
parameter Endpoint string from SDK::Endpoint
suffix = substring(Bucket, 0, 6, true) and stringEquals(suffix, "--x-s3"):
  booleanEquals(coalesce(DisableS3ExpressSessionAuth, false), true) => "https://{Bucket}.zone.example" properties {"authSchemes": [{"name": "sigv4", "signingName": "s3express", "disableDoubleEncoding": true}]}
  else => "https://{Bucket}.zone.example" properties {"authSchemes": [{"name": "sigv4-s3express", "signingName": "s3express", "signingRegion": "{Region}", "disableDoubleEncoding": true}]}
arn = aws.parseArn(Bucket) and name = getAttr(arn, "resourceId[1]") => "https://{name}-{arn#accountId}.accesspoint.example" properties {"authSchemes": [{"name": "sigv4a", "signingName": "s3-outposts"}, {"name": "sigv4", "signingName": "s3-outposts", "signingRegion": "{arn#region}"}]}
booleanEquals(ForcePathStyle, true) and url = parseURL(Endpoint) and name = uriEncode(Bucket) => "{url#scheme}://{url#authority}{url#normalizedPath}{name}"
booleanEquals(ForcePathStyle, true) and name = uriEncode(Bucket) => "https://s3.{Region}.amazonaws.com/{name}"
url = parseURL(Endpoint) => "{url#scheme}://{Bucket}.{url#authority}{url#path}"
else => "https://{Bucket}.s3.{Region}.amazonaws.com"
"#,
);

static INPUT: Schema = Schema::structure(
    "example#GetInput",
    &[member!("Bucket": prelude::STRING).required().label(), member!("Key": prelude::STRING).required().label()],
);
static GET: OperationSchema = OperationSchema::new("GetObject", &INPUT, &prelude::UNIT)
    .http("GET", "/{Bucket}/{Key+}?x-id=GetObject", 200)
    .endpoint_parameters(&[EndpointParameter::member("Bucket", "Bucket")]);
static S3: ServiceSchema = ServiceSchema::new("example#Objects", "1", &[&GET])
    .protocols(&[ProtocolId::RestXml])
    .sdk_id("S3")
    .sigv4("s3")
    .rules(&RULES);

#[derive(Clone)]
struct GetInput {
    bucket: String,
    key: String,
}
structure! { GetInput: INPUT { bucket, key } }

struct Get;
operation! { Get: GET { GetInput, Unit, GetError } }

#[derive(Clone, Debug)]
enum GetError {
    Unhandled(Unhandled),
}
operation_error! { GetError {} }

fn config() -> Config {
    Config::new().region("eu-west-1").credentials(Credentials::new("own", "secret").session_token("own-token"))
}

async fn get(client: &Client, bucket: &str) -> Result<(), String> {
    let input = GetInput { bucket: bucket.to_owned(), key: "a/b c".to_owned() };
    let call = CallBuilder::<Get>::call(client).with_input(input);
    call.send().await.map(drop).map_err(|error| format!("{error}"))
}

/// The URL of a request.
async fn url(config: Config, bucket: &str) -> String {
    let canned = Canned::new([Response::new("".into())]);
    let client = Client::new(&S3, config.attempts(1).transport(canned.clone()));
    match get(&client, bucket).await {
        Ok(()) => canned.requests().pop().expect("a request").uri().to_string(),
        Err(error) => error,
    }
}

fn addressing(addressing: S3Addressing) -> Config {
    let mut settings = S3Settings::default();
    settings.addressing = addressing;
    config().s3(settings)
}

#[tokio::test]
async fn a_bucket_is_in_the_host_or_in_the_path_and_not_in_both() {
    let tail = "a/b%20c?x-id=GetObject";
    assert_eq!(url(config(), "maps").await, format!("https://maps.s3.eu-west-1.amazonaws.com/{tail}"));
    assert_eq!(
        url(addressing(S3Addressing::Path), "maps").await,
        format!("https://s3.eu-west-1.amazonaws.com/maps/{tail}")
    );
    // The name in `aws-sdk-rust`.
    for (is_forced, expected) in [(true, "s3.eu-west-1.amazonaws.com/maps"), (false, "maps.s3.eu-west-1.amazonaws.com")]
    {
        let found = url(addressing(S3Addressing::Virtual).force_path_style(is_forced), "maps").await;
        assert_eq!(found, format!("https://{expected}/{tail}"));
    }
}

#[tokio::test]
async fn other_servers_have_buckets_in_the_path_unless_configured() {
    let tail = "a/b%20c?x-id=GetObject";
    let at = |config: Config| config.endpoint_url("http://localhost:9000");
    assert_eq!(url(at(config()), "maps").await, format!("http://localhost:9000/maps/{tail}"));
    let in_host = at(addressing(S3Addressing::Virtual));
    assert_eq!(url(in_host, "maps").await, format!("http://maps.localhost:9000/{tail}"));
    let aws = config().endpoint_url("https://s3.eu-west-1.amazonaws.com");
    assert_eq!(url(aws, "maps").await, format!("https://maps.s3.eu-west-1.amazonaws.com/{tail}"));
}

/// Region and service in a signature.
fn scope<B>(request: &Request<B>) -> String {
    let authorization = request.headers()["authorization"].to_str().expect("text");
    authorization.split('/').skip(2).take(2).collect::<Vec<_>>().join(" ")
}

#[tokio::test]
async fn an_access_point_is_signed_by_the_first_supported_scheme() {
    let canned = Canned::new([Response::new("".into())]);
    let client = Client::new(&S3, config().transport(canned.clone()));
    get(&client, "arn:aws:s3:us-west-2:123456789012:accesspoint/maps").await.expect("sent");
    let request = canned.requests().pop().expect("a request");
    assert_eq!(request.uri().to_string(), "https://maps-123456789012.accesspoint.example/a/b%20c?x-id=GetObject");
    let signature = request.headers()["authorization"].to_str().expect("text");
    assert!(signature.starts_with("AWS4-ECDSA-P256-SHA256 Credential=own/"), "{signature}");
    assert!(signature.contains("/s3-outposts/aws4_request, "), "{signature}");
    assert_eq!(request.headers()["x-amz-region-set"], "*");
}

const SESSION: &str = "<CreateSessionResult><Credentials><SessionToken>session-token</SessionToken>\
    <SecretAccessKey>session-secret</SecretAccessKey><AccessKeyId>session</AccessKeyId>\
    <Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></CreateSessionResult>";

fn responses(bodies: &[&'static str]) -> Canned {
    Canned::new(bodies.iter().map(|body| Response::new(bytes::Bytes::from_static(body.as_bytes()))).collect::<Vec<_>>())
}

#[tokio::test]
async fn a_session_of_a_directory_bucket_signs_several_requests() {
    let canned = responses(&[SESSION, "", ""]);
    let client = Client::new(&S3, config().transport(canned.clone()));
    for _ in 0..2 {
        get(&client, "maps--x-s3").await.expect("sent");
    }
    let requests = canned.requests();
    let urls: Vec<String> = requests.iter().map(|request| request.uri().to_string()).collect();
    let object = "https://maps--x-s3.zone.example/a/b%20c?x-id=GetObject";
    assert_eq!(urls, ["https://maps--x-s3.zone.example/?session", object, object]);
    let text = |at: usize, name: &str| {
        requests[at].headers().get(name).map(|value| value.to_str().expect("text").to_owned()).unwrap_or_default()
    };
    assert_eq!(
        (text(0, "x-amz-security-token").as_str(), text(0, "x-amz-s3session-token").as_str()),
        ("own-token", "")
    );
    assert!(text(0, "authorization").contains("Credential=own/"));
    for at in [1, 2] {
        assert_eq!(text(at, "x-amz-s3session-token"), "session-token");
        assert_eq!(text(at, "x-amz-security-token"), "");
        assert!(text(at, "authorization").contains("Credential=session/"));
        assert!(text(at, "authorization").contains("x-amz-s3session-token"), "the token is signed");
        assert_eq!(scope(&requests[at]), "eu-west-1 s3express");
    }
}

#[tokio::test]
async fn each_directory_bucket_has_its_own_session() {
    let canned = responses(&[SESSION, "", SESSION, ""]);
    let client = Client::new(&S3, config().transport(canned.clone()));
    for bucket in ["maps--x-s3", "photos--x-s3"] {
        get(&client, bucket).await.expect("sent");
    }
    let sessions = canned.requests().into_iter().filter(|request| request.uri().query() == Some("session"));
    let hosts: Vec<String> = sessions.filter_map(|request| request.uri().host().map(str::to_owned)).collect();
    assert_eq!(hosts, ["maps--x-s3.zone.example", "photos--x-s3.zone.example"]);
}

#[tokio::test(start_paused = true)]
async fn sessions_are_requested_with_the_settings_of_the_client_not_of_a_call() {
    let busy = Response::builder().status(503).body(bytes::Bytes::new()).expect("a response");
    let canned = Canned::new([busy, Response::new(SESSION.into()), Response::new("".into())]);
    let client = Client::new(&S3, config().transport(canned.clone()));
    let input = GetInput { bucket: "maps--x-s3".to_owned(), key: "a".to_owned() };
    let call = CallBuilder::<Get>::call(&client).with_input(input).customize();
    call.attempts(1).timeout(std::time::Duration::from_secs(10)).send().await.expect("the session is requested again");
    assert_eq!(canned.requests().len(), 3);
}

#[tokio::test]
async fn a_session_that_is_refused_is_the_reason_of_the_error() {
    let refused = "<Error><Code>AccessDenied</Code><Message>no sessions for you</Message></Error>";
    let response = Response::builder().status(403).body(refused.into()).expect("a response");
    let canned = Canned::new([response]);
    let client = Client::new(&S3, config().transport(canned.clone()).attempts(1));
    let input = GetInput { bucket: "maps--x-s3".to_owned(), key: "a".to_owned() };
    let error = CallBuilder::<Get>::call(&client).with_input(input).send().await.expect_err("refused");
    let mut causes = std::iter::successors(Some(&error as &dyn std::error::Error), |error| error.source());
    assert!(causes.any(|cause| cause.to_string().contains("no sessions for you")), "{error:?}");
}

#[tokio::test]
async fn requests_for_directory_buckets_can_be_signed_without_a_session() {
    let canned = responses(&[""]);
    let mut s3 = S3Settings::default();
    s3.disable_express_session_auth = true;
    let client = Client::new(&S3, config().s3(s3).transport(canned.clone()));
    get(&client, "maps--x-s3").await.expect("sent");
    let request = canned.requests().pop().expect("a request");
    assert_eq!(request.headers()["x-amz-security-token"], "own-token");
    assert_eq!(scope(&request), "eu-west-1 s3express");
}

#[tokio::test]
async fn a_url_for_a_directory_bucket_has_the_token_of_the_session() {
    let canned = responses(&[SESSION]);
    let client = Client::new(&S3, config().transport(canned));
    let input = GetInput { bucket: "maps--x-s3".to_owned(), key: "a".to_owned() };
    let call = CallBuilder::<Get>::call(&client).with_input(input).customize();
    let request = call.presign(std::time::Duration::from_secs(60)).await.expect("signed");
    let query = request.uri().query().expect("a query");
    assert!(query.contains("X-Amz-S3session-Token=session-token"), "{query}");
    assert!(!query.contains("X-Amz-Security-Token"), "{query}");
}
