//! Arguments of transforms, as typed values. Errors are collected, so that all of them are reported at once.

use super::{ID, Signature, fault};
use crate::diagnostic::{Backticked, Diagnostic, ErrorFacts, HelpFacts, Note, ProjectFacts, TransformFacts};
use crate::model::{Node, Object, ShapeId, Value, prelude};
use crate::nearest::nearest;
use crate::selector::Selector;
use crate::source::Span;

/// The arguments of a transform.
pub(super) struct Arguments<'n> {
    signature: Signature,
    /// Location of the transform.
    span: Span,
    given: Vec<(&'n str, &'n Node)>,
    errors: Vec<Diagnostic>,
}

impl<'n> Arguments<'n> {
    pub(super) fn new(signature: Signature, span: Span, node: Option<&'n Node>) -> Self {
        let mut arguments = Self { signature, span, given: Vec::new(), errors: Vec::new() };
        match node.map(|node| (node, &node.value)) {
            None => {}
            Some((node, Value::Array(_))) => match signature.list {
                Some(list) => arguments.given.push((list, node)),
                None => arguments.wrong(node, "an object"),
            },
            Some((_, Value::Object(object))) => arguments.object(object),
            Some((node, _)) => arguments.wrong(node, "an object"),
        }
        arguments
    }

    fn object(&mut self, object: &'n Object) {
        let known = self.signature.arguments;
        for (key, (span, node)) in object {
            if known.contains(&&**key) {
                self.given.push((key, node));
                continue;
            }
            let facts =
                TransformFacts::UnknownTransformArgument { transform: self.signature.name, argument: key.to_string() };
            let error = fault(facts, *span);
            self.errors.push(match (nearest(key, known.iter().copied()), known) {
                (None, []) => error.with_help("it has no arguments"),
                (None, known) => {
                    let arguments = known.iter().map(ToString::to_string).collect();
                    error.with_help(HelpFacts::Arguments { arguments: Backticked(arguments) })
                }
                (near, _) => error.with_nearest(near),
            });
        }
    }

    /// The errors so far.
    pub(super) fn errors(self) -> Vec<Diagnostic> {
        self.errors
    }

    /// The location of an argument, or that of the transform.
    pub(super) fn span(&self, key: &str) -> Span {
        self.get(key).map_or(self.span, |node| node.span)
    }

    /// Reports missing arguments.
    pub(super) fn require(&mut self, keys: &[&str]) {
        for key in keys {
            if self.get(key).is_none() {
                let (transform, argument) = (self.signature.name, (*key).to_owned());
                self.errors.push(fault(TransformFacts::MissingTransformArgument { transform, argument }, self.span));
            }
        }
    }

    /// Reports two arguments that exclude each other.
    pub(super) fn exclude(&mut self, first: &str, second: &str) {
        let (Some(_), Some(node)) = (self.get(first), self.get(second)) else { return };
        let facts = TransformFacts::ExclusiveArguments { first: first.to_owned(), second: second.to_owned() };
        self.errors.push(fault(facts, node.span).with_help("remove one of them"));
    }

    /// A list of strings; empty if the argument is absent.
    pub(super) fn strings(&mut self, key: &str) -> Vec<String> {
        self.spanned(key).into_iter().map(|(text, _)| text).collect()
    }

    /// A list of shape IDs.
    pub(super) fn ids(&mut self, key: &str) -> Vec<ShapeId> {
        let texts = self.spanned(key);
        texts.into_iter().filter_map(|(text, span)| self.parse_id(&text, span)).collect()
    }

    /// A shape ID.
    pub(super) fn id(&mut self, key: &str) -> Option<ShapeId> {
        let (text, span) = (self.text(key)?, self.span(key));
        self.parse_id(&text, span)
    }

    /// A string.
    pub(super) fn text(&mut self, key: &str) -> Option<String> {
        let node = self.get(key)?;
        let text = node.as_str().map(str::to_owned);
        if text.is_none() {
            self.wrong(node, "a string");
        }
        text
    }

