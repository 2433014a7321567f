//! A cursor over the significant tokens of a file that collects the comments between them. Only white space and commas
//! are dropped. The file may be malformed.

use std::collections::BTreeSet;

use super::comments::Comment;
use crate::syntax::idl::lexer;
use crate::syntax::idl::token::{Token, TokenKind};

/// The file is malformed, or nested too deeply.
#[derive(Debug)]
pub(super) struct Malformed;

pub(super) type Read<T> = Result<T, Malformed>;

pub(super) struct Reader<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    at: usize,
    /// The last token before the cursor that is not blank.
    last: Option<TokenKind>,
    /// The line of the cursor, from 0.
    line: usize,
    /// The line of the end of the last significant token.
    pub(super) end_line: usize,
    /// Comments that were read and not yet taken.
    comments: Vec<Comment<'t>>,
    /// Nesting of the current value.
    pub(super) depth: usize,
    /// Number of comments that were read.
    passed: usize,
    /// Number of those on the line of a member's value, after it.
    pub(super) beside_values: usize,
    /// Number of traits that were read.
    pub(super) traits: usize,
    /// Relative names of shapes.
    pub(super) used: BTreeSet<&'t str>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            tokens: lexer::tokens(text),
            at: 0,
            last: None,
            line: 0,
            end_line: 0,
            comments: Vec::new(),
            depth: 0,
            passed: 0,
            beside_values: 0,
            traits: 0,
            used: BTreeSet::new(),
        }
    }

    /// Skips white space, collects comments, and returns the next token.
    pub(super) fn peek(&mut self) -> TokenKind {
        loop {
            let Some(token) = self.tokens.get(self.at).copied() else { return TokenKind::Eof };
            if !token.kind.is_blank() && !token.kind.is_comment() {
                return token.kind;
            }
            if token.kind.is_comment() {
                let text = token.text(self.text).trim_end();
                let is_doc = token.kind == TokenKind::DocComment;
                let goes_on = is_doc && self.last == Some(TokenKind::DocComment);
                self.comments.push(Comment { text, is_doc, goes_on, line: self.line });
                self.passed += 1;
            }
            self.pass(token);
        }
    }

    fn pass(&mut self, token: Token) {
        self.line += line_ends(token.text(self.text));
        self.at += 1;
        if !token.kind.is_blank() {
            self.last = Some(token.kind);
        }
    }

    /// The text of the next significant token.
    pub(super) fn peek_text(&mut self) -> &'t str {
        self.peek();
        self.tokens.get(self.at).map_or("", |token| token.text(self.text))
    }

    /// The kind of the second next significant token.
    pub(super) fn peek_second(&mut self) -> TokenKind {
        self.peek();
        let after = self.tokens.iter().skip(self.at + 1).map(|token| token.kind);
        after.into_iter().find(|kind| !kind.is_blank() && !kind.is_comment()).unwrap_or(TokenKind::Eof)
    }

    /// The line of the start of the next significant token.
    pub(super) fn next_line(&mut self) -> usize {
        self.peek();
        self.line
    }

    /// Consumes the next significant token if it is of this kind, and returns whether it did.
    pub(super) fn take(&mut self, kind: TokenKind) -> Read<&'t str> {
        if self.peek() != kind {
            return Err(Malformed);
        }
        self.take_any()
    }

    /// Consumes the next significant token.
    pub(super) fn take_any(&mut self) -> Read<&'t str> {
        self.peek();
        let token = self.tokens.get(self.at).copied().filter(|token| token.kind != TokenKind::Eof).ok_or(Malformed)?;
        self.pass(token);
        self.end_line = self.line;
        Ok(token.text(self.text))
    }

    /// Consumes the next significant token, which must be of this kind.
    pub(super) fn take_if(&mut self, kind: TokenKind) -> Option<&'t str> {
        self.take(kind).ok()
    }

    /// An identifier of a shape, a member or a namespace.
    pub(super) fn id(&mut self) -> Read<&'t str> {
        self.peek();
        let start = self.tokens.get(self.at).map_or(0, |token| token.start as usize);
        let first = self.take(TokenKind::Identifier)?;
        let mut is_absolute = false;
        // There is no white space within a name.
        while let Some(mark) = self.tokens.get(self.at).copied()
            && matches!(mark.kind, TokenKind::Dot | TokenKind::Pound | TokenKind::Dollar)
        {
            is_absolute |= mark.kind != TokenKind::Dollar;
            self.pass(mark);
            self.take(TokenKind::Identifier)?;
        }
        if !is_absolute {
            self.used.insert(first);
        }
        let end = self.tokens.get(self.at).map_or(self.text.len(), |token| token.start as usize);
        self.text.get(start..end).ok_or(Malformed)
    }

    /// Takes the comments that were read.
    pub(super) fn take_comments(&mut self) -> Vec<Comment<'t>> {
        std::mem::take(&mut self.comments)
    }

    /// Reads and takes the comments before the next significant token.
    pub(super) fn comments_ahead(&mut self) -> Vec<Comment<'t>> {
        self.peek();
        self.take_comments()
    }

    /// Number of comments that were taken, without those after values.
    pub(super) fn taken(&self) -> usize {
        self.passed - self.comments.len() - self.beside_values
    }

    /// Puts comments back; they belong to the next token.
    pub(super) fn put_back(&mut self, comments: Vec<Comment<'t>>) {
        self.comments.splice(0..0, comments);
    }
}

fn line_ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
        b'\n' => true,
        b'\r' => bytes.get(at + 1) != Some(&b'\n'),
        _ => false,
    });
    ends.count()
}
