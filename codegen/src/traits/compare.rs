//! Breaking changes of traits that `breakingChanges` of their definitions cannot express. `diff` runs these
//! comparisons.

use crate::diagnostic::{Message, Severity};
use crate::model::graph::Element;
use crate::model::{Model, Trait};
use crate::rule::Event;

/// A trait with its own events in `diff`.
pub(super) trait Compare: Trait {
    /// Events that the comparison reports.
    const EVENTS: &'static [Event];

    /// Finds breaking changes.
    fn compare(change: &Change<'_, Self>) -> Vec<Break>;
}

/// A change of a trait on a shape or member that is in both models.
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

/// A breaking change.
#[derive(Debug, PartialEq)]
pub(crate) struct Break {
    /// Severity.
    pub(crate) severity: Severity,
    /// Event ID.
    pub(crate) id: &'static str,
    /// The change.
    pub(crate) message: Message,
}

/// The comparison of a trait.
pub(crate) struct Comparison {
    /// Events that it reports.
    pub(crate) events: &'static [Event],
    id: &'static str,
    compare: fn(&Model, Element<'_>, Element<'_>) -> Vec<Break>,
}

impl Comparison {
    pub(super) const fn of<T: Compare>() -> Self {
        Self { events: T::EVENTS, id: T::ID, compare: compare::<T> }
    }

    /// Shape ID of the trait.
    pub(crate) fn id(&self) -> &'static str {
        self.id
    }

    /// Compares the values of the trait on a shape or member. `model` is the new model.
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
