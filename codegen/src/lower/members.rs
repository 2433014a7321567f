//! Members of structures and unions: fields, optionality, defaults, boxes.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::shapes::{Source, int_value, is_constrained, string_value, takes_constraints};
use super::{Lowering, docs, names, summary};
use crate::config::{Constraints, ServiceConfig, Style};
use crate::diagnostic::{Diagnostic, GenerationFacts, Severity};
use crate::ir::{Default, Definition, Docs, Entry, Literal, Member, SchemaRef, Setters, Setting, Type};
use crate::model::{self, Node, Shape, ShapeId, ShapeType, Trait, Traits, Value, time};
use crate::traits;
use crate::traits::{ClientOptional, DefaultValue, Documentation, HttpPayload, Input, On, Required, Streaming};

impl Lowering<'_> {
    /// The members of a structure or union. Newtypes of members with their own constraints are defined first.
    pub(super) fn members(&mut self, shape: &Shape, definitions: &mut Vec<Definition>) -> Vec<Member> {
        let mut members = Vec::new();
        for (name, member) in member_names(self.config, shape).into_iter().zip(shape.members.values()) {
            let (ty, target) = self.target(shape, member, definitions);
            members.push(self.member(shape, member, name, ty, target));
        }
        members
    }

    /// Whether a member of a structure may be absent (spec: "Structure member optionality").
    pub(super) fn is_optional(&self, shape: &Shape, member: &model::Member) -> bool {
        if member.has::<Required>() && !self.is_careful() {
            return false;
        }
        self.is_omittable(shape, member) || self.default(shape, member).is_none()
    }

    /// Whether clients may omit a member regardless of its default. Types that clients and servers share leave that to
    /// the service, too, if the model says so: the protocol tests of Smithy require it of all clients.
    fn is_omittable(&self, shape: &Shape, member: &model::Member) -> bool {
        let is_careful = self.is_careful();
        member.has::<ClientOptional>() && (is_careful || !member.has::<Required>())
            || is_careful && shape.has::<Input>()
    }

    fn member(&self, shape: &Shape, member: &model::Member, name: String, ty: Type, target: SchemaRef) -> Member {
        let is_union = shape.kind == ShapeType::Union;
        let default = if is_union { None } else { self.default(shape, member) };
        let summary = match self.model.shape(&member.target).filter(|_| !is_union) {
            Some(target) => summary::member(member, target, &ty, default.as_ref()),
            None => String::new(),
        };
        let required = member.has::<Required>();
        let mut settings = Vec::new();
        if required && !is_union {
            settings.push(Setting::flag("required"));
        }
        settings.extend(traits::settings(On::Member, &member.traits));
        let nullable = traits::is_nullable(shape.kind, member, self.model.shape(&member.target));
        if nullable {
            settings.push(Setting::flag("nullable"));
        }
        settings.extend(default.clone().map(|value| Setting::new("default", [Literal::Default(value)])));
        if ty.is_stream() {
            // An absent stream and an empty stream are the same on the wire.
            return Member {
                name,
                entry: Entry { name: member.name().to_owned(), target, settings },
                docs: self.docs_of(member, &ty),
                attributes: self.attributes_of(member.id.as_str()).attributes,
                ty,
                summary,
                collection: None,
                setters: Setters::default(),
                optional: false,
                default: (!required).then_some(Default::Stream),
            };
        }
        let mut docs = self.docs_of(member, &ty);
        if self.config.constraints == Constraints::Checked {
            let target = self.model.shape(&member.target);
            let traits = target.map(|target| own_constraints(&target.traits, member));
            if let Some((target, traits)) = target.zip(traits) {
                summary::document_constraints(&traits, target.kind, &mut docs);
            }
        }
        // A value that may contain one of the same type, without a list or map in between, needs a box.
        let cycle = |id: &ShapeId| self.cycles.get(id);
        let boxed = cycle(&shape.id).is_some_and(|own| cycle(&member.target) == Some(own));
        let ty = if boxed { Type::Boxed(Box::new(ty)) } else { ty };
        Member {
            name,
            entry: Entry { name: member.name().to_owned(), target, settings },
            docs,
            attributes: self.attributes_of(member.id.as_str()).attributes,
            ty: if nullable { Type::Nullable(Box::new(ty)) } else { ty },
            summary,
            collection: self.collection(member),
            setters: Setters::default(),
            optional: !is_union && self.is_optional(shape, member),
            default: if required || self.is_omittable(shape, member) { None } else { default },
        }
    }

    /// The documentation of a member. If it has none, and its target has no type that documents it, the first paragraph
    /// of its target's, if that begins with one: a sentence with the member's name would only repeat the line below.
    fn docs_of(&self, member: &model::Member, ty: &Type) -> Docs {
        let is_plain = !matches!(ty, Type::Named(_) | Type::EventStream(_));
        let target = self.model.shape(&member.target).filter(|_| is_plain);
        let paragraph = target.map(|shape| docs::first_paragraph(&shape.traits)).unwrap_or_default();
        docs::docs(&member.traits, &paragraph)
    }

    /// The type and schema of the target of a member.
    fn target(
        &mut self,
        shape: &Shape,
        member: &model::Member,
        definitions: &mut Vec<Definition>,
    ) -> (Type, SchemaRef) {
        let plain = (self.type_of(&member.target), self.schema_ref(&member.target));
        let Some(target) = self.model.shape(&member.target) else { return plain };
        if let Some(stream) = self.stream(shape, member, target) {
            return (stream, plain.1);
        }
        if !is_constrained(&member.traits) {
            return plain;
        }
        if !takes_constraints(target) {
            let message = GenerationFacts::MemberConstraint { member: member.id.clone() };
            self.diagnostics.push(
                Diagnostic::of(Severity::Warning, "codegen.MemberConstraint", message, member.span)
                    .with_shape(&member.id),
            );
            return plain;
        }
        let (name, schema) = self.claim_constrained(member, target);
        self.define_constrained(target, member, (name.as_deref(), &schema), definitions);
        (name.map_or(plain.0, Type::Named), SchemaRef::Local(schema))
    }

    /// Adds a newtype of the target with the constraints of the member.
    pub(super) fn define_constrained(
        &mut self,
        target: &Shape,
        member: &model::Member,
        (name, schema): (Option<&str>, &str),
        definitions: &mut Vec<Definition>,
    ) {
        let traits = own_constraints(&target.traits, member);
        let source = Source {
            id: target.id.to_string(),
            origin: member.id.to_string(),
            shape: target,
            traits: &traits,
            name: name.map(str::to_owned),
            schema: schema.to_owned(),
            span: member.span,
            fallback: element_of(member),
        };
        self.define(source, definitions);
    }

    /// The type of a streaming member of an input or output.
    fn stream(&self, shape: &Shape, member: &model::Member, target: &Shape) -> Option<Type> {
        if !target.has::<Streaming>() || !self.messages.contains_key(&shape.id) {
            return None;
        }
        match target.kind {
            ShapeType::Blob if member.has::<HttpPayload>() => Some(Type::ByteStream),
            ShapeType::Union => Some(Type::EventStream(Box::new(self.type_of(&target.id)))),
            _ => None,
        }
    }

    fn default(&self, shape: &Shape, member: &model::Member) -> Option<Default> {
        if self.is_careful() && self.is_omittable(shape, member) {
            return None;
        }
        let DefaultValue(node) = member.get()?;
        let target = self.model.shape(&member.target)?;
        match default_value(self.config, target, node)? {
            // A user's type takes the place of the enum.
            Default::Variant(_, value) if self.custom_path(target).is_some() => Some(*value),
            default => Some(default),
        }
    }
}

