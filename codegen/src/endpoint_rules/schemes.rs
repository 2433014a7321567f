//! Authentication schemes that results require.

use std::collections::BTreeSet;

use super::Diagram;
use super::syntax::{Action, Endpoint, Expression, ExpressionKind, Rule, RuleSet};

/// Schemes of signatures that clients support.
const SUPPORTED: &[&str] = &["sigv4", "sigv4-s3express"];

impl RuleSet {
    /// Schemes of endpoints that have no supported one.
    pub fn unsupported_schemes(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        self.walk(&mut |rule| found.extend(unsupported(rule)));
        found
    }
}

impl Diagram {
    /// Schemes of endpoints that have no supported one.
    pub fn unsupported_schemes(&self) -> BTreeSet<String> {
        self.results.iter().flat_map(unsupported).collect()
    }
}

fn unsupported(rule: &Rule) -> Vec<String> {
    let Action::Endpoint(endpoint) = &rule.action else { return Vec::new() };
    let names = names(endpoint);
    if names.iter().any(|name| SUPPORTED.contains(name)) {
        return Vec::new();
    }
    names.into_iter().filter(|name| name.starts_with("sigv4")).map(str::to_owned).collect()
}

/// Names of the schemes of an endpoint.
fn names(endpoint: &Endpoint) -> Vec<&str> {
    let schemes = endpoint.properties.iter().find(|(name, _)| name == "authSchemes").map(|(_, value)| &value.kind);
    let Some(ExpressionKind::List(schemes)) = schemes else { return Vec::new() };
    schemes.iter().filter_map(name).filter_map(Expression::as_text).collect()
}

fn name(scheme: &Expression) -> Option<&Expression> {
    let ExpressionKind::Record(members) = &scheme.kind else { return None };
    members.iter().find(|(name, _)| name == "name").map(|(_, value)| value)
}
