//! Inputs and outputs of operations.

use std::fmt;

use super::Lowering;
use crate::diagnostic::NameOwner;
use crate::hash::HashMap;
use crate::model::{Model, Operation, Shape, ShapeId};
use crate::traits::{Input, Output};

/// Input or output of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Direction {
    Input,
    Output,
}

impl Direction {
    pub(super) const ALL: [Self; 2] = [Self::Input, Self::Output];

    /// The structure of an operation.
    pub(super) fn of(self, operation: &Operation) -> &ShapeId {
        match self {
            Self::Input => &operation.input,
            Self::Output => &operation.output,
        }
    }

    /// Whether a structure has the trait that says that it is used by one operation only.
    pub(super) fn is_own(self, model: &Model, structure: &ShapeId) -> bool {
        model.shape(structure).is_some_and(|shape| match self {
            Self::Input => shape.has::<Input>(),
            Self::Output => shape.has::<Output>(),
        })
    }

    /// The owner of the name that an operation gives its input or output.
    pub(super) fn owner(self, operation: &Shape) -> NameOwner {
        let operation = operation.id.clone();
        match self {
            Self::Input => NameOwner::Input { operation },
            Self::Output => NameOwner::Output { operation },
        }
    }
}

/// The end of the type's name.
impl fmt::Display for Direction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Input => "Input",
            Self::Output => "Output",
        })
    }
}

/// The shapes that are inputs or outputs, and the operations that use them.
pub(super) type Messages<'m> = HashMap<&'m ShapeId, Vec<(Direction, &'m ShapeId)>>;

/// The inputs and outputs of operations.
pub(super) fn of<'m>(operations: &[&'m Shape]) -> Messages<'m> {
    let mut found = Messages::default();
    for operation in operations {
        let Some(body) = operation.as_operation() else { continue };
        for direction in Direction::ALL {
            found.entry(direction.of(body)).or_default().push((direction, &operation.id));
        }
    }
    found
}

impl Lowering<'_> {
    /// Default documentation of a shape: for inputs and outputs, their operation. The names of others say as much as a
    /// sentence with it.
    pub(super) fn fallback_of(&self, shape: &Shape) -> String {
        match self.messages.get(&shape.id).map(Vec::as_slice) {
            Some([(direction, operation)]) => format!("{direction} of `{}`.", operation.name()),
            _ => String::new(),
        }
    }
}
