//! Sources of credentials against servers over sockets, and settings that reach requests.

use std::time::{Duration, SystemTime};

use golden::depot::Client;
use whitesmith_runtime::aws::{CredentialsError, CredentialsProblem, Environment, Files, HttpProblem, MemoryFiles};
use whitesmith_runtime::client::{RequestBody, Transport};

use super::support::{Server, header, response};

const EXPIRY: &str = "2099-01-01T00:00:00Z";
/// A profile of a user who signed in at IAM Identity Center.
const SSO_CONFIG: &str = "[default]\nsso_session = team\nsso_account_id = 1\nsso_role_name = dev\n[sso-session team]\n\
                          sso_start_url = https://team.example/start\nsso_region = eu-west-1\n";
/// The file of the session's token. Its name is the SHA-1 hash of `team`.
const SSO_TOKEN_PATH: &str = "/ada/.aws/sso/cache/d25187dc137f35c88bc80ec8c3ffbdb17b5eb873.json";
/// The response of `GetRoleCredentials`.
const ROLE_CREDENTIALS: &str =
    r#"{"roleCredentials":{"accessKeyId":"SSO","secretAccessKey":"s","sessionToken":"t","expiration":4070908800000}}"#;

fn environment() -> Environment {
    Environment::new().variable("HOME", "/ada").files(MemoryFiles::default())
}

fn with_config(text: &str) -> Environment {
    environment().files(MemoryFiles::new([("/ada/.aws/config", text)]))
}

fn json(status: &str, body: &str) -> String {
    response(status, "content-type: application/json\r\n", body)
}

