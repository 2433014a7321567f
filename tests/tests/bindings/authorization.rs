//! What authorizers and implementations learn about callers, and verifiers that fail.

use std::convert::Infallible;
use std::time::Duration;

use bytes::Bytes;
use golden::{overrides, shapes};
use http::{Request, request};
use http_body_util::Full;
use tower::ServiceExt;
use whitesmith_runtime::server::{
    AccessRequest, Authentication, Decision, Dispatch, Fault, Identity, Service, ServiceSettings,
};

use super::echo::Echo;
use super::overrides::EchoOverrides;

/// Status of the response to a request without a body.
async fn status<D: Dispatch>(service: Service<D>, request: request::Builder) -> u16 {
    let request = request.body(Full::new(Bytes::new())).expect("good parts");
    service.oneshot(request).await.expect("never fails").status().as_u16()
}

fn with_token(uri: &str, token: &str) -> request::Builder {
    Request::post(uri).header("authorization", format!("Bearer {token}"))
}

/// Knows one token, and panics at others.
fn tokens() -> Authentication {
    Authentication::new().bearer(|token: String| async move {
        assert_eq!(token, "token");
        Ok::<_, Infallible>(Some(Identity::new("alice")))
    })
}

#[tokio::test]
async fn labels_are_decoded_for_authorizers() {
    let deny = Authentication::new().authorize(|request: &AccessRequest<'_>| match request.label("label").as_deref() {
        Some("maps") => Decision::Deny("not the maps".to_owned()),
        _ => Decision::Allow,
    });
    for (label, denied) in [("maps", true), ("%6Daps", true), ("%6d%61ps", true), ("plans", false)] {
        let service = shapes::server::service(Echo).with_authentication(deny.clone());
        let request = Request::put(format!("/bindings/{label}/to/a?fixed=yes"));
        let status = status(service, request).await;
        assert!(status == 403 || (200..300).contains(&status), "{label}: {status}");
        assert_eq!(status == 403, denied, "{label}");
    }
}

#[tokio::test]
async fn the_scope_of_an_unverified_signature_is_not_that_of_a_verified_caller() {
    let authentication = tokens().authorize(|request: &AccessRequest<'_>| {
        assert_eq!(request.identity().map(Identity::name), Some("alice"));
        match request.context.credential_scope() {
            None => Decision::Allow,
            Some(_) => Decision::Deny("nobody verified it".to_owned()),
        }
    });
    let forged = "/look?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=VICTIM/20130524/us-east-1/s/aws4_request\
        &X-Amz-Date=20130524T000000Z&X-Amz-Expires=9&X-Amz-SignedHeaders=host&X-Amz-Signature=00";
    let service = overrides::server::service(EchoOverrides).authenticate(authentication);
    assert_eq!(status(service, with_token(forged, "token")).await, 200);
}

#[tokio::test]
async fn a_verifier_that_does_not_answer_is_a_timeout() {
    let silent =
        Authentication::new().bearer(|_: String| std::future::pending::<Result<Option<Identity>, Infallible>>());
    let settings = ServiceSettings::default().with_verifier_timeout(Duration::from_millis(50));
    let service = overrides::server::service(EchoOverrides).authenticate(silent.clone()).with_settings(settings);
    assert_eq!(status(service, with_token("/look", "token")).await, 503);
    let missing = overrides::server::partial(()).otherwise(Fault::not_implemented).authenticate(silent);
    assert_eq!(status(missing.with_settings(settings), with_token("/look", "token")).await, 503);
}

#[tokio::test]
async fn a_verifier_that_panics_is_an_internal_failure() {
    let service = || overrides::server::service(EchoOverrides).authenticate(tokens());
    assert_eq!(status(service(), with_token("/look", "token")).await, 200);
    assert_eq!(status(service(), with_token("/look", "other")).await, 500);
}