    /// A boolean; false if the argument is absent.
    pub(super) fn is_set(&mut self, key: &str) -> bool {
        let Some(node) = self.get(key) else { return false };
        node.as_bool().unwrap_or_else(|| {
            self.wrong(node, "a boolean");
            false
        })
    }

    /// A selector.
    pub(super) fn selector(&mut self, key: &str) -> Option<Selector> {
        let (text, span) = (self.text(key)?, self.span(key));
        match Selector::parse(&text) {
            Ok(selector) => Some(selector),
            Err(error) => {
                self.errors.push(Diagnostic::error(ID, ErrorFacts::of(&error), span));
                None
            }
        }
    }

    /// A map from shape IDs to strings, with the places of both.
    pub(super) fn by_id(&mut self, key: &str) -> Vec<(ShapeId, (String, Span))> {
        let Some(node) = self.get(key) else { return Vec::new() };
        let Some(object) = node.as_object() else {
            self.wrong(node, "an object");
            return Vec::new();
        };
        if object.is_empty() {
            self.errors.push(fault(TransformFacts::EmptyArgument { argument: key.to_owned() }, node.span));
        }
        let mut entries = Vec::new();
        for (id, (span, node)) in object {
            let id = self.parse_id(id, *span);
            match node.as_str() {
                Some(text) => entries.extend(id.map(|id| (id, (text.to_owned(), node.span)))),
                None => self.wrong(node, "a string"),
            }
        }
        entries
    }

    /// The IDs of traits, which are relative to the prelude.
    pub(super) fn traits(&mut self, key: &str) -> Vec<ShapeId> {
        let names = self.spanned(key);
        names.into_iter().filter_map(|(name, span)| self.parse_id(&prelude::absolute(&name), span)).collect()
    }

    /// A namespace.
    pub(super) fn namespace(&mut self, key: &str) -> Option<String> {
        let name = self.text(key)?;
        self.check_namespace(&name, self.span(key));
        Some(name)
    }

    /// Reports a text that is not a namespace.
    pub(super) fn check_namespace(&mut self, name: &str, span: Span) {
        if ShapeId::parse(&format!("{name}#A")).is_err() {
            let facts = TransformFacts::NotANamespace { name: name.to_owned() };
            self.errors.push(fault(facts, span).with_help("write, for example, `example.weather`"));
        }
    }

    /// Parses a shape ID.
    pub(super) fn parse_id(&mut self, text: &str, span: Span) -> Option<ShapeId> {
        let parsed = ShapeId::parse(text);
        parsed.map_err(|error| self.errors.push(Diagnostic::error(ID, ErrorFacts::of(&error), span))).ok()
    }

    /// Reports the value of an argument.
    pub(super) fn report(&mut self, facts: TransformFacts, span: Span, help: impl Into<Note>) {
        self.errors.push(fault(facts, span).with_help(help));
    }

    fn get(&self, key: &str) -> Option<&'n Node> {
        self.given.iter().find(|(given, _)| *given == key).map(|(_, node)| *node)
    }

    /// A list of strings, with their places.
    pub(super) fn spanned(&mut self, key: &str) -> Vec<(String, Span)> {
        let Some(node) = self.get(key) else { return Vec::new() };
        let Some(nodes) = node.as_array() else {
            self.wrong(node, "an array of strings");
            return Vec::new();
        };
        let mut texts = Vec::new();
        for node in nodes {
            match node.as_str() {
                Some(text) => texts.push((text.to_owned(), node.span)),
                None => self.wrong(node, "a string"),
            }
        }
        texts
    }

    fn wrong(&mut self, node: &Node, expected: &'static str) {
        let facts = ProjectFacts::ProjectPropertyType { expected, found: node.kind() };
        self.errors.push(Diagnostic::error(ID, facts, node.span));
    }
}
