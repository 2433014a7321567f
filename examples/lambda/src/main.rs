//! Serves the events of a function in AWS Lambda: of an API Gateway, a function URL or an Application Load Balancer.

#[tokio::main]
async fn main() -> Result<(), lambda_http::Error> {
    let prefix = std::env::var("PATH_PREFIX").unwrap_or_default();
    lambda_http::run(lambda::service(&prefix)).await
}
