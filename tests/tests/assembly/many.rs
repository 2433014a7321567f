//! Several services on one port, called by their generated clients.

use std::net::SocketAddr;

use generated::{customer_profiles, imagebuilder, sfn};
use golden::{shapes as echo, storage};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use whitesmith_runtime::client::{Config, Credentials};
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::server::{Fault, Missing, Services};

use super::{config, run, shapes};

/// An error with the names of service and operation.
#[allow(clippy::needless_pass_by_value, reason = "functions for missing operations own the request")]
fn seen(missing: Missing) -> Fault {
    Fault::new(418, "Seen", format!("{} {}", missing.service().name(), missing.as_ref()))
}

/// Five services with six protocols; the storage has all paths.
async fn port() -> SocketAddr {
    let services = Services::new()
        .add(sfn::server::partial(()).otherwise(seen).without_authentication())
        .add(imagebuilder::server::partial(()).otherwise(seen).without_authentication())
        .host("profiles.test")
        .add(customer_profiles::server::partial(()).otherwise(seen).without_authentication())
        .add(echo::server::partial(()).otherwise(seen))
        .fallback(storage::server::partial(()).otherwise(seen).without_authentication());
    run(services.build().expect("distinct services")).await
}

fn signed(address: SocketAddr) -> Config {
    config(address).credentials(Credentials::new("AKID", "secret"))
}

const ARN: &str = "arn:aws:imagebuilder:eu-central-1:123456789012:image/base-linux/1.0.0/1";

#[tokio::test]
async fn signed_requests_reach_the_service_of_their_signature() {
    let address = port().await;
    let error = sfn::Client::new(signed(address)).list_state_machines().send().await.expect_err("a fault");
    assert_eq!(error.message(), Some("AWSStepFunctions ListStateMachines"));
    let client = imagebuilder::Client::new(signed(address));
    let error = client.list_workflow_executions().image_build_version_arn(ARN).send().await.expect_err("a fault");
    assert_eq!(error.message(), Some("imagebuilder ListWorkflowExecutions"));
    let client = customer_profiles::Client::new(signed(address));
    let call = client.get_workflow_steps().domain_name("shop").workflow_id("a".repeat(32));
    let error = call.send().await.expect_err("a fault");
    assert_eq!(error.message(), Some("CustomerProfiles_20200815 GetWorkflowSteps"));
    let error = storage::Client::new(signed(address)).list_buckets().send().await.expect_err("a fault");
    assert_eq!(error.message(), Some("Storage ListBuckets"));
}

#[tokio::test]
async fn unsigned_requests_reach_the_service_that_their_protocol_or_path_names() {
    let address = port().await;
    let unsigned = || config(address).unsigned();
    let error = sfn::Client::new(unsigned()).list_state_machines().send().await.expect_err("a fault");
    assert_eq!(error.message(), Some("AWSStepFunctions ListStateMachines"));
    let client = imagebuilder::Client::new(unsigned());
    let error = client.list_workflow_executions().image_build_version_arn(ARN).send().await.expect_err("a fault");
    assert_eq!(error.message(), Some("imagebuilder ListWorkflowExecutions"));
    for protocol in super::PROTOCOLS {
        let error = shapes(address, protocol).echo_types().send().await.expect_err("a fault");
        assert_eq!(error.message(), Some("Shapes EchoTypes"), "{protocol}");
    }
    let error = storage::Client::new(unsigned()).get_object().bucket("maps").key("a/b").send().await;
    assert_eq!(error.expect_err("a fault").message(), Some("Storage GetObject"));
}

/// Sends a request, and returns status and body.
async fn send(address: SocketAddr, request: http::request::Builder, body: &'static str) -> (u16, String) {
    let response = super::send(address, request.header("host", "localhost"), body).await;
    (response.status().as_u16(), response.into_body())
}

#[tokio::test]
async fn requests_that_fit_no_service_are_rejected_in_their_protocol() {
    let services = Services::new().add(echo::server::partial(()).otherwise(seen));
    let address = run(services.build().expect("one service")).await;
    let target = || http::Request::post("/").header("x-amz-target", "Other.Call");
    let (status, body) = send(address, target().header("content-type", "application/x-amz-json-1.1"), "{}").await;
    assert_eq!((status, body.contains("UnknownOperationException")), (404, true), "{body}");
    let form = http::Request::post("/").header("content-type", "application/x-www-form-urlencoded");
    let (status, body) = send(address, form, "Action=Other&Version=1").await;
    assert_eq!((status, body.contains("<Code>UnknownOperationException</Code>")), (404, true), "{body}");
    let (status, body) = send(address, http::Request::get("/other"), "").await;
    let text = r#"{"message":"Unknown operation: no operation has the path of the request"}"#;
    assert_eq!((status, body.as_str()), (404, text));
}

