//! Three generated services in one router.
//!
//! Image Builder and Customer Profiles have a path for each operation. All other requests go to Step Functions, which
//! uses the path `/` and a header with the name of the operation.

pub mod credentials;
mod imagebuilder;
mod pages;
mod profiles;
mod sfn;

use axum::Router;
use whitesmith_runtime::server::{Dispatch, Service, SigV4Verifier, Unauthenticated};

/// All three services with sample data. Everybody may call them.
pub fn router() -> Router {
    routes(None)
}

/// All three services with sample data, for callers with a valid signature.
pub fn authenticated_router(verifier: &SigV4Verifier) -> Router {
    routes(Some(verifier))
}

fn routes(verifier: Option<&SigV4Verifier>) -> Router {
    let images = generated::imagebuilder::server::service(imagebuilder::Images::sample());
    let profiles = generated::customer_profiles::server::service(profiles::Profiles::sample());
    let machines = generated::sfn::server::service(sfn::Machines::sample());
    let (images, profiles) = (protect(images, verifier), protect(profiles, verifier));
    let machines = protect(machines, verifier);
    Router::new()
        .route_service("/ListWorkflowExecutions", images.clone())
        .route_service("/ListWorkflowStepExecutions", images)
        .route_service("/domains/{*path}", profiles)
        .fallback_service(machines)
}

/// Verifies the callers of a service, or accepts all callers.
fn protect<D: Dispatch>(service: Unauthenticated<D>, verifier: Option<&SigV4Verifier>) -> Service<D> {
    match verifier {
        Some(verifier) => service.authenticate(verifier.clone()),
        None => service.without_authentication(),
    }
}
