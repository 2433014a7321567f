//! Builders: their names, and those of their setters.

use super::{Lowering, names};
use crate::config::Style;
use crate::ir::{Body, Collection, Definition, Member, Setters, Type};
use crate::model::{self, ShapeType};
use crate::traits::Sparse;

/// Methods of builders and calls that are not setters.
const METHODS: [&str; 5] = ["build", "customize", "send", "paginate", "with_input"];

/// Further ones in the style of `aws-sdk-rust`.
const METHODS_OF_SDK: [&str; 2] = ["into_paginator", "presigned"];

/// Prefix of the methods of waiters.
const WAITERS: &str = "wait_until";

impl Lowering<'_> {
    /// Names the builders of structures. Runs after all shapes have names, so that a shape called `AddressBuilder`
    /// keeps its.
    pub(super) fn name_builders(&mut self, definitions: &mut [Definition]) {
        for definition in definitions {
            if let Body::Structure { name, builder, members, .. } = &mut definition.body {
                *builder = self.type_scope.claim(format!("{name}Builder"));
                name_setters(members, self.config.style);
            }
        }
    }

    /// The elements of a member that is a list or map.
    pub(super) fn collection(&self, member: &model::Member) -> Option<Collection> {
        let target = self.model.shape(&member.target).filter(|target| self.custom_path(target).is_none())?;
        let value = |name: &str| {
            let ty = self.element_type(target, name);
            if target.has::<Sparse>() { Type::Option(Box::new(ty)) } else { ty }
        };
        match target.kind {
            ShapeType::List => Some(Collection::List(value("member"))),
            ShapeType::Map => Some(Collection::Map(self.element_type(target, "key"), value("value"))),
            _ => None,
        }
    }
}

/// Names the setters of a structure, as in `aws-sdk-rust`: `x`, and `set_x` for the whole. A name that is taken gets an
/// underscore. Members come in the order of the model, so that a new member at the end renames no setter.
fn name_setters(members: &mut [Member], style: Style) {
    let further: &[_] = if style == Style::AwsSdk { &METHODS_OF_SDK } else { &[] };
    let mut scope = names::Scope::with_taken(&[&METHODS, further].concat());
    for member in members {
        let plain = &member.name;
        let add = if plain.starts_with(WAITERS) { format!("{plain}_") } else { plain.clone() };
        member.setters =
            Setters { add: scope.claim_escaped(add), replace: scope.claim_escaped(format!("set_{plain}")) };
    }
}