fn credentials(key: &str) -> String {
    format!(r#"{{"Code":"Success","AccessKeyId":"{key}","SecretAccessKey":"s","Token":"t","Expiration":"{EXPIRY}"}}"#)
}

/// The environment of an instance whose metadata service is this server.
fn instance(server: &Server) -> Environment {
    environment().variable("AWS_EC2_METADATA_SERVICE_ENDPOINT", server.url())
}

fn http(error: &CredentialsError) -> &HttpProblem {
    let mut error: &(dyn std::error::Error + 'static) = error;
    loop {
        if let Some(CredentialsProblem::Http { reason, .. }) =
            error.downcast_ref::<CredentialsError>().map(CredentialsError::problem)
        {
            return reason;
        }
        error = error.source().expect("a problem of HTTP");
    }
}

#[tokio::test]
async fn a_role_signs_requests_with_its_session_token() {
    let xml = format!(
        "<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ROLE</AccessKeyId><SecretAccessKey>s\
         </SecretAccessKey><SessionToken>token</SessionToken><Expiration>{EXPIRY}</Expiration></Credentials>\
         </AssumeRoleResult></AssumeRoleResponse>"
    );
    let server = Server::start([response("200 OK", "", &xml), response("204 No Content", "", "")]).await;
    let environment = with_config(
        "[default]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = keys\nregion = eu-central-1\n\
         [profile keys]\naws_access_key_id = KEYS\naws_secret_access_key = s\n",
    );
    let environment = environment.variable("AWS_ENDPOINT_URL", server.url());
    let client = Client::new(environment.config().await.expect("settings"));
    for _ in 0..2 {
        client.delete_object().bucket("b").key("k").send().await.expect("deleted");
    }
    let requests = server.requests();
    assert_eq!(requests.len(), 3, "the role is assumed once");
    assert!(requests[0].contains("Action=AssumeRole") && requests[0].contains("Credential=KEYS/"));
    assert!(requests[1].contains("Credential=ROLE/"));
    assert_eq!(header(&requests[1], "x-amz-security-token"), Some("token"));
}

#[tokio::test]
async fn a_refused_role_is_an_error_that_names_the_profile_and_the_code() {
    let xml = "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not you</Message></Error>\
               </ErrorResponse>";
    let server = Server::start([response("403 Forbidden", "", xml)]).await;
    let environment = with_config(
        "[default]\nrole_arn = arn:aws:iam::123456789012:role/r\nsource_profile = default\nregion = eu-central-1\n\
         aws_access_key_id = KEYS\naws_secret_access_key = s\n",
    );
    let environment = environment.variable("AWS_ENDPOINT_URL_STS", server.url());
    let error = environment.credentials().await.expect_err("refused");
    assert_eq!(error.to_string(), "`role_arn` at /ada/.aws/config:2 (profile `default`): call to AssumeRole failed");
    let source = std::error::Error::source(&error).expect("an error of the service");
    assert!(source.to_string().contains("AccessDenied"), "{source}");
}

#[tokio::test]
async fn a_renewed_token_is_written_and_used_by_the_next_program() {
    let renewed = json("200 OK", r#"{"accessToken":"new","expiresIn":3600,"refreshToken":"r2"}"#);
    let server = Server::start([renewed, json("200 OK", ROLE_CREDENTIALS), json("200 OK", ROLE_CREDENTIALS)]).await;
    let token = r#"{"accessToken":"old","expiresAt":"2026-01-01T00:05:00Z","clientId":"c","clientSecret":"s",
                    "refreshToken":"r1","registrationExpiresAt":"2026-02-01T00:00:00Z","startUrl":"kept"}"#;
    let files = std::sync::Arc::new(MemoryFiles::new([("/ada/.aws/config", SSO_CONFIG), (SSO_TOKEN_PATH, token)]));
    let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_225_600);
    let environment = environment()
        .files(std::sync::Arc::clone(&files))
        .clock(move || now)
        .variable("AWS_ENDPOINT_URL", server.url());
    for _ in 0..2 {
        assert_eq!(environment.credentials().await.expect("credentials").access_key_id(), "SSO");
    }
    let requests = server.requests();
    assert!(requests[0].contains(r#""refreshToken":"r1""#), "{}", requests[0]);
    assert_eq!(header(&requests[1], "x-amz-sso_bearer_token"), Some("new"));
    assert_eq!(header(&requests[2], "x-amz-sso_bearer_token"), Some("new"));
    let written = String::from_utf8(files.read(SSO_TOKEN_PATH.as_ref()).expect("written")).expect("text");
    let expected =
        [r#""accessToken":"new""#, r#""expiresAt":"2026-01-01T01:00:00Z""#, r#""refreshToken":"r2""#, "kept"];
    assert!(expected.iter().all(|part| written.contains(part)), "{written}");
}

#[tokio::test]
async fn a_token_that_cannot_be_renewed_is_used_until_it_expires() {
    let refused = json("400 Bad Request", r#"{"error":"invalid_grant"}"#);
    let server = Server::start([refused.clone(), json("200 OK", ROLE_CREDENTIALS), refused]).await;
    let token = r#"{"accessToken":"old","expiresAt":"2026-01-01T00:05:00Z","clientId":"c","clientSecret":"s",
                    "refreshToken":"r1","registrationExpiresAt":"2026-02-01T00:00:00Z"}"#;
    let at = |minutes: u64| {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_767_225_600 + minutes * 60);
        let files = MemoryFiles::new([("/ada/.aws/config", SSO_CONFIG), (SSO_TOKEN_PATH, token)]);
        let endpoint = server.url();
        environment().files(files).clock(move || now).variable("AWS_ENDPOINT_URL", endpoint)
    };
    assert_eq!(at(0).credentials().await.expect("still valid").access_key_id(), "SSO");
    let error = at(10).credentials().await.expect_err("expired");
    assert!(error.to_string().ends_with("has expired; run `aws sso login --profile default`"), "{error}");
    assert!(std::error::Error::source(&error).is_some(), "the error of the renewal");
}

#[tokio::test]
async fn containers_are_asked_again_after_a_failure() {
    let server =
        Server::start([response("500 Internal Server Error", "", ""), json("200 OK", &credentials("ECS"))]).await;
    let environment = environment()
        .files(MemoryFiles::new([("/token", "secret")]))
        .variable("AWS_CONTAINER_CREDENTIALS_FULL_URI", format!("{}/creds?id=1", server.url()))
        .variable("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "/token");
    assert_eq!(environment.credentials().await.expect("credentials").access_key_id(), "ECS");
    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert!(requests[1].starts_with("GET /creds?id=1 HTTP/1.1"));
    assert_eq!(header(&requests[1], "authorization"), Some("secret"));
}

#[tokio::test]
async fn redirections_of_metadata_services_are_not_followed() {
    let elsewhere = Server::start([json("200 OK", &credentials("EVIL"))]).await;
    let location = format!("location: {}/\r\n", elsewhere.url());
    let server = Server::start([response("302 Found", &location, "")]).await;
    let error = instance(&server).credentials().await.expect_err("redirected");
    let source = std::error::Error::source(&error).and_then(|source| source.downcast_ref::<CredentialsError>());
    assert_eq!(http(source.expect("of the instance")), &HttpProblem::Redirect(302));
    let container = environment().variable("AWS_CONTAINER_CREDENTIALS_FULL_URI", format!("{}/", server.url()));
    let error = container.credentials().await.expect_err("redirected");
    assert_eq!(http(&error), &HttpProblem::Redirect(302));
    assert!(elsewhere.requests().is_empty());
}

#[tokio::test]
async fn instances_are_asked_with_a_token() {
    let answers =
        [response("200 OK", "", "imds-token"), response("200 OK", "", "role\n"), json("200 OK", &credentials("EC2"))];
    let server = Server::start(answers).await;
    assert_eq!(instance(&server).credentials().await.expect("credentials").access_key_id(), "EC2");
    let requests = server.requests();
    assert!(requests[0].starts_with("PUT /latest/api/token "));
    assert_eq!(header(&requests[0], "x-aws-ec2-metadata-token-ttl-seconds"), Some("21600"));
    assert!(requests[2].starts_with("GET /latest/meta-data/iam/security-credentials/role "));
    assert_eq!(header(&requests[2], "x-aws-ec2-metadata-token"), Some("imds-token"));
}

#[tokio::test]
async fn instances_without_a_role_have_no_credentials() {
    let server = Server::start([response("200 OK", "", "imds-token"), response("404 Not Found", "", "")]).await;
    let error = instance(&server).credentials().await.expect_err("no role");
    let source = std::error::Error::source(&error).and_then(|source| source.downcast_ref::<CredentialsError>());
    assert_eq!(http(source.expect("of the instance")), &HttpProblem::NoRole);
}

#[tokio::test]
async fn errors_of_the_metadata_service_are_shown() {
    let answers = [
        response("200 OK", "", "imds-token"),
        response("200 OK", "", "role"),
        json("200 OK", r#"{"Code":"AssumeRoleUnauthorizedAccess","Message":"no"}"#),
    ];
    let server = Server::start(answers).await;
    let error = instance(&server).credentials().await.expect_err("refused");
    let source = std::error::Error::source(&error).and_then(|source| source.downcast_ref::<CredentialsError>());
    assert_eq!(http(source.expect("of the instance")), &HttpProblem::Code("AssumeRoleUnauthorizedAccess".to_owned()));
}

#[tokio::test]
async fn expired_credentials_of_instances_are_used_a_while_longer() {
    let expired = credentials("EC2").replace("2099", "2001");
    let answers = [response("200 OK", "", "imds-token"), response("200 OK", "", "role"), json("200 OK", &expired)];
    let server = Server::start(answers).await;
    let config = instance(&server).variable("AWS_REGION", "eu-central-1").config().await.expect("settings");
    let service = Server::start([response("204 No Content", "", "")]).await;
    let client = Client::new(config.endpoint_url(service.url()));
    for _ in 0..2 {
        client.delete_object().bucket("b").key("k").send().await.expect("deleted");
    }
    assert_eq!(server.requests().len(), 3, "they are not requested for each call");
}

#[tokio::test]
#[cfg(unix)]
async fn a_process_gets_the_variables_of_its_environment_only() {
    let environment = with_config(
        "[default]\ncredential_process = /bin/sh -c 'echo \"{\\\"Version\\\":1,\\\"AccessKeyId\\\":\\\"$WHO-$CARGO\\\",\
         \\\"SecretAccessKey\\\":\\\"s\\\"}\"'\n",
    );
    let found = environment.variable("WHO", "ada").credentials().await.expect("credentials");
    assert_eq!(found.access_key_id(), "ada-");
}

#[tokio::test]
#[cfg(unix)]
async fn the_output_of_a_process_is_read_up_to_a_limit() {
    let environment = with_config("[default]\ncredential_process = /bin/sh -c 'cat /dev/zero >&2; cat /dev/zero'\n");
    let error = environment.credentials().await.expect_err("killed by SIGPIPE");
    assert!(error.to_string().ends_with("`/bin/sh` failed: exit status: 141"), "{error}");
}

#[tokio::test]
async fn the_error_of_a_web_identity_in_variables_names_no_profile() {
    let variables = [("AWS_WEB_IDENTITY_TOKEN_FILE", "/no/such"), ("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/r")];
    let environment = variables.into_iter().fold(environment(), |all, (name, value)| all.variable(name, value));
    let error = environment.credentials().await.expect_err("no file");
    assert_eq!(error.to_string(), "AWS_WEB_IDENTITY_TOKEN_FILE: cannot read /no/such");
    assert_eq!(error.profile(), None);
}

#[tokio::test(start_paused = true)]
#[cfg(unix)]
async fn a_process_that_hangs_is_killed() {
    let environment = with_config("[default]\ncredential_process = /bin/sleep 1000\n");
    let error = environment.credentials().await.expect_err("it hangs");
    assert_eq!(
        error.to_string(),
        "`credential_process` at /ada/.aws/config:2 (profile `default`): `/bin/sleep` did not exit within 30s"
    );
}

#[tokio::test]
async fn settings_with_invalid_values_name_their_place() {
    let cases = [
        ("AWS_REGION", "eu_central", "AWS_REGION must be a region: letters, digits and hyphens, as in `eu-central-1`"),
        (
            "AWS_ENDPOINT_URL_S3",
            "example.com:80",
            "AWS_ENDPOINT_URL_S3 must be a URL that starts with http:// or https://",
        ),
        ("AWS_MAX_ATTEMPTS", "0", "AWS_MAX_ATTEMPTS must be a whole number from 1"),
        ("AWS_RETRY_MODE", "often", "AWS_RETRY_MODE must be `legacy`, `standard` or `adaptive`"),
        ("AWS_USE_FIPS_ENDPOINT", "1", "AWS_USE_FIPS_ENDPOINT must be `true` or `false`"),
        ("AWS_CA_BUNDLE", "/no/such", "AWS_CA_BUNDLE names a file that cannot be read: /no/such"),
    ];
    for (name, value, message) in cases {
        let error = environment().variable(name, value).config().await.expect_err(name);
        assert_eq!(error.to_string(), message);
    }
    let error = with_config("[default]\noutput = x\nregion = a.b\n").config().await.expect_err("invalid");
    assert_eq!(
        error.to_string(),
        "`region` at /ada/.aws/config:3 must be a region: letters, digits and hyphens, as in `eu-central-1`"
    );
}

/// A transport that fails with the host of each request.
fn unreachable() -> Transport {
    Transport::new(tower::service_fn(|request: http::Request<RequestBody>| async move {
        let host = request.uri().host().unwrap_or_default().to_owned();
        Err::<http::Response<RequestBody>, _>(std::io::Error::other(host))
    }))
}

/// The message of the last source.
fn cause(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), cause)
}

#[tokio::test]
async fn endpoints_are_chosen_by_service_and_source() {
    let config = "[default]\nrole_arn = arn\nsource_profile = keys\nservices = local\nendpoint_url = http://file-all\n\
                  region = eu-central-1\n[services local]\nsts =\n  endpoint_url = http://file-sts\n\
                  [profile keys]\naws_access_key_id = KEY\naws_secret_access_key = s\n";
    let ignored = ("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
    let fips = ("AWS_USE_FIPS_ENDPOINT", "true");
    let cases: [(&[(&str, &str)], &str); 7] = [
        (&[], "file-sts"),
        (&[("AWS_ENDPOINT_URL", "http://all")], "all"),
        (&[("AWS_ENDPOINT_URL", "http://all"), ("AWS_ENDPOINT_URL_STS", "http://own")], "own"),
        (&[ignored], "sts.eu-central-1.amazonaws.com"),
        (&[ignored, fips, ("AWS_REGION", "us-west-2")], "sts-fips.us-west-2.amazonaws.com"),
        (&[ignored, fips, ("AWS_REGION", "us-gov-west-1")], "sts.us-gov-west-1.amazonaws.com"),
        (&[ignored, ("AWS_REGION", "aws-global")], "sts.amazonaws.com"),
    ];
    for (variables, host) in cases {
        let mut environment = with_config(config).transport(unreachable()).variable("AWS_MAX_ATTEMPTS", "1");
        for (name, value) in variables {
            environment = environment.variable(*name, *value);
        }
        assert_eq!(cause(&environment.credentials().await.expect_err("not sent")), host);
    }
}
