//! Builders: their names, what they return, and their setters.

use std::collections::BTreeSet;

use super::{Direction, Lowering, names};
use crate::config::{Constraints, Style};
use crate::ir::{Arguments, Body, Build, Collection, Definition, Member, Setters, Type};
use crate::model::{self, Shape, ShapeType};
use crate::traits::Sparse;

/// The method of builders that is no setter.
const BUILD: &str = "build";

/// Methods of calls, whose setters are those of the builder of the input.
const METHODS: [&str; 4] = ["customize", "send", "paginate", "with_input"];

/// Further ones in the style of `aws-sdk-rust`.
const METHODS_OF_SDK: [&str; 2] = ["into_paginator", "presigned"];

/// Prefix of the methods of waiters.
const WAITERS: &str = "wait_until";

impl<'m> Lowering<'m> {
    /// Names the builders of structures, and decides what they take and return. Runs after all shapes have names, so
    /// that a shape called `AddressBuilder` keeps its.
    pub(super) fn define_builders(&mut self, operations: &[&'m Shape], definitions: &mut [Definition]) {
        let input = |shape: &&'m Shape| Some(self.message(shape, shape.as_operation()?, Direction::Input));
        let inputs: BTreeSet<String> = operations.iter().filter_map(input).collect();
        let is_exact = self.config.style == Style::AwsSdk && self.config.constraints == Constraints::Checked;
        for definition in definitions {
            if let Body::Structure { name, builder, build, members, .. } = &mut definition.body {
                *builder = self.claim_builder(name, &definition.origin);
                let mut taken = vec![BUILD];
                let is_input = inputs.contains(name);
                if is_input {
                    taken.extend(METHODS);
                    if self.config.style == Style::AwsSdk {
                        taken.extend(METHODS_OF_SDK);
                    }
                }
                set_setters(members, names::Scope::with_taken(&taken), is_input, is_exact);
                let is_infallible =
                    |member: &Member| !member.is_required() && member.setters.arguments == Arguments::Exact;
                // Inputs have the builders of calls, which check them.
                if is_exact && !is_input && members.iter().all(is_infallible) {
                    *build = Build::Infallible;
                }
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

/// Sets the setters of a structure, named as in `aws-sdk-rust`: `x`, and `set_x` for the whole. A name that is taken
/// gets an underscore. Members come in the order of the model, so that a new member at the end renames no setter.
fn set_setters(members: &mut [Member], mut scope: names::Scope, is_input: bool, is_exact: bool) {
    for member in members {
        let plain = &member.name;
        let add = if is_input && plain.starts_with(WAITERS) { format!("{plain}_") } else { plain.clone() };
        member.setters = Setters {
            add: scope.claim_escaped(add),
            replace: scope.claim_escaped(format!("set_{plain}")),
            arguments: if is_exact && exact(&member.ty) { Arguments::Exact } else { Arguments::Convertible },
        };
    }
}

/// Whether setters can take the type itself. Event streams and values of user's types are converted.
fn exact(ty: &Type) -> bool {
    match ty {
        Type::EventStream(_) | Type::Custom(_) => false,
        Type::Option(inner) | Type::Nullable(inner) | Type::Boxed(inner) | Type::List(inner) => exact(inner),
        Type::Map(inner) => exact(&inner.0) && exact(&inner.1),
        _ => true,
    }
}
