//! Listings of pages are excerpts of files that are compiled and tested.
//!
//! The first line of a listing is a comment with the path of its file. The other lines occur in that file, in this
//! order and without others between them, except where a line is `…`. Indentation and empty lines may differ.

use crate::markdown::{Block, blocks};
use crate::{assert_none, book, read, root};

/// Languages of blocks, and how their comments start. Those without comments need no source: `sh` blocks are run,
/// `http` blocks are written by tests, `text` is not code.
const LANGUAGES: &[(&str, Option<&str>)] = &[
    ("http", None),
    ("rust", Some("// ")),
    ("sh", None),
    ("smithy", Some("// ")),
    ("text", None),
    ("toml", Some("# ")),
    ("yaml", Some("# ")),
];

/// Pages with listings.
fn pages_with_listings() -> Vec<String> {
    let mut pages = book();
    pages.push("README.md".to_owned());
    pages
}

fn is_elision(line: &str) -> bool {
    matches!(line.trim(), "…" | "// …" | "# …")
}

/// Returns what is wrong with a listing.
fn problem(block: &Block) -> Option<String> {
    let Some((_, comment)) = LANGUAGES.iter().find(|(language, _)| *language == block.language) else {
        return Some(format!("`{}` is not one of the book's languages", block.language));
    };
    let comment = (*comment)?;
    let mut lines = block.text.lines();
    let Some(path) = lines.next().and_then(|line| line.strip_prefix(comment)).map(str::trim) else {
        return Some(format!("the first line is not `{comment}<path of the source>`"));
    };
    if !root().join(path).is_file() {
        return Some(format!("there is no file `{path}`"));
    }
    missing(&lines.collect::<Vec<_>>(), &read(path)).map(|line| format!("`{path}` does not have: {line}"))
}

/// The first line that the source does not have at its place.
fn missing<'l>(listing: &[&'l str], source: &str) -> Option<&'l str> {
    let source: Vec<&str> = source.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let mut from = 0;
    for part in listing.split(|line| is_elision(line)) {
        let part: Vec<&str> = part.iter().copied().filter(|line| !line.trim().is_empty()).collect();
        if part.is_empty() {
            continue;
        }
        let rest = source.get(from..).unwrap_or_default();
        let matching = |start: usize| {
            let found = rest.get(start..).unwrap_or_default();
            part.iter().zip(found).take_while(|(line, known)| line.trim() == **known).count()
        };
        let best = (0..rest.len()).map(|start| (start, matching(start)));
        let best = best.max_by_key(|(start, length)| (*length, std::cmp::Reverse(*start)));
        let (start, length) = best.unwrap_or_default();
        if let Some(line) = part.get(length) {
            return Some(line);
        }
        from += start + length;
    }
    None
}

#[test]
fn every_listing_is_an_excerpt_of_a_file() {
    let mut problems = Vec::new();
    let mut count = 0;
    for page in pages_with_listings() {
        for block in blocks(&read(&page)) {
            count += usize::from(block.language == "rust");
            problems.extend(problem(&block).map(|problem| format!("{page}:{}: {problem}", block.line)));
        }
    }
    assert!(count > 20, "{count} listings");
    assert_none(&problems);
}

#[test]
fn other_lines_and_other_orders_are_found() {
    let source = "fn a() {\n    one();\n\n    two();\n    three();\n}\n";
    assert_eq!(missing(&["one();", "two();"], source), None);
    assert_eq!(missing(&["fn a() {", "…", "    three();", "}"], source), None);
    assert_eq!(missing(&["one();", "three();"], source), Some("three();"));
    assert_eq!(missing(&["three();", "…", "one();"], source), Some("one();"));
    assert_eq!(missing(&["four();"], source), Some("four();"));
}
