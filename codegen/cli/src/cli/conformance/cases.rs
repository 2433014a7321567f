//! Collects test cases from models, by service and operation.

use std::collections::BTreeSet;

use serde_json::{Map, Number, Value as Json, json};

use whitesmith_codegen::config::ServiceConfig;
use whitesmith_codegen::lower;
use whitesmith_codegen::model::{Model, Node, Shape, ShapeId, Valid, Value};
use whitesmith_codegen::traits::{
    EndpointTests, EventStreamTests, HttpMalformedRequestTests, HttpRequestTests, HttpResponseTests, Protocol,
    TestCase, TestCases,
};

/// Service with test cases.
pub(super) struct Tested {
    /// Module of the generated code.
    pub(super) module: String,
    pub(super) config: ServiceConfig,
}

/// Cases to run.
pub(super) struct Cases {
    pub(super) services: Vec<Tested>,
    /// Input of the runner: `{service, kind, operation, error, case}`.
    pub(super) documents: Vec<Json>,
    /// Cases that no service can run: protocol, kind and ID.
    pub(super) without_service: Vec<(String, &'static str, String)>,
}

impl Cases {
    /// Collects the cases of every service for the protocols that it supports.
    pub(super) fn collect(model: &Valid<Model>, protocols: &[String]) -> Self {
        let mut cases = Self { services: Vec::new(), documents: Vec::new(), without_service: Vec::new() };
        let mut run: Vec<(&ShapeId, String)> = Vec::new();
        for service in lower::services(model) {
            let found = of_service(model, service, protocols);
            let endpoints = endpoint_cases(service, protocols);
            if found.is_empty() && endpoints.is_empty() {
                continue;
            }
            let module = format!("service_{}", cases.services.len());
            let mut config = config(&module, &service.id);
            if found.is_empty() {
                // Endpoint tests call only a few operations of a service, which may have hundreds.
                let mut operations: Vec<String> =
                    endpoints.iter().filter_map(|case| case["operation"].as_str().map(str::to_owned)).collect();
                operations.sort_unstable();
                operations.dedup();
                config.operations = Some(operations);
            }
            cases.documents.extend(endpoints);
            for Found { holder, case, operation, error } in found {
                let kind = case.kind;
                run.push((holder, case.head.id.value.as_ref().to_owned()));
                let error = error.map(ToString::to_string);
                let case = to_json(case.node);
                let service = service.id.as_str();
                cases.documents.push(json!({
                    "service": service, "kind": kind, "operation": operation, "error": error, "case": case
                }));
            }
            cases.services.push(Tested { module, config });
        }
        for shape in model.iter() {
            for Case { kind, head, .. } in cases_of(shape, protocols) {
                let id = &*head.id.value;
                if !run.iter().any(|(holder, known)| **holder == shape.id && known == id) {
                    cases.without_service.push((protocol_name(head).to_owned(), kind, id.to_owned()));
                }
            }
        }
        cases
    }

    /// Names of the protocols that cases or services of the model have.
    pub(super) fn protocols(model: &Valid<Model>) -> BTreeSet<&str> {
        let of_cases = model.iter().flat_map(|shape| cases_of(shape, &[])).map(|case| protocol_name(case.head));
        let of_services = lower::services(model).flat_map(|service| Protocol::of(&service.traits));
        of_cases.chain(of_services.map(|protocol| unqualified(protocol.shape_id()))).collect()
    }

    /// Whether there are no cases to run.
    pub(super) fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }
}

/// A case of a shape.
#[derive(Clone, Copy)]
struct Case<'m> {
    kind: &'static str,
    head: &'m TestCase,
    /// The whole case, for the runner.
    node: &'m Node,
}

/// A case, and the operation and error that it belongs to.
struct Found<'m> {
    /// Shape with the trait.
    holder: &'m ShapeId,
    case: Case<'m>,
    operation: String,
    error: Option<&'m ShapeId>,
}

