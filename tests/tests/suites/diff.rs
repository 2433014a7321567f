//! Comparing models: `X.events` lists the changes from `X.a.smithy` to `X.b.smithy`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use whitesmith_codegen::diagnostic::{Diagnostic, Severity};
use whitesmith_codegen::diff::compare;
use whitesmith_codegen::load::assemble;
use whitesmith_codegen::model::Model;

use crate::common;

pub(crate) fn changes_match_the_reference(folder: &Path) {
    let (mut ran, mut failed) = (BTreeSet::new(), BTreeMap::new());
    for events in common::files(folder, &["events"]) {
        let case = common::name(&events, folder);
        if let Err(why) = check(&events) {
            failed.insert(case.clone(), why);
        }
        ran.insert(case);
    }
    assert!(!ran.is_empty(), "the suite has cases");
    common::compare("diff", &ran, &failed);
}

fn check(events: &Path) -> Result<(), String> {
    let text = fs::read_to_string(events).map_err(|error| error.to_string())?;
    let mut wanted = text.split("-----\n").map(str::trim).filter(|event| !event.is_empty()).collect::<Vec<_>>();
    let (old, new) = (model(&events.with_extension("a.smithy")), model(&events.with_extension("b.smithy")));
    let found = compare(&old, &new).into_iter().map(|finding| finding.diagnostic);
    let mut found: Vec<_> = found.filter(|diagnostic| diagnostic.severity != Severity::Suppressed).collect();
    wanted.retain(|event| match found.iter().position(|diagnostic| is(diagnostic, event)) {
        Some(at) => {
            found.remove(at);
            false
        }
        None => true,
    });
    let extra: Vec<_> = found.iter().map(shown).collect();
    if wanted.is_empty() && extra.is_empty() {
        Ok(())
    } else {
        Err(format!("  missing {wanted:#?}\n  extra {extra:#?}"))
    }
}

fn model(path: &Path) -> Model {
    assemble(&common::source(path).0).0
}

/// Whether severity and shape are equal, the ID is the expected one or below it, and the message starts as expected.
fn is(diagnostic: &Diagnostic, event: &str) -> bool {
    let Some((wanted, id)) = event.rsplit_once(" | ") else { return false };
    let below = diagnostic.id.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
    let found = shown(diagnostic);
    let found = found.rsplit_once(" | ").map_or("", |(found, _)| found);
    below && found.starts_with(wanted)
}

fn shown(diagnostic: &Diagnostic) -> String {
    let shape = diagnostic.shape.as_ref().map_or("-", |shape| shape.as_str());
    let severity = diagnostic.severity.name().to_uppercase();
    format!("[{severity}] {shape}: {} | {}", diagnostic.message, diagnostic.id)
}
