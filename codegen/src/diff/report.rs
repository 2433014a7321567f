//! Formatting of findings: terminal, Markdown, JSON.

use std::fmt::Write as _;

use super::{Finding, Side};
use crate::diagnostic::render::{self, Style};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::SourceMap;

/// Findings, and the sources of both models.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// Result of [`super::compare`]. Suppressed findings are not printed.
    pub findings: &'a [Finding],
    /// The sources of the old model.
    pub old: &'a SourceMap,
    /// The sources of the new model.
    pub new: &'a SourceMap,
}

/// Severities in order: heading, and name in the summary, singular and plural.
const GROUPS: [(Severity, &str, &str, &str); 4] = [
    (Severity::Error, "Breaking", "breaking change", "breaking changes"),
    (Severity::Danger, "Dangerous", "dangerous change", "dangerous changes"),
    (Severity::Warning, "Warnings", "warning", "warnings"),
    (Severity::Note, "Notes", "note", "notes"),
];

impl Report<'_> {
    /// Whether a finding breaks clients or servers, or may break them.
    pub fn is_breaking(self) -> bool {
        self.findings.iter().any(|finding| finding.diagnostic.severity >= Severity::Danger)
    }

    /// For terminals: findings with source excerpts, and a summary.
    pub fn human(self, style: Style) -> String {
        let mut out = String::new();
        for (_, findings) in self.groups() {
            for finding in findings {
                let _ = writeln!(out, "{}\n", render::human(&finding.diagnostic, self.sources(finding), style));
            }
        }
        let _ = writeln!(out, "{}", self.summary());
        out
    }

    /// For pull requests: a list below a heading for each severity. `old` and `new` name the models in the title.
    pub fn markdown(self, old: &str, new: &str) -> String {
        let mut out = format!("# Changes from `{old}` to `{new}`\n\n{}\n", self.summary());
        for (title, findings) in self.groups() {
            let _ = writeln!(out, "\n## {title}\n");
            for finding in findings {
                let Diagnostic { message, id, .. } = &finding.diagnostic;
                let shape = finding.diagnostic.shape.as_ref().map(|shape| format!("`{shape}`: ")).unwrap_or_default();
                let place = self.place(finding).map(|place| format!(", {place}")).unwrap_or_default();
                // The end of a code block must be on a line of its own.
                let message = message.trim_end();
                let gap = if message.ends_with("```") { '\n' } else { ' ' };
                let text = format!("{shape}{message}{gap}(`{id}`{place})");
                let lines: Vec<String> = text.lines().map(|line| format!("  {}", line.trim_end())).collect();
                let _ = writeln!(out, "- {}", lines.join("\n").trim_start());
            }
        }
        out
    }

    /// JSON lines, like other diagnostics, with the additional member `side`: `old` or `new`.
    pub fn json(self) -> String {
        let mut out = String::new();
        for (_, findings) in self.groups() {
            for finding in findings {
                let mut object = render::value(&finding.diagnostic, self.sources(finding));
                let side = if finding.side == Side::Old { "old" } else { "new" };
                if let Some(object) = object.as_object_mut() {
                    object.insert("side".to_owned(), side.into());
                }
                let _ = writeln!(out, "{object}");
            }
        }
        out
    }

    /// Number of findings by severity.
    fn summary(self) -> String {
        let count = |severity| self.findings.iter().filter(|finding| finding.diagnostic.severity == severity).count();
        let counts: Vec<String> = GROUPS
            .iter()
            .filter_map(|(severity, _, one, several)| match count(*severity) {
                0 => None,
                1 => Some(format!("1 {one}")),
                count => Some(format!("{count} {several}")),
            })
            .collect();
        if counts.is_empty() { "no changes".to_owned() } else { counts.join(", ") }
    }

    fn groups(&self) -> impl Iterator<Item = (&'static str, Vec<&Finding>)> {
        let groups = GROUPS.iter().map(|(severity, title, ..)| {
            let findings = self.findings.iter().filter(|finding| finding.diagnostic.severity == *severity);
            (*title, findings.collect::<Vec<_>>())
        });
        groups.filter(|(_, findings)| !findings.is_empty())
    }

    fn sources(&self, finding: &Finding) -> &SourceMap {
        match finding.side {
            Side::Old => self.old,
            Side::New => self.new,
        }
    }

    /// File and line.
    fn place(&self, finding: &Finding) -> Option<String> {
        let span = finding.diagnostic.labels.first()?.span;
        let file = self.sources(finding).get(span.source)?;
        Some(format!("{}:{}", file.path().display(), file.line_column(span.start).0))
    }
}
