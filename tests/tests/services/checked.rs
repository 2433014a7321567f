//! Constraints of plain types: with `constraints = "checked"`, builders, clients and servers find the same violations
//! as with newtypes, in the same order.

use std::collections::BTreeMap;

use http::Response;
use whitesmith_runtime::IntoMember;
use whitesmith_runtime::client::{Canned, Config, Error};
use whitesmith_runtime::constraint::Violations;

use super::support::{Message, config, raw, request, serve};

/// The violations of the values in each test, in the order of the model.
const PATHS: [&str; 13] = [
    "/id",
    "/text",
    "/name",
    "/name",
    "/percent",
    "/positive",
    "/share",
    "/key",
    "/ids",
    "/ids",
    "/ids/1",
    "/scores",
    "/own",
];

/// The same values as a request.
const BODY: &str = r#"{"own": "abc", "text": "é", "name": "123456789", "percent": 101, "positive": 0, "share": 0.75,
    "key": "AAAAAAA=", "ids": ["id-0000", "x", "id-0000", "id-0001"], "scores": {"y": 5}}"#;

fn paths(violations: &Violations) -> Vec<&str> {
    violations.iter().map(|violation| violation.path.as_str()).collect()
}

fn canned() -> (Canned, Config) {
    let canned = Canned::new([Response::new("{}".into())]);
    (canned.clone(), Config::new().endpoint_url("http://test").unsigned().attempts(1).transport(canned))
}

/// Defines, for a module of the case model `constraints`, a call and a builder with invalid values, and a server.
macro_rules! module {
    ($module:ident) => {
        mod $module {
            use golden::$module::errors::CheckError;
            use golden::$module::server::{Constraints, service};
            use golden::$module::types::{CheckInput, CheckInputBuilder, CheckOutput};
            use whitesmith_runtime::server::RequestContext;

            pub(super) use golden::$module::Client;

            pub(super) fn invalid<C>(builder: CheckInputBuilder<C>) -> CheckInputBuilder<C> {
                builder
                    .own("abc")
                    .text("é")
                    .name("123456789")
                    .percent(101)
                    .positive(0)
                    .share(0.75)
                    .key(vec![0; 5])
                    .set_ids(Some(["id-0000", "x", "id-0000", "id-0001"]))
                    .scores("y", 5)
            }

            pub(super) struct Server;

            impl Constraints for Server {
                async fn check(&self, _: CheckInput, _: RequestContext) -> Result<CheckOutput, CheckError> {
                    Ok(CheckOutput::default())
                }
            }

            pub(super) fn router() -> axum::Router {
                axum::Router::new().fallback_service(service(Server))
            }
        }
    };
}

module!(checked);
module!(constraints);

#[test]
fn members_are_plain() {
    let input = golden::checked::types::CheckInput::builder().id("id-00ff").scores("id-0000", 7).build();
    let input = input.expect("valid");
    let (id, scores): (String, Option<BTreeMap<String, i32>>) = (input.id, input.scores);
    assert_eq!((id.as_str(), scores), ("id-00ff", Some(BTreeMap::from([("id-0000".to_owned(), 7)]))));
}

#[test]
fn struct_expressions_make_exhaustive_structures() {
    // The compiler finds a missing required member, such as `id`.
    let nested = golden::checked::types::Nested { id: "id-00ff".to_owned(), again: None };
    let built = golden::checked::types::Nested::builder().id("id-00ff").build().expect("valid");
    assert!(nested == built);
    let wrong = golden::checked::types::Nested { id: "x".to_owned(), ..nested };
    let found = whitesmith_runtime::validate(&wrong).expect_err("invalid");
    assert_eq!(paths(&found), ["/id"]);
}

#[test]
fn neither_assignments_nor_conversions_make_a_structure_invalid() {
    let mut nested = golden::constraints::types::Nested::builder().id("id-00ff").build().expect("valid");
    let refused = IntoMember::<golden::constraints::types::Id>::into_member("x").expect_err("invalid");
    assert_eq!(paths(&refused), [""]);
    nested.id = "id-0100".into_member().expect("valid");
    let input = golden::constraints::types::CheckInput::builder().id("id-0000").nested(nested).build().expect("valid");
    assert_eq!(whitesmith_runtime::validate(&input), Ok(()));
}

#[test]
fn a_builder_rejects_the_same_values_as_newtypes() {
    let checked = checked::invalid(golden::checked::types::CheckInput::builder()).build().expect_err("invalid");
    let types = constraints::invalid(golden::constraints::types::CheckInput::builder()).build().expect_err("invalid");
    assert_eq!(paths(checked.violations()), PATHS);
    assert_eq!(checked.violations(), types.violations());
}

#[tokio::test]
async fn a_client_rejects_invalid_input_before_it_sends() {
    let (transport, config) = canned();
    let error = checked::invalid(checked::Client::new(config.clone()).check()).send().await.expect_err("invalid");
    let Error::Invalid { violations: checked, .. } = error else { panic!("{error:?}") };
    let error = constraints::invalid(constraints::Client::new(config).check()).send().await.expect_err("invalid");
    let Error::Invalid { violations: types, .. } = error else { panic!("{error:?}") };
    assert_eq!(paths(&checked), PATHS);
    assert_eq!(checked, types);
    assert!(transport.requests().is_empty(), "nothing was sent");
}

async fn answered(router: axum::Router, body: &str) -> Message {
    let headers = [("content-type", "application/x-amz-json-1.1"), ("x-amz-target", "Constraints.Check")];
    raw(serve(router).await, &request("POST /", &headers, body)).await
}

#[tokio::test]
async fn a_server_rejects_the_same_values_as_newtypes() {
    let checked = answered(checked::router(), BODY).await;
    let types = answered(constraints::router(), BODY).await;
    assert_eq!((checked.status(), checked.json()), (400, types.json()));
    let fields = checked.json()["fieldList"].as_array().expect("a list").clone();
    let found: Vec<&str> = fields.iter().map(|field| field["path"].as_str().expect("a path")).collect();
    assert_eq!(found, PATHS);
}

#[tokio::test]
async fn valid_values_pass() {
    let client = checked::Client::new(config(serve(checked::router()).await));
    let call = client.check().id("id-00ff").text("ab").percent(100).set_ids(Some(["id-0000", "id-0001"]));
    call.scores("id-0000", 7).send().await.expect("valid");
}
