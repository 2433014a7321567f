//! The functions of the language, one row each: version, parameters, type of the result, and implementation.

use std::ops::RangeInclusive;

use super::RuleError;
use super::check::{Arguments, into};
use super::parse::steps;
use super::partitions;
use super::syntax::{Expression, Step, Version};
use super::types::{Type, Value};
use super::url;
use crate::source::Span;

/// A function.
pub struct Function {
    /// Its name.
    pub name: &'static str,
    /// The first version of the language with this function.
    pub since: Version,
    pub(super) arity: RangeInclusive<usize>,
    /// Type of the result for these arguments.
    pub(super) check: fn(&Arguments<'_>) -> Result<Type, RuleError>,
    /// The result. [`Value::None`] if the arguments do not have the types that were checked.
    pub(super) apply: fn(&[Value]) -> Value,
}

const V1_0: Version = Version(1, 0);
const V1_1: Version = Version(1, 1);

/// All functions.
const FUNCTIONS: &[Function] = &[
    Function { name: "aws.isVirtualHostableS3Bucket", since: V1_0, arity: 2..=2, check: label, apply: is_bucket },
    Function { name: "aws.parseArn", since: V1_0, arity: 1..=1, check: arn, apply: parse_arn },
    Function { name: "aws.partition", since: V1_0, arity: 1..=1, check: partition, apply: partitions::partition },
    Function { name: "booleanEquals", since: V1_0, arity: 2..=2, check: two_booleans, apply: equals },
    Function { name: "coalesce", since: V1_1, arity: 2..=usize::MAX, check: coalesce, apply: first_present },
    Function { name: "getAttr", since: V1_0, arity: 2..=2, check: attribute, apply: get_attribute },
    Function { name: "isSet", since: V1_0, arity: 1..=1, check: optional, apply: is_set },
    Function { name: "isValidHostLabel", since: V1_0, arity: 2..=2, check: label, apply: is_label },
    Function { name: "ite", since: V1_1, arity: 3..=3, check: choice, apply: choose },
    Function { name: "not", since: V1_0, arity: 1..=1, check: one_boolean, apply: not },
    Function { name: "parseURL", since: V1_0, arity: 1..=1, check: url_type, apply: url::parse },
    Function { name: "split", since: V1_1, arity: 3..=3, check: splitting, apply: split },
    Function { name: "stringEquals", since: V1_0, arity: 2..=2, check: two_strings, apply: equals },
    Function { name: "substring", since: V1_0, arity: 4..=4, check: range, apply: substring },
    Function { name: "uriEncode", since: V1_0, arity: 1..=1, check: one_string, apply: url::encode },
];

impl Function {
    /// The function with this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        FUNCTIONS.iter().find(|function| function.name == name)
    }

    /// All names.
    pub fn names() -> impl Iterator<Item = &'static str> {
        FUNCTIONS.iter().map(|function| function.name)
    }
}

type Checked = Result<Type, RuleError>;

fn one_string(arguments: &Arguments<'_>) -> Checked {
    arguments.expect(&[Type::String]).map(|()| Type::String)
}

fn two_strings(arguments: &Arguments<'_>) -> Checked {
    arguments.expect(&[Type::String, Type::String]).map(|()| Type::Boolean)
}

fn one_boolean(arguments: &Arguments<'_>) -> Checked {
    arguments.expect(&[Type::Boolean]).map(|()| Type::Boolean)
}

fn two_booleans(arguments: &Arguments<'_>) -> Checked {
    arguments.expect(&[Type::Boolean, Type::Boolean]).map(|()| Type::Boolean)
}

fn label(arguments: &Arguments<'_>) -> Checked {
    arguments.expect(&[Type::String, Type::Boolean]).map(|()| Type::Boolean)
}

fn range(arguments: &Arguments<'_>) -> Checked {
    let wanted = [Type::String, Type::Integer, Type::Integer, Type::Boolean];
    arguments.expect(&wanted).map(|()| Type::String.optional())
}

fn splitting(arguments: &Arguments<'_>) -> Checked {
    if arguments.expressions.get(1).and_then(Expression::as_text) == Some("") {
        return Err(RuleError::new("the delimiter of `split` cannot be empty", arguments.span_of(1)));
    }
    arguments.expect(&[Type::String, Type::String, Type::Integer]).map(|()| Type::strings())
}

fn url_type(arguments: &Arguments<'_>) -> Checked {
    arguments.expect(&[Type::String]).map(|()| record(&url::MEMBERS).optional())
}

fn arn(arguments: &Arguments<'_>) -> Checked {
    let members = [
        ("partition", Type::String),
        ("service", Type::String),
        ("region", Type::String),
        ("accountId", Type::String),
        ("resourceId", Type::strings()),
    ];
    arguments.expect(&[Type::String]).map(|()| record(&members).optional())
}

fn partition(arguments: &Arguments<'_>) -> Checked {
    arguments.expect(&[Type::String]).map(|()| record(&partitions::MEMBERS).optional())
}

fn record(members: &[(&str, Type)]) -> Type {
    Type::Record(members.iter().map(|(name, kind)| ((*name).to_owned(), kind.clone())).collect())
}

fn optional(arguments: &Arguments<'_>) -> Checked {
    match arguments.types.first() {
        Some(Type::Optional(_)) => Ok(Type::Boolean),
        Some(found) => {
            let message = format!("`isSet` needs an optional value, but this is always a {found}");
            Err(RuleError::new(message, arguments.span_of(0)))
        }
        None => Err(RuleError::new("`isSet` takes an argument", arguments.span)),
    }
}

