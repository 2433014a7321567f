//! Clients with the settings of the AWS SDK for Rust.

use std::time::Duration;

use aws_credential_types::Credentials;
use aws_types::SdkConfig;
use aws_types::app_name::AppName;
use aws_types::origin::Origin;
use aws_types::region::Region;
use aws_types::sdk_config::{
    Builder, RequestChecksumCalculation, RetryConfig, SharedCredentialsProvider, StalledStreamProtectionConfig,
    TimeoutConfig,
};
use aws_types::service_config::{LoadServiceConfig, ServiceConfigKey};
use golden::archive;
use golden::depot::Client;
use whitesmith_runtime::client::{Config, Error};

use super::support::{Server, header, response};

fn settings(server: &Server) -> Builder {
    let keys = Credentials::new("AKID", "secret", Some("token".to_owned()), None, "test");
    SdkConfig::builder()
        .region(Region::new("eu-west-3"))
        .endpoint_url(server.url())
        .credentials_provider(SharedCredentialsProvider::new(keys))
}

async fn deleted(config: Config) -> Result<(), Error<golden::depot::errors::DeleteObjectError>> {
    Client::new(config).delete_object().bucket("b").key("k").send().await.map(drop)
}

fn done() -> String {
    response("204 No Content", "", "")
}

#[tokio::test]
async fn requests_are_signed_for_the_region_with_credentials_of_the_provider() {
    let server = Server::start([done()]).await;
    deleted(Config::from(&settings(&server).build())).await.expect("deleted");
    let requests = server.requests();
    let signature = header(&requests[0], "authorization").expect("signed");
    assert!(signature.contains("Credential=AKID/") && signature.contains("/eu-west-3/s3/"), "{signature}");
    assert_eq!(header(&requests[0], "x-amz-security-token"), Some("token"));
}

#[tokio::test]
async fn retries_and_time_limits_are_those_of_the_sdk() {
    let server = Server::start([response("503 Service Unavailable", "", "")]).await;
    let retries = RetryConfig::adaptive().with_max_attempts(4).with_initial_backoff(Duration::ZERO);
    let config = Config::from(&settings(&server).retry_config(retries).build());
    deleted(config).await.expect_err("unavailable");
    let requests = server.requests();
    assert_eq!(header(&requests[3], "amz-sdk-request"), Some("attempt=4; max=4"));
    assert!(header(&requests[0], "user-agent").expect("a user agent").contains(" m/F,N"), "adaptive");

    let limits = TimeoutConfig::builder().operation_timeout(Duration::from_millis(20)).build();
    let stalls = StalledStreamProtectionConfig::disabled();
    let sdk = settings(&server).timeout_config(limits).stalled_stream_protection(stalls).build();
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let url = format!("http://{}", silent.local_addr().expect("an address"));
    let error = deleted(Config::from(&sdk).endpoint_url(url)).await.expect_err("late");
    assert!(matches!(error, Error::Timeout { limit, .. } if limit == Duration::from_millis(20)), "{error:?}");
}

#[tokio::test]
async fn checksums_and_the_application_are_those_of_the_sdk() {
    let server = Server::start([response("200 OK", "", "{}")]).await;
    let sdk = settings(&server)
        .app_name(AppName::new("harbour").expect("valid"))
        .request_checksum_calculation(RequestChecksumCalculation::WhenRequired)
        .build();
    archive::Client::new(Config::from(sdk)).store().content("x").send().await.expect("stored");
    let requests = server.requests();
    assert!(header(&requests[0], "user-agent").expect("a user agent").ends_with(" app/harbour"));
    assert_eq!(header(&requests[0], "x-amz-checksum-crc32"), None);
}

/// Endpoints of single services.
#[derive(Debug)]
struct Endpoints(String);

impl LoadServiceConfig for Endpoints {
    fn load_config(&self, key: ServiceConfigKey<'_>) -> Option<String> {
        assert_eq!((key.env(), key.profile()), ("AWS_ENDPOINT_URL", "endpoint_url"));
        (key.service_id() == "S3").then(|| self.0.clone())
    }
}

#[tokio::test]
async fn the_endpoint_of_a_service_precedes_that_of_all_unless_the_program_set_it() {
    let (all, own) = (Server::start([done()]).await, Server::start([done()]).await);
    let mut sdk = settings(&all).service_config(Endpoints(own.url()));
    sdk.insert_origin("endpoint_url", Origin::shared_environment_variable());
    deleted(Config::from(&sdk.build())).await.expect("deleted");
    assert_eq!((all.requests().len(), own.requests().len()), (0, 1));

    let mut sdk = settings(&all).service_config(Endpoints(own.url()));
    sdk.insert_origin("endpoint_url", Origin::shared_config());
    deleted(Config::from(&sdk.build())).await.expect("deleted");
    assert_eq!((all.requests().len(), own.requests().len()), (1, 1));
}
