//! The generated client calls the server over a socket.

use api::{{module}}::Client;
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
async fn an_operation_is_not_implemented_yet() {
    let client = client().await;
    let call = client.{{method}}();
    let error = call.send().await.expect_err("{{reason}}");
    assert!(format!("{error:?}").contains("{{reason}}"), "{error:?}");
}
