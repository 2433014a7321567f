//! Instructions for Cargo, on the standard output of a build script.

use std::io::Write;
use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::source::SourceMap;
use crate::text::line;

/// Runs the build script again if a file, or a file below a folder, changes.
///
/// Cargo cannot read paths with line breaks. Errors of writing are ignored: Cargo closed the pipe.
pub(super) fn rerun_if_changed(path: &Path, out: &mut dyn Write) {
    let shown = path.display().to_string();
    if !shown.contains(['\n', '\r']) {
        let _ = writeln!(out, "cargo::rerun-if-changed={shown}");
    }
}

/// Runs the build script again if an environment variable changes.
pub(super) fn rerun_if_env_changed(name: &str, out: &mut dyn Write) {
    if !name.contains(['\n', '\r', '=']) {
        let _ = writeln!(out, "cargo::rerun-if-env-changed={name}");
    }
}

/// Shows a warning, in one line.
pub(super) fn warning(diagnostic: &Diagnostic, sources: &SourceMap, out: &mut dyn Write) {
    let place = diagnostic.labels.first().and_then(|label| {
        let file = sources.get(label.span.source)?;
        let (line, column) = file.line_column(label.span.start);
        Some(format!("{}:{line}:{column}: ", file.path().display()))
    });
    let help = diagnostic.help.as_ref().map(|help| format!("; {help}")).unwrap_or_default();
    let text = format!("{}{} [{}]{help}", place.unwrap_or_default(), diagnostic.message, diagnostic.id);
    let _ = writeln!(out, "cargo::warning={}", line(&text));
}
