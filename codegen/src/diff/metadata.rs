//! Metadata that was added, removed or changed.

use super::{Differences, Finding, Side};
use crate::diagnostic::{Diagnostic, Severity};
use crate::diff::Evaluator;
use crate::export::pretty;
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
                let message = format!("Metadata key `{key}` was changed from {} to {}", pretty(value), pretty(now));
                (Severity::Warning, "ChangedMetadata".to_owned(), message, now, Side::New)
            }
            None => {
                let message = format!("Metadata key `{key}` was removed with the following value: {}", pretty(value));
                (Severity::Danger, format!("RemovedMetadata.{key}"), message, value, Side::Old)
            }
        };
        found.push(Finding { diagnostic: Diagnostic::new(severity, id, message, node.span), side });
    }
    for (key, value) in new.iter().filter(|(key, _)| !old.contains_key(*key)) {
        let message = format!("Metadata key `{key}` was added with the following value: {}", pretty(value));
        let diagnostic = Diagnostic::new(Severity::Note, "AddedMetadata", message, value.span);
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
