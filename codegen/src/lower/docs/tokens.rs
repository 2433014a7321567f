//! Tokens of documentation: what has a meaning in HTML or Markdown, and the text in between. Must not know what
//! becomes of them.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use crate::text::floor_boundary;

/// Maximum length of a link or tag.
const MAX_TAG: usize = 2000;

/// Minimum length of a fence, which encloses a block of code.
pub(super) const FENCE: usize = 3;

/// Where a token is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Context {
    Prose,
    /// The text of a link, which contains no further one.
    Link,
    /// Code within a line, in which only tags of markup have a meaning.
    Code,
}

pub(super) enum Token<'t> {
    /// Text without a meaning in Markdown or HTML.
    Text(&'t str),
    /// A character that may have a meaning in Markdown.
    Special(char),
    /// Backticks in a row.
    Ticks(usize),
    /// Three tildes or more.
    Tildes(usize),
    /// A character after a backslash, which has no meaning.
    Escaped(char),
    Tag(Tag<'t>),
    /// The text of an entity of HTML.
    Entity(&'static str),
    /// A Markdown link to the web.
    Link(&'t str),
    /// The text and URL of a Markdown link whose URL is elsewhere.
    Reference(&'t str, &'t str),
    /// A URL of the web.
    Url(&'t str),
}

pub(super) struct Tag<'t> {
    /// In lowercase, with the slash of a closing tag.
    pub(super) name: Cow<'t, str>,
    pub(super) source: &'t str,
}

/// The tokens of a text.
#[derive(Default)]
pub(super) struct Tokens<'t> {
    text: &'t str,
    rest: &'t str,
    /// Names of closing tags anywhere in the text, once known.
    closed: Option<HashSet<String>>,
    /// URLs that Markdown links refer to, by their labels in lowercase, once known.
    urls: Option<HashMap<String, &'t str>>,
}

impl<'t> Tokens<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, rest: text, closed: None, urls: None }
    }

    /// The text after the last token.
    pub(super) fn rest(&self) -> &'t str {
        self.rest
    }

    /// The next token.
    pub(super) fn next(&mut self, context: Context) -> Option<Token<'t>> {
        let is_prose = context == Context::Prose;
        let first = self.rest.chars().next()?;
        let plain = plain_length(self.rest.as_bytes());
        if plain > 0 {
            return Some(Token::Text(self.take(plain)));
        }
        if let Some(length) = link(self.rest).filter(|_| is_prose) {
            return Some(Token::Link(self.take(length)));
        }
        match first {
            // Consumed as a whole, so that long runs take linear time.
            '`' => return Some(Token::Ticks(self.take_run('`'))),
            '~' => return Some(Token::Tildes(self.take_run('~'))),
            '\\' if context != Context::Code => {
                if let Some(escaped) = self.rest.chars().nth(1).filter(char::is_ascii_punctuation) {
                    self.take(2);
                    return Some(Token::Escaped(escaped));
                }
            }
            '[' if is_prose => {
                if let Some(token) = self.reference() {
                    return Some(token);
                }
            }
            '<' => {
                if let Some(length) = self.rest.get(1..).and_then(url).filter(|_| is_prose)
                    && self.rest[1 + length..].starts_with('>')
                {
                    return Some(Token::Url(&self.take(length + 2)[1..=length]));
                }
                if let Some((name, length)) = self.tag(context) {
                    return Some(Token::Tag(Tag { name, source: self.take(length) }));
                }
            }
            '&' => {
                let known = ENTITIES.into_iter().find(|(entity, _)| self.rest.starts_with(entity));
                if let Some((entity, text)) = known {
                    self.take(entity.len());
                    return Some(Token::Entity(text));
                }
            }
            'h' => {
                return Some(match url(self.rest).filter(|_| is_prose) {
                    Some(length) => Token::Url(self.take(length)),
                    None => Token::Text(self.take(1)),
                });
            }
            _ => {}
        }
        self.take(first.len_utf8());
        Some(Token::Special(first))
    }

    fn take(&mut self, length: usize) -> &'t str {
        let (taken, rest) = self.rest.split_at(length);
        self.rest = rest;
        taken
    }

    /// Takes this character as often as it is there, and returns how often.
    fn take_run(&mut self, character: char) -> usize {
        let length = self.rest.len() - self.rest.trim_start_matches(character).len();
        self.take(length).len()
    }

    /// The definition of a URL, which is skipped, or a link that refers to one: `[text][label]`, `[text][]` or
    /// `[text]`.
    fn reference(&mut self) -> Option<Token<'t>> {
        let is_line = self.text[..self.text.len() - self.rest.len()].trim_end_matches(' ').ends_with('\n')
            || self.rest.len() == self.text.len();
        if is_line {
            let line = self.rest.lines().next().unwrap_or_default();
            if definition(line).is_some() {
                self.take(line.len());
                return Some(Token::Text(""));
            }
        }
        let (text, after) = label(self.rest)?;
        let (name, length) = match label(after) {
            Some(("", _)) => (text, text.len() + "[][]".len()),
            Some((name, _)) => (name, text.len() + name.len() + "[][]".len()),
            None => (text, text.len() + "[]".len()),
        };
        let url = *self.urls().get(&name.to_lowercase())?;
        self.take(length);
        Some(Token::Reference(text, url))
    }

    fn urls(&mut self) -> &HashMap<String, &'t str> {
        let text = self.text;
        self.urls.get_or_insert_with(|| {
            let has_definitions = text.contains("]:");
            let lines = text.lines().filter(|_| has_definitions);
            lines.filter_map(definition).map(|(name, url)| (name.to_lowercase(), url)).collect()
        })
    }

    /// The code up to as many backticks as there were, if they are in the same paragraph.
    pub(super) fn code(&mut self, ticks: usize) -> Option<&'t str> {
        let near = &self.rest[..floor_boundary(self.rest, MAX_TAG)];
        let mut at = 0;
        loop {
            at += near.get(at..)?.find('`')?;
            let run = near[at..].len() - near[at..].trim_start_matches('`').len();
            if run == ticks {
                break;
            }
            at += run;
        }
        let inside = &near[..at];
        let is_across = ["\n\n", "\n\r\n", "<p>", "</p>", "<li>", "</li>"].iter().any(|end| inside.contains(end));
        if is_across || inside.trim().is_empty() {
            return None;
        }
        self.take(at + ticks);
        Some(inside)
    }

    /// The name and length of the tag at the start of the text. `<name>` without `</name>` is text, which stands for a
    /// value.
    fn tag(&mut self, context: Context) -> Option<(Cow<'t, str>, usize)> {
        let near = &self.rest[..floor_boundary(self.rest, MAX_TAG)];
        let end = near.find('>')?;
        if near.starts_with("<!") {
            let comment = near.strip_prefix("<!--").and_then(|comment| comment.find("-->"));
            return Some(("!".into(), comment.map_or(end + 1, |end| "<!---->".len() + end)));
        }
        let inside = near.get(1..end)?.split(char::is_whitespace).next()?;
        // The slash of a closing tag is part of its name, the one of an empty element is not.
        let inside = if inside.starts_with('/') { inside } else { inside.trim_end_matches('/') };
        let is_mixed = inside.contains(|c: char| c.is_ascii_uppercase());
        let name: Cow<'t, str> = if is_mixed { inside.to_ascii_lowercase().into() } else { inside.into() };
        let plain = name.strip_prefix('/').unwrap_or(&name);
        plain.chars().next().filter(char::is_ascii_alphabetic)?;
        let is_markup = is_element(plain) || context != Context::Code && self.closed().contains(plain);
        is_markup.then_some((name, end + 1))
    }

    fn closed(&mut self) -> &HashSet<String> {
        self.closed.get_or_insert_with(|| {
            let name = |part: &str| part.split('>').next().unwrap_or_default().trim().to_ascii_lowercase();
            self.text.split("</").skip(1).map(name).collect()
        })
    }

    /// The lines of a block of code after its fence, and what follows the fence on its first line, if it is closed.
    pub(super) fn fenced(&mut self, mark: char, length: usize) -> Option<(&'t str, &'t str)> {
        let (language, body) = self.rest.split_once('\n')?;
        let (body, after) = body.split_once(&mark.to_string().repeat(length))?;
        self.rest = after.trim_start_matches(mark);
        Some((language.trim(), body))
    }

    /// The text up to a closing tag, which is skipped, or to the end.
    pub(super) fn until_closed(&mut self, name: &str) -> &'t str {
        let is_closing = |at: usize| {
            let start = self.rest.get(at + 2..at + 2 + name.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(name))
        };
        let end = self.rest.match_indices("</").map(|(at, _)| at).find(|at| is_closing(*at));
        let inside = self.take(end.unwrap_or(self.rest.len()));
        self.take(self.rest.find('>').map_or(self.rest.len(), |at| at + 1));
        inside
    }

    /// Skips white space before punctuation that ends a sentence. In many models, a space, with or without the end of
    /// italics, separates links from it.
    pub(super) fn skip_space_before_punctuation(&mut self) {
        let trimmed = self.rest.trim_start();
        let trimmed = trimmed.strip_prefix("</i>").unwrap_or(trimmed);
        let mut start = trimmed.chars();
        let is_end =
            matches!(start.next(), Some('.' | ',')) && start.next().is_none_or(|c| c.is_whitespace() || c == '<');
        if is_end {
            self.rest = trimmed;
        }
    }
}

