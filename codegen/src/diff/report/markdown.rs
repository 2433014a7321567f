//! Markdown, for pull requests.

use std::fmt::Write as _;

use super::Report;
use super::text::{code, markdown_line, markdown_lines};

impl Report<'_> {
    /// A list below a heading for each severity. `old` and `new` name the models in the title.
    pub fn markdown(self, old: &str, new: &str) -> String {
        let (old, new, summary) = (code(old), code(new), self.summary());
        let mut out =
            format!("# Changes from {old} to {new}\n\n{summary}\n\nsemver: {}\n", markdown_line(&self.semver()));
        for (title, entries) in self.groups() {
            let _ = writeln!(out, "\n## {title}\n");
            for entry in entries {
                let diagnostic = &entry.lead.diagnostic;
                let shape = diagnostic.shape.as_ref().map(|shape| format!("{}: ", code(shape.as_str())));
                let place = self.place(entry.lead).map(|(file, line, _)| markdown_line(&format!("{file}:{line}")));
                let place = place.map(|place| format!(", {place}")).unwrap_or_default();
                let origin = format!("({}{place})", code(&diagnostic.id));
                let mut lines = markdown_lines(&entry.title());
                match lines.last_mut() {
                    // The end of a code block must be on a line of its own.
                    Some(last) if !last.ends_with("```") => {
                        last.push(' ');
                        last.push_str(&origin);
                    }
                    _ => lines.push(origin),
                }
                if let Some(first) = lines.first_mut() {
                    first.insert_str(0, &shape.unwrap_or_default());
                }
                lines.extend(entry.help_and_notes().iter().map(|note| format!("- {}", markdown_line(note))));
                let _ = writeln!(out, "- {}", lines.join("\n  "));
            }
        }
        out
    }
}
