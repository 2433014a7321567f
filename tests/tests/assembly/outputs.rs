//! Outputs that break constraints of the model.

use golden::shapes::operations::EchoBindings;
use golden::shapes::{server, types};
use tower::ServiceExt;
use whitesmith_runtime as rt;
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::schema::prelude::UNIT;
use whitesmith_runtime::schema::{Bound, Kind, OperationSchema, ProtocolId, Schema, ServiceSchema};
use whitesmith_runtime::server::{Fault, Outcome, PartialService, ServiceSettings};
use whitesmith_runtime::types::Unit;

use super::{run, send};

static PERCENT: Schema = Schema::simple("example#Percent", Kind::Integer).max(Bound::Integer(100));
static OUTPUT: Schema = Schema::structure("example#GetOutput", &[rt::member!("percent", PERCENT).required()]);
static GET: OperationSchema = OperationSchema::new("Get", &UNIT, &OUTPUT);
static SERVICE: ServiceSchema = ServiceSchema::new("example#Shares", "", &[&GET]).protocols(&[ProtocolId::AwsJson1_0]);

/// As with `constraints = "checked"`.
struct GetOutput {
    percent: i32,
}
rt::structure! { GetOutput: OUTPUT { percent } }

#[derive(Debug)]
enum GetError {
    Unhandled(Unhandled),
}
rt::operation_error! { GetError {} }

struct Get;
rt::operation! { Get: GET { Unit, GetOutput, GetError } }

async fn get(_: Unit) -> Result<GetOutput, Fault> {
    Ok(GetOutput { percent: 101 })
}

/// Status, and the message of the failure for logs.
async fn call(settings: ServiceSettings) -> (u16, Option<String>) {
    let service = PartialService::new(&SERVICE, ()).operation(Get, get).otherwise(Fault::not_implemented);
    let request = http::Request::post("/").header("x-amz-target", "Shares.Get");
    let request = request.header("content-type", "application/x-amz-json-1.0");
    let body = http_body_util::Full::new(bytes::Bytes::from("{}"));
    let Ok(response) = service.with_settings(settings).oneshot(request.body(body).expect("a request")).await;
    let outcome = response.extensions().get::<Outcome>().expect("the operation is known");
    (response.status().as_u16(), outcome.failure().and_then(|failure| failure.message()).map(str::to_owned))
}

#[tokio::test]
async fn invalid_outputs_are_internal_errors_that_name_the_member() {
    let (status, message) = call(ServiceSettings::default().with_check_outputs(true)).await;
    assert_eq!(status, 500);
    assert!(message.as_deref().is_some_and(|message| message.contains("/percent")), "{message:?}");
}

#[tokio::test]
async fn outputs_are_sent_as_they_are_unless_they_are_checked() {
    assert_eq!(call(ServiceSettings::default().with_check_outputs(false)).await, (200, None));
}

#[tokio::test]
async fn responses_whose_status_allows_no_content_have_none() {
    let functions = server::partial(()).operation(EchoBindings, async |input: types::EchoBindingsInput| {
        let status = input.number.unwrap_or_default();
        types::EchoBindingsOutput::builder().status(status).body("text").build().map_err(Fault::internal)
    });
    let address = run(functions.otherwise(Fault::not_implemented)).await;
    for status in [204, 205, 304, 202] {
        let request = http::Request::put(format!("/bindings/a/to/b?fixed=yes&number={status}"));
        let response = send(address, request, "").await;
        assert_eq!(i32::from(response.status().as_u16()), status, "{response:?}");
        let has_content = !response.body().is_empty();
        assert_eq!((has_content, response.headers().contains_key("content-type")), (status == 202, status == 202));
    }
}

#[test]
fn outputs_are_checked_in_builds_with_debug_assertions() {
    assert_eq!(ServiceSettings::default().check_outputs, cfg!(debug_assertions));
}

static BYTES: Schema = Schema::simple("example#Bytes", Kind::Blob).streaming();
static SHEET: Schema = Schema::structure(
    "example#Sheet",
    &[
        rt::member!("code", rt::schema::prelude::INTEGER).response_code(),
        rt::member!("body", BYTES).payload().default(rt::schema::DefaultValue::Str("")),
    ],
);
static READ: OperationSchema = OperationSchema::new("Read", &UNIT, &SHEET).http("GET", "/sheet", 200);
static SHEETS: ServiceSchema = ServiceSchema::new("example#Sheets", "", &[&READ]).protocols(&[ProtocolId::RestJson1]);

struct Sheet {
    code: Option<i32>,
    body: rt::types::ByteStream,
}
rt::structure! { Sheet: SHEET { code, stream body } }

struct Read;
rt::operation! { Read: READ { Unit, Sheet, GetError } }

#[tokio::test]
async fn streams_of_responses_without_content_are_not_sent() {
    for (code, length) in [(200, 4), (204, 0), (205, 0), (304, 0)] {
        let read = move |_: Unit| async move { Ok::<_, Fault>(Sheet { code: Some(code), body: "text".into() }) };
        let service = PartialService::new(&SHEETS, ()).operation(Read, read).otherwise(Fault::not_implemented);
        let request = http::Request::get("/sheet").body(http_body_util::Empty::<bytes::Bytes>::new());
        let Ok(response) = service.oneshot(request.expect("a request")).await;
        let (head, body) = response.into_parts();
        let body = http_body_util::BodyExt::collect(body).await.expect("a body").to_bytes();
        assert_eq!((i32::from(head.status.as_u16()), body.len()), (code, length));
        let described = head.headers.contains_key("content-length") || head.headers.contains_key("content-type");
        assert_eq!(described, length > 0, "{code}: {:?}", head.headers);
    }
}
