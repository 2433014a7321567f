//! Lifecycle operations, and operations of a service that look like those of a resource.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, LifecycleTrait, ResourceFacts, Severity};
use crate::model::Shape;
use crate::rule::event;
use crate::traits::{Idempotent, Readonly, Required};
use crate::validate::Rule;
use crate::validate::context::{Context, backticked};

pub(crate) const LIFECYCLES: Rule = Rule {
    events: &[event!("ResourceLifecycle")],
    check: lifecycles,
    #[cfg(test)]
    cases: cases::LIFECYCLES,
};

/// Semantics of a lifecycle operation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Semantics {
    /// It has `@readonly`.
    Readonly,
    /// It has `@idempotent`, and not `@readonly`.
    Idempotent,
    /// It does not have `@readonly`.
    Any,
}

/// Checks `@readonly` and `@idempotent` of lifecycle operations.
fn lifecycles(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, shape, resource) in context.resources() {
        for (name, id, semantics) in [
            ("put", &resource.put, Semantics::Idempotent),
            ("create", &resource.create, Semantics::Any),
            ("read", &resource.read, Semantics::Readonly),
            ("update", &resource.update, Semantics::Any),
            ("delete", &resource.delete, Semantics::Idempotent),
            ("list", &resource.list, Semantics::Readonly),
        ] {
            let Some(operation) = id.as_ref().and_then(|id| context.shape(id)) else { continue };
            match (operation.has::<Readonly>(), semantics) {
                (false, Semantics::Readonly) => found.push(wrong(shape, name, operation, LifecycleTrait::Readonly)),
                (true, Semantics::Any | Semantics::Idempotent) => {
                    found.push(wrong(shape, name, operation, LifecycleTrait::NotReadonly));
                }
                _ => {}
            }
            if semantics == Semantics::Idempotent && !operation.has::<Idempotent>() {
                found.push(wrong(shape, name, operation, LifecycleTrait::Idempotent));
            }
        }
    }
}

fn wrong(resource: &Shape, name: &'static str, operation: &Shape, requirement: LifecycleTrait) -> Diagnostic {
    let message = ResourceFacts::Lifecycle { name, operation: operation.id.clone(), requirement };
    let error = Diagnostic::of(Severity::Error, "ResourceLifecycle", message, resource.span).with_shape(&resource.id);
    error.with_label(operation.span, "the operation is here")
}

pub(crate) const BETTER_BOUND: Rule = Rule {
    events: &[event!("ServiceBoundResourceOperation", Prefix)],
    check: better_bound,
    #[cfg(test)]
    cases: cases::BETTER_BOUND,
};

/// Reports operations of a service with members that are identifiers of one of its resources.
fn better_bound(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for closure in context.closures() {
        let resources: Vec<&Shape> =
            closure.resources.iter().filter_map(|id| context.graph.element(*id).as_shape()).collect();
        for id in &closure.service.operations {
            let Some(operation) = context.model.shape(id) else { continue };
            let mut overrides: BTreeSet<&str> = BTreeSet::new();
            for structure in structures(context, operation) {
                for member in structure.members.values().filter(|m| m.has::<Required>()) {
                    for resource in &resources {
                        let identifiers = resource.as_resource().map(|resource| &resource.identifiers);
                        if identifiers.and_then(|all| all.get(member.name())) == Some(&member.target) {
                            overrides.insert(resource.id.as_str());
                        }
                    }
                }
            }
            if !overrides.is_empty() {
                let service = &closure.shape.id;
                let message = ResourceFacts::FitsResource {
                    operation: id.clone(),
                    service: service.clone(),
                    resources: backticked(&overrides),
                };
                let event = format!("ServiceBoundResourceOperation.{service}.{}", id.name());
                let warning = Diagnostic::of(Severity::Warning, event, message, operation.span).with_shape(id);
                found.push(warning.with_label(closure.shape.span, "the service is defined here"));
            }
        }
    }
}

fn structures<'m>(context: &Context<'m>, operation: &'m Shape) -> impl Iterator<Item = &'m Shape> + use<'m> {
    let model = context.model;
    let body = operation.as_operation();
    body.into_iter().flat_map(|body| [&body.input, &body.output]).filter_map(move |id| model.shape(id))
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const LIFECYCLES: Cases = Cases {
        file: file!(),
        finds: &[r#"
resource R {
//       ^ error: ResourceLifecycle
    list: ListAll
}
operation ListAll {}
//        ^^^^^^^ error: ResourceIdentifierBinding
"#],
        leaves: &[r#"
resource R {
    list: ListAll
}
@readonly
operation ListAll {}
//        ^^^^^^^ error: ResourceIdentifierBinding
"#],
    };

    pub(super) const BETTER_BOUND: Cases = Cases {
        file: file!(),
        finds: &[r#"
service S {
    operations: [Op]
    resources: [R]
}
resource R {
    identifiers: { id: String }
}
operation Op {
//        ^^ warning: ServiceBoundResourceOperation.example#S.Op
    input := {
        @required
        id: String
//      ^^ warning: MemberShouldReferenceResource
    }
}
"#],
        leaves: &[r#"
service S {
    resources: [R]
}
resource R {
    identifiers: { id: String }
    operations: [Op]
}
operation Op {
    input := {
        @required
        @resourceIdentifier("id")
        name: String
    }
}
"#],
    };
}
