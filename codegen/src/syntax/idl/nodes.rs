//! Node values, shape IDs and traits (spec: "Node values", "Shape ID", "Traits").

use std::borrow::Cow;

use super::parser::{Fault, Halt, Parsed, Parser};
use super::strings::{self, Quoting};
use super::token::{Token, TokenKind};
use super::tree::{Name, TraitUse};
use crate::diagnostic::{Diagnostic, SyntaxFacts, SyntaxProblem};
use crate::model::{Node, Number, Object, Trait, Value};
use crate::source::Span;
use crate::traits::Documentation;

/// Maximum nesting of values.
pub(super) const MAX_DEPTH: usize = 200;

const NODE: [TokenKind; 6] = [
    TokenKind::String,
    TokenKind::TextBlock,
    TokenKind::Number,
    TokenKind::Identifier,
    TokenKind::LBrace,
    TokenKind::LBracket,
];

const TRAIT_VALUE: [TokenKind; 6] = [
    TokenKind::LBrace,
    TokenKind::LBracket,
    TokenKind::TextBlock,
    TokenKind::String,
    TokenKind::Number,
    TokenKind::Identifier,
];

impl Parser<'_> {
    /// Spec: `NodeValue`.
    pub(super) fn node(&mut self) -> Parsed<Node> {
        match self.kind() {
            TokenKind::String | TokenKind::TextBlock => self.string(),
            TokenKind::Number => Ok(self.number()),
            TokenKind::Identifier => self.word(),
            TokenKind::LBrace => self.object(),
            TokenKind::LBracket => self.array(),
            _ => Err(self.expected_one_of(&NODE)),
        }
    }

    fn string(&mut self) -> Parsed<Node> {
        let (token, lexeme) = (self.token(), self.lexeme());
        let quoting = Quoting::at(lexeme.as_bytes());
        let mark = quoting.mark();
        let content = lexeme.strip_prefix(mark).and_then(|rest| rest.strip_suffix(mark)).unwrap_or_default();
        match strings::decode(content, quoting).map(Cow::into_owned) {
            Ok(value) => {
                self.advance();
                Ok(Node { value: Value::String(value.into()), span: self.span_of(token) })
            }
            Err(problem) => Err(self.error(token, SyntaxProblem::Text { text: quoting.kind(), problem }, "")),
        }
    }

    fn number(&mut self) -> Node {
        let node = Node { value: Value::Number(Number::from_text(self.lexeme())), span: self.span() };
        self.advance();
        node
    }

    /// A keyword, or an unquoted shape ID.
    fn word(&mut self) -> Parsed<Node> {
        let name = self.shape_id()?;
        Ok(self.reference(name))
    }

    fn reference(&mut self, name: Name) -> Node {
        let value = match &*name.text {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            "null" => Value::Null,
            _ => {
                self.references.insert(name.span.start, name.clone());
                Value::String(name.text.into())
            }
        };
        Node { value, span: name.span }
    }

    fn deeper<T>(&mut self, inside: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        if self.depth >= MAX_DEPTH {
            return Err(self.error_here(SyntaxProblem::Depth { limit: MAX_DEPTH }));
        }
        self.depth += 1;
        let result = inside(self);
        self.depth -= 1;
        result
    }

    fn array(&mut self) -> Parsed<Node> {
        let start = self.span();
        self.advance();
        self.deeper(|parser| {
            let mut nodes = Vec::new();
            loop {
                parser.skip_blank();
                if parser.is(TokenKind::RBracket) {
                    let span = start.to(parser.span());
                    parser.advance();
                    return Ok(Node { value: Value::Array(nodes), span });
                }
                nodes.push(parser.node()?);
            }
        })
    }

    fn object(&mut self) -> Parsed<Node> {
        let (start, open) = (self.span(), self.token());
        self.advance();
        let mut object = Object::new();
        self.deeper(|parser| parser.entries(&mut object, TokenKind::RBrace, open))?;
        let span = start.to(self.span());
        self.expect(TokenKind::RBrace)?;
        Ok(Node { value: Value::Object(object), span })
    }

    /// Spec: `NodeObject`, as the body of a service or resource.
    pub(super) fn properties(&mut self) -> Parsed<Object> {
        let open = self.expect(TokenKind::LBrace)?;
        let mut object = Object::new();
        self.entries(&mut object, TokenKind::RBrace, open)?;
        self.expect(TokenKind::RBrace)?;
        Ok(object)
    }

    /// Keys and values up to the closing token, which is not consumed.
    fn entries(&mut self, object: &mut Object, closing: TokenKind, open: Token) -> Parsed<()> {
        loop {
            self.skip_blank();
            if self.is(closing) {
                return Ok(());
            }
            let is_statement = self.begins_statement();
            let entry = self.key().and_then(|key| self.entry(object, key));
            if entry.is_err() && is_statement {
                self.blame_unclosed(open);
            }
            entry?;
        }
    }

    fn entry(&mut self, object: &mut Object, key: Name) -> Parsed<()> {
        self.skip_blank();
        self.expect(TokenKind::Colon)?;
        self.skip_blank();
        let node = self.node()?;
        if let Some((first, _)) = object.get(&key.text) {
            let facts = SyntaxFacts::DuplicateKey { key: key.text.into() };
            let diagnostic = Diagnostic::error("Model", facts, key.span).with_label(*first, "it already has a value");
            self.fault.get_or_insert(Fault::Meaning);
            self.report(diagnostic);
            return Err(Halt);
        }
        object.insert(key.text, (key.span, node));
        Ok(())
    }

    /// Spec: `NodeObjectKey`.
    pub(super) fn key(&mut self) -> Parsed<Name> {
        match self.kind() {
            TokenKind::Identifier => Ok(self.take_name()),
            TokenKind::String => {
                let node = self.string()?;
                Ok(Name { text: node.as_str().unwrap_or_default().into(), span: node.span })
            }
            _ => Err(self.expected_one_of(&[TokenKind::Identifier, TokenKind::String])),
        }
    }

    // Shape IDs

    /// Spec: `Namespace`.
    pub(super) fn namespace(&mut self) -> Parsed<Name> {
        let first = self.identifier()?;
        self.parts(first)
    }

    fn parts(&mut self, mut name: Name) -> Parsed<Name> {
        while self.is(TokenKind::Dot) {
            self.advance();
            let part = self.identifier()?;
            name.text = format!("{}.{}", name.text, part.text).into();
            name.span = name.span.to(part.span);
        }
        Ok(name)
    }

    /// Spec: `AbsoluteRootShapeId`.
    pub(super) fn absolute_id(&mut self) -> Parsed<Name> {
        let namespace = self.namespace()?;
        self.expect(TokenKind::Pound)?;
        let name = self.identifier()?;
        Ok(join(namespace, '#', &name))
    }

    /// Spec: `ShapeId`.
    pub(super) fn shape_id(&mut self) -> Parsed<Name> {
        let first = self.identifier()?;
        self.rest_of_id(first)
    }

    fn rest_of_id(&mut self, first: Name) -> Parsed<Name> {
        let mut name = first;
        if matches!(self.kind(), TokenKind::Dot | TokenKind::Pound) {
            name = self.parts(name)?;
            self.expect(TokenKind::Pound)?;
            let rest = self.identifier()?;
            name = join(name, '#', &rest);
        }
        if self.is(TokenKind::Dollar) {
            self.advance();
            let member = self.identifier()?;
            name = join(name, '$', &member);
        }
        Ok(name)
    }

    // Traits

    /// Spec: `TraitStatements`, and the documentation before them.
    pub(super) fn traits(&mut self) -> Parsed<Vec<TraitUse>> {
        let mut traits = Vec::new();
        self.skip_white_space();
        let has_docs = self.is(TokenKind::DocComment);
        self.skip_blank();
        if has_docs {
            traits.extend(self.take_docs().map(documentation));
        }
        while self.is(TokenKind::At) {
            traits.push(self.trait_use()?);
            self.skip_blank();
        }
        Ok(traits)
    }

    /// The traits of a member or inline structure. Documentation comments after traits have no effect.
    pub(super) fn member_traits(&mut self) -> Parsed<Vec<TraitUse>> {
        let traits = self.traits()?;
        self.report_stray_docs();
        Ok(traits)
    }

    /// Spec: `Trait`.
    pub(super) fn trait_use(&mut self) -> Parsed<TraitUse> {
        self.expect(TokenKind::At)?;
        let id = self.shape_id()?;
        if !self.is(TokenKind::LParen) {
            return Ok(TraitUse { id, value: None, is_comment: false });
        }
        let open = self.expect(TokenKind::LParen)?;
        self.skip_blank();
        let value = if self.is(TokenKind::RParen) { None } else { Some(self.trait_value(open)?) };
        self.skip_blank();
        self.expect(TokenKind::RParen)?;
        Ok(TraitUse { id, value, is_comment: false })
    }

    /// A node, or the members of a structure without braces.
    fn trait_value(&mut self, open: Token) -> Parsed<Node> {
        match self.kind() {
            TokenKind::Identifier => {
                let first = self.take_name();
                if matches!(self.kind(), TokenKind::Dot | TokenKind::Pound | TokenKind::Dollar) {
                    let name = self.rest_of_id(first)?;
                    return Ok(self.reference(name));
                }
                self.skip_blank();
                if self.is(TokenKind::RParen) { Ok(self.reference(first)) } else { self.structure(first, open) }
            }
            TokenKind::String => {
                let node = self.string()?;
                self.skip_blank();
                if !self.is(TokenKind::Colon) {
                    return Ok(node);
                }
                let first = Name { text: node.as_str().unwrap_or_default().into(), span: node.span };
                self.structure(first, open)
            }
            kind if TRAIT_VALUE.contains(&kind) => self.node(),
            _ => Err(self.expected_one_of(&TRAIT_VALUE)),
        }
    }

    fn structure(&mut self, first: Name, open: Token) -> Parsed<Node> {
        let start: Span = first.span;
        let mut object = Object::new();
        self.deeper(|parser| {
            parser.entry(&mut object, first)?;
            parser.entries(&mut object, TokenKind::RParen, open)
        })?;
        Ok(Node { value: Value::Object(object), span: start })
    }
}

/// The trait of a documentation comment.
pub(super) fn documentation(docs: Name) -> TraitUse {
    let value = Node { value: Value::String(docs.text.into()), span: docs.span };
    let id = Name { text: Documentation::ID.into(), span: docs.span };
    TraitUse { id, value: Some(value), is_comment: true }
}

fn join(mut left: Name, mark: char, right: &Name) -> Name {
    left.text = format!("{}{mark}{}", left.text, right.text).into();
    left.span = left.span.to(right.span);
    left
}
