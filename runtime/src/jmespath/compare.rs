//! Equality and order of values.

use std::cmp::Ordering;

use super::Evaluation;
use super::evaluate::{Failure, Result};
use super::value::{Object, Value};

/// Whether two values are equal: of the same type, with equal parts.
pub(super) fn equal(evaluation: &mut Evaluation, left: &Value<'_>, right: &Value<'_>) -> Result<bool> {
    evaluation.spend(1)?;
    Ok(match (left, right) {
        (Value::Null, Value::Null) => true,
        (Value::Bool(left), Value::Bool(right)) => left == right,
        #[allow(clippy::float_cmp, reason = "the specification requires exact comparison")]
        (Value::Number(left), Value::Number(right)) => left == right,
        (Value::String(left), Value::String(right)) => **left == **right,
        (Value::Array(left), Value::Array(right)) => {
            if left.len() != right.len() {
                return Ok(false);
            }
            for (left, right) in left.iter().zip(right.iter()) {
                if !equal(evaluation, &left, &right)? {
                    return Ok(false);
                }
            }
            true
        }
        (Value::Object(left), Value::Object(right)) => equal_objects(evaluation, left, right)?,
        _ => false,
    })
}

fn equal_objects(evaluation: &mut Evaluation, left: &Object<'_>, right: &Object<'_>) -> Result<bool> {
    let (mut left, mut right) = (evaluation.members(left)?, evaluation.members(right)?);
    left.sort_by_key(|(name, _)| *name);
    right.sort_by_key(|(name, _)| *name);
    if !left.iter().map(|(name, _)| name).eq(right.iter().map(|(name, _)| name)) {
        return Ok(false);
    }
    for ((_, left), (_, right)) in left.iter().zip(&right) {
        if !equal(evaluation, left, right)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Compares two numbers or two strings.
pub(super) fn order(left: &Value<'_>, right: &Value<'_>) -> Result<Ordering> {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => Ok(left.total_cmp(right)),
        (Value::String(left), Value::String(right)) => Ok(str::cmp(left, right)),
        _ => Err(Failure::Argument),
    }
}
