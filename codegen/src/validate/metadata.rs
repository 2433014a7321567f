//! Metadata with a schema (spec: "Metadata"), including shape closures.

use std::collections::{BTreeMap, BTreeSet};

use super::context::{Applied, Context, joined};
use super::node::{Blobs, NodeChecker, Options, Subject};
use crate::diagnostic::{Diagnostic, List, ModelFacts, Severity};
use crate::hash::HashMap;
use crate::model::{Node, Shape, ShapeId, shape_closure};
use crate::rule::event;
use crate::selector::{Budget, Exhausted, Selector};
use crate::source::Span;
use crate::traits::Metadata;
use crate::validate::Rule;

pub(super) const TYPES: Rule = Rule {
    events: &[event!("MetadataTrait"), event!("TypedMetadata", Prefix)],
    check: types,
    #[cfg(test)]
    cases: cases::TYPES,
};

/// Keys whose schemas Smithy defines outside models.
const RESERVED: [&str; 3] = ["severityOverrides", "suppressions", "validators"];

/// Checks that each key has one schema, and a value that matches it.
fn types(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let mut types: BTreeMap<&str, Vec<&Shape>> = BTreeMap::new();
    for Applied { element, value, .. } in context.with::<Metadata>() {
        if let Some(shape) = element.as_shape() {
            types.entry(&value.key).or_default().push(shape);
        }
    }
    let checker = NodeChecker::new(&context.graph);
    let options = Options { blobs: Blobs::Base64, zero_out_of_range: Severity::Warning, ..Options::default() };
    for (key, shapes) in &types {
        if RESERVED.contains(key) {
            for shape in shapes {
                let message = ModelFacts::ReservedKey { key: (*key).to_owned() };
                found.push(Diagnostic::of(Severity::Error, "MetadataTrait", message, shape.span).with_shape(&shape.id));
            }
            continue;
        }
        for shape in shapes.iter().filter(|_| shapes.len() > 1) {
            let others: Vec<&&Shape> = shapes.iter().filter(|other| other.id != shape.id).collect();
            let ids = others.iter().map(|other| other.id.to_string()).collect();
            let message = ModelFacts::SharedKey { key: (*key).to_owned(), others: List(ids) };
            let mut error = Diagnostic::of(Severity::Error, "MetadataTrait", message, shape.span).with_shape(&shape.id);
            for other in others {
                error = error.with_label(other.span, "the key also has this type");
            }
            found.push(error);
        }
        let Some(value) = context.model.metadata.get(*key) else { continue };
        if let [shape] = shapes[..] {
            let (event, start) = (format!("TypedMetadata.{key}"), format!("metadata.{key}"));
            let subject = Subject { event: &event, shape: &shape.id, context: &start, span: value.span };
            let mut wrong = Vec::new();
            checker.shape(shape, value, subject, options, &mut wrong);
            // The finding is about metadata, not about a shape.
            found.extend(wrong.into_iter().map(|error| Diagnostic { shape: None, ..error }));
        }
    }
}

const ID: &str = "ShapeClosure";

pub(super) const CLOSURES: Rule = Rule {
    events: &[event!("ShapeClosure", Prefix)],
    check: closures,
    #[cfg(test)]
    cases: cases::CLOSURES,
};

/// Checks shape closures: unique IDs, contents, and renames.
fn closures(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let Some(metadata) = context.model.metadata.get("shapeClosures").and_then(Node::as_array) else { return };
    let namespaces: BTreeSet<&str> = context.model.iter().map(|shape| shape.id.namespace()).collect();
    let mut seen: HashMap<&str, Span> = HashMap::default();
    let budget = Budget::new(&context.graph);
    for node in metadata {
        let Some(id) = node.get("id").and_then(Node::as_str) else { continue };
        let mut closure = Closure { context, node, id, budget: &budget, found };
        if let Some(first) = seen.insert(id, node.span) {
            let message = ModelFacts::DuplicateClosure { id: id.to_owned() };
            let error =
                Diagnostic::of(Severity::Error, ID, message, node.span).with_label(first, "it is also declared here");
            closure.found.push(error);
            continue;
        }
        if context.model.shape_named(id).is_some() {
            closure.add(Severity::Error, "", ModelFacts::ClosureIsShape { id: id.to_owned() });
        }
        closure.contents(&namespaces);
        if budget.is_exhausted() {
            return;
        }
    }
}

struct Closure<'c, 'm> {
    context: &'c Context<'m>,
    node: &'c Node,
    id: &'c str,
    /// That of all closures.
    budget: &'c Budget,
    found: &'c mut Vec<Diagnostic>,
}

impl Closure<'_, '_> {
    fn add(&mut self, severity: Severity, part: &str, message: ModelFacts) {
        let event = if part.is_empty() { ID.to_owned() } else { format!("{ID}.{part}.{}", self.id) };
        self.found.push(Diagnostic::of(severity, event, message, self.node.span));
    }

