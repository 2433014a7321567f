//! The functions of `JMESPath` (specification, "Built-in Functions"): parameters and results.

use super::value::{Type, Value};
use crate::hash::IndexMap;

/// The type of a parameter.
#[derive(Clone, Copy, Debug)]
pub(super) enum Argument {
    /// One of these types; any type if the list is empty.
    OneOf(&'static [Type]),
    /// An array of this type.
    ArrayOf(Type),
}

/// A function. Variants have their names in the runtime.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the function of its name")]
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

/// Signature of a function.
#[derive(Debug)]
pub(super) struct Signature {
    pub(super) function: Function,
    pub(super) name: &'static str,
    pub(super) arguments: &'static [Argument],
    /// Type of further arguments, if the function is variadic.
    pub(super) more: Option<Argument>,
    pub(super) returns: Type,
}

const ANY: Argument = Argument::OneOf(&[]);
const NUMBER: Argument = Argument::OneOf(&[Type::Number]);
const STRING: Argument = Argument::OneOf(&[Type::String]);
const ARRAY: Argument = Argument::OneOf(&[Type::Array]);
const OBJECT: Argument = Argument::OneOf(&[Type::Object]);
const EXPRESSION: Argument = Argument::OneOf(&[Type::Expression]);
const ARRAY_OR_STRING: Argument = Argument::OneOf(&[Type::Array, Type::String]);

const fn signature(function: Function, name: &'static str, arguments: &'static [Argument], returns: Type) -> Signature {
    Signature { function, name, arguments, more: None, returns }
}

/// All functions, by name. The result is `any` for functions whose result depends on their arguments.
const FUNCTIONS: &[Signature] = &[
    signature(Function::Abs, "abs", &[NUMBER], Type::Number),
    signature(Function::Avg, "avg", &[Argument::ArrayOf(Type::Number)], Type::Number),
    signature(Function::Ceil, "ceil", &[NUMBER], Type::Number),
    signature(Function::Contains, "contains", &[ARRAY_OR_STRING, ANY], Type::Boolean),
    signature(Function::EndsWith, "ends_with", &[STRING, STRING], Type::Boolean),
    signature(Function::Floor, "floor", &[NUMBER], Type::Number),
    signature(Function::Join, "join", &[STRING, Argument::ArrayOf(Type::String)], Type::String),
    signature(Function::Keys, "keys", &[OBJECT], Type::Array),
    signature(Function::Length, "length", &[Argument::OneOf(&[Type::String, Type::Array, Type::Object])], Type::Number),
    signature(Function::Map, "map", &[EXPRESSION, ARRAY], Type::Array),
    signature(Function::Max, "max", &[ARRAY], Type::Any),
    signature(Function::MaxBy, "max_by", &[ARRAY, EXPRESSION], Type::Any),
    Signature { function: Function::Merge, name: "merge", arguments: &[], more: Some(OBJECT), returns: Type::Any },
    signature(Function::Min, "min", &[ARRAY], Type::Any),
    signature(Function::MinBy, "min_by", &[ARRAY, EXPRESSION], Type::Any),
    Signature { function: Function::NotNull, name: "not_null", arguments: &[ANY], more: Some(ANY), returns: Type::Any },
    signature(Function::Reverse, "reverse", &[ARRAY_OR_STRING], Type::Any),
    signature(Function::Sort, "sort", &[ARRAY], Type::Array),
    signature(Function::SortBy, "sort_by", &[ARRAY, EXPRESSION], Type::Array),
    signature(Function::StartsWith, "starts_with", &[STRING, STRING], Type::Boolean),
    signature(Function::Sum, "sum", &[Argument::ArrayOf(Type::Number)], Type::Number),
    signature(Function::ToArray, "to_array", &[ANY], Type::Array),
    signature(Function::ToNumber, "to_number", &[ANY], Type::Number),
    signature(Function::ToString, "to_string", &[ANY], Type::String),
    signature(Function::Type, "type", &[ANY], Type::String),
    signature(Function::Values, "values", &[OBJECT], Type::Array),
];

impl Signature {
    /// The function with this name.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        FUNCTIONS.iter().find(|function| function.name == name)
    }

    /// All names.
    pub(super) fn names() -> impl Iterator<Item = &'static str> {
        FUNCTIONS.iter().map(|function| function.name)
    }

    /// Whether the argument at this index is an expression, `&…`.
    pub(super) fn takes_expression(&self, place: usize) -> bool {
        matches!(self.arguments.get(place), Some(Argument::OneOf([Type::Expression])))
    }

    /// A sample of the result for these arguments. `open` expands one of their elements.
    pub(super) fn result(&self, arguments: &[Value], open: impl Fn(Value) -> Value) -> Value {
        match (self.function, arguments) {
            (Function::Merge, objects) => merged(objects),
            (Function::Reverse, [Value::String(_)]) => Value::String("".into()),
            (Function::Reverse | Function::ToArray, [array @ (Value::Array(_) | Value::List(..))]) => array.clone(),
            (Function::ToArray, [value]) if value.type_of() != Type::Any => Value::array(vec![value.clone()]),
            (Function::Max | Function::Min, [array]) => match open(array.element(0)) {
                Value::Number(_) => Value::Number(0.0),
                Value::String(_) => Value::String("".into()),
                _ => Value::Any,
            },
            (Function::MaxBy | Function::MinBy, [Value::List(element, _), _]) => open((**element).clone()),
            _ => self.sample(),
        }
    }

    /// A sample of the result for any arguments.
    fn sample(&self) -> Value {
        match self.returns {
            Type::Boolean => Value::Boolean(false),
            Type::Number => Value::Number(0.0),
            Type::String => Value::String("".into()),
            Type::Array => Value::any_array(),
            Type::Any | Type::Null | Type::Object | Type::Expression => Value::Any,
        }
    }
}

/// The members of all objects. Later ones replace earlier ones.
fn merged(objects: &[Value]) -> Value {
    let mut members = IndexMap::default();
    for object in objects {
        let Value::Object(object) = object else { return Value::Any };
        members.extend(object.iter().map(|(name, value)| (name.clone(), value.clone())));
    }
    Value::object(members)
}

impl Argument {
    /// Checks an argument. `open` expands one of its elements.
    pub(super) fn refuse(self, value: &Value, open: impl Fn(Value) -> Value) -> Option<String> {
        let found = value.type_of();
        if found == Type::Any {
            return None;
        }
        match self {
            Self::OneOf([]) => None,
            Self::OneOf(types) if types.contains(&found) => None,
            Self::OneOf([one]) => Some(format!("Expected argument to be {}, but found {}", one.name(), found.name())),
            Self::OneOf(types) => {
                let names: Vec<_> = types.iter().map(|wanted| wanted.name()).collect();
                Some(format!("Expected one of [{}], but found {}", names.join(", "), found.name()))
            }
            Self::ArrayOf(wanted) => match value {
                Value::List(element, _) => refuse_element(wanted, 0, open((**element).clone()).type_of()),
                Value::Array(elements) => elements
                    .iter()
                    .enumerate()
                    .find_map(|(at, element)| refuse_element(wanted, at, open(element.clone()).type_of())),
                _ => Some(format!("Expected argument to be an array, but found {}", found.name())),
            },
        }
    }
}

fn refuse_element(wanted: Type, at: usize, found: Type) -> Option<String> {
    (found != wanted && found != Type::Any)
        .then(|| format!("Expected an array of {}, but found {} at index {at}", wanted.name(), found.name()))
}
