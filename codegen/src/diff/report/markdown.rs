//! Markdown, for pull requests.

use std::fmt::Write as _;

use super::Report;

impl Report<'_> {
    /// A list below a heading for each severity. `old` and `new` name the models in the title.
    pub fn markdown(self, old: &str, new: &str) -> String {
        let mut out = format!("# Changes from `{old}` to `{new}`\n\n{}\n\nsemver: {}\n", self.summary(), self.semver());
        for (title, entries) in self.groups() {
            let _ = writeln!(out, "\n## {title}\n");
            for entry in entries {
                let diagnostic = &entry.lead.diagnostic;
                let shape = diagnostic.shape.as_ref().map(|shape| format!("`{shape}`: ")).unwrap_or_default();
                let place =
                    self.place(entry.lead).map(|(file, line, _)| format!(", {file}:{line}")).unwrap_or_default();
                // The end of a code block must be on a line of its own.
                let title = entry.title();
                let message = title.trim_end();
                let gap = if message.ends_with("```") { '\n' } else { ' ' };
                let text = format!("{shape}{message}{gap}(`{}`{place})", diagnostic.id);
                let mut lines: Vec<String> = text.lines().map(|line| format!("  {}", line.trim_end())).collect();
                lines.extend(entry.help_and_notes().iter().map(|note| format!("  - {note}")));
                let _ = writeln!(out, "- {}", lines.join("\n").trim_start());
            }
        }
        out
    }
}
