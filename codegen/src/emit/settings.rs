//! Builder calls of schemas.

use proc_macro2::Literal as Token;

use super::literals::{float, integer, raw_string, string};
use super::names::Names;
use super::tokens::type_name;
use crate::ir::{Default, Literal, Setting, Width};

/// Appends builder calls: `.required().length(1, 64)`.
pub(super) fn settings(settings: &[Setting], names: &mut Names, out: &mut String) {
    for Setting { method, arguments } in settings {
        out.extend([".", method, "("]);
        separated(arguments, out, |argument, out| literal(argument, names, out));
        out.push(')');
    }
}

/// Appends the items, with commas between them.
pub(super) fn separated<T>(items: &[T], out: &mut String, mut append: impl FnMut(&T, &mut String)) {
    for (index, item) in items.iter().enumerate() {
        out.push_str(if index == 0 { "" } else { ", " });
        append(item, out);
    }
}

/// Appends a literal in the schema module.
fn literal(value: &Literal, names: &mut Names, out: &mut String) {
    match value {
        Literal::Str(text) => out.push_str(&string(text)),
        Literal::Size(size) => out.push_str(&integer(*size)),
        Literal::Integer(value) => out.push_str(&integer(*value)),
        Literal::Float(value) => out.push_str(&float(*value)),
        Literal::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        Literal::WholeBound(value, width) => {
            out.extend([names.path("rt::schema::Bound"), "::Integer("]);
            literal(value, names, out);
            out.push_str(if *width == Width::Narrow { " as i64)" } else { ")" });
        }
        Literal::DecimalBound(value, text) => {
            out.extend([names.path("rt::schema::Bound"), "::Decimal(", &float(*value), ", ", &string(text), ")"]);
        }
        Literal::Runtime(path) => out.push_str(&names.runtime(path)),
        Literal::TypeConstant(ty, constant) => {
            names.import("types");
            out.extend(["types::", type_name(ty), "::", constant]);
        }
        Literal::Static(target) => out.extend(["&", type_name(target)]),
        Literal::Slice(values) => {
            out.push_str("&[");
            separated(values, out, |value, out| literal(value, names, out));
            out.push(']');
        }
        Literal::Pair(first, second) => out.extend(["(", &string(first), ", ", &raw_string(second), ")"]),
        Literal::Default(value) => out.extend([names.path("rt::schema::DefaultValue"), "::", &default(value)]),
    }
}

/// A variant of the runtime's `DefaultValue`.
fn default(value: &Default) -> String {
    match value {
        Default::Bool(value) => format!("Bool({value})"),
        Default::Integer(value) | Default::Timestamp((value, 0)) => format!("Integer({})", integer(*value)),
        Default::Timestamp((seconds, nanoseconds)) => {
            format!("Timestamp({}, {})", integer(*seconds), integer(i64::from(*nanoseconds)))
        }
        Default::Float(value) => format!("Float({})", float(*value)),
        Default::Number(value) => format!("Number({})", string(value)),
        Default::Str(value) => format!("Str({})", string(value)),
        Default::Bytes(value) => format!("Bytes({})", Token::byte_string(value)),
        Default::Variant(_, value) => default(value),
        Default::List => "EmptyList".to_owned(),
        Default::Map => "EmptyMap".to_owned(),
        Default::Null | Default::Stream => "Null".to_owned(),
    }
}
