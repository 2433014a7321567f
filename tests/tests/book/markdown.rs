//! The parts of Markdown that the checks need: fenced blocks, links and headings.

use std::sync::LazyLock;

use regex::Regex;

/// A fenced block.
pub(crate) struct Block {
    /// The word behind the fence.
    pub(crate) language: String,
    /// Number of the fence's line, from 1.
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// A link: number of its line, and its target.
pub(crate) struct Link {
    pub(crate) line: usize,
    pub(crate) target: String,
}

/// The fenced blocks of a page.
pub(crate) fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open: Option<Block> = None;
    for (at, line) in page.lines().enumerate() {
        match (&mut open, line.trim().strip_prefix("```")) {
            (None, Some(language)) => {
                open = Some(Block { language: language.to_owned(), line: at + 1, text: String::new() });
            }
            (Some(_), Some(_)) => blocks.extend(open.take()),
            (Some(block), None) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, None) => {}
        }
    }
    blocks
}

/// The lines outside fenced blocks, with their numbers.
pub(crate) fn prose(page: &str) -> Vec<(usize, &str)> {
    let mut is_code = false;
    let mut lines = Vec::new();
    for (at, line) in page.lines().enumerate() {
        if line.trim().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            lines.push((at + 1, line));
        }
    }
    lines
}

static INLINE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"\]\(([^)\s]+)\)|\bsrc="([^"]+)""#).expect("valid"));
static REFERENCE: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"^\[[^\]]+\]:\s*(\S+)").expect("valid"));
static CODE: LazyLock<Regex> = LazyLock::new(|| Regex::new("`[^`]*`").expect("valid"));

/// The links of a page: inline, by reference, and images.
pub(crate) fn links(page: &str) -> Vec<Link> {
    let mut links = Vec::new();
    for (line, text) in prose(page) {
        // Code such as `a[0](b)` is not a link.
        let text = CODE.replace_all(text, "``");
        let found = INLINE.captures_iter(&text).chain(REFERENCE.captures(&text));
        let targets = found.filter_map(|parts| parts.iter().skip(1).flatten().next().map(|target| target.as_str()));
        links.extend(targets.map(|target| Link { line, target: target.to_owned() }));
    }
    links
}

/// The anchors of a page's headings, as mdBook and GitHub make them.
pub(crate) fn anchors(page: &str) -> Vec<String> {
    let headings = prose(page).into_iter().filter(|(_, line)| line.starts_with('#'));
    let mut anchors: Vec<String> = Vec::new();
    for (_, heading) in headings {
        let text = heading.trim_start_matches('#').trim().to_lowercase();
        let kept = text.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
        let anchor: String = kept.map(|c| if c == ' ' { '-' } else { c }).collect();
        let earlier = anchors.iter().filter(|known| **known == anchor).count();
        anchors.push(if earlier == 0 { anchor } else { format!("{anchor}-{earlier}") });
    }
    anchors
}

#[test]
fn code_has_no_links() {
    let page = "`a[0](b)` and [c](d.md)\n```text\n[e](f)\n```\n[g]: h.md\n![i](j.svg)\n";
    let found: Vec<_> = links(page).into_iter().map(|link| (link.line, link.target)).collect();
    assert_eq!(found, [(1, "d.md".to_owned()), (5, "h.md".to_owned()), (6, "j.svg".to_owned())]);
}

#[test]
fn anchors_of_equal_headings_are_numbered() {
    assert_eq!(anchors("# A `b`, c\n## D\n## D\n```sh\n# no\n```\n"), ["a-b-c", "d", "d-1"]);
}

#[test]
fn blocks_have_a_language_and_a_line() {
    let found = blocks("text\n```rust\nlet x = 1;\n\n```\n");
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].language.as_str(), found[0].line, found[0].text.as_str()), ("rust", 2, "let x = 1;\n\n"));
}
