//! `schema.rs`: a static for each shape, each operation and the service, created by `const` builders of the runtime.
//!
//! ```text
//! pub static ACTIVITY_STARTED_EVENT_DETAILS: Schema = Schema::structure(
//!     "com.amazonaws.sfn#ActivityStartedEventDetails",
//!     &[rt::member!("workerName": IDENTITY)],
//! );
//! ```

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::code::{Code, Lines};
use super::expressions::{self, Expressions};
use super::literals::{integer, raw_lines, raw_string, string};
use super::names::Names;
use super::overrides::{Imports, imports};
use super::settings::{separated, settings};
use super::tokens::type_name;
use crate::ir::{
    Body, Custom, Definition, Endpoint, EndpointParameter, Entry, Member, Module, Operation, ParameterSource, Pattern,
    SchemaBody, SchemaRef, Setting, Target,
};

pub(super) fn emit(module: &Module) -> Code {
    // Names of statics are in upper case, so they are not those of types and modules.
    let mut code = Code::defining(BTreeSet::new());
    code.add(imports(module, Imports::Schemas));
    let is_here = |definition: &&Definition| !definition.schema.is_empty() && definition.has_schema_here();
    for definition in module.definitions.iter().filter(is_here) {
        shape(definition, &mut code);
    }
    if !module.has_types_only() {
        let mut expressions = Expressions::new(expressions::Names::Paths);
        for operation in &module.operations {
            self::operation(operation, &mut expressions, &mut code);
        }
        service(module, &mut code);
    }
    code
}

fn shape(definition: &Definition, code: &mut Code) {
    let mut lines = Lines::default();
    let names = &mut code.names;
    let schema = names.path("rt::schema::Schema");
    let id = string(&definition.id);
    let mut value = match &definition.body {
        Body::Plain { schema, pattern } => {
            with_pattern(definition, (schema, None, pattern.as_ref()), names, &mut lines)
        }
        Body::Newtype { name, pattern, schema, .. } => {
            with_pattern(definition, (schema, Some(name), pattern.as_ref()), names, &mut lines)
        }
        Body::StringEnum { name, .. } => {
            names.import("types");
            let ty = type_name(name);
            format!("{schema}::string_enum({id}, types::{ty}::VALUES, types::{ty}::NAMES)")
        }
        Body::IntEnum { name, .. } => {
            names.import("types");
            let ty = type_name(name);
            format!("{schema}::int_enum({id}, types::{ty}::VALUES, types::{ty}::NAMES)")
        }
        Body::Structure { members, .. } => format!("{schema}::structure({id}, &[{}])", self::members(members, names)),
        Body::Union { members, .. } => format!("{schema}::union({id}, &[{}])", self::members(members, names)),
    };
    if let Some(custom) = &definition.custom {
        self::custom(custom, names, &mut value);
        lines.is_wide = true;
    }
    settings(&definition.settings, names, &mut value);
    // The schema of a member with constraints of its own has the ID of its target.
    if definition.origin != definition.id {
        lines.doc(0, &format!("`{}`", definition.origin));
    }
    lines.assign(0, &format!("pub static {}: {schema} =", type_name(&definition.schema)), &value);
    code.add_lines(&lines);
}

fn members(members: &[Member], names: &mut Names) -> String {
    let mut out = String::new();
    separated(members, &mut out, |member, out| entry(&member.entry, names, out));
    out
}

fn schema_body(id: &str, body: &SchemaBody, names: &mut Names) -> String {
    let (schema, id) = (names.path("rt::schema::Schema"), string(id));
    match body {
        SchemaBody::Simple(kind) => format!("{schema}::simple({id}, {}::{kind})", names.path("rt::schema::Kind")),
        SchemaBody::Enum(values) => {
            let mut texts = String::new();
            separated(values, &mut texts, |value, out| out.push_str(&string(value)));
            format!("{schema}::string_enum({id}, &[{texts}], &[])")
        }
        SchemaBody::IntEnum(values) => {
            let mut numbers = String::new();
            separated(values, &mut numbers, |value, out| out.push_str(&integer(*value)));
            format!("{schema}::int_enum({id}, &[{numbers}], &[])")
        }
        SchemaBody::List(element) => {
            let mut out = format!("{schema}::list({id}, &[");
            entry(element, names, &mut out);
            out + "])"
        }
        SchemaBody::Map(entries) => {
            let mut out = format!("{schema}::map({id}, &[");
            entry(&entries.0, names, &mut out);
            out.push_str(", ");
            entry(&entries.1, names, &mut out);
            out + "])"
        }
    }
}

/// The builder call for a user's type.
fn custom(custom: &Custom, names: &mut Names, out: &mut String) {
    out.extend([".custom::<", &custom.path, ", "]);
    names.outer_type(&custom.wire, out);
    out.push_str(">()");
}

/// `rt::member!("name": SCHEMA, required).xml_name("n")`
fn entry(entry: &Entry, names: &mut Names, out: &mut String) {
    names.import("rt");
    out.extend(["rt::member!(", &string(&entry.name), ": "]);
    target(&entry.target, names, out);
    // An argument takes the compiler less time than a call, and most members have no other trait.
    let others: &[Setting] = match &entry.settings[..] {
        [first, others @ ..] if first.method == "required" => {
            out.push_str(", required");
            others
        }
        all => all,
    };
    out.push(')');
    settings(others, names, out);
}

/// Appends a reference to a schema.
fn target(target: &SchemaRef, names: &mut Names, out: &mut String) {
    match target {
        SchemaRef::Local(local) => out.push_str(type_name(local)),
        SchemaRef::Prelude(prelude) => out.extend([names.path("rt::schema::prelude"), "::", type_name(prelude)]),
    }
}

