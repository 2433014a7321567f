//! Models written as IDL and read back are the same models.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use whitesmith_codegen::diagnostic::render::{Style, human};
use whitesmith_codegen::export::{self, Export};
use whitesmith_codegen::load;
use whitesmith_codegen::pipeline::prevents_generation;
use whitesmith_codegen::source::SourceMap;

use super::common;

/// Models larger than this take too long without optimization.
const MAX_BYTES: u64 = 400_000;

/// `root`: the workspace.
pub(crate) fn own_models_round_trip_through_idl(root: &Path) {
    for folder in ["models", "tests/cases"] {
        for path in common::files(&root.join(folder), &["json"]) {
            check(&path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()));
        }
    }
}

pub(crate) fn official_models_round_trip_through_idl(folder: &Path) {
    let (mut ran, mut failed) = (BTreeSet::new(), BTreeMap::new());
    for path in common::files(folder, &["json"]) {
        if std::fs::metadata(&path).is_ok_and(|facts| facts.len() <= MAX_BYTES) {
            let name = common::name(&path, folder);
            if let Err(fault) = check(&path) {
                failed.insert(name.clone(), fault);
            }
            ran.insert(name);
        }
    }
    common::compare("stability", &ran, &failed);
}

fn check(path: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    let first = exported(vec![(path.to_owned(), text)])?;
    let second =
        exported(first.idl.iter().map(|(name, text)| (format!("{name}.smithy").into(), text.clone())).collect())?;
    if first.json != second.json {
        return Err(similar::TextDiff::from_lines(&first.json, &second.json).unified_diff().to_string());
    }
    if first.idl != second.idl {
        return Err("the IDL is another the second time".to_owned());
    }
    Ok(())
}

struct Exported {
    json: String,
    idl: Vec<(String, String)>,
}

fn exported(files: Vec<(PathBuf, String)>) -> Result<Exported, String> {
    let mut sources = SourceMap::default();
    for (path, text) in files {
        sources.add(path, text);
    }
    let (merged, diagnostics) = load::merge_sources(&sources);
    if prevents_generation(&diagnostics) {
        return Err(diagnostics.iter().map(|diagnostic| human(diagnostic, &sources, Style::Plain)).collect());
    }
    let export = Export { model: &merged.model, applies: &merged.applies, flatten: false };
    Ok(Exported { json: export::json(export), idl: export::idl(export) })
}
