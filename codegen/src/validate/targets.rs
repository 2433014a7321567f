//! References between shapes: existing targets of allowed types (spec: "Model", shape relationships).

use super::context::Context;
use crate::diagnostic::{DeprecatedUse, Details, Diagnostic, HelpFacts, LabelFacts, ModelFacts, Notice, Severity};
use crate::model::graph::{Edge, Element, ElementId, Relation};
use crate::model::{Body, Member, Model, Shape, ShapeId, ShapeType, Trait};
use crate::nearest::nearest;
use crate::rule::event;
use crate::traits::{Deprecated, Fault, Mixin, TraitDefinition};
use crate::validate::Rule;

/// Maximum number of suggestions, each of which searches all names.
const MAX_SUGGESTIONS: usize = 50;

const TRAIT: u8 = 1;
const MIXIN: u8 = 2;
const DEPRECATED: u8 = 4;

pub(super) const RULE: Rule = Rule {
    events: &[event!("Target", Parts, &["", "UnresolvedShape"]), event!("DeprecatedShape", Prefix)],
    check,
    #[cfg(test)]
    cases: cases::RULE,
};

fn check(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut flags = vec![0; context.graph.len()];
    for (id, flag) in [(TraitDefinition::ID, TRAIT), (Mixin::ID, MIXIN), (Deprecated::ID, DEPRECATED)] {
        for at in context.graph.with_trait(id) {
            flags[at.index()] |= flag;
        }
    }
    let mut targets = Targets { context, found, flags, suggestions: 0 };
    for (id, element) in context.graph.iter() {
        match element {
            Element::Shape(shape) if shape.is_builtin() => {}
            Element::Shape(shape) => targets.shape(shape),
            Element::Member(container, _) if container.is_builtin() => {}
            Element::Member(container, member) => targets.member(id, container, member),
        }
    }
}

struct Targets<'c, 'm> {
    context: &'c Context<'m>,
    found: &'c mut Vec<Diagnostic>,
    /// Traits of interest of each element.
    flags: Vec<u8>,
    suggestions: usize,
}

