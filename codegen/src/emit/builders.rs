//! Builders of structures, in `types.rs`.
//!
//! ```text
//! pub struct AddressBuilder<C = ()>(pub(super) rt::Builder<Address, C>);
//! rt::builder! { AddressBuilder: Address }
//! impl<C> AddressBuilder<C> {
//!     pub fn street(self, value: impl rt::IntoMember<Street>) -> Self { self.set_street(Some(value)) }
//!     pub fn set_street(self, value: Option<impl rt::IntoMember<Street>>) -> Self {
//!         rt::replace!(self, Address.street: value)
//!     }
//! }
//! ```
//!
//! If `build` returns no `Result`, the call is `rt::builder! { AddressBuilder: Address, infallible }`.

use super::code::{Code, Lines};
use super::names::Names;
use super::tokens::{field, has_custom, type_name, type_text};
use crate::ir::{Arguments, Build, Collection, Member, Type};

/// Appends the builder of a structure.
pub(super) fn builder(structure: &str, builder: &str, members: &[Member], build: Build, code: &mut Code) {
    let builder = type_name(builder);
    let generic = code.names.path("rt::Builder");
    code.names.import("rt");
    let parameter = code.names.parameter("C");
    let mut lines = Lines::default();
    lines.doc(0, &format!("Builder of {}.", link(structure)));
    lines.free(0, &["#[must_use]"]);
    let field = format!("pub(super) {generic}<{structure}, {parameter}>");
    lines.newtype(&format!("pub struct {builder}<{parameter} = ()>"), &field);
    let infallible = if build == Build::Infallible { ", infallible" } else { "" };
    lines.call("rt::builder!", &[builder, ": ", structure, infallible]);
    code.add_lines(&lines);
    if !members.is_empty() {
        let mut lines = Lines::default();
        lines.head(&["impl<", &parameter, "> ", builder, "<", &parameter, "> {"]);
        for member in members {
            add(structure, member, &mut code.names, &mut lines);
            replace(structure, member, &mut code.names, &mut lines);
            lines.is_wide |= has_custom(&member.ty);
        }
        lines.free(0, &["}"]);
        code.add_lines(&lines);
    }
}

/// Derive macros of the prelude. A link to a structure of the same name would be ambiguous.
const DERIVES: &[&str] = &["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

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

/// The setter of a value, element or entry.
fn add(structure: &str, member: &Member, names: &mut Names, lines: &mut Lines) {
    let field_name = field(&member.name).to_string();
    let shown = field_name.trim_start_matches("r#");
    let what = match &member.collection {
        None => "See",
        Some(Collection::List(_)) => "Adds an element to",
        Some(Collection::Map(..)) => "Adds an entry to",
    };
    let reference = format!("{what} [`{shown}`]({structure}::{shown}).");
    if !member.summary.is_empty() {
        lines.doc(4, &member.summary);
    }
    // On a line of its own, so that another name or constraint changes one line.
    lines.doc(4, &reference);
    lines.deprecated(4, &member.docs);
    let add = field(&member.setters.add).to_string();
    if OPERATORS.contains(&member.setters.add.as_str()) {
        lines.free(4, &["#[allow(clippy::should_implement_trait)]"]);
    }
    let (parameters, body) = match (&member.collection, &member.ty) {
        (Some(Collection::List(element)), _) => {
            macro_call("rt::append!", structure, member, &[("element", element)], names)
        }
        (Some(Collection::Map(key, value)), _) => {
            macro_call("rt::insert!", structure, member, &[("key", key), ("value", value)], names)
        }
        (None, Type::Nullable(value)) => macro_call("rt::set_nullable!", structure, member, &[("value", value)], names),
        (None, ty) => (vec![parameter("value", ty, member, names)], set(member, names)),
    };
    lines.method(&add, &parameters, &body);
}

/// The parameters of a setter whose body is a call of a macro, and the call.
fn macro_call(
    name: &str,
    structure: &str,
    member: &Member,
    parts: &[(&str, &Type)],
    names: &mut Names,
) -> (Vec<String>, String) {
    let parameters = parts.iter().map(|(name, ty)| parameter(name, ty, member, names)).collect();
    let (values, types): (Vec<&str>, Vec<&Type>) = parts.iter().copied().unzip();
    let (field, values, types) = (field(&member.name), values.join(", "), cast(member, &types, names));
    (parameters, format!("{name}(self, {structure}.{field}: {values}{types})"))
}

/// The body of a setter of a value, which calls the setter that replaces it. The compiler takes less time for this than
/// for the body of that setter.
fn set(member: &Member, names: &mut Names) -> String {
    let (replace, some) = (field(&member.setters.replace), names.path("::std::option::Option::Some"));
    // The other setter takes a `String`.
    let is_string = member.setters.arguments == Arguments::Exact && member.ty == Type::String;
    let value = if is_string { "value.into()" } else { "value" };
    format!("self.{replace}({some}({value}))")
}

/// The setter that replaces the whole member.
fn replace(structure: &str, member: &Member, names: &mut Names, lines: &mut Lines) {
    let field_name = field(&member.name).to_string();
    // No link: the compiler resolves links each time, and the first setter has this one.
    lines.doc(4, &format!("Replaces or unsets `{}`.", field_name.trim_start_matches("r#")));
    lines.deprecated(4, &member.docs);
    let value = match member.setters.arguments {
        Arguments::Exact => whole_argument(&member.ty, names),
        Arguments::Convertible => into_member(&member.ty, names),
    };
    let value = format!("value: {}<{value}>", names.path("::std::option::Option"));
    let types = cast(member, &[&member.ty], names);
    let body = format!("rt::replace!(self, {structure}.{field_name}: value{types})");
    lines.method(&field(&member.setters.replace).to_string(), &[value], &body);
}

fn parameter(name: &str, ty: &Type, member: &Member, names: &mut Names) -> String {
    let ty = match member.setters.arguments {
        Arguments::Exact => argument(ty, names),
        Arguments::Convertible => into_member(ty, names),
    };
    format!("{name}: {ty}")
}

/// The parameter of a setter that takes a type, and for strings and boxes what converts to it.
fn argument(ty: &Type, names: &mut Names) -> String {
    let text = text(ty, names);
    if matches!(ty, Type::String | Type::Boxed(_)) {
        format!("impl {}<{text}>", names.path("::std::convert::Into"))
    } else {
        text
    }
}

/// The parameter of a setter for the whole member: maps are of any type.
fn whole_argument(ty: &Type, names: &mut Names) -> String {
    match ty {
        Type::Map(inner) => {
            let (key, value) = (text(&inner.0, names), text(&inner.1, names));
            format!("impl {}<Item = ({key}, {value})>", names.path("::std::iter::IntoIterator"))
        }
        Type::Boxed(_) => argument(ty, names),
        _ => text(ty, names),
    }
}

/// ` as T`, for macros that cannot infer the types of exact arguments.
fn cast(member: &Member, types: &[&Type], names: &mut Names) -> String {
    if member.setters.arguments == Arguments::Convertible {
        return String::new();
    }
    let texts: Vec<_> = types.iter().map(|ty| text(ty, names)).collect();
    format!(" as {}", texts.join(", "))
}

/// `impl IntoMember<T>`
fn into_member(ty: &Type, names: &mut Names) -> String {
    format!("impl {}<{}>", names.path("rt::IntoMember"), text(ty, names))
}

/// A type in `types.rs`.
pub(super) fn text(ty: &Type, names: &mut Names) -> String {
    let mut text = String::new();
    type_text(ty, "", &mut |path| names.path(path), &mut text);
    text
}
