//! Violations of constraints, and their messages (spec: `smithy.framework#ValidationException`).

use std::convert::Infallible;
use std::fmt::{self, Write as _};

use crate::schema::{Bound, Schema};
use crate::types::{InvalidNumber, InvalidTimestamp, Plain};

/// Violation of a constraint. Never contains the invalid value.
///
/// Paths contain keys of maps, which an attacker may have chosen: `Display` escapes their control characters, and
/// truncates paths to 1,024 characters. The field [`path`](Self::path) is neither escaped nor truncated.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Violation {
    /// JSON pointer to the value by member names, such as `/steps/0/name`. Empty for the value itself.
    pub path: String,
    /// Violated constraint.
    pub constraint: Constraint,
}

/// Violated constraint.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Constraint {
    /// A required member is missing.
    Required,
    /// `@length`.
    Length {
        /// Length of the value in code points, bytes, elements or entries.
        length: usize,
        /// Minimum.
        min: Option<usize>,
        /// Maximum.
        max: Option<usize>,
    },
    /// `@range`
    Range {
        /// Minimum.
        min: Option<Bound>,
        /// Maximum.
        max: Option<Bound>,
    },
    /// `@pattern`, as written in the model.
    Pattern(&'static str),
    /// The string is not a value of the enum. Contains the enum's values.
    Enum(&'static [&'static str]),
    /// The number is not a value of the `intEnum`. Contains the enum's values.
    IntEnum(&'static [i32]),
    /// `@uniqueItems`
    Unique,
    /// The union variant is unknown.
    Variant,
    /// The text or number is not a value of the shape's type. Contains the expected form.
    Malformed(&'static str),
}

impl Violation {
    /// Creates a violation of the value itself.
    pub fn new(constraint: Constraint) -> Self {
        Self { path: String::new(), constraint }
    }

    /// Creates a violation for a value of the wrong form. The message is "Member must be" followed by `form`, such as
    /// `a ticket number`. `form` must not contain the value.
    pub fn expected(form: &'static str) -> Self {
        Self::new(Constraint::Malformed(form))
    }

    /// Returns the violation with the path of the member `name` in front.
    #[must_use]
    pub fn in_member(mut self, name: &str) -> Self {
        self.path.insert_str(0, name);
        self.path.insert(0, '/');
        self
    }

    /// Returns the violation with the path of the list element `index` in front.
    #[must_use]
    pub(crate) fn in_element(mut self, index: usize) -> Self {
        let mut path = String::new();
        push_index(&mut path, index);
        self.path.insert_str(0, &path);
        self
    }

    /// Returns the violation with the path of the map key `key` in front.
    #[must_use]
    pub(crate) fn in_entry(mut self, key: &str) -> Self {
        self.path.insert_str(0, &pointer(key));
        self
    }

    pub(crate) fn length(schema: &Schema, length: usize) -> Self {
        Self::new(Constraint::Length { length, min: schema.min_length, max: schema.max_length })
    }

    pub(crate) fn range(schema: &Schema) -> Self {
        Self::new(Constraint::Range { min: schema.minimum(), max: schema.maximum() })
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Integer(value) => value.fmt(f),
            Self::Decimal(_, text) => f.write_str(text),
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Value ")?;
        if let Constraint::Length { length, .. } = &self.constraint {
            write!(f, "with length {length} ")?;
        }
        // The value itself has an empty path.
        if !self.path.is_empty() {
            // Keys of maps in it may be those of the other side.
            write!(f, "at '{}' ", Plain(&self.path))?;
        }
        f.write_str("failed to satisfy constraint: Member must ")?;
        match &self.constraint {
            Constraint::Required => f.write_str("not be null"),
            Constraint::Length { min, max, .. } => {
                f.write_str("have length ")?;
                bounds(f, min.as_ref(), max.as_ref(), "between", ", inclusive")
            }
            Constraint::Range { min, max } => {
                f.write_str("be ")?;
                bounds(f, min.as_ref(), max.as_ref(), "between", ", inclusive")
            }
            Constraint::Pattern(pattern) => write!(f, "satisfy regular expression pattern: {pattern}"),
            Constraint::Enum(values) => write!(f, "satisfy enum value set: [{}]", values.join(", ")),
            Constraint::IntEnum(values) => {
                let values: Vec<String> = values.iter().map(ToString::to_string).collect();
                write!(f, "satisfy enum value set: [{}]", values.join(", "))
            }
            Constraint::Unique => f.write_str("have unique values"),
            Constraint::Variant => f.write_str("be a variant of the union"),
            Constraint::Malformed(what) => write!(f, "be {what}"),
        }
    }
}

fn bounds<T: fmt::Display>(
    f: &mut fmt::Formatter<'_>,
    min: Option<&T>,
    max: Option<&T>,
    between: &str,
    end: &str,
) -> fmt::Result {
    match (min, max) {
        (Some(min), Some(max)) => write!(f, "{between} {min} and {max}{end}"),
        (Some(min), None) => write!(f, "greater than or equal to {min}"),
        (None, Some(max)) => write!(f, "less than or equal to {max}"),
        (None, None) => f.write_str("be valid"),
    }
}

impl std::error::Error for Violation {}

impl From<InvalidTimestamp> for Violation {
    fn from(error: InvalidTimestamp) -> Self {
        Self::new(Constraint::Malformed(match error {
            InvalidTimestamp::OutOfRange => "a timestamp of the years 1 to 9999",
            _ => "a timestamp",
        }))
    }
}

impl From<InvalidNumber> for Violation {
    fn from(error: InvalidNumber) -> Self {
        Self::new(Constraint::Malformed(match error {
            InvalidNumber::OutOfRange => "a number in the range of the member's type",
            InvalidNumber::Malformed => "a number",
        }))
    }
}

impl From<Infallible> for Violation {
    fn from(never: Infallible) -> Self {
        match never {}
    }
}

/// Violations of a value, in the order of members. At most [`Violations::MAX`] are kept, or fewer if their paths are
/// very long; the others are only counted.
///
/// ```
/// use whitesmith_runtime::constraint::{Constraint, Violation, Violations};
///
/// let mut violations = Violations::default();
/// violations.push(Violation::new(Constraint::Required).in_member("name"));
/// assert_eq!(violations.iter().next().map(|violation| violation.path.as_str()), Some("/name"));
/// ```
#[derive(Clone, Default, PartialEq)]
pub struct Violations {
    list: Vec<Violation>,
    count: usize,
    /// Bytes in the paths of kept violations.
    path_bytes: usize,
}

/// Maximum bytes in the paths of kept violations, without the last one. Callers choose map keys, and thus the length of
/// paths.
const MAX_PATH_BYTES: usize = 32 * 1024;

/// Maximum characters of a path segment.
const MAX_SEGMENT: usize = 128;

impl Violations {
    /// Maximum number of kept violations.
    pub const MAX: usize = 100;

    /// Adds a violation.
    pub fn push(&mut self, violation: Violation) {
        self.count += 1;
        if self.keeps_more() {
            self.path_bytes += violation.path.len();
            self.list.push(violation);
        }
    }

    /// Whether another violation would be kept.
    pub(crate) fn keeps_more(&self) -> bool {
        self.list.len() < Self::MAX && self.path_bytes < MAX_PATH_BYTES
    }

    /// Returns the violations with `prefix`, a JSON pointer, in front of their paths.
    #[must_use]
    pub(crate) fn within(mut self, prefix: &str) -> Self {
        for violation in &mut self.list {
            violation.path.insert_str(0, prefix);
            self.path_bytes += prefix.len();
        }
        self
    }

    /// Returns the violations with converted paths.
    #[must_use]
    pub(crate) fn mapped_paths(mut self, path: impl Fn(&str) -> String) -> Self {
        for violation in &mut self.list {
            let mapped = path(&violation.path);
            self.path_bytes = self.path_bytes - violation.path.len() + mapped.len();
            violation.path = mapped;
        }
        self
    }

    /// Adds all violations of `other`.
    pub(crate) fn append(&mut self, other: Self) {
        self.count += other.count - other.list.len();
        other.list.into_iter().for_each(|violation| self.push(violation));
    }

    /// Returns the violations without those of the member `name` itself.
    #[cfg(any(feature = "client-core", feature = "server"))]
    pub(crate) fn without(self, name: &str) -> Self {
        self.only(|violation| violation.path.strip_prefix('/') != Some(name))
    }

    /// Returns the violations without unknown enum values.
    pub(crate) fn without_enums(self) -> Self {
        self.only(|violation| !matches!(violation.constraint, Constraint::Enum(_) | Constraint::IntEnum(_)))
    }

    /// Returns the violations without unknown enum values and union variants.
    #[cfg(feature = "client-core")]
    pub(crate) fn without_unlisted(self) -> Self {
        self.without_enums().only(|violation| violation.constraint != Constraint::Variant)
    }

    /// Keeps the violations that match, and the count of those that were not kept.
    fn only(mut self, holds: impl Fn(&Violation) -> bool) -> Self {
        let kept = self.list.len();
        self.list.retain(holds);
        self.count -= kept - self.list.len();
        self.path_bytes = self.list.iter().map(|violation| violation.path.len()).sum();
        self
    }

    /// Merges missing members with violations, without violations that missing members cause.
    #[must_use]
    pub(crate) fn joined(mut self, other: Self) -> Self {
        if self.is_empty() {
            return other;
        }
        let covered = |path: &str, missing: &str| {
            path.strip_prefix(missing).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        let missing: Vec<String> = self.list.iter().map(|violation| violation.path.clone()).collect();
        let uncounted = other.count - other.list.len();
        for violation in other.list {
            if !missing.iter().any(|path| covered(&violation.path, path)) {
                self.push(violation);
            }
        }
        self.count += uncounted;
        self
    }

    /// Returns whether there are no violations.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Returns the number of violations, including those that were not kept.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Returns the kept violations.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.list.iter()
    }
}

impl From<Violation> for Violations {
    fn from(violation: Violation) -> Self {
        let mut violations = Self::default();
        violations.push(violation);
        violations
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl fmt::Debug for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let more = self.count - self.list.len();
        let mut list = f.debug_list();
        list.entries(&self.list);
        if more > 0 { list.finish_non_exhaustive() } else { list.finish() }
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.count == 1 { "" } else { "s" };
        write!(f, "{} validation error{plural} detected. ", self.count)?;
        for (at, violation) in self.list.iter().enumerate() {
            if at > 0 {
                f.write_str("; ")?;
            }
            violation.fmt(f)?;
        }
        if self.count > self.list.len() {
            write!(f, "; and {} more", self.count - self.list.len())?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

/// JSON pointer with one segment.
pub(crate) fn pointer(segment: &str) -> String {
    let mut path = String::new();
    push_segment(&mut path, segment);
    path
}

/// Appends a segment to a JSON pointer, escaped, and truncated if it is long.
pub(super) fn push_segment(path: &mut String, segment: &str) {
    path.push('/');
    for (at, character) in segment.chars().enumerate() {
        if at == MAX_SEGMENT {
            path.push('…');
            break;
        }
        match character {
            '~' => path.push_str("~0"),
            '/' => path.push_str("~1"),
            other => path.push(other),
        }
    }
}

pub(super) fn push_index(path: &mut String, index: usize) {
    // Writing to a string cannot fail.
    let _ = write!(path, "/{index}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_in_the_text_of_a_violation_are_escaped_and_cut() {
        let violation = Violation::new(Constraint::Required).in_entry("a\n\u{1b}[31m\u{202e}");
        let text = violation.to_string();
        assert!(text.contains(r"at '/a\u{a}\u{1b}[31m\u{202e}' failed"), "{text}");
        assert_eq!(violation.path, "/a\n\u{1b}[31m\u{202e}");
        let deep = (0..100).fold(violation, |violation, _| violation.in_entry(&"b".repeat(100)));
        assert!(deep.path.len() > 10_000 && deep.to_string().len() < 1200);
    }
}
