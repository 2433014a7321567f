//! `types.rs`: structures, unions, enums and newtypes. Each definition is followed by a macro call of the runtime.
//!
//! ```text
//! /// …
//! #[derive(Clone)]
//! pub struct RoutingConfigurationListItem { pub weight: VersionWeight, … }
//! rt::structure! { RoutingConfigurationListItem: schema::ROUTING_CONFIGURATION_LIST_ITEM { weight, … } }
//! ```

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::overrides::{self, Imports, imports};
use super::tokens::{doc, docs, field, float, float32, integer, name, raw_string, ty};
use crate::ir::{
    Body, Constant, Default, DefinedIn, Definition, Literal, Member, Module, Pattern, Role, Type, Variant,
};

pub(super) fn emit(module: &Module) -> TokenStream {
    let open = super::open(module);
    let is_here = |definition: &&Definition| definition.defined_in == DefinedIn::Here;
    let items = module.definitions.iter().filter(is_here).map(|definition| item(definition, open.as_ref()));
    let imports = imports(module, Imports::Types);
    let names = super::has_names_of_sdk(module).then(|| super::aws_sdk::types(module));
    quote! {

        #imports
        #(#items)*
        #names
    }
}

fn item(definition: &Definition, open: Option<&TokenStream>) -> TokenStream {
    // A replacement for `Unit` has no schema of its own.
    let schema = match definition.schema.as_str() {
        "" => quote!(rt::schema::prelude::UNIT),
        schema => {
            let schema = name(schema);
            quote!(schema::#schema)
        }
    };
    let docs = docs(&definition.docs);
    let attributes = overrides::of_type(definition, implemented(&definition.body));
    let head = (&quote!(#docs #attributes), open);
    match &definition.body {
        Body::Plain { .. } => TokenStream::new(),
        Body::Newtype { name, inner, constants, pattern, .. } => {
            newtype(head, name, inner, (constants, pattern.as_ref()), &schema)
        }
        Body::StringEnum { name, variants } => string_enum(head, name, variants, &schema),
        Body::IntEnum { name, variants } => int_enum(head, name, variants, &schema),
        Body::Structure { name, builder, members, role } => structure(head, (name, builder), members, *role, &schema),
        Body::Union { name, members } => union(head, name, members, &schema),
    }
}

/// Documentation and configured attributes of a type, and `#[non_exhaustive]`.
type Head<'d> = (&'d TokenStream, Option<&'d TokenStream>);

/// Derives of string enums and of newtypes of texts and blobs.
const TEXT_DERIVES: &[&str] = &["Clone", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

/// Derives of integer enums and of newtypes of whole numbers.
const INTEGER_DERIVES: &[&str] = &["Clone", "Copy", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

/// Traits that generated types implement, and that could be derived.
fn implemented(body: &Body) -> &'static [&'static str] {
    match body {
        Body::Newtype { inner, .. } => newtype_derives(inner),
        Body::StringEnum { .. } => TEXT_DERIVES,
        Body::IntEnum { .. } => INTEGER_DERIVES,
        Body::Structure { members, .. } if members.iter().all(|member| member.optional || member.default.is_some()) => {
            &["Clone", "PartialEq", "Default"]
        }
        _ => &["Clone", "PartialEq"],
    }
}

/// `#[derive(…)]`
fn derive(traits: &[&str]) -> TokenStream {
    let traits = traits.iter().map(|name| format_ident!("{name}"));
    quote!(#[derive(#(#traits),*)])
}

/// The type of a member, in `types`.
fn local(of: &Type) -> TokenStream {
    ty(of, &TokenStream::new())
}

fn newtype(
    (type_docs, _): Head<'_>,
    type_name: &str,
    inner: &Type,
    (constants, pattern): (&[Constant], Option<&Pattern>),
    schema: &TokenStream,
) -> TokenStream {
    let type_name = name(type_name);
    let derives = derive(newtype_derives(inner));
    let inner_type = local(inner);
    let constants: Vec<TokenStream> = constants.iter().map(|constant| self::constant(constant, inner)).collect();
    let block = (!constants.is_empty()).then(|| quote!(impl #type_name { #(#constants)* }));
    debug_assert!(pattern.is_none() || block.is_some());
    quote! {
        #type_docs
        #derives
        pub struct #type_name(#inner_type);
        #block
        rt::constrained! { #type_name(#inner_type), #schema }
    }
}

fn newtype_derives(inner: &Type) -> &'static [&'static str] {
    match inner {
        Type::I8 | Type::I16 | Type::I32 | Type::I64 => INTEGER_DERIVES,
        Type::F32 | Type::F64 => &["Clone", "Copy", "PartialEq", "PartialOrd"],
        Type::String | Type::Blob => TEXT_DERIVES,
        _ => &["Clone", "PartialEq"],
    }
}

fn constant(constant: &Constant, inner: &Type) -> TokenStream {
    let docs = doc(constant.docs);
    let constant_name = name(constant.name);
    let (constant_type, value) = match &constant.value {
        Literal::Size(size) => (quote!(usize), integer(*size)),
        // Bounds of big numbers are emitted as 64-bit ones.
        Literal::Integer(value) if matches!(inner, Type::BigInteger) => (quote!(i64), integer(*value)),
        Literal::Integer(value) => (local(inner), integer(*value)),
        Literal::Float(value) if matches!(inner, Type::F32) => (quote!(f32), float32(*value)),
        Literal::Float(value) => (quote!(f64), float(*value)),
        Literal::Str(text) => {
            let text = raw_string(text);
            (quote!(&'static str), quote!(#text))
        }
        _ => return TokenStream::new(),
    };
    quote!(#docs pub const #constant_name: #constant_type = #value;)
}

fn string_enum(head: Head<'_>, enum_name: &str, variants: &[Variant<String>], schema: &TokenStream) -> TokenStream {
    let enum_name = name(enum_name);
    let derives = derive(TEXT_DERIVES);
    let unknown = quote!(rt::types::UnknownValue);
    let (definition, names) = enum_definition(head, &enum_name, variants, (&derives, &unknown));
    let values = variants.iter().map(|variant| &variant.value);
    quote! {
        #definition
        rt::string_enum! { #enum_name: #schema { #(#names = #values,)* } }
    }
}

fn int_enum(head: Head<'_>, enum_name: &str, variants: &[Variant<i32>], schema: &TokenStream) -> TokenStream {
    let enum_name = name(enum_name);
    let derives = derive(INTEGER_DERIVES);
    let unknown = quote!(rt::types::UnknownNumber);
    let (definition, names) = enum_definition(head, &enum_name, variants, (&derives, &unknown));
    let values = variants.iter().map(|variant| integer(variant.value));
    quote! {
        #definition
        rt::int_enum! { #enum_name: #schema { #(#names = #values,)* } }
    }
}

fn enum_definition<T>(
    (enum_docs, open): Head<'_>,
    enum_name: &proc_macro2::Ident,
    variants: &[Variant<T>],
    (derives, unknown): (&TokenStream, &TokenStream),
) -> (TokenStream, Vec<proc_macro2::Ident>) {
    let names: Vec<_> = variants.iter().map(|variant| name(&variant.name)).collect();
    let variant_docs = variants.iter().map(|variant| {
        let (docs, attributes) = (docs(&variant.docs), overrides::plain(&variant.attributes));
        quote!(#docs #attributes)
    });
    let definition = quote! {
        #enum_docs
        #derives
        #open
        pub enum #enum_name {
            #(#variant_docs #names,)*
            /// A value that is not in the model of this crate.
            Unknown(#unknown),
        }
    };
    (definition, names)
}

fn structure(
    (type_docs, open): Head<'_>,
    (type_name, builder): (&str, &str),
    members: &[Member],
    role: Role,
    schema: &TokenStream,
) -> TokenStream {
    let type_name = name(type_name);
    let fields: Vec<_> = members.iter().map(|member| field(&member.name)).collect();
    let definitions = members.iter().zip(&fields).map(|(member, field)| {
        let (docs, attributes) = (docs(&member.docs), overrides::of_member(member));
        let member_docs = quote!(#docs #attributes);
        let member_type = local(&member.ty);
        if member.optional {
            quote!(#member_docs pub #field: ::std::option::Option<#member_type>)
        } else {
            quote!(#member_docs pub #field: #member_type)
        }
    });
    let body = if members.is_empty() { quote!({}) } else { quote!({ #(#definitions,)* }) };
    let entries = members.iter().zip(&fields).map(|(member, field)| {
        let stream = member.ty.is_stream().then(|| quote!(stream));
        quote!(#stream #field)
    });
    let plain = members.iter().all(|member| member.optional || is_derived_default(member));
    let has_stream = members.iter().any(|member| member.ty.is_stream());
    // A stream can be read once, so structures with a stream are neither `Clone` nor `PartialEq`.
    let derives = match (has_stream, plain) {
        (false, true) => quote!(#[derive(Clone, Default)]),
        (false, false) => quote!(#[derive(Clone)]),
        (true, true) => quote!(#[derive(Default)]),
        (true, false) => TokenStream::new(),
    };
    let has_default = members.iter().all(|member| member.optional || member.default.is_some());
    let default = (has_default && !plain).then(|| {
        quote! {
            impl ::std::default::Default for #type_name {
                fn default() -> Self {
                    rt::builder::initial()
                }
            }
        }
    });
    let error = (role == Role::Error).then(|| quote!(rt::error!(#type_name);));
    let builder = super::builders::builder(&type_name, builder, members);
    quote! {
        #type_docs
        #derives
        #open
        pub struct #type_name #body
        #default
        rt::structure! { #type_name: #schema { #(#entries,)* } }
        #error
        #builder
    }
}

/// Whether a member's default is that of its type.
fn is_derived_default(member: &Member) -> bool {
    match (&member.default, &member.ty) {
        (Some(Default::Bool(value)), Type::Bool) => !value,
        (Some(Default::Integer(value)), Type::I8 | Type::I16 | Type::I32 | Type::I64 | Type::F32 | Type::F64)
        | (Some(Default::Timestamp((value, 0))), Type::Timestamp) => *value == 0,
        (Some(Default::Float(value)), Type::F32 | Type::F64) => value.to_bits() == 0,
        (Some(Default::Str(value)), Type::String | Type::Blob) => value.is_empty(),
        (Some(Default::List), Type::List(_)) | (Some(Default::Map), Type::Map(_)) | (Some(Default::Stream), _) => true,
        _ => false,
    }
}

fn union((type_docs, open): Head<'_>, type_name: &str, members: &[Member], schema: &TokenStream) -> TokenStream {
    let type_name = name(type_name);
    let names: Vec<_> = members.iter().map(|member| name(&member.name)).collect();
    let variants = members.iter().zip(&names).map(|(member, variant)| {
        let (docs, attributes) = (docs(&member.docs), overrides::of_member(member));
        let member_docs = quote!(#docs #attributes);
        let member_type = local(&member.ty);
        quote!(#member_docs #variant(#member_type))
    });
    let conversions = conversions(&type_name, members);
    quote! {
        #type_docs
        #[derive(Clone)]
        #open
        pub enum #type_name {
            #(#variants,)*
            /// A variant that is not in the model of this crate. Only received messages contain it.
            Unknown(rt::types::UnknownVariant),
        }
        rt::union! { #type_name: #schema { #(#names,)* } }
        #conversions
    }
}

/// Conversions from the types of variants to the union, except for types of several variants and the union itself.
fn conversions(type_name: &proc_macro2::Ident, members: &[Member]) -> Option<TokenStream> {
    let types: Vec<&Type> = members.iter().map(|member| unboxed(&member.ty)).collect();
    let is_convertible = |ty: &Type| {
        let is_own = matches!(ty, Type::Named(name) if type_name == name);
        types.iter().filter(|other| **other == ty).count() == 1 && !is_own && *ty != Type::Unit
    };
    let rows = members.iter().zip(&types).filter(|(_, ty)| is_convertible(ty)).map(|(member, ty)| {
        let (variant, ty) = (name(&member.name), local(ty));
        quote!(#variant(#ty))
    });
    let rows: Vec<_> = rows.collect();
    (!rows.is_empty()).then(|| quote!(rt::union_from! { #type_name { #(#rows,)* } }))
}

fn unboxed(ty: &Type) -> &Type {
    if let Type::Boxed(inner) = ty { inner } else { ty }
}
