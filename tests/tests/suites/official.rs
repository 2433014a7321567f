//! Official service models are valid, and all their waiters are generated.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use whitesmith_codegen::config::{Nullability, ServiceConfig};
use whitesmith_codegen::diagnostic::Severity;
use whitesmith_codegen::emit::emit;
use whitesmith_codegen::lower::lower;
use whitesmith_codegen::pipeline;

use crate::common;

/// Models larger than this take too long without optimization. `whitesmith validate` checks all of them.
const MAX_BYTES: u64 = 400_000;

pub(crate) fn official_models_are_valid(folder: &Path) {
    let (mut ran, mut failed) = (BTreeSet::new(), BTreeMap::new());
    for path in common::files(folder, &["json"]) {
        if std::fs::metadata(&path).is_ok_and(|facts| facts.len() <= MAX_BYTES) {
            let (sources, mut found) = common::source(&path);
            found.extend(pipeline::model(&sources).1);
            let errors = found.iter().filter(|one| one.severity == Severity::Error);
            let errors: Vec<String> = errors.map(|one| format!("{}: {}", one.id, one.message)).collect();
            let name = common::name(&path, folder);
            if !errors.is_empty() {
                failed.insert(name.clone(), errors.join("\n"));
            }
            ran.insert(name);
        }
    }
    common::compare("official", &ran, &failed);
}

/// The number of waiters of an official model, and of those that are generated.
fn waiters(path: &Path) -> Option<(usize, usize)> {
    let text = std::fs::read_to_string(path).ok().filter(|text| text.contains("smithy.waiters#waitable"))?;
    let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let shapes = json["shapes"].as_object().expect("shapes");
    let waitable =
        |shape: &serde_json::Value| shape["traits"]["smithy.waiters#waitable"].as_object().map(serde_json::Map::len);
    let operations: Vec<String> = shapes
        .iter()
        .filter(|(_, shape)| waitable(shape).is_some())
        .filter_map(|(id, _)| Some(id.split_once('#')?.1.to_owned()))
        .collect();
    let (id, _) = shapes.iter().find(|(_, shape)| shape["type"] == "service").expect("a service");
    let config = ServiceConfig {
        module: "official".into(),
        id: id.clone(),
        operations: Some(operations),
        nullability: Nullability::ClientCareful,
        ..ServiceConfig::default()
    };
    let (sources, _) = common::source(path);
    let (model, found) = pipeline::model(&sources);
    let model = model.unwrap_or_else(|| panic!("{}: {found:#?}", path.display()));
    let (module, _) = lower(&model, &config).unwrap_or_else(|found| panic!("{}: {found:#?}", path.display()));
    emit(&module).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    Some((shapes.values().filter_map(waitable).sum(), module.waiters().count()))
}

pub(crate) fn every_waiter_of_official_models_is_generated(folder: &Path) {
    let mut all = 0;
    for path in common::files(folder, &["json"]) {
        let Some((expected, found)) = waiters(&path) else { continue };
        assert_eq!(found, expected, "{}", path.display());
        all += found;
    }
    println!("{all} waiters");
    assert!(all > 0);
}
