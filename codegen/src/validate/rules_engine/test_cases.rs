//! `@endpointTests`: valid references, consistent cases, and results of the rule set.

use super::parameters::Parameters;
use super::rule_sets::built_in;
use crate::diagnostic::{Details, Diagnostic, EndpointRuleFacts, EndpointTestProblem, List, Severity, Unknown};
use crate::endpoint_rules::{Evaluator, ExpressionKind, Outcome, Partition, RuleSet, Value};
use crate::model::{Model, Node, Shape, Value as NodeValue};
use crate::rule::event;
use crate::source::Span;
use crate::traits::{
    EndpointBdd, EndpointExpectation, EndpointRuleSet, EndpointTest, EndpointTestInput, EndpointTests, Placed,
};
use crate::validate::Rule;
use crate::validate::contained::{Contained, with};
use crate::validate::context::Context;
use crate::validate::node::{NodeChecker, Options, Subject};

const ID: &str = "EndpointTestsTrait";

pub(in crate::validate) const TEST_CASES: Rule = Rule {
    events: &[event!("EndpointTestsTrait", Prefix), event!("RuleSetBuiltIn", Prefix)],
    check: test_cases,
    #[cfg(test)]
    cases: cases::TEST_CASES,
};

fn test_cases(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (service, EndpointTests(cases), _) in with::<EndpointTests>(model) {
        let contained = Contained::of(model, service);
        for (at, case) in cases.iter().enumerate() {
            for (input_at, input) in case.operation_inputs.iter().enumerate() {
                for (name, entry) in &input.built_in_params {
                    built_in(service, name, &format!("TestCase.{at}.Inputs.{input_at}"), entry.name, found);
                }
            }
        }
        let of_rules = service.get().and_then(EndpointRuleSet::rules).map(|rules| &rules.parameters);
        let of_diagram = service.get().map(|EndpointBdd(diagram)| &diagram.parameters);
        for parameters in of_rules.into_iter().chain(of_diagram) {
            let checker = NodeChecker::new(&context.graph);
            let suite = Suite { model, checker: &checker, service, contained: &contained, parameters };
            for case in cases {
                suite.case(case, found);
            }
        }
    }
}

/// A service with test cases.
struct Suite<'c, 'g, 'm> {
    model: &'m Model,
    checker: &'c NodeChecker<'g, 'm>,
    service: &'m Shape,
    contained: &'c Contained<'m>,
    parameters: &'m Parameters,
}

