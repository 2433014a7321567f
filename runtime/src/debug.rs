//! `Debug` and `Display` of generated types. Sensitive values are never shown.

use std::fmt::{self, Debug, Formatter};

use crate::reflect::{Key, Ref, Reflect, Shape};
use crate::schema::Schema;
use crate::types::error_shape::display_shape;

const REDACTED: &str = "*** Sensitive Data Redacted ***";

/// A value with its schema, formatted without sensitive values.
struct Shown<'a>(&'a Schema, Ref<'a>);

impl Debug for Shown<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        value(self.0, self.1, f)
    }
}

/// Formats a structure with its present members.
///
/// # Errors
/// If the formatter fails.
pub fn structure(name: &str, shape: &dyn Reflect, f: &mut Formatter<'_>) -> fmt::Result {
    let schema = shape.schema();
    if schema.sensitive {
        return f.write_str(REDACTED);
    }
    let mut names = shape.names().split_ascii_whitespace();
    let mut next = 0;
    let mut show = f.debug_struct(name);
    shape.each(&mut |index, value| {
        let Some(member) = schema.members.get(index) else { return true };
        let name = index.checked_sub(next).and_then(|skipped| names.nth(skipped)).map_or(member.name, plain);
        next = index + 1;
        if member.is_sensitive() {
            show.field(name, &format_args!("{REDACTED}"));
        } else {
            show.field(name, &Shown(member.target, value));
        }
        true
    });
    show.finish()
}

/// Name of a field without `r#`, as derived implementations print it.
fn plain(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}

/// Formats an error by its name, and its message if it has one. The message may be that of a service, so control
/// characters are escaped, and it is cut after 1,024 characters.
///
/// # Errors
/// If the formatter fails.
pub fn error(shape: &dyn Reflect, f: &mut Formatter<'_>) -> fmt::Result {
    display_shape(shape, f)
}

/// Formats a string.
///
/// # Errors
/// If the formatter fails.
pub fn text(schema: &Schema, text: &str, f: &mut Formatter<'_>) -> fmt::Result {
    f.write_str(if schema.sensitive { REDACTED } else { text })
}

/// Formats a string or enum by its text.
///
/// # Errors
/// If the formatter fails.
#[inline]
pub fn key<T: Shape + Key>(value: &T, f: &mut Formatter<'_>) -> fmt::Result {
    text(T::shape().schema, value.as_key(), f)
}

/// Formats a value of a generated type that is not a structure or union.
///
/// # Errors
/// If the formatter fails.
#[inline]
pub fn simple<T: Shape>(simple: &T, f: &mut Formatter<'_>) -> fmt::Result {
    value(T::shape().schema, simple.get(), f)
}

/// Formats an `intEnum` by its number.
///
/// # Errors
/// If the formatter fails.
#[inline]
pub fn number<T: Shape>(_: &T, number: i32, f: &mut Formatter<'_>) -> fmt::Result {
    if T::shape().schema.sensitive { f.write_str(REDACTED) } else { fmt::Display::fmt(&number, f) }
}

/// Name of an enum variant.
fn variant(schema: &Schema, index: Option<usize>) -> Option<&'static str> {
    schema.names.get(index?).copied()
}

/// Formats a value. Enums are formatted by the name of the variant.
///
/// # Errors
/// If the formatter fails.
pub fn value(schema: &Schema, value: Ref<'_>, f: &mut Formatter<'_>) -> fmt::Result {
    if schema.sensitive {
        return f.write_str(REDACTED);
    }
    match value {
        Ref::Absent | Ref::Null => f.write_str("null"),
        Ref::Bool(value) => value.fmt(f),
        Ref::Byte(value) => value.fmt(f),
        Ref::Short(value) => value.fmt(f),
        Ref::Int(value) => match variant(schema, schema.int_values.iter().position(|known| *known == value)) {
            Some(name) => f.write_str(name),
            None => value.fmt(f),
        },
        Ref::Long(value) => value.fmt(f),
        Ref::Float(value) => value.fmt(f),
        Ref::Double(value) => value.fmt(f),
        Ref::BigInteger(value) => value.fmt(f),
        Ref::BigDecimal(value) => value.fmt(f),
        Ref::Str(value) => match variant(schema, schema.values.iter().position(|known| *known == value)) {
            Some(name) => f.write_str(name),
            None => value.fmt(f),
        },
        Ref::Blob(value) => write!(f, "{} bytes", value.len()),
        Ref::Timestamp(value) => value.fmt(f),
        Ref::Document(value) => value.fmt(f),
        Ref::Shape(value) => structure(value.schema().name(), value, f),
        Ref::List(list) => {
            let Some(member) = schema.members.first() else { return f.write_str("[..]") };
            let redacted = member.is_sensitive();
            let shown = (0..list.len()).map(|index| if redacted { Ref::Str(REDACTED) } else { list.get(index) });
            let target = if redacted { &crate::schema::prelude::STRING } else { member.target };
            f.debug_list().entries(shown.map(|value| Shown(target, value))).finish()
        }
        Ref::Map(map) => {
            let [key, value] = schema.members else { return f.write_str("{..}") };
            let mut show = f.debug_map();
            map.each(&mut |text, entry| {
                let name = if key.is_sensitive() { REDACTED } else { text };
                if value.is_sensitive() {
                    show.entry(&name, &format_args!("{REDACTED}"));
                } else {
                    show.entry(&name, &Shown(value.target, entry));
                }
                true
            });
            show.finish()
        }
    }
}
