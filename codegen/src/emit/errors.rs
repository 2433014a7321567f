//! `errors.rs`: an enum for each operation.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{doc, name};
use crate::ir::{Module, Operation};

pub(super) fn emit(module: &Module) -> TokenStream {
    let open = super::open(module);
    let errors = module.operations.iter().map(|operation| error(operation, open.as_ref()));
    let methods = module.operations.iter().filter_map(super::aws_sdk::error);
    let methods = super::has_names_of_sdk(module).then(|| quote!(#(#methods)*));
    quote!(#(#errors)* #methods)
}

fn error(operation: &Operation, open: Option<&TokenStream>) -> TokenStream {
    let docs = doc(&format!("Errors of `{}`.", operation.wire_name));
    let error_name = name(&operation.error);
    let names: Vec<_> = operation.errors.iter().map(|error| name(&error.name)).collect();
    let types: Vec<_> = operation.errors.iter().map(|error| name(&error.ty)).collect();
    let variant_docs = operation.errors.iter().map(|error| doc(&format!("See [`types::{}`].", error.ty)));
    quote! {
        #docs
        #[derive(Clone, Debug)]
        #open
        pub enum #error_name {
            #(#variant_docs #names(types::#types),)*
            /// An error that is not in the model, or an error response without a code.
            Unhandled(rt::operation::Unhandled),
        }
        rt::operation_error! { #error_name { #(#names(types::#types),)* } }
    }
}
