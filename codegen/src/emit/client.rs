//! `client.rs`: a method for each operation, and the methods of calls.
//!
//! ```text
//! impl Client { pub fn get_order(&self) -> GetOrderCall { … } }
//! rt::client!(Client);
//! pub type Error = rt::client::AnyError;
//! pub type GetOrderCall = types::GetOrderInputBuilder<Call<operations::GetOrder>>;
//! rt::call! { GetOrderCall: operations::GetOrder { types::GetOrderInput, types::GetOrderOutput, … } }
//! ```
//!
//! Methods are `#[inline]`, so that crates compile those of the operations that they call.

use proc_macro2::TokenStream;
use quote::quote;

use super::code::Code;
use super::tokens::{deprecated, doc, docs, field, name};
use crate::ir::{Docs, Module, Operation, Waiter};

pub(super) fn emit(module: &Module) -> Code {
    let client_docs = docs(&client_docs(module));
    let deprecated = deprecated(&module.docs);
    let methods: Vec<_> = module.operations.iter().map(method).collect();
    let is_of_sdk = super::has_names_of_sdk(module);
    let client = if is_of_sdk {
        super::aws_sdk::client((&quote!(#client_docs #deprecated), &methods))
    } else {
        quote! {
            #client_docs
            #deprecated
            #[derive(Clone, Debug)]
            pub struct Client(rt::client::Client);

            impl Client {
                /// Returns a client with this configuration.
                pub fn new(config: rt::client::Config) -> Self {
                    Self(rt::client::Client::new(&schema::SERVICE, config))
                }

                #(#methods)*
            }

            rt::client!(Client);
        }
    };
    let error = quote! {
        /// Error of any call of this client.
        pub type Error = rt::client::AnyError;
    };
    let sizes = module.operations.iter().filter(|_| is_of_sdk);
    let sizes = sizes.filter_map(|operation| super::aws_sdk::page_size(operation, module));
    let calls = module.operations.iter().map(|operation| call(operation, module));
    Code::of([quote!(#client #error)].into_iter().chain(calls).chain(sizes))
}

fn client_docs(module: &Module) -> Docs {
    let mut docs = Docs::default();
    docs.lines.push(format!("Client of `{}`. Cheap to clone.", module.service));
    if !module.client_parameters.is_empty() {
        let heading = "Parameters for [`Config::endpoint_parameter`](rt::client::Config::endpoint_parameter):";
        docs.lines.extend(["", heading, ""].map(str::to_owned));
        docs.lines.extend(module.client_parameters.iter().cloned());
    }
    docs
}

fn method(operation: &Operation) -> TokenStream {
    let docs = docs(&method_docs(operation));
    let (method, builder, call) = (field(&operation.method), name(&operation.builder), name(&operation.call));
    quote! {
        #docs
        #[inline]
        pub fn #method(&self) -> #call {
            types::#builder(rt::Builder::call(&self.0))
        }
    }
}

/// The documentation of a method, with examples, and links to the errors of the operation.
fn method_docs(operation: &Operation) -> Docs {
    let mut docs = operation.docs.clone();
    if !operation.errors.is_empty() {
        docs.lines.extend(["", "# Errors", ""].map(str::to_owned));
        let enumeration = name(&operation.error);
        docs.lines.extend(operation.errors.iter().map(|error| {
            let variant = name(&error.name);
            format!("- [`{variant}`](errors::{enumeration}::{variant})")
        }));
    }
    docs.lines.extend(super::examples::section(operation));
    docs
}

/// Methods of a call, in addition to the setters of its builder.
fn call(operation: &Operation, module: &Module) -> TokenStream {
    let [call, marker, builder] = [&operation.call, &operation.name, &operation.builder].map(|ty| name(ty));
    let [input, output, error] = [&operation.input, &operation.output, &operation.error].map(|ty| name(ty));
    let method = field(&operation.method).to_string();
    let docs = doc(&format!("A call to [`{}`](Client::{}).", operation.wire_name, method.trim_start_matches("r#")));
    let paginate = operation.pages.as_ref().map(|_| quote!(paginate,));
    let waiters = operation.waiters.iter().map(|waiter| self::waiter(operation, waiter));
    let waiters = (!operation.waiters.is_empty()).then(|| quote!(impl #call { #(#waiters)* }));
    let style = super::has_names_of_sdk(module).then(|| quote!(aws_sdk));
    quote! {
        #docs
        pub type #call = types::#builder<rt::client::Call<operations::#marker>>;
        rt::call! {
            #style #call: operations::#marker { types::#input, types::#output, errors::#error, #paginate }
        }
        #waiters
    }
}

fn waiter(operation: &Operation, waiter: &Waiter) -> TokenStream {
    let docs = docs(&waiter.docs);
    let (method, target, call) = (field(&waiter.method), name(&waiter.target), name(&operation.name));
    quote! {
        #docs
        #[inline]
        pub fn #method(
            self,
            max_wait: impl ::std::convert::Into<rt::client::WaitSettings>,
        ) -> impl ::std::future::Future<Output = rt::client::Waited<operations::#call>> {
            self.0.wait(&waiters::#target, max_wait)
        }
    }
}
