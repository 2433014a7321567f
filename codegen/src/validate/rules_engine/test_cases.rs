//! `@endpointTests`: cases name what exists, do not contradict themselves, and the rule set passes them.

use super::rule_sets::built_in;
use super::{RULE_SET, TESTS};
use crate::diagnostic::{Details, Diagnostic, Severity, Unknown};
use crate::endpoint_rules::{Evaluator, ExpressionKind, Outcome, RuleSet, Value};
use crate::model::{Node, Object, Shape, Value as NodeValue};
use crate::rule::event;
use crate::validate::Rule;
use crate::validate::contained::{Contained, with_trait};
use crate::validate::context::Context;

fn cases(tests: &Node) -> &[Node] {
    tests.get("testCases").and_then(Node::as_array).unwrap_or_default()
}

fn inputs(case: &Node) -> &[Node] {
    case.get("operationInputs").and_then(Node::as_array).unwrap_or_default()
}

pub(in crate::validate) const TEST_CASES: Rule = Rule {
    events: &[event!("EndpointTestsTrait"), event!("RuleSetBuiltIn", Prefix)],
    check: test_cases,
    #[cfg(test)]
    cases: cases::TEST_CASES,
};

fn test_cases(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (service, tests) in with_trait(model, TESTS) {
        let contained = Contained::of(model, service);
        for (at, case) in cases(tests).iter().enumerate() {
            for (input_at, input) in inputs(case).iter().enumerate() {
                let name = input.get("operationName").and_then(|node| Some((node, node.as_str()?)));
                if let Some((node, name)) = name
                    && !contained.operations.iter().any(|operation| operation.id.name() == name)
                {
                    let names = contained.operations.iter().map(|operation| operation.id.name());
                    let near = crate::nearest::nearest(name, names);
                    let details = Details::unknown(Unknown::TestOperation, name, service.id.as_str(), near);
                    let error = Diagnostic::of(Severity::Error, "EndpointTestsTrait", details, node.span);
                    found.push(error.with_shape(&service.id));
                }
                for (name, (span, _)) in input.get("builtInParams").and_then(Node::as_object).into_iter().flatten() {
                    built_in(service, name, &format!("TestCase.{at}.Inputs.{input_at}"), *span, found);
                }
            }
            consistent(service, case, found);
        }
    }
}

/// A parameter that a built-in feeds has one value in a case, not two.
fn consistent(service: &Shape, case: &Node, found: &mut Vec<Diagnostic>) {
    let parameters = service.trait_value(RULE_SET).and_then(|rules| rules.get("parameters"));
    for (name, (_, value)) in case.get("params").and_then(Node::as_object).into_iter().flatten() {
        let fed_by = parameters.and_then(|all| all.get(name)?.get("builtIn")?.as_str());
        let Some(fed_by) = fed_by else { continue };
        for input in inputs(case) {
            let other = input.get("builtInParams").and_then(|all| all.get(fed_by));
            if let Some(other) = other.filter(|other| *other != value) {
                let message = format!("Inconsistent testcase parameters: {} and {}", shown(value), shown(other));
                found.push(
                    Diagnostic::error("EndpointTestsTrait", message, value.span)
                        .with_shape(&service.id)
                        .with_label(other.span, format!("`{fed_by}` feeds the parameter `{name}`")),
                );
            }
        }
    }
}

fn shown(node: &Node) -> String {
    match &node.value {
        NodeValue::String(text) => text.to_string(),
        NodeValue::Bool(value) => value.to_string(),
        NodeValue::Number(number) => number.as_str().to_owned(),
        _ => node.kind().to_owned(),
    }
}

/// Runs the rule set on each case.
pub(super) fn run(service: &Shape, rules: &RuleSet, found: &mut Vec<Diagnostic>) {
    let Some(tests) = service.trait_value(TESTS) else { return };
    // New regions and partitions come with time: a case about them may be newer than what is known here.
    let severity = if asks_for_partitions(rules) { Severity::Warning } else { Severity::Error };
    for case in cases(tests) {
        let (Some(expected), parameters) = (case.get("expect"), case.get("params").and_then(Node::as_object)) else {
            continue;
        };
        let fault = match Evaluator::run(rules, parameters) {
            Err(fault) => fault,
            Ok(outcome) => match difference(expected, &outcome) {
                None => continue,
                Some(difference) => difference,
            },
        };
        let name = case.get("documentation").and_then(Node::as_str).unwrap_or_default();
        let message = format!("while executing test case {name}: {fault}");
        let diagnostic = Diagnostic::new(severity, "RuleSetTestCase", message, case.span);
        found.push(diagnostic.with_shape(&service.id).with_label(expected.span, "this was expected"));
    }
}

