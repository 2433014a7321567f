//! The sections of a file.

use super::WIDTH;
use super::comments::{Comment, documenting, without_banners};
use super::doc::Doc;
use super::reader::{Malformed, Read, Reader};
use super::values::above;
use crate::syntax::idl::token::TokenKind;

/// A statement and the comments that belong to it.
struct Statement<'t> {
    /// The shape that a `use` statement names.
    id: &'t str,
    above: Vec<Comment<'t>>,
    /// Number of comments that are separated from the statement by an empty line.
    apart: usize,
    doc: Doc<'t>,
    /// Comments on its last line.
    beside: Vec<Comment<'t>>,
    /// Comments directly below it.
    below: Vec<Comment<'t>>,
}

impl Statement<'_> {
    /// Turns documentation comments on the last line into ordinary ones. The reference implementation does so only
    /// where no shape can follow.
    fn undocumented(mut self) -> Self {
        self.beside.iter_mut().for_each(|comment| *comment = comment.demoted());
        self
    }

    fn render(&self) -> String {
        let mut parts = vec![above(&self.above, |comment| comment), self.doc.clone()];
        parts.extend(self.beside.iter().map(|comment| Doc::text(format!(" {}", comment.tidy()))));
        parts.extend(self.below.iter().flat_map(|comment| [Doc::Line, Doc::text(comment.tidy())]));
        Doc::Join(parts).render(WIDTH)
    }
}

/// Whether comments directly below a statement belong to it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Below {
    Stays,
    LeadsOn,
}

/// Whether a statement is the first one of the shape section.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    First,
    Later,
}

/// A formatted file.
pub(super) struct Formatted {
    pub(super) text: String,
    /// Number of comments that were removed with unused `use` statements.
    pub(super) dropped: usize,
}

/// Formats a whole file.
pub(super) fn file(text: &str) -> Read<Formatted> {
    let mut reader = Reader::new(text);
    let mut sections = Vec::new();
    let mut first = Vec::new();
    while reader.peek() == TokenKind::Dollar {
        first.push(reader.plain_statement(Reader::control)?.undocumented());
    }
    let mut metadata = Vec::new();
    while reader.peek_text() == "metadata" {
        metadata.push(reader.plain_statement(Reader::metadata)?.undocumented());
    }
    // Comments above the first statement belong to the file.
    let head = first.first_mut().or(metadata.first_mut());
    let head = head.map(|first| std::mem::take(&mut first.above)).unwrap_or_default();
    let head: String = head.iter().map(|comment| comment.tidy() + "\n").collect();
    sections.extend([lines(&first), lines(&metadata)]);
    if let Some(section) = sections.iter_mut().find(|section| !section.is_empty()) {
        section.insert_str(0, &head);
    }
    let mut dropped = 0;
    let mut end = End::Apart(Comment::demoted);
    if reader.peek_text() == "namespace" {
        (dropped, end) = reader.namespace(&mut sections)?;
    }
    let rest = reader.comments_ahead();
    if reader.peek() != TokenKind::Eof {
        return Err(Malformed);
    }
    match (end, sections.last_mut()) {
        (End::Attached, Some(last)) => *last = [&**last, &comments(&rest, Comment::demoted)].join("\n"),
        (End::Attached, None) => {}
        (End::Apart(change), _) => sections.push(comments(&rest, change)),
    }
    sections.retain(|section| !section.is_empty());
    let text = sections.join("\n\n");
    let text = text.trim_end();
    let text = if text.is_empty() { String::new() } else { format!("{text}\n") };
    Ok(Formatted { text, dropped })
}

/// Where the comments after the last statement are put.
enum End<'t> {
    /// Directly below the last shape.
    Attached,
    /// After an empty line, changed by the function.
    Apart(fn(Comment<'t>) -> Comment<'t>),
}

/// Comments that belong to no statement.
fn comments<'t>(comments: &[Comment<'t>], change: fn(Comment<'t>) -> Comment<'t>) -> String {
    comments.iter().map(|comment| change(*comment).tidy()).collect::<Vec<_>>().join("\n")
}

