//! Tests of programs that use generated clients and servers.

use golden::warehouse::server::{Warehouse, service};
use golden::warehouse::types::GetArticleInput;
use golden::warehouse::{Client, schema};
use whitesmith_runtime::client::{Canned, Config, Transport};
use whitesmith_runtime::server::RequestContext;

use super::server::Shelves;

/// A client that calls the server in the same process.
pub(crate) fn local() -> Client {
    let transport = Transport::new(service(Shelves::default()));
    Client::new(Config::new().endpoint_url("http://localhost").unsigned().transport(transport))
}

#[tokio::test]
async fn the_request_is_as_expected() -> Result<(), Box<dyn std::error::Error>> {
    let canned = Canned::new([http::Response::new(r#"{"total":7}"#.into())]);
    let config = Config::new().endpoint_url("http://test").unsigned().transport(canned.clone());
    let client = Client::new(config.protocol(whitesmith_runtime::schema::ProtocolId::RestJson1));

    let output = client.store_articles().id("chair").count(4).send().await?;
    assert_eq!(output.total, 7);

    let requests = canned.requests();
    assert_eq!(requests[0].uri(), "http://test/articles/chair/store");
    assert_eq!(requests[0].body().as_ref(), br#"{"count":4}"#);
    Ok(())
}

#[tokio::test]
async fn an_implementation_is_called_directly() {
    let (head, ()) = http::Request::new(()).into_parts();
    let context = RequestContext::new(&schema::GET_ARTICLE, head);
    let input = GetArticleInput::builder().id("chair").build().expect("valid");

    let error = Shelves::default().get_article(input, context).await.expect_err("the shelves are empty");
    assert_eq!(error.to_string(), "NoSuchArticle: there is no article `chair`");
}
