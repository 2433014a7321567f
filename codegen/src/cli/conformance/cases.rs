//! Collects test cases from models, by service and operation.

use serde_json::{Map, Value as Json, json};

use crate::config::ServiceConfig;
use crate::lower;
use crate::model::{Model, Node, Shape, ShapeId, Trait, Valid, Value};
use crate::traits::{EventStreamTests, HttpMalformedRequestTests, HttpRequestTests, HttpResponseTests};

/// Traits with test cases, and the names of their kinds.
const TRAITS: [(&str, &str); 4] = [
    (HttpRequestTests::ID, "request"),
    (HttpResponseTests::ID, "response"),
    (HttpMalformedRequestTests::ID, "malformed"),
    (EventStreamTests::ID, "events"),
];

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
        for service in model.iter().filter(|shape| shape.as_service().is_some()) {
            let found = of_service(model, service, protocols);
            if found.is_empty() {
                continue;
            }
            let module = format!("service_{}", cases.services.len());
            for Found { holder, kind, operation, error, case } in found {
                let id = case.get("id").and_then(Node::as_str).unwrap_or_default();
                run.push((holder, id.to_owned()));
                let error = error.map(ToString::to_string);
                let case = to_json(case);
                let service = service.id.as_str();
                cases.documents.push(json!({
                    "service": service, "kind": kind, "operation": operation, "error": error, "case": case
                }));
            }
            cases.services.push(Tested { config: config(&module, &service.id), module });
        }
        for shape in model.iter() {
            for (kind, case) in cases_of(shape, protocols) {
                let id = case.get("id").and_then(Node::as_str).unwrap_or_default();
                if !run.iter().any(|(holder, known)| **holder == shape.id && known == id) {
                    cases.without_service.push((protocol_name(case).to_owned(), kind, id.to_owned()));
                }
            }
        }
        cases
    }

    /// Whether there are no cases to run.
    pub(super) fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }
}

/// A case, and the operation and error that it belongs to.
struct Found<'m> {
    /// Shape with the trait.
    holder: &'m ShapeId,
    kind: &'static str,
    operation: String,
    error: Option<&'m ShapeId>,
    case: &'m Node,
}

fn of_service<'m>(model: &'m Valid<Model>, service: &'m Shape, protocols: &[String]) -> Vec<Found<'m>> {
    let operations = lower::operations(model, service, &config("", &service.id)).unwrap_or_default();
    let common = service.as_service().map(|body| body.errors.as_slice()).unwrap_or_default();
    let supports = |case: &Node| service.has_trait(case.get("protocol").and_then(Node::as_str).unwrap_or_default());
    let mut found: Vec<Found<'m>> = Vec::new();
    for operation in operations {
        let name = operation.id.name().to_owned();
        for (kind, case) in cases_of(operation, protocols).filter(|(_, case)| supports(case)) {
            found.push(Found { holder: &operation.id, kind, operation: name.clone(), error: None, case });
        }
        let own = operation.as_operation().map(|body| body.errors.as_slice()).unwrap_or_default();
        for id in own.iter().chain(common) {
            // Cases of an error run once, with the first operation that has the error.
            let Some(shape) = model.shape(id).filter(|_| !found.iter().any(|case| case.holder == id)) else { continue };
            for (kind, case) in cases_of(shape, protocols).filter(|(_, case)| supports(case)) {
                found.push(Found { holder: &shape.id, kind, operation: name.clone(), error: Some(&shape.id), case });
            }
        }
    }
    found
}

fn cases_of<'m>(shape: &'m Shape, protocols: &[String]) -> impl Iterator<Item = (&'static str, &'m Node)> {
    TRAITS.iter().flat_map(move |(id, kind)| {
        let cases = shape.trait_value(id).and_then(Node::as_array).unwrap_or_default();
        cases
            .iter()
            .filter(move |case| protocols.is_empty() || protocols.iter().any(|only| protocol_name(case) == only))
            .map(|case| (*kind, case))
    })
}

/// Name of the protocol, without its namespace.
fn protocol_name(case: &Node) -> &str {
    let id = case.get("protocol").and_then(Node::as_str).unwrap_or_default();
    id.rsplit('#').next().unwrap_or(id)
}

fn config(module: &str, service: &ShapeId) -> ServiceConfig {
    ServiceConfig { module: module.to_owned(), id: service.to_string(), models: Vec::new(), ..ServiceConfig::default() }
}

/// Numbers with more digits than an `f64` can hold become strings. The runner accepts strings for numbers.
fn number_to_json(text: &str) -> Json {
    let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).skip_while(|digit| *digit == b'0').count();
    match serde_json::from_str(text) {
        Ok(Json::Number(number)) if digits <= 17 || number.is_i64() || number.is_u64() => Json::Number(number),
        _ => Json::String(text.to_owned()),
    }
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
