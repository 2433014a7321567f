//! Formatting: `x.smithy` becomes `x.formatted.smithy`, or is unchanged if there is no such file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use whitesmith_codegen::source::SourceMap;
use whitesmith_codegen::syntax::idl::fmt::format;

use crate::common;

fn formatted(text: &str) -> Result<String, String> {
    let source = SourceMap::default().add("case.smithy", text.to_owned());
    format(source, text).map_err(|found| found.into_iter().map(|one| one.message).collect::<Vec<_>>().join("\n"))
}

pub(crate) fn formatting_matches_the_reference(folder: &Path) {
    let (mut ran, mut failed) = (BTreeSet::new(), BTreeMap::new());
    for path in common::files(folder, &["smithy"]) {
        let case = common::name(&path, folder);
        if case.ends_with(".formatted.smithy") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("readable");
        let wanted = fs::read_to_string(path.with_extension("formatted.smithy")).unwrap_or_else(|_| text.clone());
        if let Err(why) = check(&text, &wanted) {
            failed.insert(case.clone(), why);
        }
        ran.insert(case);
    }
    assert!(!ran.is_empty(), "the suite has cases");
    common::compare("formatter", &ran, &failed);
}

fn check(text: &str, wanted: &str) -> Result<(), String> {
    let wanted = format!("{}\n", wanted.trim_end());
    for text in [text, &wanted] {
        let found = formatted(text)?;
        if found != wanted {
            return Err(similar::TextDiff::from_lines(&wanted, &found).unified_diff().to_string());
        }
    }
    Ok(())
}

pub(crate) fn formatting_is_idempotent(folder: &Path) {
    let mut count = 0;
    for path in common::files(folder, &["smithy"]) {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let source = SourceMap::default().add("case.smithy", text.clone());
        if !whitesmith_codegen::syntax::idl::parse(source, &text).1.is_empty() {
            continue;
        }
        let once = formatted(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        let twice = formatted(&once).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
        assert_eq!(once, twice, "{}", path.display());
        count += 1;
    }
    println!("{count} files formatted");
    assert!(count > 0, "the suites have files");
}
