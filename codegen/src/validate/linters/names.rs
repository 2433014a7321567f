//! Linters of names.

use std::collections::{BTreeMap, BTreeSet};

use super::Linter;
use super::settings::{Settings, SettingsError};
use super::words::{camel_words, is_lower_camel, is_upper_camel};
use super::{about, name_of};
use crate::diagnostic::{Diagnostic, LinterFacts, Repetition, Severity, VerbPrefix};
use crate::model::ShapeType;
use crate::model::graph::{Element, ElementId, Graph};
use crate::rule::event;
use crate::traits::{AuthDefinition, ProtocolDefinition, TraitDefinition};
use crate::validate::context::backticked_all;

pub(super) const ABBREVIATIONS: Linter = Linter {
    events: &[event!("AbbreviationName")],
    check: abbreviations,
    #[cfg(test)]
    cases: cases::ABBREVIATIONS,
};

/// Checks that names treat abbreviations as words: `XmlRequest`, not `XMLRequest`.
fn abbreviations(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    let allowed = settings.texts("allowedAbbreviations")?.unwrap_or_default();
    for (_, element) in graph.iter().filter(|(_, element)| !element.is_builtin()) {
        let name = name_of(element);
        let better = camel_words(name).into_iter().map(|word| {
            let capitals = word.chars().filter(char::is_ascii_uppercase).count();
            if capitals < 2 || allowed.contains(&word) {
                return word.to_owned();
            }
            super::words::capitalized(&word.to_lowercase())
        });
        let better: String = better.collect();
        if better != name {
            let what = if matches!(element, Element::Member(..)) { "member" } else { "shape" };
            let message = LinterFacts::Abbreviation { shape_type: what, name: name.to_owned(), better };
            found.push(about(element, Severity::Danger, settings.name, message));
        }
    }
    Ok(())
}

/// Case of member names.
#[derive(Clone, Copy)]
enum Casing {
    Upper,
    Lower,
}

impl Casing {
    fn name(self) -> &'static str {
        match self {
            Self::Upper => "upper",
            Self::Lower => "lower",
        }
    }

    fn fits(self, name: &str) -> bool {
        match self {
            Self::Upper => is_upper_camel(name),
            Self::Lower => is_lower_camel(name),
        }
    }
}

pub(super) const CAMEL_CASE: Linter = Linter {
    events: &[event!("CamelCase")],
    check: camel_case,
    #[cfg(test)]
    cases: cases::CAMEL_CASE,
};

/// Checks case: shapes in upper camel case, traits in lower camel case, members in one of both.
fn camel_case(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    let casing = match settings.text("memberNames")? {
        None | Some("auto") => None,
        Some("upper") => Some(Casing::Upper),
        Some("lower") => Some(Casing::Lower),
        Some(other) => {
            return Err(SettingsError::MemberNames(other.to_owned()));
        }
    };
    for (_, element) in graph.iter().filter(|(_, element)| !element.is_builtin()) {
        let Some(shape) = element.as_shape() else { continue };
        let (name, kind) = (shape.id.name(), shape.kind.name());
        let is_scheme = shape.has::<AuthDefinition>() || shape.has::<ProtocolDefinition>();
        if shape.has::<TraitDefinition>() {
            if !is_scheme && !is_lower_camel(name) {
                let message = LinterFacts::TraitCase { shape_type: kind, name: name.to_owned() };
                found.push(about(element, Severity::Danger, settings.name, message));
            }
        } else if !is_upper_camel(name) {
            let message = LinterFacts::ShapeCase { shape_type: kind, name: name.to_owned() };
            found.push(about(element, Severity::Danger, settings.name, message));
        }
    }
    let mut scopes = Vec::new();
    let mut seen = BTreeSet::new();
    for (id, element) in graph.iter() {
        if element.kind() == Some(ShapeType::Service) && !element.is_builtin() {
            let members = members_below(graph, id);
            seen.extend(members.iter().copied());
            scopes.push((element.id().name().to_owned(), members));
        }
    }
    let mut by_namespace: BTreeMap<&str, Vec<ElementId>> = BTreeMap::new();
    for (id, element) in graph.iter() {
        if matches!(element, Element::Member(..)) && !element.is_builtin() && !seen.contains(&id) {
            by_namespace.entry(element.id().namespace()).or_default().push(id);
        }
    }
    scopes.extend(by_namespace.into_iter().map(|(name, members)| (format!("{name} namespace"), members)));
    for (scope, members) in scopes {
        members_in_case(graph, settings.name, casing, &scope, &members, found);
    }
    Ok(())
}

