//! Code and message of error structures.

use std::fmt;

use super::Plain;
use crate::reflect::{Ref, Reflect};
use crate::schema::{Member, Schema};

/// Writes the code of an error structure, and its message unless that is sensitive.
pub(crate) fn display_shape(shape: &dyn Reflect, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(shape.schema().name())?;
    shape_message(shape).map_or(Ok(()), |message| write!(f, ": {}", Plain(message)))
}

/// Whether the message of an error is sensitive, and so appears in no text.
pub(crate) fn hides_message(schema: &Schema) -> bool {
    let member = schema.message().and_then(|index| schema.members.get(index));
    schema.sensitive || member.is_some_and(Member::is_sensitive)
}

/// Returns the message of an error structure, unless it is sensitive.
pub(crate) fn shape_message(shape: &dyn Reflect) -> Option<&str> {
    let schema = shape.schema();
    if hides_message(schema) {
        return None;
    }
    let index = schema.message()?;
    if let Ref::Str(message) = shape.get(index) { Some(message) } else { None }
}
