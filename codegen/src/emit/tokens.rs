//! Tokens for names, types, literals and documentation.

use proc_macro2::{Ident, Literal as Token, Span, TokenStream};
use quote::{format_ident, quote};

use crate::ir::{Default, Docs, Literal, SchemaRef, Setting, Type, Width};
use crate::text::{is_hidden, without_bidi};

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

/// Outer documentation, and `#[deprecated]`.
pub(super) fn docs(docs: &Docs) -> TokenStream {
    let lines = docs.lines.iter().map(|line| doc_line(line));
    let deprecated = deprecated(docs);
    quote!(#(#[doc = #lines])* #deprecated)
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

/// Makes a text one line: control characters and line separators become spaces. Characters that change the direction of
/// text, which rustc rejects in comments, are escaped.
pub(super) fn doc_line(line: &str) -> String {
    if line.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return if line.is_empty() { String::new() } else { format!(" {line}") };
    }
    let line = without_bidi(&line.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " "));
    if line.is_empty() { line } else { format!(" {line}") }
}

/// A path in the runtime crate.
fn runtime(path: &str) -> TokenStream {
    let parts = path.split("::").map(name);
    quote!(rt #(::#parts)*)
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
        Type::EventStream(event) => generic("rt::types::EventStream", &[event], (types, names), out),
        Type::Option(inner) => generic("::std::option::Option", &[inner], (types, names), out),
        Type::Nullable(inner) => generic("rt::types::Nullable", &[inner], (types, names), out),
        Type::Boxed(inner) => generic("::std::boxed::Box", &[inner], (types, names), out),
        Type::List(inner) => generic("::std::vec::Vec", &[inner], (types, names), out),
        Type::Map(inner) => {
            generic("::std::collections::BTreeMap", &[&inner.0, &inner.1], (types, names), out);
        }
        Type::Named(target) => out.extend([types, type_name(target)]),
        Type::Custom(path) => out.extend([names("rt::Custom"), "<", path, ">"]),
    }
}

/// Gives the name of a path.
type NameOf<'n> = &'n mut dyn FnMut(&'static str) -> &'static str;

fn generic(path: &'static str, arguments: &[&Type], (types, names): (&str, NameOf<'_>), out: &mut String) {
    out.push_str(names(path));
    for (index, argument) in arguments.iter().enumerate() {
        out.push_str(if index == 0 { "<" } else { ", " });
        type_text(argument, types, names, out);
    }
    out.push('>');
}

/// Whether a type contains a user's type, whose path is written as configured.
pub(super) fn has_custom(ty: &Type) -> bool {
    match ty {
        Type::Custom(_) => true,
        Type::EventStream(inner)
        | Type::Option(inner)
        | Type::Nullable(inner)
        | Type::Boxed(inner)
        | Type::List(inner) => has_custom(inner),
        Type::Map(inner) => has_custom(&inner.0) || has_custom(&inner.1),
        _ => false,
    }
}

