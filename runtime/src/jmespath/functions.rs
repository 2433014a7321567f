//! Built-in functions.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::compare::{equal, order};
use super::evaluate::{Evaluation, Failure, Result};
use super::value::{Array, Object, Value};
use super::{Expression, Function};
use crate::codec::json::nearest_float;
use crate::types::{Document, Number};

impl Evaluation {
    pub(super) fn call<'a>(
        &mut self,
        function: Function,
        arguments: &[Expression],
        current: &Value<'a>,
    ) -> Result<Value<'a>> {
        match (function, arguments) {
            // Functions that evaluate an expression for each element.
            (Function::Map, [by, list]) => {
                let list = array(self.of(list, current)?)?;
                let results = list.iter().map(|element| self.of(by, &element)).collect::<Result<Vec<_>>>()?;
                Ok(Value::array(results))
            }
            (Function::MaxBy | Function::MinBy | Function::SortBy, [list, by]) => {
                let list = array(self.of(list, current)?)?;
                let keyed = list.iter().map(|element| Ok((self.of(by, &element)?, element))).collect::<Result<_>>()?;
                self.by_key(function, keyed)
            }
            _ => {
                let values = arguments.iter().map(|argument| self.of(argument, current)).collect::<Result<Vec<_>>>()?;
                self.call_over(function, values)
            }
        }
    }

    fn call_over<'a>(&mut self, function: Function, mut values: Vec<Value<'a>>) -> Result<Value<'a>> {
        match function {
            Function::NotNull => {
                return Ok(values.into_iter().find(|value| !matches!(value, Value::Null)).unwrap_or(Value::Null));
            }
            Function::Merge => return self.merge(values),
            _ => {}
        }
        let second = if values.len() > 1 { values.pop() } else { None };
        match (values.pop().ok_or(Failure::Argument)?, second) {
            (first, None) => self.call_one(function, first),
            (first, Some(second)) => self.call_two(function, &first, &second),
        }
    }

    fn call_one<'a>(&mut self, function: Function, value: Value<'a>) -> Result<Value<'a>> {
        Ok(match function {
            Function::Abs => Value::Number(number(&value)?.abs()),
            Function::Ceil => Value::Number(number(&value)?.ceil()),
            Function::Floor => Value::Number(number(&value)?.floor()),
            Function::Avg | Function::Sum => self.sum(function, &array(value)?)?,
            Function::Keys => {
                let names = self.members(&object(value)?)?.into_iter().map(|(name, _)| Value::text(name));
                Value::array(names.collect::<Vec<_>>())
            }
            Function::Values => Value::array(self.values(&object(value)?)?),
            Function::Length => Value::Number(self.length(&value)? as f64),
            Function::Max | Function::Min | Function::Sort => {
                let list = array(value)?;
                self.spend(list.len())?;
                self.by_key(function, list.iter().map(|element| (element.clone(), element)).collect())?
            }
            Function::Reverse => match value {
                Value::String(text) => {
                    self.spend(text.len())?;
                    Value::owned_text(text.chars().rev().collect::<String>())
                }
                value => {
                    let list = array(value)?;
                    self.spend(list.len())?;
                    Value::array(list.iter().rev().collect::<Vec<_>>())
                }
            },
            Function::ToArray => match value {
                list @ Value::Array(_) => list,
                other => Value::array([other]),
            },
            Function::ToNumber => match value {
                Value::Number(_) => value,
                Value::String(text) => to_number(&text).map_or(Value::Null, Value::Number),
                _ => Value::Null,
            },
            Function::ToString => match value {
                text @ Value::String(_) => text,
                other => {
                    let document = self.document(&other)?;
                    Value::owned_text(json(&document))
                }
            },
            Function::Type => Value::text(type_name(&value)),
            _ => return Err(Failure::Argument),
        })
    }

    fn call_two<'a>(&mut self, function: Function, first: &Value<'a>, second: &Value<'a>) -> Result<Value<'a>> {
        Ok(match (function, first, second) {
            (Function::Contains, Value::Array(list), wanted) => {
                for element in list.iter() {
                    if equal(self, &element, wanted)? {
                        return Ok(Value::Bool(true));
                    }
                }
                Value::Bool(false)
            }
            // Strings contain only strings.
            (Function::Contains, Value::String(text), Value::String(part)) => Value::Bool(text.contains(&**part)),
            (Function::Contains, Value::String(_), _) => Value::Bool(false),
            (Function::StartsWith, Value::String(text), Value::String(part)) => Value::Bool(text.starts_with(&**part)),
            (Function::EndsWith, Value::String(text), Value::String(part)) => Value::Bool(text.ends_with(&**part)),
            (Function::Join, Value::String(glue), Value::Array(list)) => {
                let mut joined = String::new();
                for (index, element) in list.iter().enumerate() {
                    let Value::String(text) = element else { return Err(Failure::Argument) };
                    self.spend(glue.len() + text.len())?;
                    if index > 0 {
                        joined.push_str(glue);
                    }
                    joined.push_str(&text);
                }
                Value::owned_text(joined)
            }
            _ => return Err(Failure::Argument),
        })
    }

    /// Returns the first, the last or all elements in the order of their keys. The order is stable.
    fn by_key<'a>(&mut self, function: Function, mut keyed: Vec<(Value<'a>, Value<'a>)>) -> Result<Value<'a>> {
        self.spend(keyed.len())?;
        // All keys are numbers or all are strings, so comparisons cannot fail.
        if let Some((first, _)) = keyed.first() {
            keyed.iter().try_for_each(|(key, _)| order(first, key).map(drop))?;
        }
        let ordering = |a: &(Value<'_>, _), b: &(Value<'_>, _)| order(&a.0, &b.0).unwrap_or(Ordering::Equal);
        let found = match function {
            Function::Sort | Function::SortBy => {
                keyed.sort_by(ordering);
                return Ok(Value::array(keyed.into_iter().map(|(_, element)| element).collect::<Vec<_>>()));
            }
            Function::Max | Function::MaxBy => keyed.into_iter().max_by(ordering),
            _ => keyed.into_iter().min_by(ordering),
        };
        Ok(found.map_or(Value::Null, |(_, element)| element))
    }

    fn sum<'a>(&mut self, function: Function, list: &Array<'_>) -> Result<Value<'a>> {
        self.spend(list.len())?;
        let mut sum = 0.0;
        for element in list.iter() {
            sum += number(&element)?;
        }
        Ok(match (function, list.len()) {
            (Function::Sum, _) => Value::Number(sum),
            (_, 0) => Value::Null,
            (_, length) => Value::Number(sum / length as f64),
        })
    }

    fn length(&mut self, value: &Value<'_>) -> Result<usize> {
        match value {
            Value::String(text) => {
                self.spend(text.len())?;
                Ok(text.chars().count())
            }
            Value::Array(list) => Ok(list.len()),
            Value::Object(object) => Ok(self.members(object)?.len()),
            _ => Err(Failure::Argument),
        }
    }

    /// Merges objects. The last of several members with the same name is used.
    fn merge<'a>(&mut self, values: Vec<Value<'a>>) -> Result<Value<'a>> {
        let mut merged: BTreeMap<&'a str, Value<'a>> = BTreeMap::new();
        for value in values {
            merged.extend(self.members(&object(value)?)?);
        }
        Ok(Value::object(merged.into_iter().collect::<Vec<_>>()))
    }
}

