//! The end of pagination.

use golden::depot::Client;
use whitesmith_runtime::client::{Canned, Config};

fn page(marker: &str, rest: &str) -> http::Response<bytes::Bytes> {
    let body = format!(
        "<ListPartsResult><Part><PartNumber>1</PartNumber></Part>\
         <NextPartNumberMarker>{marker}</NextPartNumberMarker>{rest}</ListPartsResult>"
    );
    http::Response::new(body.into())
}

/// The number of requests until the paginator ends.
async fn requests(pages: Vec<http::Response<bytes::Bytes>>, first: Option<&str>) -> usize {
    let canned = Canned::new(pages);
    let client = Client::new(Config::new().endpoint_url("http://test").unsigned().transport(canned.clone()));
    let call = client.list_parts().bucket("b").key("k").set_part_number_marker(first.map(str::to_owned));
    let mut items = call.paginate().items();
    while items.try_next().await.expect("a page").is_some() {}
    canned.requests().len()
}

const LAST: &str = "<IsTruncated>false</IsTruncated>";
const MORE: &str = "<IsTruncated>true</IsTruncated>";

#[tokio::test]
async fn a_page_that_is_not_truncated_is_the_last() {
    let pages = vec![page("1", MORE), page("2", LAST), page("0", LAST)];
    assert_eq!(requests(pages, None).await, 2);
}

#[tokio::test]
async fn a_token_that_was_sent_is_not_sent_again() {
    let pages = vec![page("2", MORE), page("0", MORE), page("2", MORE), page("0", MORE)];
    assert_eq!(requests(pages, None).await, 3);
}

#[tokio::test]
async fn the_callers_own_token_is_one_that_was_sent() {
    let pages = vec![page("2", ""), page("5", ""), page("7", "")];
    assert_eq!(requests(pages, Some("5")).await, 2);
}