/// A reference to a schema, in the schema module.
pub(super) fn schema(target: &SchemaRef) -> TokenStream {
    match target {
        SchemaRef::Local(local) => {
            let local = name(local);
            quote!(#local)
        }
        SchemaRef::Prelude(prelude) => {
            let prelude = name(prelude);
            quote!(rt::schema::prelude::#prelude)
        }
    }
}

/// Builder calls.
pub(super) fn settings(settings: &[Setting]) -> TokenStream {
    let calls = settings.iter().map(|setting| {
        let method = name(setting.method);
        let arguments = setting.arguments.iter().map(literal);
        quote!(.#method(#(#arguments),*))
    });
    quote!(#(#calls)*)
}

/// A literal in the schema module.
pub(super) fn literal(value: &Literal) -> TokenStream {
    match value {
        Literal::Str(text) => quote!(#text),
        Literal::Size(size) => integer(*size),
        Literal::Integer(value) => integer(*value),
        Literal::Float(value) => float(*value),
        Literal::Bool(value) => quote!(#value),
        Literal::WholeBound(value, width) => {
            let value = literal(value);
            let widened = (*width == Width::Narrow).then(|| quote!(as i64));
            quote!(rt::schema::Bound::Integer(#value #widened))
        }
        Literal::DecimalBound(value, text) => {
            let value = float(*value);
            quote!(rt::schema::Bound::Decimal(#value, #text))
        }
        Literal::Runtime(path) => runtime(path),
        Literal::TypeConstant(ty, constant) => {
            let (ty, constant) = (name(ty), name(constant));
            quote!(types::#ty::#constant)
        }
        Literal::Static(target) => {
            let target = name(target);
            quote!(&#target)
        }
        Literal::Slice(values) => {
            let values = values.iter().map(literal);
            quote!(&[#(#values),*])
        }
        Literal::Pair(first, second) => {
            let second = raw_string(second);
            quote!((#first, #second))
        }
        Literal::Default(value) => default_schema(value),
    }
}

fn default_schema(value: &Default) -> TokenStream {
    let value = match value {
        Default::Bool(value) => quote!(Bool(#value)),
        Default::Integer(value) | Default::Timestamp((value, 0)) => {
            let value = integer(*value);
            quote!(Integer(#value))
        }
        Default::Timestamp((seconds, nanoseconds)) => {
            let (seconds, nanoseconds) = (integer(*seconds), integer(i64::from(*nanoseconds)));
            quote!(Timestamp(#seconds, #nanoseconds))
        }
        Default::Float(value) => {
            let value = float(*value);
            quote!(Float(#value))
        }
        Default::Number(value) => quote!(Number(#value)),
        Default::Str(value) => quote!(Str(#value)),
        Default::Bytes(value) => {
            let value = Token::byte_string(value);
            quote!(Bytes(#value))
        }
        Default::Variant(_, value) => return default_schema(value),
        Default::List => quote!(EmptyList),
        Default::Map => quote!(EmptyMap),
        Default::Null | Default::Stream => quote!(Null),
    };
    quote!(rt::schema::DefaultValue::#value)
}

/// A raw string if that is more readable, as for patterns with backslashes. Invisible characters are escaped.
pub(super) fn raw_string(text: &str) -> TokenStream {
    let is_plain = !text.contains(|c: char| c == '"' || is_hidden(c));
    if text.contains('\\') && is_plain {
        format!("r\"{text}\"").parse().unwrap_or_else(|_| quote!(#text))
    } else {
        quote!(#text)
    }
}

/// A text of several lines, without escapes if possible. It starts with an empty line.
pub(super) fn raw_lines(text: &str) -> TokenStream {
    let text = format!("\n{text}");
    if text.contains(|c: char| c != '\n' && is_hidden(c)) {
        return quote!(#text);
    }
    let after_quotes = text.split('"').skip(1).map(|rest| rest.len() - rest.trim_start_matches('#').len());
    let hashes = "#".repeat(after_quotes.max().unwrap_or_default() + 1);
    format!("r{hashes}\"{text}\"{hashes}").parse().unwrap_or_else(|_| quote!(#text))
}

/// A whole number without a suffix.
pub(super) fn integer(value: impl TryInto<i128>) -> TokenStream {
    let value: i128 = value.try_into().unwrap_or_default();
    let digits: TokenStream = separated(value.unsigned_abs()).parse().unwrap_or_default();
    if value < 0 { quote!(-#digits) } else { digits }
}

/// Groups of three digits, from five digits on.
fn separated(value: u128) -> String {
    let digits = value.to_string();
    if digits.len() < 5 {
        return digits;
    }
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('_');
        }
        out.push(digit);
    }
    out
}

/// A 32-bit float.
pub(super) fn float32(value: f64) -> TokenStream {
    if (value as f32).is_finite() {
        return float(value);
    }
    if value > 0.0 {
        quote!(f32::INFINITY)
    } else if value < 0.0 {
        quote!(f32::NEG_INFINITY)
    } else {
        quote!(f32::NAN)
    }
}

/// A float without a suffix. Infinities and NaN, which have no literal, are constants.
pub(super) fn float(value: f64) -> TokenStream {
    if value.is_nan() {
        return quote!(f64::NAN);
    }
    if value.is_infinite() {
        return if value > 0.0 { quote!(f64::INFINITY) } else { quote!(f64::NEG_INFINITY) };
    }
    let digits = Token::f64_unsuffixed(value.abs());
    if value < 0.0 { quote!(-#digits) } else { quote!(#digits) }
}
