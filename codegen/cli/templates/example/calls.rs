//! The generated client calls the server over a socket.

use api::notes::Client;
use api::notes::errors::GetNoteError;
use tokio::net::TcpListener;
use whitesmith_runtime::client::Config;
use whitesmith_runtime::server::serve;

/// A client of a new server.
async fn client() -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let endpoint = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { serve(listener, {{crate}}::app()).await });
    Client::new(Config::new().endpoint_url(endpoint).unsigned())
}

#[tokio::test]
async fn a_note_can_be_read_after_it_was_written() {
    let client = client().await;
    client
        .put_note()
        .id("milk")
        .text("Two bottles")
        .send()
        .await
        .expect("written");
    let note = client.get_note().id("milk").send().await.expect("read");
    assert_eq!(note.text.as_str(), "Two bottles");
    let list = client.list_notes().send().await.expect("listed");
    assert_eq!(list.ids.len(), 1);
}

#[tokio::test]
async fn a_note_that_does_not_exist_is_an_error_of_the_model() {
    let error = client()
        .await
        .get_note()
        .id("tea")
        .send()
        .await
        .expect_err("no such note");
    assert!(
        matches!(error.as_service_error(), Some(GetNoteError::NoSuchNote(_))),
        "{error}"
    );
}

#[tokio::test]
async fn an_id_that_breaks_the_pattern_is_not_sent() {
    let error = client()
        .await
        .get_note()
        .id("MILK!")
        .send()
        .await
        .expect_err("not valid");
    assert!(error.to_string().contains("id"), "{error}");
}