impl<'m> Targets<'_, 'm> {
    fn error(&mut self, from: Element<'_>, message: ModelFacts, target: Option<&Shape>) {
        let mut error = Diagnostic::of(Severity::Error, "Target", message, from.span()).with_shape(from.id());
        if let Some(target) = target {
            let (shape_type, is_mixin) = (target.kind.name(), target.has::<Mixin>());
            let label =
                if is_mixin { LabelFacts::MixinType { shape_type } } else { LabelFacts::ShapeType { shape_type } };
            error = error.with_label(target.span, label);
        }
        self.found.push(error);
    }

    fn member(&mut self, id: ElementId, container: &'m Shape, member: &'m Member) {
        if matches!(container.kind, ShapeType::Enum | ShapeType::IntEnum) {
            return;
        }
        let from = Element::Member(container, member);
        let Some(Edge { to, .. }) = self.context.graph.neighbors(id).first().copied() else {
            self.unresolved(from, None, &member.target);
            return;
        };
        let target = match self.context.graph.element(to) {
            Element::Shape(target) => target,
            Element::Member(_, target) => {
                let message = ModelFacts::TargetsMember { member: target.id.clone() };
                let error = Diagnostic::of(Severity::Error, "Target", message, member.span).with_shape(&member.id);
                let error = error.with_label(target.span, "this is a member");
                self.found.push(error.with_help(HelpFacts::TargetOfMember { target: target.target.clone() }));
                return;
            }
        };
        if !self.may_refer(from, "member_target", to, target) {
            return;
        }
        self.deprecated(from, DeprecatedUse::MemberTarget, to);
        if is_service_type(target.kind) {
            self.members_target(from, target);
        } else if container.kind == ShapeType::Map
            && member.name() == "key"
            && !matches!(target.kind, ShapeType::String | ShapeType::Enum)
        {
            let message = ModelFacts::MapKey { target: target.into() };
            let error = Diagnostic::of(Severity::Error, "Target", message, member.span).with_shape(&container.id);
            self.found.push(error.with_label(target.span, LabelFacts::ShapeType { shape_type: target.kind.name() }));
        }
    }

    fn members_target(&mut self, from: Element<'_>, target: &Shape) {
        let message = ModelFacts::TargetType { shape_type: target.kind.name(), target: target.into() };
        self.error(from, message, Some(target));
    }

    fn shape(&mut self, shape: &'m Shape) {
        use Relation as R;
        for mixin in &shape.mixins {
            self.mixin(shape, mixin);
        }
        match &shape.body {
            Body::None => {}
            Body::Service(body) => {
                body.operations.iter().for_each(|id| self.refer(shape, R::Operation, id));
                body.resources.iter().for_each(|id| self.refer(shape, R::Resource, id));
                body.errors.iter().for_each(|id| self.refer(shape, R::Error, id));
            }
            Body::Operation(body) => {
                self.refer(shape, R::Input, &body.input);
                self.refer(shape, R::Output, &body.output);
                body.errors.iter().for_each(|id| self.refer(shape, R::Error, id));
            }
            Body::Resource(body) => {
                body.identifiers.values().for_each(|id| self.refer(shape, R::Identifier, id));
                body.properties.values().for_each(|id| self.refer(shape, R::Property, id));
                for (relation, id) in [
                    (R::Create, &body.create),
                    (R::Put, &body.put),
                    (R::Read, &body.read),
                    (R::Update, &body.update),
                    (R::Delete, &body.delete),
                    (R::List, &body.list),
                ] {
                    if let Some(id) = id {
                        self.refer(shape, relation, id);
                    }
                }
                let operations = body.operations.iter().map(|id| (R::Operation, id));
                let collection = body.collection_operations.iter().map(|id| (R::CollectionOperation, id));
                operations.chain(collection).for_each(|(relation, id)| self.refer(shape, relation, id));
                body.resources.iter().for_each(|id| self.refer(shape, R::Resource, id));
            }
        }
    }

    fn mixin(&mut self, shape: &'m Shape, mixin: &ShapeId) {
        // Missing mixins were reported when mixins were flattened.
        let Some(at) = self.context.graph.find(mixin.as_str()) else { return };
        let from = Element::Shape(shape);
        if self.flags[at.index()] & MIXIN == 0 {
            let message = ModelFacts::NotAMixin { mixin: mixin.clone() };
            let target = self.context.shape(mixin);
            let mut error = Diagnostic::of(Severity::Error, "Target", message, shape.span).with_shape(&shape.id);
            if let Some(target) = target {
                error = error.with_label(target.span, "the trait is missing here");
            }
            self.found.push(error.with_help(HelpFacts::AddMixin { mixin: mixin.clone() }));
        }
        self.deprecated(from, DeprecatedUse::Mixin, at);
    }

    /// Checks a reference of a service, resource or operation.
    fn refer(&mut self, shape: &'m Shape, relation: Relation, id: &ShapeId) {
        let from = Element::Shape(shape);
        let label = label(relation);
        let Some(at) = self.context.graph.find(id.as_str()) else {
            self.unresolved(from, Some(label), id);
            return;
        };
        let Element::Shape(target) = self.context.graph.element(at) else {
            let message =
                ModelFacts::TargetsNoShape { shape_type: shape.kind.name(), relation: label, target: id.clone() };
            self.error(from, message, None);
            return;
        };
        if !self.may_refer(from, label, at, target) {
            return;
        }
        if let Some(usage) = deprecated_use(relation) {
            self.deprecated(from, usage, at);
        }
        match relation {
            Relation::Property if is_service_type(target.kind) => self.members_target(from, target),
            Relation::Property => {}
            Relation::Identifier if matches!(target.kind, ShapeType::String | ShapeType::Enum) => {}
            Relation::Identifier => self.bad_type(from, label, "string", target),
            Relation::Resource => self.expect(from, label, ShapeType::Resource, target),
            Relation::Operation | Relation::CollectionOperation => {
                self.expect(from, label, ShapeType::Operation, target);
            }
            Relation::Input | Relation::Output => {
                self.expect(from, label, ShapeType::Structure, target);
                if target.kind == ShapeType::Structure && target.has::<Fault>() {
                    let message = ModelFacts::ErrorAsInputOutput { relation: label, target: target.id.clone() };
                    self.error(from, message, Some(target));
                }
            }
            Relation::Error => self.expect_error(from, label, target),
            _ if target.kind != ShapeType::Operation => {
                let message = ModelFacts::LifecycleTarget { relation: label, target: target.into() };
                self.error(from, message, Some(target));
            }
            _ => {}
        }
    }

    fn expect_error(&mut self, from: Element<'_>, label: &'static str, target: &Shape) {
        self.expect(from, label, ShapeType::Structure, target);
        if target.kind == ShapeType::Structure && !target.has::<Fault>() {
            let message = ModelFacts::NotAnError { target: target.id.clone() };
            let error = Diagnostic::of(Severity::Error, "Target", message, from.span()).with_shape(from.id());
            let error = error.with_label(target.span, "the trait is missing here");
            self.found.push(error.with_help("add `@error(\"client\")` or `@error(\"server\")` to the structure"));
        }
    }

    fn expect(&mut self, from: Element<'_>, label: &'static str, kind: ShapeType, target: &Shape) {
        if target.kind != kind {
            self.bad_type(from, label, kind.name(), target);
        }
    }

    fn bad_type(&mut self, from: Element<'_>, relation: &'static str, expected: &'static str, target: &Shape) {
        let (shape_type, found) = (from.type_name(), target.kind.name());
        let details = Details::WrongTarget { shape_type, relation, expected, target: target.id.clone(), found };
        let error = Diagnostic::of(Severity::Error, "Target", details, from.span()).with_shape(from.id());
        self.found.push(error.with_label(target.span, LabelFacts::ShapeType { shape_type: found }));
    }

    /// Reports members that target trait definitions or mixins.
    fn may_refer(&mut self, from: Element<'_>, label: &'static str, at: ElementId, target: &Shape) -> bool {
        let flags = self.flags[at.index()];
        let message = if flags & TRAIT != 0 {
            ModelFacts::TargetsTrait { relation: label, target: target.id.clone() }
        } else if flags & MIXIN != 0 {
            ModelFacts::TargetsMixin { relation: label, target: target.id.clone() }
        } else {
            return true;
        };
        self.error(from, message, Some(target));
        false
    }

    fn deprecated(&mut self, from: Element<'_>, usage: DeprecatedUse, at: ElementId) {
        if self.flags[at.index()] & DEPRECATED == 0 {
            return;
        }
        let target = self.context.graph.element(at);
        let deprecated = target.get::<Deprecated>();
        let text = |part: fn(&Deprecated) -> Option<&str>| deprecated.and_then(part).map(str::to_owned);
        let notice = Notice {
            message: text(|deprecated| deprecated.message.as_deref()),
            since: text(|deprecated| deprecated.since.as_deref()),
        };
        let id = format!("DeprecatedShape.{}", target.id());
        let message = ModelFacts::DeprecatedShape { usage, target: target.id().clone(), notice };
        let warning = Diagnostic::of(Severity::Warning, id, message, from.span());
        self.found.push(warning.with_shape(from.id()).with_label(target.span(), "deprecated here"));
    }

    fn unresolved(&mut self, from: Element<'_>, relation: Option<&'static str>, id: &ShapeId) {
        let span = self.context.model.unresolved.get(&(from.id().clone(), id.clone())).copied().unwrap_or(from.span());
        self.suggestions += 1;
        let near = if self.suggestions <= MAX_SUGGESTIONS { suggestion(self.context.model, id) } else { None };
        let (shape_type, near) = (from.type_name(), near.map(ToString::to_string));
        let details = Details::UnresolvedTarget { shape_type, relation, target: id.clone(), near };
        let error = Diagnostic::of(Severity::Error, "Target.UnresolvedShape", details, span);
        self.found.push(error.with_shape(from.id()).with_text("no such shape"));
    }
}

