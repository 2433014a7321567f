//! Documentation: converts the Markdown and HTML of models to lines for rustdoc.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::Arc;

use crate::ir::{Deprecation, Docs};
use crate::model::Traits;
use crate::text::floor_boundary;
use crate::traits::{Deprecated, Documentation};

/// Maximum length of a line, without indentation and `/// `.
const WIDTH: usize = 96;

/// The documentation of a shape or member; `fallback` if the model has none.
pub(super) fn docs(traits: &Traits, fallback: &str) -> Docs {
    let documentation = traits.get::<Documentation>().map(Documentation::as_str).unwrap_or_default();
    Docs { deprecated: traits.get::<Deprecated>().map(deprecation), ..text(documentation, fallback) }
}

/// Version and reason on one line, as attributes require.
fn deprecation(deprecated: &Deprecated) -> Deprecation {
    let line = |text: &Option<Arc<str>>| {
        let words: Vec<&str> = text.as_deref().unwrap_or_default().split_whitespace().collect();
        (!words.is_empty()).then(|| words.join(" "))
    };
    Deprecation { since: line(&deprecated.since), note: line(&deprecated.message) }
}

/// Converts a text; `fallback` if it is empty.
pub(super) fn text(text: &str, fallback: &str) -> Docs {
    let lines = wrap(&markdown(text));
    Docs { lines: if lines.is_empty() { wrap(fallback) } else { lines }, deprecated: None }
}

/// Adds a paragraph.
pub(super) fn add(docs: &mut Docs, paragraph: &str) {
    if !docs.lines.is_empty() {
        docs.lines.push(String::new());
    }
    docs.lines.extend(wrap(paragraph));
}

