//! Members of structures: presence, order, and whether they are optional.

use super::{Differences, Finding, Pair, Side, about};
use crate::diagnostic::{DiffFacts, Json, Nullability, NullabilityReason, Severity};
use crate::diff::Evaluator;
use crate::model::graph::Element;
use crate::model::{Member, Model, Shape, ShapeType, Trait};
use crate::rule::event;
use crate::traits::{ClientOptional, DefaultValue, Input, Required, Sparse};

pub(super) const ADDED_REQUIRED: Evaluator = Evaluator {
    events: &[event!("AddedRequiredMember")],
    check: added_required,
    #[cfg(test)]
    cases: cases::ADDED_REQUIRED,
};

fn added_required(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for element in &differences.added {
        let Element::Member(shape, member) = element else { continue };
        let was_there = differences.old.shape(&shape.id).is_some_and(|old| old.kind == ShapeType::Structure);
        let is_structure = shape.kind == ShapeType::Structure;
        let breaks = member.has::<Required>() && !member.has::<DefaultValue>() && !member.has::<ClientOptional>();
        if was_there && is_structure && breaks {
            let message = "Adding a new member with the `required` trait but not the `default` trait is \
                           backwards-incompatible.";
            let mut finding = about(*element, Side::New, Severity::Error, "AddedRequiredMember", message);
            finding.diagnostic.help = Some("remove `@required`, or add a default".into());
            found.push(finding);
        }
    }
}

pub(super) const ORDER: Evaluator = Evaluator {
    events: &[event!("ChangedMemberOrder")],
    check: order,
    #[cfg(test)]
    cases: cases::ORDER,
};

fn order(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        let (Some(old), Some(new)) = (pair.old.as_shape(), pair.new.as_shape()) else { continue };
        if !matches!(new.kind, ShapeType::Structure | ShapeType::Union) || old.kind != new.kind {
            continue;
        }
        if old.members.keys().zip(new.members.keys()).any(|(old, new)| old != new) {
            let message = DiffFacts::ReorderedMembers { shape_type: old.kind.name() };
            found.push(pair.finding(Severity::Danger, "ChangedMemberOrder", message));
        }
    }
}

/// Whether a member may have no value for clients (spec: "Structure member optionality").
fn is_nullable(container: &Shape, member: &Member) -> bool {
    match container.kind {
        ShapeType::Structure => {
            let has_default = member.get().and_then(DefaultValue::value).is_some();
            container.has::<Input>() || member.has::<ClientOptional>() || !(has_default || member.has::<Required>())
        }
        ShapeType::List => container.has::<Sparse>(),
        ShapeType::Map => member.name() == "value" && container.has::<Sparse>(),
        _ => false,
    }
}

pub(super) const NULLABILITY: Evaluator = Evaluator {
    events: &[event!(
        "ChangedNullability",
        Parts,
        &[
            "",
            "RemovedInputTrait",
            "AddedInputTrait",
            "AddedClientOptionalTrait",
            "RemovedClientOptionalTrait",
            "AddedRequiredTrait",
            "AddedDefaultTrait",
            "AddedRequiredTrait.StructureOrUnion",
            "RemovedRequiredTrait",
            "RemovedRequiredTrait.StructureOrUnion",
            "AddedNullDefault",
            "RemovedNullDefault"
        ]
    )],
    check: nullability,
    #[cfg(test)]
    cases: cases::NULLABILITY,
};

fn nullability(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        let (Element::Member(old_shape, old), Element::Member(new_shape, new)) = (pair.old, pair.new) else { continue };
        if old_shape.kind != new_shape.kind {
            continue;
        }
        let was = is_nullable(old_shape, old);
        if was == is_nullable(new_shape, new) {
            continue;
        }
        let change = if was { Nullability::NonNullable } else { Nullability::Nullable };
        let member = old.name().to_owned();
        let reasons = reasons(differences.new, *pair, old_shape, new_shape);
        if reasons.is_empty() {
            let message = DiffFacts::Nullability { member, change };
            found.push(pair.finding(Severity::Error, "ChangedNullability", message));
            continue;
        }
        for reason in reasons {
            let (severity, id) = reason.event();
            let message = DiffFacts::NullabilityByTrait { member: member.clone(), change, reason };
            found.push(pair.finding(severity, format!("ChangedNullability.{id}"), message));
        }
    }
}

pub(super) const REQUIRED: Evaluator = Evaluator {
    events: &[event!("ChangedRequiredTrait")],
    check: required,
    #[cfg(test)]
    cases: cases::REQUIRED,
};

/// Members that became required or optional without a change of nullability for clients, such as members of inputs.
fn required(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        let (Element::Member(old_shape, old), Element::Member(new_shape, new)) = (pair.old, pair.new) else { continue };
        // `@required` has an effect on members of structures only.
        if [old_shape, new_shape].iter().any(|shape| shape.kind != ShapeType::Structure)
            || is_nullable(old_shape, old) != is_nullable(new_shape, new)
        {
            continue;
        }
        let member = new.name().to_owned();
        let (severity, message) = match (old.has::<Required>(), new.has::<Required>()) {
            (false, true) => (Severity::Danger, DiffFacts::BecameRequired { member }),
            (true, false) => (Severity::Note, DiffFacts::BecameOptional { member }),
            _ => continue,
        };
        found.push(pair.finding(severity, "ChangedRequiredTrait", message));
    }
}

