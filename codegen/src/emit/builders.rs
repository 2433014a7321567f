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
use crate::ir::{Arguments, Collection, Member, Type};

/// How builders check the structure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Build {
    /// When they build it.
    Checked,
    /// Not at all: it is checked when it is sent.
    Infallible,
}

impl Build {
    /// Builders are infallible if no member is required, and all setters take the exact type.
    pub(super) fn of(members: &[Member], arguments: Arguments) -> Self {
        let is_infallible = |member: &Member| (member.optional || member.default.is_some()) && exact(&member.ty);
        if arguments == Arguments::Exact && members.iter().all(is_infallible) {
            Self::Infallible
        } else {
            Self::Checked
        }
    }
}

/// Appends the builder of a structure.
pub(super) fn builder(
    (structure, builder): (&str, &str),
    members: &[Member],
    (arguments, build): (Arguments, Build),
    code: &mut Code,
) {
    let builder = type_name(builder);
    let generic = code.names.path("rt::Builder");
    code.names.module("rt");
    let parameter = code.names.free("C");
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
            setters(structure, member, arguments, &mut code.names, &mut lines);
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
fn setters(structure: &str, member: &Member, arguments: Arguments, names: &mut Names, lines: &mut Lines) {
    let member_field = field(&member.name).to_string();
    let shown = member_field.trim_start_matches("r#");
    let is_exact = arguments == Arguments::Exact && exact(&member.ty);
    let (what, setter, parts): (_, _, Vec<(&str, &Type)>) = match &member.collection {
        None => {
            let setter = if matches!(member.ty, Type::Nullable(_)) { "rt::set_nullable!" } else { "rt::set!" };
            ("See", setter, vec![("value", member.ty.without_null())])
        }
        Some(Collection::List(element)) => ("Adds an element to", "rt::append!", vec![("element", element)]),
        Some(Collection::Map(key, value)) => ("Adds an entry to", "rt::insert!", vec![("key", key), ("value", value)]),
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
    let parameters: Vec<_> = parts
        .iter()
        .map(|(name, ty)| format!("{name}: {}", if is_exact { argument(ty, names) } else { into_member(ty, names) }))
        .collect();
    let values: Vec<_> = parts.iter().map(|(name, _)| *name).collect();
    let types =
        if is_exact { cast(&parts.iter().map(|(_, ty)| *ty).collect::<Vec<_>>(), names) } else { String::new() };
    let body = |setter, arguments: &str, types: &str| {
        format!("{setter}(self, {structure}.{member_field}: {arguments}{types})")
    };
    let replace = field(&member.setters.replace).to_string();
    let is_replacing = setter == "rt::set!" && !(is_exact && member.ty == Type::String);
    let add_body = if is_replacing {
        // The compiler takes less time for this than for the body of the other setter.
        format!("self.{replace}({}(value))", names.path("::std::option::Option::Some"))
    } else {
        body(setter, &values.join(", "), &types)
    };
    lines.method(&add, &parameters, &add_body);
    // No link: the compiler resolves links each time, and the first setter has this one.
    lines.doc(4, &format!("Replaces or unsets `{shown}`."));
    lines.deprecated(4, &member.docs);
    let (value, types) = if is_exact {
        (whole_argument(&member.ty, names), cast(&[&member.ty], names))
    } else {
        (into_member(&member.ty, names), String::new())
    };
    let value = format!("value: {}<{value}>", names.path("::std::option::Option"));
    lines.method(&replace, &[value], &body("rt::replace!", "value", &types));
    lines.is_wide |= has_custom(&member.ty);
}

/// Whether setters can take the type itself. Event streams and values of user's types are converted.
fn exact(ty: &Type) -> bool {
    match ty {
        Type::EventStream(_) | Type::Custom(_) => false,
        Type::Option(inner) | Type::Nullable(inner) | Type::Boxed(inner) | Type::List(inner) => exact(inner),
        Type::Map(inner) => exact(&inner.0) && exact(&inner.1),
        _ => true,
    }
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

/// ` as T`, for macros that cannot infer the types.
fn cast(types: &[&Type], names: &mut Names) -> String {
    let texts: Vec<_> = types.iter().map(|ty| text(ty, names)).collect();
    format!(" as {}", texts.join(", "))
}

fn text(ty: &Type, names: &mut Names) -> String {
    let mut text = String::new();
    type_text(ty, "", &mut |path| names.path(path), &mut text);
    text
}

/// `impl IntoMember<T>`
fn into_member(ty: &Type, names: &mut Names) -> String {
    format!("impl {}<{}>", names.path("rt::IntoMember"), text(ty, names))
}
