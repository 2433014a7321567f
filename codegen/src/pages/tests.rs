//! Pages belong to events, and their examples give the IDs that they are about.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::{events, find};
use crate::diagnostic::{Diagnostic, Severity};
use crate::rule::marks;
use crate::rule::marks::Failure;
use crate::rule::{Event, Ids};

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("pages")
}

#[test]
fn an_id_of_several_parts_has_the_page_of_its_longest_prefix() {
    let name = |id| find(id).map(|event| event.ids.name());
    assert_eq!(name("Model.UnresolvedTrait"), Some("Model"));
    assert_eq!(name("UnknownValidator_Mine"), Some("UnknownValidator"));
    assert_eq!(name("codegen.Config"), Some("codegen.Config"));
    assert_eq!(name("NoSuchThing.Model"), None);
}

#[test]
fn every_page_belongs_to_an_event() {
    let entries = fs::read_dir(folder()).expect("the pages").flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().trim_end_matches(".md").to_owned());
    let found: BTreeSet<String> = names.filter(|name| name != "README").collect();
    let owned: BTreeSet<String> = events().iter().map(|event| event.ids.name().to_owned()).collect();
    assert_eq!(found, owned);
}

#[test]
fn every_page_has_its_title_and_a_fix() {
    for event in events() {
        let name = event.ids.name();
        assert!(event.page.starts_with(&format!("# {name}\n")), "{name}");
        assert!(event.page.contains("\n## What to do\n"), "{name} does not say what to do");
    }
}

#[test]
fn an_id_has_the_same_parts_in_all_rules() {
    let mut known: BTreeMap<&str, Ids> = BTreeMap::new();
    let rules = crate::validate::events().chain(crate::diff::events());
    for event in rules.chain(super::tables().into_iter().flatten()) {
        let first = *known.entry(event.ids.name()).or_insert(event.ids);
        assert_eq!(first, event.ids);
    }
}

/// A code block of a page: its info string and its text.
#[derive(Clone, Copy)]
struct Block<'p> {
    kind: &'p str,
    text: &'p str,
}

fn blocks(page: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut rest = page;
    while let Some((_, fenced)) = rest.split_once("\n```") {
        let Some((kind, body)) = fenced.split_once('\n') else { break };
        let Some(end) = body.find("```") else { break };
        blocks.push(Block { kind, text: &body[..end] });
        rest = &body[end + 3..];
    }
    blocks
}

/// Runs the examples of a page, and gives what the broken ones gave.
fn run(event: &Event) -> Result<Vec<Diagnostic>, Failure> {
    let name = event.ids.name();
    let file = folder().join(format!("{name}.md"));
    let (mut all, mut old, mut model) = (Vec::new(), None, None);
    let blocks = blocks(event.page);
    let has_configuration = blocks.iter().any(|block| block.kind.starts_with("toml"));
    for block in &blocks {
        let (shown, marked) = match block.kind {
            "smithy" | "smithy fixed" if has_configuration => {
                model = Some(*block);
                continue;
            }
            "smithy old" => {
                old = Some(*block);
                continue;
            }
            "smithy new" | "smithy fixed" if old.is_some() => {
                let old = old.expect("checked");
                (vec![old, *block], marks::compared(old.text, block.text))
            }
            "smithy reviewed" if old.is_some() => {
                let old = old.expect("checked");
                (vec![old, *block], marks::reviewed(old.text, block.text))
            }
            "smithy" | "smithy fixed" => (vec![*block], marks::validated(block.text)),
            "toml" | "toml fixed" => {
                let shown = model.into_iter().chain([*block]).collect();
                (shown, marks::generated(model.map(|model| model.text), block.text))
            }
            "json" | "text" | "console" | "console slow" => continue,
            // A file for the commands that follow.
            kind if kind.contains('.') => continue,
            kind => return Err(Failure(format!("{name}: a block of kind `{kind}`"))),
        };
        let is_fixed = block.kind.ends_with("fixed");
        // The first of two texts is about the broken example, where the second is a fixed one.
        let skipped = if is_fixed { shown.len() - 1 } else { 0 };
        for (block, given) in shown.iter().zip(&marked.texts).skip(skipped) {
            compare(name, &file, block, given)?;
        }
        let counts = |finding: &&Diagnostic| finding.severity != Severity::Suppressed;
        let gives = marked.found.iter().filter(counts).any(|finding| event.ids.contain(&finding.id));
        if gives == is_fixed {
            return Err(Failure(format!("{name}: gives the id: {gives}\n{}\n{:#?}", block.text, marked.found)));
        }
        if !is_fixed {
            all.extend(marked.found);
        }
    }
    Ok(all)
}

/// Compares a block with the result, both with their fences, so that a block is not taken for a part of another one.
fn compare(name: &str, file: &Path, Block { kind, text }: &Block<'_>, given: &str) -> Result<(), Failure> {
    let fenced = |text: &str| format!("```{kind}\n{text}```\n");
    marks::compare(file, name, &fenced(text), &fenced(given))
}

/// Runs something for each event, on as many threads as there are, and gives all failures.
fn on_threads(work: impl Fn(&'static Event) -> Result<(), Failure> + Sync) -> Vec<String> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let chunks = events().chunks(events().len().div_ceil(threads));
    std::thread::scope(|scope| {
        let work = &work;
        let run = |chunk: &'static [&'static Event]| -> Vec<String> {
            chunk.iter().filter_map(|event| work(event).err()).map(|failure| failure.0).collect()
        };
        let handles: Vec<_> = chunks.map(|chunk| scope.spawn(move || run(chunk))).collect();
        handles.into_iter().flat_map(|handle| handle.join().expect("no panic")).collect()
    })
}

#[test]
fn examples_in_pages_have_the_marked_diagnostics() {
    let failures = on_threads(|event| {
        let found = run(event)?;
        if blocks(event.page).iter().any(|block| block.kind.starts_with("console"))
            || matches!(event.ids, Ids::Internal(_))
        {
            // `tests/pages.rs` runs commands.
            return Ok(());
        }
        let name = event.ids.name();
        let gives = |id: &str| found.iter().any(|finding| finding.id == id);
        match event.ids {
            Ids::Parts(_, parts) => {
                let id = |part: &&str| if part.is_empty() { name.to_owned() } else { format!("{name}.{part}") };
                match parts.iter().map(id).find(|id| !gives(id)) {
                    Some(id) => Err(Failure(format!("{name}: no example gives `{id}`"))),
                    None => Ok(()),
                }
            }
            _ if found.iter().any(|finding| event.ids.contain(&finding.id)) => Ok(()),
            _ => Err(Failure(format!("{name}: no example gives it"))),
        }
    });
    assert!(failures.is_empty(), "{} pages:\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn pages_of_linters_show_an_accepted_model() {
    for event in crate::validate::linter_events() {
        let is_fixed = |block: &Block<'_>| block.kind == "smithy fixed";
        assert!(blocks(event.page).iter().any(is_fixed), "{}", event.ids.name());
    }
}

#[test]
fn models_of_pages_do_not_differ_from_themselves() {
    for event in crate::diff::events() {
        let olds: Vec<_> = blocks(event.page).into_iter().filter(|block| block.kind == "smithy old").collect();
        assert!(!olds.is_empty(), "{}", event.ids.name());
        for old in olds {
            assert_eq!(marks::compared(old.text, old.text).found, [], "{}", event.ids.name());
        }
    }
}
