//! Services: names in their closure, renames, bindings, and authentication (spec: "Service").

use std::collections::BTreeSet;

use crate::diagnostic::{
    ClosureName, Diagnostic, HelpFacts, List, Obligation, Renamed, ServiceFacts, Severity, TypedShape,
};
use crate::hash::HashMap;
use crate::model::graph::{Element, ElementId, Relation};
use crate::model::{Shape, ShapeId, ShapeType, Traits, is_identifier};
use crate::traits::{Auth, AuthDefinition, Cors, HttpApiKeyAuth, KeyPlace, ProtocolDefinition};

use super::context::{Applied, Closure, Context, backticked, listed, place};
use super::names::may_conflict;
use crate::rule::event;
use crate::validate::Rule;

/// Maximum depth at which shapes with the same name are compared.
const MAX_DEPTH: usize = 32;

pub(super) const NAMES: Rule = Rule {
    events: &[event!("Service")],
    check: names,
    #[cfg(test)]
    cases: cases::NAMES,
};

/// Checks that names in a closure are unique regardless of case, and checks renames.
fn names(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for closure in context.closures() {
        let rename = &closure.service.rename;
        let shapes = || {
            let all = closure.elements.iter().filter_map(|id| context.graph.element(*id).as_shape());
            all.map(|shape| (rename.get(&shape.id).map_or(shape.id.name(), String::as_str), shape))
        };
        let mut names: HashMap<String, Vec<&Shape>> = HashMap::default();
        if may_conflict(shapes().map(|(name, _)| name)) {
            shapes().for_each(|(name, shape)| names.entry(name.to_ascii_lowercase()).or_default().push(shape));
        }
        let mut conflicts: Vec<Vec<&Shape>> = names.into_values().filter(|shapes| shapes.len() > 1).collect();
        conflicts.sort_by(|a, b| a.first().map(|shape| &shape.id).cmp(&b.first().map(|shape| &shape.id)));
        for shapes in conflicts {
            for shape in shapes.iter().filter(|shape| !shape.is_builtin()) {
                for other in shapes.iter().filter(|other| other.id != shape.id) {
                    let severity = difference(context, Element::Shape(shape), Element::Shape(other), 0);
                    found.push(conflict(closure, severity, shape, other));
                }
            }
        }
        renames(context, closure, found);
    }
}

fn conflict(closure: &Closure<'_>, severity: Severity, shape: &Shape, other: &Shape) -> Diagnostic {
    let rename = |id: &ShapeId| closure.service.rename.get(id).cloned();
    let obligation = if severity >= Severity::Danger { Obligation::Must } else { Obligation::Should };
    let message = ServiceFacts::SharedName {
        shape: ClosureName { shape: shape.id.clone(), renamed: rename(&shape.id) },
        other: other.id.clone(),
        renamed: Renamed(rename(&other.id)),
        service: closure.shape.id.clone(),
        obligation,
    };
    let finding = Diagnostic::of(severity, "Service", message, shape.span).with_shape(&shape.id);
    finding.with_label(other.span, "the other shape is here").with_label(closure.shape.span, "this is the service")
}

/// The severity of two shapes with the same name: low if they are equivalent.
fn difference(context: &Context<'_>, a: Element<'_>, b: Element<'_>, depth: usize) -> Severity {
    if depth > MAX_DEPTH || !same_traits(a.traits(), b.traits()) {
        return Severity::Error;
    }
    match (a, b) {
        (Element::Member(_, a), Element::Member(_, b)) => match (context.shape(&a.target), context.shape(&b.target)) {
            (Some(a), Some(b)) => difference(context, Element::Shape(a), Element::Shape(b), depth + 1),
            _ => Severity::Note,
        },
        (Element::Shape(a), Element::Shape(b)) if std::ptr::eq(a, b) => Severity::Note,
        (Element::Shape(a), Element::Shape(b)) if a.kind == b.kind && a.kind == ShapeType::List => {
            let member = |shape| Element::Shape(shape).as_shape().and_then(|shape| shape.members.get("member"));
            let inner = match (member(a), member(b)) {
                (Some(x), Some(y)) => difference(context, Element::Member(a, x), Element::Member(b, y), depth + 1),
                _ => Severity::Note,
            };
            inner.max(Severity::Warning)
        }
        (Element::Shape(a), Element::Shape(b)) if a.kind == b.kind && is_simple(a.kind) => Severity::Note,
        _ => Severity::Error,
    }
}

