//! `client.rs`: a method for each operation, and what its input's builder can do in a call.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{doc, docs, field, name};
use crate::ir::{Module, Operation, Waiter};

pub(super) fn emit(module: &Module) -> TokenStream {
    let client_docs = doc(&format!("Calls `{}`. Cheap to clone.", module.service));
    let methods = module.operations.iter().map(method);
    let calls = module.operations.iter().map(call);
    quote! {

        #client_docs
        #[derive(Clone, Debug)]
        pub struct Client(rt::client::Client);

        impl Client {
            /// A client with region, credentials and endpoint from the environment.
            ///
            /// # Errors
            /// When the environment does not say enough.
            pub async fn from_env() -> ::std::result::Result<Self, rt::client::ConfigError> {
                ::std::result::Result::Ok(Self::new(rt::client::Config::from_env().await?))
            }

            /// A client with the given configuration.
            pub fn new(config: rt::client::Config) -> Self {
                Self(rt::client::Client::new(&schema::SERVICE, config))
            }

            #(#methods)*
        }

        #(#calls)*
    }
}

fn method(operation: &Operation) -> TokenStream {
    let docs = docs(&operation.docs);
    let (method, builder, context) = (field(&operation.method), name(&operation.builder), context(operation));
    quote! {
        #docs
        pub fn #method(&self) -> types::#builder<#context> {
            types::#builder(rt::Builder::call(&self.0))
        }
    }
}

/// What makes a builder one of a call.
fn context(operation: &Operation) -> TokenStream {
    let operation = name(&operation.name);
    quote!(rt::client::Call<operations::#operation>)
}

/// What the builder of an input can do in a call.
fn call(operation: &Operation) -> TokenStream {
    let (builder, context) = (name(&operation.builder), context(operation));
    let [input, output, error] = [&operation.input, &operation.output, &operation.error].map(|ty| name(ty));
    let call = name(&operation.name);
    let paginate = operation.pages.as_ref().map(|_| {
        quote! {
            /// Returns a paginator, which starts with the page that this call asks for.
            pub fn paginate(self) -> rt::client::Pages<operations::#call> {
                self.0.paginate()
            }
        }
    });
    let waiters = operation.waiters.iter().map(|waiter| self::waiter(operation, waiter));
    quote! {
        impl types::#builder<#context> {
            /// Sets all members to those of `input`.
            pub fn with_input(self, input: types::#input) -> Self {
                Self(self.0.with_input(input))
            }

            /// Sends the request and reads the response.
            ///
            /// # Errors
            /// If the input is invalid, the request could not be sent, the response could not be read, or the service
            /// answered with an error.
            pub async fn send(
                self,
            ) -> ::std::result::Result<types::#output, rt::client::Error<errors::#error>> {
                self.0.send().await
            }

            #paginate

            #(#waiters)*
        }
    }
}

fn waiter(operation: &Operation, waiter: &Waiter) -> TokenStream {
    let docs = docs(&waiter.docs);
    let (method, target, call) = (field(&waiter.method), name(&waiter.target), name(&operation.name));
    quote! {
        #docs
        pub async fn #method(self, max_wait: ::std::time::Duration) -> rt::client::Waited<operations::#call> {
            self.0.wait(&waiters::#target, max_wait).await
        }
    }
}
