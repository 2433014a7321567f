//! `types.rs`: structures, unions, enums and newtypes. Each definition is followed by a macro call of the runtime.
//!
//! ```text
//! /// …
//! #[derive(Clone)]
//! pub struct RoutingConfigurationListItem { pub weight: VersionWeight, … }
//! rt::structure! { RoutingConfigurationListItem: schema::ROUTING_CONFIGURATION_LIST_ITEM { weight, … } }
//! ```

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::{format_ident, quote};

use super::builders::Build;
use super::code::{Code, Lines};
use super::names::{Names, defined};
use super::overrides::{self, Imports, imports};
use super::tokens::{
    doc, docs, field, float, float32, has_custom, integer, name, raw_string, ty, type_name, type_text,
};
use crate::ir::{
    Body, Constant, Default, DefinedIn, Definition, Literal, Member, Module, Pattern, Role, Type, Variant,
};

pub(super) fn emit(module: &Module) -> Code {
    let imports = imports(module, Imports::Types);
    let names = if super::has_names_of_sdk(module) { super::aws_sdk::types(module) } else { TokenStream::new() };
    let mut code = Code::defining(names_of(module, &[&imports, &names]));
    code.add(imports);
    let open = super::open(module);
    for definition in module.definitions.iter().filter(|definition| definition.defined_in == DefinedIn::Here) {
        item(definition, open.as_ref(), module, &mut code);
    }
    code.add(names);
    code
}

/// The names of the file's items.
fn names_of(module: &Module, others: &[&TokenStream]) -> BTreeSet<String> {
    let others: Vec<TokenTree> = others.iter().flat_map(|tokens| (*tokens).clone()).collect();
    let here = module.definitions.iter().filter(|definition| definition.defined_in == DefinedIn::Here);
    let names = here.filter_map(overrides::type_names).flat_map(|(ty, builder)| builder.into_iter().chain([ty]));
    defined(&others).into_iter().chain(names.map(|one| type_name(one).to_owned())).collect()
}

fn item(definition: &Definition, open: Option<&TokenStream>, module: &Module, code: &mut Code) {
    let attributes = overrides::of_type(definition, implemented(&definition.body));
    let start = (definition, &attributes, open);
    match &definition.body {
        Body::Structure { name, builder, members, role } => {
            structure(start, name, members, *role, code);
            // Inputs have the builders of calls, which check them.
            let is_input = module.operations.iter().any(|operation| operation.input == *name);
            let build = if is_input { Build::Checked } else { Build::of(members, module.arguments) };
            super::builders::builder((type_name(name), builder), members, (module.arguments, build), code);
        }
        Body::StringEnum { name, variants } => string_enum(start, name, variants, code),
        _ => code.add(tokens(start)),
    }
}