fn is_simple(kind: ShapeType) -> bool {
    !matches!(
        kind,
        ShapeType::List
            | ShapeType::Map
            | ShapeType::Structure
            | ShapeType::Union
            | ShapeType::Service
            | ShapeType::Resource
            | ShapeType::Operation
    )
}

fn same_traits(a: &Traits, b: &Traits) -> bool {
    a.len() == b.len() && a.iter().all(|(id, node)| b.node_of(id.as_str()) == Some(node))
}

fn renames(context: &Context<'_>, closure: &Closure<'_>, found: &mut Vec<Diagnostic>) {
    let service = closure.shape;
    let mut wrong = |message: ServiceFacts| {
        found.push(Diagnostic::of(Severity::Error, "Service", message, service.span).with_shape(&service.id));
    };
    for (from, to) in &closure.service.rename {
        if !is_identifier(to) {
            wrong(ServiceFacts::InvalidRename { shape: from.clone(), name: to.clone() });
        } else if to == from.name() {
            wrong(ServiceFacts::SameRename { shape: from.clone(), name: to.clone() });
        }
        let inside = context.graph.find(from.as_str()).filter(|id| closure.elements.binary_search(id).is_ok());
        match inside.map(|id| context.graph.element(id)) {
            None => wrong(ServiceFacts::RenameOutside { shape: from.clone() }),
            Some(element) if matches!(element.kind(), None | Some(ShapeType::Resource | ShapeType::Operation)) => {
                let kind = element.type_name();
                wrong(ServiceFacts::RenameType { shape_type: kind, shape: from.clone(), name: to.clone() });
            }
            Some(_) => {}
        }
    }
}

pub(super) const SINGLE_BINDINGS: Rule = Rule {
    events: &[event!("SingleOperationBinding"), event!("SingleResourceBinding")],
    check: single_bindings,
    #[cfg(test)]
    cases: cases::SINGLE_BINDINGS,
};

/// Checks that operations and resources are bound once in a closure.
fn single_bindings(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for closure in context.closures() {
        for id in &closure.operations {
            let Some((shape, binders)) = several_binders(context, closure, *id) else { continue };
            let mut all: Vec<TypedShape> = binders.iter().copied().map(TypedShape::from).collect();
            all.sort();
            let message = ServiceFacts::OperationBoundOften { service: closure.shape.id.clone(), binders: List(all) };
            found.push(bound_often("SingleOperationBinding", message, shape, &binders));
        }
        for id in &closure.resources {
            let Some((shape, binders)) = several_binders(context, closure, *id) else { continue };
            let message = ServiceFacts::ResourceBoundOften {
                service: closure.shape.id.clone(),
                binders: backticked(binders.iter().map(|binder| binder.id.as_str())),
            };
            found.push(bound_often("SingleResourceBinding", message, shape, &binders));
        }
    }
}

fn bound_often(event: &str, message: ServiceFacts, shape: &Shape, binders: &[&Shape]) -> Diagnostic {
    let mut error = Diagnostic::of(Severity::Error, event, message, shape.span).with_shape(&shape.id);
    for binder in binders {
        error = error.with_label(binder.span, "bound here");
    }
    error.with_help("keep one of the bindings")
}

/// Whether a shape has bindings in a closure: the service or one of its resources. Mixins are ignored.
fn binds_inside(context: &Context<'_>, closure: &Closure<'_>, id: ElementId) -> bool {
    closure.resources.binary_search(&id).is_ok() || context.graph.element(id).id() == &closure.shape.id
}

