//! Which part of a request decides.

use std::collections::HashMap;

use http::Request;

use super::*;
use crate::schema::OperationSchema;
use crate::schema::prelude::UNIT;
use crate::server::services::assembly::check;

static SEND: OperationSchema = OperationSchema::new("Send", &UNIT, &UNIT);
static LIST: OperationSchema = OperationSchema::new("List", &UNIT, &UNIT).http("GET", "/things/{id}", 200);
static TAGS: OperationSchema = OperationSchema::new("Tags", &UNIT, &UNIT).http("GET", "/tags/{arn+}", 200);
static OBJECT: OperationSchema = OperationSchema::new("Object", &UNIT, &UNIT).http("GET", "/{bucket}/{key+}", 200);

static QUEUES: ServiceSchema = ServiceSchema::new("aws#Queues", "2012-11-05", &[&SEND])
    .protocols(&[ProtocolId::AwsJson1_0])
    .sigv4("sqs")
    .endpoint_prefix("sqs");
static TOPICS: ServiceSchema = ServiceSchema::new("aws#Topics", "2010-03-31", &[&SEND])
    .protocols(&[ProtocolId::AwsQuery])
    .sigv4("sns")
    .endpoint_prefix("sns");
static BALANCERS: ServiceSchema = ServiceSchema::new("aws#Balancers", "2012-06-01", &[&SEND])
    .protocols(&[ProtocolId::AwsQuery])
    .sigv4("elb")
    .endpoint_prefix("elb");
static BALANCERS_2: ServiceSchema = ServiceSchema::new("aws#Balancers2", "2015-12-01", &[&SEND])
    .protocols(&[ProtocolId::AwsQuery])
    .sigv4("elb")
    .endpoint_prefix("elb");
static METRICS: ServiceSchema = ServiceSchema::new("aws#Metrics", "1", &[&SEND]).protocols(&[ProtocolId::RpcV2Cbor]);
static THINGS: ServiceSchema = ServiceSchema::new("aws#Things", "1", &[&LIST, &TAGS])
    .protocols(&[ProtocolId::RestJson1])
    .sigv4("things")
    .endpoint_prefix("things");
static FUNCTIONS: ServiceSchema = ServiceSchema::new("aws#Functions", "1", &[&TAGS])
    .protocols(&[ProtocolId::RestJson1])
    .sigv4("lambda")
    .endpoint_prefix("lambda");
static OBJECTS: ServiceSchema = ServiceSchema::new("aws#Objects", "1", &[&OBJECT])
    .protocols(&[ProtocolId::RestXml])
    .sigv4("s3")
    .endpoint_prefix("s3");

const ALL: [&ServiceSchema; 8] = [&QUEUES, &TOPICS, &BALANCERS, &BALANCERS_2, &METRICS, &THINGS, &FUNCTIONS, &OBJECTS];

