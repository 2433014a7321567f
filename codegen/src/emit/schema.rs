//! `schema.rs`: a static for each shape, each operation and the service, created by `const` builders of the runtime.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::code::Code;
use super::expressions::{Expressions, Names};
use super::overrides::{Imports, imports};
use super::tokens::{doc, integer, name, path, raw_lines, schema, settings, ty};
use crate::ir::{
    Body, Custom, Definition, Endpoint, EndpointParameter, Entry, Member, Module, Operation, ParameterSource, Pattern,
    SchemaBody, Target,
};

pub(super) fn emit(module: &Module) -> Code {
    let is_here = |definition: &&Definition| !definition.schema.is_empty() && definition.has_schema_here();
    let mut items = vec![imports(module, Imports::Schemas)];
    items.extend(module.definitions.iter().filter(is_here).map(shape));
    if !module.has_types_only() {
        let mut expressions = Expressions::new(Names::Paths);
        items.extend(module.operations.iter().map(|one| operation(one, &mut expressions)));
        items.push(service(module));
    }
    Code::of(items)
}

fn shape(definition: &Definition) -> TokenStream {
    let docs = doc(&format!("`{}`", definition.id));
    let schema_name = name(&definition.schema);
    let id = &definition.id;
    let calls = settings(&definition.settings);
    let (before, value) = match &definition.body {
        Body::Plain { schema, pattern } => with_pattern(definition, schema, None, pattern.as_ref()),
        Body::Newtype { name: ty, pattern, schema, .. } => with_pattern(definition, schema, Some(ty), pattern.as_ref()),
        Body::StringEnum { name: ty, .. } => {
            let ty = name(ty);
            (None, quote!(rt::schema::Schema::string_enum(#id, types::#ty::VALUES, types::#ty::NAMES)))
        }
        Body::IntEnum { name: ty, .. } => {
            let ty = name(ty);
            (None, quote!(rt::schema::Schema::int_enum(#id, types::#ty::VALUES, types::#ty::NAMES)))
        }
        Body::Structure { members, .. } => {
            let members = members.iter().map(member);
            (None, quote!(rt::schema::Schema::structure(#id, &[#(#members),*])))
        }
        Body::Union { members, .. } => {
            let members = members.iter().map(member);
            (None, quote!(rt::schema::Schema::union(#id, &[#(#members),*])))
        }
    };
    let custom = definition.custom.as_ref().map(custom);
    quote! {
        #before
        #docs
        pub static #schema_name: rt::schema::Schema = #value #custom #calls;
    }
}

fn schema_body(id: &str, body: &SchemaBody) -> TokenStream {
    match body {
        SchemaBody::Simple(kind) => {
            let kind = name(kind);
            quote!(rt::schema::Schema::simple(#id, rt::schema::Kind::#kind))
        }
        SchemaBody::Enum(values) => quote!(rt::schema::Schema::string_enum(#id, &[#(#values),*], &[])),
        SchemaBody::IntEnum(values) => {
            let values = values.iter().map(|value| integer(*value));
            quote!(rt::schema::Schema::int_enum(#id, &[#(#values),*], &[]))
        }
        SchemaBody::List(element) => {
            let element = entry(element);
            quote!(rt::schema::Schema::list(#id, &[#element]))
        }
        SchemaBody::Map(entries) => {
            let (key, value) = (entry(&entries.0), entry(&entries.1));
            quote!(rt::schema::Schema::map(#id, &[#key, #value]))
        }
    }
}

/// The builder call for a user's type.
fn custom(custom: &Custom) -> TokenStream {
    let (path, wire) = (path(&custom.path), ty(&custom.wire, "types::"));
    quote!(.custom::<#path, #wire>())
}

fn member(member: &Member) -> TokenStream {
    entry(&member.entry)
}

fn entry(entry: &Entry) -> TokenStream {
    let (wire, target, calls) = (&entry.name, schema(&entry.target), settings(&entry.settings));
    quote!(rt::member!(#wire: #target) #calls)
}

/// A schema and the static of its pattern, if it has one.
fn with_pattern(
    definition: &Definition,
    schema: &SchemaBody,
    ty: Option<&String>,
    pattern: Option<&Pattern>,
) -> (Option<TokenStream>, TokenStream) {
    let value = schema_body(&definition.id, schema);
    let Some(pattern) = pattern else { return (None, value) };
    let pattern_name = name(&pattern.name);
    let before = pattern_static(&pattern_name, ty, definition, pattern);
    (Some(before), quote!(#value.pattern(&#pattern_name)))
}

/// A static for the pattern. Its text is a constant of the type, if there is one.
fn pattern_static(
    pattern_name: &proc_macro2::Ident,
    ty: Option<&String>,
    definition: &Definition,
    pattern: &Pattern,
) -> TokenStream {
    let (text, what) = match ty {
        Some(ty) => {
            let ty = name(ty);
            (quote!(types::#ty::PATTERN), format!("[`types::{ty}::PATTERN`]"))
        }
        None => (super::tokens::raw_string(&pattern.source), format!("the pattern of `{}`", definition.id)),
    };
    let value = super::pattern::value(&pattern.plan, &text);
    let private = doc(&format!("Matcher of {what}."));
    quote!(#private static #pattern_name: rt::pattern::Pattern = #value;)
}

fn operation(operation: &Operation, expressions: &mut Expressions) -> TokenStream {
    let docs = doc(&format!("Schema of operation `{}`.", operation.wire_name));
    let (schema_name, wire) = (name(&operation.schema), &operation.wire_name);
    let (input, output) = (schema(&operation.schemas.0), schema(&operation.schemas.1));
    let errors = operation.errors.iter().map(|error| name(&error.schema));
    let errors = (!operation.errors.is_empty()).then(|| quote!(.errors(&[#(&#errors),*])));
    let calls = settings(&operation.settings);
    let parameters = operation.endpoint_parameters.iter().map(|one| endpoint_parameter(one, expressions));
    let parameters: Vec<_> = parameters.collect();
    let parameters = (!parameters.is_empty()).then(|| quote!(.endpoint_parameters(&[#(#parameters),*])));
    quote! {
        #docs
        pub static #schema_name: rt::schema::OperationSchema =
            rt::schema::OperationSchema::new(#wire, &#input, &#output) #errors #calls #parameters;
    }
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

fn service(module: &Module) -> TokenStream {
    let docs = doc(&format!("Schema of service `{}`.", module.id));
    let (id, version) = (&module.id, &module.version);
    let operations = module.operations.iter().map(|operation| name(&operation.schema));
    let calls = settings(&module.settings);
    let (before, call) = match &module.rules {
        Some(rules) => Some(endpoint_rules(rules)).unzip(),
        None => endpoints(&module.endpoints).unzip(),
    };
    quote! {
        #before
        #docs
        pub static SERVICE: rt::schema::ServiceSchema =
            rt::schema::ServiceSchema::new(#id, #version, &[#(&#operations),*]) #calls #call;
    }
}

/// A static for the endpoint rules, and the builder call with it.
fn endpoint_rules(rules: &str) -> (TokenStream, TokenStream) {
    let text = raw_lines(rules);
    let before = quote! {
        /// Endpoint rules.
        static SERVICE_RULES: rt::schema::EndpointRules = rt::schema::EndpointRules::new(#text);
    };
    (before, quote!(.rules(&SERVICE_RULES)))
}

/// A static for the endpoints, and the builder call with it.
fn endpoints(rows: &[Endpoint]) -> Option<(TokenStream, TokenStream)> {
    if rows.is_empty() {
        return None;
    }
    let rows = rows.iter().map(endpoint);
    let before = quote! {
        /// Endpoints that differ from the default pattern.
        static SERVICE_ENDPOINTS: &[rt::schema::Endpoint] = &[#(#rows),*];
    };
    Some((before, quote!(.endpoints(SERVICE_ENDPOINTS))))
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
