//! What changes of a trait's value break, beyond what its definition says in `breakingChanges`. `diff` runs these comparisons.

use crate::diagnostic::Severity;
use crate::model::graph::Element;
use crate::model::{Model, Trait};
use crate::rule::Event;

/// A trait whose changes have findings of their own.
pub(super) trait Compare: Trait {
    /// The ids of the findings.
    const EVENTS: &'static [Event];

    /// Finds what a change breaks.
    fn compare(change: &Change<'_, Self>) -> Vec<Break>;
}

/// A change of a trait on a shape or member that both models have.
pub(super) struct Change<'m, T> {
    /// The old value.
    pub(super) old: Option<&'m T>,
    /// The new value.
    pub(super) new: Option<&'m T>,
    /// The shape or member in the new model.
    pub(super) element: Element<'m>,
    /// The new model.
    pub(super) model: &'m Model,
}

/// What a change breaks.
#[derive(Debug, PartialEq)]
pub(crate) struct Break {
    /// How bad it is.
    pub(crate) severity: Severity,
    /// The id of the finding.
    pub(crate) id: &'static str,
    /// What it breaks.
    pub(crate) message: String,
}

/// The comparison of a trait.
pub(crate) struct Comparison {
    /// The ids of its findings.
    pub(crate) events: &'static [Event],
    id: &'static str,
    compare: fn(&Model, Element<'_>, Element<'_>) -> Vec<Break>,
}

impl Comparison {
    pub(super) const fn of<T: Compare>() -> Self {
        Self { events: T::EVENTS, id: T::ID, compare: compare::<T> }
    }

    /// The trait.
    pub(crate) fn id(&self) -> &'static str {
        self.id
    }

    /// Compares the trait of a shape or member of two models. `model` is the new one.
    pub(crate) fn run(&self, model: &Model, old: Element<'_>, new: Element<'_>) -> Vec<Break> {
        (self.compare)(model, old, new)
    }
}

fn compare<T: Compare>(model: &Model, old: Element<'_>, new: Element<'_>) -> Vec<Break> {
    if old.node::<T>() == new.node::<T>() {
        return Vec::new();
    }
    T::compare(&Change { old: old.get(), new: new.get(), element: new, model })
}
