//! Conversion of wire values to the user's types, without other constraints: clients do not check those by default.

use super::Violations;
use super::check::{MAX_DEPTH, Path, convert};
use crate::reflect::{ListRef, MapRef, Ref, Reflect};
use crate::schema::Schema;

/// Returns the violations of values that user's types do not accept.
pub(crate) fn conversions(schema: &'static Schema, value: Ref<'_>) -> Violations {
    let mut found = Violations::default();
    walk(schema, value, &Path::Root, &mut found);
    found
}

fn walk(schema: &'static Schema, value: Ref<'_>, path: &Path<'_>, found: &mut Violations) {
    if !schema.holds_custom || path.depth() >= MAX_DEPTH {
        return;
    }
    let before = found.count();
    match value {
        Ref::Shape(shape) => members(shape, path, found),
        Ref::List(list) => elements(schema, list, path, found),
        Ref::Map(map) => entries(schema, map, path, found),
        _ => {}
    }
    // A conversion relies on those of the parts.
    if found.count() == before {
        convert(schema, value, path, found);
    }
}

fn members(shape: &dyn Reflect, path: &Path<'_>, found: &mut Violations) {
    let schema = shape.schema();
    shape.each(&mut |index, value| {
        if let Some(member) = schema.members.get(index) {
            walk(member.target, value, &Path::Member(path, member.name), found);
        }
        true
    });
}

fn elements(schema: &'static Schema, list: &dyn ListRef, path: &Path<'_>, found: &mut Violations) {
    let Some(member) = schema.members.first() else { return };
    for index in 0..list.len() {
        walk(member.target, list.get(index), &Path::Element(path, index), found);
    }
}

fn entries(schema: &'static Schema, map: &dyn MapRef, path: &Path<'_>, found: &mut Violations) {
    let [key_member, value_member] = schema.members else { return };
    map.each(&mut |key, value| {
        walk(key_member.target, Ref::Str(key), path, found);
        walk(value_member.target, value, &Path::entry(path, key_member, key), found);
        true
    });
}
