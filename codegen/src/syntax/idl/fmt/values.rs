//! Node values and traits as documents.

use super::WIDTH;
use super::comments::Comment;
use super::doc::Doc;
use super::reader::{Malformed, Read, Reader};
use crate::model::is_identifier;
use crate::syntax::idl::nodes::MAX_DEPTH;
use crate::syntax::idl::strings;
use crate::syntax::idl::token::TokenKind;

/// Kinds of values that are formatted differently in their context.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Brackets or braces, empty or not.
    Nested,
    /// A text block of several lines.
    TextBlock,
    /// Anything else.
    Plain,
}

/// A value.
pub(super) struct Value<'t> {
    pub(super) doc: Doc<'t>,
    pub(super) shape: Shape,
    /// Whether the value that contains it is put on several lines.
    pub(super) breaks: bool,
}

/// When the contents of brackets are put on separate lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Break {
    /// If the brackets and their contents are wider than a line, regardless of where they start.
    Long,
    /// If they do not fit on the rest of the line.
    Fit,
    /// If they are not empty.
    Filled,
    /// Always.
    Always,
}

/// Kinds of entries of an object.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entries {
    /// Parts of a node.
    Plain,
    /// Properties of a service or resource.
    Properties,
}

impl Entries {
    fn comments(self) -> Docs {
        match self {
            Self::Plain => Docs::Demoted,
            Self::Properties => Docs::Kept,
        }
    }
}

/// Treatment of documentation comments in brackets, which document nothing.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Docs {
    /// They become ordinary ones: in values, and everywhere in traits.
    Demoted,
    /// They stay.
    Kept,
}

impl Docs {
    fn change(self, comment: Comment<'_>) -> Comment<'_> {
        match self {
            Self::Demoted => comment.demoted(),
            Self::Kept => comment,
        }
    }
}

/// Properties of services and resources whose values are always on separate lines.
const LISTED: &[&str] =
    &["resources", "operations", "collectionOperations", "errors", "identifiers", "properties", "rename"];

impl<'t> Reader<'t> {
    /// Spec: `NodeValue`.
    pub(super) fn value(&mut self) -> Read<Value<'t>> {
        self.value_with(Break::Long)
    }

