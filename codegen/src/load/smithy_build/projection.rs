//! Projections of `smithy-build.json`: which models and transforms they name. Does not access files.

use super::ID;
use super::config::{Placed, Reader, wrong};
use crate::diagnostic::Diagnostic;
use crate::model::Node;
use crate::nearest::nearest;
use crate::source::Span;
use crate::transform::{APPLY, Transform};

/// The projection with all models, without transforms.
pub(super) const SOURCE: &str = "source";

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
        Self(entries.map(|(key, (span, node))| (&**key, *span, node)).collect())
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
        if is_abstract(node, reader) {
            let error = Diagnostic::error(ID, format!("projection `{name}` is abstract"), span);
            reader.errors.push(error.with_help("use a projection that applies it"));
            return Projection::default();
        }
        if name == SOURCE
            && let Some(transforms) = node.get("transforms")
            && transforms.as_array().is_none_or(|transforms| !transforms.is_empty())
        {
            let message = "the projection `source` cannot have transforms";
            let help = "use a projection with another name";
            reader.errors.push(Diagnostic::error(ID, message, transforms.span).with_help(help));
            return Projection::default();
        }
        let imports = reader.texts(node.get("imports"));
        let mut transforms = Vec::new();
        self.transforms(node, &mut vec![name.to_owned()], &mut transforms, reader);
        Projection { imports, transforms }
    }

    /// Adds the transforms of a projection. `path` has it and those that apply it.
    fn transforms(&self, node: &Node, path: &mut Vec<String>, found: &mut Vec<Transform>, reader: &mut Reader<'_>) {
        reader.known(node, &["abstract", "imports", "transforms", "plugins"]);
        let Some(transforms) = node.get("transforms") else { return };
        let Some(transforms) = transforms.as_array() else {
            return reader.errors.push(wrong(transforms, "an array of transforms"));
        };
        for transform in transforms {
            reader.known(transform, &["name", "args"]);
            let Some(name) = transform.get("name") else {
                reader.errors.push(Diagnostic::error(ID, "a transform has no `name`", transform.span));
                continue;
            };
            let Some((name, span)) = reader.text(name) else { continue };
            let arguments = transform.get("args").map(|arguments| reader.expanded(arguments));
            if name == APPLY {
                self.apply(arguments.as_ref(), span, path, found, reader);
                continue;
            }
            match Transform::read(&name, span, arguments.as_ref()) {
                Ok(transform) => found.push(transform),
                Err(errors) => reader.errors.extend(errors),
            }
        }
    }

    /// Adds the transforms of the projections that the arguments of `apply` name.
    fn apply(
        &self,
        arguments: Option<&Node>,
        span: Span,
        path: &mut Vec<String>,
        found: &mut Vec<Transform>,
        reader: &mut Reader<'_>,
    ) {
        let list = arguments.filter(|arguments| arguments.as_array().is_some());
        if let Some(arguments) = arguments.filter(|_| list.is_none()) {
            reader.known(arguments, &["projections"]);
        }
        let Some(names) = list.or_else(|| arguments?.get("projections")) else {
            let message = "transform `apply` requires the argument `projections`";
            return reader.errors.push(Diagnostic::error(ID, message, span));
        };
        for (name, span) in reader.texts(Some(names)) {
            let Some((own, node)) = self.find(&name) else {
                let error = Diagnostic::error(ID, format!("unknown projection `{name}`"), span);
                reader.errors.push(error.with_nearest(nearest(&name, self.0.iter().map(|(name, ..)| *name))));
                continue;
            };
            if let Some(at) = path.iter().position(|known| *known == name) {
                let cycle: Vec<&str> = path.iter().skip(at).map(String::as_str).chain([&*name]).collect();
                let message = format!("projection `{name}` applies itself: {}", cycle.join(" -> "));
                reader.errors.push(Diagnostic::error(ID, message, span).with_help("remove one of these transforms"));
                continue;
            }
            if is_abstract(node, reader) {
                for key in ["imports", "plugins"].into_iter().filter(|key| node.get(key).is_some()) {
                    let error = Diagnostic::error(ID, format!("abstract projection `{name}` has `{key}`"), own);
                    reader.errors.push(error.with_help("abstract projections have transforms only"));
                }
            }
            path.push(name);
            self.transforms(node, path, found, reader);
            path.pop();
        }
    }
}

fn is_abstract(node: &Node, reader: &mut Reader<'_>) -> bool {
    let Some(node) = node.get("abstract") else { return false };
    node.as_bool().unwrap_or_else(|| {
        reader.errors.push(wrong(node, "a boolean"));
        false
    })
}