/// The members in the closure of a service, sorted.
fn members_below(graph: &Graph<'_>, service: ElementId) -> Vec<ElementId> {
    let mut seen = BTreeSet::from([service]);
    let mut open = vec![service];
    while let Some(id) = open.pop() {
        for edge in graph.neighbors(id) {
            if edge.relation.is_directed() && seen.insert(edge.to) {
                open.push(edge.to);
            }
        }
    }
    seen.into_iter().filter(|id| matches!(graph.element(*id), Element::Member(..))).collect()
}

fn members_in_case(
    graph: &Graph<'_>,
    id: &str,
    casing: Option<Casing>,
    scope: &str,
    members: &[ElementId],
    found: &mut Vec<Diagnostic>,
) {
    // Enum members are constants, and the names of list and map members are fixed.
    let named = members.iter().map(|id| graph.element(*id)).filter(|element| {
        let Element::Member(shape, _) = element else { return false };
        matches!(shape.kind, ShapeType::Structure | ShapeType::Union) && !element.is_builtin()
    });
    let named: Vec<_> = named.collect();
    let count = |casing: Casing| named.iter().filter(|element| casing.fits(name_of(**element))).count();
    let most = || if count(Casing::Upper) > count(Casing::Lower) { Casing::Upper } else { Casing::Lower };
    let casing = casing.unwrap_or_else(most);
    for element in named.iter().filter(|element| !casing.fits(name_of(**element))) {
        let (name, casing) = (name_of(*element), casing.name());
        let message = LinterFacts::MemberCase { name: name.to_owned(), casing, scope: scope.to_owned() };
        found.push(about(*element, Severity::Danger, id, message));
    }
}

pub(super) const REPEATED: Linter = Linter {
    events: &[event!("RepeatedShapeName")],
    check: repeated,
    #[cfg(test)]
    cases: cases::REPEATED,
};

fn repeated(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    let repetition = if settings.flag("exactMatch")? { Repetition::Equal } else { Repetition::Prefix };
    report_repetitions(graph, settings.name, repetition, found);
    Ok(())
}

pub(super) const STUTTERED: Linter = Linter {
    events: &[event!("StutteredShapeName")],
    check: stuttered,
    #[cfg(test)]
    cases: cases::STUTTERED,
};

/// The former name of `RepeatedShapeName`, without configuration.
#[expect(clippy::unnecessary_wraps, reason = "all linters have the same signature")]
fn stuttered(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    report_repetitions(graph, settings.name, Repetition::Prefix, found);
    Ok(())
}

/// Reports members whose name starts with the name of their structure or union, or is equal to it.
fn report_repetitions(graph: &Graph<'_>, name: &'static str, repetition: Repetition, found: &mut Vec<Diagnostic>) {
    let exact = repetition == Repetition::Equal;
    for (_, element) in graph.iter().filter(|(_, element)| !element.is_builtin()) {
        let Element::Member(shape, _) = element else { continue };
        if !matches!(shape.kind, ShapeType::Structure | ShapeType::Union) {
            continue;
        }
        let (outer, member) = (shape.id.name(), name_of(element));
        let (lower, lower_member) = (outer.to_lowercase(), member.to_lowercase());
        let repeats = if exact { lower_member == lower } else { lower_member.starts_with(&lower) };
        if repeats {
            let kind = shape.kind.name();
            let message = LinterFacts::RepeatedName {
                shape: outer.to_owned(),
                shape_type: kind,
                member: member.to_owned(),
                repetition,
            };
            found.push(about(element, Severity::Warning, name, message));
        }
    }
}

