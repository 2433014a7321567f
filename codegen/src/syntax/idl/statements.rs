//! The sections of a file: control statements, metadata, the namespace, `use`, shapes and `apply`.

use super::parser::{Halt, Parsed, Parser};
use super::token::TokenKind;
use super::tree::{Apply, Entry, Name, Statement, Tree, Version};
use crate::diagnostic::{Diagnostic, Severity};

impl Parser<'_> {
    /// Spec: `idl`.
    pub(super) fn file(&mut self) -> Tree {
        let mut tree = Tree::default();
        self.skip_blank();
        while self.is(TokenKind::Dollar) && self.has_room() {
            if self.control(&mut tree).is_err() {
                self.recover_to_line();
            }
        }
        tree.version = self.version;
        while self.is_word("metadata") && self.has_room() {
            match self.metadata() {
                Ok(entry) => tree.metadata.push(entry),
                Err(Halt) => self.recover_to_line(),
            }
        }
        if self.head(&mut tree).is_ok() {
            self.shape_section(&mut tree);
        }
        self.end_docs();
        tree.references = std::mem::take(&mut self.references);
        tree.broken = std::mem::take(&mut self.broken);
        tree
    }

    /// Before the namespace, recovery skips to the next line.
    fn recover_to_line(&mut self) {
        while !matches!(self.kind(), TokenKind::Eof | TokenKind::Newline) {
            self.advance();
        }
        self.skip_blank();
    }

    /// Spec: `ControlStatement`.
    fn control(&mut self, tree: &mut Tree) -> Parsed<()> {
        self.advance();
        let key = self.key()?;
        if &*key.text == "version" && !self.has_version {
            // An invalid version is treated as the current one.
            self.version = Version::V2;
        }
        self.skip_spaces();
        self.expect(TokenKind::Colon)?;
        self.skip_spaces();
        let place = self.token();
        let value = self.node()?;
        if &*key.text != "version" {
            if tree.controls.iter().any(|known| known.key.text == key.text) {
                return Err(self.error(place, &format!("Duplicate control statement `{}`", key.text), ""));
            }
            if !matches!(&*key.text, "operationInputSuffix" | "operationOutputSuffix") {
                let shown = self.text.get(value.span.start as usize..value.span.end as usize).unwrap_or_default();
                let message = format!("Unknown control statement `{}` with value `{shown}`", key.text);
                self.report(Diagnostic::new(Severity::Warning, "Model", message, key.span));
            }
            tree.controls.push(Entry { key, value });
            return self.expect_line_end();
        }
        let Some(text) = value.as_str() else {
            let shown = self.text.get(value.span.start as usize..value.span.end as usize).unwrap_or_default();
            let message = format!("The $version control statement must have a string value, but found {shown}");
            let error = self.syntax_error(place, &message);
            self.report(error.with_help("the versions are \"1.0\" and \"2.0\", with quotes"));
            return Err(Halt);
        };
        if std::mem::replace(&mut self.has_version, true) {
            return Err(self.error(place, "Duplicate control statement `version`", ""));
        }
        let Some(version) = Version::from_text(text) else {
            let message = format!("Unsupported Smithy version number: {text}");
            let diagnostic = self.syntax_error(self.token(), &message).at(value.span);
            self.report(diagnostic.with_help("the versions are \"1.0\" and \"2.0\""));
            return Err(Halt);
        };
        self.version = version;
        self.expect_line_end()
    }

    /// Spec: `MetadataStatement`.
    fn metadata(&mut self) -> Parsed<Entry> {
        self.advance();
        self.expect_spaces()?;
        let key = self.key()?;
        self.skip_spaces();
        self.expect(TokenKind::Equal)?;
        self.skip_spaces();
        let value = self.node()?;
        self.expect_line_end()?;
        Ok(Entry { key, value })
    }

    /// Spec: `NamespaceStatement UseSection`. The file may end before it.
    fn head(&mut self, tree: &mut Tree) -> Parsed<()> {
        if self.is(TokenKind::Eof) {
            return Ok(());
        }
        if !self.is_word("namespace") {
            return Err(self.unexpected("Expected a namespace definition but found", "`namespace` is expected here"));
        }
        self.advance();
        self.expect_spaces()?;
        let namespace = self.namespace()?;
        self.namespace.clone_from(&namespace.text);
        tree.namespace = Some(namespace);
        self.expect_line_end()?;
        while self.is_word("use") && self.has_room() {
            let start = self.place();
            match self.use_statement() {
                Ok(name) => tree.uses.push(name),
                Err(Halt) => self.recover(start),
            }
        }
        Ok(())
    }

    /// Spec: `UseStatement`.
    fn use_statement(&mut self) -> Parsed<Name> {
        self.advance();
        self.expect_spaces()?;
        let name = self.absolute_id()?;
        self.expect_line_end()?;
        Ok(name)
    }

    /// Spec: `ShapeStatements`.
    fn shape_section(&mut self, tree: &mut Tree) {
        while !self.is(TokenKind::Eof) && self.has_room() {
            let start = self.place();
            match self.statement() {
                Ok(statement) => tree.statements.push(statement),
                Err(Halt) => self.recover(start),
            }
        }
    }

    fn statement(&mut self) -> Parsed<Statement> {
        let traits = self.traits().inspect_err(|_| self.lost_traits = true)?;
        if self.is(TokenKind::Dollar) {
            let found = self.token().kind.found(self.lexeme());
            let message = format!("Expected {} but found {found}", TokenKind::Identifier.expected());
            let error = self.syntax_error(self.token(), &message);
            self.report(error.with_help("control statements must be at the start of the file"));
            return Err(Halt);
        }
        if !self.is(TokenKind::Identifier) {
            self.expect(TokenKind::Identifier)?;
        }
        if self.is_word("apply") {
            if let Some(first) = traits.iter().find(|first| !first.is_comment) {
                let message = "Traits applied to apply statement";
                let diagnostic = self
                    .syntax_error(self.token(), message)
                    .at(first.id.span)
                    .with_help("in an `apply` statement, traits follow the name of the shape");
                self.report(diagnostic);
                self.advance();
                return Err(Halt);
            }
            // Documentation comments before `apply` have no effect.
            return self.apply().map(Statement::Apply);
        }
        let shape = self.shape(traits)?;
        if let Err(halt) = self.expect_line_end() {
            self.broken.push((shape.name, shape.kind));
            return Err(halt);
        }
        Ok(Statement::Shape(shape))
    }

    /// Spec: `ApplyStatement`.
    fn apply(&mut self) -> Parsed<Apply> {
        self.advance();
        self.expect_spaces()?;
        let target = self.shape_id()?;
        self.expect_blank()?;
        let traits = match self.kind() {
            TokenKind::At => vec![self.trait_use()?],
            TokenKind::LBrace => {
                self.advance();
                self.skip_blank();
                let mut traits = Vec::new();
                while !self.is(TokenKind::RBrace) {
                    traits.push(self.trait_use()?);
                    self.skip_blank();
                }
                self.advance();
                traits
            }
            _ => return Err(self.expected_one_of(&[TokenKind::At, TokenKind::LBrace])),
        };
        self.expect_line_end()?;
        Ok(Apply { target, traits })
    }
}
