//! The parser's cursor: reading tokens, skipping white space, error messages, and recovery.

use std::collections::BTreeMap;

use super::lexer;
use super::token::{Token, TokenKind};
use super::tree::{Name, Version};
use crate::diagnostic::{Diagnostic, FoundToken, LabelFacts, List, Note, Severity, SyntaxFacts, SyntaxProblem};
use crate::model::ShapeType;
use crate::source::{SourceId, Span};

/// Maximum number of errors in a file; parsing stops after them.
const MAX_ERRORS: usize = 100;

/// The first error in a file that ended a statement early. What is reported after it may be wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// The text does not follow the grammar.
    Syntax,
    /// It does, but a name, a key or the version cannot be accepted.
    Meaning,
}

/// Suffixes of the names of inline structures (spec: "Inline input / output shapes").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Suffix {
    Input,
    Output,
}

impl Suffix {
    /// The suffix that a control statement sets.
    pub(super) fn of_control(key: &str) -> Option<Self> {
        match key {
            "operationInputSuffix" => Some(Self::Input),
            "operationOutputSuffix" => Some(Self::Output),
            _ => None,
        }
    }
}

/// A syntax error was reported, and the statement cannot be parsed.
pub(super) struct Halt;

pub(super) type Parsed<T> = Result<T, Halt>;

pub(super) struct Parser<'t> {
    pub(super) text: &'t str,
    source: SourceId,
    tokens: Vec<Token>,
    at: usize,
    /// Lines of documentation comments, up to the cursor, that no shape or member has taken yet.
    docs: Vec<Name>,
    pub(super) version: Version,
    pub(super) has_version: bool,
    /// Suffixes that control statements set.
    pub(super) suffixes: Vec<(Suffix, Box<str>)>,
    /// Whether the version of the file could not be read.
    pub(super) is_misread: bool,
    /// The error that prevented the whole file from being read.
    pub(super) fault: Option<Fault>,
    /// The namespace, if known, for absolute shape IDs in messages.
    pub(super) namespace: Box<str>,
    pub(super) depth: usize,
    pub(super) references: BTreeMap<u32, Name>,
    /// Imported shapes by their names.
    pub(super) imports: BTreeMap<Box<str>, Name>,
    diagnostics: Vec<Diagnostic>,
}