fn with_protocols(services: &[&'static ServiceSchema]) -> Vec<ServiceProtocols> {
    services.iter().map(|service| (*service, service.protocols.to_vec())).collect()
}

/// Tables whose fallback is the last service.
fn tables() -> Tables {
    let hosts = HashMap::from([("mine.example.org".to_owned(), vec![5])]);
    Tables::new(&with_protocols(&ALL), hosts, Vec::new(), Some(7))
}

fn head(line: &str, headers: &[(&str, &str)]) -> request::Parts {
    let (method, uri) = line.split_once(' ').expect("method and URI");
    let request = Request::builder().method(method).uri(uri);
    let request = headers.iter().fold(request, |request, (name, value)| request.header(*name, *value));
    request.body(()).expect("good parts").into_parts().0
}

fn find(line: &str, headers: &[(&str, &str)], form: Option<&str>) -> String {
    let tables = tables();
    let name = |index: &usize| ALL.get(*index).map_or("?", |service| service.name());
    match tables.find(&head(line, headers), form.map(str::as_bytes)) {
        Found::One(index) => name(&index).to_owned(),
        Found::Several(several) => several.iter().map(name).collect::<Vec<_>>().join("|"),
        Found::Form => "form".to_owned(),
        Found::None => "none".to_owned(),
    }
}

const FORM: (&str, &str) = ("content-type", "application/x-www-form-urlencoded");

const RPC: (&str, &str) = ("smithy-protocol", "rpc-v2-cbor");

fn scope(name: &str) -> String {
    format!("AWS4-HMAC-SHA256 Credential=AK/20260101/eu-central-1/{name}/aws4_request, SignedHeaders=host")
}

#[test]
fn each_part_of_a_request_names_its_service() {
    for (line, headers, form, expected) in [
        ("GET /x/y", &[("host", "mine.example.org:8080")][..], None, "Things"),
        ("GET /x/y", &[("host", "SQS.eu-central-1.amazonaws.com")], None, "Queues"),
        ("GET /x/y", &[("authorization", &*scope("sns"))], None, "Topics"),
        ("GET /x?X-Amz-Credential=AK%2F20260101%2Feu%2Flambda%2Faws4_request", &[], None, "Functions"),
        ("POST /", &[("x-amz-target", "Queues.Send")], None, "Queues"),
        ("POST /service/Metrics/operation/Send", &[RPC], None, "Metrics"),
        ("POST /v1/service/aws.Metrics/operation/Send", &[RPC], None, "Metrics"),
        ("GET /?Action=Send&Version=2010-03-31", &[], None, "Topics"),
        ("POST /", &[FORM], None, "form"),
        ("POST /", &[FORM], Some("Version=2015-12-01&Action=Send"), "Balancers2"),
        ("POST /", &[FORM], Some("Action=Send&Version=2010%2D03%2D31"), "Topics"),
        ("GET /things/7", &[], None, "Things"),
    ] {
        assert_eq!(find(line, headers, form), expected, "{line} {headers:?} {form:?}");
    }
}

#[test]
fn earlier_parts_of_a_request_decide() {
    let queues = ("host", "sqs.localhost:4566");
    let sns = scope("sns");
    for (line, headers, expected) in [
        ("POST /", &[queues, ("authorization", &*sns), ("x-amz-target", "Other.Send")][..], "Queues"),
        ("GET /things/7", &[("authorization", &*sns), ("x-amz-target", "Queues.Send")], "Topics"),
        ("GET /things/7", &[("x-amz-target", "Queues.Send")], "Queues"),
    ] {
        assert_eq!(find(line, headers, None), expected, "{line} {headers:?}");
    }
}

#[test]
fn requests_for_other_services_fit_none() {
    for (line, headers, form) in [
        ("GET /things/7", &[("authorization", &*scope("s3-other"))][..], None),
        ("POST /", &[("x-amz-target", "Other.Send")], None),
        ("GET /other", &[], None),
        ("GET /bucket/key", &[], None),
        ("GET /bucket/service/Metrics/operation/Send", &[], None),
        ("POST /", &[FORM], Some("Action=Other")),
        ("POST /", &[FORM], Some("nothing")),
    ] {
        assert_eq!(find(line, headers, form), "none", "{line} {headers:?} {form:?}");
    }
}

#[test]
fn services_with_one_signing_name_are_told_apart_by_version() {
    let elb = scope("elb");
    let find = |form| find("POST /", &[FORM, ("authorization", &elb)], form);
    assert_eq!(find(None), "form");
    assert_eq!(find(Some("Action=Send&Version=2012-06-01")), "Balancers");
    assert_eq!(find(Some("Action=Send")), "Balancers|Balancers2");
}

#[test]
fn unsigned_paths_of_several_services_are_ambiguous_until_the_host_decides() {
    assert_eq!(find("GET /tags/arn:aws:x", &[], None), "Things|Functions");
    assert_eq!(find("GET /tags/arn:aws:x", &[("host", "lambda.eu-central-1.amazonaws.com")], None), "Functions");
    assert_eq!(find("GET /tags/arn:aws:x", &[("authorization", &scope("things"))], None), "Things");
}

#[test]
fn services_that_cannot_be_told_apart_are_refused() {
    static TWIN: ServiceSchema = ServiceSchema::new("other#Queues", "", &[&SEND])
        .protocols(&[ProtocolId::AwsJson1_1])
        .sigv4("sqs")
        .endpoint_prefix("sqs");
    static PATHS: ServiceSchema = ServiceSchema::new("other#Paths", "", &[&LIST]).protocols(&[ProtocolId::RestJson1]);
    static PATHS_2: ServiceSchema = ServiceSchema::new("more#Paths", "", &[&LIST]).protocols(&[ProtocolId::RestXml]);
    assert_eq!(check(&with_protocols(&ALL), &HashMap::new(), Vec::new()), Ok(()));
    for (services, message) in [
        ([&QUEUES, &TWIN], "aws#Queues and other#Queues have the same target Queues"),
        ([&TOPICS, &TOPICS], "aws#Topics and aws#Topics have the same action 2010-03-31 Send"),
        ([&METRICS, &METRICS], "aws#Metrics and aws#Metrics have the same RPC service Metrics"),
        ([&PATHS, &PATHS_2], "other#Paths and more#Paths have the same path GET /things/{}"),
    ] {
        let error = check(&with_protocols(&services), &HashMap::new(), Vec::new()).expect_err("a conflict").to_string();
        assert!(error.contains(message), "{error}");
        let hosts = HashMap::from([("one.example.org".to_owned(), vec![0]), ("two.example.org".to_owned(), vec![1])]);
        assert_eq!(check(&with_protocols(&services), &hosts, Vec::new()), Ok(()));
    }
}
