//! Customizations of AWS services, by the SDK ID of the service.

use std::time::Duration;

use whitesmith_runtime::client::{AuthError, CallBuilder, Client, Config, Credentials, Error, RequestError};
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::schema::{AuthKind, Kind, OperationSchema, ProtocolId, Schema, ServiceSchema, prelude};
use whitesmith_runtime::types::{ByteStream, Unit};
use whitesmith_runtime::{member, operation, operation_error, structure};

use super::support::{Server, header, response};

static RESOURCE_ID: Schema = Schema::simple("aws#ResourceId", Kind::String).max_length(32);
static CHANGE_ID: Schema = Schema::simple("aws#ChangeId", Kind::String).max_length(6500);
static SET_ID: Schema = Schema::simple("aws#DelegationSetId", Kind::String).max_length(32);
static NAME: Schema = Schema::simple("aws#Name", Kind::String);
static ZONE: Schema = Schema::structure(
    "aws#GetZoneInput",
    &[
        member!("Id", RESOURCE_ID).required().label(),
        member!("Change", CHANGE_ID).query("change"),
        member!("Set", SET_ID).query("set"),
        member!("Name", NAME).query("name"),
    ],
);
static GET_ZONE: OperationSchema =
    OperationSchema::new("GetZone", &ZONE, &prelude::UNIT).http("GET", "/zone/{Id}", 200);
static ROUTE_53: ServiceSchema =
    ServiceSchema::new("aws#Dns", "1", &[&GET_ZONE]).protocols(&[ProtocolId::RestXml]).sdk_id("Route 53");

#[derive(Clone, Default)]
struct ZoneInput {
    id: String,
    change: Option<String>,
    set: Option<String>,
    name: Option<String>,
}
structure! { ZoneInput: ZONE { id, change, set, name } }

struct GetZone;
operation! { GetZone: GET_ZONE { ZoneInput, Unit, CallError } }

#[derive(Clone, Debug)]
enum CallError {
    Unhandled(Unhandled),
}
operation_error! { CallError {} }

#[tokio::test]
async fn ids_that_route_53_returned_are_accepted() {
    let server = Server::start([response("200 OK", "", "")]).await;
    let client = Client::new(&ROUTE_53, server.config().unsigned());
    // With the kind, it is longer than the model allows.
    let long = format!("Z{}", "0123456789".repeat(3));
    let texts = |prefix: &str, id: &str| Some(format!("{prefix}{id}"));
    let mut expected = Vec::new();
    for id in ["Z1", "z1lower", &long] {
        for kind in ["hostedzone", "change", "delegationset", "HostedZone"] {
            for prefix in [String::new(), format!("{kind}/"), format!("/{kind}/")] {
                let (change, set) = (texts(&prefix, "C1"), texts(&prefix, "N1"));
                let input = ZoneInput { id: format!("{prefix}{id}"), change, set, name: texts("/a/", "b") };
                CallBuilder::<GetZone>::call(&client).with_input(input).send().await.expect(&prefix);
                expected.push(format!("GET /zone/{id}?change=C1&set=N1&name=%2Fa%2Fb "));
            }
        }
    }
    let requests = server.requests();
    assert_eq!(requests.len(), expected.len());
    for (request, expected) in requests.iter().zip(expected) {
        assert!(request.starts_with(&expected), "{expected}: {request}");
    }
    // Nothing is left of these.
    for id in ["", "/", "/hostedzone/", "Z1/"] {
        let input = ZoneInput { id: id.to_owned(), ..ZoneInput::default() };
        CallBuilder::<GetZone>::call(&client).with_input(input).send().await.expect_err(id);
    }
}

static TABLES: ServiceSchema =
    ServiceSchema::new("aws#Tables", "1", &[&OTHER]).protocols(&[ProtocolId::AwsJson1_0]).sdk_id("DynamoDB");

#[tokio::test]
async fn damaged_responses_of_dynamodb_are_requested_again() {
    let good = || response("200 OK", "x-amz-crc32: 2745614147\r\n", "{}");
    let damaged = || response("200 OK", "x-amz-crc32: 2745614147\r\n", "{ ");
    for (responses, expected) in [
        (vec![good()], Ok(1)),
        (vec![damaged(), good()], Ok(2)),
        (vec![damaged()], Err("the body does not have the checksum of the header `x-amz-crc32`")),
        // The sum is that of the compressed body.
        (vec![response("200 OK", "content-encoding: other\r\nx-amz-crc32: 7\r\n", "{}")], Ok(1)),
    ] {
        let server = Server::start(responses).await;
        let config = server.config().unsigned().retry_pauses(Duration::ZERO, Duration::ZERO);
        match (CallBuilder::<Other>::call(&Client::new(&TABLES, config)).send().await, expected) {
            (Ok(_), Ok(requests)) => assert_eq!(server.requests().len(), requests),
            (Err(error), Err(text)) => assert!(error.to_string().ends_with(text), "{error}"),
            (result, expected) => panic!("{result:?}, not {expected:?}"),
        }
    }
}

