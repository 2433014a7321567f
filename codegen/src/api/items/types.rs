//! Items of `types` and `schema`.

use super::super::facts::member_id;
use super::{Growth, Surface, type_text};
use crate::ir::{Arguments, Body, Build, Collection, Definition, Member, Role, Variant, convertible};

impl Surface {
    /// Adds the type of a shape, its items, and its schema.
    pub(super) fn definition(&mut self, definition: &Definition) {
        let origin = &definition.origin;
        if !definition.schema.is_empty() {
            self.add(format!("schema::{}", definition.schema), "static", "Schema", origin).standing_for(origin);
        }
        match &definition.body {
            Body::Plain { .. } => {}
            Body::Newtype { name, inner, constants, .. } => {
                let path = format!("types::{name}");
                let signature = format!("{name}({})", type_text(inner));
                let item = self.add(path.clone(), "newtype", signature, origin);
                item.standing_for(origin).deprecated(&definition.docs);
                for constant in constants {
                    self.add(format!("{path}::{}", constant.name), "constant", "", origin);
                }
            }
            Body::StringEnum { name, variants } => self.enumeration(definition, name, variants, "string enum"),
            Body::IntEnum { name, variants } => self.enumeration(definition, name, variants, "integer enum"),
            Body::Structure { name, builder, build, members, role } => {
                self.structure(definition, name, members, *role);
                self.builder(definition, (name, builder), *build, members);
            }
            Body::Union { name, members } => self.union(definition, name, members),
        }
    }

    fn enumeration<T: ToString>(
        &mut self,
        definition: &Definition,
        name: &str,
        variants: &[Variant<T>],
        what: &'static str,
    ) {
        let path = format!("types::{name}");
        let growth = self.growth();
        let origin = &definition.origin;
        self.add(path.clone(), what, self.attributes(), origin).standing_for(origin).deprecated(&definition.docs);
        for variant in variants {
            let origin = member_id(&definition.origin, &variant.member);
            let item = self.add(format!("{path}::{}", variant.name), "variant", "", &origin);
            item.growing(growth).standing_for(variant.value.to_string()).deprecated(&variant.docs);
        }
        let order = variants.iter().map(|variant| variant.name.clone()).collect();
        self.orders.insert(path, (definition.origin.clone(), order));
    }

    /// The attribute of a type that affects users.
    fn attributes(&self) -> &'static str {
        if self.growth() == Growth::Breaking { "" } else { "#[non_exhaustive]" }
    }

    fn structure(&mut self, definition: &Definition, name: &str, members: &[Member], role: Role) {
        let path = format!("types::{name}");
        let growth = self.growth();
        let origin = &definition.origin;
        let item = self.add(path.clone(), "structure", self.attributes(), origin);
        item.standing_for(stands_for(definition)).deprecated(&definition.docs);
        let has_default = !members.iter().any(Member::is_required);
        let has_stream = members.iter().any(|member| member.ty.is_stream());
        let traits = [("Clone", !has_stream), ("PartialEq", !has_stream), ("Default", has_default)];
        let traits = traits.into_iter().chain([("Error", role == Role::Error)]);
        for (implemented, _) in traits.filter(|(_, is)| *is) {
            self.add(format!("{path}: {implemented}"), "implementation", "", origin);
        }
        for member in members {
            let origin = member_id(origin, &member.entry.name);
            let whole = type_text(&member.ty);
            let field = if member.optional { format!("Option<{whole}>") } else { whole.clone() };
            let item = self.add(format!("{path}::{}", member.name), "field", field, &origin);
            item.growing(growth).standing_for(&member.entry.name).deprecated(&member.docs);
        }
    }

    fn builder(&mut self, definition: &Definition, (name, builder): (&str, &str), build: Build, members: &[Member]) {
        let origin = &definition.origin;
        self.add(format!("types::{builder}"), "builder", "", origin).standing_for(stands_for(definition));
        let result = match build {
            Build::Checked => format!("-> Result<{name}, BuildError>"),
            Build::Infallible => format!("-> {name}"),
        };
        self.add(format!("types::{builder}::build"), "method", result, origin);
        for member in members {
            self.setters(builder, member, &member_id(origin, &member.entry.name));
        }
    }

    /// The two setters of a member.
    fn setters(&mut self, builder: &str, member: &Member, origin: &str) {
        // Arguments that are converted are shown as what they are converted to.
        let exact = if member.setters.arguments == Arguments::Exact { "exactly " } else { "" };
        let argument = match &member.collection {
            None => type_text(member.ty.without_null()),
            Some(Collection::List(element)) => type_text(element),
            Some(Collection::Map(key, value)) => format!("{}, {}", type_text(key), type_text(value)),
        };
        for (method, ty) in [(&member.setters.add, argument), (&member.setters.replace, type_text(&member.ty))] {
            let signature = format!("{exact}{ty}");
            let item = self.add(format!("types::{builder}::{method}"), "method", signature, origin);
            item.standing_for(&member.entry.name).deprecated(&member.docs);
        }
    }

    fn union(&mut self, definition: &Definition, name: &str, members: &[Member]) {
        let path = format!("types::{name}");
        let growth = self.growth();
        let item = self.add(path.clone(), "union", self.attributes(), &definition.origin);
        item.standing_for(&definition.origin).deprecated(&definition.docs);
        for member in members {
            let origin = member_id(&definition.origin, &member.entry.name);
            let ty = type_text(&member.ty);
            let item = self.add(format!("{path}::{}", member.name), "variant", ty, &origin);
            item.growing(growth).standing_for(&member.entry.name).deprecated(&member.docs);
        }
        for member in convertible(name, members) {
            let from = type_text(member.ty.unboxed());
            self.add(format!("{path}: From<{from}>"), "implementation", "", &definition.origin);
        }
    }
}

/// The shape whose name a structure has. Inputs and outputs without a shape have that of their operation.
fn stands_for(definition: &Definition) -> &str {
    if definition.schema.is_empty() { "" } else { &definition.origin }
}
