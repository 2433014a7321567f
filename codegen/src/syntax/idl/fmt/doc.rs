//! Documents with optional line breaks, and their layout within a width. Independent of Smithy.
//!
//! A [`Doc::Group`] is on one line if it fits, up to its first line break; otherwise each of its [`Doc::Soft`] is a
//! line break. Groups within a group on one line are on one line too. Text after a group is not considered.

use std::borrow::Cow;

/// Columns per level of indentation.
const INDENT: usize = 4;

/// Text with optional line breaks.
#[derive(Clone, Debug)]
pub(super) enum Doc<'t> {
    /// Text. Its line breaks are kept, and lines after them are not indented.
    Text(Cow<'t, str>),
    /// A line break.
    Line,
    /// This text, or a line break.
    Soft(&'static str),
    /// A sequence.
    Join(Vec<Doc<'t>>),
    /// One level of indentation.
    Indent(Box<Doc<'t>>),
    /// On one line if it fits.
    Group(Box<Doc<'t>>),
}

impl<'t> Doc<'t> {
    pub(super) fn text(text: impl Into<Cow<'t, str>>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn indent(self) -> Self {
        Self::Indent(Box::new(self))
    }

    pub(super) fn group(self) -> Self {
        Self::Group(Box::new(self))
    }

    /// A sequence with a separator between its elements.
    pub(super) fn separated(parts: impl IntoIterator<Item = Self>, separator: &Self) -> Self {
        let mut joined = Vec::new();
        for part in parts {
            if !joined.is_empty() {
                joined.push(separator.clone());
            }
            joined.push(part);
        }
        Self::Join(joined)
    }

    /// The text in lines of at most `width` columns, where possible.
    pub(super) fn render(&self, width: usize) -> String {
        let mut out = Lines { text: String::new(), column: 0 };
        let mut rest = vec![Piece { doc: self, indent: 0, flat: false }];
        while let Some(Piece { doc, indent, flat }) = rest.pop() {
            match doc {
                Self::Text(text) => out.push(text),
                Self::Soft(text) if flat => out.push(text),
                Self::Line | Self::Soft(_) => out.line(indent),
                Self::Join(parts) => rest.extend(parts.iter().rev().map(|doc| Piece { doc, indent, flat })),
                Self::Indent(doc) => rest.push(Piece { doc, indent: indent + INDENT, flat }),
                Self::Group(doc) => {
                    let flat = flat || fits(doc, width.saturating_sub(out.column));
                    rest.push(Piece { doc, indent, flat });
                }
            }
        }
        out.text
    }
}

#[derive(Clone, Copy)]
struct Piece<'d, 't> {
    doc: &'d Doc<'t>,
    indent: usize,
    flat: bool,
}

/// Whether a document on one line fits, up to its first line break.
fn fits(doc: &Doc<'_>, room: usize) -> bool {
    let mut room = room;
    let mut todo = vec![doc];
    while let Some(doc) = todo.pop() {
        let text = match doc {
            Doc::Text(text) => &**text,
            Doc::Soft(text) => text,
            Doc::Line => return true,
            Doc::Join(parts) => {
                todo.extend(parts.iter().rev());
                continue;
            }
            Doc::Indent(doc) | Doc::Group(doc) => {
                todo.push(doc);
                continue;
            }
        };
        let (first, more) = text.split_once('\n').map_or((text, false), |(first, _)| (first, true));
        let Some(left) = room.checked_sub(first.encode_utf16().count()) else { return false };
        if more {
            return true;
        }
        room = left;
    }
    true
}

struct Lines {
    text: String,
    column: usize,
}

impl Lines {
    fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.column = match text.rsplit_once('\n') {
            Some((_, last)) => last.chars().count(),
            None => self.column + text.chars().count(),
        };
    }

    /// Starts a line. Blank lines are not indented.
    fn line(&mut self, indent: usize) {
        let content = self.text.trim_end_matches(' ').len();
        self.text.truncate(content);
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.column = indent;
    }
}

#[cfg(test)]
mod tests {
    use super::Doc;

    fn list(items: &[&'static str]) -> Doc<'static> {
        let items = Doc::separated(items.iter().map(|item| Doc::text(*item)), &Doc::Soft(", "));
        let inner = Doc::Join(vec![Doc::Soft(""), items]).indent();
        Doc::Join(vec![Doc::text("["), inner, Doc::Soft(""), Doc::text("]")]).group()
    }

    #[test]
    fn groups_that_fit_are_on_one_line() {
        assert_eq!(list(&["a", "b"]).render(6), "[a, b]");
        assert_eq!(list(&["a", "b"]).render(5), "[\n    a\n    b\n]");
    }

    #[test]
    fn text_after_a_group_is_not_considered() {
        let doc = Doc::Join(vec![list(&["a", "b"]), Doc::text(";"), Doc::Line]);
        assert_eq!(doc.render(6), "[a, b];\n");
        assert_eq!(doc.render(5), "[\n    a\n    b\n];\n");
    }

    #[test]
    fn groups_within_a_group_on_one_line_are_on_one_line() {
        let block = Doc::Join(vec![Doc::text("{"), Doc::Line, list(&["aaaa", "bbbb"]), Doc::Line, Doc::text("}")]);
        assert_eq!(block.clone().group().render(8), "{\n[aaaa, bbbb]\n}");
        assert_eq!(block.render(8), "{\n[\n    aaaa\n    bbbb\n]\n}");
    }

    #[test]
    fn text_with_line_breaks_is_not_changed() {
        let doc = Doc::Join(vec![Doc::Line, Doc::text("\"a \n b\"")]).indent();
        assert_eq!(doc.render(80), "\n    \"a \n b\"");
    }
}