#[tokio::test]
async fn a_schema_with_signatures_but_no_name_for_them_is_not_called_without() {
    static UNNAMED: ServiceSchema =
        ServiceSchema::new("a#Unnamed", "1", &[&OTHER]).protocols(&[ProtocolId::AwsJson1_0]).auth(&[AuthKind::SigV4]);
    let server = Server::start([response("200 OK", "", "{}")]).await;
    let client = Client::new(&UNNAMED, server.config().credentials(Credentials::new("AKIDEXAMPLE", "secret")));
    let sent = CallBuilder::<Other>::call(&client).send().await.expect_err("not signed");
    let presigned = CallBuilder::<Other>::call(&client).customize().presign(Duration::from_secs(60)).await;
    for error in [sent, presigned.expect_err("not signed")] {
        assert!(
            matches!(error, Error::Request { reason: RequestError::Auth(AuthError::NoSigningName), .. }),
            "{error:?}"
        );
    }
    assert!(server.requests().is_empty());
}

#[tokio::test]
async fn a_service_whose_auth_names_only_an_unsupported_scheme_is_never_signed() {
    // `@sigv4 @httpDigestAuth @auth([httpDigestAuth])`
    static DIGEST: ServiceSchema = ServiceSchema::new("a#Digest", "1", &[&OTHER])
        .protocols(&[ProtocolId::AwsJson1_0])
        .sigv4("digest")
        .unsupported_auth();
    let server = Server::start([response("200 OK", "", "{}")]).await;
    for config in [server.config(), server.config().credentials(Credentials::new("AKIDEXAMPLE", "secret"))] {
        CallBuilder::<Other>::call(&Client::new(&DIGEST, config)).send().await.expect("anonymous");
    }
    assert_eq!(server.requests().len(), 2);
    assert!(server.requests().iter().all(|request| header(request, "authorization").is_none()));
    assert!(DIGEST.auth_kinds().is_empty());
}

static QUERIES: ServiceSchema = ServiceSchema::new("aws#Tokens", "2011-06-15", &[&OTHER])
    .protocols(&[ProtocolId::AwsQuery])
    .sdk_id("STS")
    .endpoint_prefix("sts")
    .sigv4("sts");

static SPEAK: OperationSchema = OperationSchema::new("SynthesizeSpeech", &SPEAK_INPUT, &prelude::UNIT)
    .http("POST", "/v1/speech", 200)
    .checksum_required()
    .compression(&["gzip"]);
static SPEAK_INPUT: Schema = Schema::structure("aws#SpeakInput", &[member!("Text", NAME), member!("Names", NAMES)]);
static NAMES: Schema = Schema::list("aws#Names", &[member!("member", NAME)]);
static SPEECH: ServiceSchema = ServiceSchema::new("aws#Speech", "1", &[&SPEAK])
    .protocols(&[ProtocolId::RestJson1])
    .sdk_id("Polly")
    .endpoint_prefix("polly")
    .sigv4("polly");

#[derive(Clone)]
struct SpeakInput {
    text: Option<String>,
    names: Option<Vec<String>>,
}
structure! { SpeakInput: SPEAK_INPUT { text, names } }

struct Speak;
operation! { Speak: SPEAK { SpeakInput, Unit, CallError } }

#[tokio::test]
async fn bodies_are_compressed_unless_they_are_empty_or_the_call_has_an_encoding() {
    static NOTHING: OperationSchema = OperationSchema::new("Nothing", &prelude::UNIT, &prelude::UNIT)
        .http("POST", "/nothing", 200)
        .compression(&["gzip"]);
    struct Nothing;
    operation! { Nothing: NOTHING { Unit, Unit, CallError } }

    let server = Server::start([response("200 OK", "", "{}")]).await;
    let config = server.config().credentials(Credentials::new("AKIDEXAMPLE", "secret")).compress_from(0);
    let client = Client::new(&SPEECH, config);
    let input = SpeakInput { text: Some("text".to_owned()), names: None };
    let call = CallBuilder::<Speak>::call(&client).with_input(input);
    call.clone().send().await.expect("sent");
    call.customize().header("content-encoding", "identity").send().await.expect("sent");
    CallBuilder::<Nothing>::call(&client).send().await.expect("sent");
    let requests = server.requests();
    let encodings: Vec<_> = requests.iter().map(|request| header(request, "content-encoding")).collect();
    assert_eq!(encodings, [Some("gzip"), Some("identity"), None]);
    assert!(requests[1].ends_with("{\"Text\":\"text\"}"), "{}", requests[1]);
}

