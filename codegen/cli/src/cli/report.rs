//! Prints and counts diagnostics.

use std::collections::BTreeSet;
use std::error::Error;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstream::stream::RawStream;
use anstream::{AutoStream, ColorChoice};

use super::{Format, progress, stdout, usage};
use crate::pages;
use whitesmith_codegen::diagnostic::render::{self, Style};
use whitesmith_codegen::diagnostic::{Diagnostic, ErrorFacts, Message, Note, Severity, distinct};
use whitesmith_codegen::load::PROJECT_ID;
use whitesmith_codegen::output::{self, Changes};
use whitesmith_codegen::parallel::{self, Stack};
use whitesmith_codegen::source::{SourceMap, Span};
use whitesmith_codegen::text;
use whitesmith_codegen::validate::{UNKNOWN_ID, is_acceptable};

const STALE: &str = "generated code is stale";

/// `1 file`, `2 files`.
pub(super) fn counted(number: usize, thing: &str) -> String {
    format!("{number} {thing}{}", if number == 1 { "" } else { "s" })
}

/// Colors for a terminal, unless the variables `NO_COLOR`, `CLICOLOR`, `CLICOLOR_FORCE` or `TERM` say otherwise.
pub(super) fn style(out: &impl RawStream) -> Style {
    match AutoStream::choice(out) {
        ColorChoice::Never => Style::Plain,
        ColorChoice::Auto | ColorChoice::AlwaysAnsi | ColorChoice::Always => Style::Colored,
    }
}

/// Formats an error and its sources: "cannot write `a.rs`: No space left on device".
pub fn error_chain(error: &dyn Error) -> String {
    ErrorFacts::of(error).to_string()
}

/// The changes of each file.
fn stale_files(changes: &Changes) -> impl Iterator<Item = (PathBuf, Changes)> + '_ {
    let written = changes
        .written
        .iter()
        .map(|file| (file.path.clone(), Changes { written: vec![file.clone()], removed: Vec::new() }));
    let removed = changes
        .removed
        .iter()
        .map(|file| (file.path.clone(), Changes { written: Vec::new(), removed: vec![file.clone()] }));
    written.chain(removed)
}

/// A diagnostic about a file, with its diff.
fn stale_record(id: &str, message: &'static str, path: &Path, changes: &Changes) -> String {
    let diagnostic = Diagnostic::error(id, message, Span::NONE);
    let mut value = render::value(&diagnostic, &SourceMap::default());
    if let Some(object) = value.as_object_mut() {
        object.insert("file".to_owned(), path.display().to_string().into());
        object.insert("diff".to_owned(), output::diff(changes, Path::new("")).into());
    }
    format!("{}\n", text::json(&value))
}

/// Kind of the JSON lines of a command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kinds {
    /// Diagnostics.
    One,
    /// Diagnostics and others: each has a `kind`.
    Several,
}

/// Prints diagnostics and determines the exit code.
#[derive(Debug)]
pub struct Reporter {
    format: Format,
    kinds: Kinds,
    minimum: Severity,
    errors: usize,
    warnings: usize,
    hidden: usize,
    /// IDs whose pages were mentioned.
    explained: BTreeSet<&'static str>,
    /// IDs of printed errors.
    failed: BTreeSet<String>,
    /// Whether the command was used wrongly.
    is_usage: bool,
    /// Whether standard output has the results of the command, and standard error all diagnostics.
    has_results: bool,
}

impl Reporter {
    /// Prints warnings and errors in this format.
    pub fn new(format: Format) -> Self {
        Self {
            format,
            kinds: Kinds::One,
            minimum: Severity::Warning,
            errors: 0,
            warnings: 0,
            hidden: 0,
            explained: BTreeSet::new(),
            failed: BTreeSet::new(),
            is_usage: false,
            has_results: false,
        }
    }

    /// Prints to standard error in all formats, because standard output has the results of the command.
    #[must_use]
    pub(super) fn beside_results(self) -> Self {
        Self { has_results: true, ..self }
    }

    /// Sets the minimum severity to print.
    #[must_use]
    pub fn with_minimum(self, minimum: Severity) -> Self {
        Self { minimum, ..self }
    }

    /// Adds `"kind": "diagnostic"` to JSON lines, for commands that print others.
    #[must_use]
    pub(super) fn with_kind(self) -> Self {
        Self { kinds: Kinds::Several, ..self }
    }

    /// Prints diagnostics. Mentions the page of each ID once.
    pub fn report(&mut self, diagnostics: &[Diagnostic], sources: &SourceMap) {
        let stderr = std::io::stderr();
        let _paused = progress::pause();
        let style = style(&stderr);
        let mut pages = Vec::new();
        let all = match self.format {
            Format::Human => distinct(diagnostics).collect::<Vec<_>>(),
            Format::Json | Format::Silent => diagnostics.iter().collect(),
        };
        let mut shown = Vec::new();
        for diagnostic in all {
            match diagnostic.severity {
                Severity::Danger | Severity::Error => {
                    self.errors += 1;
                    self.failed.insert(diagnostic.id.clone());
                }
                Severity::Warning => self.warnings += 1,
                Severity::Suppressed | Severity::Note => {}
            }
            if diagnostic.severity < self.minimum {
                self.hidden += 1;
                continue;
            }
            if let Some(page) = pages::find(&diagnostic.id).map(|event| event.ids.name())
                && self.explained.insert(page)
            {
                pages.push(format!("`whitesmith explain {page}`"));
            }
            shown.push(diagnostic);
        }
        // Only so many texts are in memory.
        for shown in shown.chunks(4_000) {
            let texts = |part: &[&Diagnostic]| part.iter().map(|found| self.text(found, sources, style)).collect();
            let texts: Vec<Vec<String>> = parallel::map(parallel::parts(shown, 100), Stack::Any, &texts);
            for text in texts.iter().flatten() {
                match self.format {
                    // A closed pipe is not an error.
                    Format::Human => drop(stderr.lock().write_all(text.as_bytes())),
                    Format::Json if self.has_results => drop(stderr.lock().write_all(text.as_bytes())),
                    Format::Json if !stdout::print(text) => {
                        // Print the error once, and fail.
                        self.format = Format::Silent;
                        self.errors += 1;
                    }
                    Format::Json | Format::Silent => {}
                }
            }
        }
        if self.format == Format::Human && !pages.is_empty() {
            let _ = writeln!(stderr.lock(), "more: {}\n", pages.join(", "));
        }
    }

