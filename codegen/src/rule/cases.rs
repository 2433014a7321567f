//! Cases of rules: models that a rule finds something in, and models that it leaves alone, each with all findings marked.

use std::path::Path;

use super::marks::{self, Marked};
use super::{Event, Rule};
use crate::diagnostic::Severity;

/// The cases of a rule, each beginning on the line after its opening quote.
#[derive(Debug)]
pub(crate) struct Cases {
    /// `file!()`.
    pub(crate) file: &'static str,
    /// Models with findings of the rule.
    pub(crate) finds: &'static [&'static str],
    /// Models without.
    pub(crate) leaves: &'static [&'static str],
}

impl Cases {
    /// Those of the rule's pages: their examples, and their fixed examples.
    pub(crate) const OF_PAGES: Self = Self { file: "", finds: &[], leaves: &[] };
}

/// What is wrong with the cases of a rule: too few of them, other findings than those that are marked, or none of the rule's.
pub(crate) fn check<F>(rule: &Rule<F>, run: impl Fn(&str) -> Marked) -> Vec<String> {
    let Cases { file, finds, leaves } = &rule.cases;
    let name = rule.events.first().map_or("", |event| event.ids.name());
    let mut wrong = Vec::new();
    if finds.is_empty() || leaves.is_empty() {
        wrong.push(format!(
            "{name}: has {} cases that it finds and {} that it leaves alone",
            finds.len(),
            leaves.len()
        ));
    }
    // The compiler names files from the workspace on.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file);
    let all = finds.iter().map(|case| (*case, true)).chain(leaves.iter().map(|case| (*case, false)));
    for (case, is_found) in all {
        let text = case.strip_prefix('\n').unwrap_or(case);
        let marked = run(text);
        let quoted = |text: &str| format!("r#\"\n{text}\"#");
        wrong.extend(marks::compare(&file, name, &quoted(text), &quoted(&marked.texts.concat())).err());
        if gives(rule.events, &marked) != is_found {
            let verb = if is_found { "does not find" } else { "finds something in" };
            wrong.push(format!("{name}: {verb} its case\n{text}"));
        }
    }
    wrong
}

/// Whether something owned is among the findings.
fn gives(events: &[Event], marked: &Marked) -> bool {
    let mut found = marked.found.iter().filter(|finding| finding.severity != Severity::Suppressed);
    found.any(|finding| events.iter().any(|event| event.ids.contain(&finding.id)))
}
