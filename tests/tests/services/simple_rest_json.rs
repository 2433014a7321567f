//! `alloy#simpleRestJson`: formats of unions, unknown members, open enums, and errors.

use std::net::SocketAddr;

use golden::pantry::Client;
use golden::pantry::errors::{GetLabelError, PutFoodError};
use golden::pantry::server::{Pantry, service};
use golden::pantry::types::{
    Amount, Carton, Check, Exact, Farm, Food, Full, GetLabelInput, GetLabelOutput, Grade, Jar, Kind, Origin, Package,
    PutFoodInput, PutFoodOutput, Range, Spoiled,
};
use serde_json::{Value, json};
use whitesmith_runtime::client::Error;
use whitesmith_runtime::server::RequestContext;
use whitesmith_runtime::types::{Document, Nullable, Timestamp, Unit};

use super::support::{Message, config, raw, request, response, scripted, serve};

#[derive(Clone)]
struct Echo;

impl Pantry for Echo {
    async fn put_food(&self, input: PutFoodInput, _: RequestContext) -> Result<PutFoodOutput, PutFoodError> {
        match input.id.as_str() {
            "old" => Err(Spoiled::builder().message("too late").code("mould").build().expect("valid").into()),
            "full" => Err(Full::builder().build().expect("valid").into()),
            _ => Ok(PutFoodOutput::builder().id(input.id).food(input.food).build().expect("valid")),
        }
    }

    async fn get_label(&self, _: GetLabelInput, _: RequestContext) -> Result<GetLabelOutput, GetLabelError> {
        Ok(GetLabelOutput::builder().label("jam").build().expect("valid"))
    }
}

async fn server() -> SocketAddr {
    serve(axum::Router::new().fallback_service(service(Echo))).await
}

/// The response to a request with this food.
async fn answered(food: &Value) -> Message {
    let body = json!({ "food": food }).to_string();
    raw(server().await, &request("PUT /food/1", &[("content-type", "application/json")], &body)).await
}

/// Checks that the server reads this food, and writes it in the same way.
async fn is_kept(food: Value) {
    let answer = answered(&food).await;
    assert_eq!((answer.status(), &answer.json()["food"]), (200, &food), "{answer:?}");
}

/// Sends a food with the client to the server, and checks that it comes back.
async fn returns(food: Food) {
    let output = Client::new(config(server().await)).put_food().id("1").food(food.clone()).send().await;
    assert_eq!(output.expect("an output").food, food);
}

fn food() -> golden::pantry::types::FoodBuilder {
    Food::builder()
}

#[tokio::test]
async fn a_discriminated_union_has_the_name_of_its_member_inside() {
    is_kept(json!({"package": {"type": "jar", "lid": "red"}})).await;
    is_kept(json!({"package": {"type": "carton", "sides": 4}})).await;
    is_kept(json!({"package": {"type": "nothing"}})).await;
    is_kept(json!({"origin": {"kind": "farm", "name": "Green"}})).await;
    // The discriminator may be anywhere.
    let answer = answered(&json!({"package": {"lid": "red", "type": "jar"}})).await;
    assert_eq!(answer.json()["food"]["package"], json!({"type": "jar", "lid": "red"}));
    for package in [
        Package::Jar(Jar::builder().lid("red").build().expect("valid")),
        Package::Box(Carton::builder().sides(4).build().expect("valid")),
        Package::Nothing(Unit),
    ] {
        returns(food().package(package).build().expect("valid")).await;
    }
    returns(food().origin(Farm::builder().name("Green").build().expect("valid")).build().expect("valid")).await;
}