/// Rust names of the members of a structure, union or enum, in their order. Configured names are claimed first, so that
/// no other member gets them; then those that are the same in the model, so that a member whose name differs in case
/// only does not take them; and last, those that stand for reserved names.
pub(super) fn member_names(config: &ServiceConfig, shape: &Shape) -> Vec<String> {
    let overrides = &config.overrides;
    let is_structure = shape.kind == ShapeType::Structure;
    let mut scope = if is_structure { names::Scope::default() } else { names::Scope::with_taken(&[UNKNOWN]) };
    let mut claimed: Vec<Option<String>> =
        shape.members.values().map(|member| overrides.name(&member.id).map(str::to_owned)).collect();
    for name in claimed.iter().flatten() {
        scope.claim(name.clone());
    }
    let natural: Vec<String> = shape.members.values().map(|member| natural_name(config.style, shape, member)).collect();
    let rank = |name: &str, natural: &str| match () {
        () if natural == name => 0,
        () if natural == unreserved_name(config.style, shape, name) => 1,
        () => 2,
    };
    for wanted in 0..=2 {
        let members = shape.members.keys().zip(&natural).zip(&mut claimed);
        for ((member, natural), claimed) in members.filter(|(_, claimed)| claimed.is_none()) {
            if rank(member, natural) == wanted {
                *claimed = Some(scope.claim(natural.clone()));
            }
        }
    }
    claimed.into_iter().flatten().collect()
}

/// The variant of enums and unions for values that are not in the model.
pub(super) const UNKNOWN: &str = "Unknown";

/// Members of structures that have another name in `aws-sdk-rust`, because methods there have theirs.
const RENAMED_BY_SDK: [&str; 8] =
    ["build", "builder", "customize", "default", "make_operation", "meta", "presigned", "send"];

/// Rust name of a member without a configured one, if no other member has it. Reserved names get an ending.
pub(super) fn natural_name(style: Style, shape: &Shape, member: &model::Member) -> String {
    let is_structure = shape.kind == ShapeType::Structure;
    let name = unreserved_name(style, shape, member.name());
    let is_sdk = style == Style::AwsSdk;
    match name.as_str() {
        plain if is_structure && is_sdk && RENAMED_BY_SDK.contains(&plain) => name + "_value",
        UNKNOWN if !is_structure => name + "Value",
        "Self" if !is_structure && is_sdk => name + "Value",
        _ => name,
    }
}

