//! Requests to the server, without a network.

use build_script::Shelves;
use build_script::warehouse::server::service;
use http::{Request, StatusCode};
use http_body_util::{BodyExt, Full};
use tower::ServiceExt;

async fn get(path: &str) -> (StatusCode, String) {
    let mut shelves = Shelves::default();
    shelves.store("chair".parse().expect("a valid id"), 4);
    let request = Request::get(path).body(Full::<&[u8]>::default()).expect("a request");
    let response = service(shelves).oneshot(request).await.expect("always answers");
    let (parts, body) = response.into_parts();
    let body = body.collect().await.expect("a body").to_bytes();
    (parts.status, String::from_utf8(body.to_vec()).expect("text"))
}

#[tokio::test]
async fn articles_are_counted() {
    assert_eq!(get("/articles/chair/count").await, (StatusCode::OK, r#"{"count":4}"#.to_owned()));
}

#[tokio::test]
async fn an_unknown_article_is_a_modeled_error() {
    let (status, body) = get("/articles/table/count").await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(body.contains("there is no article `table`"), "{body}");
}

#[tokio::test]
async fn an_invalid_id_never_reaches_the_implementation() {
    let (status, body) = get("/articles/Chair/count").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(body.contains("/id"), "{body}");
}
