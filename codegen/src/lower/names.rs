//! Converts names of models to Rust names, without collisions.

use crate::case;
use crate::config::Style;
use crate::hash::HashSet;

/// A scope of unique names. Allocation in a fixed order is deterministic.
#[derive(Clone, Debug, Default)]
pub(super) struct Scope(HashSet<String>);

impl Scope {
    /// A scope with reserved names.
    pub(super) fn with_taken(names: &[&str]) -> Self {
        Self(names.iter().map(|name| (*name).to_owned()).collect())
    }

    /// The name; if taken, with the first free number appended.
    pub(super) fn claim(&mut self, name: String) -> String {
        if self.0.insert(name.clone()) {
            return name;
        }
        // The underscore separates a digit at the end from the number.
        let stem = if name.ends_with(|last: char| last.is_ascii_digit()) { format!("{name}_") } else { name };
        let mut number = 2_u32;
        loop {
            let candidate = format!("{stem}{number}");
            if self.0.insert(candidate.clone()) {
                return candidate;
            }
            number += 1;
        }
    }

    /// Whether the name is reserved or taken.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains(name)
    }

    /// The name; if taken, with underscores appended.
    pub(super) fn claim_escaped(&mut self, mut name: String) -> String {
        while !self.0.insert(name.clone()) {
            name.push('_');
        }
        name
    }
}

/// Name of a type or variant.
pub(super) fn upper(name: &str, style: Style) -> String {
    legal(case::upper_camel(name, style), "V")
}

/// Name of a field, method or module.
pub(super) fn snake(name: &str, style: Style) -> String {
    legal(case::snake(name, style), "v")
}

/// Name of a static.
pub(super) fn shouty(name: &str) -> String {
    legal(case::shouty_snake(name), "V")
}

/// Names cannot be empty or begin with a digit.
fn legal(name: String, prefix: &str) -> String {
    if name.starts_with(|first: char| first.is_ascii_digit()) || name.is_empty() {
        format!("{prefix}{name}")
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_name_gets_the_next_number() {
        let mut scope = Scope::with_taken(&["Unknown"]);
        assert_eq!(scope.claim("Unknown".into()), "Unknown2");
        assert_eq!(scope.claim("A1".into()), "A1");
        assert_eq!(scope.claim("A1".into()), "A1_2");
        assert_eq!(scope.claim("A1".into()), "A1_3");
    }

    #[test]
    fn names_follow_the_language() {
        assert_eq!(upper("EC2_INSTANCE", Style::Plain), "Ec2Instance");
        assert_eq!(upper("_1", Style::Plain), "V1");
        assert_eq!(snake("stateMachineARNs", Style::Plain), "state_machine_arns");
        assert_eq!(shouty("HTTPStatus"), "HTTP_STATUS");
    }
}
