//! Rules of the `alloy.proto` traits: services that are called by gRPC, and shapes that are converted to protobuf.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{AlloyFacts, Diagnostic, Severity};
use crate::model::graph::{Element, ElementId};
use crate::model::{Member, Shape, ShapeType, Trait, prelude};
use crate::rule::event;
use crate::traits::{
    EnumValue, Grpc, GrpcError, OpenEnum, ProtoEnabled, ProtoIndex, ProtoInlinedOneOf, ProtoReservedFields,
    ProtoWrapped,
};
use crate::validate::Rule;
use crate::validate::context::{Applied, Context, joined};

pub(in crate::validate) const GRPC: Rule = Rule {
    events: &[event!("NoOperationSpecified"), event!("NoInputShapeSpecified"), event!("NoOutputShapeSpecified")],
    check: services,
    #[cfg(test)]
    cases: cases::GRPC,
};

/// Services have operations, which have an input and an output. Only operations that the service itself binds count.
fn services(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, span, .. } in context.with::<Grpc>() {
        let Some(shape) = element.as_shape() else { continue };
        let Some(service) = shape.as_service() else { continue };
        if service.operations.is_empty() {
            let message = AlloyFacts::ServiceWithoutOperations { service: shape.id.clone() };
            let error = Diagnostic::of(Severity::Error, "NoOperationSpecified", message, shape.span);
            found.push(error.with_shape(&shape.id).with_label(span, "the service has the protocol"));
        }
        for operation in service.operations.iter().filter_map(|id| context.shape(id)) {
            let Some(parts) = operation.as_operation() else { continue };
            let id = &operation.id;
            let input =
                (&parts.input, "NoInputShapeSpecified", AlloyFacts::OperationWithoutInput { operation: id.clone() });
            let output =
                (&parts.output, "NoOutputShapeSpecified", AlloyFacts::OperationWithoutOutput { operation: id.clone() });
            for (target, event, message) in [input, output] {
                if target.as_str() == prelude::UNIT {
                    let error = Diagnostic::of(Severity::Error, event, message, operation.span);
                    found.push(error.with_shape(id).with_label(shape.span, "this service has the protocol"));
                }
            }
        }
    }
}

pub(in crate::validate) const ERRORS: Rule = Rule {
    events: &[event!("GrpcErrorNonStandard")],
    check: errors,
    #[cfg(test)]
    cases: cases::ERRORS,
};

/// Codes of errors are those of gRPC.
fn errors(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value: GrpcError { code }, span, .. } in context.with::<GrpcError>() {
        if !(0..=16).contains(code) {
            let message = "grpcError code is outside the standard gRPC range (0..16); many runtimes coerce unknown codes \
                           to UNKNOWN";
            let warning = Diagnostic::of(Severity::Warning, "GrpcErrorNonStandard", message, span);
            found.push(warning.with_shape(element.id()));
        }
    }
}

pub(in crate::validate) const INDEXES: Rule = Rule {
    events: &[
        event!("InconsistentProtoIndexes"),
        event!("DuplicatedProtoIndex"),
        event!("EnumMustHaveZeroIndex"),
        event!("OpenEnumMustNotHaveIndexes"),
    ],
    check: indexes,
    #[cfg(test)]
    cases: cases::INDEXES,
};

/// All members of a message or enum have an index, or none, and no two the same. Members of an inlined union are fields
/// of the structure that has the union.
fn indexes(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut shapes = BTreeMap::new();
    for Applied { element, .. } in context.with::<ProtoIndex>() {
        let Element::Member(shape, _) = element else { continue };
        if shape.kind == ShapeType::Union && shape.has::<ProtoInlinedOneOf>() {
            let all = context.model.own_shapes().filter(|user| user.kind == ShapeType::Structure);
            let users = all.filter(|user| user.members.values().any(|member| member.target == shape.id));
            shapes.extend(users.map(|user| (user.id.clone(), user)));
        } else {
            shapes.insert(shape.id.clone(), shape);
        }
    }
    for shape in shapes.into_values() {
        check_indexes(context, shape, found);
    }
}

