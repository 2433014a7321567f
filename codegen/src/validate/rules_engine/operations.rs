//! Parameters of operations: `@staticContextParams` and `@operationContextParams`.

use crate::diagnostic::{Diagnostic, EndpointRuleFacts, Quoted, Severity};
use crate::endpoint_rules::Type;
use crate::jmespath::{self, Expression, ExpressionKind, Value};
use crate::model::{Model, Node, Operation, Trait};
use crate::rule::event;
use crate::traits::{
    Entry, JmesPath, OperationContextParam, OperationContextParams, StaticContextParam, StaticContextParams,
};
use crate::validate::Rule;
use crate::validate::contained::with;
use crate::validate::context::Context;

const STATIC: &str = StaticContextParams::ID;
const OPERATION: &str = OperationContextParams::ID;

pub(in crate::validate) const STATIC_PARAMS: Rule = Rule {
    events: &[event!("StaticContextParamsTrait")],
    check: static_params,
    #[cfg(test)]
    cases: cases::STATIC_PARAMS,
};

fn static_params(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (operation, StaticContextParams(parameters), _) in with::<StaticContextParams>(model) {
        for (key, Entry { value: StaticContextParam { value }, .. }) in parameters {
            if static_type(value).is_none() {
                let message = EndpointRuleFacts::StaticValue {
                    operation: operation.id.clone(),
                    trait_id: STATIC,
                    key: key.to_string(),
                    value_type: value.kind(),
                };
                found.push(
                    Diagnostic::of(Severity::Error, "StaticContextParamsTrait", message, value.span)
                        .with_shape(&operation.id),
                );
            }
        }
    }
}

/// The type of a parameter with this value, or `None` if no parameter has such a value.
pub(super) fn static_type(value: &Node) -> Option<Type> {
    if value.as_str().is_some() {
        return Some(Type::String);
    }
    if value.as_bool().is_some() {
        return Some(Type::Boolean);
    }
    let items = value.as_array()?;
    items.iter().all(|item| item.as_str().is_some()).then(|| Type::List(Box::new(Type::String)))
}

pub(in crate::validate) const OPERATION_PARAMS: Rule = Rule {
    events: &[event!("OperationContextParamsTrait")],
    check: operation_params,
    #[cfg(test)]
    cases: cases::OPERATION_PARAMS,
};

fn operation_params(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (shape, OperationContextParams(parameters), _) in with::<OperationContextParams>(model) {
        let Some(operation) = shape.as_operation() else { continue };
        for (key, Entry { value: OperationContextParam { path }, .. }) in parameters {
            let JmesPath { text: path, span, expression } = path;
            let mut error = |message: EndpointRuleFacts| {
                let error = Diagnostic::of(Severity::Error, "OperationContextParamsTrait", message, *span);
                found.push(error.with_shape(&shape.id));
            };
            let expression = match expression {
                Ok(expression) => expression,
                Err(fault) => {
                    error(EndpointRuleFacts::InvalidContextPath {
                        operation: shape.id.clone(),
                        trait_id: OPERATION,
                        key: key.to_string(),
                        path: path.to_string(),
                        error: fault.to_string(),
                    });
                    continue;
                }
            };
            let checked = jmespath::check(model, expression, Value::Shape(operation.input.clone()));
            if !checked.problems.is_empty() {
                let problems = checked.problems.iter().map(|problem| problem.message.clone()).collect();
                error(EndpointRuleFacts::ContextPathProblems {
                    operation: shape.id.clone(),
                    trait_id: OPERATION,
                    key: key.to_string(),
                    path: path.to_string(),
                    problems: Quoted(problems),
                });
            }
            let mut unsupported = Vec::new();
            unsupported_steps(expression, &mut unsupported);
            if !unsupported.is_empty() {
                error(EndpointRuleFacts::UnsupportedSteps {
                    operation: shape.id.clone(),
                    trait_id: OPERATION,
                    key: key.to_string(),
                    path: path.to_string(),
                    steps: Quoted(unsupported),
                });
            }
        }
    }
}

/// Steps that clients do not support: the specification lists fields, projections, selections and `keys` only.
fn unsupported_steps(expression: &Expression, into: &mut Vec<String>) {
    let name = match &expression.kind {
        ExpressionKind::Current => return,
        ExpressionKind::Field(_)
        | ExpressionKind::Subexpression(..)
        | ExpressionKind::Projection(..)
        | ExpressionKind::ObjectProjection(..)
        | ExpressionKind::Reference(_)
        | ExpressionKind::MultiList(_) => {
            for child in expression.children() {
                unsupported_steps(child, into);
            }
            return;
        }
        ExpressionKind::Function(name, arguments) if name == "keys" => {
            for argument in arguments {
                unsupported_steps(argument, into);
            }
            return;
        }
        ExpressionKind::Function(name, _) => format!("`{name}` function"),
        ExpressionKind::Index(_) => "index".to_owned(),
        ExpressionKind::Slice(..) => "slice".to_owned(),
        ExpressionKind::Literal(_) => "literal".to_owned(),
        ExpressionKind::Flatten(inner) => return unsupported_steps(inner, into),
        ExpressionKind::Not(_) => "not".to_owned(),
        ExpressionKind::And(..) => "and".to_owned(),
        ExpressionKind::Or(..) => "or".to_owned(),
        ExpressionKind::Comparison(..) => "comparator".to_owned(),
        ExpressionKind::Filter { .. } => "filter projection".to_owned(),
        ExpressionKind::MultiHash(_) => "multiselect hash".to_owned(),
    };
    into.push(name);
}

/// The type of the parameter at a path, or `None` if it is unknown or not a parameter type.
pub(super) fn path_type(model: &Model, operation: &Operation, path: &JmesPath) -> Option<Type> {
    let expression = path.expression.as_ref().ok()?;
    let checked = jmespath::check(model, expression, Value::Shape(operation.input.clone()));
    match checked.result.type_of() {
        jmespath::Type::String => Some(Type::String),
        jmespath::Type::Boolean => Some(Type::Boolean),
        jmespath::Type::Array => Some(Type::List(Box::new(Type::String))),
        _ => None,
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const STATIC_PARAMS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@suppress(["UnstableTrait"])
@smithy.rules#staticContextParams(a: { value: {} })
//                                            ^^ error: StaticContextParamsTrait
operation Op {}
"#],
        leaves: &[r#"
@suppress(["UnstableTrait"])
@smithy.rules#staticContextParams(a: { value: ["x"] })
operation Op {}
"#],
    };

    pub(super) const OPERATION_PARAMS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@suppress(["UnstableTrait"])
@smithy.rules#operationContextParams(a: { path: "list[0]" })
//                                              ^^^^^^^^^ error: OperationContextParamsTrait
operation Op {
    input := {
        list: List
    }
}
list List {
    member: String
}
"#],
        leaves: &[r#"
@suppress(["UnstableTrait"])
@smithy.rules#operationContextParams(a: { path: "list[*]" })
operation Op {
    input := {
        list: List
    }
}
list List {
    member: String
}
"#],
    };
}
