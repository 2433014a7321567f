//! `types.rs`: structures, unions, enums and newtypes. Each definition is followed by a macro call of the runtime.
//!
//! ```text
//! /// …
//! #[derive(Clone)]
//! pub struct RoutingConfigurationListItem { pub weight: VersionWeight, … }
//! rt::structure! { RoutingConfigurationListItem: schema::ROUTING_CONFIGURATION_LIST_ITEM { weight, … } }
//!
//! #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
//! pub struct Street(String);
//! impl Street { pub const MAX_LENGTH: usize = 64; }
//! rt::constrained! { Street(String), schema::STREET }
//!
//! pub enum State { Active, Unknown(rt::types::UnknownValue) }
//! rt::string_enum! { State: schema::STATE { Active = "ACTIVE" } }
//!
//! pub enum Target { Queue(Arn), Unknown(rt::types::UnknownVariant) }
//! rt::union! { Target: schema::TARGET { Queue } }
//! rt::union_from! { Target { Queue(Arn) } }
//! ```

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};

use super::builders::text;
use super::code::{Code, Lines};
use super::literals::{float, float32, integer, raw_string, string};
use super::names::{Names, defined};
use super::overrides::{self, Imports, imports};
use super::tokens::{field, has_custom, type_name, type_text};
use crate::ir::{
    Body, Constant, Default, DefinedIn, Definition, Literal, Member, Module, Openness, Role, Type, Variant, convertible,
};

pub(super) fn emit(module: &Module) -> Code {
    let imports = imports(module, Imports::Types);
    let names = if super::has_names_of_sdk(module) { super::aws_sdk::types(module) } else { TokenStream::new() };
    let mut code = Code::defining(names_of(module, &[&imports, &names]));
    code.add(imports);
    for definition in module.definitions.iter().filter(|definition| definition.defined_in == DefinedIn::Here) {
        item(definition, module.openness, &mut code);
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

fn item(definition: &Definition, openness: Openness, code: &mut Code) {
    let attributes = overrides::of_type(definition, implemented(&definition.body));
    let start = (definition, &attributes, openness);
    match &definition.body {
        Body::Structure { name, builder, build, members, role } => {
            structure(start, name, members, *role, code);
            super::builders::builder(type_name(name), builder, members, *build, code);
        }
        Body::StringEnum { name, variants } => enumeration(start, name, variants, &STRINGS, code),
        Body::Newtype { name, inner, constants, .. } => newtype(start, name, inner, constants, code),
        Body::IntEnum { name, variants } => enumeration(start, name, variants, &INTEGERS, code),
        Body::Union { name, members } => union(start, name, members, code),
        Body::Plain { .. } => {}
    }
}

/// A definition, its configured attributes, and whether it is `#[non_exhaustive]`.
type Start<'d> = (&'d Definition, &'d TokenStream, Openness);

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
        Body::Structure { members, .. } if !members.iter().any(Member::is_required) => {
            &["Clone", "PartialEq", "Default"]
        }
        _ => &["Clone", "PartialEq"],
    }
}

fn newtype(
    (definition, attributes, _): Start<'_>,
    newtype: &str,
    inner: &Type,
    constants: &[Constant],
    code: &mut Code,
) {
    let newtype = type_name(newtype);
    let mut lines = Lines::default();
    lines.is_wide |= has_custom(inner);
    lines.docs(0, &definition.docs);
    lines.tokens(attributes);
    lines.free(0, &["#[derive(", &newtype_derives(inner).join(", "), ")]"]);
    let field = text(inner, &mut code.names);
    lines.newtype(&format!("pub struct {newtype}"), &field);
    if !constants.is_empty() {
        lines.head(&["impl ", newtype, " {"]);
        for constant in constants {
            self::constant(constant, inner, &field, &mut lines);
        }
        lines.free(0, &["}"]);
    }
    code.names.import("rt");
    let schema = schema_path(&definition.schema, &mut code.names);
    lines.call("rt::constrained!", &[newtype, "(", &field, "), ", &schema]);
    code.add_lines(&lines);
}

fn newtype_derives(inner: &Type) -> &'static [&'static str] {
    match inner {
        Type::I8 | Type::I16 | Type::I32 | Type::I64 => INTEGER_DERIVES,
        Type::F32 | Type::F64 => &["Clone", "Copy", "PartialEq", "PartialOrd"],
        Type::String | Type::Blob => TEXT_DERIVES,
        Type::BigInteger | Type::BigDecimal => &["Clone", "PartialEq", "Eq", "Hash"],
        _ => &["Clone", "PartialEq"],
    }
}

/// A constant of a newtype. `field` is the text of the inner type.
fn constant(constant: &Constant, inner: &Type, field: &str, lines: &mut Lines) {
    let (ty, value) = match &constant.value {
        Literal::Size(size) => ("usize", integer(*size)),
        // Whole bounds of big numbers, and those that no value satisfies, are 64-bit ones.
        Literal::Integer(value) if matches!(inner, Type::BigInteger) || !is_in_range(*value, inner) => {
            ("i64", integer(*value))
        }
        Literal::Integer(value) => (field, integer(*value)),
        Literal::Float(value) if matches!(inner, Type::F32) => ("f32", float32(*value)),
        Literal::Float(value) => ("f64", float(*value)),
        Literal::Str(text) => ("&'static str", raw_string(text)),
        _ => return,
    };
    lines.doc(4, constant.docs);
    lines.assign(4, &format!("pub const {}: {ty} =", type_name(constant.name)), &value);
}

