//! Validation: each model has a file with the diagnostics of the reference, one per line:
//! `[SEVERITY] shape: message | EventId`.
//!
//! A diagnostic matches a line if severity and shape are equal, its ID is the expected one or below it, and its message
//! starts with the expected one. Every diagnostic must match a line, except suppressed ones.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use whitesmith_codegen::diagnostic::{Diagnostic, Severity};
use whitesmith_codegen::pipeline;

use crate::common;

/// The suites' folders.
const FOLDERS: [&str; 7] = [
    "smithy-model",
    "smithy-aws-traits",
    "smithy-waiters",
    "smithy-protocol-traits",
    "smithy-protocol-test-traits",
    "smithy-linters",
    "smithy-rules-engine",
];

struct Wanted {
    severity: String,
    shape: Option<String>,
    message: String,
    id: String,
}

pub(crate) fn diagnostics_match_the_reference(suite: &Path) {
    // `CASE=text` runs only the cases whose name contains the text.
    let only = std::env::var("CASE").ok();
    let mut wrong = String::new();
    for name in FOLDERS {
        let folder = suite.join(name);
        let (mut ran, mut failed) = (BTreeSet::new(), BTreeMap::new());
        for path in common::files(&folder, &["smithy", "json"]) {
            let case = common::name(&path, &folder);
            if only.as_ref().is_some_and(|part| !case.contains(part.as_str())) {
                continue;
            }
            if let Err(why) = check(&path) {
                failed.insert(case.clone(), why);
            }
            ran.insert(case);
        }
        wrong.push_str(&common::differences(&format!("validation-{name}"), &ran, &failed));
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn check(path: &Path) -> Result<(), String> {
    let text = fs::read_to_string(path.with_extension("errors")).map_err(|error| error.to_string())?;
    let wanted = text.lines().filter(|line| line.starts_with('[')).map(parse).collect::<Result<Vec<_>, _>>()?;
    let (sources, mut found) = common::source(path);
    found.extend(if needs_all_stages(&wanted) {
        pipeline::diagnostics_of_all_stages(&sources)
    } else {
        pipeline::model(&sources).1
    });
    let mut wrong = String::new();
    for wanted in &wanted {
        if !found.iter().any(|found| matches(wanted, found)) {
            let _ = writeln!(wrong, "  missing [{}] {}", wanted.severity, wanted.line());
        }
    }
    for found in &found {
        // Deprecations depend on the version of the definitions, so suites need not expect them.
        let is_old = ["ModelDeprecation", "DeprecatedTrait", "DeprecatedShape"].contains(&found.id.as_str());
        let counts = found.severity != Severity::Suppressed && !is_old;
        if counts && !wanted.iter().any(|wanted| matches(wanted, found)) {
            let shape = found.shape.as_ref().map_or("-", |shape| shape.as_str());
            let line = format!("{shape}: {} | {}", found.message, found.id);
            let _ = writeln!(wrong, "  extra   [{}] {line}", found.severity.name());
        }
    }
    if wrong.is_empty() { Ok(()) } else { Err(wrong) }
}

/// IDs of the rules whose errors end validation in the reference.
const CRITICAL: [&str; 11] = [
    "Target",
    "ResourceCycle",
    "EnumShape",
    "ExclusiveStructureMemberTrait",
    "TraitTarget",
    "TraitValue",
    "TraitConflict",
    "DefaultTrait",
    "ShapeIdConflict",
    "SingleOperationBinding",
    "SingleResourceBinding",
];

/// Whether a case expects findings of rules that do not run after the errors it expects. Such cases are older than the
/// stages of validation, and the reference runs all rules for them.
fn needs_all_stages(wanted: &[Wanted]) -> bool {
    let is_critical = |wanted: &&Wanted| {
        let id = wanted.id.split('.').next().unwrap_or_default();
        CRITICAL.contains(&id) || (wanted.id == "Model" && wanted.severity == "ERROR")
    };
    let critical = wanted.iter().filter(is_critical).count();
    critical > 0 && critical < wanted.len()
}

fn parse(line: &str) -> Result<Wanted, String> {
    let parts = || {
        let (severity, rest) = line.strip_prefix('[')?.split_once("] ")?;
        let (shape, rest) = rest.split_once(": ")?;
        let (message, id) = rest.rsplit_once(" | ")?;
        let shape = (shape != "-").then(|| shape.to_owned());
        let message = message.replace("\\n", "\n");
        Some(Wanted { severity: severity.to_owned(), shape, message, id: id.trim().to_owned() })
    };
    parts().ok_or_else(|| format!("cannot read the line `{line}`"))
}

impl Wanted {
    fn line(&self) -> String {
        format!("{}: {} | {}", self.shape.as_deref().unwrap_or("-"), self.message, self.id)
    }
}

fn matches(wanted: &Wanted, found: &Diagnostic) -> bool {
    let below = found.id.strip_prefix(&wanted.id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    below
        && found.severity.name() == wanted.severity
        && found.shape.as_ref().map(whitesmith_codegen::model::ShapeId::as_str) == wanted.shape.as_deref()
        && found.message.starts_with(&wanted.message)
}