pub(super) const VERBS: Linter = Linter {
    events: &[event!("StandardOperationVerb")],
    check: verbs,
    #[cfg(test)]
    cases: cases::VERBS,
};

/// Checks that operations start with one of the configured verbs.
fn verbs(graph: &Graph<'_>, settings: &Settings<'_>, found: &mut Vec<Diagnostic>) -> Result<(), SettingsError> {
    let verbs = settings.texts("verbs")?.unwrap_or_default();
    let prefixes = settings.texts("prefixes")?.unwrap_or_default();
    let alternatives = settings.text_lists("suggestAlternatives")?;
    if verbs.is_empty() && alternatives.is_empty() {
        return Err(SettingsError::NoVerbs);
    }
    for (_, element) in graph.iter() {
        if element.kind() != Some(ShapeType::Operation) || element.is_builtin() {
            continue;
        }
        let name = name_of(element);
        let words = camel_words(name);
        let (Some(first), second) = (words.first(), words.get(1)) else { continue };
        let prefix = prefixes.contains(first).then_some(*first);
        let Some(verb) = (if prefix.is_some() { second } else { Some(first) }) else {
            let message = LinterFacts::VerbPrefixOnly { name: name.to_owned() };
            found.push(about(element, Severity::Danger, settings.name, message));
            continue;
        };
        let (name, verb, prefix) = (name.to_owned(), (*verb).to_owned(), VerbPrefix(prefix.map(str::to_owned)));
        let message = if let Some((_, better)) = alternatives.iter().find(|(known, _)| **known == verb) {
            LinterFacts::OtherVerb { name, verb, prefix, verbs: backticked_all(better) }
        } else if verbs.contains(&&*verb) {
            continue;
        } else {
            LinterFacts::UnknownVerb { name, verb, prefix, verbs: backticked_all(&verbs) }
        };
        found.push(about(element, Severity::Danger, settings.name, message));
    }
    Ok(())
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const ABBREVIATIONS: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "AbbreviationName" }]
namespace example
structure Order {
    orderURL: String
//  ^^^^^^^^ danger: AbbreviationName
}
"#],
        leaves: &[r#"
metadata validators = [{ name: "AbbreviationName", configuration: { allowedAbbreviations: ["URL"] } }]
namespace example
structure Order {
    orderURL: String
}
"#],
    };

    pub(super) const CAMEL_CASE: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "CamelCase", configuration: { memberNames: "upper" } }]
namespace example
structure Order {
    note: String
//  ^^^^ danger: CamelCase
}
"#],
        leaves: &[
            r#"
metadata validators = [{ name: "CamelCase", configuration: { memberNames: "upper" } }]
namespace example
structure Order {
    Note: String
}
"#,
            r#"
metadata validators = [{ name: "CamelCase" }]
namespace example
structure Order {
    firstNote: String
}
"#,
        ],
    };

    pub(super) const REPEATED: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "RepeatedShapeName" }]
namespace example
union Payment {
    paymentCard: String
//  ^^^^^^^^^^^ warning: RepeatedShapeName
    cash: String
}
"#],
        leaves: &[r#"
metadata validators = [{ name: "RepeatedShapeName", configuration: { exactMatch: true } }]
namespace example
structure Order {
    orderNote: String
}
"#],
    };

    pub(super) const STUTTERED: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "StutteredShapeName" }]
namespace example
union Payment {
    paymentCard: String
//  ^^^^^^^^^^^ warning: StutteredShapeName
    cash: String
}
"#],
        leaves: &[r#"
metadata validators = [{ name: "StutteredShapeName" }]
namespace example
structure Order {
    note: String
}
"#],
    };

    pub(super) const VERBS: Cases = Cases {
        file: file!(),
        finds: &[r#"
metadata validators = [{ name: "StandardOperationVerb", configuration: { verbs: ["Get"] } }]
namespace example
operation ReadOrder {}
//        ^^^^^^^^^ danger: StandardOperationVerb
"#],
        leaves: &[r#"
metadata validators = [{ name: "StandardOperationVerb", configuration: { verbs: ["Get"], prefixes: ["Batch"] } }]
namespace example
operation BatchGetOrder {}
"#],
    };
}
