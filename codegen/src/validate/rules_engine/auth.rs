//! The `authSchemes` property of endpoints: a list of schemes, each with a name and what its signer needs.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Severity};
use crate::endpoint_rules::{Expression, ExpressionKind};
use crate::model::Shape;
use crate::validate::contained::bracketed;

const ID: &str = "RuleSetAuthSchemes";
const SIGV4: [&str; 5] = ["name", "signingName", "signingRegion", "disableDoubleEncoding", "disableNormalizePath"];
const SIGV4A: [&str; 5] = ["name", "signingName", "signingRegionSet", "disableDoubleEncoding", "disableNormalizePath"];

pub(super) fn schemes(service: &Shape, schemes: &Expression, found: &mut Vec<Diagnostic>) {
    let error = |message: String, at: &Expression| Diagnostic::error(ID, message, at.span).with_shape(&service.id);
    let ExpressionKind::List(items) = &schemes.kind else {
        found.push(error(format!("Expected `authSchemes` to be a list, found: `{}`", kind(schemes)), schemes));
        return;
    };
    let mut names = BTreeSet::new();
    let mut repeated = BTreeSet::new();
    for item in items {
        let ExpressionKind::Record(members) = &item.kind else {
            let message = format!("Expected `authSchemes` to be a list of objects, but found: `{}`", kind(item));
            found.push(error(message, item));
            continue;
        };
        let get = |key: &str| members.iter().find(|(name, _)| name == key).map(|(_, value)| value);
        let Some(name) = get("name").and_then(Expression::as_text) else {
            let keys = bracketed(members.iter().map(|(name, _)| name));
            let message =
                format!("Expected `authSchemes` to have a `name` key with a string value but it did not: `{keys}`");
            found.push(error(message, item));
            continue;
        };
        if !names.insert(name) {
            repeated.insert(name);
        }
        let known = match name {
            "sigv4a" => Some(SIGV4A),
            _ if name == "sigv4" || name.starts_with("sigv4-") => Some(SIGV4),
            _ => None,
        };
        if let Some(known) = known {
            properties(members, &known, &error, item, found);
        } else if !name.starts_with("beta-") {
            let message = format!("Did not find a validator for the `{name}` auth scheme");
            found.push(Diagnostic::new(Severity::Warning, ID, message, item.span).with_shape(&service.id));
        }
    }
    for name in repeated {
        found.push(error(format!("Found duplicate `name` of `{name}` in the `authSchemes` list"), schemes));
    }
}

fn properties(
    members: &[(String, Expression)],
    known: &[&str],
    error: &impl Fn(String, &Expression) -> Diagnostic,
    scheme: &Expression,
    found: &mut Vec<Diagnostic>,
) {
    for (name, value) in members {
        if !known.contains(&name.as_str()) {
            found.push(error(format!("Unexpected key: `{name}` (valid keys: {})", bracketed(known)), scheme));
            continue;
        }
        let fits = match name.as_str() {
            "signingRegionSet" => matches!(value.kind, ExpressionKind::List(_)),
            "disableDoubleEncoding" | "disableNormalizePath" => matches!(value.kind, ExpressionKind::Boolean(_)),
            _ => matches!(value.kind, ExpressionKind::Template(_)),
        };
        if !fits {
            let message = format!("Unexpected type for auth property `{name}`, found: `{}`", kind(value));
            found.push(error(message, value));
        }
    }
}

/// What an expression is, in a word.
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
