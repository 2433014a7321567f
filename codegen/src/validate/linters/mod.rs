//! Linters (spec: "Model linters", "Validators"): rules that a model enables and configures in its `validators`
//! metadata.
//!
//! To add one, add a function to the file of its family, and a row to `LINTERS`.

mod names;
mod selectors;
mod settings;
mod shapes;
mod terms;
mod words;

use settings::{Settings, SettingsError};

use crate::diagnostic::{Details, Diagnostic, LinterFacts, Message, Severity, Unknown};
use crate::load;
use crate::model::Node;
use crate::model::graph::{Element, Graph};
use crate::nearest::nearest;
use crate::rule::{Event, Rule, assert_owned, event};
use crate::selector::{Budget, Selector};
use crate::validate::context::Context;

/// Linters read their settings and the model, and append findings under their name, which is the ID of their first
/// event. Invalid settings are errors.
type Linter = Rule<fn(&Graph<'_>, &Settings<'_>, &mut Vec<Diagnostic>) -> Result<(), SettingsError>>;

/// All linters.
const LINTERS: &[&Linter] = &[
    &names::ABBREVIATIONS,
    &names::CAMEL_CASE,
    &selectors::EMIT_EACH,
    &selectors::EMIT_NONE,
    &shapes::REUSE,
    &shapes::CLIENT_OPTIONAL,
    &shapes::PAGINATED,
    &terms::SENSITIVE_LINTER,
    &terms::NONINCLUSIVE_LINTER,
    &names::REPEATED,
    &terms::RESERVED,
    &shapes::TIMESTAMPS,
    &names::VERBS,
    &names::STUTTERED,
    &selectors::UNREFERENCED,
];

impl Linter {
    /// Name in the `validators` metadata.
    fn name(&self) -> &'static str {
        self.events.first().map_or("", |event| event.ids.name())
    }
}

/// Events of all linters.
pub(crate) fn events() -> impl Iterator<Item = &'static Event> {
    LINTERS.iter().flat_map(|linter| linter.events)
}

/// Reports validator IDs of the model that are in conflict with these.
pub(super) const CONFIGURED: super::Rule = super::Rule {
    events: &[load::MODEL, event!("UnknownValidator", Suffixed)],
    check: configured,
    #[cfg(test)]
    cases: cases::CONFIGURED,
};

/// Runs the linters in the `validators` metadata.
fn configured(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    let Some(definitions) = model.metadata.get("validators") else { return };
    let Some(definitions) = definitions.as_array() else {
        let message = LinterFacts::ValidatorsType { found: definitions.kind() };
        found.push(Diagnostic::of(Severity::Error, "Model", message, definitions.span));
        return;
    };
    if definitions.is_empty() {
        return;
    }
    let budget = Budget::new(&context.graph);
    for node in definitions {
        match Definition::read(node) {
            // The selectors of the others would be reported although another one took the steps.
            Ok(_) if budget.is_exhausted() => {}
            Ok(definition) => definition.run(&context.graph, &budget, found),
            Err(error) => found.push(error),
        }
    }
}

/// Separates errors of the metadata, and names of unknown linters, from the findings of linters.
pub(super) fn split(found: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    found.into_iter().partition(|finding| CONFIGURED.events.iter().any(|event| event.ids.contain(&finding.id)))
}

/// An entry of the metadata.
struct Definition<'m> {
    node: &'m Node,
    name: &'m str,
    id: &'m str,
    message: Option<&'m str>,
    severity: Option<Severity>,
    namespaces: Vec<&'m str>,
    selector: Option<Selector>,
}

