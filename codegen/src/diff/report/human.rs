//! For terminals: source excerpts, what belongs to each edit, and a summary.

use std::fmt::Write as _;

use super::Report;
use super::text::one_line;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::render::{self, Style};

impl Report<'_> {
    /// The report for a terminal.
    pub fn human(self, style: Style) -> String {
        let mut out = String::new();
        for entry in self.groups().flat_map(|(_, entries)| entries) {
            let shown = Diagnostic { message: one_line(&entry.title()), ..entry.lead.diagnostic.clone() };
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{}", render::human(&shown, self.sources(entry.lead), style));
            for note in entry.notes() {
                let _ = writeln!(out, "  - {}", one_line(&note));
            }
            out.push('\n');
        }
        let _ = writeln!(out, "{}\nsemver: {}", self.summary(), self.semver());
        out
    }
}
