//! Transforms that change single members.

use std::sync::Arc;

use super::Definition;
use crate::model::{Member, Node};
use crate::traits::{ClientOptional, IdempotencyToken, Required};

pub(super) const TOKENS_CLIENT_OPTIONAL: Definition = Definition {
    name: "makeIdempotencyTokensClientOptional",
    arguments: &[],
    list: None,
    read: |_| {
        Box::new(|context| {
            let changes = |member: &Member| {
                member.has::<Required>() && member.has::<IdempotencyToken>() && !member.has::<ClientOptional>()
            };
            for shape in context.model.shapes.values_mut() {
                if shape.members.values().any(changes) {
                    let members = Arc::make_mut(shape).members.values_mut();
                    for member in members.filter(|member| changes(member)) {
                        let span = member.span;
                        member.traits.put::<ClientOptional>(Node { span, ..Node::empty_object() });
                    }
                }
            }
            Ok(())
        })
    },
};