impl<'m> Definition<'m> {
    fn read(node: &'m Node) -> Result<Self, Diagnostic> {
        let wrong = |message: Message, at: &Node| Diagnostic::of(Severity::Error, "Model", message, at.span);
        let Some(object) = node.as_object() else {
            return Err(wrong(LinterFacts::ValidatorType { found: node.kind() }.into(), node));
        };
        let text = |key: &'static str| match object.get(key) {
            None => Ok(None),
            Some((_, value)) => match value.as_str() {
                Some(text) => Ok(Some(text)),
                None => {
                    let message = LinterFacts::KeyType { key, found: value.kind() };
                    Err(wrong(message.into(), value))
                }
            },
        };
        let Some(name) = text("name")? else {
            return Err(wrong("Missing expected member `name`.".into(), node));
        };
        let severity = match text("severity")? {
            None => None,
            Some(text) => {
                let known = [Severity::Note, Severity::Warning, Severity::Danger];
                match known.into_iter().find(|severity| severity.name() == text) {
                    Some(severity) => Some(severity),
                    None => {
                        let message = LinterFacts::UnknownSeverity { found: text.to_owned() };
                        return Err(wrong(message.into(), object.get("severity").map_or(node, |(_, value)| value)));
                    }
                }
            }
        };
        let selector = match text("selector")? {
            None => None,
            Some(text) => match Selector::parse(text) {
                Ok(selector) => Some(selector),
                Err(error) => {
                    let message = LinterFacts::ValidatorSelector { name: name.to_owned(), error: error.to_string() };
                    return Err(wrong(message.into(), object.get("selector").map_or(node, |(_, value)| value)));
                }
            },
        };
        if let Some(configuration) = node.get("configuration").filter(|node| node.as_object().is_none()) {
            let message = LinterFacts::ConfigurationType { found: configuration.kind() };
            return Err(wrong(message.into(), configuration));
        }
        Ok(Self {
            node,
            name,
            id: text("id")?.unwrap_or(name),
            message: text("message")?,
            severity,
            namespaces: namespaces(node).map_err(|(message, at)| wrong(message.into(), at))?,
            selector,
        })
    }

    fn run(&self, graph: &Graph<'_>, budget: &Budget, found: &mut Vec<Diagnostic>) {
        let Some(linter) = LINTERS.iter().find(|linter| linter.name() == self.name) else {
            let id = format!("UnknownValidator_{}", self.name);
            let near = nearest(self.name, LINTERS.iter().map(|linter| linter.name()));
            let details = Details::unknown(Unknown::Validator, self.name, "", near);
            found.push(Diagnostic::of(Severity::Warning, id, details, self.node.span));
            return;
        };
        let settings = Settings::new(linter.name(), self.node, budget);
        let mut own = Vec::new();
        let selected = (linter.check)(graph, &settings, &mut own).and_then(|()| {
            let selector = self.selector.as_ref();
            selector.map(|selector| settings.select("selector", selector, graph)).transpose()
        });
        assert_owned(linter.events, &own, |_| false);
        let selected = match selected {
            Ok(selected) => selected,
            Err(fault) => {
                let message = LinterFacts::InvalidSettings { name: self.name.to_owned(), problem: fault.to_string() };
                found.push(Diagnostic::of(Severity::Error, "Model", message, settings.place(&fault)));
                return;
            }
        };
        for mut diagnostic in own {
            let element = diagnostic.shape.as_ref().and_then(|id| graph.find(id.as_str()));
            if let Some(id) = element {
                let namespace = graph.element(id).id().namespace();
                let is_left_out = !self.namespaces.is_empty() && !self.namespaces.contains(&namespace);
                if is_left_out || selected.as_ref().is_some_and(|selected| selected.binary_search(&id).is_err()) {
                    continue;
                }
            }
            // The part after the linter's name identifies the finding, and is kept.
            diagnostic.id = format!("{}{}", self.id, diagnostic.id.strip_prefix(self.name).unwrap_or_default());
            diagnostic.severity = self.severity.unwrap_or(diagnostic.severity);
            if let Some(message) = self.message {
                diagnostic = diagnostic.reworded(message);
            }
            found.push(diagnostic);
        }
    }
}

/// The namespaces of an entry of the metadata.
fn namespaces(node: &Node) -> Result<Vec<&str>, (LinterFacts, &Node)> {
    let Some(value) = node.get("namespaces") else { return Ok(Vec::new()) };
    let Some(nodes) = value.as_array() else {
        return Err((LinterFacts::NamespacesType { found: value.kind() }, value));
    };
    let texts = nodes
        .iter()
        .enumerate()
        .map(|(index, node)| node.as_str().ok_or((LinterFacts::NamespaceType { index, found: node.kind() }, node)));
    texts.collect()
}

/// The name of a shape or member.
fn name_of(element: Element<'_>) -> &str {
    element.id().member().unwrap_or_else(|| element.id().name())
}

/// A finding about an element.
fn about(element: Element<'_>, severity: Severity, id: impl Into<String>, message: impl Into<Message>) -> Diagnostic {
    Diagnostic::of(severity, id, message, element.span()).with_shape(element.id())
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const CONFIGURED: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
metadata validators = [{ name: "Camel" }]
//                     ^^^^^^^^^^^^^^^^^ warning: UnknownValidator_Camel
namespace example
string Name
"#,
            r#"
metadata validators = [{ name: "CamelCase", severity: "FATAL" }]
//                                                    ^^^^^^^ error: Model
namespace example
string Name
"#,
            r#"
metadata validators = [{ name: "CamelCase", severity: "ERROR" }]
//                                                    ^^^^^^^ error: Model
namespace example
string Name
"#,
            r#"
metadata validators = [{ name: "CamelCase", configuration: null }]
//                                                         ^^^^ error: Model
namespace example
string Name
"#,
            r#"
metadata validators = [{ name: "Camel", namespaces: "a" }]
//                                                  ^^^ error: Model
namespace example
string Name
"#,
            r#"
metadata validators = [{ name: "CamelCase", namespaces: ["a", 1] }]
//                                                            ^ error: Model
namespace example
string Name
"#,
            r#"
metadata validators = [{ name: "ReservedWords", configuration: { reserved: ["a"] } }]
//                                                                         ^^^^^ error: Model
namespace example
string Name
"#,
        ],
        leaves: &[r#"
metadata validators = [{ name: "CamelCase", severity: "DANGER" }]
namespace example
string Name
"#],
    };
}

#[cfg(test)]
mod tests;
