//! Event IDs, and rules that report them. A rule owns its IDs and their pages. Independent of particular rules.

#[cfg(test)]
mod cases;
#[cfg(test)]
pub(crate) mod marks;

#[cfg(test)]
pub(crate) use cases::{Cases, check};

use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// A rule. The type of its function `check` depends on the registry.
#[derive(Debug)]
pub(crate) struct Rule<F> {
    /// The IDs that it reports.
    pub(crate) events: &'static [Event],
    /// Its function.
    pub(crate) check: F,
    /// Its test cases.
    #[cfg(test)]
    pub(crate) cases: Cases,
}

/// IDs of an event, and the page that explains them.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// Its IDs.
    pub ids: Ids,
    /// The text of `pages/<name>.md`, in Markdown.
    pub page: &'static str,
}

impl Event {
    /// Whether findings of the event have this ID, or IDs below it.
    pub(crate) fn is_covered_by(&self, id: &str) -> bool {
        self.ids.contain(id) || covers(id, self.ids.name())
    }
}

/// Whether an event ID is equal to the other one, or a prefix of it up to a dot.
pub(crate) fn covers(id: &str, event: &str) -> bool {
    event.strip_prefix(id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// IDs of an event. The name at their start is also the name of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ids {
    /// The name alone.
    Exact(&'static str),
    /// The name, a dot, and one of these parts; the name alone if a part is empty.
    Parts(&'static str, &'static [&'static str]),
    /// The name, alone or followed by a dot and parts from the model, such as `UnstableTrait.example#trait`.
    Prefix(&'static str),
    /// The name, `_`, and a name from the model, such as `UnknownValidator_CamelCas`.
    Suffixed(&'static str),
    /// Reports a bug of whitesmith itself. No known input causes it.
    Internal(&'static str),
}

impl Ids {
    /// The name at their start.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact(name)
            | Self::Parts(name, _)
            | Self::Prefix(name)
            | Self::Suffixed(name)
            | Self::Internal(name) => name,
        }
    }

    /// Whether an ID is one of them.
    pub fn contain(self, id: &str) -> bool {
        let Some(rest) = id.strip_prefix(self.name()) else { return false };
        match self {
            Self::Exact(_) | Self::Internal(_) => rest.is_empty(),
            Self::Parts(_, parts) if rest.is_empty() => parts.contains(&""),
            Self::Parts(_, parts) => rest.strip_prefix('.').is_some_and(|part| parts.contains(&part)),
            Self::Prefix(_) => rest.is_empty() || rest.starts_with('.'),
            Self::Suffixed(_) => rest.starts_with('_'),
        }
    }
}

/// The ID of diagnostics to ignore. IDs below it (`A.B` below `A`) are ignored, too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// The ID.
    pub id: String,
    /// Where the configuration names it; `Span::NONE` if unknown.
    pub span: Span,
}

impl<T: Into<String>> From<T> for Accepted {
    fn from(id: T) -> Self {
        Self { id: id.into(), span: Span::NONE }
    }
}

/// An [`Event`] by its name: `event!("LengthTrait")`, with parts `event!("EnumTrait", Prefix)` or
/// `event!("RemovedShape", Parts, &["", "ScalarShape"])`. Its page must exist in the folder `pages` of the
/// calling package.
#[doc(hidden)]
#[macro_export]
macro_rules! event {
    ($name:literal) => {
        $crate::event!($name, Exact)
    };
    ($name:literal, $kind:ident $(, $parts:expr)?) => {
        $crate::rule::Event {
            ids: $crate::rule::Ids::$kind($name $(, $parts)?),
            page: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/pages/", $name, ".md")),
        }
    };
}
pub use event;

/// Panics in debug builds, and so in tests, if a rule reports an ID that it does not own. `is_configured` recognizes
/// the IDs that models give to their own rules.
pub(crate) fn assert_owned<'d>(
    events: &[Event],
    found: impl IntoIterator<Item = &'d Diagnostic>,
    is_configured: impl Fn(&str) -> bool,
) {
    if cfg!(debug_assertions) {
        for finding in found {
            let is_owned = events.iter().any(|event| event.ids.contain(&finding.id)) || is_configured(&finding.id);
            assert!(is_owned, "`{}` is reported by a rule that owns only {:?}", finding.id, names(events));
        }
    }
}

fn names(events: &[Event]) -> Vec<Ids> {
    events.iter().map(|event| event.ids).collect()
}

#[cfg(test)]
mod tests {
    use super::Ids;

    #[test]
    fn an_exact_id_has_no_parts() {
        assert!(Ids::Exact("LengthTrait").contain("LengthTrait"));
        assert!(!Ids::Exact("LengthTrait").contain("LengthTrait.min"));
        assert!(!Ids::Exact("LengthTrait").contain("LengthTraits"));
    }

    #[test]
    fn listed_parts_are_the_only_ones() {
        let ids = Ids::Parts("RemovedShape", &["", "ScalarShape"]);
        assert!(ids.contain("RemovedShape") && ids.contain("RemovedShape.ScalarShape"));
        assert!(!ids.contain("RemovedShape.Other") && !ids.contain("RemovedShapeScalarShape"));
    }

    #[test]
    fn a_prefix_ends_at_a_dot() {
        assert!(Ids::Prefix("UnstableTrait").contain("UnstableTrait.example#trait"));
        assert!(!Ids::Prefix("UnstableTrait").contain("UnstableTraits"));
    }

    #[test]
    fn a_suffix_follows_an_underscore() {
        assert!(Ids::Suffixed("UnknownValidator").contain("UnknownValidator_Mine"));
        assert!(!Ids::Suffixed("UnknownValidator").contain("UnknownValidator"));
    }
}
