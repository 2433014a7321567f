//! `server.rs`: the trait that a server implements, and the function that creates a `tower::Service` from an
//! implementation.

use proc_macro2::TokenStream;
use quote::quote;

use super::code::Code;
use super::tokens::{doc, docs, field, name};
use crate::ir::{Callers, Module, Operation};

pub(super) fn emit(module: &Module) -> Code {
    let (service, dispatch) = (name(&module.service), name(&module.dispatch));
    let service_docs = docs(&module.docs);
    let methods = module.operations.iter().map(method);
    let arms = module.operations.iter().map(arm);
    let make = doc(&format!("Creates a `tower::Service` from an implementation of [`{}`].", module.service));
    let (kind, next) = match module.callers {
        Callers::Any => (quote!(rt::server::Service), None),
        Callers::Authenticated => (quote!(rt::server::Unauthenticated), Some(authentication())),
    };
    // Names of operations come from the model.
    let conventional = ["as_", "from_", "into_", "is_", "to_"];
    let named = |operation: &Operation| conventional.iter().any(|start| operation.method.starts_with(start));
    let allow = module.operations.iter().any(named).then(|| quote!(#[allow(clippy::wrong_self_convention)]));
    let implementation = name(if module.service == "S" { "T" } else { "S" });
    let shared = doc(&format!("Creates a `tower::Service` from a shared implementation of [`{}`].", module.service));
    let partial = match module.callers {
        Callers::Any => quote!(rt::server::PartialService),
        Callers::Authenticated => quote!(rt::server::PartialUnauthenticated),
    };
    Code::of([quote! {
        #service_docs
        #allow
        pub trait #service: ::std::marker::Send + ::std::marker::Sync + 'static {
            #(#methods)*
        }

        #make
        #next
        pub fn service<#implementation: #service>(
            implementation: #implementation,
        ) -> #kind<#dispatch<#implementation>> {
            shared(::std::sync::Arc::new(implementation))
        }

        #shared
        pub fn shared<#implementation: #service>(
            implementation: ::std::sync::Arc<#implementation>,
        ) -> #kind<#dispatch<#implementation>> {
            #kind::new(&schema::SERVICE, #dispatch(implementation))
        }

        /// Creates a `tower::Service` from functions with a shared state, for some or all operations.
        pub fn partial<State: ::std::marker::Send + ::std::marker::Sync + 'static>(state: State) -> #partial<State> {
            #partial::new(&schema::SERVICE, state)
        }

        rt::dispatch! { #dispatch: #service { #(#arms,)* } }
    }])
}

/// Documentation of a service whose callers have to be authenticated.
fn authentication() -> TokenStream {
    let lines = ["", "Call `authenticate` to verify callers, or `without_authentication` to accept all callers."];
    lines.into_iter().map(doc).collect()
}

fn method(operation: &Operation) -> TokenStream {
    let docs = docs(&operation.docs);
    let method = field(&operation.method);
    let (input, output, error) = (name(&operation.input), name(&operation.output), name(&operation.error));
    quote! {
        #docs
        fn #method(
            &self,
            input: types::#input,
            context: rt::server::RequestContext,
        ) -> impl rt::server::Reply<types::#output, errors::#error>;
    }
}

fn arm(operation: &Operation) -> TokenStream {
    let (marker, method) = (name(&operation.name), field(&operation.method));
    quote!(operations::#marker => #method)
}
