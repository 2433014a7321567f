//! The number of steps that selectors may take together.

use std::cell::Cell;

use crate::model::graph::Graph;

/// Steps of one budget, in addition to a number for each element of the model.
const STEPS: usize = 20_000_000;

/// Steps for each element.
const STEPS_PER_ELEMENT: usize = 100;

/// Steps that evaluations may take together: visits of elements and edges, and comparisons of values. Models contain
/// selectors, so the time that these take has to be bounded.
#[derive(Debug)]
pub struct Budget {
    left: Cell<usize>,
}

/// The steps of a budget are used up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the selector takes too many steps")]
pub struct Exhausted;

impl Budget {
    /// The budget of all selectors that one rule, transform or configuration evaluates.
    pub fn new(graph: &Graph<'_>) -> Self {
        Self::shared(graph, 1)
    }

    /// An equal share of a budget, for one of several selectors. The results do not depend on the order in which they
    /// are evaluated.
    pub(crate) fn shared(graph: &Graph<'_>, count: usize) -> Self {
        Self { left: Cell::new(STEPS / count.max(1) + graph.len() * STEPS_PER_ELEMENT) }
    }

    /// Takes steps. Returns whether some are left.
    pub(super) fn take(&self, steps: usize) -> bool {
        let left = self.left.get().saturating_sub(steps);
        self.left.set(left);
        left > 0
    }

    /// Whether no steps are left.
    pub fn is_exhausted(&self) -> bool {
        self.left.get() == 0
    }

    /// The result of an evaluation that was not aborted.
    pub(super) fn checked<T>(&self, result: T) -> Result<T, Exhausted> {
        if self.is_exhausted() { Err(Exhausted) } else { Ok(result) }
    }
}