impl Suite<'_, '_, '_> {
    fn case(&self, case: &EndpointTest, found: &mut Vec<Diagnostic>) {
        for input in &case.operation_inputs {
            let Placed { value: name, span } = &input.operation_name;
            let mut operations = self.contained.operations.iter();
            let Some(operation) = operations.find(|operation| operation.id.name() == &**name) else {
                let names = self.contained.operations.iter().map(|operation| operation.id.name());
                let near = crate::nearest::nearest(name, names);
                let details = Details::unknown(Unknown::TestOperation, name, self.service.id.as_str(), near);
                let error = Diagnostic::of(Severity::Error, ID, details, *span);
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

    /// Checks that parameters of a case are equal to the built-in values in its inputs that set them.
    fn built_ins(&self, case: &EndpointTest, input: &EndpointTestInput, found: &mut Vec<Diagnostic>) {
        let mut error = |message: EndpointRuleFacts, span: Span| {
            found.push(Diagnostic::of(Severity::Error, ID, message, span).with_shape(&self.service.id));
        };
        for (name, definition) in self.parameters {
            let Some(source) = definition.built_in.as_deref() else { continue };
            let Some(value) = case.params.as_ref().and_then(|params| params.get(name.as_str())) else { continue };
            match (input.built_in_params.get(source).map(|entry| &entry.value), &definition.default) {
                (Some(other), _) if other == value => {}
                (Some(other), _) => {
                    let message = EndpointRuleFacts::InconsistentTest { value: shown(value), built_in: shown(other) };
                    error(message, value.span);
                }
                (None, Some(default)) if same_value(value, default) => {}
                (None, Some(_)) => {
                    let message = EndpointRuleFacts::TestWithoutValue {
                        value: crate::export::pretty(value),
                        name: name.clone(),
                        built_in: source.to_owned(),
                    };
                    error(message, input.span);
                }
                (None, None) => {
                    let message =
                        EndpointRuleFacts::TestWithoutDefault { built_in: source.to_owned(), name: name.clone() };
                    error(message, input.span);
                }
            }
        }
    }

    /// Validates values of an operation's input.
    fn input(&self, case: &EndpointTest, input: &EndpointTestInput, shape: &Shape, found: &mut Vec<Diagnostic>) {
        let nothing = Node::empty_object();
        let value = input.operation_params.as_ref().unwrap_or(&nothing);
        let context = "The operationInput value for an endpoint test does not match the operation's input shape";
        let subject = Subject { event: ID, shape: &self.service.id, context, span: input.span };
        let before = found.len();
        self.checker.shape(shape, value, subject, Options::default(), found);
        // A case that expects an error can have an invalid input.
        let expects_error = matches!(case.expect.value, EndpointExpectation::Error(_));
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

/// Evaluates the rule set on each case.
pub(super) fn run(service: &Shape, rules: &RuleSet, found: &mut Vec<Diagnostic>) {
    let Some(EndpointTests(cases)) = service.get() else { return };
    // A case about a newer region or partition than the known ones cannot be evaluated.
    let severity = if asks_for_partitions(rules) { Severity::Warning } else { Severity::Error };
    for case in cases {
        let parameters = case.params.iter().flatten().map(|(name, node)| (&**name, node));
        let problem = match Evaluator::run(rules, parameters) {
            Err(error) => EndpointTestProblem::Evaluation { error: error.to_string() },
            Ok(outcome) => match difference(&case.expect.value, &outcome) {
                None => continue,
                Some(problem) if is_outdated(case, &problem) => continue,
                Some(problem) => problem,
            },
        };
        let name = case.documentation.as_deref().unwrap_or_default();
        let message = EndpointRuleFacts::TestFailed { name: name.to_owned(), problem };
        let diagnostic = Diagnostic::of(severity, "RuleSetTestCase", message, case.span);
        found.push(diagnostic.with_shape(&service.id).with_label(case.expect.span, "expected here"));
    }
}

/// Whether the case is about a partition that has dual-stack endpoints now, but had none: dual stack was an error, and
/// its domain that of all endpoints.
fn is_outdated(case: &EndpointTest, problem: &EndpointTestProblem) -> bool {
    let given = |name: &str| Some(&case.params.as_ref()?.get(name)?.value);
    let Some(NodeValue::String(region)) = given("Region") else { return false };
    let Some(partition) = Partition::of(region).filter(|partition| partition.gained_dual_stack()) else { return false };
    match problem {
        EndpointTestProblem::EndpointForError { .. } => {
            matches!(given("UseDualStack"), Some(NodeValue::Bool(true)))
        }
        EndpointTestProblem::OtherUrl { expected, found } => {
            found.replace(partition.dual_stack_dns_suffix, partition.dns_suffix) == *expected
        }
        _ => false,
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

/// The difference between the expected and the actual result.
fn difference(expected: &EndpointExpectation, outcome: &Outcome) -> Option<EndpointTestProblem> {
    let (wanted, wanted_headers, wanted_properties) = match expected {
        EndpointExpectation::Error(wanted) => {
            return match outcome {
                Outcome::Error(message) if **message == **wanted => None,
                Outcome::Error(message) => {
                    Some(EndpointTestProblem::OtherError { expected: wanted.to_string(), found: message.clone() })
                }
                Outcome::Endpoint(url, ..) => {
                    Some(EndpointTestProblem::EndpointForError { expected: wanted.to_string(), found: url.clone() })
                }
            };
        }
        EndpointExpectation::Endpoint { url, headers, properties } => (url, headers, properties),
    };
    let (url, headers, properties) = match outcome {
        Outcome::Endpoint(url, headers, properties) => (url, headers, properties),
        Outcome::Error(message) => return Some(EndpointTestProblem::ErrorForEndpoint { found: message.clone() }),
    };
    if **wanted != **url {
        return Some(EndpointTestProblem::OtherUrl { expected: wanted.to_string(), found: url.clone() });
    }
    let same_headers = wanted_headers.len() == headers.len()
        && headers.iter().all(|(name, values)| {
            let wanted = wanted_headers.get(name.as_str()).map(Vec::as_slice).unwrap_or_default();
            wanted.iter().map(|value| &**value).eq(values.iter().map(String::as_str))
        });
    if !same_headers {
        return Some(EndpointTestProblem::OtherHeaders { found: format!("{headers:?}") });
    }
    let same_properties = wanted_properties.len() == properties.len()
        && properties
            .iter()
            .all(|(name, value)| wanted_properties.get(name.as_str()).is_some_and(|node| same_value(node, value)));
    (!same_properties).then(|| {
        let shown: Vec<String> = properties.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        EndpointTestProblem::OtherProperties { found: List(shown) }
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