#[tokio::test]
async fn a_discriminator_that_is_missing_or_unknown_is_an_error_of_requests_only() {
    for origin in [json!({"name": "Green"}), json!({"kind": "moon"}), json!({"kind": 1}), json!([])] {
        let answer = answered(&json!({ "origin": origin })).await;
        assert_eq!((answer.status(), answer.header("x-error-type")), (400, "SerializationException"), "{origin}");
    }
    let body = r#"{"food": {"origin": {"kind": "moon", "crater": 1}}}"#;
    let (address, _server) = scripted(vec![response("200 OK", "content-type: application/json\r\n", body)]).await;
    let output = Client::new(config(address)).put_food().id("1").food(food().build().expect("valid")).send().await;
    let Some(Origin::Unknown(unknown)) = output.expect("an output").food.origin else { panic!("a known variant") };
    assert_eq!(unknown.name(), "moon");
}

#[tokio::test]
async fn an_untagged_union_is_its_value() {
    for amount in [json!(3), json!("a few"), json!({"grams": 5}), json!({"from": 1, "to": 2}), json!([1, ["x"]])] {
        is_kept(json!({ "amount": amount })).await;
    }
    for amount in [
        Amount::Count(3),
        Amount::Exact(Exact::builder().grams(5).build().expect("valid")),
        Amount::Range(Range::builder().from(1).to(2).build().expect("valid")),
        Amount::Nested(vec![Amount::Text("x".to_owned())]),
    ] {
        returns(food().amount(amount).build().expect("valid")).await;
    }
    let answer = answered(&json!({"amount": true})).await;
    assert_eq!((answer.status(), answer.header("x-error-type")), (400, "SerializationException"), "{answer:?}");
}

#[tokio::test]
async fn members_that_the_model_does_not_have_are_kept() {
    is_kept(json!({"other": 1, "color": null, "shelf": {"row": [2]}})).await;
    is_kept(json!({"package": {"type": "jar", "lid": "red", "size": "big", "more": 1}})).await;
    is_kept(json!({"package": {"type": "barrel", "hoops": 3}})).await;
    let kept = food().other("color", Document::from("red")).build().expect("valid");
    returns(kept).await;
}

#[tokio::test]
async fn null_of_a_nullable_member_is_kept() {
    is_kept(json!({"note": null, "tags": null, "limit": null})).await;
    is_kept(json!({"note": "salt", "tags": [{"note": null}, {}], "limit": 3})).await;
    is_kept(json!({"check": {"result": null, "next": null, "details": null}})).await;
    is_kept(json!({"check": {"result": "good", "next": {"result": null}, "details": [null]}})).await;
    // Null of other members is an absent value.
    assert_eq!(answered(&json!({"until": null, "note": null})).await.json()["food"], json!({"note": null}));
    let good = Check::builder().result("good").build().expect("valid");
    let check = Check::builder().set_result(Some(Nullable::Null)).next(good);
    for food in [
        food().note("salt").limit(3).tags(food().build().expect("valid")),
        food().set_note(Some(Nullable::Null)).set_tags(Some(Nullable::Null)).set_limit(Some(None::<i32>)),
        food().check(check.build().expect("valid")),
    ] {
        returns(food.build().expect("valid")).await;
    }
}

#[tokio::test]
async fn constraints_of_nullable_members_apply_to_values() {
    let answer = answered(&json!({"limit": 0, "check": {}})).await;
    let message = answer.json()["message"].to_string();
    assert_eq!(answer.status(), 400, "{answer:?}");
    assert!(message.contains("/food/limit") && message.contains("/food/check/result"), "{message}");
    let refused = food().limit(0).build().expect_err("too small").to_string();
    assert!(refused.contains("/limit"), "{refused}");
    assert!(Check::builder().build().expect_err("missing").to_string().contains("/result"));
    let unset = food().note("salt").set_note(None::<Nullable<String>>).build().expect("valid");
    assert_eq!(unset.note, None);
}

#[tokio::test]
async fn open_enums_have_all_values() {
    is_kept(json!({"kind": "BITTER", "grade": 9})).await;
    let kind = food().kind(Kind::or_unknown("BITTER")).grade(Grade::Best).build().expect("valid");
    returns(kind).await;
}

