//! Transforms that select metadata.

use super::Definition;

pub(super) const EXCLUDE: Definition = Definition {
    name: "excludeMetadata",
    arguments: &["keys"],
    list: Some("keys"),
    read: |arguments| {
        let keys = arguments.strings("keys");
        Box::new(move |context| {
            context.model.metadata.retain(|key, _| !keys.contains(key));
            Ok(())
        })
    },
};

pub(super) const INCLUDE: Definition = Definition {
    name: "includeMetadata",
    arguments: &["keys"],
    list: Some("keys"),
    read: |arguments| {
        let keys = arguments.strings("keys");
        Box::new(move |context| {
            context.model.metadata.retain(|key, _| keys.contains(key));
            Ok(())
        })
    },
};
