//! Keys: what in a model a finding is about. Findings with a key in common belong to one edit.

use crate::diagnostic::{Details, DiffFacts};
use crate::diff::Finding;
use crate::model::graph::Element;
use crate::model::{Model, Shape, ShapeId, Trait};
use crate::traits::{AddedDefault, ClientOptional, DefaultValue, Input, Length, Range, Required, Sigv4, Sigv4a};

/// Something that an edit changes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// That a shape or member exists, and its type.
    Element(String),
    /// A trait of an element: IDs of both.
    Trait(String, String),
    /// The target of a member.
    Target(String),
    /// A property of a shape, such as the input of an operation.
    Property(String, String),
    /// A binding of an operation or resource.
    Binding(String),
    /// The order of members.
    Order(String),
    /// The namespace of several shapes: the old one and the new one.
    Namespace(String, String),
    /// Something else, by its event and a counter.
    Other(String, usize),
}

/// The two models.
#[derive(Clone, Copy)]
pub(super) struct Models<'m> {
    pub(super) old: &'m Model,
    pub(super) new: &'m Model,
}

impl<'m> Models<'m> {
    pub(super) fn find(model: &'m Model, id: &str) -> Option<Element<'m>> {
        let id = ShapeId::parse(id).ok()?;
        match id.member() {
            None => model.shape(&id).map(Element::Shape),
            Some(name) => {
                let shape = model.shape_named(container(id.as_str()))?;
                shape.members.get(name).map(|member| Element::Member(shape, member))
            }
        }
    }

    pub(super) fn in_old(self, id: &str) -> Option<Element<'m>> {
        Self::find(self.old, id)
    }

    pub(super) fn in_new(self, id: &str) -> Option<Element<'m>> {
        Self::find(self.new, id)
    }

    /// Whether only one of the models has the element.
    pub(super) fn is_single(self, id: &str) -> bool {
        self.in_old(id).is_some() != self.in_new(id).is_some()
    }

    /// Whether both models have the element, and it differs in a trait.
    fn differs(self, id: &str, name: &str) -> bool {
        let node = |element: Option<Element<'m>>| element.and_then(|element| element.trait_value(name)).cloned();
        node(self.in_old(id)) != node(self.in_new(id))
    }
}

/// The ID of the shape of a member; the ID itself if it is that of a shape.
pub(super) fn container(id: &str) -> &str {
    id.split('$').next().unwrap_or(id)
}

/// Keys of a finding. `count` distinguishes findings of unknown kinds.
pub(super) fn keys(models: Models<'_>, finding: &Finding, count: usize) -> Vec<Key> {
    let diagnostic = &finding.diagnostic;
    let (event, rest) = diagnostic.id.split_once('.').unwrap_or((&diagnostic.id, ""));
    let Some(shape) = diagnostic.shape.as_ref().map(ShapeId::as_str) else {
        return vec![Key::Other(diagnostic.id.clone(), count)];
    };
    let element = || Key::Element(shape.to_owned());
    let property = |name: &str| Key::Property(shape.to_owned(), name.to_owned());
    let facts = match diagnostic.details.as_deref() {
        Some(Details::Diff(facts)) => Some(facts),
        _ => None,
    };
    let subject = || facts.and_then(DiffFacts::subject).map(ShapeId::as_str).unwrap_or_default();
    match event {
        "AddedShape"
        | "RemovedShape"
        | "AddedRequiredMember"
        | "AddedTraitDefinition"
        | "RemovedTraitDefinition"
        | "ChangedShapeType" => with_changed_container(models, shape),
        "ModifiedTrait" | "TraitBreakingChange" => {
            let name = facts.and_then(DiffFacts::changed_trait).map(ToString::to_string).unwrap_or_default();
            vec![Key::Trait(shape.to_owned(), name)]
        }
        "ChangedLengthTrait" => vec![Key::Trait(shape.to_owned(), Length::ID.to_owned())],
        "ChangedRangeTrait" => vec![Key::Trait(shape.to_owned(), Range::ID.to_owned())],
        "ChangedNullability" | "ChangedRequiredTrait" | "ChangedDefault" => optionality(models, shape),
        "ChangedMemberTarget" => vec![Key::Target(shape.to_owned())],
        "ChangedOperationInput" => vec![property("input")],
        "ChangedOperationOutput" => vec![property("output")],
        "ChangedEnumTrait" => vec![value(models, shape, rest)],
        "ChangedMemberOrder" => vec![order(models, shape)],
        "AddedOperationError" | "RemovedOperationError" | "AddedServiceError" | "RemovedServiceError" => {
            vec![if models.is_single(subject()) { Key::Element(subject().to_owned()) } else { property(subject()) }]
        }
        "AddedOperationBinding" | "RemovedOperationBinding" | "AddedResourceBinding" | "RemovedResourceBinding" => {
            let id = subject().to_owned();
            vec![if models.is_single(&id) { Key::Element(id) } else { Key::Binding(id) }]
        }
        "ServiceRename" => vec![property(subject())],
        "SigV4Migration" => vec![signing(models, shape).unwrap_or_else(element)],
        "ChangedResourceIdentifiers" => vec![property("identifiers")],
        _ => vec![Key::Other(diagnostic.id.clone(), count)],
    }
}

