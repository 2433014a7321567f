//! Statements of the shape section as documents.

use super::comments::{Comment, documenting};
use super::doc::Doc;
use super::reader::{Read, Reader};
use super::values::{Break, above};
use crate::syntax::idl::token::TokenKind;

/// Kinds of braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Members {
    /// Of a structure, union, list, map or enum.
    Shape,
    /// Of an operation.
    Operation,
}

impl<'t> Reader<'t> {
    /// A shape or `apply` statement. The comments before it were taken already.
    pub(super) fn statement(&mut self) -> Read<Doc<'t>> {
        let mut parts = self.trait_lines()?;
        let word = self.take(TokenKind::Identifier)?;
        parts.push(match word {
            "apply" => self.apply()?,
            "service" | "resource" => self.named(word, Self::properties_in_braces)?,
            "operation" => self.named(word, |reader| reader.members(Members::Operation))?,
            "structure" | "union" | "list" | "set" | "map" | "enum" | "intEnum" => {
                self.named(word, |reader| reader.members(Members::Shape))?
            }
            _ => self.named(word, |_| Ok(Doc::Join(Vec::new())))?,
        });
        Ok(Doc::Join(parts))
    }

    /// A shape from its name on. Comments within its head are moved before it.
    fn named(&mut self, word: &'t str, body: fn(&mut Self) -> Read<Doc<'t>>) -> Read<Doc<'t>> {
        let mut parts = vec![Doc::text(word), Doc::text(" "), Doc::text(self.take(TokenKind::Identifier)?)];
        let head = self.head()?;
        parts.extend(head.into_iter().flat_map(|part| [Doc::text(" "), part]));
        // A simple shape has no body; tokens after it belong to the next statement.
        let inside = if self.peek() == TokenKind::LBrace { self.take_comments() } else { Vec::new() };
        parts.push(body(self)?);
        parts.insert(0, above(&inside, Comment::demoted));
        Ok(Doc::Join(parts))
    }

    /// `for Resource` and `with [ … ]`.
    fn head(&mut self) -> Read<Vec<Doc<'t>>> {
        let mut parts = Vec::new();
        if self.is_word_on_line("for") {
            self.take_any()?;
            parts.push(Doc::Join(vec![Doc::text("for "), Doc::text(self.id()?)]));
        }
        if self.is_word_on_line("with") {
            self.take_any()?;
            parts.push(Doc::Join(vec![Doc::text("with "), self.id_list(Break::Fit)?]));
        }
        Ok(parts)
    }

    /// Whether a word follows on the same line. On the next line it is a type.
    fn is_word_on_line(&mut self, word: &str) -> bool {
        self.peek_text() == word && self.next_line() == self.end_line
    }

    fn properties_in_braces(&mut self) -> Read<Doc<'t>> {
        let body = self.properties()?;
        Ok(Doc::Join(vec![Doc::Soft(" "), body]).group())
    }

    /// Spec: `ApplyStatement`, from the target on.
    fn apply(&mut self) -> Read<Doc<'t>> {
        let mut parts = vec![Doc::text("apply "), Doc::text(self.id()?), Doc::text(" ")];
        let inside = self.comments_ahead();
        if self.take_if(TokenKind::LBrace).is_some() {
            let mut items = Vec::new();
            loop {
                items.extend(self.comments_ahead().iter().map(|comment| Doc::text(comment.demoted().tidy())));
                if self.peek() != TokenKind::At {
                    break;
                }
                items.push(self.applied_trait()?);
            }
            self.take(TokenKind::RBrace)?;
            parts.push(if items.is_empty() { empty_block() } else { block(Doc::separated(items, &Doc::Line)) });
        } else {
            parts.push(self.applied_trait()?);
        }
        parts.insert(0, above(&inside, Comment::demoted));
        Ok(Doc::Join(parts))
    }

    /// Members in braces, after the text before the brace.
    fn members(&mut self, kind: Members) -> Read<Doc<'t>> {
        let list = self.member_list(kind)?;
        Ok(Doc::Join(vec![Doc::Soft(" "), list]).group())
    }

    fn member_list(&mut self, kind: Members) -> Read<Doc<'t>> {
        self.take(TokenKind::LBrace)?;
        let mut list = MemberList { previous: self.end_line, ..MemberList::default() };
        loop {
            let comments = self.comments_ahead();
            if self.peek() == TokenKind::RBrace {
                list.comments(comments, IsLast::Yes);
                break;
            }
            list.comments(comments, IsLast::No);
            let before = (self.traits, self.taken());
            let (doc, has_value) = match kind {
                Members::Shape => self.member()?,
                Members::Operation => (self.operation_property()?, false),
            };
            list.is_loose |= before != (self.traits, self.taken());
            list.member(doc, self.end_line);
            list.has_value = has_value;
            if has_value {
                list.trailing(self.comment_on_line());
            }
        }
        self.take_any()?;
        Ok(list.finish())
    }

    /// The comment after the last token, on its line.
    fn comment_on_line(&mut self) -> Option<Comment<'t>> {
        let mut comments = self.comments_ahead();
        let here = comments.first().is_some_and(|comment| comment.line == self.end_line);
        let found = here.then(|| comments.remove(0));
        self.beside_values += usize::from(here);
        self.put_back(comments);
        found
    }

    /// A member, and whether it has a value.
    fn member(&mut self) -> Read<(Doc<'t>, bool)> {
        let mut parts = self.trait_lines()?;
        let place = parts.len();
        parts.extend(self.take_if(TokenKind::Dollar).map(Doc::text));
        parts.push(Doc::text(self.take(TokenKind::Identifier)?));
        if self.peek_text() == ":" {
            let mut inside = self.take_comments();
            self.take_any()?;
            inside.append(&mut self.comments_ahead());
            parts.extend([Doc::text(": "), Doc::text(self.id()?)]);
            parts.insert(place, above(&inside, Comment::demoted));
        }
        // A value is on the line of its member, so an equals sign on another line is an error.
        let has_value = self.peek() == TokenKind::Equal;
        if has_value {
            self.take_any()?;
            parts.extend([Doc::text(" = "), self.value()?.doc]);
        }
        Ok((Doc::Join(parts), has_value))
    }

    /// Input, output or errors. Comments within are moved before the property.
    fn operation_property(&mut self) -> Read<Doc<'t>> {
        let word = self.take(TokenKind::Identifier)?;
        let mut inside = self.comments_ahead();
        let doc = if self.take_if(TokenKind::Walrus).is_some() {
            self.inline_structure()?
        } else {
            self.take(TokenKind::Colon)?;
            inside.append(&mut self.comments_ahead());
            let value = if word == "errors" { self.id_list(Break::Always)? } else { Doc::text(self.id()?) };
            Doc::Join(vec![Doc::text(": "), value])
        };
        // Before a property, documentation has no effect.
        Ok(Doc::Join(vec![above(&inside, |comment| comment), Doc::text(word), doc]))
    }

    /// An inline structure, after `:=`.
    fn inline_structure(&mut self) -> Read<Doc<'t>> {
        let comments = documenting(self.comments_ahead());
        let traits = self.trait_lines()?;
        let head = self.head_anywhere()?;
        let inside = self.comments_ahead();
        let members = self.member_list(Members::Shape)?;
        let head = Doc::separated(head, &Doc::text(" "));
        let has_head = matches!(&head, Doc::Join(parts) if !parts.is_empty());
        if comments.is_empty() && traits.is_empty() && inside.is_empty() {
            let gap = Doc::text(if has_head { " " } else { "" });
            let body = Doc::Join(vec![Doc::Soft(" "), members]).group();
            return Ok(Doc::Join(vec![Doc::text(" :="), gap, head, body]));
        }
        let body = Doc::Join(vec![Doc::Soft(" "), members]).group();
        let mut parts = vec![Doc::Line, above(&comments, |comment| comment)];
        parts.extend(traits);
        parts.extend([above(&inside, Comment::demoted), head, body]);
        Ok(Doc::Join(vec![Doc::text(" :="), Doc::Join(parts).indent()]))
    }

    /// `for` and `with` in an inline structure.
    fn head_anywhere(&mut self) -> Read<Vec<Doc<'t>>> {
        self.end_line = self.next_line();
        let mut comments = self.take_comments();
        let head = self.head()?;
        comments.append(&mut self.take_comments());
        self.put_back(comments);
        Ok(head)
    }
}

