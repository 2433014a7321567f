//! Plans: expressions with resolved numbers and functions, in the form that the runtime evaluates. Expressions whose
//! evaluation would always fail are rejected here.

use super::expression::{Comparator, Expression, ExpressionKind};
use super::functions::{Function, Signature};
use super::value::Value;

/// An expression in the form that the runtime evaluates.
#[derive(Clone, Debug, PartialEq)]
pub enum Plan {
    /// `@`
    Current,
    /// `name`
    Field(String),
    /// `[3]`, `[-1]`
    Index(i64),
    /// `[1:5:2]`: from, to, and step.
    Slice(Option<i64>, Option<i64>, i64),
    /// A literal.
    Literal(Literal),
    /// `left[]`, before the rest is applied to each element.
    Flatten(Box<Plan>),
    /// `!inner`
    Not(Box<Plan>),
    /// `left && right`
    And(Box<[Plan; 2]>),
    /// `left || right`
    Or(Box<[Plan; 2]>),
    /// `left == right` and the other comparisons.
    Compare(Comparator, Box<[Plan; 2]>),
    /// `first.second | third`: each is applied to the result of the previous one.
    Chain(Vec<Plan>),
    /// `left[*].right`
    Project(Box<[Plan; 2]>),
    /// `left.*.right`
    ProjectValues(Box<[Plan; 2]>),
    /// `left[?condition].right`
    Filter(Box<[Plan; 3]>),
    /// `[a, b]`
    List(Vec<Plan>),
    /// `{a: x, b: y}`
    Hash(Vec<(String, Plan)>),
    /// A function and its arguments. For `&inner`, the argument is `inner`.
    Call(Function, Vec<Plan>),
}

/// The value of a literal.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "each is the JSON value of its name")]
pub enum Literal {
    Null,
    Bool(bool),
    Number(f64),
    String(String),
    Array(Vec<Literal>),
    Object(Vec<(String, Literal)>),
}

/// The reason why an expression cannot be evaluated.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct Unplannable(String);

/// Compiles an expression to a plan.
///
/// # Errors
/// Evaluation would always fail: a slice with step 0, an unknown function, wrong arguments, or `&` where no function
/// takes it.
///
/// ```
/// use whitesmith_codegen::jmespath::{parse, plan};
/// assert!(plan(&parse("jobs[?state == 'done'] | length(@)")?).is_ok());
/// assert!(plan(&parse("jobs[::0]")?).is_err());
/// # Ok::<(), whitesmith_codegen::jmespath::SyntaxError>(())
/// ```
pub fn plan(expression: &Expression) -> Result<Plan, Unplannable> {
    let one = |inner: &Expression| plan(inner).map(Box::new);
    let two = |left: &Expression, right: &Expression| Ok(Box::new([plan(left)?, plan(right)?]));
    Ok(match &expression.kind {
        ExpressionKind::Current => Plan::Current,
        ExpressionKind::Field(name) => Plan::Field(name.clone()),
        ExpressionKind::Index(index) => Plan::Index(*index),
        ExpressionKind::Slice(_, _, Some(0)) => return refuse("a slice has step 0"),
        ExpressionKind::Slice(from, to, step) => Plan::Slice(*from, *to, step.unwrap_or(1)),
        ExpressionKind::Literal(value) => Plan::Literal(literal(value)?),
        ExpressionKind::Flatten(inner) => Plan::Flatten(one(inner)?),
        ExpressionKind::Not(inner) => Plan::Not(one(inner)?),
        ExpressionKind::And(left, right) => Plan::And(two(left, right)?),
        ExpressionKind::Or(left, right) => Plan::Or(two(left, right)?),
        ExpressionKind::Comparison(comparator, left, right) => Plan::Compare(*comparator, two(left, right)?),
        ExpressionKind::Subexpression(left, right) => chain(plan(left)?, plan(right)?),
        ExpressionKind::Projection(left, right) => Plan::Project(two(left, right)?),
        ExpressionKind::ObjectProjection(left, right) => Plan::ProjectValues(two(left, right)?),
        ExpressionKind::Filter { left, condition, right } => {
            Plan::Filter(Box::new([plan(left)?, plan(condition)?, plan(right)?]))
        }
        ExpressionKind::MultiList(items) => Plan::List(items.iter().map(plan).collect::<Result<_, _>>()?),
        ExpressionKind::MultiHash(items) => {
            Plan::Hash(items.iter().map(|(name, item)| Ok((name.clone(), plan(item)?))).collect::<Result<_, _>>()?)
        }
        ExpressionKind::Reference(_) => return refuse("`&` is not an argument of a function that takes an expression"),
        ExpressionKind::Function(name, arguments) => call(name, arguments)?,
    })
}

fn refuse<T>(reason: impl Into<String>) -> Result<T, Unplannable> {
    Err(Unplannable(reason.into()))
}

/// Flattens nested chains, and removes links without effect.
fn chain(left: Plan, right: Plan) -> Plan {
    let links = |plan| if let Plan::Chain(links) = plan { links } else { vec![plan] };
    match (left, right) {
        (Plan::Current, other) | (other, Plan::Current) => other,
        (left, right) => Plan::Chain([links(left), links(right)].concat()),
    }
}

fn call(name: &str, arguments: &[Expression]) -> Result<Plan, Unplannable> {
    let Some(function) = Signature::named(name) else { return refuse(format!("unknown function `{name}`")) };
    let wanted = function.arguments.len();
    if arguments.len() < wanted || (function.more.is_none() && arguments.len() > wanted) {
        return refuse(format!("`{name}` does not take {} arguments", arguments.len()));
    }
    let mut planned = Vec::new();
    for (place, argument) in arguments.iter().enumerate() {
        planned.push(match (&argument.kind, function.takes_expression(place)) {
            (ExpressionKind::Reference(inner), true) => plan(inner)?,
            (_, true) => return refuse(format!("`{name}` requires an expression, `&…`")),
            (_, false) => plan(argument)?,
        });
    }
    Ok(Plan::Call(function.function, planned))
}

fn literal(value: &Value) -> Result<Literal, Unplannable> {
    Ok(match value {
        Value::Null => Literal::Null,
        Value::Boolean(value) => Literal::Bool(*value),
        Value::Number(value) => Literal::Number(*value),
        Value::String(text) => Literal::String(text.to_string()),
        Value::Array(elements) if elements.len() >= super::value::LONGEST => {
            return refuse(format!("a literal has {} elements or more", super::value::LONGEST));
        }
        Value::Array(elements) => Literal::Array(elements.iter().map(literal).collect::<Result<_, _>>()?),
        Value::Object(members) => Literal::Object(
            members.iter().map(|(name, value)| Ok((name.to_string(), literal(value)?))).collect::<Result<_, _>>()?,
        ),
        Value::Any | Value::List(..) | Value::Expression | Value::Shape(_) => return refuse("a literal has no value"),
    })
}
