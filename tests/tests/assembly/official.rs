//! Twenty official services on one port, with S3's paths among them. Needs their models in `../shared/models`.

use std::fmt::Write as _;
use std::path::PathBuf;

use http::{Request, Response};
use serde_json::Value;
use tower::ServiceExt;
use whitesmith_runtime::schema::prelude::UNIT;
use whitesmith_runtime::schema::{OperationSchema, ProtocolId, ServiceSchema};
use whitesmith_runtime::server::{Answer, Body, Call, Dispatch, Service, ServiceRouter, Services};

const MODELS: [&str; 20] = [
    "apigatewayv2-2018-11-29",
    "cloudformation-2010-05-15",
    "cloudwatch-2010-08-01",
    "dynamodb-2012-08-10",
    "ecr-2015-09-21",
    "elastic-load-balancing-2012-06-01",
    "elasticache-2015-02-02",
    "eventbridge-2015-10-07",
    "iam-2010-05-08",
    "kinesis-2013-12-02",
    "kms-2014-11-01",
    "lambda-2015-03-31",
    "rds-2014-10-31",
    "route-53-2013-04-01",
    "secrets-manager-2017-10-17",
    "sfn-2016-11-23",
    "sns-2010-03-31",
    "sqs-2012-11-05",
    "ssm-2014-11-06",
    "s3-2006-03-01",
];

/// Answers with the names of service and operation.
#[derive(Clone)]
struct Names;

impl Dispatch for Names {
    fn dispatch(&self, _: usize, call: Call) -> Answer {
        let name = format!("{} {}", call.service().name(), call.operation().name());
        let mut response = Response::new(Body::default());
        response.headers_mut().insert("x-seen", name.parse().expect("text"));
        Box::pin(std::future::ready(response))
    }
}

fn text(value: &Value) -> &'static str {
    String::leak(value.as_str().unwrap_or_default().to_owned())
}

/// Adds the targets of the operations of a service or resource.
fn targets(shapes: &Value, shape: &Value, found: &mut Vec<String>) {
    for key in ["create", "put", "read", "update", "delete", "list"] {
        found.extend(shape[key]["target"].as_str().map(str::to_owned));
    }
    for key in ["operations", "collectionOperations"] {
        let all = shape[key].as_array().into_iter().flatten();
        found.extend(all.filter_map(|operation| operation["target"].as_str().map(str::to_owned)));
    }
    for resource in shape["resources"].as_array().into_iter().flatten() {
        targets(shapes, &shapes[resource["target"].as_str().unwrap_or_default()], found);
    }
}

/// The schema of a model, without inputs and outputs.
fn schema(model: &Value) -> &'static ServiceSchema {
    let shapes = &model["shapes"];
    let all = shapes.as_object().expect("shapes");
    let (id, service) = all.iter().find(|(_, shape)| shape["type"] == "service").expect("a service");
    let (mut names, mut operations) = (Vec::new(), Vec::new());
    targets(shapes, service, &mut names);
    names.sort();
    names.dedup();
    for name in names {
        let http = &shapes[&name]["traits"]["smithy.api#http"];
        let name = String::leak(name.split_once('#').expect("an ID").1.to_owned());
        let operation = OperationSchema::new(name, &UNIT, &UNIT);
        let operation = match http["method"].as_str() {
            Some(_) => operation.http(text(&http["method"]), text(&http["uri"]), 200),
            None => operation,
        };
        operations.push(&*Box::leak(Box::new(operation)));
    }
    let traits = &service["traits"];
    let protocols: Vec<ProtocolId> =
        ProtocolId::ALL.iter().copied().filter(|protocol| !traits[protocol.shape_id()].is_null()).collect();
    let schema = ServiceSchema::new(String::leak(id.clone()), text(&service["version"]), operations.leak())
        .protocols(protocols.leak())
        .sigv4(text(&traits["aws.auth#sigv4"]["name"]))
        .sdk_id(text(&traits["aws.api#service"]["sdkId"]));
    let prefix = traits["aws.api#service"]["endpointPrefix"].as_str();
    Box::leak(Box::new(schema.endpoint_prefix(String::leak(prefix.unwrap_or_default().to_owned()))))
}