fn several_binders<'m>(
    context: &Context<'m>,
    closure: &Closure<'m>,
    id: ElementId,
) -> Option<(&'m Shape, Vec<&'m Shape>)> {
    let edges = context.graph.reverse_neighbors(id).iter();
    let bindings = edges.filter(|edge| edge.relation == Relation::Resource || edge.relation.binds_operation());
    let inside: BTreeSet<ElementId> =
        bindings.map(|edge| edge.to).filter(|id| binds_inside(context, closure, *id)).collect();
    if inside.len() < 2 {
        return None;
    }
    let binders = inside.iter().filter_map(|id| context.graph.element(*id).as_shape()).collect();
    Some((context.graph.element(id).as_shape()?, binders))
}

/// The authentication schemes of a service.
pub(super) fn schemes<'m>(context: &Context<'m>, service: &'m Shape) -> BTreeSet<&'m str> {
    let applied = service.traits.keys().map(ShapeId::as_str);
    let defines =
        |id: &&str| context.model.shape_named(id).is_some_and(super::super::model::Shape::has::<AuthDefinition>);
    applied.filter(defines).collect()
}

pub(super) const AUTH: Rule = Rule {
    events: &[event!("AuthTrait"), event!("ServiceAuthDefinitions"), event!("HttpApiKeyAuthTrait")],
    check: auth,
    #[cfg(test)]
    cases: cases::AUTH,
};

/// Checks that `@auth` refers to schemes of the service, and that services with several schemes have an order.
fn auth(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for closure in context.closures() {
        let service = closure.shape;
        let schemes = schemes(context, service);
        if schemes.len() > 1 && !service.has::<Auth>() {
            let message = "This service uses multiple authentication schemes but does not have the `@auth` trait applied. \
                           The `@auth` trait defines a priority ordering of auth schemes for a client to use. Without it, \
                           the ordering of auth schemes is alphabetical based on the absolute shape ID of the auth \
                           schemes.";
            let warning = Diagnostic::of(Severity::Warning, "ServiceAuthDefinitions", message, service.span);
            let help = HelpFacts::AddAuth { schemes: listed(&schemes) };
            found.push(warning.with_shape(&service.id).with_help(help));
        }
        let operations = closure.operations.iter().filter_map(|id| context.graph.element(*id).as_shape());
        for shape in std::iter::once(service).chain(operations) {
            let Some(auth) = shape.get::<Auth>() else { continue };
            let named: BTreeSet<&str> = auth.ids().collect();
            let missing: BTreeSet<&str> = named.difference(&schemes).copied().collect();
            if !missing.is_empty() {
                let message = ServiceFacts::UnknownSchemes { service: service.id.clone(), schemes: listed(&missing) };
                let span = Element::Shape(shape).place_of::<Auth>();
                let danger = Diagnostic::of(Severity::Danger, "AuthTrait", message, span).with_shape(&shape.id);
                found.push(danger.with_label(service.span, "the service is defined here"));
            }
        }
    }
    for Applied { element, value, span, .. } in context.with::<HttpApiKeyAuth>() {
        if value.scheme.is_some() && value.place != KeyPlace::Header {
            let message = ServiceFacts::ApiKeyPlace { found: value.place.name() };
            found.push(Diagnostic::of(Severity::Error, "HttpApiKeyAuthTrait", message, span).with_shape(element.id()));
        }
    }
}

pub(super) const CORS: Rule = Rule {
    events: &[event!("CorsTrait")],
    check: cors,
    #[cfg(test)]
    cases: cases::CORS,
};

/// Checks that `@cors` has either one origin or several by name.
fn cors(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value, span, .. } in context.with::<Cors>() {
        if value.origin.is_some() && value.origins.is_some() {
            let message = "The `origin` and `origins` members of the `cors` trait are mutually exclusive.";
            found.push(Diagnostic::of(Severity::Error, "CorsTrait", message, span).with_shape(element.id()));
        }
    }
}

