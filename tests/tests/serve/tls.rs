//! TLS: both versions of HTTP, and handshakes that do not end.

use std::sync::Arc;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::pki_types::pem::PemObject as _;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer, ServerName};
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig};
use whitesmith_runtime::server::{ServeLimits, TlsError, tls_from_pem};

use crate::support::{Running, start_with};
use crate::{assert_about, closed};

struct Certificate {
    chain: String,
    key: String,
    der: CertificateDer<'static>,
}

fn certificate() -> Certificate {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    Certificate { chain: made.cert.pem(), key: made.signing_key.serialize_pem(), der: made.cert.der().clone() }
}

/// With all features, rustls has two providers and chooses none.
fn provider() -> Arc<CryptoProvider> {
    Arc::new(ring::default_provider())
}

async fn serve_tls(certificate: &Certificate) -> Running {
    let config = tls_from_pem(certificate.chain.as_bytes(), certificate.key.as_bytes()).expect("a usable certificate");
    start_with(|server| server.tls(config)).await
}

#[tokio::test]
async fn both_versions_are_offered() {
    let certificate = certificate();
    let server = serve_tls(&certificate).await;
    let mut roots = RootCertStore::empty();
    roots.add(certificate.der.clone()).expect("a root");
    let config = ClientConfig::builder_with_provider(provider());
    let config = config.with_safe_default_protocol_versions().expect("versions");
    let mut config = config.with_root_certificates(roots).with_no_client_auth();
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    for (offered, expected) in [(&[&b"h2"[..], b"http/1.1"][..], &b"h2"[..]), (&[b"http/1.1"], b"http/1.1")] {
        config.alpn_protocols = offered.iter().map(|name| name.to_vec()).collect();
        let connector = TlsConnector::from(Arc::new(config.clone()));
        let stream = TcpStream::connect(server.address).await.expect("a connection");
        let name = ServerName::try_from("localhost").expect("a name");
        let mut stream = connector.connect(name, stream).await.expect("a handshake");
        assert_eq!(stream.get_ref().1.alpn_protocol(), Some(expected));
        if expected == b"http/1.1" {
            let request = b"GET / HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
            stream.write_all(request).await.expect("to write");
            let mut answer = String::new();
            stream.read_to_string(&mut answer).await.expect("an answer");
            assert!(answer.ends_with("ok"), "{answer}");
        }
    }
}

#[tokio::test]
async fn clients_without_a_certificate_are_refused_if_one_is_required() {
    let (server, client) = (certificate(), certificate());
    let roots = |certificate: &Certificate| {
        let mut roots = RootCertStore::empty();
        roots.add(certificate.der.clone()).expect("a root");
        roots
    };
    let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots(&client)), provider());
    let verifier = verifier.build().expect("a verifier");
    let key = |certificate: &Certificate| PrivateKeyDer::from_pem_slice(certificate.key.as_bytes()).expect("a key");
    let config = ServerConfig::builder_with_provider(provider());
    let config = config.with_safe_default_protocol_versions().expect("versions").with_client_cert_verifier(verifier);
    let config = config.with_single_cert(vec![server.der.clone()], key(&server)).expect("a usable certificate");
    let running = start_with(|server| server.tls(config)).await;
    for (own, expected) in [(Some(&client), true), (None, false), (Some(&server), false)] {
        let config = ClientConfig::builder_with_provider(provider());
        let config = config.with_safe_default_protocol_versions().expect("versions");
        let config = config.with_root_certificates(roots(&server));
        let config = match own {
            Some(own) => config.with_client_auth_cert(vec![own.der.clone()], key(own)).expect("a usable certificate"),
            None => config.with_no_client_auth(),
        };
        let stream = TcpStream::connect(running.address).await.expect("a connection");
        let name = ServerName::try_from("localhost").expect("a name");
        let mut answer = Vec::new();
        // With TLS 1.3, a client learns after its handshake that it is refused.
        if let Ok(mut stream) = TlsConnector::from(Arc::new(config)).connect(name, stream).await {
            let request = b"GET /certificate HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n";
            let sent = stream.write_all(request).await;
            let read = stream.read_to_end(&mut answer).await;
            assert_eq!(sent.is_ok() && read.is_ok(), expected);
        }
        // The service gets the certificate of the client.
        assert_eq!(answer.ends_with(&client.der), expected);
    }
}

#[tokio::test(start_paused = true)]
async fn handshakes_that_do_not_end_are_closed() {
    let server = serve_tls(&certificate()).await;
    let stream = server.send(&[22, 3, 1]).await;
    assert_about(closed(vec![stream]).await, ServeLimits::default().header_timeout);
}

#[test]
fn unusable_certificates_are_reported_apart() {
    let (one, other) = (certificate(), certificate());
    let result = |chain: &str, key: &str| tls_from_pem(chain.as_bytes(), key.as_bytes()).map(drop);
    assert!(matches!(result("", &one.key), Err(TlsError::Certificates(_))));
    assert!(matches!(result(&one.chain, "no key"), Err(TlsError::Key(_))));
    assert!(matches!(result(&one.chain, &other.key), Err(TlsError::Unusable(_))));
}
