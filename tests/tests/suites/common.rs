//! Finds test data, and compares failures with the lists of expected failures. Independent of suites.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use walkdir::WalkDir;
use whitesmith_codegen::diagnostic::Diagnostic;
use whitesmith_codegen::source::SourceMap;

/// Data that a test needs.
#[derive(Clone, Copy)]
pub(crate) enum Data {
    /// A folder of the suites; the suites themselves if empty.
    Suite(&'static str),
    /// The official models.
    Models,
    /// This workspace, which always exists.
    Workspace,
    /// This workspace, and a program.
    Tool(&'static str),
    /// This workspace, and the standard library for a target.
    Target(&'static str),
}

/// The folder of the data.
///
/// # Errors
/// The missing folder, and how to set another one, or the missing program.
pub(crate) fn folder(data: Data) -> Result<PathBuf, String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let shared = || env::var_os("WHITESMITH_SHARED").map_or_else(|| root.join("../shared"), PathBuf::from);
    let suites = env::var_os("WHITESMITH_SUITES").map(PathBuf::from);
    let (folder, variable) = match data {
        Data::Workspace => (root.to_owned(), ""),
        Data::Tool(name) => {
            let runs = Command::new(name).arg("--version").output().is_ok_and(|output| output.status.success());
            return if runs { Ok(root.to_owned()) } else { Err(format!("no program {name}")) };
        }
        Data::Target(name) => {
            let output = Command::new("rustc").args(["--print", "target-libdir", "--target", name]).output();
            let folder = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
            let is_installed = folder.is_ok_and(|folder| Path::new(&folder).is_dir());
            let missing = || format!("no target {name}: `rustup target add {name}`");
            return if is_installed { Ok(root.to_owned()) } else { Err(missing()) };
        }
        Data::Suite(name) => (suites.unwrap_or_else(|| shared().join("suites")).join(name), "WHITESMITH_SUITES"),
        Data::Models => (shared().join("models"), "WHITESMITH_SHARED"),
    };
    if folder.is_dir() {
        return Ok(folder);
    }
    let shown = folder.strip_prefix(root).unwrap_or(&folder).display();
    Err(format!("no folder {shown}: set {variable}"))
}

/// The files in a folder and below with one of these extensions, in order.
pub(crate) fn files(folder: &Path, extensions: &[&str]) -> Vec<PathBuf> {
    let all = WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok);
    let paths = all.map(walkdir::DirEntry::into_path).filter(|path| path.is_file());
    let wanted = |path: &PathBuf| path.extension().is_some_and(|found| extensions.iter().any(|known| found == *known));
    paths.filter(wanted).collect()
}

/// The name of a case: its path below the suite.
pub(crate) fn name(path: &Path, suite: &Path) -> String {
    path.strip_prefix(suite).unwrap_or(path).display().to_string()
}

/// A source map with one file.
pub(crate) fn source(path: &Path) -> (SourceMap, Vec<Diagnostic>) {
    let mut sources = SourceMap::default();
    let unread = whitesmith_codegen::load::read_sources(&[path.to_owned()], &mut sources);
    (sources, unread)
}

/// Fails where [`differences`] finds any.
pub(crate) fn compare(area: &str, ran: &BTreeSet<String>, failed: &BTreeMap<String, String>) {
    let wrong = differences(area, ran, failed);
    assert!(wrong.is_empty(), "{wrong}");
}

/// Compares failures (case, message) with the list `tests/expected/<area>.txt`, whose lines are `case | reason`. A
/// failure that is not listed is a difference, and so is a listed case that passes. `BLESS=1` rewrites the list and
/// keeps its reasons.
pub(crate) fn differences(area: &str, ran: &BTreeSet<String>, failed: &BTreeMap<String, String>) -> String {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("expected").join(format!("{area}.txt"));
    let text = std::fs::read_to_string(&list).unwrap_or_default();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    let expected: BTreeMap<&str, &str> = lines.map(|line| line.split_once(" | ").unwrap_or((line, ""))).collect();
    println!("{area}: {} of {} cases pass", ran.len() - failed.len(), ran.len());
    if env::var_os("BLESS").is_some() {
        let reason = |case: &str| expected.get(case).copied().unwrap_or("not done yet");
        let mut lines = String::new();
        for case in failed.keys() {
            let _ = writeln!(lines, "{case} | {}", reason(case));
        }
        let _ = if lines.is_empty() { std::fs::remove_file(&list) } else { std::fs::write(&list, lines) };
        return String::new();
    }
    let mut wrong = String::new();
    for (case, why) in failed.iter().filter(|(case, _)| !expected.contains_key(case.as_str())) {
        let _ = writeln!(wrong, "{area}: FAILED {case}\n{why}");
    }
    for case in expected.keys().filter(|case| ran.contains(**case) && !failed.contains_key(**case)) {
        let _ = writeln!(wrong, "{area}: PASSED {case}: remove it from {}", list.display());
    }
    wrong
}