/// Traits that made a member nullable or non-nullable.
fn reasons(model: &Model, pair: Pair<'_>, old_shape: &Shape, new_shape: &Shape) -> Vec<NullabilityReason> {
    let shape = || new_shape.id.clone();
    let mut reasons = match (old_shape.has::<Input>(), new_shape.has::<Input>()) {
        (true, false) => vec![NullabilityReason::RemovedInput { shape: shape() }],
        (false, true) => vec![NullabilityReason::AddedInput { shape: shape() }],
        (true, true) => Vec::new(),
        (false, false) => reasons_outside_inputs(model, pair),
    };
    if let (Some(old), Some(new)) = (pair.old.get::<DefaultValue>(), pair.new.get::<DefaultValue>()) {
        match (old.value(), new.value()) {
            (Some(old), None) => reasons.push(NullabilityReason::AddedNullDefault { old: Json::of(old) }),
            (None, Some(new)) => reasons.push(NullabilityReason::RemovedNullDefault { new: Json::of(new) }),
            _ => {}
        }
    }
    reasons
}

/// Reasons that are traits of the member.
fn reasons_outside_inputs(model: &Model, pair: Pair<'_>) -> Vec<NullabilityReason> {
    let (old, new) = (pair.old.traits(), pair.new.traits());
    let added = |id: &str| !old.contains(id) && new.contains(id);
    let removed = |id: &str| old.contains(id) && !new.contains(id);
    let (required, default, optional) = (Required::ID, DefaultValue::ID, ClientOptional::ID);
    let is_required_in_both = old.contains(required) && new.contains(required);
    let target = pair.new.as_member().and_then(|member| model.shape(&member.target)).map(|shape| shape.kind);
    // Some generators always make members that target structures and unions optional.
    let target = target.filter(|kind| matches!(kind, ShapeType::Structure | ShapeType::Union)).map(ShapeType::name);
    let mut reasons = Vec::new();
    if added(optional) && is_required_in_both {
        reasons.push(NullabilityReason::AddedClientOptional);
    } else if removed(optional) && is_required_in_both {
        reasons.push(NullabilityReason::RemovedClientOptional);
    } else if added(required) && !new.contains(optional) {
        reasons.push(NullabilityReason::AddedRequired { target });
    }
    if added(default) && !removed(required) {
        reasons.push(NullabilityReason::AddedDefault);
    }
    if removed(required) && !new.contains(default) && !old.contains(optional) {
        reasons.push(NullabilityReason::RemovedRequired { target });
    }
    reasons
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const ADDED_REQUIRED: Cases = Cases {
        file: file!(),
        finds: &[r#"
structure Order {
    id: String
}
---
structure Order {
    id: String
    @required
    note: String
//  ^^^^ error: AddedRequiredMember
//  ^^^^ note: AddedShape
}
"#],
        leaves: &[
            r#"
structure Order {
    id: String
}
---
structure Order {
    id: String
    @required
    note: String = ""
//  ^^^^ note: AddedShape
}
"#,
            r#"
structure Order {
    id: String
}
---
structure Order {
    id: String
    note: String
//  ^^^^ note: AddedShape
}
"#,
        ],
    };

    pub(super) const ORDER: Cases = Cases {
        file: file!(),
        finds: &[r#"
structure Order {
    id: String
    note: String
}
---
structure Order {
//        ^^^^^ danger: ChangedMemberOrder
    note: String
    id: String
}
"#],
        leaves: &[r#"
structure Order {
    id: String
}
---
structure Order {
    id: String
    note: String
//  ^^^^ note: AddedShape
}
"#],
    };

    pub(super) const NULLABILITY: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
structure Order {
    note: String
}
---
structure Order {
    @required
    note: String
//  ^^^^ error: ChangedNullability.AddedRequiredTrait
}
"#,
            r#"
structure Order {
    count: Integer = 0
}
---
structure Order {
    count: Integer = null
//  ^^^^^ error: ChangedNullability.AddedNullDefault
//                   ^^^^ error: ChangedDefault
//                   ^^^^ note: ModifiedTrait.Update.smithy.api#default
}
"#,
        ],
        leaves: &[r#"
structure Order {
    @required
    note: String
}
---
structure Order {
    @required
    note: String = ""
//                 ^^ error: ChangedDefault
//                 ^^ note: ModifiedTrait.Add.smithy.api#default
}
"#],
    };

    pub(super) const REQUIRED: Cases = Cases {
        file: file!(),
        finds: &[r#"
@input
structure Order {
    note: String
}
---
@input
structure Order {
    @required
    note: String
//  ^^^^ danger: ChangedRequiredTrait
}
"#],
        leaves: &[r#"
@input
structure Order {
    note: String
}
---
structure Order {
//        ^^^^^ error: TraitBreakingChange.Remove.smithy.api#input
    note: String
}
"#],
    };
}
