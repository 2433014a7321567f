//! `client.rs`: a method for each operation, and the call that it begins.

use proc_macro2::TokenStream;
use quote::quote;

use super::tokens::{doc, docs, field, name, ty};
use crate::ir::{Module, Operation, Setter, Waiter};

pub(super) fn emit(module: &Module) -> TokenStream {
    let client_docs = doc(&format!("Calls `{}`. Cheap to clone.", module.service));
    let methods = module.operations.iter().map(method);
    let calls = module.operations.iter().map(call);
    let waiters = module.waiters().next().map(|_| quote!(, waiters));
    quote! {
        use super::{errors, operations, schema, types #waiters};
        use ::whitesmith_runtime as rt;

        #client_docs
        #[derive(::std::clone::Clone, ::std::fmt::Debug)]
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
    let (method, call) = (field(&operation.method), name(&operation.name));
    quote! {
        #docs
        pub fn #method(&self) -> #call {
            #call(rt::client::Call::new(&self.0))
        }
    }
}

fn call(operation: &Operation) -> TokenStream {
    let call_docs = doc(&format!("A call of `{}` that is being built.", operation.wire_name));
    let call = name(&operation.name);
    let [input, output, error] = [&operation.input, &operation.output, &operation.error].map(|ty| name(ty));
    let setters = operation.setters.iter().map(|setter| self::setter(operation, setter));
    let paginate = operation.pages.as_ref().map(|_| {
        quote! {
            /// Follows the pages from here on.
            pub fn paginate(self) -> rt::client::Pages<operations::#call> {
                self.0.paginate()
            }
        }
    });
    let waiters = operation.waiters.iter().map(|waiter| self::waiter(operation, waiter));
    quote! {
        #call_docs
        #[must_use = "a call does nothing until it is sent"]
        #[derive(::std::fmt::Debug)]
        pub struct #call(rt::client::Call<operations::#call>);

        impl #call {
            #(#setters)*

            /// Gives all members the values of an input.
            pub fn with_input(self, input: types::#input) -> Self {
                Self(self.0.with_input(input))
            }

            /// Sends the request.
            ///
            /// # Errors
            /// Whatever kept the answer from coming, or the service's own error.
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

fn setter(operation: &Operation, setter: &Setter) -> TokenStream {
    let input = &operation.input;
    let target = field(&setter.field).to_string();
    let setter_docs = doc(&format!("See [`types::{input}::{}`].", target.trim_start_matches("r#")));
    let method = match setter.field.as_str() {
        // These are the call's own.
        "send" | "paginate" | "with_input" => field(&format!("{}_", setter.field)),
        other if operation.waiters.iter().any(|waiter| waiter.method == other) => field(&format!("{other}_")),
        other => field(other),
    };
    let (member, wire_name) = (field(&setter.field), &setter.wire_name);
    // A box is made of what it holds.
    let value_type = ty(&setter.ty, &quote!(types::));
    quote! {
        #setter_docs
        pub fn #method(self, value: impl rt::Given<#value_type>) -> Self {
            Self(self.0.set(#wire_name, value, |input| &mut input.#member))
        }
    }
}
