//! Calls of the model `warehouse`.

use std::time::Duration;

use golden::warehouse::Client;
use whitesmith_runtime::aws::{Environment, MemoryFiles};
use whitesmith_runtime::client::{ChecksumMode, Config, RequestBody, ResponseChecks, Transport, WaitSettings};
use whitesmith_runtime::schema::ProtocolId;

use super::testing::local;

#[tokio::test]
async fn a_call_is_a_builder() -> Result<(), Box<dyn std::error::Error>> {
    let client = local();
    let output = client.store_articles().id("chair").count(4).shelf("B 12".to_owned()).send().await?;
    assert_eq!(output.total, 4);
    Ok(())
}

#[tokio::test]
async fn pages_are_streams() -> Result<(), Box<dyn std::error::Error>> {
    let client = local();
    for id in ["bench", "chair", "table"] {
        client.store_articles().id(id).count(1).send().await?;
    }

    let mut articles = client.list_articles().page_size(2).paginate().items();
    let mut names = Vec::new();
    while let Some(article) = articles.try_next().await? {
        names.push(article.id.to_string());
    }
    assert_eq!(names, ["bench", "chair", "table"]);
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn waiters_repeat_a_call() -> Result<(), Box<dyn std::error::Error>> {
    let client = local();
    let storing = client.clone();
    tokio::spawn(async move {
        tokio::time::sleep(Duration::from_secs(5)).await;
        storing.store_articles().id("chair").count(1).send().await
    });

    client.get_article().id("chair").wait_until_article_in_stock(Duration::from_secs(60)).await?;

    let settings = WaitSettings::new(Duration::from_secs(60)).min_delay(Duration::from_secs(1));
    client.get_article().id("chair").wait_until_article_in_stock(settings).await?;
    Ok(())
}

#[tokio::test]
async fn a_call_may_differ_from_its_client() -> Result<(), Box<dyn std::error::Error>> {
    let client = local();
    client.store_articles().id("chair").count(1).send().await?;

    let call = client.get_article().id("chair").customize();
    let call = call.timeout(Duration::from_secs(2)).attempts(1).header("x-team", "harbour");
    let response = call.send_with_response().await?;
    assert_eq!(response.output.article.count, 1);
    assert_eq!((response.info.status(), response.info.attempts()), (200, 1));
    assert!(response.info.request_id().is_some());
    Ok(())
}

#[test]
fn a_configuration_serves_many_clients() {
    let config = Config::new()
        .region("eu-central-1")
        .endpoint_url("http://127.0.0.1:8080")
        .unsigned()
        .connect_timeout(Duration::from_secs(2))
        .attempt_timeout(Duration::from_secs(10))
        .operation_timeout(Duration::from_secs(30))
        .attempts(5)
        .protocol(ProtocolId::RpcV2Cbor)
        .request_checksums(ChecksumMode::WhenRequired)
        .check_responses(ResponseChecks::Constraints);
    let client = Client::new(config.clone());
    assert!(format!("{client:?}").contains("example.warehouse#Warehouse"));
    drop(Client::new(config));
}

#[tokio::test]
async fn settings_come_from_an_environment() -> Result<(), Box<dyn std::error::Error>> {
    let files = MemoryFiles::new([("/ada/.aws/config", "[profile dev]\nregion = eu-central-1\n")]);
    let environment = Environment::new().variable("HOME", "/ada").files(files).profile("dev");
    let config = environment.config().await?;
    assert_eq!(config.region_name(), Some("eu-central-1"));
    Ok(())
}

#[test]
fn a_layer_sees_each_attempt() {
    let config = Config::new().endpoint_url("https://example.com").unsigned();
    let tagged = tower::ServiceBuilder::new()
        .map_request(|mut request: http::Request<RequestBody>| {
            request.headers_mut().insert("x-team", http::HeaderValue::from_static("harbour"));
            request
        })
        .service(Transport::standard(&config));
    let client = Client::new(config.transport(Transport::new(tagged)));
    drop(client);
}
