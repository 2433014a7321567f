//! Prints diagnostics, and counts them.

use std::collections::BTreeSet;
use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use super::{Format, stdout};
use crate::diagnostic::render::{self, Style};
use crate::diagnostic::{Diagnostic, Severity};
use crate::pages;
use crate::source::SourceMap;

/// Prints diagnostics as they come, and knows the exit code in the end.
#[derive(Debug)]
pub struct Reporter {
    format: Format,
    least: Severity,
    errors: usize,
    warnings: usize,
    hidden: usize,
    /// Ids of pages that were pointed to.
    explained: BTreeSet<&'static str>,
}

impl Reporter {
    /// A reporter that prints in the given format: warnings, and what is worse.
    pub fn new(format: Format) -> Self {
        Self { format, least: Severity::Warning, errors: 0, warnings: 0, hidden: 0, explained: BTreeSet::new() }
    }

    /// Prints what is at least so bad.
    #[must_use]
    pub fn from(self, least: Severity) -> Self {
        Self { least, ..self }
    }

    /// Prints diagnostics, and once for each of their pages who has more to say.
    pub fn report(&mut self, diagnostics: &[Diagnostic], sources: &SourceMap) {
        let stderr = std::io::stderr();
        let style = if stderr.is_terminal() { Style::Coloured } else { Style::Plain };
        let mut pages = Vec::new();
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Danger | Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Suppressed | Severity::Note => {}
            }
            if diagnostic.severity < self.least {
                self.hidden += 1;
                continue;
            }
            if let Some(page) = pages::find(&diagnostic.id).map(|event| event.ids.name())
                && self.explained.insert(page)
            {
                pages.push(format!("`whitesmith explain {page}`"));
            }
            match self.format {
                Format::Human => {
                    // A closed pipe ends the printing, not the work.
                    let _ = writeln!(stderr.lock(), "{}\n", render::human(diagnostic, sources, style));
                }
                Format::Json if !stdout::print(&format!("{}\n", render::json(diagnostic, sources))) => {
                    // Once is enough; and nobody may take it for success.
                    self.format = Format::Silent;
                    self.errors += 1;
                }
                Format::Json | Format::Silent => {}
            }
        }
        if self.format == Format::Human && !pages.is_empty() {
            let _ = writeln!(stderr.lock(), "more: {}\n", pages.join(", "));
        }
    }

    /// Prints what keeps a model from being used, and says how to see the rest: warnings about a model's style are for those
    /// who write it, not for each run of the generator.
    pub fn report_model(&mut self, diagnostics: &[Diagnostic], sources: &SourceMap) {
        let (errors, others): (Vec<_>, Vec<_>) =
            diagnostics.iter().cloned().partition(|diagnostic| diagnostic.severity >= Severity::Danger);
        self.report(&errors, sources);
        self.hidden += others.iter().filter(|diagnostic| diagnostic.severity == Severity::Warning).count();
    }

    /// Prints an error that has no place in a source.
    pub fn fail(&mut self, id: &str, message: impl Into<String>, help: &str) {
        let mut diagnostic = Diagnostic::error(id, message, crate::source::Span::NONE);
        if !help.is_empty() {
            diagnostic = diagnostic.with_help(help);
        }
        self.report(&[diagnostic], &SourceMap::default());
    }

    /// Whether an error was printed.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// How many errors and warnings were printed.
    pub fn counts(&self) -> (usize, usize) {
        (self.errors, self.warnings)
    }

    /// A remark on what was not printed, to stand behind a summary.
    pub fn unsaid(&self) -> String {
        match self.hidden {
            0 => String::new(),
            1 => "; 1 warning about the models: see `whitesmith validate`".to_owned(),
            count => format!("; {count} warnings about the models: see `whitesmith validate`"),
        }
    }

    /// How many were not bad enough to be printed.
    pub fn hidden(&self) -> usize {
        self.hidden
    }

    /// 1 after an error, else 0.
    pub fn exit_code(&self) -> ExitCode {
        if self.has_errors() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}