/// Converts HTML tags to Markdown or removes them, and escapes text that rustdoc would read as a link or tag.
fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let text = if text.contains(MARK) { Cow::Owned(text.replace(MARK, "")) } else { Cow::Borrowed(text) };
    let mut rest = &*text;
    let mut code = Code::None;
    let mut anchor = None;
    while let Some(first) = rest.chars().next() {
        // Most text is copied as it is.
        let plain = (0..rest.len()).find(|at| !is_plain(&rest.as_bytes()[*at..])).unwrap_or(rest.len());
        if plain > 0 && !(first == ' ' && out.ends_with(BULLET)) {
            out.push_str(&rest[..plain]);
            rest = &rest[plain..];
            continue;
        }
        let ticks = rest.len() - rest.trim_start_matches('`').len();
        if ticks >= FENCE.len() {
            if let Some((fenced, after)) = fence(rest, ticks, &out) {
                out.push_str(&fenced);
                rest = after;
            } else {
                // Consumed as a whole, so that long runs take linear time.
                out.extend(std::iter::repeat_n("\\`", ticks));
                rest = &rest[ticks..];
            }
            continue;
        }
        if code == Code::None
            && anchor.is_none()
            && let Some((link, after)) = link(rest)
        {
            out.push_str(link);
            rest = after;
            continue;
        }
        let (piece, after) = match first {
            '<' => match tag(rest) {
                Some((name, after)) if name == "a" && code == Code::None => {
                    close_anchor(&mut out, &mut anchor);
                    anchor = href(rest).map(|url| (url.to_owned(), out.len()));
                    (if anchor.is_some() { "[" } else { "" }, after)
                }
                // The first paragraph of a list item is on the line of its bullet.
                Some((name, after)) if name == "p" && out.ends_with(BULLET) => ("", after),
                Some((name, after)) if name == "code" || name == "/code" => {
                    code = if name == "code" { open_code(code, &mut out) } else { close_code(code, &mut out, after) };
                    ("", after)
                }
                Some((name, after)) => {
                    let piece = replacement(&name);
                    if code == Code::None && (name == "/a" || piece.starts_with('\n')) {
                        close_anchor(&mut out, &mut anchor);
                    }
                    (piece, if name == "/a" { without_space_before_punctuation(after) } else { after })
                }
                None => (if code == Code::None { "\\<" } else { "<" }, &rest[1..]),
            },
            '&' => match entity(rest) {
                Some((text, after)) => (if code == Code::None { escaped(text) } else { text }, after),
                None => ("&", &rest[1..]),
            },
            '`' => {
                code = match code {
                    Code::None => Code::Markdown,
                    Code::Markdown => Code::None,
                    Code::Html { .. } => code,
                };
                ("`", &rest[1..])
            }
            '[' if code == Code::None => ("\\[", &rest[1..]),
            ']' if code == Code::None => ("\\]", &rest[1..]),
            '>' if code == Code::None => ("\\>", &rest[1..]),
            '\\' if code == Code::None => ("\\\\", &rest[1..]),
            _ if first.is_whitespace() && out.ends_with(BULLET) => ("", &rest[first.len_utf8()..]),
            _ => match url(rest) {
                Some((url, after)) if code == Code::None && anchor.is_none() => {
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
    match code {
        Code::None => {}
        Code::Markdown => out.push('`'),
        Code::Html { .. } => _ = close_code(code, &mut out, ""),
    }
    close_anchor(&mut out, &mut anchor);
    out
}

/// Whether the first character has no meaning in Markdown or HTML, nor starts a URL.
fn is_plain(text: &[u8]) -> bool {
    match text.first() {
        Some(b'<' | b'>' | b'&' | b'`' | b'[' | b']' | b'\\') => false,
        Some(b'h') => !text.starts_with(b"http"),
        first => matches!(first, Some(b' '..=b'~')),
    }
}

/// Code within a line.
#[derive(Clone, Copy, PartialEq)]
enum Code {
    None,
    /// Between backticks of the documentation.
    Markdown,
    /// Between `<code>` and `</code>`, which may contain backticks.
    Html {
        /// Start of the opening backtick.
        start: usize,
    },
}

fn open_code(code: Code, out: &mut String) -> Code {
    if code != Code::None {
        return code;
    }
    let start = out.len();
    out.push('`');
    Code::Html { start }
}

/// Closes open code of HTML. `rest` is the text after it.
fn close_code(code: Code, out: &mut String, rest: &str) -> Code {
    let Code::Html { start } = code else { return code };
    let spaced = out.split_off(start.min(out.len()));
    let spaced = spaced.strip_prefix('`').unwrap_or(&spaced);
    // A new line is white space, and would let the next words begin a list.
    let content = spaced.trim().replace(['\n', '\r'], " ");
    // Spaces at the ends separate the code from the text around it. Writing to a String cannot fail.
    let before = if spaced.starts_with(char::is_whitespace) { " " } else { "" };
    let is_word = rest.starts_with(char::is_alphanumeric);
    let after = if spaced.ends_with(char::is_whitespace) && is_word { " " } else { "" };
    let _ = if content.is_empty() {
        write!(out, "{before}")
    } else if content.contains("``") {
        write!(out, "{before}`{}`{after}", content.replace('`', "'"))
    } else if content.contains('`') {
        // A delimiter that is longer than the backticks inside, and spaces, which are not part of the code.
        write!(out, "{before}`` {content} ``{after}")
    } else {
        write!(out, "{before}`{content}`{after}")
    };
    Code::None
}

/// Closes the open link, if any: its target and start.
fn close_anchor(out: &mut String, anchor: &mut Option<(String, usize)>) {
    let Some((url, start)) = anchor.take() else { return };
    // Writing to a String cannot fail.
    if out.get(start + 1..).is_none_or(|text| text.trim().is_empty()) {
        out.truncate(start);
        let _ = write!(out, "<{url}>");
    } else {
        let _ = write!(out, "]({url})");
    }
}

/// The text after a link. In many models, a space, with or without the end of italics, separates links from the end of
/// their sentence.
fn without_space_before_punctuation(text: &str) -> &str {
    let trimmed = text.trim_start();
    let trimmed = trimmed.strip_prefix("</i>").unwrap_or(trimmed);
    let mut start = trimmed.chars();
    let is_end = matches!(start.next(), Some('.' | ',')) && start.next().is_none_or(|c| c.is_whitespace() || c == '<');
    if is_end { trimmed } else { text }
}

/// The URL of an opening tag.
fn href(text: &str) -> Option<&str> {
    let inside = text.split_once('>')?.0;
    let value = inside.split_once("href")?.1.trim_start().strip_prefix('=')?.trim_start();
    let url = value.split(['"', '\'']).find(|part| !part.is_empty())?;
    let is_web = url.starts_with("http://") || url.starts_with("https://");
    (is_web && !url.contains(|c: char| c.is_whitespace() || "<>()[]`\\".contains(c))).then_some(url)
}

/// A fenced code block, if one starts here. Unknown languages become `text`, because rustdoc compiles and runs Rust
/// blocks, and models are not trusted.
fn fence<'t>(text: &'t str, ticks: usize, before: &str) -> Option<(String, &'t str)> {
    let line = before.trim_end_matches([' ', '\t']);
    if !(line.is_empty() || line.ends_with('\n')) {
        return None;
    }
    let (mark, inside) = text.split_at(ticks);
    let (language, body) = inside.split_once('\n')?;
    let (body, after) = body.split_once(mark)?;
    let language = SHOWN.iter().find(|known| **known == language.trim()).unwrap_or(&"text");
    // Runs of backticks inside must be shorter than the fence.
    let body = body.replace(FENCE, "` ` `");
    Some((format!("\n\n{MARK}{language}\n{}\n{MARK}\n\n", body.trim_end()), after.trim_start_matches('`')))
}

/// Languages of code blocks that are kept.
const SHOWN: [&str; 10] = ["json", "xml", "yaml", "toml", "sh", "bash", "python", "java", "javascript", "smithy"];

/// A line of prose in which nothing starts a code block.
fn defused(line: &str) -> Cow<'_, str> {
    if !line.contains(['`', '~']) {
        return Cow::Borrowed(line);
    }
    Cow::Owned(line.replace(FENCE, r"\`\`\`").replace("~~~", r"\~\~\~"))
}

/// Maximum length of a link or tag.
const MAX_TAG: usize = 2000;

fn near(text: &str) -> &str {
    &text[..floor_boundary(text, MAX_TAG)]
}

/// A Markdown link to the web, if one starts here.
fn link(text: &str) -> Option<(&str, &str)> {
    let label = near(text).strip_prefix('[')?;
    let close = label.find("](")?;
    let target = &label[close + 2..];
    let is_label = !label[..close].contains(['[', ']', '\n', '<', '`']);
    let end = target.find(')')?;
    let is_url = target.starts_with("http://") || target.starts_with("https://");
    let plain = !target[..end].contains(|c: char| c.is_whitespace() || "<>\"'`(".contains(c));
    (is_label && is_url && plain).then(|| text.split_at(1 + close + 2 + end + 1))
}

/// Fence of a code block.
const FENCE: &str = "```";

/// Placeholder of the fence: a character that documentation does not contain, so that only `fence` creates code blocks.
const MARK: char = '\u{e000}';

/// The tag at the start of a text: its name, with the slash of a closing tag, and the rest.
fn tag(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let end = near(text).find('>')?;
    let name = text.get(1..end)?.split(|c: char| !(c.is_ascii_alphanumeric() || c == '/' || c == '!')).next()?;
    let known = name.trim_matches('/').chars().next().is_some_and(|c| c.is_ascii_alphabetic() || c == '!');
    let is_lowercase = !name.contains(|c: char| c.is_ascii_uppercase());
    let name = || if is_lowercase { name.into() } else { name.to_ascii_lowercase().into() };
    known.then(|| (name(), &text[end + 1..]))
}

/// Start of a list item.
const BULLET: &str = "\n- ";

fn replacement(tag: &str) -> &'static str {
    match tag {
        "p" | "/p" | "ul" | "/ul" | "ol" | "/ol" | "dl" | "/dl" | "note" | "/note" | "important" | "/important"
        | "h1" | "h2" | "h3" | "h4" | "/h1" | "/h2" | "/h3" | "/h4" | "div" | "/div" | "pre" | "/pre" => "\n\n",
        "br" | "br/" => "\n",
        "li" | "dt" => BULLET,
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

/// Part of a text.
enum Block {
    /// Prose, which is wrapped.
    Paragraph(String),
    /// A list item. Further lines are indented.
    Item(String),
    /// Lines that are not wrapped: code, headings, table rows.
    Verbatim(Vec<String>),
}

/// Wraps blocks, without empty lines at either end or two in a row.
fn wrap(text: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut in_list = false;
    for block in blocks(text) {
        let is_item = matches!(block, Block::Item(_));
        let follows = is_item && in_list;
        if !(lines.is_empty() || follows) {
            lines.push(String::new());
        }
        in_list = is_item;
        match block {
            Block::Paragraph(words) => lines.extend(filled(&without_number(&defused(&words)), "")),
            Block::Item(words) => {
                let indent = " ".repeat(marker(&words).unwrap_or(2));
                lines.extend(filled(&defused(&words), &indent));
            }
            Block::Verbatim(verbatim) => lines.extend(verbatim),
        }
    }
    lines
}

/// A paragraph whose first word does not number a list. Lists with numbers of one to three digits are items.
fn without_number(words: &str) -> Cow<'_, str> {
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = words.split_at(digits);
    let is_list = digits > 0 && (rest.starts_with(". ") || rest.starts_with(") "));
    if is_list { Cow::Owned(format!("{number}\\{rest}")) } else { Cow::Borrowed(words) }
}

/// Whether a word at the start of a line of prose would begin a list, a heading or a line across the page.
fn opens_block(word: &str) -> bool {
    let number = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = number.len() < word.len() && (number == "." || number == ")");
    let is_run = |mark: char| word.chars().all(|c| c == mark);
    is_number || word == "+" || (!word.is_empty() && ['-', '*', '_', '=', '#'].into_iter().any(is_run))
}

/// Wraps words. Lines after the first begin with the indentation. A word that would begin a block of Markdown stays on
/// the line of the word before it.
fn filled(words: &str, indent: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::with_capacity(words.len().min(WIDTH));
    let mut width = 0;
    for word in words.split_whitespace() {
        let added = word.chars().count();
        let is_full = width + 1 + added > WIDTH;
        // The first word of a list item stays on the line of its bullet.
        let is_bullet = || lines.is_empty() && !indent.is_empty() && !line.contains(' ');
        if is_full && !line.is_empty() && !is_bullet() && !opens_block(word) {
            let mut next = String::with_capacity(WIDTH);
            next.push_str(indent);
            width = indent.len();
            lines.push(std::mem::replace(&mut line, next));
        } else if !line.is_empty() {
            line.push(' ');
            width += 1;
        }
        line.push_str(word);
        width += added;
    }
    lines.push(line);
    lines
}

/// Length of the bullet or number of a list item.
fn marker(line: &str) -> Option<usize> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match line.get(digits..)? {
        rest if digits > 0 && digits < 4 => (rest.starts_with(". ") || rest.starts_with(") ")).then_some(digits + 2),
        rest => ["- ", "* ", "+ "].into_iter().any(|bullet| rest.starts_with(bullet)).then_some(2),
    }
}

