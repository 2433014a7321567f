//! Members whose target changed. Severity depends on the differences between both targets.

use std::fmt::Write as _;

use super::{Differences, Finding, Pair};
use crate::diagnostic::Severity;
use crate::diff::Evaluator;
use crate::model::graph::Element;
use crate::model::{Shape, ShapeType, Trait};
use crate::rule::event;
use crate::traits::Enum;

/// Maximum depth of nested lists and maps.
const DEEPEST: usize = 8;

pub(super) const TARGETS: Evaluator = Evaluator {
    events: &[event!("ChangedMemberTarget")],
    check: targets,
    #[cfg(test)]
    cases: cases::TARGETS,
};

fn targets(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        let (Some(old), Some(new)) = (pair.old.as_member(), pair.new.as_member()) else { continue };
        if old.target == new.target {
            continue;
        }
        let (old_shape, new_shape) = (differences.old.shape(&old.target), differences.new.shape(&new.target));
        let (Some(old_shape), Some(new_shape)) = (old_shape, new_shape) else { continue };
        let (severity, verdict) = severity_of(differences, old_shape, new_shape);
        let message = format!(
            "The shape targeted by the member `{}` changed from `{}` ({}) to `{}` ({}). {verdict}",
            pair.new.id(),
            old.target,
            old_shape.kind.name(),
            new.target,
            new_shape.kind.name()
        );
        found.push(pair.finding(severity, "ChangedMemberTarget", message));
    }
}

/// Severity and reason of a change from one target to another.
fn severity_of(differences: &Differences<'_>, old: &Shape, new: &Shape) -> (Severity, String) {
    const COMPATIBLE: &str = "This was determined backward compatible.";
    if old.kind != new.kind {
        let verdict =
            format!("The type of the targeted shape changed from {} to {}.", old.kind.name(), new.kind.name());
        return (Severity::Error, verdict);
    }
    let is_named = matches!(
        old.kind,
        ShapeType::Structure
            | ShapeType::Union
            | ShapeType::Enum
            | ShapeType::IntEnum
            | ShapeType::Service
            | ShapeType::Resource
            | ShapeType::Operation
    );
    if is_named {
        return (Severity::Error, format!("The name of a {} is significant.", old.kind.name()));
    }
    if old.has::<Enum>() {
        let verdict = format!(
            "The `{}` trait was found on the target, so the name of the targeted shape matters for codegen.",
            Enum::ID
        );
        return (Severity::Error, verdict);
    }
    if differences.depth >= DEEPEST {
        return (Severity::Error, "The types differ in a way that is nested too deep to be compared.".to_owned());
    }
    let mut pairs = vec![Pair { old: Element::Shape(old), new: Element::Shape(new) }];
    for (name, member) in &old.members {
        if let Some(other) = new.members.get(name) {
            pairs.push(Pair { old: Element::Member(old, member), new: Element::Member(new, other) });
        }
    }
    let inner = Differences {
        old: differences.old,
        new: differences.new,
        added: Vec::new(),
        removed: Vec::new(),
        pairs,
        depth: differences.depth + 1,
    };
    let effects = inner.evaluate();
    if effects.is_empty() {
        return (Severity::Warning, COMPATIBLE.to_owned());
    }
    let worst = effects.iter().map(|finding| finding.diagnostic.severity).max().unwrap_or(Severity::Warning);
    let severity = worst.max(Severity::Warning);
    let mut verdict = String::new();
    if severity == Severity::Warning {
        verdict.push_str(COMPATIBLE);
        verdict.push(' ');
    }
    verdict.push_str("This will result in the following effective differences:\n");
    for finding in effects {
        let text = finding.diagnostic.message.replace('\n', "\n  ");
        let _ = write!(verdict, "\n- [{}] {}", finding.diagnostic.severity.name(), text.trim());
    }
    (severity, verdict)
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const TARGETS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
structure Order {
    count: Integer
}
---
structure Order {
    count: Long
//  ^^^^^ error: ChangedMemberTarget
}
"#,
            r#"
list Names {
    member: Name
}
string Name
---
list Names {
    member: Name2
//  ^^^^^^ warning: ChangedMemberTarget
}
string Name
@length(min: 1)
string Name2
//     ^^^^^ note: AddedShape
"#,
        ],
        leaves: &[r#"
list Names {
    member: Name
}
string Name
string Other
---
list Names {
    member: Name
}
string Name
@length(min: 1)
//      ^^^ note: ModifiedTrait.Add.smithy.api#length
string Other
"#],
    };
}
