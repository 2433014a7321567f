//! A cursor over the significant tokens of a file, and the comments between them. Only blanks and commas are lost. The file may be
//! malformed.

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
    /// The line of the cursor, from 0.
    line: usize,
    /// The line on which the last significant token ended.
    pub(super) end_line: usize,
    /// Comments passed and not yet taken.
    comments: Vec<Comment<'t>>,
    /// Nesting of the value that is read.
    pub(super) depth: usize,
    /// How many comments were passed.
    passed: usize,
    /// How many of these stand behind a member's value, on its line.
    pub(super) beside_values: usize,
    /// How many traits were read.
    pub(super) traits: usize,
    /// Names of shapes that are used without their namespace.
    pub(super) used: BTreeSet<&'t str>,
}

impl<'t> Reader<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self {
            text,
            tokens: lexer::tokens(text),
            at: 0,
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

    /// Skips blanks, keeps comments, and says what comes then.
    pub(super) fn peek(&mut self) -> TokenKind {
        loop {
            let Some(token) = self.tokens.get(self.at).copied() else { return TokenKind::Eof };
            if !token.kind.is_blank() && !token.kind.is_comment() {
                return token.kind;
            }
            if token.kind.is_comment() {
                let text = token.text(self.text).trim_end();
                let is_doc = token.kind == TokenKind::DocComment;
                let mut before = self.tokens.get(..self.at).unwrap_or_default().iter();
                let before = before.rfind(|token| !token.kind.is_blank());
                let goes_on = is_doc && before.is_some_and(|token| token.kind == TokenKind::DocComment);
                self.comments.push(Comment { text, is_doc, goes_on, line: self.line });
                self.passed += 1;
            }
            self.pass(token);
        }
    }

    fn pass(&mut self, token: Token) {
        self.line += line_ends(token.text(self.text));
        self.at += 1;
    }

    /// The text of the next significant token.
    pub(super) fn peek_text(&mut self) -> &'t str {
        self.peek();
        self.tokens.get(self.at).map_or("", |token| token.text(self.text))
    }

    /// The kind of the significant token after the next.
    pub(super) fn peek_second(&mut self) -> TokenKind {
        self.peek();
        let after = self.tokens.iter().skip(self.at + 1).map(|token| token.kind);
        after.into_iter().find(|kind| !kind.is_blank() && !kind.is_comment()).unwrap_or(TokenKind::Eof)
    }

    /// The line on which the next significant token begins.
    pub(super) fn next_line(&mut self) -> usize {
        self.peek();
        self.line
    }

    /// The next significant token, if it is of this kind.
    pub(super) fn take(&mut self, kind: TokenKind) -> Read<&'t str> {
        if self.peek() != kind {
            return Err(Malformed);
        }
        self.take_any()
    }

    /// The next significant token.
    pub(super) fn take_any(&mut self) -> Read<&'t str> {
        self.peek();
        let token = self.tokens.get(self.at).copied().filter(|token| token.kind != TokenKind::Eof).ok_or(Malformed)?;
        self.pass(token);
        self.end_line = self.line;
        Ok(token.text(self.text))
    }

    /// The next significant token, if it is of this kind.
    pub(super) fn take_if(&mut self, kind: TokenKind) -> Option<&'t str> {
        self.take(kind).ok()
    }

    /// An identifier that names a shape, a member or a namespace.
    pub(super) fn id(&mut self) -> Read<&'t str> {
        self.peek();
        let start = self.tokens.get(self.at).map_or(0, |token| token.start as usize);
        let first = self.take(TokenKind::Identifier)?;
        let mut is_absolute = false;
        // The parts of a name stand without blanks between them.
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

    /// The comments passed since they were last taken.
    pub(super) fn take_comments(&mut self) -> Vec<Comment<'t>> {
        std::mem::take(&mut self.comments)
    }

    /// The comments before the next significant token.
    pub(super) fn comments_ahead(&mut self) -> Vec<Comment<'t>> {
        self.peek();
        self.take_comments()
    }

    /// How many comments were taken so far, without those beside values.
    pub(super) fn taken(&self) -> usize {
        self.passed - self.comments.len() - self.beside_values
    }

    /// Gives comments back: they belong to what comes next.
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
