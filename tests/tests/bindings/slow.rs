//! Requests whose bodies are not received in time.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use whitesmith_runtime::server::ServiceSettings;

use super::echo::Echo;

/// Sends the head of a request and one byte of its body, and reads the response.
async fn trickle(settings: ServiceSettings, head: &str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("bound");
    let service = golden::shapes::server::service(Echo).with_settings(settings);
    let app = axum::Router::new().fallback_service(service);
    tokio::spawn(async move { axum::serve(listener, app).await });
    let mut stream = TcpStream::connect(address).await.expect("a connection");
    let text = format!("POST {head}\r\nhost: localhost\r\ncontent-length: 2\r\n\r\n{{");
    stream.write_all(text.as_bytes()).await.expect("to write");
    let mut answer = String::new();
    let read = tokio::time::timeout(Duration::from_secs(20), stream.read_to_string(&mut answer));
    read.await.expect("an answer in time").expect("text");
    answer
}

#[tokio::test]
async fn a_body_that_does_not_arrive_is_a_timeout_in_each_protocol() {
    let settings = ServiceSettings::default().with_body_timeout(Duration::from_millis(50));
    for (head, words) in [
        ("/types HTTP/1.1\r\ncontent-type: application/json", "x-amzn-errortype: RequestTimeoutException"),
        ("/ HTTP/1.1\r\ncontent-type: application/x-www-form-urlencoded", "<Code>RequestTimeoutException</Code>"),
        (
            "/service/Shapes/operation/EchoTypes HTTP/1.1\r\ncontent-type: application/json\r\nsmithy-protocol: rpc-v2-json",
            "\"__type\":\"RequestTimeoutException\"",
        ),
    ] {
        let answer = trickle(settings, head).await;
        assert!(answer.starts_with("HTTP/1.1 408 ") && answer.contains(words), "{answer}");
        assert!(answer.contains("Timed out reading the request body: it took more than 50ms"), "{answer}");
    }
}
