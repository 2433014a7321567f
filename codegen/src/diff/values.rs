//! Values of enums.

use super::{Differences, Finding};
use crate::diagnostic::{DiffFacts, Severity};
use crate::diff::Evaluator;
use crate::hash::HashMap;
use crate::model::{Shape, ShapeType};
use crate::rule::event;
use crate::traits;
use crate::traits::EnumValue;

/// Values and names of an enum, from its members or from `@enum`.
fn enum_values(shape: &Shape) -> Option<Vec<(String, Option<&str>)>> {
    if matches!(shape.kind, ShapeType::Enum | ShapeType::IntEnum) {
        let values = shape.members.iter().map(|(name, member)| {
            let value = match member.get::<EnumValue>() {
                Some(EnumValue::Text(text)) => text.as_ref().to_owned(),
                Some(EnumValue::Number(number)) => number.as_str().to_owned(),
                Some(EnumValue::Other(_)) | None => name.to_string(),
            };
            (value, Some(&**name))
        });
        return Some(values.collect());
    }
    let definitions = shape.get::<traits::Enum>()?.0.iter();
    Some(definitions.map(|definition| (definition.value.value.to_string(), definition.name.as_deref())).collect())
}

pub(super) const ENUMS: Evaluator = Evaluator {
    events: &[event!("ChangedEnumTrait", Prefix)],
    check: enums,
    #[cfg(test)]
    cases: cases::ENUMS,
};

fn enums(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    const ID: &str = "ChangedEnumTrait";
    for pair in &differences.pairs {
        let (Some(old), Some(new)) = (pair.old.as_shape(), pair.new.as_shape()) else { continue };
        let (Some(old), Some(new)) = (enum_values(old), enum_values(new)) else { continue };
        let mut error =
            |id: String, message: DiffFacts| found.push(pair.finding(Severity::Error, format!("{ID}.{id}"), message));
        let (before, after): (HashMap<_, _>, HashMap<_, _>) = (
            old.iter().map(|(value, name)| (value, name)).collect(),
            new.iter().map(|(value, name)| (value, name)).collect(),
        );
        let mut kept = old.len();
        for (at, (value, name)) in old.iter().enumerate() {
            match after.get(value) {
                None => {
                    error(format!("Removed.{at}"), DiffFacts::RemovedEnumValue { value: value.clone() });
                    kept -= 1;
                }
                Some(now) if *now != name => {
                    let text = |name: Option<&str>| name.unwrap_or("null").to_owned();
                    let (old, new) = (text(*name), text(**now));
                    error(format!("NameChanged.{at}"), DiffFacts::RenamedEnumValue { value: value.clone(), old, new });
                }
                Some(_) => {}
            }
        }
        for (at, (value, _)) in new.iter().enumerate() {
            if before.contains_key(value) {
                continue;
            }
            if at < kept {
                let message = DiffFacts::InsertedEnumValue { value: value.clone() };
                found.push(pair.finding(Severity::Error, format!("{ID}.OrderChanged.{at}"), message));
                kept += 1;
            } else {
                let message = DiffFacts::AppendedEnumValue { value: value.clone() };
                found.push(pair.finding(Severity::Note, format!("{ID}.Appended.{at}"), message));
            }
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const ENUMS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
enum Size {
    S
    L
//  ^ error: RemovedShape
}
---
enum Size {
//   ^^^^ error: ChangedEnumTrait.Removed.1
    S
}
"#,
            r#"
@enum([{ value: "a", name: "A" }])
string Size
---
@enum([{ value: "a", name: "B" }])
string Size
//     ^^^^ error: ChangedEnumTrait.NameChanged.0
"#,
        ],
        leaves: &[r#"
enum Size {
    S
    L
}
---
enum Size {
    S
    @deprecated
//   ^^^^^^^^^^ note: ModifiedTrait.Add.smithy.api#deprecated
    L
}
"#],
    };
}
