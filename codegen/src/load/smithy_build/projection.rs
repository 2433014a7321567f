//! Projections of `smithy-build.json`: which models and transforms they name. Does not access files.

use super::config::{Placed, Reader, wrong};
use super::fault;
use crate::diagnostic::{Diagnostic, ProjectFacts};
use crate::hash::HashSet;
use crate::model::{Node, OrderedMap};
use crate::nearest::nearest;
use crate::source::Span;
use crate::transform::{Step, Transform};

/// The projection with all models, without transforms.
pub(super) const SOURCE: &str = "source";

/// The properties of a projection.
const KNOWN: &[&str] = &["abstract", "imports", "transforms", "plugins"];

/// All projections of a file.
pub(super) struct Projections<'n>(Vec<(&'n str, Span, &'n Node)>);

/// The contents of one projection.
#[derive(Debug, Default)]
pub(super) struct Projection {
    pub(super) imports: Vec<Placed>,
    /// Those of applied projections are included.
    pub(super) transforms: Vec<Transform>,
}

impl<'n> Projections<'n> {
    pub(super) fn read(node: &'n Node, reader: &mut Reader<'_>) -> Self {
        if node.as_object().is_none() {
            reader.errors.push(wrong(node, "an object"));
        }
        let entries = node.as_object().into_iter().flat_map(|object| object.iter());
        let entries: Vec<_> = entries.map(|(key, (span, node))| (&**key, *span, node)).collect();
        for (name, span, node) in &entries {
            if !is_name(name) {
                let error = fault(ProjectFacts::ProjectionName { name: (*name).to_owned() }, *span);
                reader.errors.push(
                    error.with_help("names begin with a letter or a digit, and have only these, `-`, `_` and `.`"),
                );
            }
            reader.known(node, KNOWN);
            if is_abstract(node, reader) {
                let is_set = |key: &&str| node.get(key).is_some_and(|node| !is_empty(node));
                for key in ["imports", "plugins"].into_iter().filter(is_set) {
                    let error = fault(ProjectFacts::AbstractProjectionKey { name: (*name).to_owned(), key }, *span);
                    reader.errors.push(error.with_help("abstract projections have transforms only"));
                }
            }
        }
        Self(entries)
    }

    pub(super) fn names(&self) -> Vec<String> {
        self.0.iter().map(|(name, ..)| (*name).to_owned()).collect()
    }

    fn find(&self, name: &str) -> Option<(Span, &'n Node)> {
        self.0.iter().find(|(known, ..)| *known == name).map(|(_, span, node)| (*span, *node))
    }

    /// Reads one projection. It is empty if the file does not have it.
    pub(super) fn choose(&self, name: &str, reader: &mut Reader<'_>) -> Projection {
        let Some((span, node)) = self.find(name) else { return Projection::default() };
        if node.get("abstract").and_then(Node::as_bool) == Some(true) {
            let error = fault(ProjectFacts::AbstractProjection { name: name.to_owned() }, span);
            reader.errors.push(error.with_help("use a projection that applies it"));
            return Projection::default();
        }
        if name == SOURCE
            && let Some(transforms) = node.get("transforms")
            && transforms.as_array().is_none_or(|transforms| !transforms.is_empty())
        {
            let error = fault(ProjectFacts::SourceTransforms { name: SOURCE }, transforms.span);
            reader.errors.push(error.with_help("use a projection with another name"));
            return Projection::default();
        }
        let imports = reader.texts(node.get("imports"));
        let path = vec![name.to_owned()];
        let (found, checked, broken) = (Vec::new(), HashSet::default(), HashSet::default());
        let mut walk = Walk { projections: self, reader, path, found, applied: 0, checked, broken };
        walk.transforms(node);
        Projection { imports, transforms: walk.found }
    }
}

/// Maximum number of projections that one applies, directly and indirectly. Each counts as often as it is applied.
const MAX_APPLIED: usize = 10_000;

/// Maximum length of a chain of projections that apply each other.
const MAX_DEPTH: usize = 100;

