//! Requests through proxies: read by the proxy, or in a tunnel.

use std::net::SocketAddr;
use std::sync::Arc;

use golden::depot::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{ClientConfig, RootCertStore, ServerConfig, crypto};
use whitesmith_runtime::aws::{Environment, MemoryFiles};
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

/// The metadata services of instances and containers, of which nothing answers here.
#[tokio::test(start_paused = true)]
async fn requests_for_the_credentials_of_the_machine_never_pass_a_proxy() {
    let proxy = Server::start([response("404 Not Found", "", "")]).await;
    let sources = [
        ("AWS_EC2_METADATA_DISABLED", "false"),
        ("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "IPv6"),
        ("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "/v2/credentials"),
        ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials"),
        ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://[fd00:ec2::23]/v1/credentials"),
    ];
    for (name, value) in sources {
        let environment = Environment::new().files(MemoryFiles::default()).variable(name, value);
        let environment = ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"]
            .iter()
            .fold(environment, |environment, name| environment.variable(*name, format!("http://{}", proxy.address)));
        // A machine of the cloud may have such credentials.
        let _ = environment.credentials().await;
        assert_eq!(proxy.requests().len(), 0, "{name}={value}: {:?}", proxy.requests());
    }
}

#[tokio::test]
async fn the_endpoint_of_the_metadata_service_is_reached_directly() {
    let proxy = Server::start([response("404 Not Found", "", "")]).await;
    let service = Server::start([response("200 OK", "", "token"), response("404 Not Found", "", "")]).await;
    // Another address of this machine, which is not excepted from the proxies of the environment.
    let endpoint = format!("http://0.0.0.0:{}", service.address.port());
    let environment = Environment::new().files(MemoryFiles::default());
    let environment = environment.variable("AWS_EC2_METADATA_SERVICE_ENDPOINT", endpoint);
    let environment = environment.variable("http_proxy", format!("http://{}", proxy.address));
    environment.credentials().await.expect_err("an instance without a role");
    assert_eq!((proxy.requests().len(), service.requests().len()), (0, 2));
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
async fn a_proxy_of_the_environment_with_an_unknown_scheme_is_not_used() {
    assert!(Proxies::new("ftp://ada:secret@127.0.0.1", "").is_err());
}

/// A server over TLS that connects those who ask for it to `service`, and answers others. Returns the first request.
async fn proxy_over_tls(service: SocketAddr) -> (SocketAddr, RootCertStore, tokio::task::JoinHandle<String>) {
    let key = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let secret = PrivateKeyDer::try_from(key.signing_key.serialize_der()).expect("a key");
    let server = ServerConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
        .with_safe_default_protocol_versions();
    let server = server.expect("versions").with_no_client_auth();
    let server = server.with_single_cert(vec![key.cert.der().clone()], secret).expect("a certificate");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let task = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a connection");
        let mut client = TlsAcceptor::from(Arc::new(server)).accept(stream).await.expect("TLS");
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(client.read_u8().await.expect("a head"));
        }
        if head.starts_with(b"CONNECT") {
            client.write_all(b"HTTP/1.1 200 Connected\r\n\r\n").await.expect("sent");
            let mut service = TcpStream::connect(service).await.expect("a connection");
            tokio::spawn(async move { tokio::io::copy_bidirectional(&mut client, &mut service).await });
        } else {
            client.write_all(done().as_bytes()).await.expect("sent");
        }
        String::from_utf8(head).expect("a head")
    });
    let mut roots = RootCertStore::empty();
    roots.add(key.cert.der().clone()).expect("a certificate");
    (address, roots, task)
}

fn trusting(roots: RootCertStore) -> ClientConfig {
    let client = ClientConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()));
    let client = client.with_safe_default_protocol_versions().expect("versions");
    client.with_root_certificates(roots).with_no_client_auth()
}

#[tokio::test]
async fn the_connection_to_a_proxy_can_use_tls() {
    let unused = "127.0.0.1:9".parse().expect("an address");
    let (address, roots, request) = proxy_over_tls(unused).await;
    let proxies = Proxies::new(&format!("https://ada:p%40ss@localhost:{}", address.port()), "").expect("valid");
    let config = Config::new().endpoint_url(format!("http://{HOST}")).tls(trusting(roots)).proxies(proxies);
    delete(config).await.expect("deleted");
    let request = request.await.expect("served");
    assert!(request.starts_with(&format!("DELETE http://{HOST}/b/k HTTP/1.1\r\n")), "{request}");
    assert_eq!(header(&request, "proxy-authorization"), Some("Basic YWRhOnBAc3M="));
}

