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
    // `gen` is reserved since the 2024 edition, which the parser does not support.
    if syn::parse_str::<Ident>(name).is_ok() && name != "gen" {
        Ident::new(name, Span::call_site())
    } else {
        Ident::new_raw(name, Span::call_site())
    }
}

/// A type, variant or static name.
pub(super) fn name(name: &str) -> Ident {
    if name == "Self" { format_ident!("Self_") } else { Ident::new(name, Span::call_site()) }
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
fn doc_line(line: &str) -> String {
    let line = without_bidi(&line.replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " "));
    if line.is_empty() { line } else { format!(" {line}") }
}

/// A path in the runtime crate.
pub(super) fn runtime(path: &str) -> TokenStream {
    let parts = path.split("::").map(name);
    quote!(rt #(::#parts)*)
}

/// A path of the user's code, as configured.
pub(super) fn path(path: &str) -> TokenStream {
    path.parse().unwrap_or_default()
}

/// A type, given the path of generated types.
pub(super) fn ty(ty: &Type, types: &TokenStream) -> TokenStream {
    match ty {
        Type::Bool => quote!(bool),
        Type::I8 => quote!(i8),
        Type::I16 => quote!(i16),
        Type::I32 => quote!(i32),
        Type::I64 => quote!(i64),
        Type::F32 => quote!(f32),
        Type::F64 => quote!(f64),
        Type::String => quote!(::std::string::String),
        Type::BigInteger => runtime("types::BigInteger"),
        Type::BigDecimal => runtime("types::BigDecimal"),
        Type::Blob => runtime("types::Blob"),
        Type::Timestamp => runtime("types::Timestamp"),
        Type::Document => runtime("types::Document"),
        Type::ByteStream => runtime("types::ByteStream"),
        Type::EventStream(event) => {
            let (stream, event) = (runtime("types::EventStream"), self::ty(event, types));
            quote!(#stream<#event>)
        }
        Type::Unit => runtime("types::Unit"),
        Type::Named(named) => {
            let named = name(named);
            quote!(#types #named)
        }
        Type::Custom(path) => {
            let path = self::path(path);
            quote!(rt::Custom<#path>)
        }
        Type::Option(inner) => {
            let inner = self::ty(inner, types);
            quote!(::std::option::Option<#inner>)
        }
        Type::Boxed(inner) => {
            let inner = self::ty(inner, types);
            quote!(::std::boxed::Box<#inner>)
        }
        Type::List(inner) => {
            let inner = self::ty(inner, types);
            quote!(::std::vec::Vec<#inner>)
        }
        Type::Map(inner) => {
            let (key, value) = (self::ty(&inner.0, types), self::ty(&inner.1, types));
            quote!(::std::collections::BTreeMap<#key, #value>)
        }
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
