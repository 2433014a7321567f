//! References to the unit type.

use super::context::Context;
use crate::diagnostic::{Diagnostic, ServiceFacts, Severity};
use crate::model::graph::Element;
use crate::model::{ShapeType, prelude};
use crate::rule::event;
use crate::validate::Rule;

pub(super) const UNITS: Rule = Rule {
    events: &[event!("UnitType")],
    check: units,
    #[cfg(test)]
    cases: cases::UNITS,
};

/// Reports references to the unit type, except those of members of unions and enums.
fn units(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let unit = context.graph.find(prelude::UNIT);
    for edge in unit.map(|id| context.graph.reverse_neighbors(id)).unwrap_or_default() {
        let Element::Member(container, member) = context.graph.element(edge.to) else { continue };
        if !matches!(container.kind, ShapeType::Union | ShapeType::Enum | ShapeType::IntEnum) {
            let message = ServiceFacts::UnitTarget { unit: prelude::UNIT };
            let error = Diagnostic::of(Severity::Error, "UnitType", message, member.span).with_shape(&member.id);
            found.push(error.with_help("target an empty structure instead"));
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const UNITS: Cases = Cases {
        file: file!(),
        finds: &[r#"
list L {
    member: Unit
//  ^^^^^^ error: UnitType
}
"#],
        leaves: &[r#"
union U {
    nothing: Unit
}
"#],
    };
}
