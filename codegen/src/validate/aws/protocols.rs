//! Features that AWS protocols do not support: renamed errors, errors with the same code, payloads that are lists or
//! maps.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{AwsFacts, Diagnostic, LabelFacts, Severity};
use crate::model::{Model, Shape, ShapeId, ShapeType, Trait};
use crate::rule::event;
use crate::traits::{AwsQuery, AwsQueryCompatible, AwsQueryError, Ec2Query, Fault, HttpPayload, Protocol};
use crate::validate::Rule;
use crate::validate::contained::Contained;
use crate::validate::context::{Context, joined};

/// IDs of the AWS protocols of a service, sorted.
fn protocols(service: &Shape) -> Vec<&'static str> {
    let mut ids: Vec<_> = Protocol::of(&service.traits).filter(|one| one.is_aws()).map(Protocol::shape_id).collect();
    ids.sort_unstable();
    ids
}

fn services(model: &Model) -> impl Iterator<Item = &Shape> {
    model.own_shapes().filter(|shape| shape.as_service().is_some())
}

pub(in crate::validate) const ERROR_RENAMES: Rule = Rule {
    events: &[event!("ErrorRename")],
    check: error_renames,
    #[cfg(test)]
    cases: cases::ERROR_RENAMES,
};

fn error_renames(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for service in services(model) {
        let protocols = protocols(service);
        let Some(body) = service.as_service().filter(|_| !protocols.is_empty()) else { continue };
        for (id, name) in &body.rename {
            if !model.shape(id).is_some_and(crate::model::Shape::has::<Fault>) {
                continue;
            }
            let names = protocols.iter().map(|id| id.rsplit('#').next().unwrap_or(id));
            let message = AwsFacts::ErrorRename { error: id.clone(), name: name.clone(), protocols: joined(names) };
            found.push(Diagnostic::of(Severity::Error, "ErrorRename", message, service.span).with_shape(&service.id));
        }
    }
}

pub(in crate::validate) const ERROR_CODES: Rule = Rule {
    events: &[event!("QueryErrorCode")],
    check: error_codes,
    #[cfg(test)]
    cases: cases::ERROR_CODES,
};

/// Reports errors with the same code. Query protocols identify errors only by their code.
fn error_codes(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    const QUERY: [&str; 3] = [AwsQuery::ID, AwsQueryCompatible::ID, Ec2Query::ID];
    let model = context.model;
    for service in services(model).filter(|service| QUERY.iter().any(|id| service.has_trait(id))) {
        let contained = Contained::of(model, service);
        let own = service.as_service().into_iter().flat_map(|body| &body.errors);
        let of_operations = contained.operations.iter().filter_map(|shape| shape.as_operation());
        let mut by_code: BTreeMap<&str, BTreeSet<&ShapeId>> = BTreeMap::new();
        for id in own.chain(of_operations.flat_map(|body| &body.errors)) {
            let code = model.shape(id).and_then(Shape::get::<AwsQueryError>).map(|error| &*error.code);
            by_code.entry(code.unwrap_or_else(|| id.name())).or_default().insert(id);
        }
        for (code, errors) in by_code.into_iter().filter(|(_, errors)| errors.len() > 1) {
            let message = AwsFacts::SharedErrorCode { code: code.to_owned(), errors: joined(&errors) };
            let mut danger = Diagnostic::of(Severity::Danger, "QueryErrorCode", message, service.span);
            for error in errors.iter().filter_map(|id| model.shape(id)) {
                danger = danger.with_label(error.span, "this error has the code");
            }
            found.push(danger.with_shape(&service.id));
        }
    }
}

pub(in crate::validate) const PAYLOADS: Rule = Rule {
    events: &[event!("ProtocolHttpPayload")],
    check: payloads,
    #[cfg(test)]
    cases: cases::PAYLOADS,
};

fn payloads(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    let mut seen = BTreeSet::new();
    for service in services(model).filter(|service| !protocols(service).is_empty()) {
        for operation in Contained::of(model, service).operations {
            let Some(body) = operation.as_operation() else { continue };
            for id in [&body.input, &body.output].into_iter().chain(&body.errors) {
                if let Some(shape) = model.shape(id)
                    && seen.insert(&shape.id)
                {
                    check_payload(model, shape, found);
                }
            }
        }
    }
}

fn check_payload(model: &Model, shape: &Shape, found: &mut Vec<Diagnostic>) {
    let allowed = [
        ShapeType::Structure,
        ShapeType::Union,
        ShapeType::Document,
        ShapeType::Blob,
        ShapeType::String,
        ShapeType::Enum,
    ];
    for member in shape.members.values().filter(|member| member.has::<HttpPayload>()) {
        if let Some(target) = model.shape(&member.target)
            && !allowed.contains(&target.kind)
        {
            let message = "AWS Protocols do not support applying the httpPayload trait to members that target sets, \
                           lists, or maps.";
            found.push(
                Diagnostic::of(Severity::Error, "ProtocolHttpPayload", message, member.span)
                    .with_shape(&member.id)
                    .with_label(target.span, LabelFacts::TargetType { shape_type: target.kind.name() })
                    .with_help("wrap it in a structure"),
            );
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const ERROR_RENAMES: Cases = Cases {
        file: file!(),
        finds: &[r#"
@aws.protocols#restJson1
service S {
//      ^ error: ErrorRename
    errors: [Gone]
    rename: { "example#Gone": "Missing" }
}
@error("client")
structure Gone {}
"#],
        leaves: &[r#"
@aws.protocols#restJson1
service S {
    errors: [Gone]
}
@error("client")
structure Gone {}
"#],
    };

    pub(super) const ERROR_CODES: Cases = Cases {
        file: file!(),
        finds: &[r#"
@suppress(["DeprecatedTrait"])
@aws.protocols#awsQuery
@xmlNamespace(uri: "urn:s")
service S {
//      ^ danger: QueryErrorCode
    errors: [A, B]
}
@aws.protocols#awsQueryError(code: "C", httpResponseCode: 400)
@error("client")
structure A {}
@aws.protocols#awsQueryError(code: "C", httpResponseCode: 400)
@error("client")
structure B {}
"#],
        leaves: &[r#"
@suppress(["DeprecatedTrait"])
@aws.protocols#awsQuery
@xmlNamespace(uri: "urn:s")
service S {
    errors: [A, B]
}
@aws.protocols#awsQueryError(code: "C", httpResponseCode: 400)
@error("client")
structure A {}
@aws.protocols#awsQueryError(code: "D", httpResponseCode: 400)
@error("client")
structure B {}
"#],
    };

    pub(super) const PAYLOADS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@aws.protocols#restJson1
service S {
    operations: [Op]
}
@http(method: "POST", uri: "/x")
operation Op {
    input := {
        @httpPayload
        all: All
//      ^^^ error: ProtocolHttpPayload
    }
}
map All {
    key: String
    value: String
}
"#],
        leaves: &[r#"
@aws.protocols#restJson1
service S {
    operations: [Op]
}
@http(method: "POST", uri: "/x")
operation Op {
    input := {
        @httpPayload
        all: Document
    }
}
"#],
    };
}
