//! Blocks of documentation, and how text in Markdown is split into them.

/// Maximum depth of lists. Deeper ones continue the list around them.
pub(super) const MAX_DEPTH: usize = 6;

/// A part of a text.
pub(super) struct Block {
    /// Bullets or numbers before its first line, such as `- `.
    pub(super) lead: String,
    /// Indentation of its lines, of which the first has the lead at the end.
    pub(super) indent: usize,
    pub(super) content: Content,
}

pub(super) enum Content {
    /// Prose, which is wrapped.
    Words(String),
    /// Prose on lines that are not wrapped: headings, table rows.
    Lines(Vec<String>),
    /// A block of code in a language.
    Code(&'static str, Vec<String>),
}

impl Block {
    /// A block outside of lists.
    pub(super) fn of(content: Content) -> Self {
        Self { lead: String::new(), indent: 0, content }
    }
}

/// An open list of Markdown.
struct List {
    /// Column of the text of its items.
    text: usize,
    /// Indentation of this text in the result.
    indent: usize,
    is_numbered: bool,
}

/// Length of a bullet with its space. Numbers are longer.
const BULLET: usize = 2;

/// Splits Markdown without fenced code into blocks. Adjacent lines form one block.
pub(super) fn parse(text: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut lists: Vec<List> = Vec::new();
    let mut is_open = false;
    for raw in text.split(['\n', '\r']) {
        let line = raw.trim();
        let column = || raw.len() - raw.trim_start().len();
        if line.is_empty() || line == "-" || is_rule(line) {
            is_open = false;
            continue;
        }
        // Within a paragraph, numbers other than 1 begin no list.
        let is_next = |marker: &usize| {
            let has_list = || lists.iter().any(|list| list.is_numbered && column() < list.text);
            !is_open || *marker == BULLET || line.starts_with("1.") || line.starts_with("1)") || has_list()
        };
        if let Some(marker) = marker(line).filter(is_next) {
            while lists.len() >= MAX_DEPTH || lists.last().is_some_and(|list| column() < list.text) {
                lists.pop();
            }
            let indent = lists.last().map_or(0, |list| list.indent) + marker;
            lists.push(List { text: column() + marker, indent, is_numbered: marker != BULLET });
            let (lead, words) = line.split_at(marker);
            blocks.push(Block { lead: lead.to_owned(), indent, content: Content::Words(words.trim().to_owned()) });
            is_open = true;
            continue;
        }
        let quoted = quote(line);
        let line = quoted.as_deref().unwrap_or(line);
        let is_row = quoted.is_some() || line.starts_with('|') && line.ends_with('|');
        let is_heading = is_heading(line);
        if let Some(block) = blocks.last_mut().filter(|_| is_open && !is_heading) {
            match &mut block.content {
                Content::Words(words) if !is_row => {
                    words.push(' ');
                    words.push_str(line);
                    continue;
                }
                Content::Lines(rows) if is_row => {
                    rows.push(line.to_owned());
                    continue;
                }
                _ => {}
            }
        }
        // Text to the left of an item ends its list.
        while lists.last().is_some_and(|list| column() < list.text) {
            lists.pop();
        }
        let indent = lists.last().map_or(0, |list| list.indent);
        let content =
            if is_row || is_heading { Content::Lines(vec![line.to_owned()]) } else { Content::Words(line.to_owned()) };
        blocks.push(Block { lead: String::new(), indent, content });
        is_open = !is_heading;
    }
    blocks
}

/// A line of a quotation, with one space after each mark, and between words: more would make the text code.
fn quote(line: &str) -> Option<String> {
    let words = line.trim_start_matches(['>', ' ', '\t']);
    let marks = line[..line.len() - words.len()].matches('>').count();
    let words = words.split_whitespace();
    line.starts_with('>')
        .then(|| std::iter::repeat_n(">", marks.min(MAX_DEPTH)).chain(words).collect::<Vec<_>>().join(" "))
}

/// Whether a line is one across the page, or makes a heading of the line before it.
fn is_rule(line: &str) -> bool {
    line.len() >= 3 && ['-', '*', '_', '='].iter().any(|mark| line.trim_matches(*mark).is_empty())
}

/// Whether a line is a heading of level 1 to 6.
fn is_heading(line: &str) -> bool {
    let level = line.len() - line.trim_start_matches('#').len();
    (1..=6).contains(&level) && line[level..].starts_with(' ')
}

/// Length of the bullet or number of a list item. Numbers have one to three digits.
fn marker(line: &str) -> Option<usize> {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match line.get(digits..)? {
        rest if digits > 0 && digits < 4 => (rest.starts_with(". ") || rest.starts_with(") ")).then_some(digits + 2),
        rest => ["- ", "* ", "+ "].into_iter().any(|bullet| rest.starts_with(bullet)).then_some(BULLET),
    }
}
