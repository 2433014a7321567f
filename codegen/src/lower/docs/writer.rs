//! Converts Markdown and HTML to blocks. Tags of HTML become Markdown or are removed, and text that rustdoc would read
//! as a link or tag is escaped.

use std::fmt::Write as _;

use super::blocks::{self, Block, Content, MAX_DEPTH};
use super::table::Table;
use super::tokens::{Context, FENCE, Tag, Token, Tokens};

/// The blocks of a documentation.
pub(super) fn convert(text: &str) -> Vec<Block> {
    let mut writer = Writer { tokens: Tokens::new(text), ..Writer::default() };
    while let Some(token) = writer.tokens.next(writer.context()) {
        writer.token(token);
    }
    writer.end_table();
    writer.end_block();
    writer.blocks
}

#[derive(Default)]
struct Writer<'t> {
    tokens: Tokens<'t>,
    blocks: Vec<Block>,
    /// Markdown of the open block.
    text: String,
    /// Start of the open `<code>`.
    code: Option<usize>,
    /// Target and start of the open link.
    anchor: Option<(&'t str, usize)>,
    /// Open lists of HTML.
    lists: Vec<List>,
    /// Number of open lists beyond the maximum depth.
    deeper: usize,
    table: Option<Table>,
}

/// An open list of HTML.
#[derive(Default)]
struct List {
    /// The number of the next item, if items are numbered.
    number: Option<u32>,
    /// Whether an item was opened.
    has_items: bool,
    /// Length of the bullet or number of the open item.
    width: usize,
    /// Bullet or number of an item without content so far.
    pending: String,
    /// Whether it consists of an item outside of lists.
    is_implied: bool,
}

impl<'t> Writer<'t> {
    fn context(&self) -> Context {
        match (self.code, self.anchor) {
            (None, None) => Context::Prose,
            (None, Some(_)) => Context::Link,
            (Some(_), _) => Context::Code,
        }
    }

    fn token(&mut self, token: Token<'t>) {
        let is_code = self.code.is_some();
        match token {
            Token::Text(text) | Token::Link(text) => self.text.push_str(text),
            Token::Entity(text) if is_code => self.text.push_str(text),
            Token::Entity(text) => text.chars().for_each(|character| self.special(character)),
            // Writing to a String cannot fail.
            Token::Url(url) => _ = write!(self.text, "<{url}>"),
            Token::Reference(text, url) => _ = write!(self.text, "[{text}]({url})"),
            Token::Escaped(character) => self.text.extend(['\\', character]),
            Token::Special('>') if !is_code && self.is_line_start() => self.text.push('>'),
            Token::Special(character) if is_code => self.text.push(character),
            Token::Special(character) => self.special(character),
            Token::Ticks(ticks) => self.ticks(ticks),
            Token::Tildes(tildes) => self.tildes(tildes),
            Token::Tag(tag) => self.tag(&tag),
        }
    }

    /// A character of prose.
    fn special(&mut self, character: char) {
        if matches!(character, '<' | '>' | '[' | ']' | '\\') {
            self.text.push('\\');
        }
        self.text.push(character);
    }

    /// A block of code, code within a line, or backticks without a meaning.
    fn ticks(&mut self, ticks: usize) {
        if self.code.is_some() {
            self.text.extend(std::iter::repeat_n('`', ticks));
        } else if ticks < FENCE || !self.fence('`', ticks) {
            match self.tokens.code(ticks) {
                Some(code) => push_code(&mut self.text, code.trim()),
                None => self.text.extend(std::iter::repeat_n("\\`", ticks)),
            }
        }
    }

    /// A block of code, or tildes without a meaning.
    fn tildes(&mut self, tildes: usize) {
        if self.code.is_some() {
            self.text.extend(std::iter::repeat_n('~', tildes));
        } else if !self.fence('~', tildes) {
            self.text.extend(std::iter::repeat_n("\\~", tildes));
        }
    }

