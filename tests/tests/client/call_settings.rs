//! Settings of environment variables and profiles that change how calls are made: each has its effect.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use golden::archive;
use golden::depot::Client;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::pki_types::PrivateKeyDer;
use tokio_rustls::rustls::{ServerConfig, crypto};
use whitesmith_runtime::aws::{Environment, MemoryFiles};
use whitesmith_runtime::client::Config;

use super::support::{Server, chain, header, response};

/// The configurations of a variable and of a key of the profile with this value.
async fn both(variable: &str, key: &str, value: &str) -> [Config; 2] {
    let environment = |profile: String| {
        let config = format!("[default]\nregion = eu-central-1\n{profile}");
        let files = MemoryFiles::new([("/ada/.aws/config", config)]);
        Environment::new().variable("HOME", "/ada").files(files)
    };
    let of_variable = environment(String::new()).variable(variable, value).config().await.expect("valid");
    let of_profile = environment(format!("{key} = {value}\n")).config().await.expect("valid");
    [of_variable, of_profile].map(Config::unsigned)
}

#[tokio::test]
async fn attempts_are_those_of_the_setting() {
    for config in both("AWS_MAX_ATTEMPTS", "max_attempts", "2").await {
        let server = Server::start([response("503 Service Unavailable", "", "")]).await;
        let config = config.endpoint_url(server.url()).retry_pauses(Duration::ZERO, Duration::ZERO);
        let call = Client::new(config).delete_object().bucket("b").key("k").send().await;
        assert_eq!(call.expect_err("unavailable").attempts(), Some(2));
        assert_eq!(server.requests().len(), 2);
    }
}

#[tokio::test]
async fn the_retry_mode_is_that_of_the_setting() {
    for (mode, feature) in [("adaptive", " m/F,"), ("standard", " m/E,"), ("legacy", " m/E,"), ("Adaptive", " m/F,")] {
        for config in both("AWS_RETRY_MODE", "retry_mode", mode).await {
            let server = Server::start([response("204 No Content", "", "")]).await;
            let client = Client::new(config.endpoint_url(server.url()));
            client.delete_object().bucket("b").key("k").send().await.expect("deleted");
            let requests = server.requests();
            let agent = header(&requests[0], "user-agent").expect("a user agent");
            assert!(agent.contains(feature), "{mode}: {agent}");
        }
    }
}

#[tokio::test]
async fn checksums_of_requests_are_those_of_the_setting() {
    for (mode, is_sent) in [("when_required", false), ("WHEN_SUPPORTED", true)] {
        for config in both("AWS_REQUEST_CHECKSUM_CALCULATION", "request_checksum_calculation", mode).await {
            let server = Server::start([response("200 OK", "", "{}")]).await;
            let client = archive::Client::new(config.endpoint_url(server.url()));
            client.store().content("x").send().await.expect("stored");
            let requests = server.requests();
            assert_eq!(header(&requests[0], "x-amz-checksum-crc32").is_some(), is_sent, "{mode}");
        }
    }
}

#[tokio::test]
async fn checksums_of_responses_are_those_of_the_setting() {
    for (mode, is_requested) in [("when_required", false), ("when_supported", true)] {
        for config in both("AWS_RESPONSE_CHECKSUM_VALIDATION", "response_checksum_validation", mode).await {
            let server = Server::start([response("200 OK", "", "x")]).await;
            let client = archive::Client::new(config.endpoint_url(server.url()));
            client.load().send().await.expect("loaded");
            let requests = server.requests();
            assert_eq!(header(&requests[0], "x-amz-checksum-mode").is_some(), is_requested, "{mode}");
        }
    }
}

/// A service over TLS, and its certificate in PEM.
async fn service() -> (SocketAddr, String) {
    let key = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate");
    let secret = PrivateKeyDer::try_from(key.signing_key.serialize_der()).expect("a key");
    let server = ServerConfig::builder_with_provider(Arc::new(crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("versions")
        .with_no_client_auth()
        .with_single_cert(vec![key.cert.der().clone()], secret)
        .expect("a certificate");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let acceptor = TlsAcceptor::from(Arc::new(server));
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            let Ok(mut stream) = acceptor.accept(stream).await else { continue };
            let mut bytes = [0; 4096];
            if stream.read(&mut bytes).await.is_ok_and(|length| length > 0) {
                stream.write_all(response("204 No Content", "", "").as_bytes()).await.expect("sent");
            }
        }
    });
    (address, key.cert.pem())
}

#[tokio::test]
async fn certificates_are_those_of_the_setting() {
    let (address, pem) = service().await;
    let url = format!("https://localhost:{}", address.port());
    let delete = async |config: Config| {
        let client = Client::new(config.endpoint_url(&*url).unsigned().attempts(1));
        client.delete_object().bucket("b").key("k").send().await.map(drop).map_err(|error| chain(&error))
    };
    let environment = |profile: &str| {
        let config = format!("[default]\nregion = eu-central-1\n{profile}");
        let files = MemoryFiles::new([("/ada/.aws/config", config), ("/ada/ca.pem", pem.clone())]);
        Environment::new().variable("HOME", "/ada").files(files)
    };
    let of_variable = environment("").variable("AWS_CA_BUNDLE", "/ada/ca.pem");
    let of_profile = environment("ca_bundle = ~/ca.pem\n");
    for environment in [of_variable, of_profile] {
        delete(environment.config().await.expect("valid")).await.expect("the certificate is trusted");
    }
    let other = rcgen::generate_simple_self_signed(["localhost".to_owned()]).expect("a certificate").cert.pem();
    let error = delete(Config::new().region("eu-central-1").root_certificates(other)).await.expect_err("not trusted");
    assert!(error.contains("certificate"), "{error}");
}