/// Length of the text before something that has a meaning in Markdown or HTML, or a URL. Most text has none, and is
/// copied as it is.
fn plain_length(text: &[u8]) -> usize {
    let is_marked = |(at, byte): (usize, &u8)| match byte {
        b'<' | b'>' | b'&' | b'`' | b'[' | b']' | b'\\' => true,
        b'h' => text.get(at..).is_some_and(|rest| rest.starts_with(b"http")),
        b'~' => text.get(at..).is_some_and(|rest| rest.starts_with(b"~~~")),
        _ => false,
    };
    text.iter().enumerate().position(is_marked).unwrap_or(text.len())
}

/// Whether a tag is markup with or without an end.
fn is_element(name: &str) -> bool {
    ELEMENTS.binary_search(&name).is_ok()
}

const ELEMENTS: &[&str] = &[
    "a",
    "b",
    "blockquote",
    "br",
    "caption",
    "center",
    "code",
    "col",
    "colgroup",
    "dd",
    "div",
    "dl",
    "dt",
    "em",
    "fullname",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "img",
    "important",
    "kbd",
    "li",
    "note",
    "ol",
    "p",
    "pre",
    "replaceable",
    "samp",
    "span",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr",
];

const ENTITIES: [(&str, &str); 6] =
    [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&nbsp;", " "), ("&#39;", "'")];

/// The length of a Markdown link to the web, if one starts here.
fn link(text: &str) -> Option<usize> {
    let label = text[..floor_boundary(text, MAX_TAG)].strip_prefix('[')?;
    let close = label.find(']')?;
    let target = label[close..].strip_prefix("](")?;
    let is_label = !label[..close].contains(['[', ']', '\n', '<', '`']);
    let end = target.find(')')?;
    let is_url = target.starts_with("http://") || target.starts_with("https://");
    let plain = !target[..end].contains(|c: char| c.is_whitespace() || "<>\"'`(".contains(c));
    (is_label && is_url && plain).then_some(1 + close + 2 + end + 1)
}

/// The text between brackets at the start of a text, and what follows them.
fn label(text: &str) -> Option<(&str, &str)> {
    let near = text[..floor_boundary(text, MAX_TAG)].strip_prefix('[')?;
    let inside = &near[..near.find(']')?];
    (!inside.contains(['[', '\n', '<', '`', '\\'])).then_some((inside, &text[inside.len() + "[]".len()..]))
}

/// The label and the URL of a line like `[label]: https://example.com`, which may have a title.
fn definition(line: &str) -> Option<(&str, &str)> {
    let (name, after) = label(line.trim_start_matches(' '))?;
    let target = after.strip_prefix(':')?.trim_start();
    let target = target.strip_prefix('<').unwrap_or(target);
    let length = url(target)?;
    let title = target[length..].trim_start_matches('>').trim();
    let is_title = title.is_empty() || title.len() > 1 && title.starts_with(['"', '\'', '(']);
    (is_title && !name.is_empty()).then_some((name, &target[..length]))
}

/// The length of a URL at the start of a text.
fn url(text: &str) -> Option<usize> {
    if !text.starts_with("http://") && !text.starts_with("https://") {
        return None;
    }
    let end = text.find(|c: char| c.is_whitespace() || "<>()[]\"'`".contains(c)).unwrap_or(text.len());
    Some(text[..end].trim_end_matches(['.', ',', ';', ':']).len())
}
