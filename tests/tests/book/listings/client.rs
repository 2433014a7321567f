//! Calls of the model `warehouse`.

use std::time::Duration;

use bytes::Bytes;
use golden::warehouse::Client;
use http_body_util::Full;
use whitesmith_runtime::aws::{Environment, MemoryFiles};
use whitesmith_runtime::client::{CallInfo, Canned, ChecksumMode, Config, RequestBody, ResponseChecks, WaitSettings};
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

/// A layer that sets a header.
#[derive(Clone)]
struct SetRequestHeaderLayer {
    name: &'static str,
    value: http::HeaderValue,
}

impl SetRequestHeaderLayer {
    fn new(name: &'static str, value: &'static str) -> Self {
        Self { name, value: http::HeaderValue::from_static(value) }
    }
}

impl<S> tower::Layer<S> for SetRequestHeaderLayer {
    type Service = SetRequestHeader<S>;

    fn layer(&self, inner: S) -> SetRequestHeader<S> {
        SetRequestHeader { inner, name: self.name, value: self.value.clone() }
    }
}

#[derive(Clone)]
struct SetRequestHeader<S> {
    inner: S,
    name: &'static str,
    value: http::HeaderValue,
}

impl<S: tower::Service<http::Request<B>>, B> tower::Service<http::Request<B>> for SetRequestHeader<S> {
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut std::task::Context<'_>) -> std::task::Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: http::Request<B>) -> Self::Future {
        let operation = request.extensions().get::<CallInfo>().map_or("", |call| call.operation());
        println!("calling {operation}");
        request.headers_mut().insert(self.name, self.value.clone());
        self.inner.call(request)
    }
}

#[tokio::test]
async fn layers_know_the_operation() {
    let canned = Canned::new([http::Response::new(r#"{"total":7}"#.into())]);
    let config = Config::new().endpoint_url("http://test").unsigned().transport(canned.clone());
    let config = config.protocol(ProtocolId::RestJson1);

    let team = SetRequestHeaderLayer::new("x-team", "harbour");
    let config = config.layer(team).before_signing(|head, call| {
        head.headers.insert("x-operation", call.operation().try_into()?);
        Ok(())
    });

    Client::new(config).store_articles().id("chair").count(4).send().await.expect("stored");
    let headers = canned.requests()[0].headers().clone();
    assert_eq!(
        (&headers["x-team"], &headers["x-operation"]),
        (&"harbour".parse().unwrap(), &"StoreArticles".parse().unwrap())
    );
}

/// Sends a request with another HTTP library.
async fn exchange(request: http::Request<RequestBody>) -> http::Response<Full<Bytes>> {
    assert_eq!(request.uri().path(), "/articles/chair");
    assert_eq!(request.into_body().collect(0).await.expect("no body"), "");
    http::Response::new(Full::new(r#"{"article":{"id":"chair","count":1}}"#.into()))
}

#[tokio::test]
async fn a_request_can_be_sent_by_others() -> Result<(), Box<dyn std::error::Error>> {
    let config = Config::new().endpoint_url("http://localhost").unsigned().protocol(ProtocolId::RestJson1);
    let client = Client::new(config);

    let (request, reader) = client.get_article().id("chair").customize().sign().await?.into_parts();
    let response: http::Response<Full<Bytes>> = exchange(request).await;
    let article = reader.read(response).await?.output.article;
    assert_eq!(article.count, 1);
    Ok(())
}