fn check_indexes<'m>(context: &Context<'m>, shape: &'m Shape, found: &mut Vec<Diagnostic>) {
    let mut push = |severity, event, message: AlloyFacts| {
        found.push(Diagnostic::of(severity, event, message, shape.span).with_shape(&shape.id));
    };
    let fields = fields(context, shape);
    let indexed = fields.iter().filter(|(_, member)| member.has::<ProtoIndex>()).count();
    let (some, all) = (indexed > 0, indexed == fields.len());
    if some && !all {
        let message = AlloyFacts::PartlyIndexed { trait_id: ProtoIndex::ID };
        push(Severity::Error, "InconsistentProtoIndexes", message);
    }
    let mut names = BTreeMap::<i64, Vec<&str>>::new();
    for (name, member) in &fields {
        if let Some(ProtoIndex(index)) = member.get::<ProtoIndex>() {
            names.entry(*index).or_default().push(name);
        }
    }
    for (index, members) in names.iter().filter(|(_, members)| all && members.len() > 1) {
        let (members, id) = (joined(members), shape.id.clone());
        let message = AlloyFacts::DuplicateIndex { index: *index, members, shape: id };
        push(Severity::Error, "DuplicatedProtoIndex", message);
    }
    if !matches!(shape.kind, ShapeType::Enum | ShapeType::IntEnum) || !some {
        return;
    }
    if shape.has::<OpenEnum>() {
        let message = AlloyFacts::IndexedOpenEnum { shape: shape.id.clone() };
        push(Severity::Warning, "OpenEnumMustNotHaveIndexes", message);
    } else if all && !names.contains_key(&0) {
        push(Severity::Error, "EnumMustHaveZeroIndex", AlloyFacts::EnumWithoutZero { shape: shape.id.clone() });
    }
}

/// The fields of a message, or the values of an enum, and their names.
fn fields<'m>(context: &Context<'m>, shape: &'m Shape) -> Vec<(String, &'m Member)> {
    let mut fields = Vec::new();
    for (name, member) in &shape.members {
        let target = context.shape(&member.target);
        let inlined = target.filter(|target| target.kind == ShapeType::Union && target.has::<ProtoInlinedOneOf>());
        match inlined.filter(|_| shape.kind == ShapeType::Structure) {
            Some(union) => {
                let members = union.members.iter();
                fields.extend(members.map(|(name, member)| (format!("{}#{name}", union.id.name()), member)));
            }
            None => fields.push((name.to_string(), member)),
        }
    }
    fields
}

pub(in crate::validate) const RESERVED: Rule = Rule {
    events: &[event!("ReservedNameInStructure"), event!("ReservedNumberInStructure")],
    check: reserved,
    #[cfg(test)]
    cases: cases::RESERVED,
};

/// Fields have no reserved names and numbers.
fn reserved(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, value: ProtoReservedFields(reserved), span, .. } in context.with::<ProtoReservedFields>() {
        let Some(shape) = element.as_shape() else { continue };
        for (name, member) in &shape.members {
            let mut push = |event, message: AlloyFacts| {
                let error = Diagnostic::of(Severity::Error, event, message, member.span).with_shape(&shape.id);
                found.push(error.with_label(span, "it is reserved here"));
            };
            if reserved.iter().any(|one| one.name.as_deref() == Some(&**name)) {
                let message = AlloyFacts::ReservedName { name: name.to_string(), shape: shape.id.clone() };
                push("ReservedNameInStructure", message);
            }
            let Some(ProtoIndex(number)) = member.get::<ProtoIndex>() else { continue };
            if reserved.iter().any(|one| one.numbers.is_some_and(|(first, last)| (first..=last).contains(number))) {
                let message = AlloyFacts::ReservedNumber { number: *number, shape: shape.id.clone() };
                push("ReservedNumberInStructure", message);
            }
        }
    }
}

pub(in crate::validate) const INLINED: Rule = Rule {
    events: &[event!("UsageCountExceeded"), event!("UnusedUnion")],
    check: inlined,
    #[cfg(test)]
    cases: cases::INLINED,
};

