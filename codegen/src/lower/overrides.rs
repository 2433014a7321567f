//! Configured names, modules and attributes of generated types. Does not know how they are written.

use super::{Direction, Lowering, UNIT, members, names};
use crate::config::{Entry, Style};
use crate::diagnostic::{ConfigFacts, Diagnostic, ErrorFacts, HelpFacts, NameOwner};
use crate::ir::{Attributes, DefinedIn, ForeignNames};
use crate::model::graph::Graph;
use crate::model::{Member, Shape, ShapeId, ShapeType};
use crate::selector::Budget;

/// The name of a shape or operation.
#[derive(Clone, Copy, Debug)]
pub(super) enum Name<'m> {
    /// A configured Rust name.
    Configured(&'m str),
    /// The name in the model, which a service may change (spec: "Service closure").
    Model(&'m str),
}

impl<'m> Name<'m> {
    pub(super) fn as_str(self) -> &'m str {
        match self {
            Self::Configured(name) | Self::Model(name) => name,
        }
    }

    /// As the name of a type. Configured names are not changed.
    pub(super) fn upper(self, style: Style) -> String {
        match self {
            Self::Configured(name) => name.to_owned(),
            Self::Model(name) => names::upper(name, style),
        }
    }
}

impl<'m> Lowering<'m> {
    /// Reserves the configured names of types, before all others, and reports names that are used twice.
    pub(super) fn reserve_names(&mut self, operations: &[&'m Shape]) {
        let config = self.config;
        for (id, entry) in &config.overrides.renames {
            let other = match id.member() {
                Some(_) => self.member_with_name_of(id, entry),
                None => self.shape_with_name_of(id, entry, operations),
            };
            self.diagnostics.extend(self.unconventional(id, entry));
            if let Some(other) = other {
                let facts = ConfigFacts::SharedName { name: entry.value.clone(), shape: id.clone(), other };
                let error = Diagnostic::error("codegen.Config", facts, entry.span);
                self.diagnostics.push(error.with_help("choose a name that is not used, or rename the other as well"));
            }
            let is_type = self.closure.iter().any(|shape| shape.id == *id && self.has_type(shape));
            if is_type {
                self.type_names.claim(entry.value.clone(), NameOwner::Shape { shape: id.clone() });
            }
        }
    }

    /// Another shape of the module, or an operation's input or output, whose type would have the configured name.
    fn shape_with_name_of(&self, id: &ShapeId, entry: &Entry, operations: &[&'m Shape]) -> Option<NameOwner> {
        let is_operation = operations.iter().any(|operation| operation.id == *id);
        if !is_operation && !self.closure.iter().any(|shape| shape.id == *id) {
            return None;
        }
        // Operations have no type, so they share names with shapes only.
        let shapes = if is_operation { operations } else { &self.closure };
        let has_name = |shape: &&&Shape| {
            shape.id != *id
                && (is_operation || self.has_type(shape))
                && self.name_of(shape).upper(self.config.style) == entry.value
        };
        if let Some(shape) = shapes.iter().find(has_name) {
            return Some(NameOwner::Shape { shape: shape.id.clone() });
        }
        if is_operation {
            return None;
        }
        let mut messages =
            operations.iter().flat_map(|operation| Direction::ALL.map(|direction| (operation, direction)));
        let other = messages.find(|(operation, direction)| {
            let Some(target) = operation.as_operation().map(|body| direction.of(body)) else { return false };
            let is_named = || target.as_str() == UNIT || direction.is_own(self.model, target);
            let natural = || format!("{}{direction}", self.name_of(operation).upper(self.config.style));
            target != id && is_named() && natural() == entry.value
        });
        other.map(|(operation, direction)| direction.owner(operation))
    }

    /// The error of a member's name that is not one of a field or variant, of which the compiler would warn.
    fn unconventional(&self, id: &ShapeId, entry: &Entry) -> Option<Diagnostic> {
        id.member()?;
        let shape = self.closure.iter().find(|shape| shape.id.as_str() == id.container())?;
        let name = entry.value.clone();
        let (is_right, right, facts) = if shape.kind == ShapeType::Structure {
            let is_right = !name.contains(char::is_uppercase) && !name.trim_matches('_').contains("__");
            (is_right, names::snake(&name, self.config.style), ConfigFacts::NotAField { name })
        } else {
            let is_right = name.starts_with(char::is_uppercase) && !has_parts(&name);
            (is_right, names::upper(&name, self.config.style), ConfigFacts::NotAVariant { name })
        };
        let error = || Diagnostic::error("codegen.Config", facts, entry.span);
        (!is_right).then(|| error().with_help(HelpFacts::Write { text: right }))
    }

    /// Another member of the same shape that would have the configured name.
    fn member_with_name_of(&self, id: &ShapeId, entry: &Entry) -> Option<NameOwner> {
        let shape = self.closure.iter().find(|shape| shape.id.as_str() == id.container())?;
        let is_field = shape.kind == ShapeType::Structure;
        let configured = |member: &Member| self.config.overrides.name(&member.id).map(str::to_owned);
        let name = |member: &Member| {
            configured(member).unwrap_or_else(|| members::natural_name(self.config.style, shape, member))
        };
        let mut others = shape.members.values().filter(|member| member.id != *id);
        let other = others.find(|member| name(member) == entry.value);
        let is_reserved = !is_field && entry.value == members::UNKNOWN;
        let owner = other.map(|member| NameOwner::Shape { shape: member.id.clone() });
        owner.or(is_reserved.then_some(NameOwner::Unknown))
    }

    /// The name of a shape or operation.
    pub(super) fn name_of(&self, shape: &'m Shape) -> Name<'m> {
        if let Some(name) = self.config.overrides.name(&shape.id) {
            return Name::Configured(name);
        }
        let renames = self.service.as_service().map(|body| &body.rename);
        Name::Model(renames.and_then(|rename| rename.get(&shape.id)).map_or_else(|| shape.id.name(), String::as_str))
    }

    /// The module that has the type and the schema of a shape, or of a member of it with constraints of its own.
    pub(super) fn defined_in(&self, origin: &str, has_type: bool) -> DefinedIn {
        if self.config.overrides.externs.is_empty() {
            return DefinedIn::Here;
        }
        let Ok(id) = ShapeId::parse(origin) else { return DefinedIn::Here };
        let Some(entry) = self.config.overrides.externs.get(id.namespace()) else { return DefinedIn::Here };
        let is_own = entry.value.strip_prefix("crate::") == Some(&self.config.module);
        if is_own || self.messages.contains_key(&id.without_member()) {
            return DefinedIn::Here;
        }
        // As that module names a shape that its service does not rename.
        let configured = self.config.overrides.name(&id.without_member()).map(str::to_owned);
        let shape = configured.unwrap_or_else(|| names::upper(id.without_member().name(), self.config.style));
        let (name, schema) = match id.member() {
            Some(member) => {
                let name = format!("{shape}{}", names::upper(member, self.config.style));
                let schema = names::shouty(&name);
                (name, schema)
            }
            None if has_type => {
                let schema = names::shouty(&shape);
                (shape, schema)
            }
            None => (shape, names::shouty(id.name())),
        };
        let names = ForeignNames { name, schema };
        DefinedIn::Module { path: entry.value.clone(), names }
    }

    /// The attributes of all shapes and members that have some, by ID.
    pub(super) fn select_attributes(&mut self) {
        let config = self.config;
        if config.overrides.attributes.is_empty() {
            return;
        }
        let graph = Graph::new(self.model);
        let budget = Budget::new(&graph);
        for entry in &config.overrides.attributes {
            let selected = match entry.selector.select(&graph, &budget) {
                Ok(selected) => selected,
                Err(error) => {
                    let error = Diagnostic::error("codegen.Config", ErrorFacts::of(&error), entry.span);
                    self.diagnostics.push(error.with_help("use a selector with fewer variables and steps"));
                    return;
                }
            };
            for id in selected.elements {
                let attributes = self.attributes.entry(graph.element(id).id().as_str()).or_default();
                attributes.derive.extend(entry.derive.iter().cloned());
                attributes.attributes.extend(entry.attributes.iter().cloned());
            }
        }
    }

    /// The attributes of a shape or member, by its ID.
    pub(super) fn attributes_of(&self, id: &str) -> Attributes {
        self.attributes.get(id).cloned().unwrap_or_default()
    }
}

/// Whether the name of a type has parts with an underscore between them. The compiler allows one between two digits.
fn has_parts(name: &str) -> bool {
    let parts: Vec<&str> = name.trim_matches('_').split('_').collect();
    let is_number = |number: Option<char>| number.is_some_and(char::is_numeric);
    parts.windows(2).any(|pair| match pair {
        [before, after] => !is_number(before.chars().next_back()) || !is_number(after.chars().next()),
        _ => false,
    })
}
