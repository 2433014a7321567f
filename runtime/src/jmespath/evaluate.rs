//! Evaluation of expressions.

use std::collections::BTreeMap;

use super::value::{Array, Object, Text, Value};
use super::{Comparator, Expression, compare};
use crate::types::Document;

/// Error of an evaluation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Failure {
    /// A function has an argument of a type that it does not accept.
    Argument,
    /// The evaluation exceeds the maximum number of steps.
    TooLong,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Argument => "an argument of a function has an invalid type",
            Self::TooLong => "the evaluation takes too many steps",
        })
    }
}

impl std::error::Error for Failure {}

pub(super) type Result<T> = std::result::Result<T, Failure>;

/// Maximum steps of an evaluation. A short expression can square the size of its input repeatedly.
const STEPS: usize = 1_000_000;

/// State of an evaluation.
pub(crate) struct Evaluation {
    steps: usize,
    sensitive: bool,
}

impl Default for Evaluation {
    fn default() -> Self {
        Self { steps: STEPS, sensitive: false }
    }
}

impl Evaluation {
    /// Whether the evaluation read a sensitive member.
    pub(crate) fn was_sensitive(&self) -> bool {
        self.sensitive
    }

    /// Counts steps: one for each value that is read, created or compared.
    pub(super) fn spend(&mut self, steps: usize) -> Result<()> {
        self.steps = self.steps.checked_sub(steps.max(1)).ok_or(Failure::TooLong)?;
        Ok(())
    }