fn asks_for_partitions(rules: &RuleSet) -> bool {
    let mut asks = false;
    rules.walk(&mut |rule| {
        for condition in &rule.conditions {
            condition.call.walk(&mut |expression| {
                asks |= matches!(&expression.kind, ExpressionKind::Call(name, _) if name == "aws.partition");
            });
        }
    });
    asks
}

/// What differs between what a case expects and what came out.
fn difference(expected: &Node, outcome: &Outcome) -> Option<String> {
    if let Some(wanted) = expected.get("error").and_then(Node::as_str) {
        return match outcome {
            Outcome::Error(message) if message == wanted => None,
            Outcome::Error(message) => Some(format!("Expected error `{wanted}` but got `{message}`")),
            Outcome::Endpoint(url, ..) => Some(format!("Expected error `{wanted}` but got the endpoint `{url}`")),
        };
    }
    let endpoint = expected.get("endpoint")?;
    let (url, headers, properties) = match outcome {
        Outcome::Endpoint(url, headers, properties) => (url, headers, properties),
        Outcome::Error(message) => return Some(format!("Expected an endpoint but got the error `{message}`")),
    };
    let wanted = endpoint.get("url").and_then(Node::as_str).unwrap_or_default();
    if wanted != url {
        return Some(format!("Expected the URL `{wanted}` but got `{url}`"));
    }
    let empty = Object::new();
    let wanted = endpoint.get("headers").and_then(Node::as_object).unwrap_or(&empty);
    let same_headers = wanted.len() == headers.len()
        && headers.iter().all(|(name, values)| {
            let nodes = wanted.get(name.as_str()).and_then(|(_, node)| node.as_array()).unwrap_or_default();
            nodes.iter().map(Node::as_str).eq(values.iter().map(|value| Some(value.as_str())))
        });
    if !same_headers {
        return Some(format!("Expected other headers than {headers:?}"));
    }
    let wanted = endpoint.get("properties").and_then(Node::as_object).unwrap_or(&empty);
    let same_properties = wanted.len() == properties.len()
        && properties
            .iter()
            .all(|(name, value)| wanted.get(name.as_str()).is_some_and(|(_, node)| same_value(node, value)));
    (!same_properties).then(|| {
        let shown: Vec<String> = properties.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        format!("Expected other properties than {}", shown.join(", "))
    })
}

fn same_value(node: &Node, value: &Value) -> bool {
    match (&node.value, value) {
        (NodeValue::Bool(wanted), Value::Boolean(value)) => wanted == value,
        (NodeValue::Number(wanted), Value::Integer(value)) => wanted.as_i128() == Some(i128::from(*value)),
        (NodeValue::String(wanted), Value::String(value)) => **wanted == **value,
        (NodeValue::Array(wanted), Value::List(values)) => {
            wanted.len() == values.len() && wanted.iter().zip(values).all(|(node, value)| same_value(node, value))
        }
        (NodeValue::Object(wanted), Value::Record(members)) => {
            wanted.len() == members.len()
                && members
                    .iter()
                    .all(|(name, value)| wanted.get(name.as_str()).is_some_and(|(_, node)| same_value(node, value)))
        }
        _ => false,
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const TEST_CASES: Cases = Cases {
        file: file!(),
        finds: &[r#"
@suppress(["UnstableTrait"])
@smithy.rules#endpointRuleSet(
    version: "1.0"
    parameters: {}
    rules: [{ conditions: [], error: "none", type: "error" }]
)
@smithy.rules#endpointTests(
    version: "1.0"
    testCases: [{ operationInputs: [{ operationName: "Other" }], expect: { error: "none" } }]
//                                                   ^^^^^^^ error: EndpointTestsTrait
)
service S {
    operations: [Op]
}
operation Op {}
"#],
        leaves: &[r#"
@suppress(["UnstableTrait"])
@smithy.rules#endpointRuleSet(
    version: "1.0"
    parameters: {}
    rules: [{ conditions: [], error: "none", type: "error" }]
)
@smithy.rules#endpointTests(
    version: "1.0"
    testCases: [{ operationInputs: [{ operationName: "Op" }], expect: { error: "none" } }]
)
service S {
    operations: [Op]
}
operation Op {}
"#],
    };
}
