//! Suppressions and severity overrides (spec: "Model validation"), in metadata and in `@suppress`. They do not apply to
//! errors.

use crate::diagnostic::{Diagnostic, HelpFacts, LoadFacts, Message, ModelFacts, Severity};
use crate::hash::HashMap;
use crate::model::{Model, Node, ShapeId, Trait};
use crate::rule::covers;
use crate::source::Span;
use crate::traits;

/// An entry of `suppressions` or `severityOverrides`.
struct Entry<'m> {
    id: &'m str,
    namespace: &'m str,
    effect: Effect<'m>,
}

enum Effect<'m> {
    Suppress(Option<&'m str>),
    Raise(Severity),
}

/// The suppressions and overrides of a model.
pub(crate) struct Decisions<'m> {
    model: &'m Model,
    /// By namespace and event ID, each with its position among all.
    effects: HashMap<(&'m str, &'m str), Vec<(usize, Effect<'m>)>>,
}

impl<'m> Decisions<'m> {
    /// Reads the entries of the metadata, and reports malformed ones.
    pub(crate) fn read(model: &'m Model) -> (Self, Vec<Diagnostic>) {
        let (all, wrong) = entries(model);
        let mut effects: HashMap<_, Vec<_>> = HashMap::default();
        for (at, entry) in all.into_iter().enumerate() {
            effects.entry((entry.namespace, entry.id)).or_default().push((at, entry.effect));
        }
        (Self { model, effects }, wrong)
    }

    /// Suppresses findings, and raises severities.
    pub(crate) fn apply<'d>(&self, diagnostics: impl IntoIterator<Item = &'d mut Diagnostic>) {
        for diagnostic in diagnostics.into_iter().filter(|diagnostic| !FIXED.contains(&diagnostic.severity)) {
            self.decide(diagnostic);
        }
    }

    fn decide(&self, diagnostic: &mut Diagnostic) {
        if let Some(reason) = by_trait(self.model, diagnostic) {
            diagnostic.severity = Severity::Suppressed;
            diagnostic.suppression_reason = Some(reason);
            return;
        }
        let namespace = diagnostic.shape.as_ref().map(ShapeId::namespace);
        let keys = [Some("*"), namespace].into_iter().flatten();
        let keys = keys.flat_map(|namespace| covering(&diagnostic.id).map(move |id| (namespace, id)));
        let (mut suppressed, mut severity) = (None, diagnostic.severity);
        for (at, effect) in keys.filter_map(|key| self.effects.get(&key)).flatten() {
            match *effect {
                // The reason is that of the first.
                Effect::Suppress(_) if suppressed.is_some_and(|(first, _)| first < *at) => {}
                Effect::Suppress(reason) => suppressed = Some((*at, reason)),
                Effect::Raise(raised) => severity = severity.max(raised),
            }
        }
        if let Some((_, reason)) = suppressed {
            diagnostic.severity = Severity::Suppressed;
            diagnostic.suppression_reason = reason.map(str::to_owned);
        } else {
            diagnostic.severity = severity;
        }
    }
}

/// The IDs that cover an event: its own, and those before each of its dots.
fn covering(event: &str) -> impl Iterator<Item = &str> {
    let ends = event.match_indices('.').map(|(at, _)| at).chain([event.len()]);
    ends.filter_map(|end| event.get(..end))
}

fn entries(model: &Model) -> (Vec<Entry<'_>>, Vec<Diagnostic>) {
    let mut wrong = Vec::new();
    let mut entries = Vec::new();
    for (key, read) in [
        ("suppressions", suppression as fn(&Node) -> Result<Entry<'_>, Diagnostic>),
        ("severityOverrides", severity_override),
    ] {
        let Some(metadata) = model.metadata.get(key) else { continue };
        let Some(nodes) = metadata.as_array() else {
            let message = LoadFacts::UnexpectedNode { expected: "array", found: metadata.kind() };
            wrong.push(error(message, metadata.span).with_help(HelpFacts::ListOfObjects { key }));
            continue;
        };
        for (at, node) in nodes.iter().enumerate() {
            if node.as_object().is_none() {
                let message = ModelFacts::NotAnObject { index: at, found: node.kind() };
                wrong.push(error(message, node.span));
                continue;
            }
            match read(node) {
                Ok(entry) => entries.push(entry),
                Err(error) => wrong.push(error),
            }
        }
    }
    (entries, wrong)
}

/// Severities that a model cannot change.
const FIXED: [Severity; 2] = [Severity::Error, Severity::Suppressed];

/// The reason of the `@suppress` on the shape that applies to a finding, if there is one.
fn by_trait(model: &Model, diagnostic: &Diagnostic) -> Option<String> {
    let id = diagnostic.shape.as_ref()?;
    let name = traits::Suppress::ID;
    let node = match id.member() {
        Some(_) => model.member(id)?.trait_value(name),
        None => model.shape(id)?.trait_value(name),
    };
    let mut ids = node?.as_array()?.iter().filter_map(Node::as_str);
    ids.any(|id| covers(id, &diagnostic.id)).then(|| format!("`@suppress` on `{id}`"))
}

fn suppression(node: &Node) -> Result<Entry<'_>, Diagnostic> {
    let reason = node.get("reason").map(|_| text(node, "reason")).transpose()?;
    Ok(Entry { id: text(node, "id")?, namespace: text(node, "namespace")?, effect: Effect::Suppress(reason) })
}

fn severity_override(node: &Node) -> Result<Entry<'_>, Diagnostic> {
    let name = text(node, "severity")?;
    let severity = match name {
        "DANGER" => Severity::Danger,
        "WARNING" => Severity::Warning,
        _ => {
            let span = node.get("severity").map_or(node.span, |node| node.span);
            let error = error(ModelFacts::OverrideSeverity { found: name.to_owned() }, span);
            return Err(error.with_help("an override can only raise a severity to `WARNING` or `DANGER`"));
        }
    };
    Ok(Entry { id: text(node, "id")?, namespace: text(node, "namespace")?, effect: Effect::Raise(severity) })
}

fn text<'n>(node: &'n Node, key: &'static str) -> Result<&'n str, Diagnostic> {
    let Some(value) = node.get(key) else {
        return Err(error(ModelFacts::MissingKey { key }, node.span));
    };
    let facts =
        || LoadFacts::UnexpectedProperty { property: key.to_owned(), expected: "a string", found: value.kind() };
    let wrong = || error(facts(), value.span);
    value.as_str().ok_or_else(wrong)
}

fn error(message: impl Into<Message>, span: Span) -> Diagnostic {
    Diagnostic::of(Severity::Error, "Model", message, span)
}