    fn value_with(&mut self, when: Break) -> Read<Value<'t>> {
        // Files with syntax errors are read too, so the parser's limit does not protect this recursion.
        if self.depth >= MAX_DEPTH {
            return Err(Malformed);
        }
        self.depth += 1;
        let value = self.value_inside(when);
        self.depth -= 1;
        value
    }

    fn value_inside(&mut self, when: Break) -> Read<Value<'t>> {
        match self.peek() {
            TokenKind::LBracket => self.array(when),
            TokenKind::LBrace => self.object(when, Entries::Plain),
            TokenKind::TextBlock => {
                let doc = text_block(self.take_any()?);
                Ok(Value { doc, shape: Shape::TextBlock, breaks: true })
            }
            TokenKind::Identifier => {
                let id = self.id()?;
                Ok(Value { doc: Doc::text(id), shape: Shape::Plain, breaks: false })
            }
            _ => {
                let text = self.take_any()?;
                Ok(Value { doc: Doc::text(text), shape: Shape::Plain, breaks: text.contains(['\n', '\r']) })
            }
        }
    }

    fn array(&mut self, when: Break) -> Read<Value<'t>> {
        self.take(TokenKind::LBracket)?;
        let mut items = Items::default();
        loop {
            items.comments(self.comments_ahead(), Docs::Demoted);
            match self.peek() {
                TokenKind::RBracket => break,
                // Objects in arrays are on separate lines.
                TokenKind::LBrace => {
                    let value = self.object(Break::Filled, Entries::Plain)?;
                    items.add_block(value.doc);
                }
                _ => {
                    let value = self.value()?;
                    items.add(value.doc);
                    items.breaks |= value.breaks;
                }
            }
        }
        self.take_any()?;
        Ok(Value { doc: items.bracketed("[", "]", when), shape: Shape::Nested, breaks: true })
    }

    fn object(&mut self, when: Break, entries: Entries) -> Read<Value<'t>> {
        self.take(TokenKind::LBrace)?;
        let mut items = Items::default();
        self.entries(&mut items, TokenKind::RBrace, entries)?;
        self.take_any()?;
        Ok(Value { doc: items.bracketed("{", "}", when), shape: Shape::Nested, breaks: true })
    }

    /// The properties of a service or resource.
    pub(super) fn properties(&mut self) -> Read<Doc<'t>> {
        Ok(self.object(Break::Long, Entries::Properties)?.doc)
    }

    /// Keys and values up to the closing token, which is not consumed.
    fn entries(&mut self, items: &mut Items<'t>, closing: TokenKind, entries: Entries) -> Read<()> {
        loop {
            let comments = self.comments_ahead();
            items.comments(comments, entries.comments());
            if self.peek() == closing {
                return Ok(());
            }
            let key = self.key()?;
            self.take(TokenKind::Colon)?;
            let when =
                if entries == Entries::Properties && LISTED.contains(&key) { Break::Filled } else { Break::Long };
            // Comments within an entry are moved before it.
            let mut inside = self.comments_ahead();
            let value = self.value_with(when)?;
            inside.append(&mut self.take_comments());
            let doc = if value.shape == Shape::TextBlock { value.doc.indent() } else { value.doc };
            let inside: Vec<_> = inside.into_iter().map(|comment| entries.comments().change(comment)).collect();
            let entry = [above(&inside, |comment| comment), Doc::text(key), Doc::text(": "), doc];
            items.add(Doc::Join(entry.into()));
            items.breaks |= value.breaks || !inside.is_empty() || key.contains(['\n', '\r']);
        }
    }

    /// A key, without unnecessary quotes.
    pub(super) fn key(&mut self) -> Read<&'t str> {
        let key = self.take_any()?;
        let bare = key.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        Ok(bare.filter(|bare| is_identifier(bare)).unwrap_or(key))
    }

    /// Traits, and the comments between and after them, each on its own line, with a line break at the end.
    pub(super) fn trait_lines(&mut self) -> Read<Vec<Doc<'t>>> {
        let mut lines = Vec::new();
        while self.peek() == TokenKind::At {
            lines.push(self.applied_trait()?);
            lines.push(Doc::Line);
            lines.push(above(&self.comments_ahead(), Comment::demoted));
        }
        Ok(lines)
    }

    /// Spec: `Trait`.
    pub(super) fn applied_trait(&mut self) -> Read<Doc<'t>> {
        self.traits += 1;
        self.take(TokenKind::At)?;
        let mut parts = vec![Doc::text("@"), Doc::text(self.id()?)];
        if self.peek() == TokenKind::LParen {
            let mut before = self.take_comments();
            self.take_any()?;
            before.append(&mut self.comments_ahead());
            parts.push(self.trait_body(&before)?);
        }
        Ok(Doc::Join(parts))
    }

    /// The parentheses of a trait and their contents.
    fn trait_body(&mut self, before: &[Comment<'t>]) -> Read<Doc<'t>> {
        let mut items = Items::default();
        items.comments(before.to_vec(), Docs::Demoted);
        let is_structure =
            matches!(self.peek(), TokenKind::Identifier | TokenKind::String) && self.peek_second() == TokenKind::Colon;
        if is_structure {
            self.entries(&mut items, TokenKind::RParen, Entries::Plain)?;
        } else if self.peek() != TokenKind::RParen {
            let value = self.value()?;
            let after = self.comments_ahead();
            if value.shape == Shape::Nested && before.is_empty() && after.is_empty() {
                // Brackets directly within parentheses are not put on separate lines.
                self.take(TokenKind::RParen)?;
                return Ok(Doc::Join(vec![Doc::text("("), value.doc, Doc::text(")")]).group());
            }
            items.add(value.doc);
            items.breaks |= value.breaks;
            items.comments(after, Docs::Demoted);
        }
        self.take(TokenKind::RParen)?;
        if items.docs.is_empty() {
            return Ok(Doc::Join(Vec::new()));
        }
        Ok(items.bracketed("(", ")", if is_structure { Break::Long } else { Break::Fit }))
    }

    /// Names of shapes in brackets.
    pub(super) fn id_list(&mut self, when: Break) -> Read<Doc<'t>> {
        self.take(TokenKind::LBracket)?;
        let mut items = Items::default();
        loop {
            items.comments(self.comments_ahead(), Docs::Kept);
            if self.peek() == TokenKind::RBracket {
                break;
            }
            let id = self.id()?;
            items.add(Doc::text(id));
        }
        self.take_any()?;
        Ok(items.bracketed("[", "]", when))
    }
}

