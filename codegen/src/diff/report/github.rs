//! Annotations of GitHub workflows: commands that a step prints.

use std::fmt::Write as _;

use super::text::one_line;
use super::{Entry, Report};
use crate::diagnostic::Severity;
use crate::diff::Side;
use crate::diff::policy::Verdict;
use crate::text::line;

impl Report<'_> {
    /// A command for each edit, and one for the summary. `located` is the path of a file in the repository.
    pub fn github(self, located: &dyn Fn(&str) -> String) -> String {
        let mut out = String::new();
        for entry in self.groups().flat_map(|(_, entries)| entries) {
            let mut properties = Vec::new();
            // Annotations are shown in the new version only. A rename is found at the new name.
            let mut findings = entry.edit.findings.iter().filter(|finding| finding.side == Side::New);
            if let Some((file, line, column)) = findings.find_map(|finding| self.place(finding)) {
                properties.push(format!("file={},line={line},col={column}", property(&located(&file))));
            }
            let level = entry.edit.level().map(|level| format!(" (semver {})", level.name())).unwrap_or_default();
            properties.push(format!("title={}", property(&format!("{}{level}", entry.lead.diagnostic.id))));
            let shape = entry.lead.diagnostic.shape.as_ref().map(|shape| format!("{shape}: ")).unwrap_or_default();
            let title = format!("{shape}{}", entry.title());
            let lines: Vec<String> =
                std::iter::once(title).chain(entry.help_and_notes()).map(|text| one_line(&text)).collect();
            let _ = writeln!(out, "::{} {}::{}", command(&entry), properties.join(","), data(&lines.join("\n")));
        }
        let text = format!("{}; semver: {}", self.summary(), self.semver());
        let level = if self.judgment.is_undetermined { "error" } else { "notice" };
        let _ = writeln!(out, "::{level} title=whitesmith diff::{}", data(&text));
        out
    }
}

fn command(entry: &Entry<'_>) -> &'static str {
    match (entry.verdict, entry.edit.severity()) {
        (Verdict::Allowed(_), _) => "notice",
        (Verdict::Denied, _) | (_, Severity::Error | Severity::Danger) => "error",
        (_, Severity::Warning) => "warning",
        (_, Severity::Note | Severity::Suppressed) => "notice",
    }
}

/// Escapes the message of a command, whose lines are safe.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes a property of a command.
fn property(text: &str) -> String {
    data(&line(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn what_ends_a_message_or_property_is_escaped() {
        assert_eq!(data("100 %\r\nof: a, b"), "100 %25%0D%0Aof: a, b");
        assert_eq!(property("a,b::c%\n"), "a%2Cb%3A%3Ac%25\\n");
    }
}