    /// Whether only white space and few marks of quotations are before the next token on its line.
    fn is_line_start(&self) -> bool {
        const LONGEST: usize = 32;
        let mut last = self.text.bytes().rev().take(LONGEST);
        let is_start = match last.find(|byte| !matches!(byte, b' ' | b'\t' | b'>')) {
            Some(byte) => byte == b'\n',
            None => self.text.len() <= LONGEST,
        };
        is_start && self.anchor.is_none() && !self.is_in_cell()
    }

    /// Adds a block of code, if one starts here. Unknown languages become `text`, because rustdoc compiles and runs
    /// Rust.
    fn fence(&mut self, mark: char, length: usize) -> bool {
        let is_start = self.is_line_start() && !self.text.ends_with('>');
        let Some((language, body)) = is_start.then(|| self.tokens.fenced(mark, length)).flatten() else { return false };
        let language = SHOWN.iter().find(|known| **known == language).unwrap_or(&"text");
        self.end_block();
        let lines = body.trim_end().lines().map(|line| line.trim_end().to_owned()).collect();
        self.block(Block::of(Content::Code(language, lines)));
        true
    }

    fn tag(&mut self, tag: &Tag<'t>) {
        match &*tag.name {
            "code" => self.open_code(),
            "/code" => self.close_code(),
            "a" if self.code.is_none() => self.open_anchor(tag.source),
            "/a" => {
                if self.code.is_none() {
                    self.close_anchor();
                }
                self.tokens.skip_space_before_punctuation();
            }
            "/i" | "/em" | "/b" | "/strong" if self.code.is_none() => self.tokens.skip_space_before_punctuation(),
            "br" => self.text.push('\n'),
            name if BLOCKS.contains(&name.trim_start_matches('/')) || is_heading(name) => {
                self.block_tag(name, tag.source);
            }
            name if TABLE.contains(&name.trim_start_matches('/')) => self.table_tag(name),
            _ => {}
        }
    }

    /// The start or end of a block.
    fn block_tag(&mut self, name: &str, source: &str) {
        if self.is_in_cell() {
            // Cells have one line.
            self.end_inline();
            self.text.push(' ');
            return;
        }
        if is_heading(name) && name.starts_with('/') {
            self.end_inline();
            self.embolden();
        }
        self.end_block();
        self.end_table();
        match name {
            "ul" | "dl" => self.open_list(None),
            "ol" => self.open_list(first_number(source)),
            "/ul" | "/ol" | "/dl" if self.deeper > 0 => self.deeper -= 1,
            "/ul" | "/ol" | "/dl" => _ = self.lists.pop(),
            "/li" | "/dt" => _ = self.lists.pop_if(|list| list.is_implied),
            "li" | "dt" => self.open_item(source),
            "pre" => {
                let lines = preformatted(self.tokens.until_closed("pre"));
                if !lines.is_empty() {
                    self.block(Block::of(Content::Code("text", lines)));
                }
            }
            _ => {}
        }
    }

    fn open_list(&mut self, number: Option<u32>) {
        if self.lists.len() < MAX_DEPTH {
            self.lists.push(List { number, ..List::default() });
        } else {
            self.deeper += 1;
        }
    }

    fn open_item(&mut self, source: &str) {
        if self.lists.is_empty() {
            self.lists.push(List { is_implied: true, ..List::default() });
        }
        let Some(list) = self.lists.last_mut() else { return };
        // Markdown counts on from the first item.
        if let Some(number) = attribute(source, "value").and_then(number).filter(|_| !list.has_items) {
            list.number = list.number.map(|_| number);
        }
        list.pending = list.number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
        list.number = list.number.map(|number| number + 1).filter(|number| *number <= MAX_NUMBER);
        list.width = list.pending.len();
        list.has_items = true;
    }

    /// Makes the open block bold, as a heading.
    fn embolden(&mut self) {
        let text = self.text.trim();
        if !(text.is_empty() || text.contains(['*', '\n'])) {
            self.text = format!("**{text}**");
        }
    }

