//! Futures of the methods of a service's trait.

use std::future::Future;

/// The future that a method of a service's trait returns: the operation's output, or its error.
///
/// Implemented for all futures of such a result that are `Send`. Implementations of a service write asynchronous
/// functions:
///
/// ```
/// use whitesmith_runtime::server::Reply;
///
/// trait Orders {
///     fn count(&self, customer: String) -> impl Reply<u32, std::io::Error>;
/// }
///
/// struct Local;
///
/// impl Orders for Local {
///     async fn count(&self, customer: String) -> Result<u32, std::io::Error> {
///         Ok(customer.len() as u32)
///     }
/// }
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a future of `Result<{T}, {E}>` that is `Send`",
    note = "a method of a service may run on any thread, so it holds only values that are `Send` across an `.await`"
)]
pub trait Reply<T, E>: Future<Output = Result<T, E>> + Send {}

impl<T, E, F: Future<Output = Result<T, E>> + Send> Reply<T, E> for F {}
