//! Finds what is wrong with a model. Each rule is a function over the model and a row in `RULES`.

mod applied;
mod aws;
mod causes;
mod constraints;
pub(crate) mod contained;
pub(crate) mod context;
mod defaults;
mod enums;
mod examples;
mod http;
mod linters;
mod metadata;
mod names;
mod node;
mod operations;
mod pagination;
mod protocol_tests;
mod protocols;
mod recursion;
mod resources;
mod rules_engine;
mod services;
mod streaming;
pub(crate) mod suppress;
mod targets;
mod trait_values;
mod waiters;

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use context::Context;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Model, Valid};

/// A rule: looks at the model and what is computed of it, and adds what it finds.
type Rule = fn(&Context<'_>, &mut Vec<Diagnostic>);

/// A rule that needs no more than the model.
type ModelRule = fn(&Model, &mut Vec<Diagnostic>);

/// Rules that come first: where one of them finds an error, all others would report its consequences.
const CORE: &[(&str, Rule)] = &[("Target, DeprecatedShape", targets::check), ("ResourceCycle", resources::cycles)];

/// All other rules, by the event ids they report, with the reference implementation's names.
const RULES: &[(&str, Rule)] = &[
    ("TraitValue", trait_values::check),
    ("TraitTarget", applied::targets),
    ("TraitConflict", applied::conflicts),
    ("DeprecatedTrait, UnstableTrait", applied::advised_against),
    ("ExclusiveStructureMemberTrait", applied::exclusive),
    ("PrivateAccess, PrivateMixinMember", applied::private),
    ("TraitBreakingChanges", applied::breaking_changes),
    ("TraitValidators", applied::trait_validators),
    ("ShapeIdConflict", names::conflicts),
    ("ShapeRecursion", recursion::check),
    ("Service", services::names),
    ("SingleOperationBinding, SingleResourceBinding", services::single_bindings),
    ("AuthTrait, ServiceAuthDefinitions, HttpApiKeyAuthTrait", services::auth),
    ("CorsTrait", services::cors),
    ("NoInlineDocumentSupport", services::documents),
    ("ResourceIdentifier", resources::identifiers),
    ("ResourceIdentifierBinding", resources::bindings),
    ("ResourceLifecycle", resources::lifecycles),
    ("ServiceBoundResourceOperation", resources::better_bound),
    ("ResourceOperationInputOutput", resources::properties),
    ("ReferencesTrait", resources::references),
    ("MemberShouldReferenceResource", resources::missing_references),
    ("OperationInputOutputMisuse, OperationInputOutputName", operations::input_output),
    ("OperationNameAmbiguity", operations::ambiguous_names),
    ("IdempotentTrait", operations::idempotent),
    ("RequestCompressionTrait", operations::compression),
    ("DefaultValueInUpdate", operations::updates),
    ("PaginatedTrait", pagination::check),
    ("HttpLabelTrait", http::labels),
    ("HttpUriFormat", http::uri_format),
    ("HttpUriGreedyLabel", http::greedy),
    ("HttpUriConflict", http::conflicts),
    ("HostLabelTrait", http::host_labels),
    ("HttpMethodSemantics", http::semantics),
    ("HttpPayload", http::payloads),
    ("HttpBindingsMissing", http::missing),
    ("HttpResponseCodeSemantics", http::response_codes),
    ("HttpHeaderTrait", http::headers),
    ("HttpPrefixHeadersTrait", http::prefix_headers),
    ("HttpQueryTrait", http::query),
    ("HttpQueryParamsTrait", http::query_params),
    ("HttpBindingTraitIgnored", http::ignored),
    ("IdempotencyTokenIgnored", http::ignored_tokens),
    ("StreamingTrait", streaming::check),
    ("EventPayloadTrait", streaming::event_payloads),
    ("DefaultTrait", defaults::check),
    ("ExamplesTrait", examples::check),
    ("MetadataTrait, TypedMetadata", metadata::types),
    ("ShapeClosure", metadata::closures),
    ("LengthTrait", constraints::lengths),
    ("RangeTrait", constraints::ranges),
    ("PatternTrait", constraints::patterns),
    ("EnumShape", enums::shapes),
    ("EnumTrait, EnumNamesPresent", enums::traits),
    ("JsonName", names::json),
    ("XmlFlattenedTrait", names::flattened),
    ("XmlNamespaceTrait", names::xml_namespaces),
    ("MediaType", names::media_types),
    ("UnitType", names::units),
    ("Union", names::unions),
];

/// Rules over the model alone, by the event ids they report.
const MODEL_RULES: &[(&str, ModelRule)] = &[
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
];

/// Models of fewer elements than this are validated on one thread: starting another takes longer.
const SMALL: usize = 5_000;

/// Runs all rules, and turns all findings, those of loading included, down or up as the model wants. Those with accepted ids do
/// not count, unless they come from loading or the core. The model comes back as valid when there is no error.
pub fn validate(model: Model, loading: Vec<Diagnostic>, accept: &[String]) -> (Option<Valid<Model>>, Vec<Diagnostic>) {
    let context = Context::new(&model);
    let mut found = loading;
    for (_, rule) in CORE {
        rule(&context, &mut found);
    }
    if !has_error(&found) {
        found.extend(run(&context).into_iter().map(|finding| suppress::accepted(finding, accept)));
        causes::keep(&mut found);
    }
    drop(context);
    suppress::decide(&model, &mut found);
    let is_valid = !has_error(&found);
    (is_valid.then(|| Valid::assume(model)), found)
}

/// Runs all rules but those of the core, two at a time, and gives what they find in the order of the tables.
fn run(context: &Context<'_>) -> Vec<Diagnostic> {
    let count = RULES.len() + MODEL_RULES.len();
    let next = AtomicUsize::new(0);
    let results = Mutex::new(vec![Vec::new(); count]);
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let mut found = Vec::new();
            match (RULES.get(at), MODEL_RULES.get(at.wrapping_sub(RULES.len()))) {
                (Some((_, rule)), _) => rule(context, &mut found),
                (None, Some((_, rule))) => rule(context.model, &mut found),
                (None, None) => return,
            }
            if !found.is_empty()
                && let Ok(mut results) = results.lock()
                && let Some(place) = results.get_mut(at)
            {
                *place = found;
            }
        }
    };
    if context.graph.len() < SMALL {
        work();
    } else {
        thread::scope(|scope| {
            scope.spawn(work);
            work();
        });
    }
    results.into_inner().unwrap_or_default().into_iter().flatten().collect()
}

fn has_error(found: &[Diagnostic]) -> bool {
    found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

#[cfg(test)]
mod tests;
