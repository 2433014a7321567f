//! Overrides of generated code: configured names, modules of other namespaces, types, and attributes.
//! Checks entries alone, and whether models have the shapes that they name; does not know how code is generated.

use std::collections::{BTreeMap, BTreeSet};

use syn::parse::Parser as _;

use super::{ID, is_rust_identifier};
use crate::diagnostic::{ConfigFacts, Diagnostic, ErrorFacts, Severity};
use crate::hash::{HashMap, HashSet};
use crate::model::graph::Graph;
use crate::model::{Model, ShapeId, is_identifier};
use crate::nearest::nearest;
use crate::selector::{Budget, Selector};
use crate::source::Span;

/// Configured names, modules of other namespaces, types, and attributes.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// Rust names of shapes and members, by their ID.
    pub renames: BTreeMap<ShapeId, Entry>,
    /// Modules that have the types of a namespace, by the namespace.
    pub externs: BTreeMap<String, Entry>,
    /// Paths of the user's types that replace those of shapes, by the ID of the shape.
    pub types: BTreeMap<ShapeId, Entry>,
    /// Attributes of types, fields and variants.
    pub attributes: Vec<Attributes>,
}

/// A value for an ID or a namespace.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The value: a Rust name, or the path of a module.
    pub value: String,
    /// Location of the key.
    pub key_span: Span,
    /// Location of the value.
    pub span: Span,
}

/// Attributes of the types, fields and variants that a selector matches.
#[derive(Clone, Debug)]
pub struct Attributes {
    /// Selects shapes and members.
    pub selector: Selector,
    /// Location of the selector.
    pub span: Span,
    /// Paths of derive macros, for types.
    pub derive: Vec<String>,
    /// Attributes, such as `#[must_use]`.
    pub attributes: Vec<String>,
}

impl Overrides {
    /// Adds the Rust name of a shape or member.
    ///
    /// # Errors
    /// The ID or the name is not valid.
    pub fn rename(&mut self, id: &str, entry: Entry) -> Result<(), Diagnostic> {
        let Ok(shape) = ShapeId::parse(id) else {
            let error = fault(ConfigFacts::NotAShapeId { id: id.to_owned() }, entry.key_span);
            return Err(error.with_help("write `namespace#Shape` or `namespace#Shape$member`"));
        };
        let name = &entry.value;
        let is_name = is_identifier(name) && is_rust_identifier(name);
        let is_type = shape.member().is_some() || name.starts_with(|first: char| first.is_ascii_uppercase());
        if !is_name || !is_type {
            let name = name.clone();
            let facts = match shape.member() {
                Some(_) => ConfigFacts::NotAName { name },
                None => ConfigFacts::NotATypeName { name },
            };
            let error = fault(facts, entry.span);
            return Err(if is_identifier(&entry.value) && !is_rust_identifier(&entry.value) {
                error.with_help("it is a keyword of Rust: choose another name")
            } else {
                error.with_help("use letters, digits and `_`; names of types start with a capital letter")
            });
        }
        self.renames.insert(shape, entry);
        Ok(())
    }

    /// Adds the module that has the types of a namespace.
    ///
    /// # Errors
    /// The value is not the path of a module.
    pub fn map_namespace(&mut self, namespace: &str, entry: Entry) -> Result<(), Diagnostic> {
        let path = syn::Path::parse_mod_style.parse_str(&entry.value);
        if path.is_err() {
            let error = fault(ConfigFacts::NotAModule { path: entry.value.clone() }, entry.span);
            return Err(error.with_help("write the path of a generated module, such as `acme_common::common`"));
        }
        self.externs.insert(namespace.to_owned(), entry);
        Ok(())
    }

    /// Adds the path of the user's type that replaces that of a shape.
    ///
    /// # Errors
    /// The ID is not that of a shape, or the value is not a path that is valid in any module.
    pub fn replace_type(&mut self, id: &str, entry: Entry) -> Result<(), Diagnostic> {
        let Some(shape) = ShapeId::parse(id).ok().filter(|id| id.member().is_none()) else {
            let error = fault(ConfigFacts::NotAShapeId { id: id.to_owned() }, entry.key_span);
            return Err(error.with_help("write `namespace#Shape`"));
        };
        let path = syn::Path::parse_mod_style.parse_str(&entry.value);
        let is_relative = |path: &syn::Path| {
            let first = path.segments.first().map(|segment| segment.ident.to_string());
            path.segments.len() < 2 || first.is_some_and(|first| matches!(first.as_str(), "self" | "super"))
        };
        if path.is_ok_and(|path| !is_relative(&path)) {
            self.types.insert(shape, entry);
            return Ok(());
        }
        let error = fault(ConfigFacts::NotAType { path: entry.value.clone() }, entry.span);
        Err(error.with_help("start with `crate::`, or with the name of a crate, such as `acme_types::OrderId`"))
    }

    /// Adds attributes of the shapes and members that a selector matches, unless one is invalid. Returns all errors.
    pub fn add_attributes(
        &mut self,
        (selector, span): (&str, Span),
        derive: Vec<(String, Span)>,
        attributes: Vec<(String, Span)>,
    ) -> Vec<Diagnostic> {
        let derives = derive.iter().filter_map(|(path, span)| check_derive(path, *span).err());
        let others = attributes.iter().filter_map(|(text, span)| check_attribute(text, *span).err());
        let mut errors: Vec<Diagnostic> = derives.chain(others).collect();
        let texts = |texts: Vec<(String, Span)>| texts.into_iter().map(|(text, _)| text).collect();
        match Selector::parse(selector) {
            Ok(selector) => {
                let (derive, attributes) = (texts(derive), texts(attributes));
                self.attributes.push(Attributes { selector, span, derive, attributes });
            }
            Err(error) => errors.push(Diagnostic::error(ID, ErrorFacts::of(&error), span)),
        }
        errors
    }

