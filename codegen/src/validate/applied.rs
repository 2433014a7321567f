//! Where traits can be applied: selectors and conflicts (spec: "Trait definitions").

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Applied, Context, backticked, place};
use super::targets::label;
use crate::diagnostic::{Details, Diagnostic, LabelFacts, List, Message, ModelFacts, Severity, TraitPair};
use crate::model::graph::{Element, ElementId};
use crate::model::prelude::short;
use crate::model::{Model, Shape, ShapeType, Trait};
use crate::rule::event;
use crate::selector::Budget;
use crate::traits::{Deprecated, Enum, Exclusive, Mixin, Private, TraitDefinition, Unstable};
use crate::validate::Rule;

/// The traits that are applied in the model, with their definitions, in order.
fn definitions<'c, 'm>(
    context: &'c Context<'m>,
) -> impl Iterator<Item = (&'m str, &'c [ElementId], &'m Shape, &'m TraitDefinition)> {
    let applied: BTreeMap<&'m str, &'c [ElementId]> = context.graph.applied_traits().collect();
    applied.into_iter().filter_map(|(id, elements)| {
        let shape = context.model.shape_named(id)?;
        Some((id, elements, shape, shape.get::<TraitDefinition>()?))
    })
}

/// The elements that are not built in.
fn own<'c>(context: &'c Context<'_>, elements: &'c [ElementId]) -> impl Iterator<Item = ElementId> + 'c {
    elements.iter().copied().filter(|id| !context.graph.element(*id).is_builtin())
}

pub(super) const TARGETS: Rule = Rule {
    events: &[event!("TraitTarget")],
    check: targets,
    #[cfg(test)]
    cases: cases::TARGETS,
};

