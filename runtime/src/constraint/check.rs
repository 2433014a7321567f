//! Validation: one walk over schema and value that collects all violations.

use super::unchecked;
use super::unique::has_duplicates;
use super::violation::{push_index, push_segment};
use super::{Constraint, Violation, Violations};
use crate::reflect::{ListRef, MapRef, Ref, Reflect, Shape};
use crate::schema::{Bound, Kind, Member, Schema};
use crate::types::compare;

/// Maximum depth of validation. Codecs accept less depth, so messages cannot contain deeper values.
pub(super) const MAX_DEPTH: usize = 256;

/// Path of the walk, as a linked list from the current value upwards.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    Root,
    Member(&'a Path<'a>, &'a str),
    Element(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    /// Path of a map entry, without the key if that is sensitive.
    pub(crate) fn entry(map: &'a Path<'a>, key_member: &Member, key: &'a str) -> Self {
        Self::Member(map, if key_member.is_sensitive() { "*" } else { key })
    }

    /// Returns the path as a JSON pointer. Long keys are truncated.
    pub(crate) fn pointer(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text
    }

    fn write(&self, text: &mut String) {
        match self {
            Self::Root => {}
            Self::Member(parent, name) => {
                parent.write(text);
                push_segment(text, name);
            }
            Self::Element(parent, index) => {
                parent.write(text);
                push_index(text, *index);
            }
        }
    }

    pub(super) fn depth(&self) -> usize {
        match self {
            Self::Root => 0,
            Self::Member(parent, _) | Self::Element(parent, _) => 1 + parent.depth(),
        }
    }
}

/// Adds all violations of the structure's members to `found`.
pub fn check(shape: &dyn Reflect, found: &mut Violations) {
    members(shape, &Path::Root, found);
}

/// Adds the violations of a structure that a builder has filled to `found`. Setters do not check what they convert, but
/// structures and unions come complete: those whose types hold all constraints are valid.
pub(crate) fn check_built(shape: &dyn Reflect, found: &mut Violations) {
    if unchecked::exist() { check(shape, found) } else { check_unheld(shape, found) }
}

/// Adds the violations that types do not rule out.
fn check_unheld(shape: &dyn Reflect, found: &mut Violations) {
    let schema = shape.schema();
    shape.each(&mut |index, value| {
        let Some(member) = schema.members.get(index) else { return true };
        let target = member.target;
        if !target.constrained || is_valid_text(target, value) {
            return true;
        }
        let (is_plain, path) = (target.conversion.is_none(), Path::Member(&Path::Root, member.name));
        match value {
            Ref::Shape(_) if is_plain && target.held => {}
            Ref::List(list) if is_plain && target.members.first().is_some_and(|member| member.target.held) => {
                list_itself(target, list, &path, found);
            }
            value => walk(target, value, &path, found),
        }
        true
    });
}

/// Adds all violations of one member of a structure to `found`.
pub(crate) fn check_member(member: &'static Member, value: Ref<'_>, found: &mut Violations) {
    walk(member.target, value, &Path::Member(&Path::Root, member.name), found);
}

/// Validates a value of a generated type.
///
/// Values from constructors and builders are valid, as are values that a server receives. By default, clients do not
/// validate responses, so values from a service may violate constraints, and may contain unknown enum values and union
/// variants. A required member that is missing in a response has an empty value, which is a violation if the model does
/// not allow empty values.
///
/// # Errors
/// Returns all violations, in the order of members.
///
/// ```
/// # use whitesmith_runtime::{constrained, schema::{Kind, Schema}};
/// # static NAME: Schema = Schema::simple("example#Name", Kind::String).max_length(3);
/// # #[derive(PartialEq, Eq, PartialOrd, Ord)] pub struct Name(String);
/// # constrained! { Name(String), NAME }
/// use whitesmith_runtime::validate;
///
/// let name = Name::new("abc")?;
/// assert_eq!(validate(&name), Ok(()));
/// # Ok::<(), whitesmith_runtime::constraint::Violation>(())
/// ```
pub fn validate<T: Shape>(value: &T) -> Result<(), Violations> {
    let mut found = Violations::default();
    check_all(T::shape().schema, value.get(), &mut found);
    if found.is_empty() { Ok(()) } else { Err(found) }
}

/// Adds all violations of a value to `found`.
pub(crate) fn check_all(schema: &'static Schema, value: Ref<'_>, found: &mut Violations) {
    walk(schema, value, &Path::Root, found);
}

/// Returns the first violation of a value, for constructors of constrained types.
///
/// # Errors
/// Returns the violation. Its path is relative to the value.
pub fn check_value(schema: &'static Schema, value: Ref<'_>) -> Result<(), Violation> {
    // Most strings are valid, which can be checked without collecting violations.
    if let Ref::Str(text) = value
        && satisfies(schema, text)
    {
        return Ok(());
    }
    first_violation(schema, value)
}

#[inline(never)]
fn first_violation(schema: &'static Schema, value: Ref<'_>) -> Result<(), Violation> {
    let mut found = Violations::default();
    walk(schema, value, &Path::Root, &mut found);
    found.iter().next().cloned().map_or(Ok(()), Err)
}

fn members(shape: &dyn Reflect, path: &Path<'_>, found: &mut Violations) {
    let schema = shape.schema();
    if schema.kind == Kind::Union && shape.unknown().is_some() {
        report(found, path, Violation::new(Constraint::Variant));
        return;
    }
    shape.each(&mut |index, value| {
        let Some(member) = schema.members.get(index) else { return true };
        if member.target.constrained && !is_valid_text(member.target, value) {
            walk(member.target, value, &Path::Member(path, member.name), found);
        }
        true
    });
}

/// Whether the value is a valid string. Most values are, for which this is faster than [`walk`].
#[expect(clippy::inline_always, reason = "two uses; a call for each member makes a check 15 % slower")]
#[inline(always)]
fn is_valid_text(schema: &Schema, value: Ref<'_>) -> bool {
    matches!(value, Ref::Str(text) if schema.conversion.is_none() && satisfies(schema, text))
}

fn walk(schema: &'static Schema, value: Ref<'_>, path: &Path<'_>, found: &mut Violations) {
    if schema.conversion.is_some() {
        return custom(schema, value, path, found);
    }
    constraints(schema, value, path, found);
}

/// Checks the constraints of a wire value, and then whether the user's type accepts it.
#[inline(never)]
fn custom(schema: &'static Schema, value: Ref<'_>, path: &Path<'_>, found: &mut Violations) {
    let before = found.count();
    constraints(schema, value, path, found);
    if found.count() == before {
        convert(schema, value, path, found);
    }
}

#[inline]
fn constraints(schema: &'static Schema, value: Ref<'_>, path: &Path<'_>, found: &mut Violations) {
    match value {
        Ref::Str(text) => string(schema, text, path, found),
        Ref::Byte(number) => integer(schema, i64::from(number), path, found),
        Ref::Short(number) => integer(schema, i64::from(number), path, found),
        Ref::Int(number) => integer(schema, i64::from(number), path, found),
        Ref::Long(number) => integer(schema, number, path, found),
        // The bound itself is inside, even if its nearest `f32` is not.
        #[allow(clippy::float_cmp, reason = "a value equals its bound")]
        Ref::Float(number) => float(schema, f64::from(number), |bound| number == bound as f32, path, found),
        Ref::Double(number) => float(schema, number, |_| false, path, found),
        Ref::BigInteger(number) => big(schema, number.as_str(), path, found),
        Ref::BigDecimal(number) => big(schema, number.as_str(), path, found),
        Ref::Blob(bytes) => length(schema, || bytes.len(), path, found),
        Ref::Shape(shape) if path.depth() < MAX_DEPTH => members(shape, path, found),
        Ref::List(list) => elements(schema, list, path, found),
        Ref::Map(map) => entries(schema, map, path, found),
        Ref::Absent | Ref::Null | Ref::Bool(_) | Ref::Timestamp(_) | Ref::Document(_) | Ref::Shape(_) => {}
    }
}

/// Returns the violation of a wire value that a user's type does not accept.
pub(crate) struct Conversion(pub(crate) fn(Ref<'_>) -> Result<(), Violation>);

/// Adds a violation if the user's type does not accept the wire value.
pub(super) fn convert(schema: &'static Schema, value: Ref<'_>, path: &Path<'_>, found: &mut Violations) {
    let Some(Conversion(convert)) = schema.conversion.and_then(|conversion| conversion.downcast_ref()) else { return };
    let Err(violation) = convert(value) else { return };
    // Clients ignore unknown values of enums, but not that a type has no value for them.
    let constraint = match violation.constraint {
        Constraint::Enum(_) | Constraint::IntEnum(_) | Constraint::Variant => {
            Constraint::Malformed("a value that is known to the receiver")
        }
        other => other,
    };
    report(found, path, Violation::new(constraint));
}

/// Adds a violation at `path`. The path is formatted only if the violation is kept.
pub(crate) fn report(found: &mut Violations, path: &Path<'_>, mut violation: Violation) {
    if found.keeps_more() {
        violation.path = path.pointer();
    }
    found.push(violation);
}

/// Whether the string is valid.
#[inline]
fn satisfies(schema: &Schema, text: &str) -> bool {
    (schema.kind != Kind::Enum || schema.values.contains(&text) || schema.open)
        && has_length(schema, text)
        && schema.pattern.is_none_or(|pattern| pattern.is_match(text))
}

/// Whether the number of characters is within the bounds.
fn has_length(schema: &Schema, text: &str) -> bool {
    let (min, max) = (schema.min_length.unwrap_or(0), schema.max_length.unwrap_or(usize::MAX));
    // A character has one to four bytes, so counting is often unnecessary.
    (text.len().div_ceil(4) >= min && text.len() <= max) || (min..=max).contains(&text.chars().count())
}

fn string(schema: &'static Schema, text: &str, path: &Path<'_>, found: &mut Violations) {
    if !satisfies(schema, text) {
        string_violations(schema, text, path, found);
    }
}

#[cold]
fn string_violations(schema: &'static Schema, text: &str, path: &Path<'_>, found: &mut Violations) {
    if schema.kind == Kind::Enum && !schema.values.contains(&text) && !schema.open {
        report(found, path, Violation::new(Constraint::Enum(schema.shown_values.unwrap_or(schema.values))));
    }
    length(schema, || text.chars().count(), path, found);
    // Matching a text that is much too long would take much time.
    if let Some(pattern) = schema.pattern
        && schema.max_length.is_none_or(|max| text.len() <= max.saturating_mul(4).saturating_add(BEYOND))
        && !pattern.is_match(text)
    {
        report(found, path, Violation::new(Constraint::Pattern(pattern.as_str())));
    }
}

/// Bytes or elements beyond the maximum length of a value. Of a longer one, only the length is reported.
const BEYOND: usize = 4096;

fn length(schema: &'static Schema, measure: impl Fn() -> usize, path: &Path<'_>, found: &mut Violations) {
    if schema.min_length.is_none() && schema.max_length.is_none() {
        return;
    }
    let length = measure();
    if schema.min_length.is_some_and(|min| length < min) || schema.max_length.is_some_and(|max| length > max) {
        report(found, path, Violation::length(schema, length));
    }
}

fn integer(schema: &'static Schema, number: i64, path: &Path<'_>, found: &mut Violations) {
    if schema.kind == Kind::IntEnum
        && !schema.open
        && !schema.int_values.iter().any(|value| i64::from(*value) == number)
    {
        report(found, path, Violation::new(Constraint::IntEnum(schema.int_values)));
    }
    let below = |bound| match bound {
        Bound::Integer(min) => number < min,
        Bound::Decimal(min, _) => (number as f64) < min,
    };
    let above = |bound| match bound {
        Bound::Integer(max) => number > max,
        Bound::Decimal(max, _) => (number as f64) > max,
    };
    if schema.minimum().is_some_and(below) || schema.maximum().is_some_and(above) {
        report(found, path, Violation::range(schema));
    }
}

fn float(
    schema: &'static Schema,
    number: f64,
    is_bound: impl Fn(f64) -> bool,
    path: &Path<'_>,
    found: &mut Violations,
) {
    let value = |bound| match bound {
        Bound::Integer(bound) => bound as f64,
        Bound::Decimal(bound, _) => bound,
    };
    // NaN is outside every range.
    let inside = schema.minimum().is_none_or(|min| number >= value(min) || is_bound(value(min)))
        && schema.maximum().is_none_or(|max| number <= value(max) || is_bound(value(max)));
    if !inside {
        report(found, path, Violation::range(schema));
    }
}

/// Compares big numbers exactly, without conversion to a float.
fn big(schema: &'static Schema, number: &str, path: &Path<'_>, found: &mut Violations) {
    let order = |bound| match bound {
        Bound::Integer(bound) => compare(number, &bound.to_string()),
        Bound::Decimal(_, bound) => compare(number, bound),
    };
    if schema.minimum().is_some_and(|min| order(min).is_lt()) || schema.maximum().is_some_and(|max| order(max).is_gt())
    {
        report(found, path, Violation::range(schema));
    }
}

/// Checks the constraints of a list, without its elements.
fn list_itself(schema: &'static Schema, list: &dyn ListRef, path: &Path<'_>, found: &mut Violations) {
    length(schema, || list.len(), path, found);
    // Comparing takes memory for each element.
    let is_too_long = schema.max_length.is_some_and(|max| list.len() > max.saturating_add(BEYOND));
    if schema.unique && !is_too_long && has_duplicates(list) {
        report(found, path, Violation::new(Constraint::Unique));
    }
}

fn elements(schema: &'static Schema, list: &dyn ListRef, path: &Path<'_>, found: &mut Violations) {
    list_itself(schema, list, path, found);
    let Some(member) = schema.members.first() else { return };
    if path.depth() >= MAX_DEPTH || !member.target.constrained {
        return;
    }
    for index in 0..list.len() {
        walk(member.target, list.get(index), &Path::Element(path, index), found);
    }
}

fn entries(schema: &'static Schema, map: &dyn MapRef, path: &Path<'_>, found: &mut Violations) {
    length(schema, || map.len(), path, found);
    let [key_member, value_member] = schema.members else { return };
    if path.depth() >= MAX_DEPTH {
        return;
    }
    map.each(&mut |key, value| {
        // Violations of a key are reported for the map.
        walk(key_member.target, Ref::Str(key), path, found);
        walk(value_member.target, value, &Path::entry(path, key_member, key), found);
        true
    });
}

#[cfg(test)]
mod tests;
