//! Transforms that change the types of shapes.

use std::sync::Arc;

use super::arguments::Arguments;
use super::{Definition, fault};
use crate::diagnostic::{Diagnostic, Note, TransformFacts};
use crate::load::{EnumNames, string_to_enum};
use crate::model::graph::enum_trait;
use crate::model::{Model, Node, OrderedMap, ShapeId, ShapeType};
use crate::nearest::nearest;
use crate::source::Span;
use crate::traits::{Enum, UniqueItems};

pub(super) const CHANGE_STRING_ENUMS: Definition = Definition {
    name: "changeStringEnumsToEnumShapes",
    arguments: &["synthesizeNames"],
    list: None,
    read: |arguments| {
        let names = names(arguments, "synthesizeNames");
        Box::new(move |context| {
            for shape in context.model.shapes.values_mut() {
                if shape.kind == ShapeType::String && !shape.is_builtin() && shape.has::<Enum>() {
                    string_to_enum(Arc::make_mut(shape), names);
                }
            }
            Ok(())
        })
    },
};

pub(super) const CHANGE_TYPES: Definition = Definition {
    name: "changeTypes",
    arguments: &["shapeTypes", "synthesizeEnumNames"],
    list: None,
    read: |arguments| {
        arguments.require(&["shapeTypes"]);
        let names = names(arguments, "synthesizeEnumNames");
        let mut changes: Vec<(ShapeId, Target, Span)> = Vec::new();
        for (id, (name, span)) in arguments.by_id("shapeTypes") {
            if let Some(target) = Target::parse(&name) {
                changes.push((id, target, span));
                continue;
            }
            let known = ShapeType::NAMES.iter().map(|(_, name)| *name);
            let help = nearest(&name, known).map_or("use the name of a shape type".into(), Note::nearest);
            arguments.report(TransformFacts::NotAShapeType { name }, span, help);
        }
        Box::new(move |context| {
            changes.iter().try_for_each(|(id, to, span)| change(context.model, id, *to, names, *span))
        })
    },
};

/// A type that shapes are changed to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Type(ShapeType),
    /// A list without duplicates.
    Set,
}

impl Target {
    fn parse(name: &str) -> Option<Self> {
        if name == "set" { Some(Self::Set) } else { ShapeType::from_name(name).map(Self::Type) }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Type(kind) => kind.name(),
            Self::Set => "set",
        }
    }
}

fn names(arguments: &mut Arguments<'_>, key: &str) -> EnumNames {
    if arguments.is_set(key) { EnumNames::Synthesized } else { EnumNames::Defined }
}

fn is_simple(kind: ShapeType) -> bool {
    use ShapeType::{List, Map, Operation, Resource, Service, Structure, Union};
    !matches!(kind, List | Map | Structure | Union | Service | Resource | Operation)
}

fn change(model: &mut Model, id: &ShapeId, to: Target, names: EnumNames, span: Span) -> Result<(), Diagnostic> {
    use ShapeType::{Enum as EnumType, IntEnum, List, String, Structure, Union};
    let Some(shape) = model.shape_mut(id.as_str()) else { return Ok(()) };
    let from = shape.kind;
    let refused = |help: &'static str| {
        let facts = TransformFacts::OtherType { shape: id.clone(), from: from.name(), to: to.name() };
        Err(fault(facts, span).with_help(help))
    };
    match (from, to) {
        (from, Target::Type(to)) if from == to => return Ok(()),
        (List, Target::Set) => {
            let span = shape.span;
            shape.traits.put::<UniqueItems>(Node { span, ..Node::empty_object() });
        }
        (String, Target::Type(EnumType)) => {
            if !string_to_enum(shape, names) {
                return refused("the string needs an `@enum` trait with a name for each value");
            }
        }
        (_, Target::Type(EnumType | IntEnum)) => return refused("only strings can become enums"),
        (from, Target::Type(to)) if is_simple(from) && is_simple(to) => {
            if from == EnumType && to == String {
                let node = enum_trait(shape);
                shape.traits.put::<Enum>(node);
            }
            shape.kind = to;
            shape.members = OrderedMap::new();
        }
        (Structure, Target::Type(Union)) => shape.kind = Union,
        (Union, Target::Type(Structure)) => shape.kind = Structure,
        (from, _) if is_simple(from) => return refused("simple types can be changed to other simple types"),
        (Structure | Union, _) => return refused("structures can be changed to unions, and unions to structures"),
        (List, _) => return refused("lists can be changed to sets only"),
        _ => return refused("shapes of this type cannot be changed"),
    }
    // A shape of another type cannot use the mixins of the old one.
    shape.mixins.clear();
    shape.members.values_mut().for_each(|member| member.mixins.clear());
    Ok(())
}
