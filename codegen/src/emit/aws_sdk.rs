//! Names and types of `aws-sdk-rust`: the modules `operation`, `error`, `config`, `primitives`, `pages` and
//! `presigning` in `mod.rs`, `error` and `builders` in `types.rs`, the client, and methods of errors, enums and calls.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::code::Lines;
use super::names::Names;
use super::tokens::{field, name};
use crate::case;
use crate::config::Style;
use crate::ir::{Body, DefinedIn, Module, Operation, Role, Type};

/// Names of the modules in `mod.rs`.
pub(super) const MODULES: [&str; 6] = ["config", "error", "operation", "pages", "presigning", "primitives"];

/// The module of modules of operations, and the module in each of these.
const NESTED: [&str; 2] = ["operation", "builders"];

/// Whether the module of an operation has the name of the module around it, or of the one in it.
pub(super) fn is_nested(module: &Module) -> bool {
    module.operations.iter().any(|operation| NESTED.contains(&&*operation.method))
}

/// Modules in `mod.rs`. `client` is the attribute that selects clients.
pub(super) fn modules(module: &Module, client: Option<&TokenStream>) -> TokenStream {
    let operations = module.operations.iter().map(|operation| operation_module(operation, client));
    quote! {
        #client
        pub use self::client::Error;
        #client
        pub use self::config::Config;
        #client
        pub use ::whitesmith_runtime::aws_sdk::{config, error, pages, presigning, primitives};

        #[doc = " Inputs, outputs and errors by operation, as in `aws-sdk-rust`."]
        pub mod operation {
            #(#operations)*
        }
    }
}

fn operation_module(operation: &Operation, client: Option<&TokenStream>) -> TokenStream {
    let messages = messages(operation);
    let module = field(&operation.method);
    let (error, call) = (name(&operation.error), name(&operation.call));
    let (builder, usual) = (name(&operation.builder), name(&format!("{}InputBuilder", operation.name)));
    let builder = if builder == usual { quote!(#builder) } else { quote!(#builder as #usual) };
    let fluent = format_ident!("{}FluentBuilder", operation.name);
    let marker = (![&operation.input, &operation.output].contains(&&operation.name)).then(|| {
        let marker = name(&operation.name);
        quote!(pub use super::super::operations::#marker;)
    });
    quote! {
        pub mod #module {
            pub use super::super::errors::#error;
            #marker
            pub use super::super::types::#messages;

            #[doc = " Builders."]
            pub mod builders {
                #client
                pub use super::super::super::client::#call as #fluent;
                pub use super::super::super::types::#builder;
            }
        }
    }
}

/// The input and output of an operation, also by the names that they have in the SDK if another shape has one of these,
/// or several operations use the structure. A name of the other message is not given twice.
fn messages(operation: &Operation) -> TokenStream {
    let mut exported: Vec<(&str, Option<String>)> = Vec::new();
    for (ty, end) in [(operation.input.as_str(), "Input"), (operation.output.as_str(), "Output")] {
        let usual = format!("{}{end}", operation.name);
        exported.push((ty, None));
        exported.extend((![&operation.input, &operation.output].contains(&&usual)).then_some((ty, Some(usual))));
    }
    exported.sort_unstable();
    // An operation may have one structure as input and output.
    exported.dedup();
    let items = exported.iter().map(|(ty, usual)| {
        let ty = name(ty);
        let renamed = usual.as_deref().map(name).map(|usual| quote!(as #usual));
        quote!(#ty #renamed)
    });
    match exported.as_slice() {
        [_] => quote!(#(#items)*),
        _ => quote!({ #(#items),* }),
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
    let here = module.definitions.iter().filter(|definition| definition.defined_in == DefinedIn::Here);
    let conversions = here.filter_map(|definition| match &definition.body {
        Body::StringEnum { name: enumeration, .. } => Some(conversion(&name(enumeration))),
        _ => None,
    });
    quote!(#errors #builders #(#conversions)*)
}

/// A method, because an implementation of `From` would exclude that of `TryFrom`.
fn conversion(enumeration: &Ident) -> TokenStream {
    quote! {
        impl #enumeration {
            /// The same as [`or_unknown`](Self::or_unknown).
            pub fn from(value: &str) -> Self {
                Self::or_unknown(value)
            }
        }
    }
}

/// Methods of an operation's error enum. Only the client's part of the runtime has metadata.
pub(super) fn error(operation: &Operation, module: &Module) -> TokenStream {
    let error = name(&operation.error);
    let meta = super::has_client(module).then(|| {
        let client = super::gate(module.client, "client");
        quote! {
            #client
            pub fn meta(&self) -> rt::aws_sdk::error::ErrorMetadata<'_> {
                rt::aws_sdk::error::ErrorMetadata::of(self)
            }
        }
    });
    let methods = operation.errors.iter().map(|variant| {
        let method = format_ident!("is_{}", case::snake(&variant.name, Style::AwsSdk));
        let variant = name(&variant.name);
        quote! {
            pub fn #method(&self) -> bool {
                matches!(self, Self::#variant(_))
            }
        }
    });
    let methods: Vec<TokenStream> = meta.into_iter().chain(methods).collect();
    if methods.is_empty() {
        return TokenStream::new();
    }
    quote! {
        impl #error {
            #(#methods)*
        }
    }
}

/// The fields of the client: the second is its configuration.
pub(super) fn client_fields(names: &mut Names) -> String {
    format!("rt::client::Client, {}<rt::aws_sdk::config::Config>", names.path("::std::sync::Arc"))
}

/// The method that creates a client.
pub(super) fn constructor(names: &mut Names, lines: &mut Lines) {
    let [arc, into] = ["::std::sync::Arc", "::std::convert::Into"].map(|path| names.path(path));
    lines.free(4, &["pub fn new(config: impl ", into, "<rt::aws_sdk::config::Config>) -> Self {"]);
    lines.free(8, &["let config = ", arc, "::new(config.into());"]);
    lines.free(8, &[super::client::SERVICE]);
    lines.tail(8, "Self(rt::client::Client::new(service, config.to_builder()), config)");
    lines.free(4, &["}"]);
}

/// Sets the page size of a paginated operation.
pub(super) fn page_size(operation: &Operation, module: &Module) -> Option<TokenStream> {
    let size = operation.pages.as_ref()?.size.as_ref()?;
    let members = module.definitions.iter().find_map(|definition| match &definition.body {
        Body::Structure { name, members, .. } if *name == operation.input => Some(members),
        _ => None,
    });
    let member = members?.iter().find(|member| member.entry.name == *size)?;
    let value = match member.ty {
        Type::I32 => quote!(size),
        Type::I64 => quote!(i64::from(size)),
        _ => return None,
    };
    let (marker, builder, setter) = (name(&operation.name), name(&operation.builder), field(&member.setters.add));
    Some(quote! {
        impl rt::aws_sdk::pages::PageSize for operations::#marker {
            fn page_size(call: rt::client::CallBuilder<Self>, size: i32) -> rt::client::CallBuilder<Self> {
                types::#builder(call).#setter(#value).0
            }
        }
    })
}
