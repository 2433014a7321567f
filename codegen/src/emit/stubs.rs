//! A server to start from, whose operations return status 501. Written once, for users to edit.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{field, name};
use crate::format;
use crate::ir::{Body, Callers, Member, Module, Operation};

/// Paths in the source file of an implementation.
#[derive(Clone, Copy, Debug)]
pub struct Paths<'a> {
    /// The generated module: `api::workflows`.
    pub module: &'a str,
    /// The runtime: `whitesmith_runtime`.
    pub runtime: &'a str,
}

/// The source file of an implementation in another crate than the generated one.
///
/// # Errors
/// The emitted code is not valid Rust, which is an internal error.
pub fn server(module: &Module, paths: Paths<'_>) -> Result<String, format::Error> {
    let path = |text: &str| {
        let parts = text.split("::").map(field);
        quote!(#(#parts)::*)
    };
    let (of, runtime) = (path(paths.module), path(paths.runtime));
    let (service, dispatch) = (name(&module.service), name(&module.dispatch));
    let holds = format!(" Implements the operations of `{}`.", module.service);
    let methods = module.operations.iter().map(method);
    let is_authenticated = module.callers == Callers::Authenticated;
    let open = is_authenticated.then(|| quote!(.without_authentication()));
    let caution = " It accepts all callers. Call `authenticate` instead to verify callers.";
    let caution = is_authenticated.then(|| quote!(#[doc = #caution]));
    let of_module = quote!(use #of::{errors, server, types};);
    let of_runtime = quote! {
        use #runtime::server::{RequestContext, Service};
        use #runtime::types::Unhandled;
    };
    // In the order of rustfmt: braces come after names.
    let [segments, others] = [paths.module, paths.runtime].map(|path| path.split("::").collect::<Vec<_>>());
    let is_first = !others.starts_with(&segments) && segments < others;
    let imports = if is_first { quote!(#of_module #of_runtime) } else { quote!(#of_runtime #of_module) };
    let code = quote! {
        #![doc = #holds]

        #imports

        #[doc = " Implementation of the service. Add fields for the state that operations share."]
        #[derive(Debug)]
        pub struct Server;

        #[doc = " The service, for an HTTP server such as `serve` or axum."]
        #caution
        pub fn app() -> Service<server::#dispatch<Server>> {
            server::service(Server) #open
        }

        #[doc = " Error of operations that are not implemented yet."]
        fn not_implemented(operation: &str) -> Unhandled {
            let message = format!("{operation} is not implemented");
            Unhandled::new("NotImplemented", Some(message)).with_status(501)
        }

        impl server::#service for Server {
            #(#methods)*
        }
    };
    // Users edit this file: methods are apart, as they would be in code that a person wrote.
    let text = format::format("src/lib.rs", "", code)?;
    Ok(text.replace("\n    }\n    async fn ", "\n    }\n\n    async fn "))
}

fn method(operation: &Operation) -> TokenStream {
    let (method, wire_name) = (field(&operation.method), &operation.wire_name);
    let (input, output, error) = (name(&operation.input), name(&operation.output), name(&operation.error));
    quote! {
        async fn #method(&self, _: types::#input, _: RequestContext) -> Result<types::#output, errors::#error> {
            Err(not_implemented(#wire_name).into())
        }
    }
}

/// Result of a call without members.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BareCall {
    /// It is sent.
    Sent,
    /// Required members are missing.
    Invalid,
}

/// An operation for a first call, as its method, and the result of a call without members. `None` without operations.
pub fn first_call(module: &Module) -> Option<(String, BareCall)> {
    let is_bare = |operation: &&Operation| !members(module, &operation.input).any(Member::is_required);
    let (operation, call) = match module.operations.iter().find(is_bare) {
        Some(operation) => (operation, BareCall::Sent),
        None => (module.operations.first()?, BareCall::Invalid),
    };
    Some((field(&operation.client_method).to_string(), call))
}

fn members<'m>(module: &'m Module, structure: &str) -> impl Iterator<Item = &'m Member> {
    let found = module.definitions.iter().find_map(|definition| match &definition.body {
        Body::Structure { name, members, .. } if name == structure => Some(members),
        _ => None,
    });
    found.into_iter().flatten()
}