/// Whether a value is one of the type.
fn is_in_range(value: i64, ty: &Type) -> bool {
    match ty {
        Type::I8 => i8::try_from(value).is_ok(),
        Type::I16 => i16::try_from(value).is_ok(),
        Type::I32 => i32::try_from(value).is_ok(),
        _ => true,
    }
}

/// Differences between enums of strings and those of integers.
struct Enumeration<V> {
    derives: &'static [&'static str],
    /// Payload of the variant for other values.
    unknown: &'static str,
    /// Macro of the runtime.
    call: &'static str,
    literal: fn(&V) -> String,
}

const STRINGS: Enumeration<String> = Enumeration {
    derives: TEXT_DERIVES,
    unknown: "rt::types::UnknownValue",
    call: "rt::string_enum!",
    literal: |value| string(value),
};

const INTEGERS: Enumeration<i32> = Enumeration {
    derives: INTEGER_DERIVES,
    unknown: "rt::types::UnknownNumber",
    call: "rt::int_enum!",
    literal: |value| integer(*value),
};

fn enumeration<V>(
    (definition, attributes, openness): Start<'_>,
    enum_name: &str,
    variants: &[Variant<V>],
    Enumeration { derives, unknown, call, literal }: &Enumeration<V>,
    code: &mut Code,
) {
    let enum_name = type_name(enum_name);
    let mut lines = Lines::default();
    lines.docs(0, &definition.docs);
    lines.tokens(attributes);
    lines.free(0, &["#[derive(", &derives.join(", "), ")]"]);
    lines.open(openness);
    lines.head(&["pub enum ", enum_name, " {"]);
    for variant in variants {
        lines.docs(4, &variant.docs);
        lines.tokens(&overrides::plain(&variant.attributes));
        lines.line(4, &[type_name(&variant.name), ","]);
    }
    lines.doc(4, UNKNOWN);
    lines.free(4, &["Unknown(", code.names.path(unknown), "),"]);
    lines.free(0, &["}"]);
    code.names.import("rt");
    let schema = schema_path(&definition.schema, &mut code.names);
    let rows = variants.iter().map(|variant| format!("{} = {}", type_name(&variant.name), literal(&variant.value)));
    lines.block(call, &[enum_name, ": ", &schema], rows);
    code.add_lines(&lines);
}

fn structure(
    (definition, attributes, openness): Start<'_>,
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
    lines.open(openness);
    let fields: Vec<String> = members.iter().map(|member| field(&member.name).to_string()).collect();
    if members.is_empty() {
        lines.head(&["pub struct ", structure, " {}"]);
    } else {
        lines.head(&["pub struct ", structure, " {"]);
        for (member, field) in members.iter().zip(&fields) {
            lines.field_docs(&member.docs);
            lines.tokens(&overrides::of_member(member));
            lines.field(4, &format!("pub {field}:"), &field_type(member, &mut code.names));
            lines.is_wide |= has_custom(&member.ty);
        }
        lines.free(0, &["}"]);
    }
    let has_default = !members.iter().any(Member::is_required);
    if has_default && !plain {
        let default = code.names.path("::std::default::Default");
        lines.head(&["impl ", default, " for ", structure, " {"]);
        lines.free(4, &["fn default() -> Self {"]);
        lines.free(8, &["rt::builder::initial()"]);
        lines.free(4, &["}"]);
        lines.free(0, &["}"]);
    }
    code.names.import("rt");
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
    names.import("schema");
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

fn union((definition, attributes, openness): Start<'_>, union: &str, members: &[Member], code: &mut Code) {
    let union = type_name(union);
    let names = &mut code.names;
    let mut lines = Lines::default();
    lines.docs(0, &definition.docs);
    lines.tokens(attributes);
    lines.free(0, &["#[derive(Clone)]"]);
    lines.open(openness);
    lines.head(&["pub enum ", union, " {"]);
    for member in members {
        lines.docs(4, &member.docs);
        lines.tokens(&overrides::of_member(member));
        lines.line(4, &[type_name(&member.name), "(", &text(&member.ty, names), "),"]);
        lines.is_wide |= has_custom(&member.ty);
    }
    lines.doc(4, "A variant that is not in the model of this crate. Only received messages contain it.");
    lines.free(4, &["Unknown(", names.path("rt::types::UnknownVariant"), "),"]);
    lines.free(0, &["}"]);
    names.import("rt");
    let schema = schema_path(&definition.schema, names);
    let variants = members.iter().map(|member| type_name(&member.name).to_owned());
    lines.block("rt::union!", &[union, ": ", &schema], variants);
    let conversions: Vec<&Member> = convertible(union, members).collect();
    if !conversions.is_empty() {
        let rows = conversions
            .into_iter()
            .map(|member| format!("{}({})", type_name(&member.name), text(member.ty.unboxed(), names)));
        lines.block("rt::union_from!", &[union], rows);
    }
    code.add_lines(&lines);
}
