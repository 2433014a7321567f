//! Wrapping: makes lines of blocks.

use std::borrow::Cow;

use super::blocks::{Block, Content};

/// Maximum length of a line, without the indentation of the item and `/// `.
pub(super) const WIDTH: usize = 96;

/// Fence of a code block.
const FENCE: &str = "```";

/// Lines of blocks, without empty lines at either end or two in a row.
pub(super) fn lines(blocks: Vec<Block>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut lists = Lists::default();
    let mut is_after_item = false;
    for Block { lead, indent, content } in blocks {
        let is_item = !lead.is_empty();
        let follows = lists.add(&lead, indent) && is_after_item;
        if !(lines.is_empty() || follows) {
            lines.push(String::new());
        }
        is_after_item = is_item && matches!(content, Content::Words(_));
        let next = " ".repeat(indent);
        let first = format!("{}{lead}", " ".repeat(indent.saturating_sub(lead.len())));
        match content {
            Content::Words(words) => lines.extend(filled(&without_marker(&defused(&words)), first, &next)),
            Content::Lines(verbatim) => lines.extend(prefixed(verbatim.iter().map(|line| defused(line)), first, &next)),
            Content::Code(language, code) => {
                let open = Cow::Owned(format!("{FENCE}{language}"));
                // Runs of backticks inside must be shorter than the fence.
                let code = code.iter().map(|line| Cow::Owned(line.replace(FENCE, "` ` `")));
                lines.extend(prefixed([open].into_iter().chain(code).chain([FENCE.into()]), first, &next));
            }
        }
    }
    lines
}

/// Columns of the open lists, and whether their items are numbered.
#[derive(Default)]
struct Lists(Vec<(usize, bool)>);

impl Lists {
    /// Adds a block. Returns whether it is an item that may follow the line before it. The first item of a list must
    /// not, if it has a number other than 1: it would continue the paragraph before it.
    fn add(&mut self, lead: &str, indent: usize) -> bool {
        let column = indent.saturating_sub(lead.len());
        while self.0.last().is_some_and(|(open, _)| *open > column) {
            self.0.pop();
        }
        if lead.is_empty() {
            return false;
        }
        let is_numbered = lead.starts_with(|c: char| c.is_ascii_digit());
        let is_next = self.0.last() == Some(&(column, is_numbered));
        if !is_next {
            self.0.push((column, is_numbered));
        }
        is_next || !is_numbered || lead.starts_with("1.") || lead.starts_with("1)")
    }
}

/// Lines as they are, each after its prefix.
fn prefixed<'t>(lines: impl Iterator<Item = Cow<'t, str>>, first: String, next: &str) -> Vec<String> {
    let mut prefix = Some(first);
    let line = |line: Cow<'_, str>| {
        let prefix = prefix.take();
        format!("{}{line}", prefix.as_deref().unwrap_or(next)).trim_end().to_owned()
    };
    lines.map(line).collect()
}

/// A line of prose in which nothing starts a code block.
fn defused(line: &str) -> Cow<'_, str> {
    if !line.contains(['`', '~']) {
        return Cow::Borrowed(line);
    }
    Cow::Owned(line.replace(FENCE, r"\`\`\`").replace("~~~", r"\~\~\~"))
}

/// A paragraph whose first word does not begin a list, a heading or a line across the page.
fn without_marker(words: &str) -> Cow<'_, str> {
    let digits = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = words.split_at(digits);
    let is_list = digits > 0 && (rest.starts_with(". ") || rest.starts_with(") "));
    let is_mark = digits == 0 && words.split_whitespace().next().is_some_and(opens_block);
    if is_list || is_mark { Cow::Owned(format!("{number}\\{rest}")) } else { Cow::Borrowed(words) }
}

/// Whether a word at the start of a line of prose would begin a list, a heading, a line across the page, a quotation, a
/// block of HTML or a footnote.
fn opens_block(word: &str) -> bool {
    let number = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = number.len() < word.len() && (number == "." || number == ")");
    let is_run = |mark: char| word.chars().all(|c| c == mark);
    let is_tag = word.starts_with('<') && !word.starts_with("<http");
    is_tag
        || word.starts_with('>')
        || word.starts_with("[^")
        || is_number
        || word == "+"
        || (!word.is_empty() && ['-', '*', '_', '=', '#'].into_iter().any(is_run))
}

/// Wraps words. The first line begins with `first`, further ones with `next`. A word that would begin a block of
/// Markdown stays on the line of the word before it.
fn filled(words: &str, first: String, next: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut width = first.len();
    let mut line = first;
    let mut is_empty = true;
    for word in words.split_whitespace() {
        let added = word.chars().count();
        let is_full = width + 1 + added > WIDTH;
        if !is_empty && is_full && !opens_block(word) {
            let mut new = String::with_capacity(WIDTH);
            new.push_str(next);
            width = next.len();
            lines.push(std::mem::replace(&mut line, new));
        } else if !is_empty {
            line.push(' ');
            width += 1;
        }
        line.push_str(word);
        width += added;
        is_empty = false;
    }
    lines.push(line);
    lines
}