/// A type that the formatter lays out.
fn tokens((definition, attributes, open): Start<'_>) -> TokenStream {
    let docs = docs(&definition.docs);
    let head = (&quote!(#docs #attributes), open);
    let schema = || {
        let schema = name(&definition.schema);
        quote!(schema::#schema)
    };
    match &definition.body {
        Body::Plain { .. } | Body::StringEnum { .. } | Body::Structure { .. } => TokenStream::new(),
        Body::Newtype { name, inner, constants, pattern, .. } => {
            newtype(head, name, inner, (constants, pattern.as_ref()), &schema())
        }
        Body::IntEnum { name, variants } => int_enum(head, name, variants, &schema()),
        Body::Union { name, members } => union(head, name, members, &schema()),
    }
}

/// A definition, its configured attributes, and `#[non_exhaustive]`.
type Start<'d> = (&'d Definition, &'d TokenStream, Option<&'d TokenStream>);

/// Documentation and configured attributes of a type, and `#[non_exhaustive]`.
type Head<'d> = (&'d TokenStream, Option<&'d TokenStream>);

/// Derives of string enums and of newtypes of texts and blobs.
const TEXT_DERIVES: &[&str] = &["Clone", "PartialEq", "Eq", "PartialOrd", "Ord", "Hash"];

/// Documentation of a variant.
const UNKNOWN: &str = "A value that is not in the model of this crate.";

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
    ty(of, "")
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

fn string_enum(
    (definition, attributes, open): Start<'_>,
    enum_name: &str,
    variants: &[Variant<String>],
    code: &mut Code,
) {
    let enum_name = type_name(enum_name);
    let mut lines = Lines::default();
    lines.docs(0, &definition.docs);
    lines.tokens(attributes);
    lines.free(0, &["#[derive(", &TEXT_DERIVES.join(", "), ")]"]);
    lines.open(open);
    lines.head(&["pub enum ", enum_name, " {"]);
    for variant in variants {
        lines.docs(4, &variant.docs);
        lines.tokens(&overrides::plain(&variant.attributes));
        lines.line(4, &[type_name(&variant.name), ","]);
    }
    lines.doc(4, UNKNOWN);
    lines.free(4, &["Unknown(", code.names.path("rt::types::UnknownValue"), "),"]);
    lines.free(0, &["}"]);
    code.names.module("rt");
    let schema = schema_path(&definition.schema, &mut code.names);
    let rows = variants.iter().map(|variant| {
        let value = proc_macro2::Literal::string(&variant.value);
        format!("{} = {value}", type_name(&variant.name))
    });
    lines.block("rt::string_enum!", &[enum_name, ": ", &schema], rows);
    code.add_lines(&lines);
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

fn enum_definition(
    (enum_docs, open): Head<'_>,
    enum_name: &proc_macro2::Ident,
    variants: &[Variant<i32>],
    (derives, unknown): (&TokenStream, &TokenStream),
) -> (TokenStream, Vec<proc_macro2::Ident>) {
    let names: Vec<_> = variants.iter().map(|variant| name(&variant.name)).collect();
    let variant_docs = variants.iter().map(|variant| {
        let (docs, attributes) = (docs(&variant.docs), overrides::plain(&variant.attributes));
        quote!(#docs #attributes)
    });
    let unknown_docs = doc(UNKNOWN);
    let definition = quote! {
        #enum_docs
        #derives
        #open
        pub enum #enum_name {
            #(#variant_docs #names,)*
            #unknown_docs
            Unknown(#unknown),
        }
    };
    (definition, names)
}

fn structure(
    (definition, attributes, open): Start<'_>,
    structure: &str,
    members: &[Member],
    role: Role,
    code: &mut Code,
) {
    let structure = type_name(structure);
    let mut lines = Lines::default();
    lines.docs(0, &definition.docs);
    lines.tokens(attributes);
    let plain = members.iter().all(|member| member.optional || is_derived_default(member));
    let has_stream = members.iter().any(|member| member.ty.is_stream());
    // A stream can be read once, so structures with a stream are neither `Clone` nor `PartialEq`.
    match (has_stream, plain) {
        (false, true) => lines.free(0, &["#[derive(Clone, Default)]"]),
        (false, false) => lines.free(0, &["#[derive(Clone)]"]),
        (true, true) => lines.free(0, &["#[derive(Default)]"]),
        (true, false) => {}
    }
    lines.open(open);
    let fields: Vec<String> = members.iter().map(|member| field(&member.name).to_string()).collect();
    if members.is_empty() {
        lines.head(&["pub struct ", structure, " {}"]);
    } else {
        lines.head(&["pub struct ", structure, " {"]);
        for (member, field) in members.iter().zip(&fields) {
            lines.docs(4, &member.docs);
            lines.tokens(&overrides::of_member(member));
            lines.line(4, &["pub ", field, ": ", &field_type(member, &mut code.names), ","]);
            lines.is_wide |= has_custom(&member.ty);
        }
        lines.free(0, &["}"]);
    }
    let has_default = members.iter().all(|member| member.optional || member.default.is_some());
    if has_default && !plain {
        let default = code.names.path("::std::default::Default");
        lines.head(&["impl ", default, " for ", structure, " {"]);
        lines.free(4, &["fn default() -> Self {"]);
        lines.free(8, &["rt::builder::initial()"]);
        lines.free(4, &["}"]);
        lines.free(0, &["}"]);
    }
    code.names.module("rt");
    let schema = schema_path(&definition.schema, &mut code.names);
    let entries = members.iter().zip(fields);
    let entries = entries.map(|(member, field)| if member.ty.is_stream() { format!("stream {field}") } else { field });
    lines.block("rt::structure!", &[structure, ": ", &schema], entries);
    if role == Role::Error {
        lines.head(&["rt::error!(", structure, ");"]);
    }
    code.add_lines(&lines);
}

/// The path of a structure's schema.
fn schema_path(schema: &str, names: &mut Names) -> String {
    // A replacement for `Unit` has no schema of its own.
    if schema.is_empty() {
        return format!("{}::UNIT", names.path("rt::schema::prelude"));
    }
    names.module("schema");
    format!("schema::{schema}")
}

/// The type of a field.
fn field_type(member: &Member, names: &mut Names) -> String {
    let mut text = String::new();
    if member.optional {
        text.extend([names.path("::std::option::Option"), "<"]);
    }
    type_text(&member.ty, "", &mut |path| names.path(path), &mut text);
    text.push_str(if member.optional { ">" } else { "" });
    text
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
