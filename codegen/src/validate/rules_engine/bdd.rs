//! `@endpointBdd`: valid references in the decision diagram, and the checks of rule sets for parameters and endpoints.

use super::rule_sets::{endpoint, parameters_of, too_new};
use crate::diagnostic::{Diagnostic, EndpointRuleFacts, Severity};
use crate::rule::event;
use crate::traits::EndpointBdd;
use crate::validate::Rule;
use crate::validate::contained::with;
use crate::validate::context::Context;

pub(in crate::validate) const DECISION_DIAGRAMS: Rule = Rule {
    events: &[
        event!("EndpointBddTrait"),
        event!("RuleSetAuthSchemes"),
        event!("RuleSetAwsBuiltIn", Prefix),
        event!("RuleSetBuiltIn", Prefix),
        event!("RuleSetParamMissingDocs"),
        event!("RuleSetParameter", Prefix),
        event!("RuleSetUri"),
        event!("RulesEngineVersion"),
    ],
    check: decision_diagrams,
    #[cfg(test)]
    cases: cases::DECISION_DIAGRAMS,
};

fn decision_diagrams(context: &Context<'_>, found: &mut Vec<Diagnostic>) {
    let model = context.model;
    for (service, EndpointBdd(diagram), span) in with::<EndpointBdd>(model) {
        for condition in &diagram.conditions {
            too_new(service, diagram.version, condition, found);
        }
        let errors = diagram.check().into_iter();
        found.extend(errors.map(|problem| {
            Diagnostic::of(Severity::Error, "EndpointBddTrait", EndpointRuleFacts::Problem { problem }, span)
                .with_shape(&service.id)
        }));
        diagram.results.iter().for_each(|rule| endpoint(service, rule, found));
        parameters_of(model, service, &diagram.parameters, span, found);
    }
}

#[cfg(test)]
mod cases {
    use crate::rule::Cases;

    pub(super) const DECISION_DIAGRAMS: Cases = Cases {
        file: file!(),
        finds: &[r#"
@suppress(["UnstableTrait"])
@smithy.rules#endpointBdd(
    version: "1.1"
//  ^^^^^^^ error: EndpointBddTrait
    parameters: {}
    conditions: []
    results: []
    root: 3
    nodeCount: 1
    nodes: "/////wAAAAH/////"
)
service S {}
"#],
        leaves: &[r#"
@suppress(["UnstableTrait"])
@smithy.rules#endpointBdd(
    version: "1.1"
    parameters: {}
    conditions: []
    results: []
    root: 1
    nodeCount: 1
    nodes: "/////wAAAAH/////"
)
service S {}
"#],
    };
}
