//! Bindings without effect.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, HttpFacts, Inheritance, Severity, Use, Uses};
use crate::model::graph::{Element, ElementId, Relation};
use crate::model::{Trait, prelude};
use crate::rule::event;
use crate::traits::{
    HttpHeader, HttpLabel, HttpPayload, HttpPrefixHeaders, HttpQuery, HttpQueryParams, HttpResponseCode,
    IdempotencyToken, Mixin,
};
use crate::validate::Rule;
use crate::validate::context::{Applied, Context, listed, place};
use crate::validate::targets::label;

const IN_INPUT: [&str; 3] = [HttpLabel::ID, HttpQueryParams::ID, HttpQuery::ID];
const IN_OUTPUT: [&str; 1] = [HttpResponseCode::ID];
const TOP_LEVEL: [&str; 3] = [HttpHeader::ID, HttpPayload::ID, HttpPrefixHeaders::ID];

/// The uses of a structure by kind.
type ByRelation<'m> = BTreeMap<(usize, &'static str), BTreeSet<&'m str>>;

pub(crate) const IGNORED: Rule = Rule {
    events: &[event!("HttpBindingTraitIgnored", Parts, &["Input", "Output", "TopLevel"])],
    check: ignored,
    #[cfg(test)]
    cases: cases::IGNORED,
};

/// Bindings with an effect on inputs, outputs or top-level structures only.
fn ignored(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let groups: [(&str, &[&str], &[Relation]); 3] = [
        ("Input", &IN_INPUT, &[Relation::Input]),
        ("Output", &IN_OUTPUT, &[Relation::Output]),
        ("TopLevel", &TOP_LEVEL, &[Relation::Input, Relation::Output, Relation::Error]),
    ];
    for (part, ids, heeded) in groups {
        for id in ids {
            for (at, element, node) in context.with_trait(id) {
                let Element::Member(_, member) = element else { continue };
                let others = container_uses(context, at, heeded);
                let Some((uses, count)) = others.filter(|(uses, _)| !uses.is_empty()) else { continue };
                // A member with several of these traits is reported by another rule; here the first one is used.
                let first = groups.iter().flat_map(|(_, ids, _)| *ids).find(|id| member.has_trait(id));
                if first != Some(id) {
                    continue;
                }
                let inheritance = if member.mixins.is_empty() { Inheritance::Own } else { Inheritance::MixedIn };
                let name = prelude::short(id).to_owned();
                let message = if count == uses.len() {
                    HttpFacts::IgnoredEverywhere { name, inheritance }
                } else {
                    HttpFacts::Ignored { name, inheritance, contexts: shown(&uses) }
                };
                let event = format!("HttpBindingTraitIgnored.{part}");
                let warning = Diagnostic::of(Severity::Warning, event, message, place(node, element));
                found.push(warning.with_shape(&member.id));
            }
        }
    }
}

pub(crate) const IGNORED_TOKENS: Rule = Rule {
    events: &[event!("IdempotencyTokenIgnored")],
    check: ignored_tokens,
    #[cfg(test)]
    cases: cases::IGNORED_TOKENS,
};

/// Reports idempotency tokens that are not top-level members of an input.
fn ignored_tokens(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    for Applied { id: at, element, span, .. } in context.with::<IdempotencyToken>() {
        let Some((uses, _)) = container_uses(context, at, &[Relation::Input]) else { continue };
        if !uses.is_empty() {
            let message = HttpFacts::IgnoredToken { contexts: shown(&uses) };
            let warning = Diagnostic::of(Severity::Warning, "IdempotencyTokenIgnored", message, span);
            found.push(warning.with_shape(element.id()));
        }
    }
}

/// The uses of a structure for which a binding has no effect, and the number of all uses. `None` for mixins, whose
/// members are checked in the shapes that use them.
fn container_uses<'m>(
    context: &Context<'m>,
    member: ElementId,
    heeded: &[Relation],
) -> Option<(ByRelation<'m>, usize)> {
    let container = context.graph.container(member);
    let shape = context.graph.element(container).as_shape()?;
    if shape.kind != crate::model::ShapeType::Structure || shape.has::<Mixin>() {
        return None;
    }
    let mut uses = ByRelation::new();
    let mut count = 0;
    for edge in context.graph.reverse_neighbors(container) {
        count += 1;
        if !heeded.contains(&edge.relation) {
            let from = context.graph.element(edge.to).id().as_str();
            uses.entry((order(edge.relation), label(edge.relation))).or_default().insert(from);
        }
    }
    Some((uses, count))
}

/// The order of relationships in messages.
fn order(relation: Relation) -> usize {
    let all = [Relation::Target, Relation::Input, Relation::Output, Relation::Error];
    all.iter().position(|known| *known == relation).unwrap_or(all.len())
}

fn shown(uses: &ByRelation<'_>) -> Uses {
    let uses = uses.iter().map(|((_, label), ids)| Use { relation: label.replace('_', " "), shapes: listed(ids) });
    Uses(uses.collect())
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const IGNORED: Cases = Cases {
        file: file!(),
        finds: &[r#"
operation Op {
    input := {
        inner: Inner
    }
}
structure Inner {
    @httpQuery("q")
//             ^^^ warning: HttpBindingTraitIgnored.Input
    q: String
}
"#],
        leaves: &[r#"
operation Op {
    input := {
        @httpQuery("q")
        q: String
    }
}
"#],
    };

    pub(super) const IGNORED_TOKENS: Cases = Cases {
        file: file!(),
        finds: &[r#"
operation Op {
    input := {
        inner: Inner
    }
}
structure Inner {
    @idempotencyToken
//   ^^^^^^^^^^^^^^^^ warning: IdempotencyTokenIgnored
    token: String
}
"#],
        leaves: &[r#"
operation Op {
    input := {
        @idempotencyToken
        token: String
    }
}
"#],
    };
}
