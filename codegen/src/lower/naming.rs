//! Rust names of operations, types, schemas and variants of errors.
//!
//! A configured name comes first, then a name that is the same in the model. Names made from others come after them:
//! those of inputs and outputs, of shapes whose names the conventions of Rust change, of constrained members, and of
//! builders. What finds its name taken gets the next one, and [`Owned`] records whose the name is.

use super::collisions::Collision;
use super::{Direction, Lowering, Name, UNIT, names, shapes};
use crate::config::{Constraints, Style};
use crate::diagnostic::NameOwner;
use crate::hash::HashMap;
use crate::ir::{Body, Definition};
use crate::model::{Member, Shape, ShapeId, ShapeType};

/// A scope of names that remembers whose they are.
#[derive(Debug, Default)]
pub(super) struct Owned {
    scope: names::Scope,
    owners: HashMap<String, NameOwner>,
    /// Names that are not those that their owners would have alone.
    pub(super) collisions: Vec<Collision>,
}

impl Owned {
    /// The name; if taken, with the first free number appended.
    pub(super) fn claim(&mut self, natural: String, owner: NameOwner) -> String {
        let name = self.scope.claim(natural.clone());
        if name != natural {
            self.record(name.clone(), natural, owner.clone());
        }
        self.owners.insert(name.clone(), owner);
        name
    }

    /// Whether something has the name.
    fn has(&self, name: &str) -> bool {
        self.owners.contains_key(name)
    }

    /// Records that the owner has another name than the natural one. Names that are reserved never change.
    fn record(&mut self, name: String, natural: String, owner: NameOwner) {
        if let Some(other) = self.owners.get(&natural) {
            let other = other.clone();
            self.collisions.push(Collision { owner, name, natural, other });
        }
    }
}

/// The variant of an operation's errors for those that are not in the model.
const UNHANDLED: &str = "Unhandled";

/// The order in which names of a kind are claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Precedence {
    Configured,
    /// The name in the model is the Rust name.
    Exact,
    Converted,
}

impl<'m> Lowering<'m> {
    fn precedence(&self, shape: &'m Shape) -> Precedence {
        match self.name_of(shape) {
            Name::Configured(_) => Precedence::Configured,
            Name::Model(name) if names::upper(name, self.config.style) == name => Precedence::Exact,
            Name::Model(_) => Precedence::Converted,
        }
    }

