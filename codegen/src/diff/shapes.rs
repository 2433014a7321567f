//! Shapes that were added, removed, or changed their type.

use super::{Differences, Finding, Side, about};
use crate::diagnostic::{DiffFacts, Severity};
use crate::diff::Evaluator;
use crate::model::ShapeType;
use crate::model::graph::Element;
use crate::rule::event;
use crate::traits::{Enum, Private, TraitDefinition};

pub(super) const ADDED: Evaluator = Evaluator {
    events: &[event!("AddedShape")],
    check: added,
    #[cfg(test)]
    cases: cases::ADDED,
};

fn added(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for element in &differences.added {
        // Members of new shapes are not reported.
        let is_part = matches!(element, Element::Member(shape, _) if differences.old.shape(&shape.id).is_none());
        // Members of an enum that was a string with `@enum` are compared as values.
        let was_string = matches!(element, Element::Member(shape, _)
            if shape.kind == ShapeType::Enum
                && differences
                    .old
                    .shape(&shape.id)
                    .is_some_and(|old| old.kind == ShapeType::String && old.has::<Enum>()));
        if !is_part && !was_string {
            let message = DiffFacts::AddedShape { shape_type: element.type_name(), shape: element.id().clone() };
            found.push(about(*element, Side::New, Severity::Note, "AddedShape", message));
        }
    }
}

pub(super) const REMOVED: Evaluator = Evaluator {
    events: &[event!("RemovedShape", Parts, &["", "ScalarShape"])],
    check: removed,
    #[cfg(test)]
    cases: cases::REMOVED,
};

fn removed(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for element in &differences.removed {
        let is_part = matches!(element, Element::Member(shape, _) if differences.new.shape(&shape.id).is_none());
        if is_part || element.traits().has::<Private>() {
            continue;
        }
        let message = DiffFacts::RemovedShape { shape_type: element.type_name(), shape: element.id().clone() };
        let is_scalar = element
            .as_shape()
            .is_some_and(|shape| is_scalar(shape.kind) && !(shape.kind == ShapeType::String && shape.has::<Enum>()));
        let (severity, id) =
            if is_scalar { (Severity::Warning, "RemovedShape.ScalarShape") } else { (Severity::Error, "RemovedShape") };
        found.push(about(*element, Side::Old, severity, id, message));
    }
}

/// Types whose names do not appear in generated code.
fn is_scalar(kind: ShapeType) -> bool {
    matches!(
        kind,
        ShapeType::BigDecimal
            | ShapeType::BigInteger
            | ShapeType::Blob
            | ShapeType::Boolean
            | ShapeType::Byte
            | ShapeType::Double
            | ShapeType::Float
            | ShapeType::Integer
            | ShapeType::Long
            | ShapeType::Short
            | ShapeType::String
            | ShapeType::Timestamp
    )
}

pub(super) const ADDED_TRAITS: Evaluator = Evaluator {
    events: &[event!("AddedTraitDefinition")],
    check: added_traits,
    #[cfg(test)]
    cases: cases::ADDED_TRAITS,
};

fn added_traits(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for element in differences.added.iter().filter(|element| element.traits().has::<TraitDefinition>()) {
        let message = DiffFacts::AddedTraitDefinition { shape: element.id().clone() };
        found.push(about(*element, Side::New, Severity::Note, "AddedTraitDefinition", message));
    }
}

pub(super) const REMOVED_TRAITS: Evaluator = Evaluator {
    events: &[event!("RemovedTraitDefinition")],
    check: removed_traits,
    #[cfg(test)]
    cases: cases::REMOVED_TRAITS,
};

fn removed_traits(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for element in differences.removed.iter().filter(|element| element.traits().has::<TraitDefinition>()) {
        let message = DiffFacts::RemovedTraitDefinition { shape: element.id().clone() };
        found.push(about(*element, Side::Old, Severity::Error, "RemovedTraitDefinition", message));
    }
}

pub(super) const CHANGED_TYPES: Evaluator = Evaluator {
    events: &[event!("ChangedShapeType")],
    check: changed_types,
    #[cfg(test)]
    cases: cases::CHANGED_TYPES,
};

fn changed_types(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        let (Some(old), Some(new)) = (pair.old.kind(), pair.new.kind()) else { continue };
        // A string with `@enum` is equivalent to an enum.
        let is_upgrade = new == ShapeType::Enum && pair.old.traits().has::<Enum>();
        if old != new && !is_upgrade {
            let (old, new) = (old.name(), new.name());
            let message = DiffFacts::ChangedType { shape: pair.new.id().clone(), old, new };
            found.push(pair.finding(Severity::Error, "ChangedShapeType", message));
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const ADDED: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
string Name
---
string Name
structure Order {
//        ^^^^^ note: AddedShape
    id: String
}
"#,
            r#"
string Level
---
enum Level {
//   ^^^^^ error: ChangedShapeType
    LOW
//  ^^^ note: AddedShape
}
"#,
        ],
        leaves: &[r#"
string Name
---
/// A name.
//^^^^^^^^^ note: ModifiedTrait.Add.smithy.api#documentation
string Name
"#],
    };

    pub(super) const REMOVED: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
structure Order {
    id: String
    note: String
//  ^^^^ error: RemovedShape
}
---
structure Order {
    id: String
}
"#,
            r#"
string Name
//     ^^^^ warning: RemovedShape.ScalarShape
structure Order {}
---
structure Order {}
"#,
        ],
        leaves: &[r#"
string Name
structure Order {}
---
structure Order {}
string Name
"#],
    };

    pub(super) const ADDED_TRAITS: Cases = Cases {
        file: file!(),
        finds: &[r#"
string Name
---
string Name
@trait
structure shelf {}
//        ^^^^^ note: AddedShape
//        ^^^^^ note: AddedTraitDefinition
"#],
        leaves: &[r#"
string Name
---
string Name
structure shelf {}
//        ^^^^^ note: AddedShape
"#],
    };

    pub(super) const REMOVED_TRAITS: Cases = Cases {
        file: file!(),
        finds: &[r#"
string Name
@trait
structure shelf {}
//        ^^^^^ error: RemovedShape
//        ^^^^^ error: RemovedTraitDefinition
---
string Name
"#],
        leaves: &[r#"
@trait
structure shelf {}
---
@trait(selector: "string")
structure shelf {}
"#],
    };

    pub(super) const CHANGED_TYPES: Cases = Cases {
        file: file!(),
        finds: &[r#"
string Name
---
blob Name
//   ^^^^ error: ChangedShapeType
"#],
        leaves: &[r#"
@enum([{ value: "A", name: "A" }])
string Name
---
enum Name {
    A
}
"#],
    };
}
