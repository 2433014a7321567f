//! Finds what is wrong with a model. Each rule is a function over the model and a row in `RULES`.

mod aws;
mod constraints;
pub(crate) mod contained;
mod http;
mod linters;
mod node;
mod operations;
mod pagination;
mod protocol_tests;
mod protocols;
mod rules_engine;
mod targets;
mod trait_values;
mod waiters;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Model, Valid};

/// A rule: looks at the model, and adds what it finds.
type Rule = fn(&Model, &mut Vec<Diagnostic>);

/// All rules, by the event id they report, with the reference implementation's names.
const RULES: &[(&str, Rule)] = &[
    ("Target", targets::check),
    ("TraitValue", trait_values::check),
    ("LengthTrait, RangeTrait", constraints::bounds),
    ("PatternTrait", constraints::patterns),
    ("EnumShape", constraints::enums),
    ("Target.Operation", operations::check),
    ("HttpLabelTrait", http::labels),
    ("PaginatedTrait", pagination::check),
    ("WaitableTrait", waiters::waitable),
    ("UniqueWaiterNames", waiters::unique_names),
    ("Rpcv2CborTrait, Rpcv2JsonTrait, ProtocolHttp", protocols::http_versions),
    ("IndexedTrait", protocols::indexed),
    ("ArnTrait", aws::arns),
    ("ArnTemplate", aws::arn_templates),
    ("SdkServiceId", aws::sdk_id),
    ("CloudWatchNamespace", aws::cloudwatch),
    ("EventSource", aws::event_source),
    ("SigV4Traits", aws::signing_names),
    ("ErrorRename", aws::error_renames),
    ("QueryErrorCode", aws::error_codes),
    ("ProtocolHttpPayload", aws::payloads),
    ("HttpChecksumTrait", aws::checksums),
    ("ClientEndpointDiscovery", aws::discovery),
    ("ServiceTagging", aws::service_operations),
    ("TagEnabledService", aws::tag_enabled),
    ("TagResourcePropertyName", aws::property_names),
    ("TagResourcePropertyType", aws::property_types),
    ("TaggableResource", aws::resources),
    ("EndpointRuleSetTrait, RuleSet…, RulesEngineVersion", rules_engine::rule_sets),
    ("EndpointBddTrait", rules_engine::decision_diagrams),
    ("EndpointTestsTrait", rules_engine::test_cases),
    ("HttpRequestTestsInput", protocol_tests::requests),
    ("HttpResponseTestsOutput", protocol_tests::responses),
    ("HttpResponseTestsError", protocol_tests::errors),
    ("HttpMalformedRequestTests", protocol_tests::malformed),
    ("EventStreamTestsTrait", protocol_tests::event_streams),
    ("UniqueProtocolTestCaseId", protocol_tests::unique_ids),
    ("StaticContextParamsTrait", rules_engine::static_params),
    ("OperationContextParamsTrait", rules_engine::operation_params),
    ("(metadata validators)", linters::configured),
    ("(one cause, one finding)", contained::keep_causes),
];

/// Runs all rules. The model comes back as valid when none finds an error.
pub fn validate(model: Model) -> (Option<Valid<Model>>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    for (_, rule) in RULES {
        rule(&model, &mut found);
    }
    let is_valid = !found.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
    (is_valid.then(|| Valid::assume(model)), found)
}
