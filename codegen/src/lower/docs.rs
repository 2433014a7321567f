//! Documentation: converts the Markdown and HTML of models to lines for rustdoc. Text becomes tokens, a writer makes
//! blocks of them, and blocks are wrapped. Models are not trusted: nothing in them may begin a block of Rust code,
//! which rustdoc would compile and run.

mod blocks;
mod table;
#[cfg(test)]
mod tests;
mod tokens;
mod wrap;
mod writer;

use std::borrow::Cow;
use std::sync::Arc;

use crate::ir::{Deprecation, Docs};
use crate::model::Traits;
use crate::traits::{Deprecated, Documentation, ExternalDocumentation, Recommended, Since, Unstable};

/// The documentation of a shape or member, `fallback` if the model has none, and what other traits say.
pub(super) fn docs(traits: &Traits, fallback: &str) -> Docs {
    let mut docs = text(documentation(traits), fallback);
    docs.deprecated = traits.get::<Deprecated>().map(deprecation);
    for paragraph in [recommendation(traits), history(traits), links(traits)].into_iter().flatten() {
        append(&mut docs, text(&paragraph, "").lines);
    }
    docs
}

/// `@recommended`
fn recommendation(traits: &Traits) -> Option<String> {
    let Recommended { reason } = traits.get()?;
    Some(reason.as_ref().map_or_else(|| "Recommended.".to_owned(), |reason| format!("Recommended: {}", plain(reason))))
}

/// `@since` and `@unstable`
fn history(traits: &Traits) -> Option<String> {
    let since = traits.get::<Since>().map(|since| format!("Added in {}.", escaped(since.as_str())));
    let unstable = traits.has::<Unstable>().then(|| "Unstable: may change.".to_owned());
    let facts: Vec<String> = since.into_iter().chain(unstable).collect();
    (!facts.is_empty()).then(|| facts.join(" "))
}

/// `@externalDocumentation`
fn links(traits: &Traits) -> Option<String> {
    let ExternalDocumentation(pages) = traits.get()?;
    let link = |(name, url): (_, &Arc<str>)| format!("<a href=\"{}\">{}</a>", escaped(url), escaped(name));
    let links: Vec<String> = pages.iter().map(|(name, url)| link((&**name, url))).collect();
    (!links.is_empty()).then(|| format!("See also {}.", links.join(", ")))
}

/// A plain text on one line of HTML. What is between backticks is code.
fn plain(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts: Vec<&str> = line.split('`').collect();
    let is_code = |at: usize| parts.len() % 2 == 1 && at % 2 == 1;
    let parts = parts.iter().enumerate().map(|(at, part)| if is_code(at) { (*part).to_owned() } else { escaped(part) });
    parts.collect::<Vec<_>>().join("`")
}

/// Text in HTML.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

fn documentation(traits: &Traits) -> &str {
    traits.get::<Documentation>().map(Documentation::as_str).unwrap_or_default()
}

/// The first paragraph of a shape's documentation on one line; empty if it begins with another block.
pub(super) fn first_paragraph(traits: &Traits) -> String {
    paragraph(documentation(traits))
}

/// The first paragraph of a text on one line; empty if it begins with another block.
pub(super) fn paragraph(text: &str) -> String {
    let first = writer::convert(&without_controls(text)).into_iter().next();
    let is_words = |block: &blocks::Block| block.lead.is_empty() && matches!(block.content, blocks::Content::Words(_));
    first.filter(is_words).map(|block| wrap::lines(vec![block]).join(" ")).unwrap_or_default()
}

/// Version and reason on one line, as attributes require.
fn deprecation(deprecated: &Deprecated) -> Deprecation {
    let line = |text: &Option<Arc<str>>| {
        let words: Vec<&str> = text.as_deref().unwrap_or_default().split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    };
    Deprecation { since: line(&deprecated.since), note: line(&deprecated.message).and_then(reason) }
}

/// The reason of a deprecation, on one line. Compilers print it as it is, and rustdoc as Markdown: it is converted if
/// it may have links or tags.
fn reason(line: String) -> Option<String> {
    let line = if line.contains(['[', '<', '&']) { text(&line, "").lines.join(" ") } else { line };
    (!line.is_empty()).then_some(line)
}

/// Converts a text; `fallback`, which is Markdown, if it is empty.
pub(super) fn text(text: &str, fallback: &str) -> Docs {
    let lines = wrap::lines(writer::convert(&without_controls(text)));
    let lines = if lines.is_empty() { wrap::lines(blocks::parse(&without_controls(fallback))) } else { lines };
    Docs { lines, deprecated: None }
}

/// A text in which control characters are spaces, which they become in lines. Here, spaces could make text code.
fn without_controls(text: &str) -> Cow<'_, str> {
    if text.bytes().all(|byte| matches!(byte, b'\n' | b'\r' | b'\t' | b' '..=b'~')) {
        return text.into();
    }
    text.replace(|c: char| c.is_control() && !matches!(c, '\n' | '\r' | '\t'), " ").into()
}

/// Adds a paragraph of Markdown.
pub(super) fn add(docs: &mut Docs, paragraph: &str) {
    append(docs, wrap::lines(blocks::parse(&without_controls(paragraph))));
}

fn append(docs: &mut Docs, lines: Vec<String>) {
    if !docs.lines.is_empty() && !lines.is_empty() {
        docs.lines.push(String::new());
    }
    docs.lines.extend(lines);
}