/// The element. Members of a shape whose type changed are not separate.
fn with_changed_container(models: Models<'_>, id: &str) -> Vec<Key> {
    let shape = container(id);
    let kind = |model: &Model| model.shape_named(shape).map(|shape| shape.kind);
    let changed = kind(models.old).zip(kind(models.new)).is_some_and(|(old, new)| old != new);
    let mut keys = vec![Key::Element(id.to_owned())];
    if changed && shape != id {
        keys.push(Key::Element(shape.to_owned()));
    }
    keys
}

/// The traits that make a member optional, as far as they changed; otherwise the cause is its structure.
fn optionality(models: Models<'_>, id: &str) -> Vec<Key> {
    let traits = [Required::ID, DefaultValue::ID, ClientOptional::ID, AddedDefault::ID];
    let changed = traits.into_iter().filter(|name| models.differs(id, name));
    let keys: Vec<Key> = changed.map(|name| Key::Trait(id.to_owned(), name.to_owned())).collect();
    if keys.is_empty() { vec![Key::Trait(container(id).to_owned(), Input::ID.to_owned())] } else { keys }
}

/// The member of an enum that an event names by index: `Removed.1` is a member of the old enum.
fn value(models: Models<'_>, shape: &str, rest: &str) -> Key {
    let (what, index) = rest.split_once('.').unwrap_or((rest, ""));
    let model = if matches!(what, "Removed" | "NameChanged") { models.old } else { models.new };
    let name = |shape: &Shape| shape.members.keys().nth(index.parse().ok()?).map(ToString::to_string);
    match model.shape_named(shape).and_then(name) {
        Some(name) => Key::Element(format!("{shape}${name}")),
        None => Key::Property(shape.to_owned(), rest.to_owned()),
    }
}

/// Members keep their order but one was added or removed before others: that member. Otherwise the order itself.
fn order(models: Models<'_>, id: &str) -> Key {
    let (Some(old), Some(new)) = (models.old.shape_named(id), models.new.shape_named(id)) else {
        return Key::Order(id.to_owned());
    };
    let names = |shape: &Shape| shape.members.keys().map(ToString::to_string).collect::<Vec<_>>();
    let (old, new) = (names(old), names(new));
    let kept = |list: &[String], other: &[String]| -> Vec<String> {
        list.iter().filter(|name| other.contains(name)).cloned().collect()
    };
    let first = old.iter().zip(&new).find(|(old, new)| old != new);
    match first {
        Some((before, after)) if kept(&old, &new) == kept(&new, &old) => {
            let name = if new.contains(before) { after } else { before };
            Key::Element(format!("{id}${name}"))
        }
        _ => Key::Order(id.to_owned()),
    }
}

/// The trait that changed how requests are signed.
fn signing(models: Models<'_>, id: &str) -> Option<Key> {
    let traits = [crate::traits::Auth::ID, Sigv4::ID, Sigv4a::ID];
    let changed = traits.into_iter().find(|name| models.differs(id, name))?;
    Some(Key::Trait(id.to_owned(), changed.to_owned()))
}