impl<'t> Parser<'t> {
    pub(super) fn new(source: SourceId, text: &'t str) -> Self {
        let mut parser = Self {
            text,
            source,
            tokens: lexer::tokens(text),
            at: 0,
            docs: Vec::new(),
            version: Version::default(),
            has_version: false,
            suffixes: Vec::new(),
            is_misread: false,
            fault: None,
            namespace: "".into(),
            depth: 0,
            references: BTreeMap::new(),
            imports: BTreeMap::new(),
            diagnostics: Vec::new(),
        };
        parser.note_docs();
        parser
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

    /// Consumes a token.
    pub(super) fn advance(&mut self) {
        self.at += 1;
        self.note_docs();
    }

    /// Keeps the documentation comment at the cursor for the next shape or member.
    fn note_docs(&mut self) {
        if !self.is(TokenKind::DocComment) {
            return;
        }
        let line = self.lexeme().trim_end_matches(['\r', '\n']).strip_prefix("///").unwrap_or_default();
        let text = line.strip_prefix(' ').unwrap_or(line).into();
        let token = self.token();
        let span = self.span_of(Token { end: token.start + self.lexeme().trim_end().len() as u32, ..token });
        self.docs.push(Name { text, span });
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

    /// White space, line breaks, commas and comments except documentation.
    pub(super) fn skip_white_space(&mut self) {
        while self.kind().is_blank() {
            self.advance();
        }
    }

    /// White space, line breaks, commas and all comments. Documentation is kept for the next shape or member.
    pub(super) fn skip_blank(&mut self) {
        while self.kind().is_blank() || self.is(TokenKind::DocComment) {
            self.advance();
        }
    }

    /// Spec: `DocumentationComments`. All comments that were read and not taken, even if separated by blank lines or
    /// ordinary comments.
    pub(super) fn take_docs(&mut self) -> Option<Name> {
        let docs = std::mem::take(&mut self.docs);
        let (first, last) = (docs.first()?, docs.last()?);
        let lines: Vec<&str> = docs.iter().map(|line| &*line.text).collect();
        Some(Name { text: lines.join("\n").into(), span: first.span.to(last.span) })
    }

    /// Reports documentation comments without a target, which remain at the end of a statement.
    pub(super) fn report_stray_docs(&mut self) {
        if let Some(docs) = self.take_docs() {
            self.report_stray(&docs.text, docs.span);
        }
    }

    /// Reports a documentation comment without a target.
    pub(super) fn report_stray(&mut self, text: &str, span: Span) {
        let facts = SyntaxFacts::StrayDocumentation { text: text.to_owned() };
        let warning = Diagnostic::of(Severity::Warning, "Model.BadDocumentationComment", facts, span);
        self.diagnostics.push(warning.with_help("move it to its own line before a shape or member, or write `//`"));
    }

    pub(super) fn expect_spaces(&mut self) -> Parsed<()> {
        self.expect(TokenKind::Space)?;
        self.skip_spaces();
        Ok(())
    }

    pub(super) fn expect_blank(&mut self) -> Parsed<()> {
        if !self.kind().is_blank() {
            return Err(self.unexpected(|found| SyntaxProblem::ExpectedSpace { found }, "white space is missing"));
        }
        self.skip_blank();
        Ok(())
    }

    /// Spec: `BR`, the line break that ends a statement. A documentation comment before it has no effect.
    pub(super) fn expect_line_end(&mut self) -> Parsed<()> {
        self.skip_spaces();
        self.report_stray_docs();
        match self.kind() {
            TokenKind::Eof => Ok(()),
            TokenKind::Newline | TokenKind::Comment | TokenKind::DocComment => {
                self.advance();
                self.skip_white_space();
                Ok(())
            }
            _ => Err(self.unexpected(|found| SyntaxProblem::ExpectedLineBreak { found }, "a new line must start here")),
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
        let problem = |found| SyntaxProblem::Expected { expected: kind.expected(), found };
        Err(self.unexpected(problem, LabelFacts::Expected { token: kind.plain() }))
    }

    /// Reports that the token at the cursor is none of these kinds.
    pub(super) fn expected_one_of(&mut self, kinds: &[TokenKind]) -> Halt {
        let expected = List(kinds.iter().map(|kind| kind.expected()).collect());
        let tokens = List(kinds.iter().map(|kind| kind.plain()).collect());
        let problem = |found| SyntaxProblem::ExpectedOneOf { expected, found };
        self.unexpected(problem, LabelFacts::ExpectedOneOf { tokens })
    }

    /// The closing brace or bracket for the one at `open`.
    pub(super) fn expect_closing(&mut self, kind: TokenKind, open: Token) -> Parsed<()> {
        let token = self.token();
        if token.kind == TokenKind::Eof {
            let problem = SyntaxProblem::Expected { expected: kind.expected(), found: token.kind.found("") };
            let label = LabelFacts::Expected { token: kind.plain() };
            let diagnostic = self.syntax_error(token, problem).with_text(label);
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

    /// Reports the token at the cursor.
    pub(super) fn unexpected(
        &mut self,
        problem: impl FnOnce(FoundToken) -> SyntaxProblem,
        label: impl Into<Note>,
    ) -> Halt {
        let token = self.token();
        if token.kind == TokenKind::Error {
            let fault = lexer::fault(self.text, token);
            let mut diagnostic = self.syntax_error(token, fault);
            if token.end as usize == self.text.len() && token.text(self.text).starts_with('"') {
                // The rest of the file is skipped.
                let quote = Token { end: token.start + 1, ..token };
                diagnostic = diagnostic.at(self.span_of(quote)).with_text("it starts here and is not closed");
            }
            self.report(diagnostic);
            return Halt;
        }
        let found = token.kind.found(token.text(self.text));
        self.error(token, problem(found), label)
    }

    pub(super) fn suffix(&self, suffix: Suffix) -> &str {
        let set = self.suffixes.iter().find(|(known, _)| *known == suffix).map(|(_, text)| &**text);
        set.unwrap_or(match suffix {
            Suffix::Input => "Input",
            Suffix::Output => "Output",
        })
    }

    /// The absolute ID of a shape of this file.
    pub(super) fn full_name(&self, name: &str) -> String {
        format!("{}#{name}", self.namespace)
    }

    /// Reports an error at the current token.
    pub(super) fn error_here(&mut self, problem: SyntaxProblem) -> Halt {
        self.error(self.token(), problem, "")
    }

    pub(super) fn error(&mut self, token: Token, problem: SyntaxProblem, label: impl Into<Note>) -> Halt {
        let mut diagnostic = self.syntax_error(token, problem).with_text(label);
        if let Some(text) = self.text_of_lines_before(token) {
            diagnostic = diagnostic.with_label(text, "the preceding string starts here: is its closing quote missing?");
        }
        self.report(diagnostic);
        Halt
    }

    /// Reports syntax that requires version 2.0.
    pub(super) fn newer(&mut self, problem: SyntaxProblem) -> Halt {
        let diagnostic = self.newer_error(problem);
        self.report(diagnostic);
        Halt
    }

    /// An error at the current token for syntax that version 1.0 does not support.
    pub(super) fn newer_error(&mut self, problem: SyntaxProblem) -> Diagnostic {
        let diagnostic = self.meaning_error(self.token(), problem).follows(self.is_misread);
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

    /// A syntax error.
    pub(super) fn syntax_error(&mut self, token: Token, problem: SyntaxProblem) -> Diagnostic {
        self.fault.get_or_insert(Fault::Syntax);
        self.located(token, problem)
    }

    /// An error in a file that follows the grammar, after which the statement is not read.
    pub(super) fn meaning_error(&mut self, token: Token, problem: SyntaxProblem) -> Diagnostic {
        self.fault.get_or_insert(Fault::Meaning);
        self.located(token, problem)
    }

    /// An error with line and column in the message, as in the reference implementation.
    fn located(&self, token: Token, problem: SyntaxProblem) -> Diagnostic {
        let (line, column) = lexer::position(self.text.get(..token.start as usize).unwrap_or_default());
        Diagnostic::error("Model", SyntaxFacts::Syntax { line, column, problem }, self.span_of(token))
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

    /// Adds a label to the last error: the brace or bracket at `open` may not be closed.
    pub(super) fn blame_unclosed(&mut self, open: Token) {
        let span = self.span_of(open);
        if let Some(last) = self.diagnostics.pop() {
            self.diagnostics.push(last.with_label(span, "this is not closed"));
        }
    }

    /// After a syntax error, skips to the next line that may start a statement: to an unindented word, trait,
    /// documentation comment or `$`. Skips one token at least.
    pub(super) fn recover(&mut self) {
        loop {
            self.advance();
            let is_start = matches!(
                self.kind(),
                TokenKind::Identifier | TokenKind::At | TokenKind::DocComment | TokenKind::Dollar
            );
            if self.is(TokenKind::Eof) || is_start && self.starts_line() {
                return;
            }
        }
    }

    /// Skips the rest of the file.
    pub(super) fn skip_to_end(&mut self) {
        self.at = self.tokens.len().saturating_sub(1);
        self.docs.clear();
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
