//! Official service models are valid.

use std::collections::{BTreeMap, BTreeSet};

use whitesmith::diagnostic::Severity;
use whitesmith::pipeline;

use crate::common;

/// Models larger than this take too long without optimisation; `whitesmith validate` takes them all.
const MAX_BYTES: u64 = 400_000;

#[test]
fn official_models_are_valid() {
    let Some(folder) = common::suite("../models") else { return };
    let (mut ran, mut failed) = (BTreeSet::new(), BTreeMap::new());
    for path in common::files(&folder, &["json"]) {
        if std::fs::metadata(&path).is_ok_and(|facts| facts.len() <= MAX_BYTES) {
            let (sources, mut found) = common::source(&path);
            found.extend(pipeline::model(&sources).1);
            let errors = found.iter().filter(|one| one.severity == Severity::Error);
            let errors: Vec<String> = errors.map(|one| format!("{}: {}", one.id, one.message)).collect();
            let name = common::name(&path, &folder);
            if !errors.is_empty() {
                failed.insert(name.clone(), errors.join("\n"));
            }
            ran.insert(name);
        }
    }
    common::compare("official", &ran, &failed);
}
