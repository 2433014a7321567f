//! Imports of definitions that other modules have, and configured attributes.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::tokens::name;
use crate::ir::{Attributes, Body, Definition, Home, Member, Module};

/// What is imported.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Imports {
    /// Types and builders.
    Types,
    /// Schemas.
    Schemas,
}

/// `pub use` lines for the definitions that other modules have, one for each name, sorted.
pub(super) fn imports(module: &Module, what: Imports) -> TokenStream {
    let mut lines: Vec<(&str, String, String)> = Vec::new();
    for definition in &module.definitions {
        let Home::Module { path, name } = &definition.home else { continue };
        let name = name.as_deref();
        match (what, type_names(definition)) {
            (Imports::Schemas, _) => {
                let there = name.map_or_else(|| definition.schema.clone(), schema_name);
                lines.push((path, there, definition.schema.clone()));
            }
            (Imports::Types, Some((ty, builder))) => {
                let there = name.unwrap_or(ty);
                lines.push((path, there.to_owned(), ty.to_owned()));
                lines.extend(builder.map(|builder| (path.as_str(), format!("{there}Builder"), builder.to_owned())));
            }
            (Imports::Types, None) => {}
        }
    }
    lines.sort_unstable();
    lines.dedup();
    let file = format_ident!("{}", if what == Imports::Types { "types" } else { "schema" });
    let lines = lines.iter().map(|(path, there, here)| {
        let path: TokenStream = path.parse().unwrap_or_default();
        let (there, here) = (name(there), name(here));
        let renamed = (there != here).then(|| quote!(as #here));
        quote!(pub use #path::#file::#there #renamed;)
    });
    quote!(#(#lines)*)
}

/// Name of the static for the schema of a type.
fn schema_name(ty: &str) -> String {
    heck::ToShoutySnakeCase::to_shouty_snake_case(ty)
}

/// Names of the type and of its builder.
fn type_names(definition: &Definition) -> Option<(&str, Option<&str>)> {
    match &definition.body {
        Body::Plain { .. } => None,
        Body::Structure { name, builder, .. } => Some((name, Some(builder))),
        Body::Newtype { name, .. }
        | Body::StringEnum { name, .. }
        | Body::IntEnum { name, .. }
        | Body::Union { name, .. } => Some((name, None)),
    }
}

/// Traits that macros of the runtime implement for each type, if they are not derived.
const BY_MACROS: [&str; 2] = ["Debug", "PartialEq"];

/// Configured attributes of a type. Traits that generated code implements are not derived again.
pub(super) fn of_type(definition: &Definition, derived: &TokenStream) -> TokenStream {
    let Attributes { derive, attributes } = &definition.attributes;
    let implemented = derived.to_string();
    let is_new = |path: &&String| {
        let mut words = implemented.split([' ', ',']);
        !words.any(|word| word == path.as_str()) && !BY_MACROS.contains(&path.as_str())
    };
    let new: Vec<&String> = derive.iter().filter(is_new).collect();
    // Equality of structures and unions is not derived, but compares all members as a derived hash does.
    let hash = new.iter().any(|path| *path == "Hash").then(|| quote!(#[allow(clippy::derived_hash_with_manual_eq)]));
    let new: Vec<TokenStream> = new.into_iter().filter_map(|path| path.parse().ok()).collect();
    let derive = (!new.is_empty()).then(|| quote!(#[derive(#(#new),*)]));
    let attributes = plain(attributes);
    quote!(#derive #hash #attributes)
}

/// Configured attributes of a field.
pub(super) fn of_member(member: &Member) -> TokenStream {
    plain(&member.attributes)
}

/// Attributes as configured.
pub(super) fn plain(attributes: &[String]) -> TokenStream {
    attributes.iter().filter_map(|attribute| attribute.parse::<TokenStream>().ok()).collect()
}
