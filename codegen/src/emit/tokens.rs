//! Names, types, literals and documentation as tokens, and the text of names and types for emitters of text.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use super::literals;
use crate::ir::{Docs, Type};
use crate::text::comment;

/// A field or method name. Keywords become raw identifiers, or get an underscore if they cannot be raw.
pub(super) fn field(name: &str) -> Ident {
    if matches!(name, "self" | "super" | "crate" | "Self" | "_") {
        return format_ident!("{name}_");
    }
    if KEYWORDS.contains(&name) { Ident::new_raw(name, Span::call_site()) } else { Ident::new(name, Span::call_site()) }
}

/// Keywords, including reserved ones, that can be raw identifiers.
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// A type, variant or static name.
pub(super) fn name(name: &str) -> Ident {
    Ident::new(type_name(name), Span::call_site())
}

/// The text of [`name`].
pub(super) fn type_name(name: &str) -> &str {
    if name == "Self" { "Self_" } else { name }
}

/// `#[deprecated]`, with version and reason.
pub(super) fn deprecated(docs: &Docs) -> Option<TokenStream> {
    let deprecation = docs.deprecated.as_ref()?;
    let since = deprecation.since.as_ref().map(|since| quote!(since = #since));
    let note = deprecation.note.as_ref().map(|note| quote!(note = #note));
    let parts: Vec<_> = since.into_iter().chain(note).collect();
    Some(if parts.is_empty() { quote!(#[deprecated]) } else { quote!(#[deprecated(#(#parts),*)]) })
}

/// Outer documentation of one line.
pub(super) fn doc(line: &str) -> TokenStream {
    let line = doc_line(line);
    quote!(#[doc = #line])
}

/// Inner documentation.
pub(super) fn inner_docs(docs: &Docs) -> TokenStream {
    let lines = docs.lines.iter().map(|line| doc_line(line));
    quote!(#(#![doc = #lines])*)
}

/// The text of a line of documentation, after a space.
fn doc_line(line: &str) -> String {
    let line = comment(line);
    if line.is_empty() { String::new() } else { format!(" {line}") }
}

/// A path of the user's code, as configured.
pub(super) fn path(path: &str) -> TokenStream {
    path.parse().unwrap_or_default()
}

/// A type. `types` is the path of generated types, such as `types::`.
pub(super) fn ty(ty: &Type, types: &str) -> TokenStream {
    let mut text = String::new();
    type_text(ty, types, &mut |path| path, &mut text);
    text.parse().unwrap_or_default()
}

/// Appends a type. `names` gives names of paths.
pub(super) fn type_text(ty: &Type, types: &str, names: NameOf<'_>, out: &mut String) {
    match ty {
        Type::Bool => out.push_str("bool"),
        Type::I8 => out.push_str("i8"),
        Type::I16 => out.push_str("i16"),
        Type::I32 => out.push_str("i32"),
        Type::I64 => out.push_str("i64"),
        Type::F32 => out.push_str("f32"),
        Type::F64 => out.push_str("f64"),
        Type::String => out.push_str(names("::std::string::String")),
        Type::BigInteger => out.push_str(names("rt::types::BigInteger")),
        Type::BigDecimal => out.push_str(names("rt::types::BigDecimal")),
        Type::Blob => out.push_str(names("rt::types::Blob")),
        Type::Timestamp => out.push_str(names("rt::types::Timestamp")),
        Type::Document => out.push_str(names("rt::types::Document")),
        Type::ByteStream => out.push_str(names("rt::types::ByteStream")),
        Type::Unit => out.push_str(names("rt::types::Unit")),
        Type::EventStream(event) => generic("rt::types::EventStream", &[event], types, names, out),
        Type::Option(inner) => generic("::std::option::Option", &[inner], types, names, out),
        Type::Nullable(inner) => generic("rt::types::Nullable", &[inner], types, names, out),
        Type::Boxed(inner) => generic("::std::boxed::Box", &[inner], types, names, out),
        Type::List(inner) => generic("::std::vec::Vec", &[inner], types, names, out),
        Type::Map(inner) => {
            generic("::std::collections::BTreeMap", &[&inner.0, &inner.1], types, names, out);
        }
        Type::Named(target) => out.extend([types, type_name(target)]),
        Type::Custom(path) => out.extend([names("rt::Custom"), "<", path, ">"]),
    }
}

/// Gives the name of a path.
type NameOf<'n> = &'n mut dyn FnMut(&'static str) -> &'static str;

fn generic(path: &'static str, arguments: &[&Type], types: &str, names: NameOf<'_>, out: &mut String) {
    out.push_str(names(path));
    for (index, argument) in arguments.iter().enumerate() {
        out.push_str(if index == 0 { "<" } else { ", " });
        type_text(argument, types, names, out);
    }
    out.push('>');
}

/// Whether a type contains a user's type, whose path is written as configured.
pub(super) fn has_custom(ty: &Type) -> bool {
    contains(ty, &|ty| matches!(ty, Type::Custom(_)))
}

/// Whether a type contains a generated one.
pub(super) fn has_named(ty: &Type) -> bool {
    contains(ty, &|ty| matches!(ty, Type::Named(_)))
}

/// Whether the type, or a type in it, is such a type.
fn contains(ty: &Type, is_wanted: &dyn Fn(&Type) -> bool) -> bool {
    is_wanted(ty)
        || match ty {
            Type::EventStream(inner)
            | Type::Option(inner)
            | Type::Nullable(inner)
            | Type::Boxed(inner)
            | Type::List(inner) => contains(inner, is_wanted),
            Type::Map(inner) => contains(&inner.0, is_wanted) || contains(&inner.1, is_wanted),
            _ => false,
        }
}

/// A whole number without a suffix.
pub(super) fn integer(value: impl TryInto<i128>) -> TokenStream {
    literals::integer(value).parse().unwrap_or_default()
}

/// A float without a suffix. Infinities and NaN, which have no literal, are constants.
pub(super) fn float(value: f64) -> TokenStream {
    literals::float(value).parse().unwrap_or_default()
}
