//! `JMESPath` over reflected values, for waiters. Expressions are static trees that the generator creates.
//!
//! Structures and unions are objects with the names of members, blobs are base64, timestamps are seconds since 1970
//! (spec: "Waiters", "`JMESPath` data model"). Values are borrowed where possible. The number of steps of an evaluation
//! is limited.

mod compare;
mod evaluate;
mod functions;
mod value;

pub(crate) use evaluate::Evaluation;
pub use evaluate::Failure;
#[cfg(feature = "client")]
pub(crate) use value::Value;

use crate::reflect::Ref;
use crate::types::Document;

/// An expression. [`Expression::Project`] and similar variants evaluate their last part for each element of the
/// previous part.
#[derive(Clone, Copy, Debug)]
pub enum Expression {
    /// `@`
    Current,
    /// `name`
    Field(&'static str),
    /// `[3]`, `[-1]`
    Index(i64),
    /// `[1:5:2]`: start, end and step.
    Slice(Option<i64>, Option<i64>, i64),
    /// `` `json` `` or `'text'`
    Literal(Literal),
    /// `left[]`
    Flatten(&'static Expression),
    /// `!inner`
    Not(&'static Expression),
    /// `left && right`
    And(&'static [Expression; 2]),
    /// `left || right`
    Or(&'static [Expression; 2]),
    /// `left == right` and other comparisons.
    Compare(Comparator, &'static [Expression; 2]),
    /// `first.second | third`: each is evaluated for the result of the previous one.
    Chain(&'static [Expression]),
    /// `left[*].right`
    Project(&'static [Expression; 2]),
    /// `left.*.right`
    ProjectValues(&'static [Expression; 2]),
    /// `left[?condition].right`
    Filter(&'static [Expression; 3]),
    /// `[a, b]`
    List(&'static [Expression]),
    /// `{a: x, b: y}`
    Hash(&'static [(&'static str, Expression)]),
    /// Call of a function.
    Call(Function, &'static [Expression]),
}

/// Value of a literal.
#[derive(Clone, Copy, Debug)]
#[allow(missing_docs, reason = "the names are those of JSON values")]
pub enum Literal {
    Null,
    Bool(bool),
    Number(f64),
    String(&'static str),
    Array(&'static [Literal]),
    Object(&'static [(&'static str, Literal)]),
}

/// Comparison operators. `<`, `<=`, `>` and `>=` apply to numbers only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are self-explanatory")]
pub enum Comparator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// Built-in functions (`JMESPath` specification, "Built-in Functions").
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the specification's")]
pub enum Function {
    Abs,
    Avg,
    Ceil,
    Contains,
    EndsWith,
    Floor,
    Join,
    Keys,
    Length,
    Map,
    Max,
    MaxBy,
    Merge,
    Min,
    MinBy,
    NotNull,
    Reverse,
    Sort,
    SortBy,
    StartsWith,
    Sum,
    ToArray,
    ToNumber,
    ToString,
    Type,
    Values,
}

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
