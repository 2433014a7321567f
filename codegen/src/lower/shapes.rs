//! Converts shapes to definitions of Rust types.

use std::fmt::Display;

use super::bounds::{Bound, Side, bounds, range_bound};
use super::members::member_names;
use super::{Lowering, UNIT, docs, summary};
use crate::config::Constraints;
use crate::diagnostic::{Diagnostic, GenerationFacts, Severity};
use crate::ir::{
    Body, Build, Constant, DefinedIn, Definition, Docs, Entry, Literal, Pattern, Role, SchemaBody, SchemaRef, Setting,
    Type, Variant,
};
use crate::model::{Member, Model, Number, Shape, ShapeId, ShapeType, Traits};
use crate::source::Span;
use crate::text::visible;
use crate::traits;
use crate::traits::{EffectivePattern, EnumValue, Fault, Internal, Length, On, Range, Sparse, Streaming, UniqueItems};

/// Whether a trait constrains values.
pub(super) fn is_constrained(traits: &Traits) -> bool {
    traits.keys().any(|id| traits::is_bound(id.as_str()))
}

/// Whether members that target the shape may constrain it.
pub(super) fn takes_constraints(shape: &Shape) -> bool {
    !matches!(shape.kind, ShapeType::Structure | ShapeType::Union | ShapeType::Enum | ShapeType::IntEnum)
}

/// Whether the shape has its own Rust type.
pub(super) fn has_type(model: &Model, shape: &Shape, constraints: Constraints) -> bool {
    let is_newtype = || constraints == Constraints::Types && is_constrained(&shape.traits);
    match shape.kind {
        ShapeType::Structure | ShapeType::Union | ShapeType::Enum | ShapeType::IntEnum => true,
        ShapeType::List | ShapeType::Map => is_newtype() || holds_itself(model, shape),
        _ => is_newtype() && !is_stream(shape),
    }
}

/// Constraints of streams are not enforced.
fn is_stream(shape: &Shape) -> bool {
    shape.has::<Streaming>()
}

/// Whether the shape needs its own schema. Simple shapes without traits use that of the prelude.
pub(super) fn has_schema(shape: &Shape) -> bool {
    match shape.kind {
        ShapeType::Structure
        | ShapeType::Union
        | ShapeType::Enum
        | ShapeType::IntEnum
        | ShapeType::List
        | ShapeType::Map => true,
        ShapeType::Service | ShapeType::Resource | ShapeType::Operation => false,
        _ => is_constrained(&shape.traits) || !traits::settings(On::Shape, &shape.traits).is_empty(),
    }
}

/// Whether a list or map contains itself through lists and maps only.
fn holds_itself(model: &Model, shape: &Shape) -> bool {
    let mut seen: Vec<&ShapeId> = Vec::new();
    let mut waiting = vec![shape];
    while let Some(next) = waiting.pop() {
        for member in next.members.values() {
            if member.target == shape.id {
                return true;
            }
            if let Some(target) = model.shape(&member.target)
                && matches!(target.kind, ShapeType::List | ShapeType::Map)
                && !seen.contains(&&target.id)
            {
                seen.push(&target.id);
                waiting.push(target);
            }
        }
    }
    false
}

/// The runtime's schema and `Kind` of a simple type.
fn simple(kind: ShapeType) -> (&'static str, &'static str, Type) {
    match kind {
        ShapeType::Blob => ("BLOB", "Blob", Type::Blob),
        ShapeType::Boolean => ("BOOLEAN", "Boolean", Type::Bool),
        ShapeType::Byte => ("BYTE", "Byte", Type::I8),
        ShapeType::Short => ("SHORT", "Short", Type::I16),
        ShapeType::Integer | ShapeType::IntEnum => ("INTEGER", "Integer", Type::I32),
        ShapeType::Long => ("LONG", "Long", Type::I64),
        ShapeType::Float => ("FLOAT", "Float", Type::F32),
        ShapeType::Double => ("DOUBLE", "Double", Type::F64),
        ShapeType::BigInteger => ("BIG_INTEGER", "BigInteger", Type::BigInteger),
        ShapeType::BigDecimal => ("BIG_DECIMAL", "BigDecimal", Type::BigDecimal),
        ShapeType::Timestamp => ("TIMESTAMP", "Timestamp", Type::Timestamp),
        ShapeType::Document => ("DOCUMENT", "Document", Type::Document),
        _ => ("STRING", "String", Type::String),
    }
}

/// A shape to define: one of the model, or the target of a member with the member's constraints.
pub(super) struct Source<'s> {
    pub(super) id: String,
    pub(super) origin: String,
    pub(super) shape: &'s Shape,
    pub(super) traits: &'s Traits,
    pub(super) name: Option<String>,
    pub(super) schema: String,
    pub(super) span: Span,
    /// Default documentation.
    pub(super) fallback: String,
}