pub(super) const DOCUMENTS: Rule = Rule {
    events: &[event!("NoInlineDocumentSupport")],
    check: documents,
    #[cfg(test)]
    cases: cases::DOCUMENTS,
};

/// Reports services that use documents with a protocol that does not support them.
fn documents(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let protocols: BTreeSet<&str> = context
        .with::<ProtocolDefinition>()
        .filter(|applied| applied.value.no_inline_document_support)
        .map(|applied| applied.element.id().as_str())
        .collect();
    for closure in context.closures() {
        let applied = closure.shape.traits.iter();
        for (protocol, node) in applied.filter(|(id, _)| protocols.contains(id.as_str())) {
            let shapes = closure.elements.iter().filter_map(|id| context.graph.element(*id).as_shape());
            let documents: Vec<&Shape> = shapes.filter(|shape| shape.kind == ShapeType::Document).collect();
            if documents.is_empty() {
                continue;
            }
            let names = documents.iter().map(|shape| shape.id.to_string()).collect();
            let message = ServiceFacts::NoDocuments { protocol: protocol.clone(), documents: List(names) };
            let span = place(node, Element::Shape(closure.shape));
            let mut error =
                Diagnostic::of(Severity::Error, "NoInlineDocumentSupport", message, span).with_shape(&closure.shape.id);
            for document in documents {
                error = error.with_label(document.span, "this is a document");
            }
            found.push(error);
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const NAMES: Cases = Cases {
        file: file!(),
        finds: &[r#"
service S {
//      ^ error: Service
    rename: { "example#Missing": "Other" }
}
"#],
        leaves: &[r#"
service S {
    operations: [Op]
    rename: { "example#Name": "OtherName" }
}
operation Op {
    input := {
        name: Name
    }
}
string Name
"#],
    };

    pub(super) const SINGLE_BINDINGS: Cases = Cases {
        file: file!(),
        finds: &[r#"
service S {
    operations: [Op]
    resources: [R]
}
resource R {
    identifiers: { id: String }
    collectionOperations: [Op]
}
operation Op {}
//        ^^ error: SingleOperationBinding
"#],
        leaves: &[r#"
service S {
    operations: [Op]
    resources: [R]
}
resource R {
    identifiers: { id: String }
}
operation Op {}
"#],
    };

    pub(super) const AUTH: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@httpBasicAuth
@auth([httpBearerAuth])
//    ^^^^^^^^^^^^^^^^ danger: AuthTrait
service S {}
"#,
            r#"
@httpBasicAuth
@httpDigestAuth
service S {}
//      ^ warning: ServiceAuthDefinitions
"#,
            r#"
@httpApiKeyAuth(name: "key", in: "query", scheme: "Key")
//              ^^^^ error: HttpApiKeyAuthTrait
service S {}
"#,
        ],
        leaves: &[r#"
@httpBasicAuth
@httpDigestAuth
@auth([httpDigestAuth])
service S {}
"#],
    };

    pub(super) const CORS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@cors(origin: "https://a.example", origins: { b: "https://b.example" })
//    ^^^^^^ error: CorsTrait
service S {}
"#],
        leaves: &[r#"
@cors(origin: "https://a.example")
service S {}
"#],
    };

    pub(super) const DOCUMENTS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@protocolDefinition(noInlineDocumentSupport: true)
@trait
structure plain {}

@plain
//^^^^ error: NoInlineDocumentSupport
service S {
    operations: [Op]
}
operation Op {
    input := {
        anything: Document
    }
}
"#],
        leaves: &[r#"
@protocolDefinition(noInlineDocumentSupport: true)
@trait
structure plain {}

@plain
service S {
    operations: [Op]
}
operation Op {
    input := {
        text: String
    }
}
"#],
    };
}
