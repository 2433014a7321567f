//! Finds the suites and the strict lists, and compares what failed with what was expected to. Knows no suite.

use std::collections::{BTreeMap, BTreeSet};
use std::env;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;
use whitesmith::diagnostic::Diagnostic;
use whitesmith::source::SourceMap;

/// The folder of a suite. None, and one line that says so, where the suites are not at hand.
pub(crate) fn suite(name: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new("."));
    let suites = env::var_os("WHITESMITH_SUITES").map_or_else(|| root.join("../shared/suites"), PathBuf::from);
    let folder = suites.join(name);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: no suite `{name}`; WHITESMITH_SUITES can say where the suites are");
    None
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

/// One file as a model's only source.
pub(crate) fn source(path: &Path) -> (SourceMap, Vec<Diagnostic>) {
    let mut sources = SourceMap::default();
    let unread = whitesmith::load::read_sources(&[path.to_owned()], &mut sources);
    (sources, unread)
}

/// Fails where [`differences`] finds any.
pub(crate) fn compare(area: &str, ran: &BTreeSet<String>, failed: &BTreeMap<String, String>) {
    let wrong = differences(area, ran, failed);
    assert!(wrong.is_empty(), "{wrong}");
}

/// Compares failures (case, why) with the strict list `tests/expected/<area>.txt`, whose lines are `case | reason`. A case that
/// fails without standing there is a difference, and so is one that stands there and passes. With `BLESS=1` the list is made to
/// fit, keeping its reasons.
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
        let _ = writeln!(wrong, "{area}: PASSED {case}: take it off {}", list.display());
    }
    wrong
}
