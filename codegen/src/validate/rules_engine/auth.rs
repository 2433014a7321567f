//! The `authSchemes` property of endpoints: a list of schemes, each with a name and properties for its signer.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, EndpointRuleFacts, Message, Severity};
use crate::endpoint_rules::{Expression, ExpressionKind};
use crate::model::Shape;
use crate::source::Span;
use crate::validate::context::joined;

const ID: &str = "RuleSetAuthSchemes";
const SIGV4: [&str; 5] = ["name", "signingName", "signingRegion", "disableDoubleEncoding", "disableNormalizePath"];
const SIGV4A: [&str; 5] = ["name", "signingName", "signingRegionSet", "disableDoubleEncoding", "disableNormalizePath"];

pub(super) fn schemes(service: &Shape, schemes: &Expression, found: &mut Vec<Diagnostic>) {
    let error = |message: EndpointRuleFacts, at: &Expression| {
        Diagnostic::of(Severity::Error, ID, message, at.span).with_shape(&service.id)
    };
    let ExpressionKind::List(items) = &schemes.kind else {
        found.push(error(EndpointRuleFacts::SchemesType { found: kind(schemes) }, schemes));
        return;
    };
    let mut names = BTreeSet::new();
    let mut repeated = BTreeSet::new();
    for item in items {
        let ExpressionKind::Record(members) = &item.kind else {
            let message = EndpointRuleFacts::SchemeType { found: kind(item) };
            found.push(error(message, item));
            continue;
        };
        let get = |key: &str| members.iter().find(|(name, _)| name == key).map(|(_, value)| value);
        let Some(name) = get("name").filter(|name| matches!(name.kind, ExpressionKind::Template(_))) else {
            let keys = joined(members.iter().map(|(name, _)| name));
            let message = EndpointRuleFacts::SchemeWithoutName { keys };
            found.push(error(message, item));
            continue;
        };
        // A name that depends on a request can have any value.
        let Some(name) = name.as_text() else { continue };
        if !names.insert(name) {
            repeated.insert(name);
        }
        Scheme { service, members, span: item.span }.check(name, found);
    }
    for name in repeated {
        found.push(error(EndpointRuleFacts::DuplicateScheme { name: name.to_owned() }, schemes));
    }
}

/// An entry of the list.
struct Scheme<'a> {
    service: &'a Shape,
    members: &'a [(String, Expression)],
    span: Span,
}

impl Scheme<'_> {
    fn check(&self, name: &str, found: &mut Vec<Diagnostic>) {
        match name {
            "sigv4" => {
                self.known(&SIGV4, found);
                self.optional(&["signingRegion"], found);
            }
            "sigv4a" => {
                self.known(&SIGV4A, found);
                self.region_set(found);
                self.optional(&[], found);
            }
            _ if name.starts_with("sigv4-") => {
                self.typed("signingName", self.get("signingName"), Type::Text, found);
                let message = "Requirements for `sigv4-` auth sub-scheme validation may change.";
                found.push(Diagnostic::of(Severity::Danger, ID, message, self.span).with_shape(&self.service.id));
            }
            _ if name.starts_with("beta-") => self.typed("signingName", self.get("signingName"), Type::Text, found),
            _ => {
                let message = EndpointRuleFacts::UnknownScheme { name: name.to_owned() };
                found.push(Diagnostic::of(Severity::Warning, ID, message, self.span).with_shape(&self.service.id));
            }
        }
    }

    fn get(&self, key: &str) -> Option<&Expression> {
        self.members.iter().find(|(name, _)| name == key).map(|(_, value)| value)
    }

    fn error(&self, message: impl Into<Message>, span: Span) -> Diagnostic {
        Diagnostic::of(Severity::Error, ID, message, span).with_shape(&self.service.id)
    }

    fn known(&self, known: &[&str], found: &mut Vec<Diagnostic>) {
        for (name, _) in self.members.iter().filter(|(name, _)| !known.contains(&name.as_str())) {
            let message = EndpointRuleFacts::UnknownSchemeKey { name: name.clone(), known: joined(known) };
            found.push(self.error(message, self.span));
        }
    }

    /// Types of optional properties.
    fn optional(&self, texts: &[&str], found: &mut Vec<Diagnostic>) {
        for name in ["signingName"].iter().chain(texts) {
            if let Some(value) = self.get(name) {
                self.typed(name, Some(value), Type::Text, found);
            }
        }
        for name in ["disableDoubleEncoding", "disableNormalizePath"] {
            if let Some(value) = self.get(name) {
                self.typed(name, Some(value), Type::Boolean, found);
            }
        }
    }

    fn region_set(&self, found: &mut Vec<Diagnostic>) {
        let set = self.get("signingRegionSet");
        let Some(ExpressionKind::List(regions)) = set.map(|set| &set.kind) else {
            self.typed("signingRegionSet", set, Type::List, found);
            return;
        };
        if regions.is_empty() {
            let message = "The `signingRegionSet` property must not be an empty list.";
            found.push(self.error(message, set.map_or(self.span, |set| set.span)));
        }
        for region in regions {
            self.typed("signingRegionSet.Value", Some(region), Type::Text, found);
        }
    }

    fn typed(&self, name: &str, value: Option<&Expression>, expected: Type, found: &mut Vec<Diagnostic>) {
        let Some(value) = value else {
            let expected = expected.name();
            let message = EndpointRuleFacts::MissingSchemeProperty { name: name.to_owned(), expected };
            found.push(self.error(message, self.span));
            return;
        };
        let fits = match expected {
            Type::Text => matches!(value.kind, ExpressionKind::Template(_)),
            Type::Boolean => matches!(value.kind, ExpressionKind::Boolean(_)),
            Type::List => matches!(value.kind, ExpressionKind::List(_)),
        };
        if !fits {
            let (actual, expected) = (kind(value), expected.name());
            let message = EndpointRuleFacts::SchemePropertyType { name: name.to_owned(), found: actual, expected };
            found.push(self.error(message, value.span));
        }
    }
}

/// The type of a property.
#[derive(Clone, Copy)]
enum Type {
    Text,
    Boolean,
    List,
}

impl Type {
    fn name(self) -> &'static str {
        match self {
            Self::Text => "a string",
            Self::Boolean => "a boolean",
            Self::List => "an array<string>",
        }
    }
}

/// The kind of an expression.
fn kind(expression: &Expression) -> &'static str {
    match expression.kind {
        ExpressionKind::Boolean(_) => "boolean",
        ExpressionKind::Integer(_) => "integer",
        ExpressionKind::Template(_) => "string",
        ExpressionKind::List(_) => "array",
        ExpressionKind::Record(_) => "object",
        ExpressionKind::Reference(_) => "reference",
        ExpressionKind::Call(..) => "function",
    }
}
