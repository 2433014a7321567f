//! The names of `aws-sdk-rust`, as further names of what other files define: the modules `operation`, `error`,
//! `config` and `primitives` in `mod.rs`, `error` and `builders` in `types.rs`, and methods of errors and calls.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::tokens::{field, name};
use crate::ir::{Body, DefinedIn, Module, Operation, Role};

/// Modules in `mod.rs`. `client` is the attribute that selects clients.
pub(super) fn modules(module: &Module, client: Option<&TokenStream>) -> TokenStream {
    let operations = module.operations.iter().map(|operation| operation_module(operation, client));
    quote! {
        #client
        pub use self::client::Error;
        #client
        pub use self::config::Config;
        #client
        pub use ::whitesmith_runtime::aws_sdk::{config, error, primitives};

        #[doc = " Inputs, outputs and errors by operation, as in `aws-sdk-rust`."]
        pub mod operation {
            #(#operations)*
        }
    }
}

fn operation_module(operation: &Operation, client: Option<&TokenStream>) -> TokenStream {
    let module = field(&operation.method);
    let [input, output, error] = [&operation.input, &operation.output, &operation.error].map(|ty| name(ty));
    // An operation may have one structure as input and output.
    let outputs = (operation.input != operation.output).then_some(&output).into_iter();
    let (call, builder) = (name(&operation.call), name(&operation.builder));
    let fluent = format_ident!("{}FluentBuilder", operation.name);
    let docs = format!(" Operation `{}`.", operation.wire_name);
    quote! {
        #[doc = #docs]
        pub mod #module {
            pub use super::super::errors::#error;
            pub use super::super::types::{#input #(, #outputs)*};

            #[doc = " Builders."]
            pub mod builders {
                #client
                pub use super::super::super::client::#call as #fluent;
                pub use super::super::super::types::#builder;
            }
        }
    }
}

/// Modules in `types.rs`.
pub(super) fn types(module: &Module) -> TokenStream {
    let (mut errors, mut builders): (Vec<Ident>, Vec<Ident>) = (Vec::new(), Vec::new());
    for definition in module.definitions.iter().filter(|definition| definition.defined_in == DefinedIn::Here) {
        if let Body::Structure { name: structure, builder, role, .. } = &definition.body {
            builders.push(name(builder));
            if *role == Role::Error {
                errors.push(name(structure));
            }
        }
    }
    let export = |module: &str, docs: &str, names: &[Ident]| {
        let module = format_ident!("{module}");
        (!names.is_empty()).then(|| {
            quote! {
                #[doc = #docs]
                pub mod #module {
                    pub use super::{#(#names),*};
                }
            }
        })
    };
    let errors = export("error", " Errors.", &errors);
    let builders = export("builders", " Builders.", &builders);
    quote!(#errors #builders)
}

/// Methods of an operation's error enum.
pub(super) fn error(operation: &Operation) -> Option<TokenStream> {
    let error = name(&operation.error);
    let methods = operation.errors.iter().map(|variant| {
        let method = format_ident!("is_{}", heck::ToSnakeCase::to_snake_case(variant.name.as_str()));
        let variant = name(&variant.name);
        quote! {
            pub fn #method(&self) -> bool {
                matches!(self, Self::#variant(_))
            }
        }
    });
    (!operation.errors.is_empty()).then(|| quote!(impl #error { #(#methods)* }))
}

/// Methods of the call of a paginated operation.
pub(super) fn call(operation: &Operation) -> Option<TokenStream> {
    operation.pages.as_ref()?;
    let (call, marker) = (name(&operation.call), name(&operation.name));
    Some(quote! {
        impl #call {
            #[inline]
            pub fn into_paginator(self) -> rt::client::Pages<operations::#marker> {
                self.paginate()
            }
        }
    })
}