/// Comments, each with a line break at the end.
pub(super) fn above<'t>(comments: &[Comment<'t>], change: fn(Comment<'t>) -> Comment<'t>) -> Doc<'t> {
    let lines = comments.iter().flat_map(|comment| [Doc::text(change(*comment).tidy()), Doc::Line]);
    Doc::Join(lines.collect())
}

/// Contents of brackets.
#[derive(Default)]
struct Items<'t> {
    docs: Vec<Doc<'t>>,
    breaks: bool,
}

impl<'t> Items<'t> {
    fn add(&mut self, doc: Doc<'t>) {
        self.docs.push(doc);
    }

    /// Adds an item that puts all items on separate lines.
    fn add_block(&mut self, doc: Doc<'t>) {
        self.add(doc);
        self.breaks = true;
    }

    /// Comments end with a line break, and nothing can be documented here.
    fn comments(&mut self, comments: Vec<Comment<'t>>, docs: Docs) {
        for comment in comments {
            self.add_block(Doc::text(docs.change(comment).tidy()));
        }
    }

    /// In brackets: on one line with commas, or on separate lines without.
    fn bracketed(self, open: &'static str, close: &'static str, when: Break) -> Doc<'t> {
        let Self { docs, breaks } = self;
        if docs.is_empty() {
            let lines = if when == Break::Always { vec![Doc::Line, Doc::Line] } else { Vec::new() };
            return Doc::Join(vec![Doc::text(open), Doc::Join(lines), Doc::text(close)]);
        }
        let padding = if open == "{" { " " } else { "" };
        let is_block = breaks
            || matches!(when, Break::Filled | Break::Always)
            || (when == Break::Long && is_wide(&docs, open, padding));
        let edge = match docs.len() {
            _ if is_block => Doc::Line,
            // A single value would not be shorter on its own line.
            1 if padding.is_empty() => Doc::Join(Vec::new()),
            _ => Doc::Soft(padding),
        };
        let separator = if is_block { Doc::Line } else { Doc::Soft(", ") };
        let inner = Doc::Join(vec![edge.clone(), Doc::separated(docs, &separator)]).indent();
        let doc = Doc::Join(vec![Doc::text(open), inner, edge, Doc::text(close)]);
        if is_block { doc } else { doc.group() }
    }
}

/// Whether brackets and their contents are wider than a line.
fn is_wide(docs: &[Doc<'_>], open: &'static str, padding: &'static str) -> bool {
    let inner = Doc::separated(docs.iter().cloned(), &Doc::text(", "));
    let flat = Doc::Join(vec![Doc::text(open), Doc::text(padding), inner, Doc::text(padding)]);
    // One column for the closing bracket.
    flat.render(usize::MAX).encode_utf16().count() >= WIDTH
}

/// A text block, indented like its context. Its value is unchanged.
fn text_block(text: &str) -> Doc<'_> {
    let content = text.strip_prefix("\"\"\"").and_then(|rest| rest.strip_suffix("\"\"\"")).unwrap_or_default();
    let Ok(lines) = strings::block_lines(content) else { return Doc::text(text) };
    let mut parts = vec![Doc::text("\"\"\"")];
    parts.extend(lines.into_iter().flat_map(|line| [Doc::Line, Doc::text(line)]));
    // The closing quotes are on the last line; if that is empty, they are alone.
    parts.push(Doc::text("\"\"\""));
    Doc::Join(parts)
}
