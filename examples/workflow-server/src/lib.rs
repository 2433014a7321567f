//! Three generated services in one router.
//!
//! Image Builder and Customer Profiles have a path for each operation. All other requests go to Step Functions, which
//! uses the path `/` and a header with the name of the operation.

mod imagebuilder;
mod pages;
mod profiles;
mod sfn;

use axum::Router;

/// All three services with sample data.
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
