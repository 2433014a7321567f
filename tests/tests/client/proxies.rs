//! Requests through proxies: read by the proxy, or in a tunnel.

use std::net::SocketAddr;
use std::sync::Arc;

use golden::depot::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig, crypto};
use whitesmith_runtime::aws::Environment;
use whitesmith_runtime::client::{Config, Proxies};

use super::support::{Server, chain, header, response};

/// A host that only the proxy can reach.
const HOST: &str = "service.test";

fn done() -> String {
    response("204 No Content", "", "")
}

async fn delete(config: Config) -> Result<(), String> {
    let call = Client::new(config.unsigned().attempts(1)).delete_object().bucket("b").key("k").send().await;
    call.map(drop).map_err(|error| chain(&error))
}

fn through(proxy: SocketAddr) -> Proxies {
    Proxies::new(&format!("http://ada:p%40ss@{proxy}"), "").expect("valid")
}

#[tokio::test]
async fn a_proxy_reads_requests_without_tls() {
    let proxy = Server::start([done()]).await;
    let config = Config::new().endpoint_url(format!("http://{HOST}")).proxies(through(proxy.address));
    delete(config).await.expect("deleted");
    let requests = proxy.requests();
    assert!(requests[0].starts_with(&format!("DELETE http://{HOST}/b/k HTTP/1.1\r\n")), "{}", requests[0]);
    assert_eq!(header(&requests[0], "host"), Some(HOST));
    // `ada:p@ss` in base64.
    assert_eq!(header(&requests[0], "proxy-authorization"), Some("Basic YWRhOnBAc3M="));
}

#[tokio::test]
async fn hosts_that_are_excepted_are_reached_directly() {
    let (proxy, service) = (Server::start([done()]).await, Server::start([done()]).await);
    let proxies = Proxies::new(&format!("http://{}", proxy.address), "127.0.0.0/8").expect("valid");
    delete(service.config().proxies(proxies)).await.expect("deleted");
    assert_eq!((proxy.requests().len(), service.requests().len()), (0, 1));
    assert_eq!(header(&service.requests()[0], "proxy-authorization"), None);
}

#[tokio::test]
async fn settings_of_aws_tools_include_proxies() {
    let proxy = Server::start([done()]).await;
    let environment = Environment::new().variable("http_proxy", format!("http://{}", proxy.address));
    let config = environment.config().await.expect("valid").endpoint_url(format!("http://{HOST}"));
    delete(config).await.expect("deleted");
    assert_eq!(proxy.requests().len(), 1);
}

/// A service over TLS, and the certificate to trust.
async fn service() -> (SocketAddr, ClientConfig) {
    let key = rcgen::generate_simple_self_signed([HOST.to_owned()]).expect("a certificate");
    let chain = vec![key.cert.der().clone()];
    let secret = PrivateKeyDer::try_from(key.signing_key.serialize_der()).expect("a key");
    let provider = Arc::new(crypto::ring::default_provider());
    let server = ServerConfig::builder_with_provider(Arc::clone(&provider)).with_safe_default_protocol_versions();
    let server =
        server.expect("versions").with_no_client_auth().with_single_cert(chain, secret).expect("a certificate");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a connection");
        let mut stream = TlsAcceptor::from(Arc::new(server)).accept(stream).await.expect("TLS");
        let mut bytes = [0; 4096];
        let length = stream.read(&mut bytes).await.expect("a request");
        let text = String::from_utf8_lossy(&bytes[..length]);
        assert!(text.starts_with("DELETE /b/k HTTP/1.1\r\n"), "{text}");
        assert_eq!(header(&text, "proxy-authorization"), None);
        stream.write_all(done().as_bytes()).await.expect("sent");
    });
    let mut roots = RootCertStore::empty();
    roots.add(key.cert.der().clone()).expect("a certificate");
    let client = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    (address, client.expect("versions").with_root_certificates(roots).with_no_client_auth())
}

/// A proxy that answers the first request with a status, and then connects to `service`. Returns that request.
async fn tunnel(status: &'static str, service: SocketAddr) -> (SocketAddr, tokio::task::JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let served = tokio::spawn(async move {
        let (mut client, _) = listener.accept().await.expect("a connection");
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(client.read_u8().await.expect("a head"));
        }
        client.write_all(format!("HTTP/1.1 {status}\r\n\r\n").as_bytes()).await.expect("sent");
        let mut service = TcpStream::connect(service).await.expect("a connection");
        tokio::spawn(async move { tokio::io::copy_bidirectional(&mut client, &mut service).await });
        String::from_utf8(head).expect("a head")
    });
    (address, served)
}

#[tokio::test]
async fn requests_over_tls_pass_the_proxy_in_a_tunnel() {
    let (service, tls) = service().await;
    let (proxy, connect) = tunnel("200 Connected", service).await;
    let config = Config::new().endpoint_url(format!("https://{HOST}")).tls(tls).proxies(through(proxy));
    delete(config).await.expect("deleted");
    let connect = connect.await.expect("connected");
    assert!(connect.starts_with(&format!("CONNECT {HOST}:443 HTTP/1.1\r\n")), "{connect}");
    assert_eq!(header(&connect, "proxy-authorization"), Some("Basic YWRhOnBAc3M="));
}

#[tokio::test]
async fn the_error_says_that_the_proxy_requires_a_password_and_does_not_show_it() {
    let (service, tls) = service().await;
    let (proxy, _connect) = tunnel("407 Proxy Authentication Required", service).await;
    let config = Config::new().endpoint_url(format!("https://{HOST}")).tls(tls).proxies(through(proxy));
    let error = delete(config).await.expect_err("refused");
    assert!(error.contains("proxy authorization required") && !error.contains("p@ss"), "{error}");
}

#[tokio::test]
async fn a_proxy_of_the_environment_with_another_scheme_is_an_error() {
    let environment = Environment::new().variable("ALL_PROXY", "socks5://ada:secret@127.0.0.1:1080");
    let config = environment.config().await.expect("valid").endpoint_url(format!("http://{HOST}"));
    let error = delete(config).await.expect_err("refused");
    assert!(error.contains("its scheme is not `http`") && !error.contains("secret"), "{error}");
}
