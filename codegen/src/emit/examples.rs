//! Examples of calls, for documentation. They are not compiled as tests of the generated crate.
//!
//! ```text
//! let output = client.pay().order("o-1").send().await?;
//! ```

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{field, float, integer, name, type_name};
use crate::format;
use crate::ir::{Build, ErrorVariant, Example, Expression, Operation, Setter, TimestampFormat};

/// The examples in an operation's documentation. Empty if there are none.
pub(super) fn section(operation: &Operation) -> Vec<String> {
    let mut lines = Vec::new();
    for example in &operation.examples {
        let heading = if lines.is_empty() { &["", "# Examples", ""][..] } else { &[""] };
        lines.extend(heading.iter().map(|line| (*line).to_owned()));
        lines.extend(example.title.iter().cloned());
        let error = operation.errors.iter().find(|variant| example.error.as_ref() == Some(&variant.ty));
        if let Some(ErrorVariant { name: variant, .. }) = error {
            let (variant, enumeration) = (type_name(variant), type_name(&operation.error));
            lines.extend([String::new(), format!("Fails with [`{variant}`](errors::{enumeration}::{variant}).")]);
        }
        lines.extend(["", "```ignore"].map(str::to_owned));
        lines.extend(code(operation, example));
        lines.push("```".to_owned());
    }
    lines
}

/// The statement that sends the request.
fn code(operation: &Operation, example: &Example) -> Vec<String> {
    let (method, setters) = (field(&operation.client_method), setters(&example.setters));
    let function = quote!(async fn example() { let output = client.#method() #setters.send().await?; });
    let text = format::format("example", "", function).unwrap_or_default();
    let body = text.lines().skip(1).take_while(|line| *line != "}");
    body.map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned()).collect()
}

fn setters(setters: &[Setter]) -> TokenStream {
    let calls = setters.iter().map(|setter| {
        let (method, arguments) = (field(&setter.name), setter.arguments.iter().map(expression));
        quote!(.#method(#(#arguments),*))
    });
    quote!(#(#calls)*)
}

/// A number with a suffix.
fn number(text: &str) -> TokenStream {
    text.parse().unwrap_or_default()
}

fn expression(value: &Expression) -> TokenStream {
    match value {
        Expression::Str(text) => quote!(#text),
        Expression::Timestamp(text, format) => {
            let format = match format {
                TimestampFormat::DateTime => quote!(DateTime),
                TimestampFormat::EpochSeconds => quote!(EpochSeconds),
            };
            let format = quote!(whitesmith_runtime::schema::TimestampFormat::#format);
            quote!(whitesmith_runtime::types::Timestamp::parse(#text, #format)?)
        }
        Expression::Bool(value) => quote!(#value),
        // A literal is an `i32` unless its type is inferred.
        Expression::Integer(value) if i32::try_from(*value).is_err() => number(&format!("{value}_i64")),
        Expression::Integer(value) => integer(*value),
        Expression::Float(value) => float(*value),
        Expression::Narrow(value) => number(&format!("{value:?}_f32")),
        Expression::Structure(ty, members, build) => {
            let (ty, setters) = (name(ty), setters(members));
            let check = (*build == Build::Checked).then(|| quote!(?));
            quote!(types::#ty::builder() #setters.build() #check)
        }
        Expression::Variant(ty, variant, value) => {
            let (ty, variant, value) = (name(ty), name(variant), expression(value));
            quote!(types::#ty::#variant(#value))
        }
        Expression::Some(value) => {
            let value = expression(value);
            quote!(Some(#value))
        }
        Expression::Into(value) => {
            let value = expression(value);
            quote!(#value.into())
        }
        Expression::TryInto(value) => {
            let value = expression(value);
            quote!(#value.try_into()?)
        }
        Expression::Array(elements) => {
            let elements = elements.iter().map(expression);
            quote!([#(#elements),*])
        }
        Expression::Entry(entry) => {
            let (key, value) = (expression(&entry.0), expression(&entry.1));
            quote!((#key, #value))
        }
    }
}
