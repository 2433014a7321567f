//! Endpoint discovery (spec: "AWS Client Endpoint Discovery"): the discovery operation has the members that clients
//! expect.

use crate::diagnostic::{AwsFacts, Commas, Diagnostic, Message, Severity};
use crate::model::{Model, Shape, ShapeId, ShapeType, Trait};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{ClientDiscoveredEndpoint, ClientEndpointDiscovery};
use crate::validate::Rule;
use crate::validate::contained::{Contained, with};
use crate::validate::context::{Context, joined};

const DISCOVERY: &str = ClientEndpointDiscovery::ID;
const DISCOVERED: &str = ClientDiscoveredEndpoint::ID;
const ID: &str = "ClientEndpointDiscovery";

pub(in crate::validate) const DISCOVERY_RULE: Rule = Rule {
    events: &[event!("ClientEndpointDiscovery", Prefix)],
    check: discovery,
    #[cfg(test)]
    cases: cases::DISCOVERY_RULE,
};

fn discovery(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    let services: Vec<_> =
        with::<ClientEndpointDiscovery>(model).map(|found| (found, Contained::of(model, found.0))).collect();
    for (discovery, contained) in &services {
        check_service(model, *discovery, contained, found);
    }
    for (operation, _, span) in with::<ClientDiscoveredEndpoint>(model) {
        let bound: Vec<_> = services
            .iter()
            .filter(|(_, contained)| contained.operations.iter().any(|shape| shape.id == operation.id))
            .collect();
        if bound.is_empty() {
            let message = AwsFacts::DiscoveryWithoutService {
                operation: operation.id.clone(),
                trait_id: DISCOVERED,
                service_trait: DISCOVERY,
            };
            found.push(error(operation, message, span));
        }
        let errors = operation.as_operation().map(|body| &body.errors);
        for ((service, value, _), _) in bound {
            let Some(wanted) = value.error.as_deref() else { continue };
            if !errors.is_some_and(|errors| errors.iter().any(|id| id.as_str() == wanted)) {
                let message = AwsFacts::DiscoveryError {
                    operation: operation.id.clone(),
                    trait_id: DISCOVERED,
                    service: service.id.clone(),
                    error: wanted.to_owned(),
                };
                found.push(error(operation, message, operation.span));
            }
        }
    }
}

fn error(shape: &Shape, message: impl Into<Message>, span: Span) -> Diagnostic {
    Diagnostic::of(Severity::Error, ID, message, span).with_shape(&shape.id)
}

fn check_service(
    model: &Model,
    (service, value, span): (&Shape, &ClientEndpointDiscovery, Span),
    contained: &Contained<'_>,
    found: &mut Vec<Diagnostic>,
) {
    if value.error.is_none() {
        let message = "Services SHOULD define an error which indicates an endpoint is invalid.";
        let id = format!("{ID}.MissingErrorDefinition");
        found.push(Diagnostic::of(Severity::Danger, id, message, span).with_shape(&service.id));
    }
    if !contained.operations.iter().any(|operation| operation.has::<ClientDiscoveredEndpoint>()) {
        let message = AwsFacts::DiscoveryWithoutOperations { service: service.id.clone(), trait_id: DISCOVERED };
        let id = format!("{ID}.NoOperations");
        found.push(Diagnostic::of(Severity::Warning, id, message, span).with_shape(&service.id));
    }
    let id = &*value.operation;
    let is_bound = service.as_service().is_some_and(|body| body.operations.iter().any(|bound| bound.as_str() == id));
    if !is_bound {
        let message = AwsFacts::UnboundDiscovery { operation: id.to_owned(), service: service.id.clone() };
        let name = id.rsplit('#').next().unwrap_or(id);
        let id = format!("{ID}.UnboundOperation.{name}");
        found.push(Diagnostic::of(Severity::Error, id, message, span).with_shape(&service.id));
    }
    if let Some(operation) = model.shape_named(id) {
        check_input(model, operation, found);
        check_output(model, operation, found);
    }
}

fn is_string(model: &Model, id: &ShapeId) -> bool {
    model.shape(id).is_none_or(|shape| matches!(shape.kind, ShapeType::String | ShapeType::Enum))
}

