//! `build()?` in the method of a server: an internal error that is shown to layers and not to callers.

use std::error::Error as _;
use std::sync::{Arc, Mutex};

use golden::evolution_old::Client;
use golden::evolution_old::errors::{LookError, PayError};
use golden::evolution_old::server::{Payments, service};
use golden::evolution_old::types::{LookInput, LookOutput, PayInput, PayOutput};
use tower::util::MapResponseLayer;
use whitesmith_runtime::BuildError;
use whitesmith_runtime::client::Error;
use whitesmith_runtime::server::{Body, Outcome, RequestContext};

use crate::support::{config, serve};

/// Its outputs lack the required member `state`.
struct Forgetful;

impl Payments for Forgetful {
    async fn pay(&self, _: PayInput, _: RequestContext) -> Result<PayOutput, PayError> {
        Ok(PayOutput::builder().build()?)
    }

    async fn look(&self, _: LookInput, _: RequestContext) -> Result<LookOutput, LookError> {
        Ok(LookOutput::builder().build()?)
    }
}

#[tokio::test]
async fn an_output_that_cannot_be_built_is_an_internal_error_that_only_layers_see() {
    let log: Arc<Mutex<Vec<Outcome>>> = Arc::default();
    let seen = Arc::clone(&log);
    let layer = MapResponseLayer::new(move |response: http::Response<Body>| {
        let outcome = response.extensions().get::<Outcome>().expect("the operation is known").clone();
        seen.lock().expect("not poisoned").push(outcome);
        response
    });
    let service = tower::Layer::layer(&layer, service(Forgetful));
    let client = Client::new(config(serve(axum::Router::new().fallback_service(service)).await));

    let error = client.look().order("o-1").send().await.expect_err("an error");
    let Error::Service(answer) = &error else { panic!("{error:?}") };
    assert_eq!((answer.status(), error.code()), (500, Some("InternalFailure")));
    let shown = format!("{error:?} {error} {:?}", error.message());
    assert!(!shown.contains("state") && !shown.contains("LookOutput"), "{shown}");

    let log = log.lock().expect("not poisoned");
    let failure = log[0].failure().expect("a failure");
    assert_eq!((log[0].operation_name(), failure.code()), ("Look", "InvalidOutput"));
    let cause = failure.source().and_then(|cause| cause.downcast_ref::<BuildError>()).expect("the violations");
    let paths: Vec<&str> = cause.violations().iter().map(|violation| violation.path.as_str()).collect();
    assert_eq!((cause.shape(), paths), ("LookOutput", vec!["/state"]));
}
