//! The prelude: its namespace, relative names of its shapes, and IDs of its shapes that are not traits.

use std::borrow::Cow;

macro_rules! id {
    ($name:literal) => {
        concat!("smithy.api#", $name)
    };
}

/// The namespace of the prelude.
pub const NAMESPACE: &str = "smithy.api";
/// No input, no output, or no value.
pub const UNIT: &str = id!("Unit");
/// Any string.
pub const STRING: &str = id!("String");

/// The ID as messages show it: relative in the prelude.
pub(crate) fn short(id: &str) -> &str {
    id.strip_prefix(id!("")).unwrap_or(id)
}

/// The absolute ID of a name. A relative name is in the prelude.
pub(crate) fn absolute(name: &str) -> Cow<'_, str> {
    if name.contains('#') { Cow::Borrowed(name) } else { Cow::Owned(format!(id!("{}"), name)) }
}

#[cfg(test)]
mod tests {
    use super::{STRING, absolute, short};

    #[test]
    fn names_of_the_prelude_are_relative() {
        assert_eq!((short(STRING), short("a#b")), ("String", "a#b"));
        assert_eq!((&*absolute("String"), &*absolute("a#b")), (STRING, "a#b"));
    }
}