/// Braces around lines.
fn block(inner: Doc<'_>) -> Doc<'_> {
    Doc::Join(vec![Doc::text("{"), Doc::Join(vec![Doc::Line, inner]).indent(), Doc::Line, Doc::text("}")])
}

fn empty_block<'t>() -> Doc<'t> {
    Doc::Join(vec![Doc::text("{"), Doc::Line, Doc::text("}")])
}

/// Whether there are comments after the last member.
#[derive(Clone, Copy, PartialEq, Eq)]
enum IsLast {
    Yes,
    No,
}

/// Members and the comments between them.
#[derive(Default)]
struct MemberList<'t> {
    items: Vec<Item<'t>>,
    /// The line of the end of the last member, or of the brace.
    previous: usize,
    /// Whether there is a member.
    has_member: bool,
    /// Whether the last member has a value.
    has_value: bool,
    /// Whether members are separated by empty lines: if one of them has traits, or there are comments between them.
    is_loose: bool,
}

enum Item<'t> {
    Member(Doc<'t>),
    Comment { comment: Comment<'t>, on_line: bool, is_last: bool },
}

impl<'t> MemberList<'t> {
    fn member(&mut self, doc: Doc<'t>, end: usize) {
        self.items.push(Item::Member(doc));
        self.has_member = true;
        self.previous = end;
    }

    /// A comment after a value, on its line.
    fn trailing(&mut self, comment: Option<Comment<'t>>) {
        if let (Some(comment), Some(Item::Member(doc))) = (comment, self.items.last_mut()) {
            let text = Doc::text(format!(" {}", comment.demoted().tidy()));
            *doc = Doc::Join(vec![std::mem::replace(doc, Doc::Line), text]);
        }
    }

    fn comments(&mut self, comments: Vec<Comment<'t>>, is_last: IsLast) {
        let is_beside_member = |comment: &Comment<'t>| self.has_member && comment.line == self.previous;
        for comment in documenting(comments) {
            let is_doc = comment.is_doc && is_last == IsLast::No;
            // Comments after the brace are moved below it. Documentation belongs to the next member.
            let on_line = is_beside_member(&comment) && !is_doc;
            // A comment directly below a value belongs to the value.
            let is_beside = on_line || (self.has_value && comment.line == self.previous + 1);
            self.is_loose |= !is_beside;
            let comment = if is_doc { comment } else { comment.demoted() };
            let is_last = is_last == IsLast::Yes;
            self.items.push(Item::Comment { comment, on_line, is_last });
        }
    }

    fn finish(self) -> Doc<'t> {
        if self.items.is_empty() {
            return Doc::text("{}");
        }
        let mut done: Vec<Doc<'t>> = Vec::new();
        let mut current: Vec<Doc<'t>> = Vec::new();
        for item in self.items {
            match item {
                Item::Member(doc) => {
                    current.push(doc);
                    let lines = std::mem::take(&mut current);
                    done.push(Doc::separated(lines, &Doc::Line));
                }
                Item::Comment { comment, on_line, is_last } => match done.last_mut() {
                    Some(doc) if on_line && !(is_last && self.is_loose) => {
                        let text = Doc::text(format!(" {}", comment.tidy()));
                        *doc = Doc::Join(vec![std::mem::replace(doc, Doc::Line), text]);
                    }
                    _ => current.push(Doc::text(comment.tidy())),
                },
            }
        }
        if !current.is_empty() {
            done.push(Doc::separated(current, &Doc::Line));
        }
        let gap = if self.is_loose { Doc::Join(vec![Doc::Line, Doc::Line]) } else { Doc::Line };
        block(Doc::separated(done, &gap))
    }
}
