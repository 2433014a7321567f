//! Three generated services in one router.
//!
//! Step Functions' requests all go to `/` and name their operation in a header; those of the two others have paths of their
//! own. So the paths go to their services, and all else to Step Functions.

mod imagebuilder;
mod pages;
mod profiles;
mod sfn;

use axum::Router;

/// All three services, with some data to look at.
pub fn router() -> Router {
    let images = generated::imagebuilder::server::service(imagebuilder::Images::sample());
    let profiles = generated::customer_profiles::server::service(profiles::Profiles::sample());
    let machines = generated::sfn::server::service(sfn::Machines::sample());
    Router::new()
        .route_service("/ListWorkflowExecutions", images.clone())
        .route_service("/ListWorkflowStepExecutions", images)
        .route_service("/domains/{*path}", profiles)
        .fallback_service(machines)
}
