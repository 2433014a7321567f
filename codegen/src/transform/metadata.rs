//! Transforms that select metadata.

use super::{Action, Arguments, Definition, Selected};

pub(super) const EXCLUDE: Definition = Definition {
    name: "excludeMetadata",
    arguments: &["keys"],
    list: Some("keys"),
    read: |arguments| by_key(arguments, Selected::Excluded),
};

pub(super) const INCLUDE: Definition = Definition {
    name: "includeMetadata",
    arguments: &["keys"],
    list: Some("keys"),
    read: |arguments| by_key(arguments, Selected::Included),
};

fn by_key(arguments: &mut Arguments<'_>, mode: Selected) -> Action {
    let keys = arguments.strings("keys");
    Box::new(move |context| {
        context.model.metadata.retain(|key, _| mode.keeps(keys.contains(key)));
        Ok(())
    })
}