#[tokio::test]
async fn presigned_requests_are_only_a_url_if_the_service_accepts_that() {
    let config = Config::new().region("eu-west-1").credentials(Credentials::new("AKIDEXAMPLE", "secret"));
    let config = config.compress_from(0);
    let caller = CallBuilder::<Other>::call(&Client::new(&QUERIES, config.clone()));
    let caller = caller.customize().header("x-k8s-aws-id", "cluster").presign(Duration::from_secs(60)).await;
    let input = SpeakInput { text: Some("a+b c".to_owned()), names: Some(vec!["x".to_owned(), "y".to_owned()]) };
    let client = Client::new(&SPEECH, config);
    let speak = async |input| {
        let call = CallBuilder::<Speak>::call(&client).with_input(input);
        call.customize().presign(Duration::from_secs(60)).await
    };
    let long = SpeakInput { text: Some("a".repeat(70_000)), names: None };
    let error = speak(long).await.expect_err("longer than a URI");
    assert_eq!(
        error.to_string(),
        "SynthesizeSpeech: cannot send the request: the query of the URL would be too long, with 70005 bytes"
    );
    let speech = speak(input).await;
    let silence = speak(SpeakInput { text: None, names: None }).await;
    for (request, start, headers) in [
        (caller, "https://sts.eu-west-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15&X-Amz-", 1),
        (speech, "https://polly.eu-west-1.amazonaws.com/v1/speech?Names=x&Names=y&Text=a%2Bb%20c&X-Amz-", 0),
        (silence, "https://polly.eu-west-1.amazonaws.com/v1/speech?X-Amz-", 0),
    ] {
        let request = request.expect("signed");
        assert!(request.uri().to_string().starts_with(start), "{}", request.uri());
        assert_eq!((request.method().as_str(), request.body().len(), request.headers().len()), ("GET", 0, headers));
        assert!(request.uri().query().is_some_and(|query| query.contains("X-Amz-Signature=")), "{}", request.uri());
    }
}

static LENGTH: Schema = Schema::simple("aws#Length", Kind::Long);
static BODY: Schema = Schema::simple("aws#Body", Kind::Blob).streaming();
static STORE_INPUT: Schema = Schema::structure(
    "aws#StoreInput",
    &[member!("Length", LENGTH).header("Content-Length"), member!("Body", BODY).payload()],
);
static STORE: OperationSchema = OperationSchema::new("Store", &STORE_INPUT, &prelude::UNIT).http("PUT", "/a", 200);
static OBJECTS: ServiceSchema =
    ServiceSchema::new("aws#Objects", "1", &[&STORE]).protocols(&[ProtocolId::RestXml]).sdk_id("S3").sigv4("s3");

struct StoreInput {
    length: Option<i64>,
    body: ByteStream,
}
structure! { StoreInput: STORE_INPUT { length, stream body } }

struct Store;
operation! { Store: STORE { StoreInput, Unit, CallError } }

#[tokio::test]
async fn a_presigned_upload_can_be_limited_to_a_length() {
    let config = Config::new().region("eu-west-1").endpoint_url("https://objects.test");
    let client = Client::new(&OBJECTS, config.credentials(Credentials::new("AKIDEXAMPLE", "secret")));
    for (length, body, header, expected) in [
        (Some(5), "", None, Some("5")),
        (Some(0), "", None, Some("0")),
        (Some(5), "longer", None, Some("5")),
        (Some(5), "", Some("6"), Some("6")),
        (None, "", Some("6"), Some("6")),
        (None, "text", None, None),
        (None, "", None, None),
    ] {
        let input = StoreInput { length, body: body.into() };
        let call = CallBuilder::<Store>::call(&client).with_input(input).customize();
        let call = header.iter().fold(call, |call, value| call.header("content-length", value));
        let request = call.presign(Duration::from_secs(60)).await.expect("signed");
        let names = if expected.is_some() { "content-length%3Bhost" } else { "host" };
        let names = format!("X-Amz-SignedHeaders={names}&");
        assert!(request.uri().query().is_some_and(|query| query.contains(&names)), "{}", request.uri());
        assert_eq!(
            request.headers().get("content-length").map(http::HeaderValue::as_bytes),
            expected.map(str::as_bytes)
        );
    }
}

static ASSUME: OperationSchema = OperationSchema::new("AssumeRoleWithWebIdentity", &prelude::UNIT, &prelude::UNIT);
static OTHER: OperationSchema = OperationSchema::new("GetCallerIdentity", &prelude::UNIT, &prelude::UNIT);
static STS: ServiceSchema = ServiceSchema::new("aws#Tokens", "1", &[&ASSUME, &OTHER])
    .protocols(&[ProtocolId::AwsJson1_0])
    .sdk_id("STS")
    .sigv4("sts");

struct Assume;
operation! { Assume: ASSUME { Unit, Unit, CallError } }

struct Other;
operation! { Other: OTHER { Unit, Unit, CallError } }

#[tokio::test]
async fn operations_that_give_credentials_need_none() {
    let server = Server::start([response("200 OK", "", "{}")]).await;
    let client = |config: Config| Client::new(&STS, config.attempts(1));
    CallBuilder::<Assume>::call(&client(server.config())).send().await.expect("anonymous");
    let error = CallBuilder::<Other>::call(&client(server.config())).send().await.expect_err("no identity");
    assert!(error.to_string().contains("no identity is set"), "{error}");
    let keys = Credentials::new("id", "secret");
    let signed = client(server.config().credentials(keys));
    CallBuilder::<Assume>::call(&signed).send().await.expect("anonymous");
    CallBuilder::<Other>::call(&signed).send().await.expect("signed");
    let signed: Vec<bool> =
        server.requests().iter().map(|request| header(request, "authorization").is_some()).collect();
    assert_eq!(signed, [false, false, true]);
}
