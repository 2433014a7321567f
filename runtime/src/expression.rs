//! Expressions of `JMESPath` as data. `jmespath` evaluates them.

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
pub enum Literal {
    /// `null`
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// Number.
    Number(f64),
    /// String.
    String(&'static str),
    /// Array.
    Array(&'static [Literal]),
    /// Object: names and values.
    Object(&'static [(&'static str, Literal)]),
}

/// Comparison operators. `<`, `<=`, `>` and `>=` apply to numbers only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparator {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessOrEqual,
    /// `>`
    Greater,
    /// `>=`
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