    /// The text of a diagnostic in the format.
    fn text(&self, diagnostic: &Diagnostic, sources: &SourceMap, style: Style) -> String {
        match self.format {
            Format::Human => format!("{}\n\n", render::human(diagnostic, sources, style)),
            Format::Json => {
                let mut value = render::value(diagnostic, sources);
                if let (Kinds::Several, Some(object)) = (self.kinds, value.as_object_mut()) {
                    object.insert("kind".to_owned(), "diagnostic".into());
                }
                format!("{}\n", text::json(&value))
            }
            Format::Silent => String::new(),
        }
    }

    /// Prints the errors of a model, and warnings about its projection and the configuration, whose author runs the
    /// generator. Counts other warnings, which are of interest to authors of the model but not in each run.
    pub fn report_model(&mut self, diagnostics: &[Diagnostic], sources: &SourceMap) {
        let is_for_user = |id: &str| [PROJECT_ID, UNKNOWN_ID].contains(&id);
        let is_shown = |found: &Diagnostic| found.severity >= Severity::Danger || is_for_user(&found.id);
        let (errors, others): (Vec<_>, Vec<_>) = diagnostics.iter().cloned().partition(is_shown);
        self.report(&errors, sources);
        self.hidden += others.iter().filter(|diagnostic| diagnostic.severity == Severity::Warning).count();
    }

    /// Prints an error without a location. `help` may be empty.
    pub fn fail(&mut self, id: &str, message: impl Into<Message>, help: impl Into<Note>) {
        let help = help.into();
        let mut diagnostic = Diagnostic::error(id, message, whitesmith_codegen::source::Span::NONE);
        if !help.is_empty() {
            diagnostic = diagnostic.with_help(help);
        }
        self.report(&[diagnostic], &SourceMap::default());
    }

    /// Reports generated files that are not up to date.
    pub fn report_stale_code(&mut self, changes: &Changes) {
        if changes.is_empty() {
            return;
        }
        self.report_stale("codegen.Stale", STALE, changes);
        if self.is_human() {
            self.fail("codegen.Stale", STALE, "run this command without --check");
        }
    }

    /// Reports files that differ from those that the command would write: a diff, or in JSON one object for each file.
    pub(super) fn report_stale(&mut self, id: &str, message: &'static str, changes: &Changes) {
        let texts = match self.format {
            Format::Human => vec![output::shown_diff(changes, Path::new(""))],
            Format::Json => stale_files(changes).map(|(path, one)| stale_record(id, message, &path, &one)).collect(),
            Format::Silent => Vec::new(),
        };
        self.errors += usize::from(!changes.is_empty());
        // The command fails in any case.
        let _ = texts.iter().all(|text| stdout::print(text));
    }

    /// Prints an error about the arguments of the command.
    pub fn report_usage(&mut self, diagnostic: Diagnostic) {
        self.report_usage_in(&[diagnostic], &SourceMap::default());
    }

    /// Prints errors about the arguments of the command, which are about sources, too.
    pub(super) fn report_usage_in(&mut self, diagnostics: &[Diagnostic], sources: &SourceMap) {
        self.report(diagnostics, sources);
        self.is_usage = true;
    }

    /// Prints diagnostics of what arguments name. If that does not exist, the arguments are wrong.
    pub(super) fn report_arguments(&mut self, diagnostics: &[Diagnostic], sources: &SourceMap) {
        self.report(diagnostics, sources);
        self.is_usage |= diagnostics.iter().any(usage::names_nothing);
    }

    /// Whether diagnostics are text.
    pub(super) fn is_human(&self) -> bool {
        self.format == Format::Human
    }

    /// Whether an error was printed.
    pub fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// The IDs of printed errors; empty unless accepting them all would make the model usable.
    pub fn acceptable(&self) -> impl Iterator<Item = &str> {
        // Validators in models choose IDs, which become part of a command to paste.
        let is_plain = |id: &String| id.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte));
        // Models that cannot be found, and transforms that fail, leave nothing to generate from.
        let all = self.failed.iter().all(|id| is_acceptable(id) && id != PROJECT_ID && is_plain(id));
        self.failed.iter().filter(move |_| all).map(String::as_str)
    }

    /// Number of errors and warnings.
    pub fn counts(&self) -> (usize, usize) {
        (self.errors, self.warnings)
    }

    /// Text about hidden warnings, to append to a summary.
    pub fn hidden_warnings(&self) -> String {
        match self.hidden {
            0 => String::new(),
            1 => "; 1 warning hidden: see `whitesmith validate`".to_owned(),
            count => format!("; {count} warnings hidden: see `whitesmith validate`"),
        }
    }

    /// Number of diagnostics below the minimum severity.
    pub fn hidden(&self) -> usize {
        self.hidden
    }

    /// 2 if the command was used wrongly, 1 if there were other errors, or else 0.
    pub fn exit_code(&self) -> ExitCode {
        if self.is_usage {
            return ExitCode::from(2);
        }
        if self.has_errors() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
    }
}
