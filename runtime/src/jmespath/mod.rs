//! `JMESPath` over reflected values, for waiters. Expressions are static trees that the generator creates.
//!
//! Structures and unions are objects with the names of members, blobs are base64, timestamps are seconds since 1970
//! (spec: "Waiters", "`JMESPath` data model"). Values are borrowed where possible. The number of steps of an evaluation
//! is limited.

#[cfg(feature = "jmespath")]
mod compare;
#[cfg(feature = "jmespath")]
mod evaluate;
#[cfg(feature = "jmespath")]
mod functions;
#[cfg(feature = "jmespath")]
mod value;

#[cfg(feature = "jmespath")]
pub(crate) use evaluate::Evaluation;
#[cfg(feature = "jmespath")]
pub use evaluate::Failure;
#[cfg(all(feature = "client-core", feature = "jmespath"))]
pub(crate) use value::Value;

pub use crate::expression::{Comparator, Expression, Function, Literal};
#[cfg(feature = "jmespath")]
use crate::reflect::Ref;
#[cfg(feature = "jmespath")]
use crate::types::Document;

#[cfg(feature = "jmespath")]
impl Expression {
    /// Evaluates the expression for a value.
    ///
    /// # Errors
    /// If a function does not accept its arguments, or the evaluation takes too many steps.
    ///
    /// ```
    /// use whitesmith_runtime::jmespath::{Expression, Function};
    /// use whitesmith_runtime::reflect::Value;
    /// use whitesmith_runtime::types::Document;
    ///
    /// let words = vec!["some".to_owned(), "words".to_owned()];
    /// let length = Expression::Call(Function::Length, &[Expression::Current]);
    /// assert_eq!(length.evaluate(words.get())?, Document::from(2.0));
    /// # Ok::<(), whitesmith_runtime::jmespath::Failure>(())
    /// ```
    pub fn evaluate(&self, over: Ref<'_>) -> Result<Document, Failure> {
        let mut evaluation = Evaluation::default();
        let value = evaluation.of(self, &over.into())?;
        evaluation.document(&value)
    }
}
