//! Properties of resources, and members of operations that contain them (spec: "Resource properties").

use std::collections::{BTreeMap, BTreeSet};

use super::{bound_members, is_collection, operations};
use crate::diagnostic::{Diagnostic, ResourceFacts, Severity};
use crate::hash::HashMap;
use crate::model::{Member, Operation, Resource, Shape, ShapeId, Trait};
use crate::rule::event;
use crate::traits::{NestedProperties, NotProperty, Property, ResourceIdentifier, TraitDefinition};
use crate::validate::Rule;
use crate::validate::context::{Context, listed};

const ID: &str = "ResourceOperationInputOutput";

pub(crate) const PROPERTIES: Rule = Rule {
    events: &[event!("ResourceOperationInputOutput")],
    check: properties,
    #[cfg(test)]
    cases: cases::PROPERTIES,
};

/// Checks that members of instance operations are properties, identifiers, or marked otherwise, and that all properties
/// are used.
fn properties(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let names = Names::new(context);
    for (_, shape, resource) in context.resources() {
        if resource.properties.is_empty() {
            continue;
        }
        let mut used = BTreeSet::new();
        let lifecycle = [
            ("put", &resource.put),
            ("create", &resource.create),
            ("read", &resource.read),
            ("update", &resource.update),
            ("delete", &resource.delete),
        ];
        let lifecycle = lifecycle.into_iter().filter_map(|(name, id)| Some((name, id.as_ref()?)));
        let others = resource.operations.iter().map(|id| (id.name(), id));
        for (name, id) in lifecycle.chain(others) {
            let Some(operation) = context.shape(id).and_then(Shape::as_operation) else { continue };
            let Some(output) = context.shape(&operation.output) else { continue };
            let identifiers: BTreeSet<&str> = bound_members(resource, output).values().copied().collect();
            for id in [&operation.input, &operation.output] {
                let Some(structure) = holder(context, id) else { continue };
                let checked = Checked { shape, resource, operation: name, identifiers: &identifiers };
                checked.structure(structure, &names, &mut used, found);
            }
        }
        for name in resource.properties.keys().filter(|name| !used.contains(name.as_str())) {
            let message = ResourceFacts::UnusedProperty { name: name.clone() };
            found.push(Diagnostic::of(Severity::Error, ID, message, shape.span).with_shape(&shape.id));
        }
    }
}

/// The structure with the properties of an input or output: the target of the `nestedProperties` member, or itself.
pub(crate) fn holder<'m>(context: &Context<'m>, id: &ShapeId) -> Option<&'m Shape> {
    let structure = context.model.shape(id)?;
    let nested = structure.members.values().find(|member| member.has::<NestedProperties>());
    let target = nested.and_then(|member| context.model.shape(&member.target));
    Some(target.filter(|shape| shape.kind == crate::model::ShapeType::Structure).unwrap_or(structure))
}

/// The properties that members correspond to, in all resources.
struct Names<'m>(HashMap<&'m ShapeId, &'m str>);

impl<'m> Names<'m> {
    fn new(context: &Context<'m>) -> Self {
        let exempting = exempting_traits(context);
        let mut names = Self(HashMap::default());
        // A member that is allowed by one binding is allowed by all.
        let mut exempt: HashMap<&'m ShapeId, bool> = HashMap::default();
        for (_, _, resource) in context.resources() {
            for id in operations(resource) {
                let Some(operation) = context.model.shape(id).and_then(Shape::as_operation) else { continue };
                if is_collection(resource, id) && resource.create.as_ref() != Some(id) {
                    for id in [&operation.input, &operation.output] {
                        let members = context.model.shape(id).into_iter().flat_map(|shape| shape.members.values());
                        exempt.extend(members.map(|member| (&member.id, true)));
                    }
                    continue;
                }
                names.operation(context, resource, operation, &exempting, &mut exempt);
            }
        }
        names
    }