    fn contents(&mut self, namespaces: &BTreeSet<&str>) {
        let id = self.id;
        let included = self.node.get("includeNamespaces").and_then(Node::as_array).unwrap_or_default();
        let included: Vec<&str> = included.iter().filter_map(Node::as_str).collect();
        let selector = self.node.get("includeBySelector").and_then(Node::as_str);
        if included.is_empty() && selector.is_none() {
            let message = ModelFacts::EmptyClosure { id: id.to_owned() };
            self.add(Severity::Error, "", message);
        }
        for namespace in included.iter().filter(|namespace| !namespaces.contains(**namespace)) {
            let message = ModelFacts::ClosureNamespace { id: id.to_owned(), namespace: (*namespace).to_owned() };
            self.add(Severity::Danger, "EmptyNamespace", message);
        }
        let mut picked = Vec::new();
        if let Some(text) = selector.filter(|text| !text.is_empty()) {
            match Selector::parse(text) {
                Err(error) => {
                    let message = ModelFacts::ClosureSelector { id: id.to_owned(), error: error.to_string() };
                    self.add(Severity::Error, "", message);
                    return;
                }
                Ok(selector) => match selector.select(&self.context.graph, self.budget) {
                    Ok(selection) => picked = selection.elements,
                    Err(Exhausted) => {
                        self.add(Severity::Error, "", ModelFacts::ExpensiveSelector { selector: selector.to_string() });
                        return;
                    }
                },
            }
            if picked.is_empty() {
                let message = ModelFacts::ClosureSelectsNothing { id: id.to_owned() };
                self.add(Severity::Danger, "EmptySelector", message);
            }
        }
        picked.retain(|id| shape_closure::is_selectable(self.context.graph.element(*id)));
        self.names(&shape_closure::shapes(&self.context.graph, &included, picked));
    }

    /// Checks renames, and the resulting names.
    fn names(&mut self, shapes: &BTreeSet<&ShapeId>) {
        let id = self.id;
        let renames = self.node.get("rename").and_then(Node::as_object);
        let renames: BTreeMap<&str, &str> = renames
            .into_iter()
            .flat_map(|renames| renames.iter())
            .filter_map(|(from, (_, to))| Some((&**from, to.as_str()?)))
            .collect();
        let mut names: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for shape in shapes.iter().filter(|shape| !renames.contains_key(shape.as_str())) {
            names.entry(shape.name().to_ascii_lowercase()).or_default().push(shape.as_str());
        }
        let mut taken: BTreeMap<String, &str> = BTreeMap::new();
        for (&from, &to) in &renames {
            let name = from.split_once('#').map_or(from, |(_, name)| name);
            if name == to {
                let message =
                    ModelFacts::ClosureSameRename { id: id.to_owned(), shape: from.to_owned(), name: to.to_owned() };
                self.add(Severity::Error, "", message);
            }
            if !shapes.iter().any(|shape| shape.as_str() == from) {
                let message = ModelFacts::ClosureRenameOutside { id: id.to_owned(), shape: from.to_owned() };
                self.add(Severity::Error, "", message);
                continue;
            }
            let lower = to.to_ascii_lowercase();
            if let Some(other) = names.get(&lower).and_then(|ids| ids.first().copied()) {
                self.add(
                    Severity::Error,
                    "",
                    ModelFacts::ClosureRenameShape {
                        id: id.to_owned(),
                        shape: from.to_owned(),
                        name: to.to_owned(),
                        other: other.to_owned(),
                    },
                );
            }
            if let Some(other) = taken.insert(lower, from) {
                self.add(
                    Severity::Error,
                    "",
                    ModelFacts::ClosureRenameTwice {
                        id: id.to_owned(),
                        shape: from.to_owned(),
                        name: to.to_owned(),
                        other: other.to_owned(),
                    },
                );
            }
        }
        for ids in names.values().filter(|ids| ids.len() > 1) {
            let message = ModelFacts::ClosureNames { id: id.to_owned(), shapes: joined(ids) };
            self.add(Severity::Warning, "NameConflicts", message);
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const TYPES: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
metadata level = "high"
//               ^^^^^^ error: TypedMetadata.level
namespace example
@metadata(key: "level")
integer Level
"#,
            r#"
@metadata(key: "level")
integer Level
//      ^^^^^ error: MetadataTrait
@metadata(key: "level")
integer Other
//      ^^^^^ error: MetadataTrait
"#,
        ],
        leaves: &[r#"
metadata level = 1
namespace example
@metadata(key: "level")
integer Level
"#],
    };

    pub(super) const CLOSURES: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata shapeClosures = [{ id: "example#All", includeNamespaces: ["other"] }]
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ danger: ShapeClosure.EmptyNamespace.example#All
namespace example
string Name
"#],
        leaves: &[
            r#"
metadata shapeClosures = [{ id: "example#All", includeNamespaces: ["example"] }]
namespace example
string Name
"#,
            r#"
metadata shapeClosures = [{ id: "example#All", includeBySelector: "structure" }]
namespace example
structure Book {}
"#,
        ],
    };
}