/// Collects the transforms of a projection and of those that it applies.
struct Walk<'p, 'n, 'r, 'v> {
    projections: &'p Projections<'n>,
    reader: &'r mut Reader<'v>,
    /// The projection, and those that apply it.
    path: Vec<String>,
    found: Vec<Transform>,
    /// Number of projections that were applied.
    applied: usize,
    /// Projections whose transforms were checked for unknown properties.
    checked: HashSet<String>,
    /// Projections with errors, which are reported once.
    broken: HashSet<String>,
}

impl Walk<'_, '_, '_, '_> {
    /// Adds the transforms of the last projection of the path.
    fn transforms(&mut self, node: &Node) {
        let is_first = self.path.last().is_some_and(|name| self.checked.insert(name.clone()));
        let Some(transforms) = node.get("transforms") else { return };
        let Some(transforms) = transforms.as_array() else {
            return self.reader.errors.push(wrong(transforms, "an array of transforms"));
        };
        for transform in transforms {
            if is_first {
                self.reader.known(transform, &["name", "args"]);
            }
            let Some(name) = transform.get("name") else {
                self.reader.errors.push(fault(ProjectFacts::NamelessTransform {}, transform.span));
                continue;
            };
            let Some((name, span)) = self.reader.text(name) else { continue };
            let arguments = transform.get("args").map(|arguments| self.reader.expanded(arguments));
            match Step::read(&name, span, arguments.as_ref()) {
                Ok(Step::Change(transform)) => self.found.push(transform),
                Ok(Step::Apply(names)) => names.into_iter().for_each(|(name, span)| self.apply(name, span)),
                Err(errors) => self.reader.errors.extend(errors),
            }
        }
    }

    /// Adds the transforms of another projection.
    fn apply(&mut self, name: String, span: Span) {
        if self.applied > MAX_APPLIED || self.broken.contains(&name) {
            return;
        }
        let before = self.reader.errors.len();
        match self.projections.find(&name) {
            Some((_, node)) => self.enter(name.clone(), span, node),
            None => {
                let error = fault(ProjectFacts::UnknownProjection { name: name.clone() }, span);
                let known = self.projections.0.iter().map(|(name, ..)| *name);
                self.reader.errors.push(error.with_nearest(nearest(&name, known)));
            }
        }
        if self.reader.errors.len() > before {
            self.broken.insert(name);
        }
    }

    fn enter(&mut self, name: String, span: Span, node: &Node) {
        if let Some(error) = self.cycle(&name, span).or_else(|| self.limit(&name, span)) {
            return self.reader.errors.push(error);
        }
        self.path.push(name);
        self.transforms(node);
        self.path.pop();
    }

    /// The error of a projection that is applied while it is being read.
    fn cycle(&self, name: &str, span: Span) -> Option<Diagnostic> {
        let at = self.path.iter().position(|known| known == name)?;
        let cycle: Vec<&str> = self.path.iter().skip(at).map(String::as_str).chain([name]).collect();
        let facts = ProjectFacts::ProjectionCycle { name: name.to_owned(), cycle: cycle.join(" -> ") };
        Some(fault(facts, span).with_help("remove one of these transforms"))
    }

    /// Counts a projection. Returns the error if there are too many.
    fn limit(&mut self, name: &str, span: Span) -> Option<Diagnostic> {
        self.applied += 1;
        let facts = if self.path.len() >= MAX_DEPTH {
            ProjectFacts::ProjectionDepth { name: name.to_owned(), limit: MAX_DEPTH }
        } else if self.applied > MAX_APPLIED {
            let first = self.path.first().map_or(name, String::as_str);
            ProjectFacts::ProjectionCount { name: first.to_owned(), limit: MAX_APPLIED }
        } else {
            return None;
        };
        Some(fault(facts, span).with_help("apply fewer projections"))
    }
}

/// Whether a projection can have the name.
fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphanumeric())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
}

/// Whether an array or object has no entries, which is as if it were not there.
fn is_empty(node: &Node) -> bool {
    node.as_array().is_some_and(<[Node]>::is_empty) || node.as_object().is_some_and(OrderedMap::is_empty)
}

fn is_abstract(node: &Node, reader: &mut Reader<'_>) -> bool {
    let Some(node) = node.get("abstract") else { return false };
    node.as_bool().unwrap_or_else(|| {
        reader.errors.push(wrong(node, "a boolean"));
        false
    })
}
