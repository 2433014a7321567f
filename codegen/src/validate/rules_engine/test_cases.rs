//! `@endpointTests`: cases name what exists, do not contradict themselves, and the rule set passes them.

use super::rule_sets::built_in;
use super::{BDD, RULE_SET, TESTS};
use crate::diagnostic::{Details, Diagnostic, Severity, Unknown};
use crate::endpoint_rules::{Evaluator, ExpressionKind, Outcome, RuleSet, Value};
use crate::model::{Model, Node, Object, Shape, Value as NodeValue};
use crate::rule::event;
use crate::source::Span;
use crate::validate::Rule;
use crate::validate::contained::{Contained, with_trait};
use crate::validate::context::Context;
use crate::validate::node::{NodeChecker, Options, Subject};

const ID: &str = "EndpointTestsTrait";

fn cases(tests: &Node) -> &[Node] {
    tests.get("testCases").and_then(Node::as_array).unwrap_or_default()
}

fn inputs(case: &Node) -> &[Node] {
    case.get("operationInputs").and_then(Node::as_array).unwrap_or_default()
}

pub(in crate::validate) const TEST_CASES: Rule = Rule {
    events: &[event!("EndpointTestsTrait", Prefix), event!("RuleSetBuiltIn", Prefix)],
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
                for (name, (span, _)) in input.get("builtInParams").and_then(Node::as_object).into_iter().flatten() {
                    built_in(service, name, &format!("TestCase.{at}.Inputs.{input_at}"), *span, found);
                }
            }
        }
        for declaring in [RULE_SET, BDD] {
            let parameters = service.trait_value(declaring).and_then(|node| node.get("parameters")?.as_object());
            let Some(parameters) = parameters else { continue };
            let checker = NodeChecker::new(&context.graph);
            let suite = Suite { model, checker: &checker, service, contained: &contained, parameters };
            for case in cases(tests) {
                suite.case(case, found);
            }
        }
    }
}

/// A service whose test cases are checked.
struct Suite<'c, 'g, 'm> {
    model: &'m Model,
    checker: &'c NodeChecker<'g, 'm>,
    service: &'m Shape,
    contained: &'c Contained<'m>,
    /// Definitions of parameters, by name.
    parameters: &'m Object,
}

impl Suite<'_, '_, '_> {
    fn case(&self, case: &Node, found: &mut Vec<Diagnostic>) {
        for input in inputs(case) {
            let Some((node, name)) = input.get("operationName").and_then(|node| Some((node, node.as_str()?))) else {
                continue;
            };
            let Some(operation) = self.contained.operations.iter().find(|operation| operation.id.name() == name) else {
                let names = self.contained.operations.iter().map(|operation| operation.id.name());
                let near = crate::nearest::nearest(name, names);
                let details = Details::unknown(Unknown::TestOperation, name, self.service.id.as_str(), near);
                let error = Diagnostic::of(Severity::Error, ID, details, node.span);
                found.push(error.with_shape(&self.service.id));
                continue;
            };
            self.built_ins(case, input, found);
            let shape = operation.as_operation().and_then(|operation| self.model.shape(&operation.input));
            if let Some(shape) = shape {
                self.input(case, input, shape, found);
            }
        }
    }

    /// What a case says of a parameter is what its inputs say of the built-in value that feeds the parameter.
    fn built_ins(&self, case: &Node, input: &Node, found: &mut Vec<Diagnostic>) {
        let mut error = |message: String, span: Span| {
            found.push(Diagnostic::error(ID, message, span).with_shape(&self.service.id));
        };
        for (name, (_, definition)) in self.parameters {
            let Some(source) = definition.get("builtIn").and_then(Node::as_str) else { continue };
            let Some(value) = case.get("params").and_then(|params| params.get(name)) else { continue };
            match (input.get("builtInParams").and_then(|all| all.get(source)), definition.get("default")) {
                (Some(other), _) if other == value => {}
                (Some(other), _) => {
                    let message = format!("Inconsistent testcase parameters: {} and {}", shown(value), shown(other));
                    error(message, value.span);
                }
                (None, Some(default)) if default == value => {}
                (None, Some(_)) => {
                    let message = format!(
                        "Test case does not supply the `{}` value for the `{name}` parameter's `{source}` built-in.",
                        crate::export::pretty(value)
                    );
                    error(message, input.span);
                }
                (None, None) => {
                    let message = format!(
                        "Operation input does not supply a value for the `{source}` built-in parameter and the `{name}` \
                         parameter does not set a default."
                    );
                    error(message, input.span);
                }
            }
        }
    }

    /// The values of an operation's input fit its shape.
    fn input(&self, case: &Node, input: &Node, shape: &Shape, found: &mut Vec<Diagnostic>) {
        let nothing = Node::empty_object();
        let value = input.get("operationParams").unwrap_or(&nothing);
        let context = "The operationInput value for an endpoint test does not match the operation's input shape";
        let subject = Subject { event: ID, shape: &self.service.id, context, span: input.span };
        let before = found.len();
        self.checker.shape(shape, value, subject, Options::default(), found);
        // A case that expects an error may get it by an invalid input.
        let expects_error = case.get("expect").is_some_and(|expected| expected.get("error").is_some());
        for finding in found.iter_mut().skip(before) {
            if expects_error || finding.severity < Severity::Danger {
                finding.severity = Severity::Danger;
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
