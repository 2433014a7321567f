//! The sections of a file: control statements, metadata, the namespace, `use`, shapes and `apply`.

use super::nodes::documentation;
use super::parser::{Fault, Halt, Parsed, Parser, Suffix};
use super::token::{Token, TokenKind};
use super::tree::{Apply, Entry, Name, State, Statement, TraitUse, Tree, Version};
use crate::diagnostic::{Diagnostic, Severity, SyntaxFacts, SyntaxProblem};
use crate::model::Node;
use crate::source::Span;

impl Parser<'_> {
    /// Spec: `idl`.
    pub(super) fn file(&mut self) -> Tree {
        let mut tree = Tree::default();
        self.skip_blank();
        while self.is(TokenKind::Dollar) && self.has_room() {
            if self.control(&mut tree).is_err() {
                self.recover();
                self.is_misread |= self.version == Version::V1;
            }
        }
        tree.version = self.version;
        tree.is_misread = self.is_misread;
        self.skip_blank();
        while self.is_word("metadata") && self.has_room() {
            if self.metadata(&mut tree).is_err() {
                self.recover();
            }
        }
        if self.head(&mut tree).is_ok() {
            self.shape_section(&mut tree);
        }
        tree.is_malformed = self.fault == Some(Fault::Syntax);
        tree.references = std::mem::take(&mut self.references);
        tree
    }

    /// Spec: `ControlStatement`.
    fn control(&mut self, tree: &mut Tree) -> Parsed<()> {
        self.advance();
        let key = self.key()?;
        self.skip_spaces();
        self.expect(TokenKind::Colon)?;
        self.skip_spaces();
        let place = self.token();
        let value = self.node()?;
        if &*key.text != "version" {
            if tree.controls.iter().any(|known| known.key.text == key.text) {
                return Err(self.duplicate_control(place, key));
            }
            match Suffix::of_control(&key.text) {
                Some(suffix) => self.set_suffix(suffix, &key, &value, place),
                None => {
                    let value = self.text_at(value.span);
                    let facts = SyntaxFacts::UnknownControl { key: key.text.to_string(), value };
                    self.report(Diagnostic::of(Severity::Warning, "Model", facts, key.span));
                }
            }
            tree.controls.push(Entry { key, value });
            return self.expect_line_end();
        }
        let Some(text) = value.as_str() else {
            let problem = SyntaxProblem::ControlType { key: key.text.into(), found: self.text_at(value.span) };
            let error = self.meaning_error(place, problem);
            self.report(error.with_help("the supported versions are \"1.0\" and \"2.0\", in quotes"));
            // The rest cannot be interpreted without a version.
            self.skip_to_end();
            return Err(Halt);
        };
        if std::mem::replace(&mut self.has_version, true) {
            return Err(self.duplicate_control(place, key));
        }
        let Some(version) = Version::from_text(text) else {
            let problem = SyntaxProblem::UnsupportedVersion { version: text.to_owned() };
            let diagnostic = self.meaning_error(self.token(), problem).at(value.span);
            self.report(diagnostic.with_help("the supported versions are \"1.0\" and \"2.0\""));
            return Err(Halt);
        };
        self.version = version;
        self.expect_line_end()
    }

    /// Sets a suffix of inline structures. With one that is not part of an identifier, the default is used.
    fn set_suffix(&mut self, suffix: Suffix, key: &Name, value: &Node, place: Token) {
        let key = key.text.to_string();
        let problem = match value.as_str() {
            None => SyntaxProblem::ControlType { key, found: self.text_at(value.span) },
            Some(text) if text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') => {
                self.suffixes.push((suffix, text.into()));
                return;
            }
            Some(text) => SyntaxProblem::SuffixCharacters { key, suffix: text.to_owned() },
        };
        let error = self.meaning_error(place, problem).at(value.span);
        self.report(error);
    }

    /// The text at a place in this file.
    fn text_at(&self, span: Span) -> String {
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default().to_owned()
    }

    fn duplicate_control(&mut self, value: Token, key: Name) -> Halt {
        let error = self.meaning_error(value, SyntaxProblem::DuplicateControl { key: key.text.into() });
        self.report(error);
        Halt
    }

    /// Spec: `MetadataStatement`.
    fn metadata(&mut self, tree: &mut Tree) -> Parsed<()> {
        self.advance();
        self.expect_spaces()?;
        let key = self.key()?;
        self.skip_spaces();
        self.expect(TokenKind::Equal)?;
        self.skip_spaces();
        let value = self.node()?;
        tree.metadata.push(Entry { key, value });
        self.expect_line_end()?;
        self.skip_blank();
        Ok(())
    }

    /// Spec: `NamespaceStatement UseSection`. The file may end before it.
    fn head(&mut self, tree: &mut Tree) -> Parsed<()> {
        if self.is(TokenKind::Eof) {
            return Ok(());
        }
        if !self.is_word("namespace") {
            let problem = |found| SyntaxProblem::ExpectedNamespace { found };
            return Err(self.unexpected(problem, "`namespace` is expected here"));
        }
        self.advance();
        self.expect_spaces()?;
        let namespace = self.namespace()?;
        self.namespace.clone_from(&namespace.text);
        tree.namespace = Some(namespace);
        self.expect_line_end()?;
        self.skip_blank();
        // The meaning of names depends on imports, so nothing is read after an invalid one.
        while self.is_word("use") && self.has_room() {
            let name = self.use_statement()?;
            let short = name.text.rsplit('#').next().unwrap_or_default();
            if let Some(first) = self.imports.get(short) {
                let facts = SyntaxFacts::UsedName { name: name.text.to_string(), other: first.text.to_string() };
                let error = Diagnostic::error("Model", facts, name.span);
                let error = error.with_label(first.span, "the name is already used here");
                self.fault.get_or_insert(Fault::Meaning);
                self.report(error);
                return Err(Halt);
            }
            self.imports.insert(short.into(), name.clone());
            self.expect_line_end()?;
            tree.uses.push(name);
            self.skip_blank();
        }
        Ok(())
    }

    /// Spec: `UseStatement`.
    fn use_statement(&mut self) -> Parsed<Name> {
        self.advance();
        self.expect_spaces()?;
        self.absolute_id()
    }

    /// Spec: `ShapeStatements`.
    fn shape_section(&mut self, tree: &mut Tree) {
        // Documentation before the first shape was read while looking for `use`.
        let mut docs = self.take_docs();
        while !self.is(TokenKind::Eof) && self.has_room() {
            if let Err(Halt) = self.statement(tree, docs.take()) {
                self.recover();
            }
        }
        if let Some(docs) = docs {
            self.report_stray(&docs.text, docs.span);
        }
    }

    /// Parses a statement. `docs` are its documentation comments that were read already.
    fn statement(&mut self, tree: &mut Tree, docs: Option<Name>) -> Parsed<()> {
        let mut traits = self.traits()?;
        traits.extend(docs.map(documentation));
        if self.is(TokenKind::Eof) {
            match traits.as_slice() {
                [] => return Ok(()),
                [TraitUse { is_comment: true, id, value: Some(docs) }] => {
                    self.report_stray(docs.as_str().unwrap_or_default(), id.span);
                    return Ok(());
                }
                _ => {}
            }
        }
        if self.is(TokenKind::Dollar) {
            let found = self.token().kind.found(self.lexeme());
            let problem = SyntaxProblem::Expected { expected: TokenKind::Identifier.expected(), found };
            let error = self.syntax_error(self.token(), problem);
            self.report(error.with_help("control statements must be at the start of the file"));
            return Err(Halt);
        }
        if !self.is(TokenKind::Identifier) {
            self.expect(TokenKind::Identifier)?;
        }
        if self.is_word("apply") {
            if let Some(first) = traits.iter().find(|first| !first.is_comment) {
                let diagnostic = self
                    .syntax_error(self.token(), SyntaxProblem::TraitsOnApply {})
                    .at(first.id.span)
                    .with_help("in an `apply` statement, traits follow the name of the shape");
                self.report(diagnostic);
                return Err(Halt);
            }
            // Documentation comments before `apply` have no effect.
            let apply = self.apply()?;
            tree.statements.push(Statement::Apply(apply));
            return self.expect_line_end();
        }
        if self.is_word("use") {
            return self.misplaced_use(tree, traits);
        }
        let mut shape = self.shape(traits)?;
        let rest = self.rest_of_shape(&mut shape);
        let is_broken = shape.state == State::Broken;
        tree.statements.push(Statement::Shape(shape));
        rest?;
        debug_assert!(!is_broken, "a broken definition is an error");
        self.expect_line_end()
    }

    /// A `use` statement after a shape is an error, like all unknown types of shapes. Its name is known all the same,
    /// so that nothing else is reported about shapes with that name.
    fn misplaced_use(&mut self, tree: &mut Tree, traits: Vec<TraitUse>) -> Parsed<()> {
        let error = self.shape(traits).map(|_| ());
        if self.is_word("use") {
            let name = self.use_statement()?;
            let short = name.text.rsplit('#').next().unwrap_or_default();
            if !self.imports.contains_key(short) {
                self.imports.insert(short.into(), name.clone());
                tree.misplaced_uses.push(name);
            }
        }
        error
    }

    /// Spec: `ApplyStatement`.
    fn apply(&mut self) -> Parsed<Apply> {
        self.advance();
        self.expect_blank()?;
        let target = self.shape_id()?;
        self.expect_blank()?;
        let traits = match self.kind() {
            TokenKind::At => vec![self.trait_use()?],
            TokenKind::LBrace => {
                self.advance();
                self.skip_blank();
                let mut traits = Vec::new();
                while self.is(TokenKind::At) {
                    traits.push(self.trait_use()?);
                    self.skip_blank();
                }
                self.expect(TokenKind::RBrace)?;
                traits
            }
            _ => return Err(self.expected_one_of(&[TokenKind::At, TokenKind::LBrace])),
        };
        Ok(Apply { target, traits })
    }
}
