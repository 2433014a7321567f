//! Operations as types, and their errors.

use std::fmt;

use crate::builder::{BuildError, Structure};
use crate::constraint::Violation;
use crate::reflect::{Fill, Reflect, Value};
use crate::schema::{ErrorTraits, OperationSchema};
use crate::types::BoxError;
pub use crate::types::Unhandled;
use crate::types::error_shape::{display_shape, shape_message};

/// An operation: its schema, and the types of its input, output and errors. Generated code implements it for a marker
/// type.
pub trait Operation: Send + Sync + 'static {
    /// Input structure.
    type Input: Structure + std::fmt::Debug + 'static;
    /// Output structure.
    type Output: Value + Reflect + std::fmt::Debug + 'static;
    /// Error enum.
    type Error: OperationError;

    /// Returns the schema of the operation.
    fn schema() -> &'static OperationSchema;
}

/// An operation with a paginated output (spec: `@paginated`).
pub trait Items: Operation {
    /// Type of an item.
    type Item: Send + 'static;

    /// Returns the items of a page.
    fn items(output: Self::Output) -> Vec<Self::Item>;
}

/// Structure of an error, or the error if the model has no structure for it.
pub(crate) type Modeled<'a> = Result<&'a dyn Reflect, &'a Unhandled>;

/// Error enum of an operation.
pub trait OperationError: std::error::Error + From<Unhandled> + Send + Sync + 'static {
    /// Returns the modeled error structure.
    ///
    /// # Errors
    /// The unmodeled error, if the model has no structure for it.
    fn shape(&self) -> Result<&dyn Reflect, &Unhandled>;

    /// Creates the variant of the error with this index in the operation's schema. Its structure is blank, and passed
    /// to `fill`. `None` if there is no such error.
    fn filled(index: usize, fill: &mut dyn FnMut(&mut dyn Reflect)) -> Option<Self>;
}

/// The error of operations whose errors are not known.
impl OperationError for Unhandled {
    fn shape(&self) -> Result<&dyn Reflect, &Unhandled> {
        Err(self)
    }

    fn filled(_: usize, _: &mut dyn FnMut(&mut dyn Reflect)) -> Option<Self> {
        None
    }
}

/// Creates an error structure with `fill`. Used by macros.
#[doc(hidden)]
pub fn filled<T: Value + Reflect>(fill: &mut dyn FnMut(&mut dyn Reflect)) -> T {
    let mut error = T::blank(Fill::VALUE);
    fill(&mut error);
    error
}

impl From<BuildError> for Unhandled {
    fn from(error: BuildError) -> Self {
        invalid_output(error)
    }
}

/// The value of a server's method that violates a constraint, such as that of a newtype. Callers never see it.
impl From<Violation> for Unhandled {
    fn from(error: Violation) -> Self {
        invalid_output(error)
    }
}

fn invalid_output(error: impl Into<BoxError>) -> Unhandled {
    let failure = Unhandled::with_source("InvalidOutput", error);
    #[cfg(feature = "server")]
    let failure = failure.by_server();
    failure
}

// These functions are short: they are compiled for each operation.

/// Returns the error code: the name of the error's shape, or the code that the service sent.
#[inline]
pub fn code(error: &impl OperationError) -> &str {
    code_of(error.shape())
}

/// Returns the error code, unless it is empty.
#[inline]
pub fn known_code(error: &impl OperationError) -> Option<&str> {
    Some(code(error)).filter(|code| !code.is_empty())
}

/// Returns the error message: the member `message`, in any case, unless it or the error is sensitive.
#[inline]
pub fn message(error: &impl OperationError) -> Option<&str> {
    message_of(error.shape())
}

/// Returns the cause of an error that is not in the model.
#[inline]
pub fn source(error: &impl OperationError) -> Option<&(dyn std::error::Error + 'static)> {
    error.shape().err().and_then(std::error::Error::source)
}

/// Returns whether the error has `@retryable`.
#[inline]
pub fn is_retryable(error: &impl OperationError) -> bool {
    traits_of(error.shape()).is_some_and(|traits| traits.retryable)
}

/// Returns whether the error has `@retryable` with `throttling`.
#[inline]
pub fn is_throttling(error: &impl OperationError) -> bool {
    traits_of(error.shape()).is_some_and(|traits| traits.throttling)
}

/// Writes `Code: message`.
///
/// # Errors
/// If the formatter fails.
#[inline]
pub fn display(error: &impl OperationError, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    write_of(error.shape(), f)
}

fn code_of(error: Modeled<'_>) -> &str {
    match error {
        Ok(shape) => shape.schema().name(),
        Err(unhandled) => unhandled.code(),
    }
}

fn message_of(error: Modeled<'_>) -> Option<&str> {
    match error {
        Ok(shape) => shape_message(shape),
        Err(unhandled) => unhandled.message(),
    }
}

fn traits_of(error: Modeled<'_>) -> Option<ErrorTraits> {
    error.ok().and_then(|shape| shape.schema().error_traits())
}

fn write_of(error: Modeled<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let shape = match error {
        Ok(shape) => shape,
        Err(unhandled) => return fmt::Display::fmt(unhandled, f),
    };
    display_shape(shape, f)
}