    /// Evaluates an expression for a value.
    pub(crate) fn of<'a>(&mut self, expression: &Expression, current: &Value<'a>) -> Result<Value<'a>> {
        self.spend(1)?;
        Ok(match expression {
            Expression::Current => current.clone(),
            Expression::Field(name) => self.field(name, current)?,
            Expression::Index(index) => element(current, *index),
            Expression::Slice(from, to, step) => self.slice(current, (*from, *to, *step))?,
            Expression::Literal(literal) => (*literal).into(),
            Expression::Flatten(inner) => self.flatten(inner, current)?,
            Expression::Not(inner) => Value::Bool(!self.of(inner, current)?.is_truthy()),
            Expression::And([left, right]) | Expression::Or([left, right]) => {
                let goes_on_when = matches!(expression, Expression::And(_));
                let left = self.of(left, current)?;
                if left.is_truthy() == goes_on_when { self.of(right, current)? } else { left }
            }
            Expression::Compare(comparator, [left, right]) => {
                let (left, right) = (self.of(left, current)?, self.of(right, current)?);
                self.compare(*comparator, &left, &right)?
            }
            Expression::Chain(links) => {
                let mut value = current.clone();
                for link in *links {
                    value = self.of(link, &value)?;
                }
                value
            }
            Expression::Project([left, right]) => {
                let left = self.of(left, current)?;
                self.project(&left, None, right)?
            }
            Expression::Filter([left, condition, right]) => {
                let left = self.of(left, current)?;
                self.project(&left, Some(condition), right)?
            }
            Expression::ProjectValues([left, right]) => match self.of(left, current)? {
                Value::Object(object) => {
                    let values = self.values(&object)?;
                    self.project(&Value::array(values), None, right)?
                }
                _ => Value::Null,
            },
            Expression::List(_) | Expression::Hash(_) if matches!(current, Value::Null) => Value::Null,
            Expression::List(items) => {
                let items = items.iter().map(|item| self.of(item, current)).collect::<Result<Vec<_>>>()?;
                Value::array(items)
            }
            Expression::Hash(items) => {
                let items = items.iter().map(|(name, item)| Ok((*name, self.of(item, current)?)));
                Value::object(items.collect::<Result<Vec<_>>>()?)
            }
            Expression::Call(function, arguments) => self.call(*function, arguments, current)?,
        })
    }

    fn field<'a>(&mut self, name: &str, current: &Value<'a>) -> Result<Value<'a>> {
        let Value::Object(object) = current else { return Ok(Value::Null) };
        self.sensitive |= object.is_sensitive(name);
        let value = object.get(name);
        // Each read of a blob encodes it.
        if let Value::String(Text::Made(text)) = &value {
            self.spend(text.len() / 64)?;
        }
        Ok(value)
    }

    /// Names and values of an object.
    pub(super) fn members<'a>(&mut self, object: &Object<'a>) -> Result<Vec<(&'a str, Value<'a>)>> {
        let mut members = Vec::new();
        object.each(&mut |name, value| {
            self.sensitive |= object.is_sensitive(name);
            members.push((name, value));
            true
        });
        self.spend(members.len())?;
        Ok(members)
    }

    /// Values of an object.
    pub(super) fn values<'a>(&mut self, object: &Object<'a>) -> Result<Vec<Value<'a>>> {
        Ok(self.members(object)?.into_iter().map(|(_, value)| value).collect())
    }

    /// Evaluates the right side for each element that matches the condition. Null results are omitted.
    fn project<'a>(
        &mut self,
        left: &Value<'a>,
        condition: Option<&Expression>,
        right: &Expression,
    ) -> Result<Value<'a>> {
        let Value::Array(array) = left else { return Ok(Value::Null) };
        let mut results = Vec::new();
        for element in array.iter() {
            if let Some(condition) = condition
                && !self.of(condition, &element)?.is_truthy()
            {
                continue;
            }
            let result = self.of(right, &element)?;
            if !matches!(result, Value::Null) {
                results.push(result);
            }
        }
        Ok(Value::array(results))
    }

    fn flatten<'a>(&mut self, inner: &Expression, current: &Value<'a>) -> Result<Value<'a>> {
        let Value::Array(array) = self.of(inner, current)? else { return Ok(Value::Null) };
        let mut flat = Vec::new();
        for element in array.iter() {
            match element {
                Value::Array(inner) => {
                    self.spend(inner.len())?;
                    flat.extend(inner.iter());
                }
                other => {
                    self.spend(1)?;
                    flat.push(other);
                }
            }
        }
        Ok(Value::array(flat))
    }

    fn slice<'a>(
        &mut self,
        current: &Value<'a>,
        (from, to, step): (Option<i64>, Option<i64>, i64),
    ) -> Result<Value<'a>> {
        let Value::Array(array) = current else { return Ok(Value::Null) };
        let length = i64::try_from(array.len()).unwrap_or(i64::MAX);
        // Bounds of a slice. They may be before the first element if it goes backwards.
        let (low, high) = if step < 0 { (-1, length - 1) } else { (0, length) };
        let bound = |given: Option<i64>, default| match given {
            None => default,
            Some(index) if index < 0 => index.saturating_add(length).clamp(low, high),
            Some(index) => index.clamp(low, high),
        };
        let (mut at, end) =
            if step < 0 { (bound(from, high), bound(to, low)) } else { (bound(from, low), bound(to, high)) };
        let mut taken = Vec::new();
        while step != 0 && (if step < 0 { at > end } else { at < end }) {
            self.spend(1)?;
            taken.push(usize::try_from(at).map_or(Value::Null, |at| array.get(at)));
            at = at.saturating_add(step);
        }
        Ok(Value::array(taken))
    }

    fn compare<'a>(&mut self, comparator: Comparator, left: &Value<'_>, right: &Value<'_>) -> Result<Value<'a>> {
        let (left, right) = match (comparator, left, right) {
            (Comparator::Equal, ..) => return Ok(Value::Bool(compare::equal(self, left, right)?)),
            (Comparator::NotEqual, ..) => return Ok(Value::Bool(!compare::equal(self, left, right)?)),
            (_, Value::Number(left), Value::Number(right)) => (left, right),
            _ => return Ok(Value::Null),
        };
        Ok(Value::Bool(match comparator {
            Comparator::Less => left < right,
            Comparator::LessOrEqual => left <= right,
            Comparator::Greater => left > right,
            _ => left >= right,
        }))
    }

    /// Copies the value to a document.
    pub(super) fn document(&mut self, value: &Value<'_>) -> Result<Document> {
        self.spend(1)?;
        Ok(match value {
            Value::Null => Document::Null,
            Value::Bool(value) => Document::Bool(*value),
            Value::Number(value) => Document::from(*value),
            Value::String(text) => {
                self.spend(text.len())?;
                Document::from(&**text)
            }
            Value::Array(array) => {
                Document::Array(array.iter().map(|element| self.document(&element)).collect::<Result<_>>()?)
            }
            Value::Object(object) => {
                let mut members = BTreeMap::new();
                for (name, value) in self.members(object)? {
                    members.insert(name.to_owned(), self.document(&value)?);
                }
                Document::Object(members)
            }
        })
    }
}

fn element<'a>(current: &Value<'a>, index: i64) -> Value<'a> {
    let Value::Array(array) = current else { return Value::Null };
    place(array, index).map_or(Value::Null, |index| array.get(index))
}

/// Resolves an index. Negative indices count from the end.
fn place(array: &Array<'_>, index: i64) -> Option<usize> {
    let back = usize::try_from(index.unsigned_abs()).ok()?;
    if index < 0 { array.len().checked_sub(back) } else { Some(back) }
}
