//! Operations as types, and their errors.

use std::fmt;

use crate::builder::{BuildError, Structure};
use crate::reflect::{Fill, Ref, Reflect, Value};
use crate::schema::OperationSchema;
pub use crate::types::Unhandled;

/// An operation: its schema, and the types of its input, output and error. Generated code implements it on a marker.
pub trait Operation: Send + Sync + 'static {
    /// The input structure.
    type Input: Structure + std::fmt::Debug + 'static;
    /// The output structure.
    type Output: Value + Reflect + std::fmt::Debug + 'static;
    /// The error enum.
    type Error: OperationError;

    /// The operation's schema.
    fn schema() -> &'static OperationSchema;
}

/// An operation whose output holds a page of items (spec: `@paginated`).
pub trait Items: Operation {
    /// One item.
    type Item: Send + 'static;

    /// The items of a page.
    fn items(output: Self::Output) -> Vec<Self::Item>;
}

/// An operation's error enum.
pub trait OperationError: std::error::Error + From<Unhandled> + Send + Sync + 'static {
    /// The modelled error structure.
    ///
    /// # Errors
    /// The error as it came, when the model has no structure for it.
    fn shape(&self) -> Result<&dyn Reflect, &Unhandled>;

    /// The variant of the operation's error number `index`, to be filled.
    fn blank(index: usize, fill: Fill) -> Option<Self>;

    /// The structure to fill.
    fn shape_mut(&mut self, fill: Fill) -> Option<&mut dyn Reflect>;
}

impl From<BuildError> for Unhandled {
    fn from(error: BuildError) -> Self {
        Self::with_source("InvalidOutput", error)
    }
}

/// The error's code: its shape's name, or what the service sent.
pub fn code(error: &impl OperationError) -> &str {
    match error.shape() {
        Ok(shape) => shape.schema().name(),
        Err(unhandled) => unhandled.code(),
    }
}

/// The member `message` of the error, whatever its case, unless it or the error is sensitive.
pub fn message(error: &impl OperationError) -> Option<&str> {
    match error.shape() {
        Ok(shape) => shape_message(shape),
        Err(unhandled) => unhandled.message(),
    }
}

pub(crate) fn shape_message(shape: &dyn Reflect) -> Option<&str> {
    let schema = shape.schema();
    if schema.sensitive {
        return None;
    }
    let index =
        schema.message().filter(|index| schema.members.get(*index).is_some_and(|member| !member.is_sensitive()))?;
    if let Ref::Str(message) = shape.get(index) { Some(message) } else { None }
}

/// Whether the model says that the request may be tried again.
pub fn is_retryable(error: &impl OperationError) -> bool {
    error.shape().is_ok_and(|shape| shape.schema().error_traits().is_some_and(|traits| traits.retryable))
}

/// Whether the model says that the request should wait longer before it is tried again.
pub fn is_throttling(error: &impl OperationError) -> bool {
    error.shape().is_ok_and(|shape| shape.schema().error_traits().is_some_and(|traits| traits.throttling))
}

/// `Code: message`.
///
/// # Errors
/// When the formatter fails.
pub fn display(error: &impl OperationError, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let shape = match error.shape() {
        Ok(shape) => shape,
        Err(unhandled) => return fmt::Display::fmt(unhandled, f),
    };
    f.write_str(shape.schema().name())?;
    shape_message(shape).map_or(Ok(()), |message| write!(f, ": {message}"))
}
