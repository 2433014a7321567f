//! Cross-origin resource sharing, from `@cors` of the model.

use golden::{archive, shapes as echo};
use http::{Request, Response};
use whitesmith_runtime::server::{AccessRequest, Authentication, Body, Decision, Fault, Services};

use super::{run, send};

const APP: &str = "https://app.example";

fn header<'r>(response: &'r Response<String>, name: &str) -> &'r str {
    response.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

fn names(response: &Response<String>, name: &str) -> Vec<String> {
    header(response, name).split(", ").map(str::to_owned).collect()
}

fn archive() -> whitesmith_runtime::server::Service<impl whitesmith_runtime::server::Dispatch> {
    archive::server::partial(()).otherwise(Fault::not_implemented).without_authentication()
}

fn preflight(path: &str, method: &str, origin: &str) -> http::request::Builder {
    Request::options(path).header("origin", origin).header("access-control-request-method", method)
}

#[tokio::test]
async fn preflight_requests_are_answered_from_the_model() {
    let response = send(run(archive()).await, preflight("/sheet", "GET", APP), "").await;
    assert_eq!(response.status().as_u16(), 204);
    assert_eq!(header(&response, "access-control-allow-origin"), APP);
    assert_eq!(header(&response, "access-control-max-age"), "60");
    assert_eq!(header(&response, "vary"), "origin");
    assert!(names(&response, "access-control-allow-methods").contains(&"GET".to_owned()), "{response:?}");
    let allowed = names(&response, "access-control-allow-headers");
    let signed = ["x-app", "content-type", "authorization", "x-amz-date", "x-amz-security-token"];
    let checksums = ["x-amz-checksum-crc32", "x-amz-checksum-sha256", "x-amz-sdk-checksum-algorithm", "x-amz-trailer"];
    for name in signed.into_iter().chain(checksums) {
        assert!(allowed.iter().any(|allowed| allowed == name), "{name}: {response:?}");
    }
}

#[tokio::test]
async fn preflight_requests_need_no_signature_and_refusals_can_be_read() {
    let nobody = Authentication::new().authorize(|_: &AccessRequest<'_>| Decision::Deny("nobody may".to_owned()));
    let service = archive::server::partial(()).otherwise(Fault::not_implemented).authenticate(nobody);
    let address = run(service).await;
    assert_eq!(send(address, preflight("/sheet", "GET", APP), "").await.status().as_u16(), 204);
    let response = send(address, Request::get("/sheet").header("origin", APP), "").await;
    assert_eq!((response.status().as_u16(), header(&response, "access-control-allow-origin")), (403, APP));
}

#[tokio::test]
async fn preflight_requests_have_one_valid_host() {
    let other = echo::server::partial(()).otherwise(Fault::not_implemented);
    let services = Services::new().add(other).add(archive()).build().expect("distinct services");
    for host in ["a.test, b.test", "a@b.test"] {
        let request = || preflight("/sheet", "GET", APP).header("host", host).body(Body::default()).expect("a request");
        let response = tower::ServiceExt::oneshot(archive(), request()).await.expect("a response");
        assert_eq!(response.status().as_u16(), 400, "{host}");
        let response = tower::ServiceExt::oneshot(services.clone(), request()).await.expect("a response");
        assert_eq!(response.status().as_u16(), 400, "{host}");
    }
}

#[tokio::test]
async fn other_origins_are_not_allowed() {
    let response = send(run(archive()).await, preflight("/sheet", "GET", "https://other.example"), "").await;
    assert_eq!((response.status().as_u16(), header(&response, "access-control-allow-origin")), (204, ""));
}

#[tokio::test]
async fn paths_without_an_operation_have_no_preflight() {
    let response = send(run(archive()).await, preflight("/other", "GET", APP), "").await;
    assert_eq!((response.status().as_u16(), header(&response, "access-control-allow-methods")), (404, ""));
}

#[tokio::test]
async fn all_responses_have_the_headers_that_the_model_exposes() {
    let address = run(archive()).await;
    for path in ["/sheet", "/other"] {
        let response = send(address, Request::get(path).header("origin", APP), "").await;
        assert_eq!(header(&response, "access-control-allow-origin"), APP, "{path}");
        let exposed = names(&response, "access-control-expose-headers");
        for name in ["x-quota", "x-count", "x-until", "x-amzn-requestid", "x-amz-checksum-crc32c"] {
            assert!(exposed.iter().any(|exposed| exposed == name), "{path} {name}: {response:?}");
        }
    }
    let response = send(address, Request::get("/sheet"), "").await;
    assert_eq!(header(&response, "access-control-allow-origin"), "", "no browser asked");
}

#[tokio::test]
async fn services_without_the_trait_add_no_headers() {
    let address = run(echo::server::partial(()).otherwise(Fault::not_implemented)).await;
    let response = send(address, preflight("/types", "PUT", APP), "").await;
    assert_eq!(header(&response, "access-control-allow-origin"), "");
}

#[tokio::test]
async fn a_preflight_request_reaches_the_service_of_its_path() {
    let other = echo::server::partial(()).otherwise(Fault::not_implemented);
    let services = Services::new().add(other).add(archive()).build().expect("distinct services");
    let response = send(run(services).await, preflight("/sheet", "GET", APP), "").await;
    assert_eq!((response.status().as_u16(), header(&response, "access-control-allow-origin")), (204, APP));
}

#[test]
fn layers_see_the_traits_that_the_configuration_names() {
    let service = &archive::schema::SERVICE;
    assert_eq!(service.custom_trait("example.archive#tier"), Some(r#""gold""#));
    let tiers = service.operations().iter().map(|one| (one.name(), one.custom_trait("example.archive#tier")));
    let tiers: Vec<_> = tiers.filter(|(_, tier)| tier.is_some()).collect();
    assert_eq!(tiers, [("Describe", Some(r#""basic""#))]);
}
