//! `accessors.rs`, in the style of `aws-sdk-rust`: a method for each member of a structure, which returns a reference,
//! two methods for each variant of a union, `is_unknown` of unions, and `values` of enums.
//!
//! ```text
//! impl types::GetItemOutput {
//!     pub fn item(&self) -> Option<&BTreeMap<String, types::AttributeValue>> { self.item.as_ref() }
//! }
//!
//! impl types::AttributeValue {
//!     pub fn as_s(&self) -> Result<&String, &Self> { … }
//!     pub fn is_s(&self) -> bool { self.as_s().is_ok() }
//! }
//! ```

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::code::Code;
use super::tokens::{deprecated, field, name, ty};
use crate::case;
use crate::config::Style;
use crate::ir::{Body, DefinedIn, Member, Module, Type};

/// Methods of all structures. A member has such a name only if it is configured.
const TAKEN: &[&str] = &["builder"];

pub(super) fn emit(module: &Module) -> Code {
    let is_here = |definition: &&crate::ir::Definition| definition.defined_in == DefinedIn::Here;
    let blocks = module.definitions.iter().filter(is_here).filter_map(|definition| match &definition.body {
        Body::Structure { name: structure, members, .. } => {
            let structure = name(structure);
            let members: Vec<_> =
                members.iter().filter(|member| !TAKEN.contains(&&*member.name)).map(accessor).collect();
            (!members.is_empty()).then(|| quote!(impl types::#structure { #(#members)* }))
        }
        Body::Union { name: union, members } => {
            let union = name(union);
            let methods = of_variants(members);
            (!methods.is_empty()).then(|| quote!(impl types::#union { #(#methods)* }))
        }
        Body::StringEnum { name: named, .. } => {
            let named = name(named);
            Some(quote! {
                impl types::#named {
                    pub const fn values() -> &'static [&'static str] {
                        Self::VALUES
                    }
                }
            })
        }
        _ => None,
    });
    Code::of(blocks)
}

/// The methods of a union. Members whose names differ in case only have those of the first.
fn of_variants(members: &[Member]) -> Vec<TokenStream> {
    let mut known = BTreeSet::new();
    let mut methods = Vec::new();
    for member in members {
        let part = case::snake(&member.entry.name, Style::AwsSdk);
        if known.insert(part.clone()) {
            let (as_variant, is_variant) = (format_ident!("as_{part}"), format_ident!("is_{part}"));
            let (variant, deprecated) = (name(&member.name), deprecated(&member.docs));
            let inner = if let Type::Boxed(inner) = &member.ty { inner } else { &member.ty };
            let returned = ty(inner, "types::");
            let allowed = (part == "ref").then(|| quote!(#[allow(clippy::should_implement_trait)]));
            methods.push(quote! {
                #deprecated
                #allowed
                pub fn #as_variant(&self) -> ::std::result::Result<&#returned, &Self> {
                    match self {
                        Self::#variant(value) => ::std::result::Result::Ok(value),
                        _ => ::std::result::Result::Err(self),
                    }
                }
                #deprecated
                pub fn #is_variant(&self) -> bool {
                    self.#as_variant().is_ok()
                }
            });
        }
    }
    // Empty unions have no methods, and a member may have this name.
    if !known.is_empty() && known.insert("unknown".to_owned()) {
        methods.push(quote! {
            pub fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown(_))
            }
        });
    }
    methods
}

fn accessor(member: &Member) -> TokenStream {
    let (field, types) = (field(&member.name), "types::");
    let deprecated = deprecated(&member.docs);
    let (returned, value) = match (&member.ty, member.optional) {
        (scalar, true) if is_scalar(scalar) => {
            let scalar = ty(scalar, types);
            (quote!(::std::option::Option<#scalar>), quote!(self.#field))
        }
        (scalar, false) if is_scalar(scalar) => (ty(scalar, types), quote!(self.#field)),
        (Type::String, true) => (quote!(::std::option::Option<&str>), quote!(self.#field.as_deref())),
        (Type::String, false) => (quote!(&str), quote!(&self.#field)),
        (Type::List(element), true) => {
            let element = ty(element, types);
            (quote!(&[#element]), quote!(self.#field.as_deref().unwrap_or_default()))
        }
        (Type::List(element), false) => {
            let element = ty(element, types);
            (quote!(&[#element]), quote!(&self.#field))
        }
        (Type::Boxed(inner), true) => {
            let inner = ty(inner, types);
            (quote!(::std::option::Option<&#inner>), quote!(self.#field.as_deref()))
        }
        (Type::Boxed(inner), false) => {
            let inner = ty(inner, types);
            (quote!(&#inner), quote!(&self.#field))
        }
        (other, true) => {
            let other = ty(other, types);
            (quote!(::std::option::Option<&#other>), quote!(self.#field.as_ref()))
        }
        (other, false) => {
            let other = ty(other, types);
            (quote!(&#other), quote!(&self.#field))
        }
    };
    quote! {
        #deprecated
        pub fn #field(&self) -> #returned {
            #value
        }
    }
}

/// Whether values are returned as they are.
fn is_scalar(ty: &Type) -> bool {
    matches!(ty, Type::Bool | Type::I8 | Type::I16 | Type::I32 | Type::I64 | Type::F32 | Type::F64)
}