#[tokio::test]
async fn timestamps_are_strings_and_big_numbers_are_numbers() {
    let food = json!({"until": "2026-11-29T01:02:03Z", "packed": 1_700_000_000, "baked": "2026-11-28", "weight": 1.5});
    is_kept(food).await;
    let time = Timestamp::from_seconds(1_700_000_000).expect("a time");
    returns(self::food().until(time).packed(time).build().expect("valid")).await;
}

#[tokio::test]
async fn strings_have_the_format_of_their_shape() {
    let answer = answered(&json!({"baked": "2026-02-30"})).await;
    assert_eq!((answer.status(), answer.header("x-error-type")), (400, "ValidationException"), "{answer:?}");
    assert!(answer.body.contains("/food/baked"), "{answer:?}");
    let error = food().baked("28.11.2026").build().expect_err("no date");
    assert!(error.to_string().contains("/baked"), "{error}");
    let batch = "6f6b0d2e-7c41-4a8e-9d0b-2f1c5a9e3b77";
    is_kept(json!({"batch": batch, "baked": "2024-02-29"})).await;
    returns(food().batch(batch).baked("2024-02-29").build().expect("valid")).await;
}

#[tokio::test]
async fn a_text_payload_is_json() {
    let answer = raw(server().await, &request("GET /label", &[], "")).await;
    assert_eq!(
        (answer.status(), answer.body.as_str(), answer.header("content-type")),
        (200, "\"jam\"", "application/json")
    );
    let output = Client::new(config(server().await)).get_label().send().await.expect("an output");
    assert_eq!(output.label.as_deref(), Some("jam"));
}

/// The error of a call to which the service responds with this status, headers and body.
async fn failure(status: &str, headers: &str, body: &str) -> Error<PutFoodError> {
    let (address, _server) = scripted(vec![response(status, headers, body)]).await;
    let call = Client::new(config(address)).put_food().id("1").food(food().build().expect("valid"));
    call.send().await.expect_err("an error")
}

#[tokio::test]
async fn a_header_identifies_errors_or_else_their_status() {
    let body = json!({"food": {}}).to_string();
    let answer = raw(server().await, &request("PUT /food/old", &[("content-type", "application/json")], &body)).await;
    assert_eq!((answer.status(), answer.header("x-error-type")), (410, "Spoiled"));
    assert_eq!(answer.json(), json!({"message": "too late", "code": "mould"}));

    let of = |error: Error<PutFoodError>| match error {
        Error::Service(failure) => failure.into_error(),
        error => panic!("{error:?}"),
    };
    let json = "content-type: application/json\r\n";
    let found = of(failure("409 Conflict", &format!("{json}x-error-type: Locked\r\n"), "{}").await);
    assert!(matches!(found, PutFoodError::Locked(_)), "{found:?}");
    // Only one error has this status.
    let found = of(failure("410 Gone", json, r#"{"code": "mould"}"#).await);
    let PutFoodError::Spoiled(error) = found else { panic!("{found:?}") };
    assert_eq!(error.code.as_deref(), Some("mould"));
    // Two errors have this status.
    let found = of(failure("409 Conflict", json, r#"{"message": "no"}"#).await);
    assert!(matches!(&found, PutFoodError::Unhandled(error) if error.message() == Some("no")), "{found:?}");
}

#[tokio::test]
async fn nested_unions_are_read_in_limited_time() {
    let nested = async |depth: usize| {
        let body = format!(r#"{{"food": {{"amount": {}1{}}}}}"#, "[".repeat(depth), "]".repeat(depth));
        raw(server().await, &request("PUT /food/1", &[("content-type", "application/json")], &body)).await.status()
    };
    assert_eq!((nested(100).await, nested(200).await), (200, 400), "the limit of depth is that of all protocols");
    let wide = vec![json!("x"); 10_000];
    assert_eq!(answered(&json!({ "amount": wide })).await.status(), 200);
}