/// One statement per line, with empty lines around statements of several lines.
fn lines(statements: &[Statement<'_>]) -> String {
    let mut out = String::new();
    let mut was_long = false;
    for (at, statement) in statements.iter().enumerate() {
        let text = statement.render();
        let is_long = text.contains('\n');
        if at > 0 {
            out.push_str(if is_long || was_long { "\n\n" } else { "\n" });
        }
        was_long = is_long;
        out.push_str(&text);
    }
    out
}

impl<'t> Reader<'t> {
    /// A statement that cannot be documented.
    fn plain_statement(&mut self, read: fn(&mut Self) -> Read<(&'t str, Doc<'t>)>) -> Read<Statement<'t>> {
        let above: Vec<Comment<'t>> = self.comments_ahead().into_iter().map(Comment::demoted).collect();
        let mut line = self.next_line();
        let attached =
            above.iter().rev().take_while(|comment| std::mem::replace(&mut line, comment.line) <= comment.line + 1);
        let apart = above.len() - attached.count();
        let (id, doc) = read(self)?;
        let (beside, below) = self.line_end(Below::LeadsOn);
        Ok(Statement { id, above, apart, doc, beside, below })
    }

    fn control(&mut self) -> Read<(&'t str, Doc<'t>)> {
        self.take(TokenKind::Dollar)?;
        let key = self.key()?;
        self.take(TokenKind::Colon)?;
        let value = self.value()?.doc;
        Ok(("", Doc::Join(vec![Doc::text("$"), Doc::text(key), Doc::text(": "), value])))
    }

    fn metadata(&mut self) -> Read<(&'t str, Doc<'t>)> {
        self.take_any()?;
        let key = self.key()?;
        self.take(TokenKind::Equal)?;
        let value = self.value()?.doc;
        Ok(("", Doc::Join(vec![Doc::text("metadata "), Doc::text(key), Doc::text(" = "), value])))
    }

    fn namespace_name(&mut self) -> Read<(&'t str, Doc<'t>)> {
        self.take_any()?;
        Ok(("", Doc::Join(vec![Doc::text("namespace "), Doc::text(self.id()?)])))
    }

    fn use_name(&mut self) -> Read<(&'t str, Doc<'t>)> {
        self.take_any()?;
        let id = self.id()?;
        Ok((id, Doc::Join(vec![Doc::text("use "), Doc::text(id)])))
    }

    /// The namespace, `use` statements and shapes. Returns the number of comments that are removed, and where those
    /// after the last statement are put.
    fn namespace(&mut self, sections: &mut Vec<String>) -> Read<(usize, End<'t>)> {
        let namespace = self.plain_statement(Self::namespace_name)?;
        let has_uses = self.peek_text() == "use";
        sections.push(if has_uses { namespace.undocumented() } else { namespace }.render());
        let mut uses = Vec::new();
        while self.peek_text() == "use" {
            uses.push(self.plain_statement(Self::use_name)?);
        }
        let mut shapes = Vec::new();
        while self.peek() != TokenKind::Eof {
            let place = if shapes.is_empty() { Place::First } else { Place::Later };
            shapes.push(self.shape_statement(place)?.render());
        }
        let last = uses.iter().map(|one| one.id).max();
        let (needed, rest, dropped) = self.needed(uses);
        let is_last = |one: &Statement<'t>| Some(one.id) == last;
        let mut uses: Vec<_> =
            needed.into_iter().map(|one| if is_last(&one) { one } else { one.undocumented() }).collect();
        uses.sort_by_key(|one| one.id);
        sections.push(lines(&uses));
        let end = if shapes.is_empty() { End::Apart(|comment| comment) } else { End::Attached };
        match shapes.first_mut() {
            Some(first) if !rest.is_empty() => *first = format!("{}\n{first}", comments(&rest, Comment::demoted)),
            Some(_) => {}
            None => self.put_back(rest),
        }
        sections.extend(shapes);
        Ok((dropped, end))
    }

    /// The used `use` statements, and the number of comments that are removed. Comments of an unused statement are
    /// removed with it; comments separated from it move to the next statement.
    fn needed(&self, uses: Vec<Statement<'t>>) -> (Vec<Statement<'t>>, Vec<Comment<'t>>, usize) {
        let (mut needed, mut comments, mut dropped) = (Vec::new(), Vec::new(), 0);
        for mut one in uses {
            let name = one.id.rsplit('#').next().unwrap_or(one.id);
            if self.used.contains(name) {
                one.above.splice(0..0, comments.drain(..));
                needed.push(one);
            } else {
                dropped += one.above.len() - one.apart + one.beside.len();
                one.above.truncate(one.apart);
                comments.append(&mut one.above);
            }
        }
        (needed, comments, dropped)
    }

    fn shape_statement(&mut self, place: Place) -> Read<Statement<'t>> {
        let mut above = documenting(self.comments_ahead());
        if self.peek_text() == "apply" {
            if place == Place::Later {
                above = above.into_iter().map(Comment::demoted).collect();
            }
        } else if above.last().is_some_and(|last| self.next_line() > last.line + 1) {
            // Separator lines and empty lines separate shapes. They are not documentation.
            above = without_banners(above);
        }
        let doc = self.statement()?;
        let (beside, below) = self.line_end(Below::Stays);
        Ok(Statement { id: "", above, apart: 0, doc, beside, below })
    }

    /// Comments on the last line of a statement, and those directly below that belong to it. All others are left for
    /// the next statement.
    fn line_end(&mut self, below: Below) -> (Vec<Comment<'t>>, Vec<Comment<'t>>) {
        let mut beside = Vec::new();
        let mut stay = Vec::new();
        let mut rest = Vec::new();
        let mut line = self.end_line;
        let mut comments = self.comments_ahead();
        let is_apart = comments.last().is_some_and(|last| self.next_line() > last.line + 1);
        if below == Below::Stays && matches!(self.peek_text(), "" | "apply") {
            // There is nothing to document.
            comments = comments.into_iter().map(Comment::demoted).collect();
        }
        for comment in comments {
            if comment.line == self.end_line {
                // A separator line before an empty line documents nothing either.
                let is_separator = below == Below::Stays && is_apart && comment.is_banner();
                beside.push(if is_separator { comment.demoted() } else { comment });
            } else if below == Below::Stays && !comment.is_doc && comment.line == line + 1 && rest.is_empty() {
                line = comment.line;
                stay.push(comment);
            } else {
                rest.push(comment);
            }
        }
        self.put_back(rest);
        (beside, stay)
    }
}
