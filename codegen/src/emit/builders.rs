//! Builders of structures, in `types.rs`.
//!
//! ```text
//! pub struct AddressBuilder<C = ()>(pub(super) rt::Builder<Address, C>);
//! rt::builder! { AddressBuilder: Address }
//! impl<C> AddressBuilder<C> {
//!     pub fn street(self, value: impl rt::IntoMember<Street>) -> Self { … }
//! }
//! ```

use super::code::{Code, Lines};
use super::names::Names;
use super::tokens::{field, has_custom, type_name, type_text};
use crate::ir::{Collection, Member, Type};

/// Appends the builder of a structure.
pub(super) fn builder(structure: &str, builder: &str, members: &[Member], code: &mut Code) {
    let builder = type_name(builder);
    let generic = code.names.path("rt::Builder");
    code.names.module("rt");
    let parameter = code.names.free("C");
    let mut lines = Lines::default();
    lines.doc(0, &format!("Builder of {}.", link(structure)));
    lines.free(0, &["#[must_use]"]);
    let (start, inner) =
        (format!("pub struct {builder}<{parameter} = ()>("), format!("pub(super) {generic}<{structure}, {parameter}>"));
    let parts = [&*start, &*inner, ");"];
    if Lines::fits(0, &parts) {
        lines.free(0, &parts);
    } else {
        lines.head(&parts[..1]);
        lines.line(4, &[parts[1], ","]);
        lines.free(0, &[parts[2]]);
    }
    lines.free(0, &["rt::builder! {"]);
    lines.free(4, &[builder, ": ", structure]);
    lines.free(0, &["}"]);
    code.add_lines(&lines);
    if !members.is_empty() {
        let mut lines = Lines::default();
        lines.head(&["impl<", &parameter, "> ", builder, "<", &parameter, "> {"]);
        for member in members {
            setters(structure, member, &mut code.names, &mut lines);
        }
        lines.free(0, &["}"]);
        code.add_lines(&lines);
    }
}

/// Derive macros of the prelude. A link to a structure of the same name would be ambiguous.
const DERIVES: &[&str] = &["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// Maximum length of a line of documentation within an `impl` block, without indentation and `/// `.
const LINE: usize = 112;

/// Methods of operators. Clippy expects a method of this name to implement the trait.
const OPERATORS: &[&str] = &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

/// A link to a structure.
fn link(structure: &str) -> String {
    if DERIVES.contains(&structure) {
        format!("[`{structure}`](struct@{structure})")
    } else {
        format!("[`{structure}`]")
    }
}

/// The two setters of a member: one for a value, element or entry, and one that replaces the whole member.
fn setters(structure: &str, member: &Member, names: &mut Names, lines: &mut Lines) {
    let member_field = field(&member.name).to_string();
    let shown = member_field.trim_start_matches("r#");
    let (what, parameters, setter, arguments) = match &member.collection {
        None => {
            let setter = if matches!(member.ty, Type::Nullable(_)) { "rt::set_nullable!" } else { "rt::set!" };
            ("See", vec![parameter("value", member.ty.without_null(), names)], setter, "value")
        }
        Some(Collection::List(element)) => {
            ("Adds an element to", vec![parameter("element", element, names)], "rt::append!", "element")
        }
        Some(Collection::Map(key, value)) => {
            let parameters = vec![parameter("key", key, names), parameter("value", value, names)];
            ("Adds an entry to", parameters, "rt::insert!", "key, value")
        }
    };
    let reference = format!("{what} [`{shown}`]({structure}::{shown}).");
    match member.summary.as_str() {
        "" => lines.doc(4, &reference),
        summary if summary.len() + reference.len() < LINE => lines.doc(4, &format!("{summary} {reference}")),
        summary => [summary, &reference].into_iter().for_each(|line| lines.doc(4, line)),
    }
    lines.deprecated(4, &member.docs);
    if OPERATORS.contains(&member.setters.add.as_str()) {
        lines.free(4, &["#[allow(clippy::should_implement_trait)]"]);
    }
    let add = field(&member.setters.add).to_string();
    lines.method(&add, &parameters, &[setter, "(self, ", structure, ".", &member_field, ": ", arguments, ")"]);
    // No link: the compiler resolves links each time, and the first setter has this one.
    lines.doc(4, &format!("Replaces or unsets `{shown}`."));
    lines.deprecated(4, &member.docs);
    let replace = field(&member.setters.replace).to_string();
    let value = format!("value: {}<{}>", names.path("::std::option::Option"), into_member(&member.ty, names));
    lines.method(&replace, &[value], &["rt::replace!(self, ", structure, ".", &member_field, ": value)"]);
    lines.is_wide |= has_custom(&member.ty);
}

/// `name: impl IntoMember<T>`
fn parameter(name: &str, ty: &Type, names: &mut Names) -> String {
    format!("{name}: {}", into_member(ty, names))
}

/// `impl IntoMember<T>`
fn into_member(ty: &Type, names: &mut Names) -> String {
    let mut text = format!("impl {}<", names.path("rt::IntoMember"));
    type_text(ty, "", &mut |path| names.path(path), &mut text);
    text.push('>');
    text
}