    /// The start or end of a table, row or cell.
    fn table_tag(&mut self, name: &str) {
        self.end_cell();
        self.end_block();
        match name {
            "/table" => self.end_table(),
            "tr" => self.table.get_or_insert_default().open_row(),
            "td" | "th" => self.table.get_or_insert_default().open_cell(name == "th"),
            _ => {}
        }
    }

    fn is_in_cell(&self) -> bool {
        self.table.as_ref().is_some_and(|table| table.is_in_cell)
    }

    fn end_cell(&mut self) {
        if self.is_in_cell() {
            self.end_inline();
            let text = std::mem::take(&mut self.text);
            self.table.get_or_insert_default().close_cell(&text);
        }
    }

    fn end_table(&mut self) {
        self.end_cell();
        let blocks = self.table.take().map(Table::blocks).unwrap_or_default();
        for block in blocks {
            self.block(block);
        }
    }

    /// Ends the open block, if any.
    fn end_block(&mut self) {
        self.end_inline();
        let blocks = blocks::parse(&self.text);
        self.text.clear();
        for block in blocks {
            self.block(block);
        }
    }

    /// Adds a block to the open item, if any.
    fn block(&mut self, mut block: Block) {
        for list in self.lists.iter_mut().rev() {
            block.lead.insert_str(0, &std::mem::take(&mut list.pending));
            block.indent += list.width;
        }
        self.blocks.push(block);
    }
}

/// Markdown within a line.
impl<'t> Writer<'t> {
    fn open_code(&mut self) {
        self.code.get_or_insert(self.text.len());
    }

    /// Closes open code.
    fn close_code(&mut self) {
        let Some(start) = self.code.take() else { return };
        let spaced = self.text.split_off(start.min(self.text.len()));
        // Spaces at the ends separate the code from the text around it.
        if spaced.starts_with(char::is_whitespace) {
            self.text.push(' ');
        }
        let content = spaced.trim();
        if content.is_empty() {
            return;
        }
        push_code(&mut self.text, content);
        if spaced.ends_with(char::is_whitespace) && self.tokens.rest().starts_with(char::is_alphanumeric) {
            self.text.push(' ');
        }
    }

    fn open_anchor(&mut self, tag: &'t str) {
        self.close_anchor();
        if let Some(url) = href(tag) {
            self.anchor = Some((url, self.text.len()));
            self.text.push('[');
        }
    }

    /// Closes the open link, if any.
    fn close_anchor(&mut self) {
        let Some((url, start)) = self.anchor.take() else { return };
        let spaced = self.text.split_off(start.min(self.text.len()));
        let spaced = spaced.strip_prefix('[').unwrap_or(&spaced);
        let text = spaced.trim();
        // Spaces at the ends separate the link from the text around it.
        if spaced.starts_with(char::is_whitespace) {
            self.text.push(' ');
        }
        // Writing to a String cannot fail.
        let _ = match text {
            "" => write!(self.text, "<{url}>"),
            text => write!(self.text, "[{text}]({url})"),
        };
        if spaced.ends_with(char::is_whitespace) && self.tokens.rest().starts_with(char::is_alphanumeric) {
            self.text.push(' ');
        }
    }

    /// Closes open code and the open link.
    fn end_inline(&mut self) {
        self.close_code();
        self.close_anchor();
    }
}

/// Adds code within a line, between backticks that it does not contain.
fn push_code(text: &mut String, code: &str) {
    // A new line is white space, and would let the next words begin a list.
    let code = code.replace(['\n', '\r'], " ");
    if text.ends_with('`') {
        // Backticks in a row would be one delimiter.
        text.push(' ');
    }
    // Writing to a String cannot fail.
    let _ = if code.contains("``") {
        write!(text, "`{}`", code.replace('`', "'"))
    } else if code.contains('`') {
        // A longer delimiter, and spaces, which are not part of the code.
        write!(text, "`` {code} ``")
    } else {
        write!(text, "`{code}`")
    };
}

