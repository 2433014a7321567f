//! Members of structures: presence, order, and whether they are optional.

use super::{Differences, Finding, Pair, Side, about, has};
use crate::diagnostic::Severity;
use crate::diff::Evaluator;
use crate::export::pretty;
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
            finding.diagnostic.help = Some("remove `@required`, or add a default".to_owned());
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
            let message = format!(
                "{} shape members were reordered. This can cause ABI compatibility issues in languages like C, C++, and \
                 Rust where the layout and alignment of a data structure matters.",
                old.kind.name()
            );
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
        let (from, to) = if was { ("nullable", "non-nullable") } else { ("non-nullable", "nullable") };
        let start = format!("Member `{}` changed from {from} to {to}", old.name());
        let reasons = reasons(differences.new, *pair, old_shape, new_shape);
        if reasons.is_empty() {
            found.push(pair.finding(Severity::Error, "ChangedNullability", start));
            continue;
        }
        for (severity, id, reason) in reasons {
            let message = format!("{start}: {reason}");
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
        let name = new.name();
        let (severity, message) = match [old, new].map(super::super::model::Member::has::<Required>) {
            [false, true] => {
                let message = format!(
                    "Member `{name}` became required. Clients that leave it out still compile, and servers refuse what they send."
                );
                (Severity::Danger, message)
            }
            [true, false] => (Severity::Note, format!("Member `{name}` is not required any more.")),
            _ => continue,
        };
        found.push(pair.finding(severity, "ChangedRequiredTrait", message));
    }
}

/// Reason why a member became nullable or non-nullable: severity, last part of the ID, and explanation.
type Reason = (Severity, &'static str, String);

fn reasons(model: &Model, pair: Pair<'_>, old_shape: &Shape, new_shape: &Shape) -> Vec<Reason> {
    let mut reasons = match (old_shape.has::<Input>(), new_shape.has::<Input>()) {
        (true, false) => {
            let reason = format!("The `@input` trait was removed from {}", new_shape.id);
            vec![(Severity::Error, "RemovedInputTrait", reason)]
        }
        (false, true) => {
            let reason = format!("The `@input` trait was added to {}", new_shape.id);
            vec![(Severity::Danger, "AddedInputTrait", reason)]
        }
        (true, true) => Vec::new(),
        (false, false) => reasons_outside_inputs(model, pair),
    };
    if let (Some(old), Some(new)) = (pair.old.get::<DefaultValue>(), pair.new.get::<DefaultValue>()) {
        match (old.value(), new.value()) {
            (Some(old), None) => {
                let reason = format!("The `@default` trait was changed from `{}` to `null`.", pretty(old));
                reasons.push((Severity::Error, "AddedNullDefault", reason));
            }
            (None, Some(new)) => {
                let reason = format!("The `@default` trait was changed from `null` to `{}`.", pretty(new));
                reasons.push((Severity::Error, "RemovedNullDefault", reason));
            }
            _ => {}
        }
    }
    reasons
}

/// Reasons that are traits of the member.
fn reasons_outside_inputs(model: &Model, pair: Pair<'_>) -> Vec<Reason> {
    let (old, new) = (pair.old.traits(), pair.new.traits());
    let added = |id: &str| !has(old, id) && has(new, id);
    let removed = |id: &str| has(old, id) && !has(new, id);
    let (required, default, optional) = (Required::ID, DefaultValue::ID, ClientOptional::ID);
    let is_required_in_both = has(old, required) && has(new, required);
    let target = pair.new.as_member().and_then(|member| model.shape(&member.target)).map(|shape| shape.kind);
    let aggregate = target.filter(|kind| matches!(kind, ShapeType::Structure | ShapeType::Union));
    // Some generators always make members that target structures and unions optional.
    let tolerable = |what: &str, kind: ShapeType| {
        format!(
            "The {what} a member that targets a {}. This is backward compatible in generators that always treat \
             structures and unions as optional (e.g., AWS generators)",
            kind.name()
        )
    };
    let mut reasons = Vec::new();
    let mut add = |severity, id, reason: &str| reasons.push((severity, id, reason.to_owned()));
    if added(optional) && is_required_in_both {
        let reason = "The `@clientOptional` trait was added to a `@required` member.";
        add(Severity::Error, "AddedClientOptionalTrait", reason);
    } else if removed(optional) && is_required_in_both {
        let reason = "The `@clientOptional` trait was removed from a `@required` member.";
        add(Severity::Error, "RemovedClientOptionalTrait", reason);
    } else if added(required) && !has(new, optional) {
        match aggregate {
            Some(kind) => {
                let reason = tolerable("`@required` trait was added to", kind);
                add(Severity::Warning, "AddedRequiredTrait.StructureOrUnion", &reason);
            }
            None => add(Severity::Error, "AddedRequiredTrait", "The `@required` trait was added to a member."),
        }
    }
    if added(default) && !removed(required) {
        let reason = "The `@default` trait was added to a member that was not previously `@required`.";
        add(Severity::Error, "AddedDefaultTrait", reason);
    }
    if removed(required) && !has(new, default) && !has(old, optional) {
        match aggregate {
            Some(kind) => {
                let reason = tolerable("@required trait was removed from", kind);
                add(Severity::Warning, "RemovedRequiredTrait.StructureOrUnion", &reason);
            }
            None => {
                let reason = "The @required trait was removed and not replaced with the @default trait and \
                              @addedDefault trait.";
                add(Severity::Error, "RemovedRequiredTrait", reason);
            }
        }
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