/// A schema. If it has a pattern, appends the static of it. `ty` is the newtype.
fn with_pattern(
    definition: &Definition,
    (schema, ty, pattern): (&SchemaBody, Option<&String>, Option<&Pattern>),
    names: &mut Names,
    lines: &mut Lines,
) -> String {
    let value = schema_body(&definition.id, schema, names);
    let Some(pattern) = pattern else { return value };
    // The text of the pattern is a constant of the type, if there is one.
    let (text, what) = match ty.map(|ty| type_name(ty)) {
        Some(ty) => {
            names.import("types");
            (format!("types::{ty}::PATTERN"), format!("[`types::{ty}::PATTERN`]"))
        }
        None => (raw_string(&pattern.source), format!("the pattern of `{}`", definition.origin)),
    };
    let name = type_name(&pattern.name);
    let matcher = super::pattern::value(&pattern.plan, &text, names);
    lines.doc(0, &format!("Matcher of {what}."));
    lines.assign(0, &format!("static {name}: {} =", names.path("rt::pattern::Pattern")), &matcher);
    format!("{value}.pattern(&{name})")
}

fn operation(operation: &Operation, expressions: &mut Expressions, code: &mut Code) {
    let ty = code.names.path("rt::schema::OperationSchema");
    let mut value = format!("{ty}::new({}, &", string(&operation.wire_name));
    target(&operation.schemas.0, &mut code.names, &mut value);
    value.push_str(", &");
    target(&operation.schemas.1, &mut code.names, &mut value);
    value.push(')');
    if !operation.errors.is_empty() {
        value.push_str(".errors(&[");
        separated(&operation.errors, &mut value, |error, out| out.extend(["&", type_name(&error.schema)]));
        value.push_str("])");
    }
    settings(&operation.settings, &mut code.names, &mut value);
    if !operation.endpoint_parameters.is_empty() {
        let parameters = operation.endpoint_parameters.iter().map(|one| endpoint_parameter(one, expressions));
        let parameters = code.names.flat(quote!(#(#parameters),*));
        value.extend([".endpoint_parameters(&[", &parameters, "])"]);
    }
    let mut lines = Lines::default();
    lines.assign(0, &format!("pub static {}: {ty} =", type_name(&operation.schema)), &value);
    code.add_lines(&lines);
}

/// `EndpointParameter::member("Bucket", "Bucket")`
fn endpoint_parameter(parameter: &EndpointParameter, expressions: &mut Expressions) -> TokenStream {
    let name = &parameter.name;
    let source = match &parameter.source {
        ParameterSource::Boolean(value) => quote!(boolean(#name, #value)),
        ParameterSource::Text(text) => quote!(text(#name, #text)),
        ParameterSource::Texts(texts) => quote!(texts(#name, &[#(#texts),*])),
        ParameterSource::Member(member) => quote!(member(#name, #member)),
        ParameterSource::Path(plan) => {
            let path = expressions.expression(plan);
            quote!(path(#name, &#path))
        }
    };
    quote!(rt::schema::EndpointParameter::#source)
}

fn service(module: &Module, code: &mut Code) {
    let mut lines = Lines::default();
    let ty = code.names.path("rt::schema::ServiceSchema");
    let mut value = format!("{ty}::new({}, {}, &[", string(&module.id), string(&module.version));
    separated(&module.operations, &mut value, |operation, out| out.extend(["&", type_name(&operation.schema)]));
    value.push_str("])");
    settings(&module.settings, &mut code.names, &mut value);
    if let Some(rules) = &module.rules {
        let ty = code.names.path("rt::schema::EndpointRules");
        lines.doc(0, "Endpoint rules.");
        lines.assign(0, &format!("static SERVICE_RULES: {ty} ="), &format!("{ty}::new({})", raw_lines(rules)));
        value.push_str(".rules(&SERVICE_RULES)");
    } else if !module.endpoints.is_empty() {
        let ty = code.names.path("rt::schema::Endpoint");
        let rows = module.endpoints.iter().map(endpoint);
        let rows = code.names.flat(quote!(&[#(#rows),*]));
        lines.doc(0, "Endpoints that differ from the default pattern.");
        lines.assign(0, &format!("static SERVICE_ENDPOINTS: &[{ty}] ="), &rows);
        value.push_str(".endpoints(SERVICE_ENDPOINTS)");
    }
    lines.assign(0, &format!("pub static SERVICE: {ty} ="), &value);
    code.add_lines(&lines);
}

/// `Fips | DualStack in "aws-cn" => "names.{region}.{suffix}" for "cn-north-1" as "names"`
fn endpoint(row: &Endpoint) -> TokenStream {
    let variants = row.variants.iter().map(|variant| format_ident!("{variant:?}"));
    let places: Vec<TokenStream> =
        row.places.iter().map(|place| place.as_ref().map_or_else(|| quote!(none), |name| quote!(#name))).collect();
    let places = (!places.is_empty()).then(|| quote!(in #(#places)|*));
    let target = match &row.target {
        Target::At { url, region, name } => {
            let url = url.strip_prefix("https://").unwrap_or(url);
            let region = region.as_ref().map(|region| quote!(for #region));
            let name = name.as_ref().map(|name| quote!(as #name));
            quote!(#url #region #name)
        }
        Target::Refused(reason) => quote!(refused #reason),
    };
    quote!(rt::endpoint!(#(#variants)|* #places => #target))
}
