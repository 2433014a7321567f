//! The transform that removes mixins. Models have the members and traits of mixins already.

use std::sync::Arc;

use super::Definition;
use crate::traits::Mixin;

pub(super) const FLATTEN: Definition = Definition {
    name: "flattenAndRemoveMixins",
    arguments: &[],
    list: None,
    read: |_| {
        Box::new(|context| {
            context.model.shapes.retain(|_, shape| !shape.has::<Mixin>());
            for shape in context.model.shapes.values_mut().filter(|shape| !shape.mixins.is_empty()) {
                let shape = Arc::make_mut(shape);
                shape.mixins.clear();
                shape.members.values_mut().for_each(|member| member.mixins.clear());
            }
            Ok(())
        })
    },
};
