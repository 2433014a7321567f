//! Metadata that was added, removed or changed.

use super::{Differences, Finding, Side};
use crate::diagnostic::{Diagnostic, DiffFacts, Json, Severity};
use crate::diff::Evaluator;
use crate::rule::event;

pub(super) const METADATA: Evaluator = Evaluator {
    events: &[event!("AddedMetadata"), event!("ChangedMetadata"), event!("RemovedMetadata", Prefix)],
    check: metadata,
    #[cfg(test)]
    cases: cases::METADATA,
};

fn metadata(differences: &Differences<'_>, found: &mut Vec<Finding>) {
    if differences.depth > 0 {
        return;
    }
    let (old, new) = (&differences.old.metadata, &differences.new.metadata);
    for (key, value) in old {
        let (severity, id, message, node, side) = match new.get(key) {
            Some(now) if now == value => continue,
            Some(now) => {
                let message = DiffFacts::ChangedMetadata { key: key.clone(), old: Json::of(value), new: Json::of(now) };
                (Severity::Warning, "ChangedMetadata".to_owned(), message, now, Side::New)
            }
            None => {
                let message = DiffFacts::RemovedMetadata { key: key.clone(), old: Json::of(value) };
                (Severity::Danger, format!("RemovedMetadata.{key}"), message, value, Side::Old)
            }
        };
        found.push(Finding { diagnostic: Diagnostic::of(severity, id, message, node.span), side });
    }
    for (key, value) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
        let message = DiffFacts::AddedMetadata { key: key.clone(), new: Json::of(value) };
        let diagnostic = Diagnostic::of(Severity::Note, "AddedMetadata", message, value.span);
        found.push(Finding { diagnostic, side: Side::New });
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const METADATA: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata owner = "a"
metadata team = "b"
//              ^^^ danger: RemovedMetadata.team
namespace example
---
metadata owner = "c"
//               ^^^ warning: ChangedMetadata
metadata area = "d"
//              ^^^ note: AddedMetadata
namespace example
"#],
        leaves: &[r#"
metadata owner = ["a"]
namespace example
---
metadata owner = ["a"]
namespace example
"#],
    };
}
