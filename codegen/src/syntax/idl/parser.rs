//! The parser's cursor: reading tokens, skipping white space, error messages, and recovery.

use std::collections::HashSet;

use super::lexer;
use super::token::{Token, TokenKind};
use super::tree::{Name, Version};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::ShapeType;
use crate::source::{SourceId, Span};

/// Maximum number of errors in a file; parsing stops after them.
const MAX_ERRORS: usize = 100;

/// A syntax error was reported, and the statement cannot be parsed.
pub(super) struct Halt;

pub(super) type Parsed<T> = Result<T, Halt>;

pub(super) struct Parser<'t> {
    pub(super) text: &'t str,
    source: SourceId,
    tokens: Vec<Token>,
    at: usize,
    /// Documentation comments since the last significant token, joined, for the next shape or member.
    docs: Option<Name>,
    /// Documentation comments that document nothing.
    stray_docs: Vec<Name>,
    pub(super) version: Version,
    pub(super) has_version: bool,
    /// The namespace, if known, for absolute shape IDs in messages.
    pub(super) namespace: Box<str>,
    pub(super) depth: usize,
    pub(super) references: HashSet<u32>,
    /// Shapes whose definitions have syntax errors.
    pub(super) broken: Vec<(Name, ShapeType)>,
    /// Whether traits of the next statement have syntax errors.
    pub(super) lost_traits: bool,
    diagnostics: Vec<Diagnostic>,
}