/// Reports traits on shapes that their selectors do not match.
fn targets(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let budget = Budget::new(&context.graph);
    for (id, elements, shape, definition) in definitions(context) {
        let elements: Vec<ElementId> = own(context, elements).collect();
        if elements.is_empty() {
            continue;
        }
        if shape.has::<Mixin>() {
            for element in elements.iter().map(|at| context.graph.element(*at)) {
                let message = ModelFacts::MixinAsTrait { name: short(id).to_owned(), shape: element.id().clone() };
                found.push(wrong_target(id, element, shape, message));
            }
        }
        let Some(selector) = definition.selector.as_ref().filter(|selector| !selector.is_any()) else { continue };
        let Ok(rejected) = selector.rejects(&context.graph, &elements, &budget) else {
            let place = Element::Shape(shape).place_of::<TraitDefinition>();
            let message = ModelFacts::ExpensiveSelector { selector: unwrapped(selector.as_str()) };
            found.push(Diagnostic::of(Severity::Error, "TraitTarget", message, place).with_shape(&shape.id));
            return;
        };
        for at in rejected {
            let element = context.graph.element(at);
            let (name, selector) = (short(id).to_owned(), unwrapped(selector.as_str()));
            let details = Details::Selector { r#trait: name, shape: element.id().clone(), selector };
            found.push(wrong_target(id, element, shape, details));
        }
    }
}

fn wrong_target(id: &str, element: Element<'_>, definition: &Shape, message: impl Into<Message>) -> Diagnostic {
    let span = element.trait_value(id).map_or(element.span(), |node| place(node, element));
    let error = Diagnostic::of(Severity::Error, "TraitTarget", message, span).with_shape(element.id());
    error.with_label(definition.span, "the trait is defined here")
}

/// Replaces line breaks and the white space after them by one space.
fn unwrapped(text: &str) -> String {
    let mut lines = text.split('\n');
    let first = lines.next().unwrap_or_default().to_owned();
    lines.fold(first, |all, line| format!("{all} {}", line.trim_start()))
}

pub(super) const CONFLICTS: Rule = Rule {
    events: &[event!("TraitConflict")],
    check: conflicts,
    #[cfg(test)]
    cases: cases::CONFLICTS,
};

/// Reports conflicting traits.
fn conflicts(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut by_element: BTreeMap<ElementId, BTreeSet<(&str, &str)>> = BTreeMap::new();
    for (id, elements, _, definition) in definitions(context) {
        for other in definition.conflicts.iter().map(|other| &**other) {
            let others = context.graph.with_trait(other);
            // Both lists are sorted.
            for at in elements.iter().filter(|at| others.binary_search(at).is_ok()) {
                by_element.entry(*at).or_default().insert((id, other));
            }
        }
    }
    for (at, pairs) in by_element {
        let element = context.graph.element(at);
        let pair = |(a, b): &(&str, &str)| TraitPair { name: short(a).to_owned(), other: short(b).to_owned() };
        let mut all: Vec<_> = pairs.iter().map(pair).collect();
        all.sort();
        let message = ModelFacts::ConflictingTraits { shape_type: element.type_name(), pairs: List(all) };
        let mut error =
            Diagnostic::of(Severity::Error, "TraitConflict", message, element.span()).with_shape(element.id());
        let ids: BTreeSet<&str> = pairs.iter().flat_map(|(a, b)| [*a, *b]).collect();
        for id in ids {
            if let Some(node) = element.trait_value(id) {
                error = error.with_label(node.span, LabelFacts::Applied { name: short(id).to_owned() });
            }
        }
        found.push(error.with_help("remove one of them"));
    }
}

pub(super) const ADVISED_AGAINST: Rule = Rule {
    events: &[event!("DeprecatedTrait"), event!("UnstableTrait", Prefix)],
    check: advised_against,
    #[cfg(test)]
    cases: cases::ADVISED_AGAINST,
};

/// Reports deprecated and unstable traits.
fn advised_against(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (id, elements, shape, _) in definitions(context) {
        let deprecated = shape.get::<Deprecated>().filter(|_| id != Enum::ID);
        let unstable = shape.has::<Unstable>();
        if deprecated.is_none() && !unstable {
            continue;
        }
        for element in own(context, elements).map(|at| context.graph.element(at)) {
            let span = element.trait_value(id).map_or(element.span(), |node| place(node, element));
            let mut warn = |event: String, message: ModelFacts| {
                found.push(Diagnostic::of(Severity::Warning, event, message, span).with_shape(element.id()));
            };
            if let Some(deprecated) = deprecated {
                let id = id.to_owned();
                let message = match &deprecated.message {
                    Some(message) => ModelFacts::DeprecatedTraitWithMessage { id, message: message.to_string() },
                    None => ModelFacts::DeprecatedTrait { id },
                };
                warn("DeprecatedTrait".to_owned(), message);
            }
            if unstable {
                let message = ModelFacts::UnstableTrait { id: id.to_owned() };
                warn(format!("UnstableTrait.{id}"), message);
            }
        }
    }
}

pub(super) const EXCLUSIVE: Rule = Rule {
    events: &[event!("ExclusiveStructureMemberTrait")],
    check: exclusive,
    #[cfg(test)]
    cases: cases::EXCLUSIVE,
};

/// Reports traits that only one member of a structure can have, or that only one member can target.
fn exclusive(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (id, elements, _, definition) in definitions(context) {
        let Some(exclusive) = definition.structurally_exclusive else { continue };
        let mut members: BTreeMap<ElementId, Vec<ElementId>> = BTreeMap::new();
        let mut add = |member: ElementId| members.entry(context.graph.container(member)).or_default().push(member);
        for at in elements {
            match context.graph.element(*at) {
                Element::Member(..) if exclusive == Exclusive::Member => add(*at),
                Element::Shape(_) if exclusive == Exclusive::Target => {
                    let edges = context.graph.reverse_neighbors(*at).iter();
                    edges.filter(|edge| edge.relation == crate::model::graph::Relation::Target).for_each(|e| add(e.to));
                }
                _ => {}
            }
        }
        for (container, members) in members.into_iter().filter(|(_, members)| members.len() > 1) {
            let Some(shape) = context.graph.element(container).as_shape() else { continue };
            if shape.kind != ShapeType::Structure {
                continue;
            }
            let members: Vec<Element<'_>> = members.iter().map(|at| context.graph.element(*at)).collect();
            let names =
                backticked(members.iter().filter_map(|member| member.as_member()).map(crate::model::Member::name));
            let name = short(id).to_owned();
            let message = match exclusive {
                Exclusive::Target => ModelFacts::ExclusiveTarget { name, members: names },
                Exclusive::Member => ModelFacts::ExclusiveMember { name, members: names },
            };
            let mut error = Diagnostic::of(Severity::Error, "ExclusiveStructureMemberTrait", message, shape.span)
                .with_shape(&shape.id);
            for member in members {
                error = error.with_label(member.span(), "applied to this member");
            }
            found.push(error);
        }
    }
}

pub(super) const PRIVATE: Rule = Rule {
    events: &[event!("PrivateAccess"), event!("PrivateMixinMember")],
    check: private,
    #[cfg(test)]
    cases: cases::PRIVATE,
};

/// Reports references to private shapes of other namespaces.
fn private(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { id: at, element, .. } in context.with::<Private>() {
        let id = element.id();
        let mut add = |severity, from: Element<'_>, relation: &'static str| {
            if from.id().namespace() != id.namespace() {
                let message = ModelFacts::PrivateTarget { relation, target: id.clone() };
                let finding = Diagnostic::of(severity, "PrivateAccess", message, from.span()).with_shape(from.id());
                found.push(finding.with_label(element.span(), "declared private here"));
            }
        };
        for edge in context.graph.reverse_neighbors(at) {
            add(Severity::Error, context.graph.element(edge.to), label(edge.relation));
        }
        for at in context.graph.with_trait(id.as_str()) {
            add(Severity::Warning, context.graph.element(*at), "trait");
        }
        if let Element::Member(container, member) = element
            && container.has::<Mixin>()
        {
            let message = "The `@private` trait does not prevent a mixin member from being inherited by shapes in other \
                           namespaces, nor does it prevent new traits from being added to the inherited member. Apply \
                           `@private` to the mixin shape or target shape instead if cross-namespace access should be \
                           restricted.";
            let warning = Diagnostic::of(Severity::Warning, "PrivateMixinMember", message, member.span);
            found.push(warning.with_shape(&member.id));
        }
    }
}

pub(super) const BREAKING_CHANGES: Rule = Rule {
    events: &[event!("TraitBreakingChanges")],
    check: breaking_changes,
    #[cfg(test)]
    cases: cases::BREAKING_CHANGES,
};

/// Reports paths in `breakingChanges` that do not exist. Only traits of the model are read: a test checks the others.
fn breaking_changes(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for (_, element, _) in context.with_trait(TraitDefinition::ID) {
        if let Element::Shape(shape) = element
            && !shape.is_builtin()
        {
            missing_paths(context.model, shape, found);
        }
    }
}

fn missing_paths(model: &Model, shape: &Shape, found: &mut Vec<Diagnostic>) {
    let Some(definition) = shape.get::<TraitDefinition>() else { return };
    for (at, rule) in definition.breaking_changes.iter().enumerate() {
        let Some(path) = rule.value.path.as_deref() else { continue };
        let mut current = shape;
        for part in path.split('/').skip(1) {
            let name = part.replace("~1", "/").replace("~0", "~");
            let next = current.members.get(name.as_str()).and_then(|member| model.shape(&member.target));
            if let Some(next) = next {
                current = next;
                continue;
            }
            let message = ModelFacts::ChangePath {
                index: at,
                path: path.to_owned(),
                name,
                shape: current.id.clone(),
                shape_type: current.kind.name(),
            };
            let span = if rule.span.is_some() { rule.span } else { shape.span };
            let error = Diagnostic::of(Severity::Error, "TraitBreakingChanges", message, span).with_shape(&shape.id);
            found.push(error.with_label(current.span, "the path does not exist in this shape"));
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::missing_paths;
    use crate::load::assemble;
    use crate::source::SourceMap;

    #[test]
    fn paths_of_known_traits_exist() {
        let (model, _) = assemble(&SourceMap::default());
        let mut found = Vec::new();
        model.iter().for_each(|shape| missing_paths(&model, shape, &mut found));
        assert_eq!(found, []);
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const TARGETS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@trait(selector: "structure")
string shelf

@shelf("A")
//     ^^^ error: TraitTarget
string Book
"#],
        leaves: &[r#"
@trait(selector: "structure")
string shelf

@shelf("A")
structure Book {}
"#],
    };

    pub(super) const CONFLICTS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@trait(conflicts: [other])
string one

@trait
string other

@one("1")
@other("2")
string Name
//     ^^^^ error: TraitConflict
"#],
        leaves: &[r#"
@trait(conflicts: [other])
string one

@trait
string other

@one("1")
string Name
"#],
    };

    pub(super) const ADVISED_AGAINST: Cases = Cases {
        file: file!(),
        finds: &[r#"
@trait
@deprecated
string old

@trait
@unstable
string draft

@old("1")
//   ^^^ warning: DeprecatedTrait
@draft("2")
//     ^^^ warning: UnstableTrait.example#draft
string Name
"#],
        leaves: &[r#"
@trait
string stable

@stable("1")
string Name
"#],
    };

    pub(super) const EXCLUSIVE: Cases = Cases {
        file: file!(),
        finds: &[r#"
@trait(structurallyExclusive: "member")
string main

structure Book {
//        ^^^^ error: ExclusiveStructureMemberTrait
    @main("1")
    title: String

    @main("2")
    author: String
}
"#],
        leaves: &[r#"
@trait(structurallyExclusive: "member")
string main

structure Book {
    @main("1")
    title: String

    author: String
}
"#],
    };

    pub(super) const PRIVATE: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
structure Shop {
    name: aws.api#CloudFormationName
//  ^^^^ error: PrivateAccess
}
"#,
            r#"
@mixin
structure Base {
    @private
    id: String
//  ^^ warning: PrivateMixinMember
}
"#,
        ],
        leaves: &[r#"
structure Book {
    id: Isbn
}

@private
string Isbn
"#],
    };

    pub(super) const BREAKING_CHANGES: Cases = Cases {
        file: file!(),
        finds: &[r#"
@trait(breakingChanges: [{ path: "/row/number", change: "any" }])
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: TraitBreakingChanges
structure shelf {
    row: Integer
}
"#],
        leaves: &[r#"
@trait(breakingChanges: [{ path: "/row", change: "any" }])
structure shelf {
    row: Integer
}
"#],
    };
}
