//! Changes between AWS signature versions 4 and 4a. Clients use the first scheme that they support, so order matters.

use super::{Differences, Finding, Pair};
use crate::diagnostic::{DiffFacts, MigrationRisk, Severity};
use crate::diff::Evaluator;
use crate::model::{Model, Shape, Trait};
use crate::rule::event;
use crate::traits::{Auth, AuthDefinition, Sigv4, Sigv4a};
use crate::validate::contained::Contained;

const V4: &str = Sigv4::ID;
const V4A: &str = Sigv4a::ID;

pub(super) const SIGNING: Evaluator = Evaluator {
    events: &[event!("SigV4Migration")],
    check: signing,
    #[cfg(test)]
    cases: cases::SIGNING,
};

fn signing(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    for pair in &differences.pairs {
        let (Some(old), Some(new)) = (pair.old.as_shape(), pair.new.as_shape()) else { continue };
        if old.as_service().is_none() || new.as_service().is_none() {
            continue;
        }
        migration(*pair, &schemes(differences.old, old, None), &schemes(differences.new, new, None), found);
        for operation in Contained::of(differences.new, new).operations {
            let Some(before) = differences.old.shape(&operation.id).filter(|shape| shape.as_operation().is_some())
            else {
                continue;
            };
            // Operations that inherit the schemes of their service are reported once, at the service.
            let listed =
                |shape: &Shape| shape.get::<Auth>().map(|auth| auth.ids().map(str::to_owned).collect::<Vec<_>>());
            if listed(before) == listed(operation) {
                continue;
            }
            let inner = Pair {
                old: crate::model::graph::Element::Shape(before),
                new: crate::model::graph::Element::Shape(operation),
            };
            let old_schemes = schemes(differences.old, old, Some(before));
            let new_schemes = schemes(differences.new, new, Some(operation));
            migration(inner, &old_schemes, &new_schemes, found);
        }
    }
}

/// Authentication schemes of a service, or of one of its operations, in order of priority (spec: "auth trait").
fn schemes<'m>(model: &'m Model, service: &'m Shape, operation: Option<&'m Shape>) -> Vec<&'m str> {
    let is_scheme = |id: &str| model.shape_named(id).is_some_and(super::super::model::Shape::has::<AuthDefinition>);
    let mut all: Vec<&str> =
        service.traits.keys().map(crate::model::ShapeId::as_str).filter(|id| is_scheme(id)).collect();
    all.sort_unstable();
    match operation.and_then(Shape::get::<Auth>).or_else(|| service.get()) {
        None => all,
        Some(auth) => auth.ids().filter(|id| all.contains(id)).collect(),
    }
}

fn migration(pair: Pair<'_>, old: &[&str], new: &[&str], found: &mut Vec<Finding>) {
    let at = |schemes: &[&str], id: &str| schemes.iter().position(|scheme| *scheme == id);
    let (old_v4, old_v4a) = (at(old, V4), at(old, V4A));
    let (new_v4, new_v4a) = (at(new, V4), at(new, V4A));
    let shape = pair.new.id().clone();
    let message = match (old_v4, old_v4a, new_v4, new_v4a) {
        (Some(_), None, None, Some(_)) => {
            DiffFacts::ReplacedScheme { old: V4, new: V4A, shape, risk: MigrationRisk::ToSigv4a }
        }
        (None, Some(_), Some(_), None) => {
            DiffFacts::ReplacedScheme { old: V4A, new: V4, shape, risk: MigrationRisk::ToSigv4 }
        }
        (Some(a), Some(b), Some(c), Some(d)) if a < b && d < c => {
            DiffFacts::MovedScheme { first: V4A, second: V4, shape, risk: MigrationRisk::ToSigv4a }
        }
        (Some(a), Some(b), Some(c), Some(d)) if b < a && c < d => {
            DiffFacts::MovedScheme { first: V4, second: V4A, shape, risk: MigrationRisk::ToSigv4 }
        }
        (None, Some(_), Some(c), Some(d)) if c < d => {
            DiffFacts::AddedScheme { first: V4, second: V4A, shape, risk: MigrationRisk::ToSigv4 }
        }
        (Some(_), None, Some(c), Some(d)) if d < c => {
            DiffFacts::AddedScheme { first: V4A, second: V4, shape, risk: MigrationRisk::ToSigv4a }
        }
        _ => return,
    };
    found.push(pair.finding(Severity::Danger, "SigV4Migration", message));
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const SIGNING: Cases = Cases {
        file: file!(),
        finds: &[r#"
@aws.auth#sigv4(name: "library")
service Library {}
---
@aws.auth#sigv4(name: "library")
@aws.auth#sigv4a(name: "library")
@auth([aws.auth#sigv4a])
//    ^^^^^^^^^^^^^^^^^ note: ModifiedTrait.Add.smithy.api#auth
service Library {}
//      ^^^^^^^ danger: SigV4Migration
"#],
        leaves: &[r#"
@aws.auth#sigv4(name: "library")
@aws.auth#sigv4a(name: "library")
@auth([aws.auth#sigv4])
service Library {}
---
@aws.auth#sigv4(name: "library")
@aws.auth#sigv4a(name: "library")
@auth([aws.auth#sigv4, aws.auth#sigv4a])
//    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ note: ModifiedTrait.Update.smithy.api#auth
service Library {}
"#],
    };
}