fn array(value: Value<'_>) -> Result<Array<'_>> {
    if let Value::Array(array) = value { Ok(array) } else { Err(Failure::Argument) }
}

fn object(value: Value<'_>) -> Result<Object<'_>> {
    if let Value::Object(object) = value { Ok(object) } else { Err(Failure::Argument) }
}

/// Returns the number that a text contains in JSON syntax.
fn to_number(text: &str) -> Option<f64> {
    nearest_float(text.trim_matches([' ', '\t', '\n', '\r'])).filter(|number| number.is_finite())
}

fn number(value: &Value<'_>) -> Result<f64> {
    if let Value::Number(number) = value { Ok(*number) } else { Err(Failure::Argument) }
}

fn type_name(value: &Value<'_>) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}

/// Writes the document as JSON.
fn json(document: &Document) -> String {
    let text = |text: &str| serde_json::Value::from(text).to_string();
    match document {
        Document::Bool(value) => value.to_string(),
        // JSON has no infinities and NaN.
        Document::Number(Number::Float(value)) if !value.is_finite() => "null".to_owned(),
        Document::Number(number) => number.to_string(),
        Document::Null => "null".to_owned(),
        Document::String(value) => text(value),
        Document::Array(elements) => {
            format!("[{}]", elements.iter().map(json).collect::<Vec<_>>().join(","))
        }
        Document::Object(members) => {
            let members = members.iter().map(|(name, value)| format!("{}:{}", text(name), json(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
    }
}