impl Lowering<'_> {
    /// Definitions of the closure, and of operations without input or output.
    pub(super) fn definitions(&mut self) -> Vec<Definition> {
        let mut units: Vec<(String, Definition)> = self.units().collect();
        units.sort_by(|a, b| a.0.cmp(&b.0));
        let mut units = units.into_iter().peekable();
        let mut definitions = Vec::new();
        for shape in self.closure.clone() {
            while let Some((_, unit)) = units.next_if(|(id, _)| id.as_str() < shape.id.as_str()) {
                definitions.push(unit);
            }
            let Some(schema) = self.schemas.get(&shape.id).cloned() else { continue };
            let name = self.types.get(&shape.id).cloned();
            let source = Source {
                id: shape.id.to_string(),
                origin: shape.id.to_string(),
                shape,
                traits: &shape.traits,
                name,
                schema,
                span: shape.span,
                fallback: self.fallback_of(shape),
            };
            self.define(source, &mut definitions);
        }
        definitions.extend(units.map(|(_, unit)| unit));
        definitions
    }

    /// Definitions of inputs and outputs without a shape, with the IDs that their shapes would have.
    fn units(&self) -> impl Iterator<Item = (String, Definition)> {
        self.units.iter().map(|((operation, direction), name)| {
            let origin = operation.as_str();
            let definition = Definition {
                id: UNIT.to_owned(),
                origin: origin.to_owned(),
                schema: String::new(),
                docs: Docs {
                    lines: vec![format!("{direction} of `{}`, without members.", operation.name())],
                    deprecated: None,
                },
                settings: Vec::new(),
                defined_in: DefinedIn::Here,
                attributes: self.attributes_of(origin),
                custom: None,
                body: Body::Structure {
                    name: name.clone(),
                    builder: String::new(),
                    build: Build::default(),
                    members: Vec::new(),
                    role: Role::Data,
                },
            };
            (format!("{}#{name}", operation.namespace()), definition)
        })
    }

    /// Adds the definition of a shape, after those that its members need.
    pub(super) fn define(&mut self, source: Source<'_>, definitions: &mut Vec<Definition>) {
        self.define_elements(source.shape, definitions);
        let mut settings = traits::settings(On::Shape, source.traits);
        if self.holders.contains(&source.shape.id) {
            settings.push(Setting::flag("holds_custom"));
        }
        let docs = docs::docs(source.traits, &source.fallback);
        let (body, settings, docs) = match (source.shape.kind, &source.name) {
            (ShapeType::Structure, Some(name)) => {
                let members = self.members(source.shape, definitions);
                let role = if source.traits.has::<Fault>() { Role::Error } else { Role::Data };
                let (builder, build) = (String::new(), Build::default());
                (Body::Structure { name: name.clone(), builder, build, members, role }, settings, docs)
            }
            (ShapeType::Union, Some(name)) => {
                let members = self.members(source.shape, definitions);
                (Body::Union { name: name.clone(), members }, settings, docs)
            }
            (ShapeType::Enum, Some(name)) => {
                let settings = settings.into_iter().chain(shown_values(source.shape)).collect();
                (Body::StringEnum { name: name.clone(), variants: self.string_variants(source.shape) }, settings, docs)
            }
            (ShapeType::IntEnum, Some(name)) => {
                (Body::IntEnum { name: name.clone(), variants: self.int_variants(source.shape) }, settings, docs)
            }
            (_, None) => self.plain(&source, settings, docs),
            (_, Some(_)) => self.newtype(&source, settings, docs),
        };
        definitions.push(Definition {
            id: source.id,
            schema: source.schema,
            docs,
            settings,
            // The lists and maps of another module have no user's types.
            defined_in: if source.name.is_none() && self.holders.contains(&source.shape.id) {
                DefinedIn::Here
            } else {
                self.defined_in(&source.origin, source.name.is_some())
            },
            attributes: self.attributes_of(&source.origin),
            custom: self.custom(source.shape),
            origin: source.origin,
            body,
        });
    }

    /// Adds the types of constrained list and map elements, once.
    fn define_elements(&mut self, shape: &Shape, definitions: &mut Vec<Definition>) {
        for member in shape.members.values() {
            let Some((name, schema)) = self.elements.get(&member.id).cloned() else { continue };
            let is_new = !definitions.iter().any(|definition| definition.schema == schema);
            if let Some(target) = self.model.shape(&member.target).filter(|_| is_new) {
                self.define_constrained(target, member, (name.as_deref(), &schema), definitions);
            }
        }
    }

    /// A shape without its own type: constraints are in its schema only.
    fn plain(&mut self, source: &Source<'_>, mut settings: Vec<Setting>, mut docs: Docs) -> (Body, Vec<Setting>, Docs) {
        let pattern = if is_stream(source.shape) { None } else { self.constraints(source, &mut settings, &mut docs).1 };
        if source.shape.kind == ShapeType::Enum {
            settings.extend(shown_values(source.shape));
        }
        (Body::Plain { schema: self.schema_body(source.shape), pattern }, settings, docs)
    }

    fn newtype(
        &mut self,
        source: &Source<'_>,
        mut settings: Vec<Setting>,
        mut docs: Docs,
    ) -> (Body, Vec<Setting>, Docs) {
        let name = source.name.clone().unwrap_or_default();
        let (constants, pattern) = self.constraints(source, &mut settings, &mut docs);
        let schema = self.schema_body(source.shape);
        let inner = self.inner_type(source.shape);
        (Body::Newtype { name, inner, constants, pattern, schema }, settings, docs)
    }

    /// Adds constraints to a schema's settings and to documentation. Returns the constants of a newtype, and the
    /// pattern.
    fn constraints(
        &mut self,
        source: &Source<'_>,
        settings: &mut Vec<Setting>,
        docs: &mut Docs,
    ) -> (Vec<Constant>, Option<Pattern>) {
        let ty = source.name.as_deref();
        let mut constants = Vec::new();
        if let Some(length) = source.traits.get::<Length>() {
            let size = |bound: Option<i64>| bound.and_then(|bound| u64::try_from(bound).ok());
            let bound = |bound| size(bound).map(|size| Bound::of(Literal::Size(size), size.to_string()));
            bounds(
                (bound(length.min), bound(length.max)),
                [("MIN_LENGTH", "min_length", "Minimum length."), ("MAX_LENGTH", "max_length", "Maximum length.")],
                ty,
                &mut constants,
                settings,
            );
        }
        if let Some(range) = source.traits.get::<Range>() {
            self.warn_of_impossible(source, range);
            let kind = source.shape.kind;
            let bound = |bound: &Option<Number>, side| bound.as_ref().and_then(|bound| range_bound(kind, bound, side));
            bounds(
                (bound(&range.min, Side::Min), bound(&range.max, Side::Max)),
                [("MIN", "min", "Minimum value."), ("MAX", "max", "Maximum value.")],
                ty,
                &mut constants,
                settings,
            );
        }
        let pattern = traits::effective_pattern(source.traits).and_then(|pattern| self.pattern(source, pattern));
        if let Some(pattern) = &pattern {
            let value = Literal::Str(pattern.source.clone());
            constants.push(Constant { name: "PATTERN", docs: "Pattern of valid values.", value });
        }
        if source.traits.has::<UniqueItems>() {
            settings.push(Setting::flag("unique"));
        }
        summary::document_constraints(source.traits, source.shape.kind, docs);
        (constants, pattern)
    }

    /// Values of a string enum, with the names of variants.
    fn string_variants(&self, shape: &Shape) -> Vec<Variant<String>> {
        self.variants(shape, string_value)
    }

    /// Values of an integer enum, with the names of variants.
    fn int_variants(&self, shape: &Shape) -> Vec<Variant<i32>> {
        self.variants(shape, int_value)
    }

    fn variants<T: Display>(&self, shape: &Shape, value: impl Fn(&Member) -> T) -> Vec<Variant<T>> {
        let named = shape.members.values().zip(member_names(self.config, shape));
        let variant = |(member, name): (&Member, String)| {
            let value = value(member);
            let text = value.to_string();
            let fallback = if text == name { String::new() } else { format!("`{}`", visible(&text)) };
            let docs = docs::docs(&member.traits, &fallback);
            let attributes = self.attributes_of(member.id.as_str()).attributes;
            Variant { name, member: member.name().to_owned(), value, docs, attributes }
        };
        named.map(variant).collect()
    }

    fn pattern(&mut self, source: &Source<'_>, effective: EffectivePattern<'_>) -> Option<Pattern> {
        let EffectivePattern { source: regex, span } = effective;
        let text = regex.as_str();
        match regex.planned() {
            Ok(planned) => {
                if let Some(weaker) = planned.weaker.clone() {
                    let (pattern, shape) = (text.to_owned(), source.origin.clone());
                    let message = GenerationFacts::WeakerPattern { pattern, shape, ignored: weaker };
                    self.diagnostics.push(
                        Diagnostic::of(Severity::Warning, "codegen.WeakerPattern", message, span)
                            .with_shape(&source.shape.id)
                            .with_help("the rest of the pattern is enforced"),
                    );
                }
                Some(Pattern { name: String::new(), source: text.to_owned(), plan: planned.plan.clone() })
            }
            Err(error) => {
                // Models with such patterns are valid only if their author accepted the error.
                let (pattern, shape, error) = (text.to_owned(), source.origin.clone(), error.to_string());
                let message = GenerationFacts::InvalidPattern { pattern, shape, error };
                let span = if span.is_some() { span } else { source.span };
                self.diagnostics.push(
                    Diagnostic::of(Severity::Warning, "codegen.WeakerPattern", message, span)
                        .with_shape(&source.shape.id)
                        .with_help("correct the pattern"),
                );
                None
            }
        }
    }

    fn schema_body(&self, shape: &Shape) -> SchemaBody {
        let entry = |name: &str| {
            let member = shape.members.get(name);
            let target = member.map_or(SchemaRef::Prelude("STRING"), |member| match self.elements.get(&member.id) {
                Some((_, schema)) => SchemaRef::Local(schema.clone()),
                None => self.schema_ref(&member.target),
            });
            let settings = member.map(|member| traits::settings(On::Member, &member.traits)).unwrap_or_default();
            Entry { name: name.to_owned(), target, settings }
        };
        match shape.kind {
            ShapeType::List => SchemaBody::List(Box::new(entry("member"))),
            ShapeType::Map => SchemaBody::Map(Box::new((entry("key"), entry("value")))),
            ShapeType::Enum => SchemaBody::Enum(shape.members.values().map(string_value).collect()),
            ShapeType::IntEnum => SchemaBody::IntEnum(shape.members.values().map(int_value).collect()),
            kind => SchemaBody::Simple(simple(kind).1),
        }
    }

    /// The schema of a target.
    pub(super) fn schema_ref(&self, id: &ShapeId) -> SchemaRef {
        if let Some(name) = self.schemas.get(id) {
            return SchemaRef::Local(name.clone());
        }
        match self.model.shape(id) {
            Some(shape) if shape.kind == ShapeType::Structure => SchemaRef::Prelude("UNIT"),
            Some(shape) => SchemaRef::Prelude(simple(shape.kind).0),
            None => SchemaRef::Prelude("STRING"),
        }
    }

    /// The Rust type of a target.
    pub(super) fn type_of(&self, id: &ShapeId) -> Type {
        let shape = self.model.shape(id);
        if let Some(path) = shape.and_then(|shape| self.custom_path(shape)) {
            return Type::Custom(path.to_owned());
        }
        if let Some(name) = self.types.get(id) {
            return Type::Named(name.clone());
        }
        match shape {
            Some(shape) if shape.id.as_str() == UNIT => Type::Unit,
            Some(shape) => self.inner_type(shape),
            None => Type::String,
        }
    }

    /// The type of list or map elements, sparse or not.
    pub(super) fn element_type(&self, shape: &Shape, name: &str) -> Type {
        let Some(member) = shape.members.get(name) else { return Type::String };
        match self.elements.get(&member.id) {
            Some((Some(name), _)) => Type::Named(name.clone()),
            _ => self.type_of(&member.target),
        }
    }

    /// The plain type of a shape, which is also the content of its newtype.
    pub(super) fn inner_type(&self, shape: &Shape) -> Type {
        let sparse = shape.has::<Sparse>();
        let element = |name: &str| {
            let ty = self.element_type(shape, name);
            if sparse && name != "key" { Type::Option(Box::new(ty)) } else { ty }
        };
        match shape.kind {
            ShapeType::List => Type::List(Box::new(element("member"))),
            ShapeType::Map => Type::Map(Box::new((element("key"), element("value")))),
            kind => simple(kind).2,
        }
    }
}

/// The value of a string enum's member: its name by default.
pub(super) fn string_value(member: &Member) -> String {
    member.get().and_then(EnumValue::as_str).unwrap_or(member.name()).to_owned()
}

/// The value of an integer enum's member.
pub(super) fn int_value(member: &Member) -> i32 {
    member.get::<EnumValue>().and_then(|value| i32::try_from(value.as_integer()?).ok()).unwrap_or_default()
}

/// The values that are not internal, if some are: messages list only these.
fn shown_values(shape: &Shape) -> Option<Setting> {
    let is_internal = |member: &Member| member.has::<Internal>();
    shape.members.values().any(is_internal).then(|| {
        let shown = shape.members.values().filter(|member| !is_internal(member));
        let shown = shown.map(|member| Literal::Str(string_value(member))).collect();
        Setting::new("shown_values", [Literal::Slice(shown)])
    })
}
