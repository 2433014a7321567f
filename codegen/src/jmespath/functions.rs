//! The functions of `JMESPath` (specification, "Built-in Functions"): parameters and results.

use super::value::{Type, Value};

/// The type of a parameter.
#[derive(Clone, Copy, Debug)]
pub(super) enum Argument {
    /// One of these types; any type if the list is empty.
    OneOf(&'static [Type]),
    /// An array of this type.
    ArrayOf(Type),
}

/// Signature of a function.
#[derive(Debug)]
pub(super) struct Function {
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

const fn function(name: &'static str, arguments: &'static [Argument], returns: Type) -> Function {
    Function { name, arguments, more: None, returns }
}

/// All functions, by name. The result is `any` for functions with results of several types.
const FUNCTIONS: &[Function] = &[
    function("abs", &[NUMBER], Type::Number),
    function("avg", &[Argument::ArrayOf(Type::Number)], Type::Number),
    function("ceil", &[NUMBER], Type::Number),
    function("contains", &[ARRAY_OR_STRING, ANY], Type::Boolean),
    function("ends_with", &[STRING, STRING], Type::Boolean),
    function("floor", &[NUMBER], Type::Number),
    function("join", &[STRING, Argument::ArrayOf(Type::String)], Type::String),
    function("keys", &[OBJECT], Type::Array),
    function("length", &[Argument::OneOf(&[Type::String, Type::Array, Type::Object])], Type::Number),
    function("map", &[EXPRESSION, ARRAY], Type::Array),
    function("max", &[ARRAY], Type::Any),
    function("max_by", &[ARRAY, EXPRESSION], Type::Any),
    Function { name: "merge", arguments: &[], more: Some(OBJECT), returns: Type::Any },
    function("min", &[ARRAY], Type::Any),
    function("min_by", &[ARRAY, EXPRESSION], Type::Any),
    Function { name: "not_null", arguments: &[ANY], more: Some(ANY), returns: Type::Any },
    function("reverse", &[ARRAY_OR_STRING], Type::Any),
    function("sort", &[ARRAY], Type::Array),
    function("sort_by", &[ARRAY, EXPRESSION], Type::Array),
    function("starts_with", &[STRING, STRING], Type::Boolean),
    function("sum", &[Argument::ArrayOf(Type::Number)], Type::Number),
    function("to_array", &[ANY], Type::Array),
    function("to_number", &[ANY], Type::Number),
    function("to_string", &[ANY], Type::String),
    function("type", &[ANY], Type::String),
    function("values", &[OBJECT], Type::Array),
];

impl Function {
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

    /// A sample of the result.
    pub(super) fn result(&self) -> Value {
        match self.returns {
            Type::Boolean => Value::Boolean(false),
            Type::Number => Value::Number(0.0),
            Type::String => Value::String("".into()),
            Type::Array => Value::any_array(),
            Type::Any | Type::Null | Type::Object | Type::Expression => Value::Any,
        }
    }
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
