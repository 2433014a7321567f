//! `@endpointRuleSet`: rules on rule sets, which are parsed once per service.

use super::parameters::Parameters;
use super::{auth, parameters, test_cases};
use crate::diagnostic::{Choice, Details, Diagnostic, EndpointRuleFacts, Severity};
use crate::endpoint_rules::{
    self, Action, BuiltIn, Condition, Expression, ExpressionKind, Function, Parameter, RuleError, RuleSet, Version,
};
use crate::model::{Model, Shape};
use crate::rule::event;
use crate::source::Span;
use crate::traits::EndpointRuleSet;
use crate::validate::Rule;
use crate::validate::contained::with;
use crate::validate::context::Context;

pub(in crate::validate) const RULE_SETS: Rule = Rule {
    events: &[
        event!("EndpointRuleSetTrait"),
        event!("RuleSetAuthSchemes"),
        event!("RuleSetAwsBuiltIn", Prefix),
        event!("RuleSetBuiltIn", Prefix),
        event!("RuleSetParamMissingDocs"),
        event!("RuleSetParameter", Prefix),
        event!("RuleSetTestCase"),
        event!("RuleSetUri"),
        event!("RulesEngineVersion"),
    ],
    check: rule_sets,
    #[cfg(test)]
    cases: cases::RULE_SETS,
};

fn rule_sets(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (service, EndpointRuleSet(rules), span) in with::<EndpointRuleSet>(model) {
        let rules = match rules {
            Ok(rules) => rules,
            Err(error) => {
                found.push(wrong(service, error.clone()));
                continue;
            }
        };
        let errors = endpoint_rules::check(rules);
        let is_sound = errors.is_empty();
        found.extend(errors.into_iter().map(|error| wrong(service, error)));
        rules.walk(&mut |rule| endpoint(service, rule, found));
        versions(service, rules, found);
        parameters_of(model, service, &rules.parameters, span, found);
        if is_sound {
            test_cases::run(service, rules, found);
        }
    }
}

/// Checks the parameters of a rule set or decision diagram. `span` is that of the trait.
pub(super) fn parameters_of(
    model: &Model,
    service: &Shape,
    parameters: &Parameters,
    span: Span,
    found: &mut Vec<Diagnostic>,
) {
    undocumented(service, parameters.iter(), found);
    for parameter in parameters.values() {
        if let Some(name) = &parameter.built_in {
            built_in(service, name, "RuleSet", parameter.span, found);
            if BuiltIn::named(name).is_some_and(|built_in| built_in.is_often_unset) {
                let message = EndpointRuleFacts::OptionalBuiltIn { name: name.clone() };
                let id = format!("RuleSetAwsBuiltIn.{name}");
                let finding = Diagnostic::of(Severity::Danger, id, message, parameter.span).with_shape(&service.id);
                found.push(finding.with_help("suppress the ID if the rules also work without this value"));
            }
        }
    }
    parameters::agree(model, service, parameters, span, found);
}

/// A rule error as a finding.
fn wrong(service: &Shape, error: RuleError) -> Diagnostic {
    let facts = EndpointRuleFacts::Problem { problem: error.message };
    let mut diagnostic =
        Diagnostic::of(Severity::Error, "EndpointRuleSetTrait", facts, error.span).with_shape(&service.id);
    diagnostic.help = error.help;
    diagnostic
}

fn undocumented<'p>(
    service: &Shape,
    parameters: impl Iterator<Item = (&'p String, &'p Parameter)>,
    found: &mut Vec<Diagnostic>,
) {
    for (name, parameter) in parameters.filter(|(_, parameter)| !parameter.is_documented) {
        let message = EndpointRuleFacts::UndocumentedParameter { name: name.clone() };
        let warning = Diagnostic::of(Severity::Warning, "RuleSetParamMissingDocs", message, parameter.span);
        found.push(warning.with_shape(&service.id));
    }
}

pub(super) fn built_in(service: &Shape, name: &str, place: &str, span: Span, found: &mut Vec<Diagnostic>) {
    if BuiltIn::named(name).is_some_and(|built_in| built_in.is_declared) {
        return;
    }
    let near = crate::nearest::nearest(name, BuiltIn::declared()).map(str::to_owned);
    let known = BuiltIn::declared().map(str::to_owned).collect();
    let details = Details::UnknownChoice { what: Choice::BuiltIn, name: name.to_owned(), known, near };
    let error = Diagnostic::of(Severity::Error, format!("RuleSetBuiltIn.{place}"), details, span);
    found.push(error.with_shape(&service.id));
}