fn of_service<'m>(model: &'m Valid<Model>, service: &'m Shape, protocols: &[String]) -> Vec<Found<'m>> {
    let operations = lower::operations(model, service, &config("", &service.id)).unwrap_or_default();
    let common = service.as_service().map(|body| body.errors.as_slice()).unwrap_or_default();
    let supports = |case: &Case<'_>| service.has_trait(&case.head.protocol);
    let mut found: Vec<Found<'m>> = Vec::new();
    for operation in operations {
        let name = operation.id.name().to_owned();
        for case in cases_of(operation, protocols).filter(supports) {
            found.push(Found { holder: &operation.id, case, operation: name.clone(), error: None });
        }
        let own = operation.as_operation().map(|body| body.errors.as_slice()).unwrap_or_default();
        for id in own.iter().chain(common) {
            // Cases of an error run once, with the first operation that has the error.
            let Some(shape) = model.shape(id).filter(|_| !found.iter().any(|case| case.holder == id)) else { continue };
            for case in cases_of(shape, protocols).filter(supports) {
                found.push(Found { holder: &shape.id, case, operation: name.clone(), error: Some(&shape.id) });
            }
        }
    }
    found
}

fn cases_of<'m>(shape: &'m Shape, protocols: &[String]) -> impl Iterator<Item = Case<'m>> {
    let cases = of_kind::<HttpRequestTests>(shape, "request")
        .chain(of_kind::<HttpResponseTests>(shape, "response"))
        .chain(of_kind::<HttpMalformedRequestTests>(shape, "malformed"))
        .chain(of_kind::<EventStreamTests>(shape, "events"));
    cases.filter(|case| protocols.is_empty() || protocols.iter().any(|only| protocol_name(case.head) == only))
}

fn of_kind<'m, T: TestCases>(shape: &'m Shape, kind: &'static str) -> impl Iterator<Item = Case<'m>> {
    let heads = shape.get::<T>().into_iter().flat_map(TestCases::cases);
    let nodes = shape.node::<T>().and_then(Node::as_array).unwrap_or_default();
    heads.zip(nodes).map(move |(head, node)| Case { kind, head, node })
}

/// The calls of a service's `@endpointTests`, as input of the runner. They use the preferred protocol of the service.
fn endpoint_cases(service: &Shape, protocols: &[String]) -> Vec<Json> {
    let Some(protocol) = Protocol::of(&service.traits).next().map(Protocol::shape_id) else { return Vec::new() };
    if !protocols.is_empty() && !protocols.iter().any(|only| unqualified(protocol) == only) {
        return Vec::new();
    }
    let cases = service.node::<EndpointTests>().map(to_json);
    let cases = cases.as_ref().and_then(|tests| tests["testCases"].as_array()).map(Vec::as_slice).unwrap_or_default();
    let mut documents = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        for (number, call) in case["operationInputs"].as_array().into_iter().flatten().enumerate() {
            let mut body = call.clone();
            body["id"] = json!(format!("{}-{index}-{number}", service.id.name()));
            body["protocol"] = json!(protocol);
            body["expect"] = case["expect"].clone();
            documents.push(json!({
                "service": service.id.as_str(), "kind": "endpoint", "operation": call["operationName"], "case": body
            }));
        }
    }
    documents
}

/// Name of the protocol, without its namespace.
fn protocol_name(case: &TestCase) -> &str {
    unqualified(&case.protocol)
}

fn unqualified(id: &str) -> &str {
    id.rsplit('#').next().unwrap_or(id)
}

fn config(module: &str, service: &ShapeId) -> ServiceConfig {
    ServiceConfig { module: module.to_owned(), id: service.to_string(), models: Vec::new(), ..ServiceConfig::default() }
}

/// Numbers that `serde_json` does not read exactly, or as their nearest `f64`, become strings. The runner accepts
/// strings for numbers.
fn number_to_json(text: &str) -> Json {
    let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').count();
    match serde_json::from_str(text) {
        Ok(Json::Number(number)) if number.is_i64() || number.is_u64() => Json::Number(number),
        Ok(Json::Number(number)) if digits <= 17 && is_read_as(&number, text) => Json::Number(number),
        _ => Json::String(text.to_owned()),
    }
}

/// Whether `serde_json` reads the text that it writes for a number as the float that is nearest to `text`.
fn is_read_as(number: &Number, text: &str) -> bool {
    serde_json::from_str::<f64>(&number.to_string()).ok() == text.parse().ok()
}

fn to_json(node: &Node) -> Json {
    match &node.value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::Bool(*value),
        Value::Number(number) => number_to_json(number.as_str()),
        Value::String(text) => Json::String(text.to_string()),
        Value::Array(nodes) => nodes.iter().map(to_json).collect(),
        Value::Object(members) => {
            let members: Map<String, Json> =
                members.iter().map(|(name, (_, node))| (name.to_string(), to_json(node))).collect();
            Json::Object(members)
        }
    }
}