    /// The configured Rust name of a shape or member.
    pub(crate) fn name(&self, id: &ShapeId) -> Option<&str> {
        self.renames.get(id).map(|entry| entry.value.as_str())
    }
}

fn fault(facts: ConfigFacts, span: Span) -> Diagnostic {
    Diagnostic::of(Severity::Error, ID, facts, span)
}

/// Checks the path of a derive macro.
fn check_derive(path: &str, span: Span) -> Result<(), Diagnostic> {
    syn::Path::parse_mod_style.parse_str(path).map(drop).map_err(|_| {
        let error = fault(ConfigFacts::NotADerive { path: path.to_owned() }, span);
        error.with_help("write a path such as `Hash` or `arbitrary::Arbitrary`")
    })
}

/// Checks that the text is one or more outer attributes.
fn check_attribute(text: &str, span: Span) -> Result<(), Diagnostic> {
    let attributes = syn::Attribute::parse_outer.parse_str(text);
    if attributes.is_ok_and(|attributes| !attributes.is_empty()) {
        return Ok(());
    }
    let error = fault(ConfigFacts::NotAnAttribute { text: text.to_owned() }, span);
    Err(error.with_help("write it as in code, such as `#[must_use]`"))
}

/// Finds entries whose shape or namespace no model has, and attributes that no shape gets.
#[derive(Debug)]
pub struct Matches<'f> {
    overrides: &'f Overrides,
    found: HashSet<&'f str>,
    /// The nearest name in a model, by the key of the entry.
    near: HashMap<&'f str, String>,
    /// Attributes whose selector matches nothing so far.
    unmatched: Vec<&'f Attributes>,
}

impl<'f> Matches<'f> {
    /// Starts without models.
    pub fn new(overrides: &'f Overrides) -> Self {
        let unmatched = overrides.attributes.iter().collect();
        Self { overrides, found: HashSet::default(), near: HashMap::default(), unmatched }
    }

    /// Adds models that were added to others.
    pub fn merge(&mut self, others: Self) {
        self.found.extend(others.found);
        self.near.extend(others.near);
        self.unmatched.retain(|entry| others.unmatched.iter().any(|other| std::ptr::eq(*entry, *other)));
    }

    /// Adds a model.
    pub fn add(&mut self, model: &Model) {
        let ids = self.overrides.renames.keys().chain(self.overrides.types.keys());
        for id in ids.filter(|id| !self.found.contains(id.as_str())).collect::<Vec<_>>() {
            if model.shape(id).is_some() || model.member(id).is_some() {
                self.found.insert(id.as_str());
            } else {
                let is_member = id.member().is_some();
                let shapes = model.own_shapes();
                let ids = shapes.flat_map(|shape| {
                    let members = shape.members.values().filter(|_| is_member).map(|member| member.id.as_str());
                    members.chain((!is_member).then(|| shape.id.as_str()))
                });
                self.near.extend(nearest(id.as_str(), ids).map(|near| (id.as_str(), near.to_owned())));
            }
        }
        let namespaces: BTreeSet<&str> = model.own_shapes().map(|shape| shape.id.namespace()).collect();
        for namespace in self.overrides.externs.keys() {
            if namespaces.contains(namespace.as_str()) {
                self.found.insert(namespace);
            } else {
                let near = nearest(namespace, namespaces.iter().copied());
                self.near.extend(near.map(|near| (namespace.as_str(), near.to_owned())));
            }
        }
        if !self.unmatched.is_empty() {
            let graph = Graph::new(model);
            let budget = Budget::new(&graph);
            // Lowering reports a selector that takes too many steps.
            self.unmatched.retain(|entry| {
                entry.selector.select(&graph, &budget).is_ok_and(|selection| selection.elements.is_empty())
            });
        }
    }

    /// The errors of entries that no model matches.
    pub fn finish(self) -> Vec<Diagnostic> {
        type Facts = fn(String) -> ConfigFacts;
        let member: Facts = |id| ConfigFacts::NoShapeOrMember { id };
        let namespace: Facts = |name| ConfigFacts::NoNamespace { name };
        let shape: Facts = |id| ConfigFacts::NoShape { id };
        let renames = self.overrides.renames.iter().map(|(id, entry)| (member, id.as_str(), entry));
        let externs = self.overrides.externs.iter().map(|(name, entry)| (namespace, name.as_str(), entry));
        let types = self.overrides.types.iter().map(|(id, entry)| (shape, id.as_str(), entry));
        let missing = renames.chain(externs).chain(types).filter(|(_, key, _)| !self.found.contains(key));
        let error = |(facts, key, entry): (Facts, &str, &Entry)| {
            fault(facts(key.to_owned()), entry.key_span).with_nearest(self.near.get(key))
        };
        let unmatched = self.unmatched.iter().map(|entry| {
            fault(ConfigFacts::NothingSelected {}, entry.span)
                .with_help("correct the selector, or remove the attributes")
        });
        missing.map(error).chain(unmatched).collect()
    }
}
