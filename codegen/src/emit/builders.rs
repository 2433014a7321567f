//! Builders of structures, in `types.rs`.
//!
//! ```text
//! pub struct AddressBuilder<C = ()>(pub(super) rt::Builder<Address, C>);
//! rt::builder! { AddressBuilder: Address }
//! impl<C> AddressBuilder<C> {
//!     pub fn street(self, value: impl rt::IntoMember<Street>) -> Self { … }
//! }
//! ```

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::tokens::{deprecated, doc, field, name, ty};
use crate::ir::{Collection, Member, Type};

/// The builder of a structure.
pub(super) fn builder(structure: &Ident, builder: &str, members: &[Member]) -> TokenStream {
    let builder = name(builder);
    let docs = doc(&format!("Builder of {}.", link(structure)));
    let setters = members.iter().map(|member| setters(structure, member));
    let block = (!members.is_empty()).then(|| quote!(impl<C> #builder<C> { #(#setters)* }));
    quote! {
        #docs
        #[must_use]
        pub struct #builder<C = ()>(pub(super) rt::Builder<#structure, C>);
        rt::builder! { #builder: #structure }
        #block
    }
}

/// Derive macros of the prelude. A link to a structure of the same name would be ambiguous.
const DERIVES: &[&str] = &["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// Maximum length of a line of documentation within an `impl` block, without indentation and `/// `.
const LINE: usize = 112;

/// Methods of operators. Clippy expects a method of this name to implement the trait.
const OPERATORS: &[&str] = &["add", "bitand", "bitor", "bitxor", "div", "mul", "rem", "shl", "shr", "sub"];

/// A link to a structure.
fn link(structure: &Ident) -> String {
    if DERIVES.iter().any(|derive| structure == derive) {
        format!("[`{structure}`](struct@{structure})")
    } else {
        format!("[`{structure}`]")
    }
}

/// The two setters of a member: one for a value, element or entry, and one that replaces the whole member.
fn setters(structure: &Ident, member: &Member) -> TokenStream {
    let member_field = field(&member.name);
    let (add, replace) = (field(&member.setters.add), field(&member.setters.replace));
    let whole = local(&member.ty);
    let shown = member_field.to_string();
    let link = format!("[`{0}`]({structure}::{0}).", shown.trim_start_matches("r#"));
    let is_operator = OPERATORS.contains(&member.setters.add.as_str());
    let allow = is_operator.then(|| quote!(#[allow(clippy::should_implement_trait)]));
    let (what, add) = match &member.collection {
        None => (
            "See",
            quote!(pub fn #add(self, value: impl rt::IntoMember<#whole>) -> Self { rt::set!(self, #structure.#member_field: value) }),
        ),
        Some(Collection::List(element)) => {
            let element = local(element);
            let body = quote!(rt::append!(self, #structure.#member_field: element));
            ("Adds an element to", quote!(pub fn #add(self, element: impl rt::IntoMember<#element>) -> Self { #body }))
        }
        Some(Collection::Map(key, value)) => {
            let (key, value) = (local(key), local(value));
            let body = quote!(rt::insert!(self, #structure.#member_field: key, value));
            (
                "Adds an entry to",
                quote! {
                    pub fn #add(
                        self,
                        key: impl rt::IntoMember<#key>,
                        value: impl rt::IntoMember<#value>,
                    ) -> Self {
                        #body
                    }
                },
            )
        }
    };
    let deprecated = deprecated(&member.docs);
    let reference = format!("{what} {link}");
    let add_docs = match member.summary.as_str() {
        "" => doc(&reference),
        summary if summary.len() + reference.len() < LINE => doc(&format!("{summary} {reference}")),
        summary => [summary, reference.as_str()].map(doc).into_iter().collect(),
    };
    // No link: the compiler resolves links each time, and the first setter has this one.
    let replace_docs = doc(&format!("Replaces or unsets `{}`.", shown.trim_start_matches("r#")));
    quote! {
        #add_docs
        #deprecated
        #allow
        #add

        #replace_docs
        #deprecated
        pub fn #replace(self, value: ::std::option::Option<impl rt::IntoMember<#whole>>) -> Self {
            rt::replace!(self, #structure.#member_field: value)
        }
    }
}

fn local(of: &Type) -> TokenStream {
    ty(of, &TokenStream::new())
}