/// Servers such as axum's leave the target and all `Host` fields to the service.
#[tokio::test]
async fn requests_that_name_several_hosts_are_rejected_behind_any_server() {
    let echo = || echo::server::partial(()).otherwise(seen);
    let services = Services::new()
        .host("a.test")
        .add(echo())
        .add(sfn::server::partial(()).otherwise(seen).without_authentication());
    let services = services.build().expect("distinct services");
    for app in [axum::Router::new().fallback_service(services), axum::Router::new().fallback_service(echo())] {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("bound");
        tokio::spawn(async move { axum::serve(listener, app).await });
        for (target, hosts, status) in [
            ("/types", &["a.test"][..], 418),
            ("http://a.test/types", &["a.test"], 418),
            ("http://a.test/types", &["b.test"], 400),
            ("http://b.test/types", &["a.test"], 400),
            ("http://a.test:81/types", &["a.test"], 400),
            ("/types", &["a.test", "b.test"], 400),
            ("/types", &["a.test", "a.test"], 400),
        ] {
            let fields = hosts.iter().map(|host| format!("host: {host}\r\n")).collect::<Vec<_>>().concat();
            let request = format!("POST {target} HTTP/1.1\r\n{fields}connection: close\r\ncontent-length: 0\r\n\r\n");
            let mut socket = tokio::net::TcpStream::connect(address).await.expect("a server");
            socket.write_all(request.as_bytes()).await.expect("sent");
            let mut answer = String::new();
            socket.read_to_string(&mut answer).await.expect("an answer");
            assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{target} {hosts:?}: {answer}");
        }
    }
}

#[tokio::test]
async fn forms_that_are_too_large_are_rejected_before_their_service_is_known() {
    let address = port().await;
    let form = http::Request::post("/").header("content-type", "application/x-www-form-urlencoded");
    let body: &'static str = String::leak("a".repeat(16 << 20));
    assert_eq!(send(address, form, body).await.0, 413);
}

#[test]
fn equal_services_are_refused() {
    let service = || echo::server::partial(()).otherwise(seen);
    let error = Services::new().add(service()).add(service()).build().expect_err("equal");
    assert_eq!(error.conflicts[0].services, ["example.shapes#Shapes"; 2]);
    assert!(Services::new().host("a.test").add(service()).host("b.test").add(service()).build().is_ok());
}

#[test]
fn hosts_without_a_service_are_refused() {
    let service = || echo::server::partial(()).otherwise(seen);
    let sfn = || sfn::server::partial(()).otherwise(seen).without_authentication();
    let error = Services::new().add(service()).host("A.test").host("b.test").build().expect_err("no service follows");
    assert_eq!(error.unused_hosts, ["a.test", "b.test"]);
    assert_eq!(error.to_string(), "no service was added after these hosts: a.test, b.test");
    // A fallback takes the hosts before it, as other services do, and none after it.
    assert!(Services::new().add(sfn()).host("a.test").fallback(service()).build().is_ok());
    let error = Services::new().add(sfn()).fallback(service()).host("a.test").build().expect_err("no service follows");
    assert_eq!((error.unused_hosts, error.conflicts.len()), (vec!["a.test".to_owned()], 0));
    let error = Services::new().add(service()).add(service()).host("a.test").build().expect_err("equal, too");
    assert!(error.to_string().ends_with("its own host; no service was added after these hosts: a.test"), "{error}");
}

#[tokio::test]
async fn services_speak_protocols_that_the_model_does_not_name() {
    let service = sfn::server::partial(()).otherwise(seen).without_authentication();
    let address = run(service.with_additional_protocols(&[ProtocolId::AwsQuery, ProtocolId::RpcV2Cbor])).await;
    let form = http::Request::post("/").header("content-type", "application/x-www-form-urlencoded");
    let (status, body) = send(address, form, "Action=ListStateMachines&Version=2016-11-23").await;
    assert_eq!(status, 418);
    assert!(body.contains("<Message>AWSStepFunctions ListStateMachines</Message>"), "{body}");
    let client = sfn::Client::new(config(address).unsigned());
    let error = client.list_state_machines().send().await.expect_err("a fault");
    assert_eq!(error.message(), Some("AWSStepFunctions ListStateMachines"));
}
