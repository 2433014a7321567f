//! TLS with a certificate that only the configuration trusts, and HTTP/2.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use golden::streams::Client;
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto::Builder;
use hyper_util::service::TowerToHyperService;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use whitesmith_runtime::client::{Config, Error};
use whitesmith_runtime::schema::ProtocolId;

use crate::events::talk_in_turns;
use crate::service::{Local, chain};

/// A server with a self-signed certificate for `localhost`.
struct Server {
    address: SocketAddr,
    /// Certificate as PEM.
    pem: String,
    /// Whether a connection used HTTP/2.
    spoke_http_2: Arc<AtomicBool>,
}

impl Server {
    async fn offering(protocols: &[&str]) -> Self {
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).expect("a key");
        // With all features, rustls has two providers and chooses none.
        let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let config = config.with_safe_default_protocol_versions().expect("versions").with_no_client_auth();
        let mut config = config.with_single_cert(vec![made.cert.der().clone()], key).expect("they belong together");
        config.alpn_protocols = protocols.iter().map(|name| name.as_bytes().to_vec()).collect();
        let acceptor = TlsAcceptor::from(Arc::new(config));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let (address, spoke_http_2) = (listener.local_addr().expect("bound"), Arc::new(AtomicBool::new(false)));
        let seen = Arc::clone(&spoke_http_2);
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                let Ok(stream) = acceptor.accept(socket).await else { continue };
                seen.fetch_or(stream.get_ref().1.alpn_protocol() == Some(b"h2"), Ordering::SeqCst);
                let service = golden::streams::server::service(Local::default()).without_authentication();
                let service = TowerToHyperService::new(service);
                let builder = Builder::new(TokioExecutor::new());
                tokio::spawn(async move { builder.serve_connection(TokioIo::new(stream), service).await });
            }
        });
        Self { address, pem: made.cert.pem(), spoke_http_2 }
    }

    fn config(&self) -> Config {
        let url = format!("https://localhost:{}", self.address.port());
        Config::new().endpoint_url(url).protocol(ProtocolId::RestJson1).unsigned().attempts(1)
    }
}

#[tokio::test]
async fn events_go_both_ways_at_once_where_the_server_offers_http_2() {
    let server = Server::offering(&["h2", "http/1.1"]).await;
    let client = Client::new(server.config().root_certificates(server.pem.clone()));
    talk_in_turns(&client).await;
    assert!(server.spoke_http_2.load(Ordering::SeqCst));
}

#[tokio::test]
async fn http_1_1_is_used_if_the_server_lacks_http_2() {
    let server = Server::offering(&["http/1.1"]).await;
    let client = Client::new(server.config().root_certificates(server.pem.clone()));
    let echoed = client.echo().body("some text").send().await.expect("echoed");
    assert_eq!(echoed.body.collect(9).await.expect("nine bytes"), "some text");
    assert!(!server.spoke_http_2.load(Ordering::SeqCst));
}

#[tokio::test]
async fn an_untrusted_certificate_is_rejected() {
    let server = Server::offering(&["h2"]).await;
    let other = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let client = Client::new(server.config().root_certificates(other.cert.pem()));
    let error = client.echo().body("some text").send().await.expect_err("not trusted");
    assert!(matches!(&error, Error::Transport { .. }) && chain(&error).contains("certificate"), "{error:?}");
}

#[tokio::test]
async fn invalid_root_certificates_are_reported_on_first_use() {
    let server = Server::offering(&["h2"]).await;
    for pem in ["", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
        let client = Client::new(server.config().root_certificates(pem));
        let error = chain(&client.echo().body("some text").send().await.expect_err("no roots"));
        assert!(error.contains("the root certificates of the configuration: "), "{error}");
    }
}