/// Splits a text into blocks. Adjacent lines form one block.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut open = false;
    let mut code = false;
    for raw in text.split(['\n', '\r']) {
        let line = raw.trim();
        if code {
            code = !line.starts_with(MARK);
            if let Some(Block::Verbatim(lines)) = blocks.last_mut() {
                lines.push(raw.trim_end().replace(MARK, FENCE));
            }
            open = false;
        } else if line.starts_with(MARK) {
            blocks.push(Block::Verbatim(vec![line.replace(MARK, FENCE)]));
            code = true;
        } else if line.is_empty() || line == "-" {
            open = false;
        } else if line.starts_with('|') && line.ends_with('|') {
            match blocks.last_mut() {
                Some(Block::Verbatim(rows)) if open => rows.push(defused(line).into_owned()),
                _ => blocks.push(Block::Verbatim(vec![defused(line).into_owned()])),
            }
            open = true;
        } else if line.starts_with("# ") || line.starts_with("## ") || line.starts_with("### ") {
            blocks.push(Block::Verbatim(vec![defused(line).into_owned()]));
            open = false;
        } else if marker(line).is_some() {
            blocks.push(Block::Item(line.to_owned()));
            open = true;
        } else {
            match blocks.last_mut() {
                Some(Block::Paragraph(words) | Block::Item(words)) if open => {
                    words.push(' ');
                    words.push_str(line);
                }
                _ => blocks.push(Block::Paragraph(line.to_owned())),
            }
            open = true;
        }
    }
    blocks
}

#[cfg(test)]
mod tests;
