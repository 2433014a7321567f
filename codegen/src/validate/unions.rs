//! Unions.

use super::context::Context;
use crate::diagnostic::{Diagnostic, ServiceFacts, Severity};
use crate::model::{Shape, ShapeType};
use crate::rule::event;
use crate::traits::{Boxed, DefaultValue};
use crate::validate::Rule;

pub(super) const UNIONS: Rule = Rule {
    events: &[event!("Union")],
    check: unions,
    #[cfg(test)]
    cases: cases::UNIONS,
};

/// Checks that unions have members, and no defaults.
fn unions(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for shape in context.model.own_shapes().filter(|shape| shape.kind == ShapeType::Union) {
        if shape.members.is_empty() {
            let message = "Tagged unions must have one or more members";
            found.push(Diagnostic::of(Severity::Error, "Union", message, shape.span).with_shape(&shape.id));
        }
        for member in shape.members.values() {
            let default = |target: &Shape| target.get::<DefaultValue>().map(|default| default.0.to_json());
            if let Some(default) = context.shape(&member.target).and_then(default) {
                let message = ServiceFacts::UnionDefault { target: member.target.clone(), default };
                found.push(Diagnostic::of(Severity::Note, "Union", message, member.span).with_shape(&member.id));
            }
            if member.has::<Boxed>() {
                let message = "Invalid box trait found on a union member. The box trait on union members has no effect \
                               because union members are implicitly nullable.";
                found.push(Diagnostic::of(Severity::Warning, "Union", message, member.span).with_shape(&member.id));
            }
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const UNIONS: Cases = Cases {
        file: file!(),
        finds: &[r#"
union U {}
//    ^ error: Union
"#],
        leaves: &[r#"
union U {
    a: String
}
"#],
    };
}
