//! Converts Markdown and HTML to blocks. Tags of HTML become Markdown or are removed, and text that rustdoc would read
//! as a link or tag is escaped.

use std::fmt::Write as _;

use super::blocks::{self, Block, Content, MAX_DEPTH};
use super::table::Table;
use super::tokens::{Context, Tag, Token, Tokens};

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
    code: Code,
    /// Target and start of the open link.
    anchor: Option<(&'t str, usize)>,
    /// Open lists of HTML.
    lists: Vec<List>,
    /// Number of open lists beyond the maximum depth.
    deeper: usize,
    table: Option<Table>,
}

/// Code within a line.
#[derive(Clone, Copy, Default, PartialEq)]
enum Code {
    #[default]
    None,
    /// Between backticks of the documentation.
    Markdown,
    /// Between `<code>` and `</code>`, which may contain backticks.
    Html {
        /// Start of the opening backtick.
        start: usize,
    },
}

/// An open list of HTML.
#[derive(Default)]
struct List {
    /// The number of the last item, if items are numbered.
    number: Option<u32>,
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
            (Code::None, None) => Context::Prose,
            (Code::None, Some(_)) => Context::Link,
            _ => Context::Code,
        }
    }

    fn token(&mut self, token: Token<'t>) {
        let is_code = self.code != Code::None;
        match token {
            Token::Text(text) | Token::Link(text) => self.text.push_str(text),
            Token::Entity(text) if is_code => self.text.push_str(text),
            Token::Entity(text) => text.chars().for_each(|character| self.special(character)),
            // Writing to a String cannot fail.
            Token::Url(url) => _ = write!(self.text, "<{url}>"),
            Token::Special('`') => self.tick(),
            Token::Special(character) if is_code => self.text.push(character),
            Token::Special(character) => self.special(character),
            Token::Fence(ticks) => self.fence(ticks),
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

    fn tick(&mut self) {
        self.code = match self.code {
            Code::None => Code::Markdown,
            Code::Markdown => Code::None,
            Code::Html { .. } => self.code,
        };
        self.text.push('`');
    }

    /// A block of code, if one starts here. Unknown languages become `text`, because rustdoc compiles and runs Rust.
    fn fence(&mut self, ticks: usize) {
        let line = self.text.trim_end_matches([' ', '\t']);
        let is_start = (line.is_empty() || line.ends_with('\n')) && !self.is_in_cell();
        let Some((language, body)) = is_start.then(|| self.tokens.fenced(ticks)).flatten() else {
            self.text.extend(std::iter::repeat_n("\\`", ticks));
            return;
        };
        let language = SHOWN.iter().find(|known| **known == language).unwrap_or(&"text");
        self.end_block();
        let lines = body.trim_end().lines().map(|line| line.trim_end().to_owned()).collect();
        self.block(Block::of(Content::Code(language, lines)));
    }

    fn tag(&mut self, tag: &Tag<'t>) {
        match &*tag.name {
            "code" => self.open_code(),
            "/code" => self.close_code(),
            "a" if self.code == Code::None => self.open_anchor(tag.source),
            "/a" => {
                if self.code == Code::None {
                    self.close_anchor();
                }
                self.tokens.skip_space_before_punctuation();
            }
            "br" => self.text.push('\n'),
            "hr" => self.end_block(),
            name if BLOCKS.contains(&name.trim_start_matches('/')) || is_heading(name) => self.block_tag(name),
            name if TABLE.contains(&name.trim_start_matches('/')) => self.table_tag(name),
            _ => {}
        }
    }

    /// The start or end of a block.
    fn block_tag(&mut self, name: &str) {
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
            "ol" => self.open_list(Some(0)),
            "/ul" | "/ol" | "/dl" if self.deeper > 0 => self.deeper -= 1,
            "/ul" | "/ol" | "/dl" => _ = self.lists.pop(),
            "/li" | "/dt" => _ = self.lists.pop_if(|list| list.is_implied),
            "li" | "dt" => self.open_item(),
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

    fn open_item(&mut self) {
        if self.lists.is_empty() {
            self.lists.push(List { is_implied: true, ..List::default() });
        }
        let Some(list) = self.lists.last_mut() else { return };
        list.number = list.number.map(|number| number.saturating_add(1));
        list.pending = list.number.map_or_else(|| "- ".to_owned(), |number| format!("{number}. "));
        list.width = list.pending.len();
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
        if self.code == Code::None {
            self.code = Code::Html { start: self.text.len() };
            self.text.push('`');
        }
    }

    /// Closes open code of HTML.
    fn close_code(&mut self) {
        let Code::Html { start } = self.code else { return };
        self.code = Code::None;
        let spaced = self.text.split_off(start.min(self.text.len()));
        let spaced = spaced.strip_prefix('`').unwrap_or(&spaced);
        // A new line is white space, and would let the next words begin a list.
        let content = spaced.trim().replace(['\n', '\r'], " ");
        // Spaces at the ends separate the code from the text around it.
        let before = if spaced.starts_with(char::is_whitespace) { " " } else { "" };
        let is_word = self.tokens.rest().starts_with(char::is_alphanumeric);
        let after = if spaced.ends_with(char::is_whitespace) && is_word { " " } else { "" };
        // Writing to a String cannot fail.
        let _ = if content.is_empty() {
            write!(self.text, "{before}")
        } else if content.contains("``") {
            write!(self.text, "{before}`{}`{after}", content.replace('`', "'"))
        } else if content.contains('`') {
            // A delimiter that is longer than the backticks inside, and spaces, which are not part of the code.
            write!(self.text, "{before}`` {content} ``{after}")
        } else {
            write!(self.text, "{before}`{content}`{after}")
        };
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
        // Writing to a String cannot fail.
        if self.text.get(start + 1..).is_none_or(|text| text.trim().is_empty()) {
            self.text.truncate(start);
            let _ = write!(self.text, "<{url}>");
        } else {
            let _ = write!(self.text, "]({url})");
        }
    }

    /// Closes open code and the open link.
    fn end_inline(&mut self) {
        match self.code {
            Code::None => {}
            Code::Markdown => self.tick(),
            Code::Html { .. } => self.close_code(),
        }
        self.close_anchor();
    }
}

/// Languages of code blocks that are kept.
const SHOWN: [&str; 10] = ["json", "xml", "yaml", "toml", "sh", "bash", "python", "java", "javascript", "smithy"];

/// Tags that separate blocks, apart from headings.
const BLOCKS: [&str; 13] =
    ["p", "ul", "ol", "dl", "li", "dt", "dd", "note", "important", "div", "blockquote", "center", "pre"];

/// Tags of tables.
const TABLE: [&str; 10] = ["table", "caption", "col", "colgroup", "thead", "tbody", "tfoot", "tr", "th", "td"];

fn is_heading(tag: &str) -> bool {
    matches!(tag.trim_start_matches('/'), "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
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
            Token::Text(part) | Token::Link(part) | Token::Url(part) | Token::Entity(part) => text.push_str(part),
            Token::Special(character) => text.push(character),
            Token::Fence(ticks) => text.extend(std::iter::repeat_n('`', ticks)),
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
