//! `operations.rs`: a marker type for each operation, which connects its schema and its types.

use proc_macro2::TokenStream;
use quote::quote;

use super::code::Code;
use super::tokens::{doc, field, name, ty};
use crate::ir::{Module, Operation, Pages};

pub(super) fn emit(module: &Module) -> Code {
    Code::of(module.operations.iter().map(operation))
}

fn operation(operation: &Operation) -> TokenStream {
    let docs = doc(&format!("Operation `{}`.", operation.wire_name));
    let (marker, schema) = (name(&operation.name), name(&operation.schema));
    let (input, output, error) = (name(&operation.input), name(&operation.output), name(&operation.error));
    let pages = operation.pages.as_ref().map(|pages| items(operation, pages));
    quote! {
        #docs
        pub struct #marker;
        rt::operation! { #marker: schema::#schema { types::#input, types::#output, errors::#error, } }
        #pages
    }
}

/// Takes the items out of an output.
fn items(operation: &Operation, pages: &Pages) -> TokenStream {
    let Some(items) = &pages.items else { return TokenStream::new() };
    let (marker, output) = (name(&operation.name), name(&operation.output));
    let item = ty(&items.ty, "types::");
    let mut value = quote!(output);
    let mut is_option = false;
    for step in &items.path {
        let name = field(&step.field);
        // Null is the same as absent here.
        let (without_null, is_next_option) = match (step.optional, step.nullable) {
            (_, false) => (None, step.optional),
            (true, true) => (Some(quote!(.and_then(rt::types::Nullable::value))), true),
            (false, true) => (Some(quote!(.value())), true),
        };
        value = match (is_option, is_next_option) {
            (false, _) => quote!(#value.#name #without_null),
            (true, true) => quote!(#value.and_then(|value| value.#name #without_null)),
            (true, false) => quote!(#value.map(|value| value.#name)),
        };
        is_option |= is_next_option;
    }
    let open = items.is_newtype.then(|| quote!(.into_inner()));
    let value = if is_option && items.is_newtype {
        quote!(#value.map_or_else(::std::vec::Vec::new, |items| items.into_inner()))
    } else if is_option {
        quote!(#value.unwrap_or_default())
    } else {
        quote!(#value #open)
    };
    quote! {
        impl rt::operation::Items for #marker {
            type Item = #item;

            fn items(output: types::#output) -> ::std::vec::Vec<#item> {
                #value
            }
        }
    }
}