/// The shape with the closest name. Namespaces are ignored: they are long and usually correct, and would hide
/// differences between names.
fn suggestion<'m>(model: &'m Model, target: &ShapeId) -> Option<&'m ShapeId> {
    let name = nearest(target.name(), model.iter().map(|shape| shape.id.name()))?;
    let mut shapes = model.iter().filter(|shape| shape.id.name() == name);
    let same = model.iter().find(|shape| shape.id.name() == name && shape.id.namespace() == target.namespace());
    same.or_else(|| shapes.next()).map(|shape| &shape.id)
}

fn is_service_type(kind: ShapeType) -> bool {
    matches!(kind, ShapeType::Service | ShapeType::Resource | ShapeType::Operation)
}

/// Name of a relationship in messages.
pub(super) fn label(relation: Relation) -> &'static str {
    match relation {
        Relation::Target => "member_target",
        Relation::CollectionOperation => "collection_operation",
        Relation::InstanceOperation => "instance_operation",
        other => Relation::NAMES.iter().find(|(_, known)| *known == other).map_or("", |(name, _)| name),
    }
}

fn deprecated_use(relation: Relation) -> Option<DeprecatedUse> {
    Some(match relation {
        Relation::Resource => DeprecatedUse::Resource,
        Relation::Operation => DeprecatedUse::Operation,
        Relation::Identifier => DeprecatedUse::Identifier,
        Relation::Property => DeprecatedUse::Property,
        Relation::Input => DeprecatedUse::Input,
        Relation::Output => DeprecatedUse::Output,
        Relation::Error => DeprecatedUse::Error,
        _ => return None,
    })
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const RULE: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
structure S {
    m: Op
//  ^ error: Target
}
operation Op {}
"#,
            r#"
map M {
    key: Integer
//  ^^^ error: Target
    value: String
}
"#,
            r#"
structure S {
    m: Old
//  ^ warning: DeprecatedShape.example#Old
}
@deprecated
string Old
"#,
            r#"
structure S {
    m: Missing
//     ^^^^^^^ error: Target.UnresolvedShape
}
"#,
        ],
        leaves: &[r#"
structure S {
    m: T
}
string T
"#],
    };
}