/// Checks that URLs have a scheme, and that authentication schemes are well-formed.
pub(super) fn endpoint(service: &Shape, rule: &endpoint_rules::Rule, found: &mut Vec<Diagnostic>) {
    let Action::Endpoint(endpoint) = &rule.action else { return };
    let start = match &endpoint.url.kind {
        ExpressionKind::Template(template) => template.start(),
        _ => None,
    };
    if let Some(start) = start.filter(|start| !start.starts_with("http://") && !start.starts_with("https://")) {
        let message = EndpointRuleFacts::UriScheme { found: start.to_owned() };
        found.push(Diagnostic::of(Severity::Error, "RuleSetUri", message, endpoint.url.span).with_shape(&service.id));
    }
    let schemes = endpoint.properties.iter().find(|(name, _)| name == "authSchemes");
    if let Some((_, schemes)) = schemes {
        auth::schemes(service, schemes, found);
    }
}

/// Checks that a rule set uses only features of its version.
fn versions(service: &Shape, rules: &RuleSet, found: &mut Vec<Diagnostic>) {
    rules.walk(&mut |rule| {
        rule.conditions.iter().for_each(|condition| too_new(service, rules.version, condition, found));
    });
}

pub(super) fn too_new(service: &Shape, version: Version, condition: &Condition, found: &mut Vec<Diagnostic>) {
    condition.call.walk(&mut |expression: &Expression| {
        let ExpressionKind::Call(name, _) = &expression.kind else { return };
        if let Some(function) = Function::named(name).filter(|function| function.since > version) {
            let message = EndpointRuleFacts::FunctionVersion {
                function: name.clone(),
                since: function.since.to_string(),
                version: version.to_string(),
            };
            found.push(
                Diagnostic::of(Severity::Error, "RulesEngineVersion", message, expression.span).with_shape(&service.id),
            );
        }
    });
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const RULE_SETS: Cases = Cases {
        file: file!(),
        finds: &[
            r#"
@suppress(["UnstableTrait"])
@smithy.rules#endpointRuleSet(
    version: "1.0"
    parameters: {}
    rules: [{ conditions: [], endpoint: { url: "example.com" }, type: "endpoint" }]
//                                             ^^^^^^^^^^^^^ error: RuleSetUri
)
service S {}
"#,
            r#"
@suppress(["UnstableTrait"])
@smithy.rules#endpointRuleSet(
    version: "1.0"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", required: true, documentation: "Region" }
        UseDualStack: {
            type: "boolean"
            builtIn: "AWS::UseDualStack"
            required: true
            default: false
            documentation: "Dual stack"
        }
    }
    rules: [{
        conditions: [{ fn: "aws.partition", argv: [{ ref: "Region" }], assign: "partition" }]
        endpoint: { url: "https://example.{partition#dualStackDnsSuffix}" }
        type: "endpoint"
    }]
)
@smithy.rules#endpointTests(
    version: "1.0"
    testCases: [
        {
//      ^ warning: RuleSetTestCase
            params: { Region: "us-east-1", UseDualStack: true }
            expect: { error: "no dual stack" }
        }
    ]
)
service S {}
"#,
        ],
        leaves: &[
            r#"
@suppress(["UnstableTrait"])
@smithy.rules#endpointRuleSet(
    version: "1.0"
    parameters: {}
    rules: [{ conditions: [], endpoint: { url: "https://example.com" }, type: "endpoint" }]
)
service S {}
"#,
            r#"
@suppress(["UnstableTrait"])
@smithy.rules#endpointRuleSet(
    version: "1.0"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", required: true, documentation: "Region" }
        UseDualStack: {
            type: "boolean"
            builtIn: "AWS::UseDualStack"
            required: true
            default: false
            documentation: "Dual stack"
        }
    }
    rules: [{
        conditions: [{ fn: "aws.partition", argv: [{ ref: "Region" }], assign: "partition" }]
        endpoint: { url: "https://example.{partition#dualStackDnsSuffix}" }
        type: "endpoint"
    }]
)
@smithy.rules#endpointTests(
    version: "1.0"
    testCases: [{ params: { Region: "us-iso-east-1", UseDualStack: true }, expect: { error: "no dual stack" } }]
)
service S {}
"#,
        ],
    };
}
