//! Members whose target changed. Severity depends on the differences between both targets.

use super::{Differences, Finding, Pair};
use crate::diagnostic::{DiffFacts, Severity, TargetDifference, TargetEffect};
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
        let (severity, effect) = effect(differences, old_shape, new_shape);
        let message = DiffFacts::ChangedTarget {
            member: pair.new.id().clone(),
            old: old.target.clone(),
            old_type: old_shape.kind.name(),
            new: new.target.clone(),
            new_type: new_shape.kind.name(),
            effect,
        };
        found.push(pair.finding(severity, "ChangedMemberTarget", message));
    }
}

/// Severity and effect of a change from one target to another.
fn effect(differences: &Differences<'_>, old: &Shape, new: &Shape) -> (Severity, TargetEffect) {
    if old.kind != new.kind {
        return (Severity::Error, TargetEffect::OtherType { old: old.kind.name(), new: new.kind.name() });
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
        return (Severity::Error, TargetEffect::NamedType { shape_type: old.kind.name() });
    }
    if old.has::<Enum>() {
        return (Severity::Error, TargetEffect::NamedByTrait { name: Enum::ID });
    }
    if differences.depth >= DEEPEST {
        return (Severity::Error, TargetEffect::TooDeep);
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
    let found = inner.evaluate();
    if found.is_empty() {
        return (Severity::Warning, TargetEffect::Compatible);
    }
    let worst = found.iter().map(|finding| finding.diagnostic.severity).max().unwrap_or(Severity::Warning);
    let severity = worst.max(Severity::Warning);
    let difference = |finding: Finding| TargetDifference {
        severity: finding.diagnostic.severity.name(),
        message: finding.diagnostic.message,
    };
    let all = found.into_iter().map(difference).collect();
    let is_compatible = severity == Severity::Warning;
    (severity, if is_compatible { TargetEffect::CompatibleDifferences(all) } else { TargetEffect::Differences(all) })
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
