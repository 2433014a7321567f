//! Test cases of rules: models that a rule reports, and models that it accepts, with all diagnostics marked.

use std::path::Path;

use super::marks::{self, Marked};
use super::{Event, Rule};
use crate::diagnostic::Severity;

/// The cases of a rule. Each begins on the line after its opening quote.
#[derive(Debug)]
pub(crate) struct Cases {
    /// `file!()`.
    pub(crate) file: &'static str,
    /// Models with diagnostics of the rule.
    pub(crate) finds: &'static [&'static str],
    /// Models without diagnostics of the rule.
    pub(crate) leaves: &'static [&'static str],
}

/// Problems of a rule's cases: too few, other diagnostics than those marked, or none of the rule.
pub(crate) fn check<F>(rule: &Rule<F>, run: impl Fn(&str) -> Marked) -> Vec<String> {
    let Cases { file, finds, leaves } = &rule.cases;
    let name = rule.events.first().map_or("", |event| event.ids.name());
    let mut wrong = Vec::new();
    if finds.is_empty() || leaves.is_empty() {
        wrong.push(format!("{name}: has {} cases that it reports and {} that it accepts", finds.len(), leaves.len()));
    }
    // `file!()` is relative to the workspace.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
    let all = finds.iter().map(|case| (*case, true)).chain(leaves.iter().map(|case| (*case, false)));
    for (case, is_found) in all {
        let text = case.strip_prefix('\n').unwrap_or(case);
        let marked = run(text);
        let quoted = |text: &str| format!("r#\"\n{text}\"#");
        wrong.extend(
            marks::compare(&file, name, &quoted(text), &quoted(&marked.texts.concat())).err().map(|failure| failure.0),
        );
        if gives(rule.events, &marked) != is_found {
            let verb = if is_found { "does not find" } else { "finds something in" };
            wrong.push(format!("{name}: {verb} its case\n{text}"));
        }
    }
    wrong
}

/// Whether a diagnostic belongs to the rule.
fn gives(events: &[Event], marked: &Marked) -> bool {
    let mut found = marked.found.iter().filter(|finding| finding.severity != Severity::Suppressed);
    found.any(|finding| events.iter().any(|event| event.ids.contain(&finding.id)))
}