/// Languages of code blocks that are kept.
const SHOWN: [&str; 10] = ["json", "xml", "yaml", "toml", "sh", "bash", "python", "java", "javascript", "smithy"];

/// Tags that separate blocks, apart from headings.
const BLOCKS: [&str; 14] =
    ["p", "ul", "ol", "dl", "li", "dt", "dd", "note", "important", "div", "blockquote", "center", "pre", "hr"];

/// Tags of tables.
const TABLE: [&str; 10] = ["table", "caption", "col", "colgroup", "thead", "tbody", "tfoot", "tr", "th", "td"];

fn is_heading(tag: &str) -> bool {
    matches!(tag.trim_start_matches('/'), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

/// Largest number of an item in Markdown.
const MAX_NUMBER: u32 = 999_999_999;

/// The number of the first item of an `<ol>`. `None` if Markdown has no such numbers: it cannot count down, or from
/// below 0. It has no letters either; they become numbers.
fn first_number(tag: &str) -> Option<u32> {
    if attribute(tag, "reversed").is_some() {
        return None;
    }
    match attribute(tag, "start").map(|start| (start, number(start))) {
        Some((start, None)) if start.starts_with('-') => None,
        Some((_, Some(number))) => Some(number),
        _ => Some(1),
    }
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number| *number <= MAX_NUMBER)
}

/// The value of an attribute of an opening tag, without spaces around it; empty if it has none.
fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut rest = tag.trim_start_matches('<').trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    rest = rest.trim_end_matches('>').trim_end_matches('/');
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (found, after) = rest.split_at_checked(end).filter(|(_, after)| !rest.is_empty() || !after.is_empty())?;
        let (value, after) = match after.trim_start().strip_prefix('=').map(str::trim_start) {
            None => ("", after),
            Some(value) => match value.chars().next().filter(|quote| matches!(quote, '"' | '\'')) {
                Some(quote) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
                None => value.split_at(value.find(char::is_whitespace).unwrap_or(value.len())),
            },
        };
        if found.eq_ignore_ascii_case(name) {
            return Some(value.trim());
        }
        rest = after;
    }
}

/// The URL of an opening tag.
fn href(tag: &str) -> Option<&str> {
    let value = tag.split_once("href")?.1.trim_start().strip_prefix('=')?.trim_start();
    let url = value.trim_end_matches('>').split(['"', '\'']).find(|part| !part.is_empty())?;
    let is_web = url.starts_with("http://") || url.starts_with("https://");
    (is_web && !url.contains(|c: char| c.is_whitespace() || "<>()[]`\\".contains(c))).then_some(url)
}

/// Lines of preformatted text, without what all are indented by.
fn preformatted(html: &str) -> Vec<String> {
    let mut text = String::with_capacity(html.len());
    let mut tokens = Tokens::new(html);
    while let Some(token) = tokens.next(Context::Code) {
        match token {
            Token::Text(part)
            | Token::Link(part)
            | Token::Url(part)
            | Token::Entity(part)
            | Token::Reference(part, _) => text.push_str(part),
            Token::Special(character) => text.push(character),
            Token::Escaped(character) => text.extend(['\\', character]),
            Token::Ticks(ticks) => text.extend(std::iter::repeat_n('`', ticks)),
            Token::Tildes(tildes) => text.extend(std::iter::repeat_n('~', tildes)),
            Token::Tag(tag) if tag.name == "br" => text.push('\n'),
            Token::Tag(_) => {}
        }
    }
    let is_blank = |line: &&str| line.trim().is_empty();
    let lines: Vec<&str> = text.trim_end().lines().skip_while(is_blank).collect();
    let indentation = |line: &&str| line.len() - line.trim_start_matches(' ').len();
    let common = lines.iter().filter(|line| !is_blank(line)).map(indentation).min().unwrap_or_default();
    lines.iter().map(|line| line.get(common..).unwrap_or_default().trim_end().to_owned()).collect()
}
