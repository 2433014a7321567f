//! Documentation: from what models hold, Markdown with HTML in it, to lines that rustdoc takes.

use crate::ir::Docs;
use crate::model::Traits;

/// Lines are wrapped here, without indent and `/// `.
const WIDTH: usize = 96;

/// The documentation of a shape or member; `fallback` where the model has none.
pub(super) fn docs(traits: &Traits, fallback: &str) -> Docs {
    let text = traits.get("smithy.api#documentation").and_then(|node| node.as_str()).unwrap_or_default();
    let mut lines = wrap(&markdown(text));
    if lines.is_empty() {
        lines = wrap(fallback);
    }
    Docs { lines, deprecated: traits.contains_key("smithy.api#deprecated") }
}

/// Adds a paragraph.
pub(super) fn add(docs: &mut Docs, paragraph: &str) {
    docs.lines.push(String::new());
    docs.lines.extend(wrap(paragraph));
}

/// HTML tags become Markdown or vanish; what rustdoc would take for a link or a tag is escaped.
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut code = false;
    while let Some(first) = rest.chars().next() {
        let (piece, after) = match first {
            '<' => match tag(rest) {
                Some((name, after)) => (replacement(&name, &mut code), after),
                None => ("\\<", &rest[1..]),
            },
            '&' => match entity(rest) {
                Some((text, after)) => (if code { text } else { escaped(text) }, after),
                None => ("&", &rest[1..]),
            },
            '`' => {
                code = !code;
                ("`", &rest[1..])
            }
            '[' if !code => ("\\[", &rest[1..]),
            ']' if !code => ("\\]", &rest[1..]),
            '>' if !code => ("\\>", &rest[1..]),
            '\\' if !code => ("\\\\", &rest[1..]),
            _ => match url(rest) {
                Some((url, after)) if !code => {
                    out.push('<');
                    out.push_str(url);
                    (">", after)
                }
                _ => rest.split_at(first.len_utf8()),
            },
        };
        out.push_str(piece);
        rest = after;
    }
    if code {
        out.push('`');
    }
    out
}

/// A tag at the start: its name, with the slash of a closing one, and what follows.
fn tag(text: &str) -> Option<(String, &str)> {
    let end = text.find('>')?;
    let inside = text.get(1..end)?;
    let name: String = inside.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/' || *c == '!').collect();
    let known = name.trim_matches('/').chars().next().is_some_and(|c| c.is_ascii_alphabetic() || c == '!');
    known.then(|| (name.to_ascii_lowercase(), &text[end + 1..]))
}

fn replacement(tag: &str, code: &mut bool) -> &'static str {
    match tag {
        "p" | "/p" | "ul" | "/ul" | "ol" | "/ol" | "dl" | "/dl" | "note" | "/note" | "important" | "/important"
        | "h1" | "h2" | "h3" | "h4" | "/h1" | "/h2" | "/h3" | "/h4" | "div" | "/div" | "pre" | "/pre" => "\n\n",
        "br" | "br/" => "\n",
        "li" | "dt" => "\n- ",
        "code" if !*code => {
            *code = true;
            "`"
        }
        "/code" if *code => {
            *code = false;
            "`"
        }
        _ => "",
    }
}

fn entity(text: &str) -> Option<(&'static str, &str)> {
    [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&nbsp;", " "), ("&#39;", "'")]
        .into_iter()
        .find_map(|(entity, character)| Some((character, text.strip_prefix(entity)?)))
}

fn escaped(character: &'static str) -> &'static str {
    match character {
        "<" => "\\<",
        ">" => "\\>",
        other => other,
    }
}

fn url(text: &str) -> Option<(&str, &str)> {
    if !text.starts_with("http://") && !text.starts_with("https://") {
        return None;
    }
    let end = text.find(|c: char| c.is_whitespace() || "<>()[]\"'`".contains(c)).unwrap_or(text.len());
    let end = text[..end].trim_end_matches(['.', ',', ';', ':']).len();
    Some(text.split_at(end))
}

/// Paragraphs and list items, each on lines of bounded width. No empty line at either end, no two in a row.
fn wrap(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut in_list = false;
    for block in blocks(text) {
        let item = block.starts_with("- ");
        let follows = item && in_list;
        if !(lines.is_empty() || follows) {
            lines.push(String::new());
        }
        in_list = item;
        let mut line = String::new();
        for word in block.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > WIDTH {
                lines.push(std::mem::replace(&mut line, if item { "  ".to_owned() } else { String::new() }));
            } else if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

/// Paragraphs and list items; lines that follow each other belong together.
fn blocks(text: &str) -> Vec<String> {
    let mut blocks: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.split(['\n', '\r']).map(str::trim) {
        if line.is_empty() || line == "-" {
            open = false;
        } else if open && !line.starts_with("- ") {
            if let Some(block) = blocks.last_mut() {
                block.push(' ');
                block.push_str(line);
            }
        } else {
            blocks.push(line.to_owned());
            open = true;
        }
    }
    blocks
}

#[cfg(test)]
mod tests {
    use super::{markdown, wrap};

    fn lines(text: &str) -> Vec<String> {
        wrap(&markdown(text))
    }

    #[test]
    fn html_becomes_markdown() {
        let html = "<p>Reads <code>a[0]</code> &amp; more.</p><ul><li>one</li><li>two</li></ul><p>End</p>";
        assert_eq!(lines(html), ["Reads `a[0]` & more.", "", "- one", "- two", "", "End"]);
    }

    #[test]
    fn what_rustdoc_would_misread_is_escaped() {
        assert_eq!(lines("a [b] <c d> x < y https://example.com/a."), [r"a \[b\] x \< y <https://example.com/a>."]);
    }

    #[test]
    fn long_lines_are_wrapped() {
        assert!(lines(&"word ".repeat(100)).iter().all(|line| line.len() <= super::WIDTH));
    }
}
