//! Linters for terms: reserved, sensitive and non-inclusive ones.

use std::collections::BTreeSet;

use super::Linter;
use super::settings::{Settings, SettingsError, selector, texts};
use super::words::{TermSearch, WildcardSearch, capitalized, uncapitalized};
use super::{about, name_of};
use crate::diagnostic::{Alternatives, Diagnostic, LinterFacts, Severity};
use crate::model::graph::{Element, Graph};
use crate::model::{Node, Shape, ShapeId, ShapeType, Trait, Value, prelude};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{References, Sensitive};
use crate::validate::context::backticked_all;

pub(super) const RESERVED: Linter = Linter {
    events: &[event!("ReservedWords")],
    check: reserved,
    #[cfg(test)]
    cases: cases::RESERVED,
};

/// Reports reserved names.
fn reserved(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    for (at, node) in settings.objects("reserved")?.iter().enumerate() {
        let key = |name: &str| format!("reserved/{at}/{name}");
        let mut wildcards = WildcardSearch::default();
        for word in node.get("words").map(|node| texts(&key("words"), node)).transpose()?.unwrap_or_default() {
            wildcards.add(word)?;
        }
        let mut terms = TermSearch::default();
        for term in node.get("terms").map(|node| texts(&key("terms"), node)).transpose()?.unwrap_or_default() {
            terms.add(term)?;
        }
        let reason = node.get("reason").and_then(Node::as_str).unwrap_or_default();
        let text = node.get("selector").and_then(Node::as_str).unwrap_or("*");
        let selector = selector(&key("selector"), text)?;
        for id in settings.select("reserved", &selector, graph)? {
            let element = graph.element(id);
            let name = name_of(element);
            if !element.is_builtin() && (wildcards.matches(name) || terms.find(name).is_some()) {
                let message = LinterFacts::ReservedWord { name: name.to_owned(), reason: reason.to_owned() };
                found.push(about(element, Severity::Danger, settings.name, message));
            }
        }
    }
    Ok(())
}

/// Terms that suggest sensitive data.
const SENSITIVE: [&str; 32] = [
    "account number",
    "bank",
    "billing address",
    "birth",
    "birth day",
    "citizenship",
    "credentials",
    "credit card",
    "csc",
    "driver license",
    "drivers license",
    "email",
    "ethnicity",
    "first name",
    "gender",
    "insurance",
    "ip address",
    "last name",
    "maiden name",
    "mailing address",
    "pass phrase",
    "pass word",
    "passport",
    "phone",
    "religion",
    "secret",
    "sexual orientation",
    "social security",
    "ssn",
    "tax payer",
    "telephone",
    "zip code",
];

pub(super) const SENSITIVE_LINTER: Linter = Linter {
    events: &[event!("MissingSensitiveTrait")],
    check: sensitive,
    #[cfg(test)]
    cases: cases::SENSITIVE_LINTER,
};

/// Checks that shapes and members with names that suggest sensitive data have `@sensitive`.
fn sensitive(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    let own = settings.texts("terms")?.unwrap_or_default();
    let without_defaults = settings.flag("excludeDefaults")?;
    if without_defaults && own.is_empty() {
        return Err(SettingsError::NoSensitiveTerms);
    }
    let mut search = TermSearch::default();
    own.iter().try_for_each(|term| search.add(term))?;
    if !without_defaults {
        SENSITIVE.iter().try_for_each(|term| search.add(term))?;
    }
    let is_marked = |shape: &Shape| shape.has::<Sensitive>();
    for (_, element) in graph.iter().filter(|(_, element)| !element.is_builtin()) {
        let facts: fn(String) -> LinterFacts = match element {
            Element::Member(shape, member) => {
                let target = graph.model().shape(&member.target);
                let is_enum = shape.kind == ShapeType::Enum;
                if is_enum || is_marked(shape) || target.is_some_and(is_marked) {
                    continue;
                }
                |term| LinterFacts::SensitiveMember { term }
            }
            Element::Shape(shape) => {
                let holds_no_data =
                    matches!(shape.kind, ShapeType::Operation | ShapeType::Service | ShapeType::Resource);
                if holds_no_data || is_marked(shape) {
                    continue;
                }
                |term| LinterFacts::SensitiveShape { term }
            }
        };
        if let Some(term) = search.find(name_of(element)) {
            found.push(about(element, Severity::Warning, settings.name, facts(term.to_owned())));
        }
    }
    Ok(())
}

/// Non-inclusive terms and their replacements.
const NONINCLUSIVE: [(&str, &[&str]); 4] = [
    ("blacklist", &["denyList"]),
    ("master", &["primary", "parent", "main"]),
    ("slave", &["secondary", "replica", "clone", "child"]),
    ("whitelist", &["allowList"]),
];

pub(super) const NONINCLUSIVE_LINTER: Linter = Linter {
    events: &[event!("NoninclusiveTerms", Prefix)],
    check: noninclusive,
    #[cfg(test)]
    cases: cases::NONINCLUSIVE_LINTER,
};

/// Reports non-inclusive terms in namespaces, names and trait values.
fn noninclusive(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    let own = settings.text_lists("terms")?;
    let without_defaults = settings.flag("excludeDefaults")?;
    if without_defaults && own.is_empty() {
        return Err(SettingsError::NoTerms);
    }
    let mut terms: Vec<(String, Vec<&str>)> = Vec::new();
    if !without_defaults {
        let kept = NONINCLUSIVE.iter().filter(|(term, _)| own.iter().all(|(other, _)| other != term));
        terms.extend(kept.map(|(term, better)| ((*term).to_owned(), better.to_vec())));
    }
    terms.extend(own.into_iter().map(|(term, better)| (term.to_lowercase(), better)));
    let mut scan = Scan { graph, id: settings.name, terms, found };
    let mut namespaces = BTreeSet::new();
    for (_, element) in graph.iter().filter(|(_, element)| !element.is_builtin()) {
        if namespaces.insert(element.id().namespace()) {
            scan.namespace(element.id().namespace());
        }
        scan.name(element);
        for (id, node) in element.traits() {
            if id.as_str() != References::ID {
                scan.value(element, id, graph.model().shape(id), node, &mut Vec::new());
            }
        }
    }
    Ok(())
}