/// An inlined union is the target of one member.
fn inlined(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { element, .. } in context.with::<ProtoInlinedOneOf>() {
        let Some(union) = element.as_shape().filter(|shape| shape.kind == ShapeType::Union) else { continue };
        let all = context.model.own_shapes().flat_map(|shape| shape.members.values());
        let (event, message) = match all.filter(|member| member.target == union.id).count() {
            0 => ("UnusedUnion", "Unions annotated with @protoInlinedOneOf must be used in one structure shape."),
            1 => continue,
            _ => (
                "UsageCountExceeded",
                "Unions annotated with @protoInlinedOneOf can only be used inside of one structure shape.",
            ),
        };
        found.push(Diagnostic::of(Severity::Error, event, message, union.span).with_shape(&union.id));
    }
}

pub(in crate::validate) const CONNECTED: Rule = Rule {
    events: &[
        event!("ProtoIntEnumHasNoZero"),
        event!("PROTO_INVALID_MAP_KEY"),
        event!("ProtoUnionShapeHasUnwrappedCollection"),
    ],
    check: connected,
    #[cfg(test)]
    cases: cases::CONNECTED,
};

/// Shapes that are converted to protobuf can be.
fn connected(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for id in converted(context) {
        let Some(shape) = context.graph.element(id).as_shape() else { continue };
        match shape.kind {
            ShapeType::IntEnum => check_int_enum(shape, found),
            ShapeType::Map => check_map(context, shape, found),
            ShapeType::Union => check_union(context, shape, found),
            _ => {}
        }
    }
}

/// The shapes and members that are converted.
fn converted(context: &Context<'_>) -> BTreeSet<ElementId> {
    let enabled = context.with::<ProtoEnabled>().map(|applied| applied.id);
    let mut open: Vec<ElementId> = enabled.chain(context.with::<Grpc>().map(|applied| applied.id)).collect();
    let mut seen: BTreeSet<ElementId> = open.iter().copied().collect();
    while let Some(id) = open.pop() {
        for edge in context.graph.neighbors(id).iter().filter(|edge| edge.relation.is_directed()) {
            if seen.insert(edge.to) {
                open.push(edge.to);
            }
        }
    }
    seen
}

fn check_int_enum(shape: &Shape, found: &mut Vec<Diagnostic>) {
    let is_zero = |member: &Member| matches!(member.get::<EnumValue>(), Some(EnumValue::Number(number)) if number.as_f64() == 0.0);
    let is_indexed = shape.members.values().any(Member::has::<ProtoIndex>);
    if !shape.has::<OpenEnum>() && !is_indexed && !shape.members.values().any(is_zero) {
        let message = "intEnum shape must have a 0 value when connected to a shape that has the protoEnabled trait";
        let error = Diagnostic::of(Severity::Error, "ProtoIntEnumHasNoZero", message, shape.span);
        found.push(error.with_shape(&shape.id));
    }
}

fn check_map(context: &Context<'_>, shape: &Shape, found: &mut Vec<Diagnostic>) {
    let Some(key) = shape.members.get("key").filter(|key| is_wrapped(context, key)) else { return };
    let message = "Map keys must not have the alloy.proto#protoWrapped trait, nor target shapes with that trait";
    found.push(Diagnostic::of(Severity::Error, "PROTO_INVALID_MAP_KEY", message, key.span).with_shape(&key.id));
}

fn check_union(context: &Context<'_>, shape: &Shape, found: &mut Vec<Diagnostic>) {
    for member in shape.members.values() {
        let kind = context.shape(&member.target).map(|target| target.kind);
        if matches!(kind, Some(ShapeType::List | ShapeType::Map)) && !is_wrapped(context, member) {
            let message = "Union members targeting collections must have the alloy.proto#protoWrapped trait";
            let id = "ProtoUnionShapeHasUnwrappedCollection";
            found.push(Diagnostic::of(Severity::Error, id, message, member.span).with_shape(&member.id));
        }
    }
}

fn is_wrapped(context: &Context<'_>, member: &Member) -> bool {
    member.has::<ProtoWrapped>() || context.shape(&member.target).is_some_and(Shape::has::<ProtoWrapped>)
}

#[cfg(test)]
mod cases;