impl<'t> Parser<'t> {
    pub(super) fn new(source: SourceId, text: &'t str) -> Self {
        Self {
            text,
            source,
            tokens: lexer::tokens(text),
            at: 0,
            docs: None,
            stray_docs: Vec::new(),
            version: Version::default(),
            has_version: false,
            namespace: "".into(),
            depth: 0,
            references: HashSet::new(),
            broken: Vec::new(),
            lost_traits: false,
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// The token at the cursor. At the end of the file, always [`TokenKind::Eof`].
    pub(super) fn token(&self) -> Token {
        let end = Token { kind: TokenKind::Eof, start: self.text.len() as u32, end: self.text.len() as u32 };
        self.tokens.get(self.at).copied().unwrap_or(end)
    }

    pub(super) fn kind(&self) -> TokenKind {
        self.token().kind
    }

    pub(super) fn is(&self, kind: TokenKind) -> bool {
        self.kind() == kind
    }

    /// The text of the token at the cursor.
    pub(super) fn lexeme(&self) -> &'t str {
        self.token().text(self.text)
    }

    /// Whether the token at the cursor is this word.
    pub(super) fn is_word(&self, word: &str) -> bool {
        self.is(TokenKind::Identifier) && self.lexeme() == word
    }

    /// Consumes a token. Documentation applies only to the token that follows it, so it is dropped.
    pub(super) fn advance(&mut self) {
        if !self.kind().is_blank() {
            self.drop_docs();
        }
        self.at += 1;
    }

    pub(super) fn span_of(&self, token: Token) -> Span {
        Span::new(self.source, token.start as usize..token.end as usize)
    }

    pub(super) fn span(&self) -> Span {
        self.span_of(self.token())
    }

    /// Consumes the token at the cursor if it is a name.
    pub(super) fn take_name(&mut self) -> Name {
        let name = Name { text: self.lexeme().into(), span: self.span() };
        self.advance();
        name
    }

    // White space

    /// Spaces and tabs.
    pub(super) fn skip_spaces(&mut self) {
        while self.is(TokenKind::Space) {
            self.advance();
        }
    }

    /// White space, line breaks, commas and comments. Documentation comments are kept for the next shape or member.
    /// Returns whether there were any.
    pub(super) fn skip_blank(&mut self) -> bool {
        let start = self.at;
        loop {
            match self.kind() {
                kind if kind.is_blank() => self.advance(),
                TokenKind::DocComment => self.doc_comment(),
                _ => return self.at > start,
            }
        }
    }

    /// Spec: `DocumentationComments`. Comments separated by blank lines or ordinary comments are joined.
    fn doc_comment(&mut self) {
        let span = self.span();
        let mut lines = Vec::new();
        while self.is(TokenKind::DocComment) {
            let line = self.lexeme().trim_end_matches(['\r', '\n']).strip_prefix("///").unwrap_or_default();
            lines.push(line.strip_prefix(' ').unwrap_or(line));
            self.at += 1;
            self.skip_spaces();
        }
        self.docs = Some(match self.docs.take() {
            Some(first) => Name { text: format!("{}\n{}", first.text, lines.join("\n")).into(), span: first.span },
            None => Name { text: lines.join("\n").into(), span },
        });
    }

    /// Consumes a documentation comment behind other tokens on a line, which documents nothing. Returns whether there
    /// was one.
    pub(super) fn pass_docs_on_line(&mut self) -> bool {
        let blanks = |token: &&Token| matches!(token.kind, TokenKind::Space | TokenKind::Comma);
        let ahead = self.tokens.get(self.at..).unwrap_or_default().iter().take_while(blanks).count();
        let Some(token) = self.tokens.get(self.at + ahead).copied().filter(|one| one.kind == TokenKind::DocComment)
        else {
            return false;
        };
        self.at += ahead + 1;
        let text = token.text(self.text).trim_end();
        let span = self.span_of(Token { end: token.start + text.len() as u32, ..token });
        self.stray_docs.push(Name { text: text.trim_start_matches('/').trim_start().into(), span });
        true
    }

    fn drop_docs(&mut self) {
        self.stray_docs.extend(self.docs.take());
    }

    /// Reports documentation comments that document nothing. Called after statements and members.
    pub(super) fn report_stray_docs(&mut self) {
        let Some(first) = self.stray_docs.first() else { return };
        let span = first.span;
        let texts: Vec<&str> = self.stray_docs.iter().map(|docs| &*docs.text).collect();
        let message = format!(
            "Found documentation comments ('///') attached to nothing. Documentation comments must appear on their own \
             lines, directly before shapes and members, and before any traits. The invalid comments were: {}",
            texts.join("\n")
        );
        self.stray_docs.clear();
        let warning = Diagnostic::new(Severity::Warning, "Model.BadDocumentationComment", message, span);
        self.diagnostics.push(warning.with_help("move it to its own line before a shape or member, or write `//`"));
    }

    /// Documentation at the end of the file documents nothing.
    pub(super) fn end_docs(&mut self) {
        self.drop_docs();
        self.report_stray_docs();
    }

    /// The documentation directly before the cursor.
    pub(super) fn take_docs(&mut self) -> Option<Name> {
        self.docs.take()
    }

    pub(super) fn expect_spaces(&mut self) -> Parsed<()> {
        self.expect(TokenKind::Space)?;
        self.skip_spaces();
        Ok(())
    }

    pub(super) fn expect_blank(&mut self) -> Parsed<()> {
        if self.skip_blank() {
            return Ok(());
        }
        Err(self.unexpected("Expected one or more whitespace characters, but found", "white space is missing"))
    }

    /// Spec: `BR`, the line break that ends a statement.
    pub(super) fn expect_line_end(&mut self) -> Parsed<()> {
        self.report_stray_docs();
        self.skip_spaces();
        match self.kind() {
            TokenKind::Eof => Ok(()),
            TokenKind::Newline | TokenKind::Comment | TokenKind::DocComment => {
                if self.is(TokenKind::DocComment) {
                    // After a statement, a documentation comment documents nothing.
                    self.at += 1;
                }
                self.skip_blank();
                Ok(())
            }
            _ => Err(self.unexpected("Expected a line break, but found", "a new line has to begin here")),
        }
    }

    // Tokens

    /// Consumes a token of this kind.
    pub(super) fn expect(&mut self, kind: TokenKind) -> Parsed<Token> {
        let token = self.token();
        if token.kind == kind {
            self.advance();
            return Ok(token);
        }
        let message = format!("Expected {} but found", kind.expected());
        Err(self.unexpected(&message, &format!("{} is expected here", kind.plain())))
    }

    /// Reports that the token at the cursor is none of these kinds.
    pub(super) fn expected_one_of(&mut self, kinds: &[TokenKind]) -> Halt {
        let names: Vec<_> = kinds.iter().map(|kind| kind.expected()).collect();
        let plain: Vec<_> = kinds.iter().map(|kind| kind.plain()).collect();
        let message = format!("Expected one of {}; but found", names.join(", "));
        self.unexpected(&message, &format!("expected here: {}", plain.join(", ")))
    }

    /// The closing brace or bracket for the one at `open`.
    pub(super) fn expect_closing(&mut self, kind: TokenKind, open: Token) -> Parsed<()> {
        let token = self.token();
        if token.kind == TokenKind::Eof {
            let message = format!("Expected {} but found EOF", kind.expected());
            let diagnostic = self.syntax_error(token, &message).with_text(format!("{} is expected here", kind.plain()));
            let open = self.span_of(open);
            self.report(diagnostic.with_label(open, "this is not closed"));
            return Err(Halt);
        }
        self.expect(kind).map(|_| ())
    }

    pub(super) fn identifier(&mut self) -> Parsed<Name> {
        let token = self.expect(TokenKind::Identifier)?;
        Ok(Name { text: token.text(self.text).into(), span: self.span_of(token) })
    }

    // Errors

    /// Reports the token at the cursor. Its description is appended to the message.
    pub(super) fn unexpected(&mut self, message: &str, label: &str) -> Halt {
        let token = self.token();
        if token.kind == TokenKind::Error {
            let fault = lexer::fault(self.text, token);
            let mut diagnostic = self.syntax_error(token, &fault);
            if token.end as usize == self.text.len() && token.text(self.text).starts_with('"') {
                // The rest of the file is skipped.
                let quote = Token { end: token.start + 1, ..token };
                diagnostic = diagnostic.at(self.span_of(quote)).with_text("it starts here and is not closed");
            }
            self.report(diagnostic);
            return Halt;
        }
        let found = token.kind.found(token.text(self.text));
        self.error(token, &format!("{message} {found}"), label)
    }

    /// The absolute ID of a shape of this file.
    pub(super) fn full_name(&self, name: &str) -> String {
        format!("{}#{name}", self.namespace)
    }

    /// Reports an error at the current token.
    pub(super) fn error_here(&mut self, message: &str) -> Halt {
        self.error(self.token(), message, "")
    }

    pub(super) fn error(&mut self, token: Token, message: &str, label: &str) -> Halt {
        let mut diagnostic = self.syntax_error(token, message).with_text(label);
        if let Some(text) = self.text_of_lines_before(token) {
            diagnostic = diagnostic.with_label(text, "the text before it begins here: is its closing quote missing?");
        }
        self.report(diagnostic);
        Halt
    }

    /// Reports syntax that requires version 2.0.
    pub(super) fn newer(&mut self, message: &str) -> Halt {
        let diagnostic = self.newer_error(message);
        self.report(diagnostic);
        Halt
    }

    /// An error at the current token for syntax that version 1.0 does not have.
    pub(super) fn newer_error(&self, message: &str) -> Diagnostic {
        let diagnostic = self.syntax_error(self.token(), message);
        if self.has_version {
            return diagnostic;
        }
        diagnostic.with_help("start the file with `$version: \"2.0\"`; without it, the file is read as version 1.0")
    }

    /// The opening quote of a multi-line string that ends directly before a token. A missing closing quote extends a
    /// string to the next opening quote.
    fn text_of_lines_before(&self, token: Token) -> Option<Span> {
        let at = self.tokens.partition_point(|other| other.start < token.start);
        let before = self.tokens.get(..at)?.iter().rfind(|before| before.kind != TokenKind::Space)?;
        let is_long = before.kind == TokenKind::String && before.text(self.text).contains('\n');
        is_long.then(|| self.span_of(Token { end: before.start + 1, ..*before }))
    }

    /// A syntax error, with line and column in the message as in the reference implementation.
    pub(super) fn syntax_error(&self, token: Token, message: &str) -> Diagnostic {
        let before = self.text.get(..token.start as usize).unwrap_or_default();
        let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
        let message = format!("Syntax error at line {line}, column {column}: {message}");
        Diagnostic::error("Model", message, self.span_of(token))
    }

    pub(super) fn report(&mut self, diagnostic: Diagnostic) {
        if self.has_room() {
            self.diagnostics.push(diagnostic);
        }
    }

    /// Whether parsing can continue.
    pub(super) fn has_room(&self) -> bool {
        self.diagnostics.len() < MAX_ERRORS
    }

    /// The position of the cursor, for [`Parser::recover`].
    pub(super) fn place(&self) -> usize {
        self.at
    }

    /// Returns to a position; documentation after it is read again.
    pub(super) fn back_to(&mut self, place: usize) {
        self.at = place;
        self.docs = None;
    }

    /// Skips white space within brackets or braces. The start of a statement means that they are not closed.
    pub(super) fn skip_blank_within(&mut self, open: Token) -> Parsed<()> {
        let start = self.place();
        self.skip_blank();
        if self.starts_line() && self.begins_statement() { Err(self.unclosed(open, start)) } else { Ok(()) }
    }

    /// Reports the start of a statement within open brackets or braces, and returns to the start of its line.
    pub(super) fn unclosed(&mut self, open: Token, start: usize) -> Halt {
        let mut expected = TokenKind::RBracket;
        if open.kind != TokenKind::LBracket {
            // Without a colon, it is not a key or a member.
            expected = TokenKind::Colon;
            self.advance();
            self.skip_spaces();
        }
        let token = self.token();
        let found = token.kind.found(self.lexeme());
        let error = self.syntax_error(token, &format!("Expected {} but found {found}", expected.expected()));
        let error = error.with_text("a statement starts here");
        self.report(error.with_label(self.span_of(open), "this is not closed"));
        self.back_to(start);
        Halt
    }

    /// Skips to the next line that may start a statement. Outside of braces, that is an unindented trait, documentation
    /// comment or word. Within braces, where the closing brace may be missing, it is a statement keyword and a name,
    /// with the traits and comments before it. `start` is the position of the failed statement.
    pub(super) fn recover(&mut self, start: usize) {
        self.docs = None;
        let mut depth = 0_usize;
        for token in self.tokens.get(start..self.at).unwrap_or_default() {
            depth = deeper(depth, token.kind);
        }
        let mut candidate = None;
        while !self.is(TokenKind::Eof) {
            if self.at > start && self.starts_line() {
                match self.kind() {
                    TokenKind::At | TokenKind::DocComment => {
                        candidate.get_or_insert(self.at);
                    }
                    TokenKind::Dollar if depth == 0 => return,
                    TokenKind::Identifier if depth == 0 || self.begins_statement() => {
                        self.at = candidate.unwrap_or(self.at);
                        return;
                    }
                    TokenKind::Identifier => candidate = None,
                    _ => {}
                }
                if depth == 0 && candidate.is_some() {
                    return;
                }
            }
            depth = deeper(depth, self.kind());
            self.advance();
        }
        self.docs = None;
    }

    /// Whether the cursor is at the first token of its line.
    pub(super) fn starts_line(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|at| self.tokens.get(at));
        before.is_none_or(|token| token.kind == TokenKind::Newline || token.kind.is_comment())
    }

    /// Whether a statement starts here: a statement keyword and a name. In a member, a colon would follow the keyword.
    pub(super) fn begins_statement(&self) -> bool {
        let follows = |ahead: usize, kind| self.tokens.get(self.at + ahead).is_some_and(|token| token.kind == kind);
        let word = self.lexeme();
        (word == "apply" || ShapeType::from_name(word).is_some())
            && follows(1, TokenKind::Space)
            && follows(2, TokenKind::Identifier)
    }
}

/// The depth of braces after a token.
fn deeper(depth: usize, kind: TokenKind) -> usize {
    match kind {
        TokenKind::LBrace => depth + 1,
        TokenKind::RBrace => depth.saturating_sub(1),
        _ => depth,
    }
}
