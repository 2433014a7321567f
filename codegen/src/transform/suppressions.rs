//! The transform that removes suppressions, of metadata and of `@suppress`.

use std::sync::Arc;

use super::{Arguments, Definition, Original};
use crate::diagnostic::{Diagnostic, Severity};
use crate::hash::HashSet;
use crate::model::{Member, Model, Node, ShapeId, Trait, Traits, Value};
use crate::rule::covers;
use crate::traits::Suppress;

pub(super) const FILTER: Definition = Definition {
    name: "filterSuppressions",
    arguments: &[
        "removeUnused",
        "removeReasons",
        "eventIdAllowList",
        "eventIdDenyList",
        "namespaceAllowList",
        "namespaceDenyList",
    ],
    list: None,
    read: |arguments| {
        arguments.exclude("eventIdAllowList", "eventIdDenyList");
        arguments.exclude("namespaceAllowList", "namespaceDenyList");
        let filter = Filter {
            used_only: arguments.is_set("removeUnused"),
            without_reasons: arguments.is_set("removeReasons"),
            ids: Lists::read(arguments, "eventIdAllowList", "eventIdDenyList"),
            namespaces: Lists::read(arguments, "namespaceAllowList", "namespaceDenyList"),
        };
        Box::new(move |context| {
            let suppressed = filter.used_only.then(|| suppressed(context.original, context.model));
            filter.traits(context.model, suppressed.as_deref());
            filter.metadata(context.model, suppressed.as_deref());
            Ok(())
        })
    },
};

struct Filter {
    used_only: bool,
    without_reasons: bool,
    ids: Lists,
    namespaces: Lists,
}

/// Allowed values, if not empty, and denied ones.
struct Lists {
    allowed: Vec<String>,
    denied: Vec<String>,
}

impl Lists {
    fn read(arguments: &mut Arguments<'_>, allowed: &str, denied: &str) -> Self {
        Self { allowed: arguments.strings(allowed), denied: arguments.strings(denied) }
    }

    fn allow(&self, value: &str) -> bool {
        let is_in = |list: &[String]| list.iter().any(|known| known == value);
        (self.allowed.is_empty() || is_in(&self.allowed)) && !is_in(&self.denied)
    }
}

/// Suppressed findings of the original model, except for those of linters that are gone.
fn suppressed<'f>(original: &Original<'f>, model: &Model) -> Vec<&'f Diagnostic> {
    let now = linters(model);
    let is_gone = |finding: &Diagnostic| original.linters.contains(&finding.id) && !now.contains(&finding.id);
    let findings = original.findings.iter().filter(|finding| finding.severity == Severity::Suppressed);
    findings.filter(|finding| !is_gone(finding)).collect()
}

/// The IDs of the linters in the metadata.
pub(super) fn linters(model: &Model) -> HashSet<String> {
    let entries = model.metadata.get("validators").and_then(Node::as_array).unwrap_or_default();
    let ids = entries.iter().filter_map(|entry| entry.get("id").or_else(|| entry.get("name"))?.as_str());
    ids.map(str::to_owned).collect()
}

impl Filter {
    /// Filters `@suppress`. A trait without IDs is removed.
    fn traits(&self, model: &mut Model, suppressed: Option<&[&Diagnostic]>) {
        let is_kept = |target: &ShapeId, id: &str| {
            let acts = |finding: &&Diagnostic| finding.shape.as_ref() == Some(target) && covers(id, &finding.id);
            self.ids.allow(id) && suppressed.is_none_or(|suppressed| suppressed.iter().any(acts))
        };
        let filter = |target: &ShapeId, traits: &mut Traits| {
            let Some(Value::Array(ids)) = traits.node_mut(Suppress::ID).map(|node| &mut node.value) else { return };
            ids.retain(|id| id.as_str().is_none_or(|id| is_kept(target, id)));
            if ids.is_empty() {
                traits.remove::<Suppress>();
            }
        };
        for shape in model.shapes.values_mut() {
            if shape.has::<Suppress>() || shape.members.values().any(Member::has::<Suppress>) {
                let shape = Arc::make_mut(shape);
                filter(&shape.id, &mut shape.traits);
                for member in shape.members.values_mut() {
                    filter(&member.id, &mut member.traits);
                }
            }
        }
    }

    /// Filters the metadata `suppressions`. Empty metadata is removed.
    fn metadata(&self, model: &mut Model, suppressed: Option<&[&Diagnostic]>) {
        let Some(Value::Array(entries)) = model.metadata.get_mut("suppressions").map(|node| &mut node.value) else {
            return;
        };
        let had_entries = !entries.is_empty();
        entries.retain_mut(|entry| {
            if self.without_reasons
                && let Value::Object(object) = &mut entry.value
            {
                object.remove("reason");
            }
            let text = |key: &str| entry.get(key).and_then(Node::as_str).unwrap_or_default();
            let (id, namespace) = (text("id"), text("namespace"));
            let acts = |finding: &&Diagnostic| {
                let of_shape = finding.shape.as_ref().map(ShapeId::namespace);
                covers(id, &finding.id) && (namespace == "*" || of_shape == Some(namespace))
            };
            self.ids.allow(id)
                && self.namespaces.allow(namespace)
                && suppressed.is_none_or(|suppressed| suppressed.iter().any(acts))
        });
        if had_entries && entries.is_empty() {
            model.metadata.shift_remove("suppressions");
        }
    }
}