#[tokio::test]
async fn a_tunnel_can_pass_a_proxy_over_tls() {
    // The service has another certificate than the proxy, so the client reports that it does not know it.
    let (service, _) = service().await;
    let (address, roots, request) = proxy_over_tls(service).await;
    let proxies = Proxies::new(&format!("https://localhost:{}", address.port()), "").expect("valid");
    let config = Config::new().endpoint_url(format!("https://{HOST}")).tls(trusting(roots)).proxies(proxies);
    let error = delete(config).await.expect_err("an unknown certificate");
    assert!(error.contains("certificate"), "{error}");
    assert!(request.await.expect("served").starts_with(&format!("CONNECT {HOST}:443 HTTP/1.1\r\n")));
}

/// A SOCKS proxy that connects to `service`. Returns what the client asked for, without the greeting.
async fn socks(version: u8, service: SocketAddr) -> (SocketAddr, tokio::task::JoinHandle<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let served = tokio::spawn(async move {
        let (mut client, _) = listener.accept().await.expect("a connection");
        let mut bytes = [0; 512];
        if version == 5 {
            let length = client.read(&mut bytes).await.expect("a greeting");
            assert!(bytes[..length].contains(&2), "the client offers a password");
            client.write_all(&[5, 2]).await.expect("sent");
            let length = client.read(&mut bytes).await.expect("a password");
            assert_eq!(&bytes[..length], b"\x01\x03ada\x04p@ss");
            client.write_all(&[1, 0]).await.expect("sent");
        }
        let length = client.read(&mut bytes).await.expect("a request");
        let asked = bytes[..length].to_vec();
        let accepted: &[u8] = if version == 5 { &[5, 0, 0, 1, 0, 0, 0, 0, 0, 0] } else { &[0, 90, 0, 0, 0, 0, 0, 0] };
        client.write_all(accepted).await.expect("sent");
        let mut service = TcpStream::connect(service).await.expect("a connection");
        tokio::spawn(async move { tokio::io::copy_bidirectional(&mut client, &mut service).await });
        asked
    });
    (address, served)
}

#[tokio::test]
async fn a_socks5_proxy_looks_up_the_host_and_gets_the_password() {
    let (service, tls) = service().await;
    let (proxy, asked) = socks(5, service).await;
    let proxies = Proxies::new(&format!("socks5h://ada:p%40ss@{proxy}"), "").expect("valid");
    delete(Config::new().endpoint_url(format!("https://{HOST}")).tls(tls).proxies(proxies)).await.expect("deleted");
    let mut expected = vec![5, 1, 0, 3, HOST.len() as u8];
    expected.extend_from_slice(HOST.as_bytes());
    expected.extend_from_slice(&443_u16.to_be_bytes());
    assert_eq!(asked.await.expect("served"), expected);
}

#[tokio::test]
async fn a_request_without_tls_passes_a_socks_proxy_unchanged() {
    let service = Server::start([done()]).await;
    let (proxy, asked) = socks(4, service.address).await;
    let proxies = Proxies::new(&format!("socks4a://{proxy}"), "").expect("valid");
    delete(Config::new().endpoint_url(format!("http://{HOST}")).proxies(proxies)).await.expect("deleted");
    let asked = asked.await.expect("served");
    // An address that starts with 0.0.0 says that the host follows.
    assert_eq!((&asked[..7], &asked[8..]), (&[4, 1, 0, 80, 0, 0, 0][..], &b"\0service.test\0"[..]));
    assert!(service.requests()[0].starts_with("DELETE /b/k HTTP/1.1\r\n"), "{}", service.requests()[0]);
}

#[tokio::test]
async fn the_client_looks_up_the_host_for_a_plain_socks_proxy() {
    let service = Server::start([done()]).await;
    let (proxy, asked) = socks(4, service.address).await;
    let proxies = Proxies::new(&format!("socks4://{proxy}"), "").expect("valid");
    delete(Config::new().endpoint_url("http://127.0.0.1:81").proxies(proxies)).await.expect("deleted");
    assert_eq!(asked.await.expect("served"), [4, 1, 0, 81, 127, 0, 0, 1, 0]);
}