fn check_input(model: &Model, operation: &Shape, found: &mut Vec<Diagnostic>) {
    let Some(input) = operation.as_operation().and_then(|body| model.shape(&body.input)) else { return };
    let names: Vec<_> = input.members.keys().map(|name| &**name).collect();
    if names.iter().any(|name| !matches!(*name, "Operation" | "Identifiers")) {
        let message = AwsFacts::DiscoveryInput { operation: operation.id.clone(), members: joined(names) };
        found.push(error(input, message, input.span));
    }
    if let Some(member) = input.members.get("Operation")
        && let Some(target) = model.shape(&member.target)
        && !is_string(model, &member.target)
    {
        let message = "The Operation member of an endpoint discovery operation must be a string";
        found.push(error(target, message, member.span));
    }
    if let Some(member) = input.members.get("Identifiers") {
        let value = model
            .shape(&member.target)
            .filter(|target| target.kind == ShapeType::Map)
            .and_then(|target| target.members.get("value"));
        if !value.is_some_and(|value| is_string(model, &value.target)) {
            let message = "The Identifiers member of an endpoint discovery operation must be a map whose keys and \
                           values are strings.";
            found.push(Diagnostic::of(Severity::Error, ID, message, member.span).with_shape(&member.id));
        }
    }
}

fn check_output(model: &Model, operation: &Shape, found: &mut Vec<Diagnostic>) {
    let Some(output) = operation.as_operation().and_then(|body| model.shape(&body.output)) else { return };
    let endpoints = output.members.get("Endpoints");
    if output.members.len() != 1 || endpoints.is_none() {
        let names = output.members.keys().map(ToString::to_string).collect();
        let message = AwsFacts::DiscoveryOutput { members: Commas(names) };
        found.push(error(operation, message, output.span));
    }
    let Some(member) = endpoints else { return };
    let list = model.shape(&member.target).filter(|shape| shape.kind == ShapeType::List);
    let Some(list) = list else {
        let message = "The output member `Endpoints` on an endpoint discovery operation must be a list.";
        found.push(Diagnostic::of(Severity::Error, ID, message, member.span).with_shape(&member.id));
        return;
    };
    let element = list.members.get("member").and_then(|member| model.shape(&member.target));
    let Some(endpoint) = element.filter(|shape| shape.kind == ShapeType::Structure) else {
        let message = "The member of the Endpoints list in an endpoint discovery operation must be a structure shape.";
        found.push(error(list, message, list.span));
        return;
    };
    check_endpoint(model, endpoint, found);
}

fn check_endpoint(model: &Model, endpoint: &Shape, found: &mut Vec<Diagnostic>) {
    if let Some(address) = endpoint.members.get("Address")
        && !is_string(model, &address.target)
    {
        let message = "The `Address` member of the `Endpoint` shape must be a string type.";
        found.push(Diagnostic::of(Severity::Error, ID, message, address.span).with_shape(&address.id));
    }
    if let Some(period) = endpoint.members.get("CachePeriodInMinutes")
        && model.shape(&period.target).is_some_and(|shape| shape.kind != ShapeType::Long)
    {
        let message = "The `CachePeriodInMinutes` member of the `Endpoint` shape must be a long type.";
        found.push(Diagnostic::of(Severity::Error, ID, message, period.span).with_shape(&period.id));
    }
    let names: Vec<_> = endpoint.members.keys().map(|name| &**name).collect();
    if names.len() != 2 || !names.contains(&"Address") || !names.contains(&"CachePeriodInMinutes") {
        let message = AwsFacts::DiscoveryEndpoint { members: joined(names) };
        found.push(error(endpoint, message, endpoint.span));
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const DISCOVERY_RULE: Cases = Cases {
        file: file!(),
        finds: &[r#"
@aws.api#clientEndpointDiscovery(operation: Find)
//                               ^^^^^^^^^ danger: ClientEndpointDiscovery.MissingErrorDefinition
//                               ^^^^^^^^^ warning: ClientEndpointDiscovery.NoOperations
service S {
    operations: [Find]
}
operation Find {
    output := {}
//  ^^^^^^ error: ClientEndpointDiscovery
}
"#],
        leaves: &[r#"
@aws.api#clientEndpointDiscovery(operation: Find, error: Moved)
service S {
    operations: [Find, Op]
}
operation Find {
    output := {
        @required
        Endpoints: Endpoints
    }
}
list Endpoints {
    member: Endpoint
}
structure Endpoint {
    Address: String
    CachePeriodInMinutes: Long
}
@aws.api#clientDiscoveredEndpoint(required: true)
operation Op {
    errors: [Moved]
}
@error("client")
@httpError(421)
structure Moved {}
"#],
    };
}
