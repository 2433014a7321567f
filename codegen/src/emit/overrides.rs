//! Imports of definitions that other modules have, and configured attributes.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::tokens::name;
use crate::ir::{Attributes, Body, DefinedIn, Definition, Member, Module};

/// Imported items.
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
        let DefinedIn::Module { path, names } = &definition.defined_in else { continue };
        match (what, type_names(definition)) {
            (Imports::Schemas, _) if definition.has_schema_here() => {}
            (Imports::Schemas, _) => {
                lines.push((path, names.schema.clone(), definition.schema.clone()));
            }
            (Imports::Types, Some((ty, builder))) => {
                let there = &names.name;
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
        let path = super::tokens::path(path);
        let (there, here) = (name(there), name(here));
        let renamed = (there != here).then(|| quote!(as #here));
        quote!(pub use #path::#file::#there #renamed;)
    });
    quote!(#(#lines)*)
}

/// Names of the type and of its builder.
pub(super) fn type_names(definition: &Definition) -> Option<(&str, Option<&str>)> {
    match &definition.body {
        Body::Plain { .. } => None,
        Body::Structure { name, builder, .. } => Some((name, Some(builder))),
        Body::Newtype { name, .. }
        | Body::StringEnum { name, .. }
        | Body::IntEnum { name, .. }
        | Body::Union { name, .. } => Some((name, None)),
    }
}

/// Configured attributes of a type. Traits that generated code implements are not derived again.
pub(super) fn of_type(definition: &Definition, implemented: &[&str]) -> TokenStream {
    let Attributes { derive, attributes } = &definition.attributes;
    // The macros of the runtime implement `Debug` of each type.
    let is_new = |path: &&String| !implemented.contains(&path.as_str()) && *path != "Debug";
    let new: Vec<&String> = derive.iter().filter(is_new).collect();
    // Equality of structures and unions is not derived, but compares all members as a derived hash does.
    let by_macro = matches!(definition.body, Body::Structure { .. } | Body::Union { .. });
    let hash = (by_macro && new.iter().any(|path| *path == "Hash"))
        .then(|| quote!(#[allow(clippy::derived_hash_with_manual_eq)]));
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
