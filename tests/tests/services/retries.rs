//! Retries: which errors are retried, and how.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use golden::depot::Client;
use tokio::net::TcpListener;
use whitesmith_runtime::client::Credentials;
use whitesmith_runtime::client::{Config, Error};
use whitesmith_runtime::schema::TimestampFormat;
use whitesmith_runtime::types::Timestamp;

use super::support::{Message, config, response, scripted};

fn failed(code: &str) -> String {
    format!("<Error><Code>{code}</Code><Message>m</Message></Error>")
}

/// Requests of a call to which the service first gives this response.
async fn requests(first: String) -> Vec<Message> {
    let done = response("204 No Content", "", "");
    let (address, server) = scripted(vec![first, done]).await;
    let result = Client::new(config(address).attempts(2)).delete_object().bucket("b").key("k").send().await;
    if result.is_err() {
        server.abort();
        return Vec::new();
    }
    server.await.expect("the server")
}

#[tokio::test]
async fn timeouts_that_the_service_reports_are_tried_again() {
    for code in ["RequestTimeout", "RequestTimeoutException"] {
        assert_eq!(requests(response("400 Bad Request", "", &failed(code))).await.len(), 2, "{code}");
    }
    assert_eq!(requests(response("408 Request Timeout", "", "")).await.len(), 2);
    assert!(requests(response("400 Bad Request", "", &failed("MalformedXML"))).await.is_empty());
}

/// Headers `date` an hour ahead, in all forms.
fn ahead() -> [String; 3] {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970").as_secs();
    let time = Timestamp::from_unix(now.cast_signed() + 3600, 0).expect("in range").format(TimestampFormat::HttpDate);
    let parts: Vec<&str> = time.split(' ').collect();
    let [weekday, day, month, year, hours, "GMT"] = parts[..] else { panic!("{time}") };
    let days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    let long = days.iter().find(|day| day[..3] == weekday[..3]).expect("a weekday");
    [
        format!("date: {time}\r\n"),
        format!("date: {long}, {day}-{month}-{} {hours} GMT\r\n", &year[2..]),
        format!("date: {} {month} {:>2} {hours} {year}\r\n", &weekday[..3], day.trim_start_matches('0')),
    ]
}

/// Seconds from now to the time of a signature.
fn signed_ahead(message: &Message) -> i64 {
    let text = message.header("x-amz-date");
    let part = |range: std::ops::Range<usize>| text.get(range).unwrap_or_default();
    let time =
        format!("{}-{}-{}T{}:{}:{}Z", part(0..4), part(4..6), part(6..8), part(9..11), part(11..13), part(13..15));
    let signed = Timestamp::parse(&time, TimestampFormat::DateTime).expect("a time");
    let signed = SystemTime::try_from(signed).expect("in range");
    let now = SystemTime::now();
    signed
        .duration_since(now)
        .map_or_else(|e| -e.duration().as_secs().cast_signed(), |ahead| ahead.as_secs().cast_signed())
}

#[tokio::test]
async fn requests_are_signed_by_the_services_clock_once_it_is_known() {
    for (code, ahead) in ["RequestTimeTooSkewed", "RequestExpired", "SignatureDoesNotMatch"].into_iter().zip(ahead()) {
        let done = response("204 No Content", "", "");
        let rejected = response("403 Forbidden", &ahead, &failed(code));
        let (address, server) = scripted(vec![rejected, done.clone(), done]).await;
        let credentials = Credentials::new("id", "secret");
        let config = Config::new().region("r").endpoint_url(format!("http://{address}")).credentials(credentials);
        let client = Client::new(config.attempts(2));
        client.delete_object().bucket("b").key("k").send().await.expect("the second attempt");
        client.delete_object().bucket("b").key("k").send().await.expect("a later call");
        let skews: Vec<i64> = server.await.expect("the server").iter().map(signed_ahead).collect();
        assert!(skews[0].abs() < 60, "{code}: {skews:?}");
        assert!(skews[1..].iter().all(|skew| (skew - 3600).abs() < 60), "{code}: {skews:?}");
    }
}

#[tokio::test]
async fn a_certificate_that_is_not_trusted_is_not_tried_again() {
    let key = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let chain = vec![key.cert.der().clone()];
    let secret =
        tokio_rustls::rustls::pki_types::PrivateKeyDer::try_from(key.signing_key.serialize_der()).expect("a key");
    let provider = std::sync::Arc::new(tokio_rustls::rustls::crypto::ring::default_provider());
    let tls = tokio_rustls::rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(chain, secret)
        .expect("a certificate");
    let other = rcgen::generate_simple_self_signed(["other".to_owned()]).expect("a certificate").cert.pem();
    let acceptor = tokio_rustls::TlsAcceptor::from(std::sync::Arc::new(tls));
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let connections = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let counter = connections.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            counter.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            let _ = acceptor.accept(stream).await;
        }
    });
    let config = Config::new().endpoint_url(format!("https://localhost:{}", address.port())).unsigned();
    let client = Client::new(config.root_certificates(other));
    let error = client.delete_object().bucket("b").key("k").send().await.expect_err("not trusted");
    assert!(matches!(error, Error::Transport { .. }) && !error.is_retryable(), "{error:?}");
    assert_eq!(connections.load(std::sync::atomic::Ordering::SeqCst), 1);
}

#[tokio::test]
async fn the_time_limit_of_connecting_covers_tls() {
    // Accepts connections, and never responds.
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let limit = Duration::from_millis(20);
    let config = Config::new().endpoint_url(format!("https://{address}")).unsigned().attempts(1);
    let other = rcgen::generate_simple_self_signed(["other".to_owned()]).expect("a certificate").cert.pem();
    let client = Client::new(config.root_certificates(other).connect_timeout(limit));
    let error = client.delete_object().bucket("b").key("k").send().await.expect_err("no handshake");
    let Error::Transport { source: cause, .. } = &error else { panic!("{error:?}") };
    let mut text = String::new();
    let mut next: Option<&dyn std::error::Error> = Some(&**cause);
    while let Some(cause) = next {
        text.extend([cause.to_string().as_str(), "; "]);
        next = cause.source();
    }
    assert!(text.contains("not connected within 20ms") && error.is_retryable(), "{text}");
}