struct Scan<'a, 'm> {
    graph: &'a Graph<'m>,
    id: &'static str,
    terms: Vec<(String, Vec<&'a str>)>,
    found: &'a mut Vec<Diagnostic>,
}

impl<'m> Scan<'_, 'm> {
    /// The terms in a text as written, and a sentence about replacements.
    fn hits(&self, text: &str) -> Vec<(String, Alternatives)> {
        let lower = text.to_lowercase();
        let hit = |(term, better): &(String, Vec<&str>)| {
            let start = lower.find(term)?;
            // Lower case may change the length of a text; then the term itself is used.
            let matched = text.get(start..start + term.len()).unwrap_or(term).to_owned();
            let is_capital = matched.starts_with(char::is_uppercase);
            let cased = better.iter().map(|word| if is_capital { capitalized(word) } else { uncapitalized(word) });
            Some((matched, Alternatives(backticked_all(cased))))
        };
        self.terms.iter().filter_map(hit).collect()
    }

    fn namespace(&mut self, namespace: &str) {
        for (matched, advice) in self.hits(namespace) {
            let message = LinterFacts::NamespaceTerm { namespace: namespace.to_owned(), term: matched.clone(), advice };
            let id = format!("{}.Namespace.{namespace}.{}", self.id, matched.to_lowercase());
            self.found.push(Diagnostic::of(Severity::Warning, id, message, Span::NONE));
        }
    }

    fn name(&mut self, element: Element<'_>) {
        for (matched, advice) in self.hits(name_of(element)) {
            let shape_type = capitalized(element.type_name());
            let message = LinterFacts::ShapeTerm { shape_type, term: matched.clone(), advice };
            let id = format!("{}.Shape.{}", self.id, matched.to_lowercase());
            self.found.push(about(element, Severity::Warning, id, message));
        }
    }

    /// The strings in a trait's value, and keys that are not members of the trait's definition.
    fn value(
        &mut self,
        element: Element<'m>,
        id: &ShapeId,
        definition: Option<&'m Shape>,
        node: &Node,
        path: &mut Vec<String>,
    ) {
        let model = self.graph.model();
        let part = |name: &str| definition?.members.get(name).and_then(|member| model.shape(&member.target));
        match &node.value {
            Value::String(text) => self.text(element, id, text, node.span, path),
            Value::Array(nodes) => {
                for (at, node) in nodes.iter().enumerate() {
                    path.push(at.to_string());
                    self.value(element, id, part("member"), node, path);
                    path.pop();
                }
            }
            Value::Object(members) => {
                for (key, (span, node)) in members {
                    path.push(key.to_string());
                    let shape = part(key);
                    if shape.is_none() {
                        path.push("key".to_owned());
                        self.text(element, id, key, *span, path);
                        path.pop();
                    }
                    self.value(element, id, shape.or_else(|| part("value")), node, path);
                    path.pop();
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn text(&mut self, element: Element<'_>, id: &ShapeId, text: &str, span: Span, path: &[String]) {
        for (matched, advice) in self.hits(text) {
            let name = prelude::short(id.as_str());
            let place = path.join("/");
            let (message, suffix) = if path.is_empty() {
                let message = LinterFacts::TraitTerm { name: name.to_owned(), term: matched.clone(), advice };
                (message, name.to_owned())
            } else {
                let message = LinterFacts::TraitTermAt {
                    name: name.to_owned(),
                    place: place.clone(),
                    term: matched.clone(),
                    advice,
                };
                (message, format!("{name}.{place}"))
            };
            let id = format!("{}.Trait.{}.{suffix}", self.id, matched.to_lowercase());
            self.found.push(Diagnostic::of(Severity::Warning, id, message, span).with_shape(element.id()));
        }
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const RESERVED: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "ReservedWords", configuration: { reserved: [{ terms: ["code name"] }] } }]
namespace example
structure Order {
    codeName: String
//  ^^^^^^^^ danger: ReservedWords
}
"#],
        leaves: &[r#"
metadata validators = [{ name: "ReservedWords", configuration: { reserved: [{ terms: ["code name"] }] } }]
namespace example
structure Order {
    decodeName: String
}
"#],
    };

    pub(super) const SENSITIVE_LINTER: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "MissingSensitiveTrait", configuration: { terms: ["loyalty"] } }]
namespace example
string LoyaltyNumber
//     ^^^^^^^^^^^^^ warning: MissingSensitiveTrait
"#],
        leaves: &[r#"
metadata validators = [{ name: "MissingSensitiveTrait", configuration: { terms: ["loyalty"], excludeDefaults: true } }]
namespace example
structure Customer {
    birthday: String
}
"#],
    };

    pub(super) const NONINCLUSIVE_LINTER: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "NoninclusiveTerms", configuration: { terms: { replica: ["copy"] } } }]
namespace example
structure Order {
    replicaCount: Integer
//  ^^^^^^^^^^^^ warning: NoninclusiveTerms.Shape.replica
}
"#],
        leaves: &[r#"
metadata validators = [{ name: "NoninclusiveTerms", configuration: { terms: { replica: ["copy"] }, excludeDefaults: true } }]
namespace example
structure Blacklist {}
"#],
    };
}