/// Rust name of a member, if it may be a reserved name.
fn unreserved_name(style: Style, shape: &Shape, name: &str) -> String {
    if shape.kind == ShapeType::Structure { names::snake(name, style) } else { names::upper(name, style) }
}

/// Whether a member of an enum or union has the name of the variant for unknown values.
pub(super) fn is_unknown(style: Style, shape: &Shape, member: &model::Member) -> bool {
    shape.kind != ShapeType::Structure && names::upper(member.name(), style) == UNKNOWN
}

/// Name of the field of a member.
pub(super) fn field_of(config: &ServiceConfig, shape: &Shape, name: &str) -> Option<String> {
    name_where(config, shape, |member| member.name() == name)
}

/// Rust name of the first member that a condition is true for.
fn name_where(config: &ServiceConfig, shape: &Shape, condition: impl Fn(&model::Member) -> bool) -> Option<String> {
    let index = shape.members.values().position(condition)?;
    member_names(config, shape).into_iter().nth(index)
}

/// Whether a member has its own newtype, because of its constraints.
pub(super) fn has_newtype(member: &model::Member, target: &Shape) -> bool {
    is_constrained(&member.traits) && takes_constraints(target)
}

/// Default documentation of the newtype of a member.
fn element_of(member: &model::Member) -> String {
    let shape = member.id.name();
    match member.name() {
        "member" => format!("Element of `{shape}`."),
        "key" => format!("Key of `{shape}`."),
        "value" => format!("Value of `{shape}`."),
        name => format!("Member `{name}` of `{shape}`."),
    }
}

/// Traits of a target, overridden by the constraints and documentation of a member.
fn own_constraints(target: &Traits, member: &model::Member) -> Traits {
    let mut traits = target.clone();
    if traits::effective_pattern(&member.traits).is_some() {
        traits.retain(|id, _| !traits::is_pattern(id.as_str()));
    }
    traits.extend(member.traits.iter().filter(|(id, _)| !is_wire(id)).map(|(id, node)| (id.clone(), node.clone())));
    traits
}

/// Traits of serialization, which newtypes do not inherit.
fn is_wire(id: &ShapeId) -> bool {
    !traits::is_bound(id.as_str()) && id.as_str() != Documentation::ID
}

/// Converts a `@default` value. Null means no default.
fn default_value(config: &ServiceConfig, target: &Shape, node: &Node) -> Option<Default> {
    let integer = |node: &Node| i64::try_from(node.as_number()?.as_i128()?).ok();
    match (&node.value, target.kind) {
        (Value::Null, _) => None,
        (Value::String(text), ShapeType::Timestamp) => time::date_time(text).map(Default::Timestamp),
        (Value::Number(number), ShapeType::Timestamp) => time::epoch_seconds(number).map(Default::Timestamp),
        (Value::String(value), ShapeType::Enum) => {
            let name = name_where(config, target, |member| *string_value(member) == **value)?;
            Some(Default::Variant(name, Box::new(Default::Str(value.to_string()))))
        }
        (Value::Number(_), ShapeType::IntEnum) => {
            let value = integer(node)?;
            let name = name_where(config, target, |member| i64::from(int_value(member)) == value)?;
            Some(Default::Variant(name, Box::new(Default::Integer(value))))
        }
        (Value::Bool(value), _) => Some(Default::Bool(*value)),
        (Value::Number(number), ShapeType::Float | ShapeType::Double) => Some(Default::Float(number.as_f64())),
        (Value::String(value), ShapeType::Float | ShapeType::Double) => match &**value {
            "NaN" => Some(Default::Float(f64::NAN)),
            "Infinity" => Some(Default::Float(f64::INFINITY)),
            "-Infinity" => Some(Default::Float(f64::NEG_INFINITY)),
            _ => None,
        },
        (Value::Number(number), ShapeType::BigInteger | ShapeType::BigDecimal) => {
            let plain = number.as_str().parse::<i64>().ok();
            Some(plain.map_or_else(|| Default::Number(number.as_str().to_owned()), Default::Integer))
        }
        (Value::Number(number), _) => Some(integer(node).map_or(Default::Float(number.as_f64()), Default::Integer)),
        // Models contain bytes as base64.
        (Value::String(value), ShapeType::Blob) => {
            let bytes = STANDARD.decode(&**value).ok()?;
            Some(String::from_utf8(bytes).map_or_else(|error| Default::Bytes(error.into_bytes()), Default::Str))
        }
        (Value::String(value), _) => Some(Default::Str(value.to_string())),
        (Value::Array(_), _) => Some(Default::List),
        (Value::Object(_), _) => Some(Default::Map),
    }
}