fn coalesce(arguments: &Arguments<'_>) -> Checked {
    let (kind, present) = arguments.common(0)?;
    Ok(if present.contains(&true) { kind } else { kind.optional() })
}

fn choice(arguments: &Arguments<'_>) -> Checked {
    arguments.expect(&[Type::Boolean])?;
    let (kind, present) = arguments.common(1)?;
    Ok(if present.contains(&false) { kind.optional() } else { kind })
}

fn attribute(arguments: &Arguments<'_>) -> Checked {
    let [from, path] = arguments.expressions else {
        return Err(RuleError::new("`getAttr` takes a value and a path", arguments.span));
    };
    let Some(text) = path.as_text() else {
        return Err(RuleError::new("the path of `getAttr` must be a string without references", path.span));
    };
    let steps = steps(text, path.span)?;
    let kind = arguments.types.first().cloned().unwrap_or(Type::String);
    into(kind, &steps, text, from.span)
}

fn equals(arguments: &[Value]) -> Value {
    let [left, right] = arguments else { return Value::None };
    Value::Boolean(left == right)
}

fn not(arguments: &[Value]) -> Value {
    let [Value::Boolean(value)] = arguments else { return Value::None };
    Value::Boolean(!value)
}

fn is_set(arguments: &[Value]) -> Value {
    Value::Boolean(!matches!(arguments, [Value::None] | []))
}

fn first_present(arguments: &[Value]) -> Value {
    arguments.iter().find(|value| **value != Value::None).cloned().unwrap_or(Value::None)
}

fn choose(arguments: &[Value]) -> Value {
    match arguments {
        [Value::Boolean(true), value, _] | [Value::Boolean(false), _, value] => value.clone(),
        _ => Value::None,
    }
}

fn get_attribute(arguments: &[Value]) -> Value {
    let [value, Value::String(path)] = arguments else { return Value::None };
    steps(path, Span::NONE).map_or(Value::None, |steps| step_into(value, &steps))
}

/// The value at a path; [`Value::None`] if there is none.
pub(super) fn step_into(value: &Value, steps: &[Step]) -> Value {
    let mut value = value;
    for step in steps {
        let next = match (value, step) {
            (Value::Record(_), Step::Key(key)) => value.get(key),
            (Value::List(items), Step::Index(index)) => {
                let from_end = usize::try_from(index.unsigned_abs()).ok();
                let at = if *index < 0 { from_end.and_then(|back| items.len().checked_sub(back)) } else { from_end };
                at.and_then(|at| items.get(at))
            }
            _ => None,
        };
        let Some(next) = next else { return Value::None };
        value = next;
    }
    value.clone()
}

/// `substring(text, start, stop, reverse)`: no value if the text is too short or not ASCII.
fn substring(arguments: &[Value]) -> Value {
    let [Value::String(text), Value::Integer(start), Value::Integer(stop), Value::Boolean(reverse)] = arguments else {
        return Value::None;
    };
    let (Ok(start), Ok(stop)) = (usize::try_from(*start), usize::try_from(*stop)) else { return Value::None };
    if !text.is_ascii() || start >= stop || text.len() < stop {
        return Value::None;
    }
    let range = if *reverse { text.len() - stop..text.len() - start } else { start..stop };
    text.get(range).map_or(Value::None, Value::text)
}

/// `split(text, delimiter, limit)`: at most `limit` parts, or all parts if `limit` is 0.
fn split(arguments: &[Value]) -> Value {
    let [Value::String(text), Value::String(delimiter), Value::Integer(limit)] = arguments else { return Value::None };
    let Ok(limit) = usize::try_from(*limit) else { return Value::None };
    if delimiter.is_empty() {
        return Value::None;
    }
    let limit = if limit == 0 { usize::MAX } else { limit };
    Value::List(text.splitn(limit, delimiter.as_str()).map(Value::text).collect())
}

fn is_label(arguments: &[Value]) -> Value {
    let [Value::String(text), Value::Boolean(with_dots)] = arguments else { return Value::None };
    Value::Boolean(if *with_dots { text.split('.').all(is_host_label) } else { is_host_label(text) })
}

/// Whether a text is a valid label of a host name, as regions are.
pub(crate) fn is_host_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

/// Whether a bucket name can be the first label of a host name.
fn is_bucket(arguments: &[Value]) -> Value {
    let [Value::String(text), Value::Boolean(with_dots)] = arguments else { return Value::None };
    let is_edge = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    let is_inner = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
    let bytes = text.as_bytes();
    let is_good = (3..=63).contains(&bytes.len())
        && bytes.iter().copied().all(is_inner)
        && is_edge(bytes.first())
        && is_edge(bytes.last())
        && !["..", ".-", "-."].iter().any(|pair| text.contains(pair))
        && text.parse::<std::net::Ipv4Addr>().is_err();
    Value::Boolean(is_good && (*with_dots || !text.contains('.')))
}

fn parse_arn(arguments: &[Value]) -> Value {
    let [Value::String(text)] = arguments else { return Value::None };
    let mut parts = text.splitn(6, ':');
    let mut next = || parts.next().unwrap_or_default().to_owned();
    let (prefix, partition, service, region, account) = (next(), next(), next(), next(), next());
    let Some(resource) = parts.next().filter(|resource| !resource.is_empty()) else { return Value::None };
    if prefix != "arn" || partition.is_empty() || service.is_empty() {
        return Value::None;
    }
    Value::Record(vec![
        ("partition".to_owned(), Value::String(partition)),
        ("service".to_owned(), Value::String(service)),
        ("region".to_owned(), Value::String(region)),
        ("accountId".to_owned(), Value::String(account)),
        ("resourceId".to_owned(), Value::List(resource.split([':', '/']).map(Value::text).collect())),
    ])
}