fn schemas() -> Option<Vec<&'static ServiceSchema>> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let shared = std::env::var_os("WHITESMITH_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let read = |name: &&str| {
        let text = std::fs::read_to_string(shared.join("models").join(format!("{name}.json"))).ok()?;
        Some(schema(&serde_json::from_str(&text).expect("JSON")))
    };
    MODELS.iter().map(read).collect()
}

/// The head of a request for an operation, as clients of its first protocol send it.
fn request(
    service: &ServiceSchema,
    operation: &OperationSchema,
    protocol: ProtocolId,
) -> (http::request::Builder, String) {
    let name = operation.name();
    match protocol {
        ProtocolId::AwsJson1_0 | ProtocolId::AwsJson1_1 => {
            let version = if protocol == ProtocolId::AwsJson1_0 { "1.0" } else { "1.1" };
            let request = Request::post("/").header("content-type", format!("application/x-amz-json-{version}"));
            (request.header("x-amz-target", format!("{}.{name}", service.name())), "{}".to_owned())
        }
        ProtocolId::RpcV2Cbor | ProtocolId::RpcV2Json => {
            let request = Request::post(format!("/service/{}/operation/{name}", service.name()));
            (request.header("smithy-protocol", "rpc-v2-cbor"), String::new())
        }
        ProtocolId::AwsQuery | ProtocolId::Ec2Query => {
            let request = Request::post("/").header("content-type", "application/x-www-form-urlencoded");
            (request, format!("Action={name}&Version={}", service.version()))
        }
        _ => {
            let http = operation.http_binding().expect("a path");
            let (path, query) = http.uri.split_once('?').unwrap_or((http.uri, ""));
            let path = path.split('/').map(|part| if part.starts_with('{') { "x" } else { part });
            let uri = format!("{}?{query}", path.collect::<Vec<_>>().join("/"));
            (Request::builder().method(http.method).uri(uri), String::new())
        }
    }
}

async fn seen(services: &ServiceRouter, (request, body): (http::request::Builder, String)) -> String {
    let request = request.body(http_body_util::Full::new(bytes::Bytes::from(body))).expect("a request");
    let Ok(response) = services.clone().oneshot(request).await;
    let name = response.headers().get("x-seen").and_then(|name| name.to_str().ok());
    name.map_or_else(|| format!("status {}", response.status()), str::to_owned)
}

#[tokio::test]
async fn twenty_official_services_share_a_port() {
    let Some(schemas) = schemas() else {
        println!("skipped: there are no models in ../shared/models");
        return;
    };
    let (s3, others) = schemas.split_last().expect("twenty models");
    let services = others.iter().fold(Services::new(), |all, schema| all.add(Service::new(schema, Names)));
    let services = services.fallback(Service::new(s3, Names)).build().expect("distinct services");
    let (mut count, mut wrong) = (0, String::new());
    for schema in &schemas {
        let signing = schema.signing_name().expect("a signing name");
        let prefix = schema.endpoint_prefix_name().expect("an endpoint prefix");
        for (operation, protocol) in schema
            .operations()
            .iter()
            .flat_map(|one| schema.protocol_ids().iter().map(move |protocol| (one, *protocol)))
        {
            let scope = format!("AKID/20260101/eu-central-1/{signing}/aws4_request");
            let by_header = format!("AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0");
            let rest = protocol == ProtocolId::RestJson1 || protocol == ProtocolId::RestXml;
            let new = || request(schema, operation, protocol);
            let variants = [
                Some(("header", (new().0.header("authorization", by_header), new().1))),
                Some(("host", (new().0.header("host", format!("{prefix}.eu-central-1.amazonaws.com")), new().1))),
                // Paths of several services are equal.
                (!rest).then(|| ("mark", new())),
            ];
            for (kind, variant) in variants.into_iter().flatten() {
                count += 1;
                let found = seen(&services, variant).await;
                let is_right = if rest {
                    // Without inputs, some operations have the same requests.
                    found.split(' ').next() == Some(schema.name())
                } else {
                    found == format!("{} {}", schema.name(), operation.name())
                };
                if !is_right {
                    let _ = writeln!(wrong, "{} {} by {kind}: {found}", schema.name(), operation.name());
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{count} requests\n{wrong}");
    println!("{count} requests");
    assert!(count > 3000, "{count} requests");
}
