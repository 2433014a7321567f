//! Reports of a review, one file for each format.

mod github;
mod human;
mod json;
mod junit;
mod markdown;
mod text;

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::policy::{Judgment, Verdict};
use super::{Edit, Finding, Review, Semver, Side};
use crate::diagnostic::{Diagnostic, Severity};
use crate::source::SourceMap;

/// A review, what is denied, and the sources of both models.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The review. Suppressed findings are not printed, unless they are all that a denied edit has.
    pub review: &'a Review,
    /// Denied and allowed edits.
    pub judgment: &'a Judgment,
    /// Errors of the new model.
    pub errors: &'a [Diagnostic],
    /// The sources of the old model.
    pub old: &'a SourceMap,
    /// The sources of the new model.
    pub new: &'a SourceMap,
}

/// Severities in order: heading, and name in the summary, singular and plural.
const GROUPS: [(Severity, &str, &str, &str); 5] = [
    (Severity::Error, "Breaking", "breaking change", "breaking changes"),
    (Severity::Danger, "Dangerous", "dangerous change", "dangerous changes"),
    (Severity::Warning, "Warnings", "warning", "warnings"),
    (Severity::Note, "Notes", "note", "notes"),
    (Severity::Suppressed, "Suppressed", "suppressed change", "suppressed changes"),
];

/// Maximum number of changes of generated code in a list for people.
const MAX_CHANGES: usize = 5;

/// An edit with its place in the review, and its first finding.
#[derive(Clone, Copy)]
struct Entry<'a> {
    /// Starts at 1.
    number: usize,
    edit: &'a Edit,
    lead: &'a Finding,
    verdict: &'a Verdict,
}

impl<'a> Entry<'a> {
    /// The rename, or the message of the first finding.
    fn title(&self) -> Cow<'a, str> {
        match &self.edit.title {
            Some(title) => title.to_string().into(),
            None => self.lead.diagnostic.message.as_str().into(),
        }
    }

    /// The other findings, unless they are suppressed.
    fn related(&self) -> impl Iterator<Item = &'a Finding> {
        let others = self.edit.findings.iter().skip(1);
        others.filter(|finding| finding.diagnostic.severity > Severity::Suppressed)
    }

    /// How to avoid the change, and [`notes`](Self::notes), for formats without excerpts.
    fn help_and_notes(&self) -> Vec<String> {
        let help = self.lead.diagnostic.help.as_ref().map(|help| format!("help: {help}"));
        help.into_iter().chain(self.notes()).collect()
    }

    /// Texts below the title, which are not safe to print yet: other findings, the verdict, and changes of generated
    /// code.
    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        for finding in self.related() {
            let Diagnostic { severity, id, message, shape, .. } = &finding.diagnostic;
            let shape = shape.as_ref().map(|shape| format!(" of `{shape}`")).unwrap_or_default();
            notes.push(format!("with {} `{id}`{shape}: {message}", severity.name()));
        }
        // The title of a rename takes the place of the first message.
        if self.edit.levels.worst().is_some() {
            notes.push(format!("semver: {}", self.edit.levels.text()));
        }
        let changes = &self.edit.changes;
        notes.extend(changes.iter().take(MAX_CHANGES).map(|change| change.facts.to_string()));
        match changes.len().saturating_sub(MAX_CHANGES) {
            0 => {}
            1 => notes.push("and 1 more change of generated code".to_owned()),
            more => notes.push(format!("and {more} more changes of generated code")),
        }
        if let Verdict::Allowed(reason) = self.verdict {
            notes.push(format!("allowed: {reason}"));
        }
        notes
    }
}

impl<'a> Report<'a> {
    /// Entries with their headings.
    fn groups(self) -> impl Iterator<Item = (&'static str, Vec<Entry<'a>>)> {
        let entries: Vec<Entry<'a>> = self.entries().collect();
        let groups = GROUPS.iter().map(move |(severity, title, ..)| {
            let own = entries.iter().filter(|entry| entry.edit.severity() == *severity);
            (*title, own.copied().collect::<Vec<_>>())
        });
        groups.filter(|(_, entries)| !entries.is_empty())
    }

    /// All entries that are not suppressed, or are denied, for example because of their version number.
    fn entries(self) -> impl Iterator<Item = Entry<'a>> {
        let verdict = move |place: usize| self.judgment.verdicts.get(place).unwrap_or(&Verdict::Reported);
        let edits = self.review.edits.iter().enumerate().filter_map(move |(place, edit)| {
            Some(Entry { number: place + 1, edit, lead: edit.lead()?, verdict: verdict(place) })
        });
        edits.filter(|entry| entry.edit.severity() > Severity::Suppressed || *entry.verdict == Verdict::Denied)
    }

    /// Number of edits by severity, and of those with findings that the new model suppresses.
    fn summary(self) -> String {
        let count = |severity| self.entries().filter(|entry| entry.edit.severity() == severity).count();
        let counts: Vec<String> = GROUPS
            .iter()
            .filter_map(|(severity, _, one, several)| match count(*severity) {
                0 => None,
                1 => Some(format!("1 {one}")),
                count => Some(format!("{count} {several}")),
            })
            .collect();
        let text = match (counts.is_empty(), &self.review.semver) {
            (true, Semver::Unknown { .. }) => {
                "no changes were found, but the models were not compared completely".to_owned()
            }
            (true, _) if self.suppressed() > 0 => "no other changes".to_owned(),
            (true, _) => "no changes".to_owned(),
            (false, _) => counts.join(", "),
        };
        match self.suppressed() {
            0 => text,
            1 => format!("{text}; the new model suppresses findings of 1 change"),
            count => format!("{text}; the new model suppresses findings of {count} changes"),
        }
    }

    /// Number of edits with findings that the new model suppresses, whose author may be that of the change.
    fn suppressed(self) -> usize {
        let is_suppressed = |finding: &Finding| finding.diagnostic.severity == Severity::Suppressed;
        self.review.edits.iter().filter(|edit| edit.findings.iter().any(is_suppressed)).count()
    }

    /// The verdict of all edits: `major (client), minor (server)`.
    fn semver(self) -> String {
        match &self.review.semver {
            Semver::Known(levels) => levels.text(),
            Semver::NothingGenerated => "none, as the models have no service".to_owned(),
            Semver::Unknown { side, reason } => {
                let version = if *side == Side::Old { "old" } else { "new" };
                format!("unknown: the {version} model cannot be generated: {}", text::one_line(reason))
            }
        }
    }

    fn sources(self, finding: &Finding) -> &'a SourceMap {
        match finding.side {
            Side::Old => self.old,
            Side::New => self.new,
        }
    }

    /// File, line and column.
    fn place(self, finding: &Finding) -> Option<(String, usize, usize)> {
        let span = finding.diagnostic.labels.first()?.span;
        let file = self.sources(finding).get(span.source)?;
        let (line, column) = file.line_column(span.start);
        Some((file.path().display().to_string(), line, column))
    }
}