    fn operation(
        &mut self,
        context: &Context<'m>,
        resource: &'m Resource,
        operation: &'m Operation,
        exempting: &[&str],
        exempt: &mut HashMap<&'m ShapeId, bool>,
    ) {
        for id in [&operation.input, &operation.output] {
            let (Some(structure), Some(top)) = (holder(context, id), context.model.shape(id)) else { continue };
            let bound: BTreeSet<&str> = bound_members(resource, structure).values().copied().collect();
            for member in structure.members.values() {
                let is_exempt = bound.contains(member.name()) || exempting.iter().any(|id| member.has_trait(id));
                exempt.insert(&member.id, is_exempt);
                if !is_exempt || resource.properties.contains_key(member.name()) {
                    self.0.insert(&member.id, Property::name_of(member));
                }
            }
            if !std::ptr::eq(structure, top) {
                exempt.extend(top.members.values().map(|member| (&member.id, true)));
            }
        }
    }
}

/// Traits of members that are not properties: `notProperty`, and traits with `notProperty`.
fn exempting_traits<'m>(context: &Context<'m>) -> Vec<&'m str> {
    let meta = context.with::<NotProperty>();
    let mut ids: Vec<&str> = meta
        .filter(|applied| applied.element.has::<TraitDefinition>())
        .map(|applied| applied.element.id().as_str())
        .collect();
    ids.push(NotProperty::ID);
    ids
}

/// One operation of one resource.
struct Checked<'c> {
    shape: &'c Shape,
    resource: &'c Resource,
    operation: &'c str,
    identifiers: &'c BTreeSet<&'c str>,
}

impl Checked<'_> {
    fn structure<'m>(
        &self,
        structure: &'m Shape,
        names: &Names<'m>,
        used: &mut BTreeSet<&'m str>,
        found: &mut Vec<Diagnostic>,
    ) {
        let mut members: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for member in structure.members.values() {
            let Some(name) = names.0.get(&member.id).copied() else { continue };
            used.insert(name);
            members.entry(name).or_default().insert(member.name());
            self.member(member, name, found);
        }
        for (name, members) in members.iter().filter(|(_, members)| members.len() > 1) {
            let message = ResourceFacts::SharedProperty { name: (*name).to_owned(), members: listed(members) };
            let mut error = Diagnostic::of(Severity::Error, ID, message, structure.span).with_shape(&structure.id);
            for member in members.iter().filter_map(|name| structure.members.get(*name)) {
                error = error.with_label(member.span, "this member has the property");
            }
            found.push(error);
        }
    }

    fn member(&self, member: &Member, name: &str, found: &mut Vec<Diagnostic>) {
        let resource = &self.shape.id;
        let message = match self.resource.properties.get(name) {
            Some(target) if *target == member.target => return,
            Some(target) => ResourceFacts::PropertyTarget {
                expected: target.clone(),
                operation: self.operation.to_owned(),
                resource: resource.clone(),
                name: name.to_owned(),
            },
            None if self.identifiers.contains(member.name()) => return,
            None => ResourceFacts::NotAProperty {
                member: member.name().to_owned(),
                resource: resource.clone(),
                identifier_trait: ResourceIdentifier::ID,
                property_trait: Property::ID,
                not_property_trait: NotProperty::ID,
            },
        };
        let error = Diagnostic::of(Severity::Error, ID, message, member.span).with_shape(&member.id);
        found.push(error.with_label(self.shape.span, "the resource is here"));
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const PROPERTIES: Cases = Cases {
        file: file!(),
        finds: &[r#"
resource R {
//       ^ error: ResourceOperationInputOutput
    properties: { note: String }
}
"#],
        leaves: &[r#"
resource R {
    identifiers: { id: String }
    properties: { note: String }
    create: Make
}
operation Make {
    input := {
        note: String
    }
    output := {
        @notProperty
        token: String
    }
}
"#],
    };
}