    /// The shapes in the order in which they claim their names.
    fn by_precedence(&self, shapes: &[&'m Shape]) -> Vec<&'m Shape> {
        let mut ordered = shapes.to_vec();
        ordered.sort_by_key(|shape| self.precedence(shape));
        ordered
    }

    /// Names operations. Their inputs, outputs, errors and schemas are named after them.
    pub(super) fn name_operations(&mut self, operations: &[&'m Shape]) {
        let mut markers = Owned::default();
        for operation in self.by_precedence(operations) {
            let natural = self.name_of(operation).upper(self.config.style);
            let name = markers.claim(natural, NameOwner::Shape { shape: operation.id.clone() });
            let schema = self.schema_scope.claim(names::shouty(&name));
            self.schemas.insert(&operation.id, schema);
            self.operation_names.insert(&operation.id, name);
        }
        self.type_names.collisions.append(&mut markers.collisions);
    }

    /// Names the types of shapes.
    pub(super) fn name_types(&mut self, operations: &[&'m Shape]) {
        let messages = self.own_messages(operations);
        let ordered = self.by_precedence(&self.closure);
        for shape in &ordered {
            let owner = NameOwner::Shape { shape: shape.id.clone() };
            let natural = messages.get(&shape.id).map(|(natural, _)| natural.as_str());
            match self.name_of(shape) {
                _ if !self.has_type(shape) => {}
                // Reserved already.
                Name::Configured(name) => {
                    self.types.insert(&shape.id, name.to_owned());
                }
                Name::Model(name)
                    if names::upper(name, self.config.style) == name
                        && natural.is_none_or(|natural| natural == name) =>
                {
                    let name = self.type_names.claim(name.to_owned(), owner);
                    self.types.insert(&shape.id, name);
                }
                Name::Model(_) => {}
            }
        }
        self.name_messages(operations, &messages);
        for shape in ordered {
            if self.types.contains_key(&shape.id) || !self.has_type(shape) {
                continue;
            }
            let owner = NameOwner::Shape { shape: shape.id.clone() };
            let name = self.type_names.claim(self.name_of(shape).upper(self.config.style), owner);
            if let Some((natural, owner)) = messages.get(&shape.id) {
                self.type_names.record(name.clone(), natural.clone(), owner.clone());
            }
            self.types.insert(&shape.id, name);
        }
    }

    /// Shapes that are, by their traits, the input or output of one operation only, and the names that it gives them.
    /// Others keep their name, which another use must not change.
    fn own_messages(&self, operations: &[&'m Shape]) -> HashMap<&'m ShapeId, (String, NameOwner)> {
        let mut messages = HashMap::default();
        for operation in operations {
            let Some(body) = operation.as_operation() else { continue };
            for direction in Direction::ALL {
                let id = direction.of(body);
                if direction.is_own(self.model, id) {
                    let named = (self.message_name(operation, direction), direction.owner(operation));
                    messages.entry(id).or_insert(named);
                }
            }
        }
        messages
    }

    /// The name that an operation gives its input or output.
    fn message_name(&self, operation: &Shape, direction: Direction) -> String {
        let name = self.operation_names.get(&operation.id).map_or_else(|| operation.id.name(), String::as_str);
        format!("{name}{direction}")
    }

    /// Names inputs and outputs after their operation. One whose name is taken is named as other shapes are.
    fn name_messages(&mut self, operations: &[&'m Shape], messages: &HashMap<&'m ShapeId, (String, NameOwner)>) {
        for operation in operations {
            let Some(body) = operation.as_operation() else { continue };
            for direction in Direction::ALL {
                let id = direction.of(body);
                if id.as_str() == UNIT {
                    let natural = self.message_name(operation, direction);
                    let name = self.type_names.claim(natural, direction.owner(operation));
                    self.units.insert((&operation.id, direction), name);
                } else if let Some((natural, owner)) = messages.get(id)
                    && !self.types.contains_key(id)
                    && !self.type_names.has(natural)
                {
                    let name = self.type_names.claim(natural.clone(), owner.clone());
                    self.types.insert(id, name);
                }
            }
        }
    }

    /// Names the schemas of shapes: those of types, then those of other shapes.
    pub(super) fn name_schemas(&mut self) {
        let (typed, plain): (Vec<&Shape>, Vec<&Shape>) =
            self.closure.iter().partition(|shape| self.types.contains_key(&shape.id));
        for shape in self.by_precedence(&typed).into_iter().chain(self.by_precedence(&plain)) {
            if shapes::has_schema(shape) || self.custom_path(shape).is_some() {
                let name = self.types.get(&shape.id).map_or_else(|| self.name_of(shape).as_str(), String::as_str);
                let name = self.schema_scope.claim(names::shouty(name));
                self.schemas.insert(&shape.id, name);
            }
        }
    }

    /// List and map elements that the member constrains have their own type.
    pub(super) fn name_elements(&mut self) {
        for shape in self.closure.clone() {
            if !matches!(shape.kind, ShapeType::List | ShapeType::Map) {
                continue;
            }
            for member in shape.members.values().filter(|member| shapes::is_constrained(&member.traits)) {
                let target = self.model.shape(&member.target);
                if let Some(target) = target.filter(|target| shapes::takes_constraints(target)) {
                    let names = self.claim_constrained(member, target);
                    self.elements.insert(&member.id, names);
                }
            }
        }
    }

    /// Names of the type and schema for the constraints of a member. Plain types and user's types need a schema only.
    pub(super) fn claim_constrained(&mut self, member: &Member, target: &Shape) -> (Option<String>, String) {
        let shape = self.model.shapes.get(member.id.container());
        let stem = shape.map(|shape| self.name_of(shape).upper(self.config.style)).unwrap_or_default();
        let base = format!("{stem}{}", names::upper(member.name(), self.config.style));
        match self.config.constraints {
            Constraints::Types if self.custom_path(target).is_none() => {
                let name = self.type_names.claim(base, NameOwner::Constrained { member: member.id.clone() });
                let schema = self.schema_scope.claim(names::shouty(&name));
                (Some(name), schema)
            }
            Constraints::Types | Constraints::Checked => (None, self.schema_scope.claim(names::shouty(&base))),
        }
    }

    /// The name of a structure's builder.
    pub(super) fn claim_builder(&mut self, structure: &str, origin: &str) -> String {
        let shape = ShapeId::parse(origin).unwrap_or_else(|_| self.service.id.clone());
        self.type_names.claim(format!("{structure}Builder"), NameOwner::Builder { shape })
    }

    /// Names the statics of patterns. Runs after all schemas have names, because a shape may be called `NamePattern`.
    pub(super) fn name_patterns(&mut self, definitions: &mut [Definition]) {
        for Definition { schema, body, .. } in definitions {
            if let Body::Newtype { pattern: Some(pattern), .. } | Body::Plain { pattern: Some(pattern), .. } = body {
                pattern.name = self.schema_scope.claim(format!("{schema}_PATTERN"));
            }
        }
    }

    /// The variants of an operation's errors: the names of their types, without a suffix that says that it is an error.
    /// All errors that would have the same name then, or a reserved one, keep their suffix, so that the order of their
    /// IDs does not matter.
    pub(super) fn error_variants(&mut self, errors: &[&'m ShapeId]) -> HashMap<&'m ShapeId, String> {
        let suffixes: &[&str] = match self.config.style {
            Style::Plain => &["Exception", "Error", "Fault"],
            Style::AwsSdk => &[],
        };
        let short = |ty: &str| {
            let short = suffixes.iter().find_map(|suffix| ty.strip_suffix(suffix));
            short.filter(|short| !short.is_empty()).unwrap_or(ty).to_owned()
        };
        let typed = errors.iter().filter_map(|id| Some((*id, self.types.get(id)?)));
        let mut typed: Vec<(&ShapeId, &String, String)> = typed.map(|(id, ty)| (id, ty, short(ty))).collect();
        let mut counts: HashMap<String, usize> = HashMap::default();
        for (_, _, short) in &typed {
            *counts.entry(short.clone()).or_default() += 1;
        }
        // Variants with the names of their types come first, and one with the reserved name last.
        let keeps = |short: &str| counts.get(short).is_some_and(|count| *count > 1);
        typed.sort_by_key(|(_, ty, short)| (*ty == UNHANDLED, *ty != short, !keeps(short)));
        let mut scope = Owned::default();
        scope.claim(UNHANDLED.to_owned(), NameOwner::Unhandled);
        let mut variants = HashMap::default();
        for (id, ty, short) in typed {
            let owner = NameOwner::Variant { shape: id.clone() };
            let name = if ty == UNHANDLED {
                let name = scope.claim(format!("{UNHANDLED}Error"), owner.clone());
                scope.record(name.clone(), short, owner);
                variants.insert(id, name);
                continue;
            } else if short == UNHANDLED {
                ty.clone()
            } else if keeps(&short) || scope.scope.has(&short) {
                scope.record(ty.clone(), short, owner.clone());
                ty.clone()
            } else {
                short
            };
            variants.insert(id, scope.claim(name, owner));
        }
        // Another operation may have the same errors.
        for collision in scope.collisions {
            if !self.type_names.collisions.contains(&collision) {
                self.type_names.collisions.push(collision);
            }
        }
        variants
    }

    /// Whether the shape has its own Rust type. A user's type converts from and to that of a structure or union.
    pub(super) fn has_type(&self, shape: &Shape) -> bool {
        let is_replaced = self.custom_path(shape).is_some();
        (!is_replaced || matches!(shape.kind, ShapeType::Structure | ShapeType::Union))
            && shapes::has_type(self.model, shape, self.config.constraints)
    }
}
