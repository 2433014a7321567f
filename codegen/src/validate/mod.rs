//! Validation. Each rule is a constant in its own file, with its event IDs and their pages, and has a row in `RULES`.

mod accepted;
mod alloy;
mod applied;
mod aws;
mod causes;
mod constraints;
pub(crate) mod contained;
pub(crate) mod context;
mod contracts;
mod defaults;
mod enums;
mod examples;
mod http;
mod linters;
mod media_types;
mod metadata;
mod mqtt;
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
mod smoke_tests;
mod streaming;
pub(crate) mod suppress;
mod targets;
mod trait_validators;
mod trait_values;
mod unions;
mod units;
mod waiters;
mod xml;

pub use accepted::{UNKNOWN_ID, is_acceptable};
pub(crate) use accepted::{ineffective_ids, keep_unknown_traits};

use context::Context;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Model, Valid};
use crate::parallel::{self, Stack};
use crate::rule::{Accepted, Event, assert_owned, covers};

/// Rules read the model and append their findings.
type Rule = crate::rule::Rule<fn(&Context<'_>, &mut Vec<Diagnostic>)>;

/// Rules that run first. If they find errors, other rules would only report consequences.
const CORE: &[&Rule] = &[&targets::RULE, &resources::CYCLES];

/// Rules that run next. They divide their work among threads: one takes longer than all others of its stage.
const DIVIDED: &[&Rule] = &[&trait_values::RULE];

/// Rules of the same stage. They check assumptions of the other rules: traits are applied where they are allowed, their
/// values match their definitions, and names are unique. If they find errors, other rules would report consequences.
const CRITICAL: &[&Rule] = &[
    &applied::TARGETS,
    &applied::CONFLICTS,
    &applied::EXCLUSIVE,
    &names::CONFLICTS,
    &services::SINGLE_BINDINGS,
    &defaults::RULE,
    &enums::SHAPES,
];

/// All other rules, in the order of their findings.
const RULES: &[&Rule] = &[
    &applied::ADVISED_AGAINST,
    &applied::PRIVATE,
    &applied::BREAKING_CHANGES,
    &trait_validators::RULE,
    &recursion::RULE,
    &services::NAMES,
    &services::AUTH,
    &services::CORS,
    &services::DOCUMENTS,
    &resources::IDENTIFIERS,
    &resources::BINDINGS,
    &resources::LIFECYCLES,
    &resources::BETTER_BOUND,
    &resources::PROPERTIES,
    &resources::REFERENCES,
    &resources::MISSING_REFERENCES,
    &operations::INPUT_OUTPUT,
    &operations::AMBIGUOUS_NAMES,
    &operations::IDEMPOTENT,
    &operations::COMPRESSION,
    &operations::UPDATES,
    &pagination::RULE,
    &http::LABELS,
    &http::URI_FORMAT,
    &http::GREEDY,
    &http::CONFLICTS,
    &http::HOST_LABELS,
    &http::SEMANTICS,
    &http::PAYLOADS,
    &http::MISSING,
    &http::RESPONSE_CODES,
    &http::HEADERS,
    &http::PREFIX_HEADERS,
    &http::QUERY,
    &http::QUERY_PARAMS,
    &http::IGNORED,
    &http::IGNORED_TOKENS,
    &streaming::RULE,
    &streaming::EVENT_PAYLOADS,
    &examples::RULE,
    &metadata::TYPES,
    &metadata::CLOSURES,
    &constraints::LENGTHS,
    &constraints::RANGES,
    &constraints::PATTERNS,
    &enums::TRAITS,
    &names::JSON,
    &xml::FLATTENED,
    &xml::XML_NAMESPACES,
    &media_types::MEDIA_TYPES,
    &units::UNITS,
    &unions::UNIONS,
    &waiters::WAITERS,
    &waiters::UNIQUE_NAMES,
    &protocols::HTTP_VERSIONS,
    &protocols::INDEXED,
    &aws::ARNS,
    &aws::ARN_TEMPLATES,
    &aws::SDK_ID,
    &aws::CLOUDWATCH,
    &aws::EVENT_SOURCE,
    &aws::SIGNING_NAMES,
    &aws::ERROR_RENAMES,
    &aws::ERROR_CODES,
    &aws::PAYLOADS,
    &aws::CHECKSUMS,
    &aws::DISCOVERY_RULE,
    &aws::SERVICE_OPERATIONS,
    &aws::TAG_ENABLED_RULE,
    &aws::PROPERTY_NAMES,
    &aws::PROPERTY_TYPES,
    &aws::RESOURCES,
    &aws::CONDITION_KEY_RULE,
    &aws::ACTIONS,
    &aws::RESOURCES_RULE,
    &aws::AUTHORIZERS_RULE,
    &aws::ENDPOINT_CONFIGURATION,
    &aws::RESPONSES_AND_CORS,
    &aws::MUTABILITIES,
    &aws::PROPERTIES,
    &aws::SPECIAL_CASES,
    &mqtt::LABELS,
    &mqtt::CONFLICTS,
    &alloy::UNIONS,
    &alloy::UNKNOWN_MEMBERS,
    &alloy::OPERATIONS,
    &alloy::HEADERS,
    &alloy::TIMESTAMPS,
    &alloy::DEFAULTS,
    &alloy::EXAMPLES,
    &alloy::PATTERNS,
    &alloy::GRPC,
    &alloy::ERRORS,
    &alloy::INDEXES,
    &alloy::RESERVED,
    &alloy::INLINED,
    &alloy::CONNECTED,
    &rules_engine::RULE_SETS,
    &rules_engine::DECISION_DIAGRAMS,
    &rules_engine::TEST_CASES,
    &protocol_tests::REQUESTS_RULE,
    &protocol_tests::RESPONSES_RULE,
    &protocol_tests::ERRORS,
    &protocol_tests::MALFORMED_RULE,
    &protocol_tests::EVENT_STREAMS,
    &protocol_tests::UNIQUE_IDS,
    &smoke_tests::CASES,
    &smoke_tests::UNIQUE_IDS,
    &contracts::RULE,
    &rules_engine::STATIC_PARAMS,
    &rules_engine::OPERATION_PARAMS,
];

#[cfg(test)]
pub(crate) use linters::events as linter_events;

/// All rules.
fn rules() -> impl Iterator<Item = &'static Rule> {
    CORE.iter().chain(DIVIDED).chain(CRITICAL).chain(RULES).chain([&&linters::CONFIGURED]).copied()
}

/// The events of all rules and linters.
pub(crate) fn events() -> impl Iterator<Item = &'static Event> {
    rules().flat_map(|rule| rule.events).chain(linters::events())
}

/// Models with fewer elements are validated on one thread, because starting another would take longer.
const SMALL: usize = 5_000;

/// Which stages run after one that found errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stages {
    /// None, because their findings would mostly be consequences.
    UntilErrors,
    /// All, unless the core rules found errors.
    All,
}

/// Checks only what lowering for a comparison relies on. The model is not known to be valid.
pub(crate) fn check_core(model: &Model) -> Result<(), Vec<Diagnostic>> {
    let context = Context::new(model);
    let found: Vec<_> = CORE.iter().flat_map(|rule| apply(rule, &context)).collect();
    if has_error(&found) { Err(found) } else { Ok(()) }
}

/// Runs the rules of the stages, and applies suppressions and severity overrides to all findings, including those of
/// loading. Findings with accepted IDs are ignored, except errors of loading and of the core rules. Returns the model
/// as valid if there are no errors.
pub(crate) fn validate(
    model: Model,
    loading: Vec<Diagnostic>,
    accept: &[Accepted],
    stages: Stages,
) -> (Option<Valid<Model>>, Vec<Diagnostic>) {
    let context = Context::new(&model);
    if context.graph.len() >= SMALL {
        context.graph.prepare();
    }
    let (decisions, malformed) = suppress::Decisions::read(&model);
    let is_fixed =
        |finding: &Diagnostic| finding.severity == Severity::Error || finding.id == crate::load::UNRESOLVED_TRAIT;
    let accepted = |finding| if is_fixed(&finding) { finding } else { accepted::accepted(finding, accept) };
    let mut found: Vec<Diagnostic> = loading.into_iter().chain(malformed).map(accepted).collect();
    let (setup, linted) = linters::split(apply(&linters::CONFIGURED, &context));
    found.extend(setup);
    let core: Vec<_> = CORE.iter().flat_map(|rule| apply(rule, &context)).collect();
    let is_sound = stages == Stages::UntilErrors || !has_error(&core);
    found.extend(core);
    for (divided, rules, more) in [(DIVIDED, CRITICAL, Vec::new()), (&[], RULES, linted)] {
        if !is_sound || (stages == Stages::UntilErrors && has_error(&found)) {
            found.retain(|finding| !crate::load::is_about_set(finding));
            break;
        }
        let divided: Vec<_> = divided.iter().flat_map(|rule| apply(rule, &context)).collect();
        let more = divided.into_iter().chain(run(rules, &context)).chain(more);
        found.extend(more.map(|finding| accepted::accepted(finding, accept)));
    }
    causes::keep(&mut found);
    decisions.apply(&mut found);
    drop(context);
    let is_valid = !has_error(&found);
    (is_valid.then(|| Valid::assume(model)), found)
}

/// Runs rules in parallel, unless the model is small. Findings are in the order of the rules.
fn run(rules: &[&Rule], context: &Context<'_>) -> Vec<Diagnostic> {
    if context.graph.len() < SMALL {
        return rules.iter().flat_map(|rule| apply(rule, context)).collect();
    }
    parallel::map(rules.to_vec(), Stack::Any, &|rule: &Rule| apply(rule, context)).into_iter().flatten().collect()
}

/// Runs one rule.
fn apply(rule: &Rule, context: &Context<'_>) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    (rule.check)(context, &mut found);
    assert_owned(rule.events, &found, |id| is_configured(context, id));
    found
}

/// Whether a validator or trait validator of the model has this ID.
fn is_configured(context: &Context<'_>, id: &str) -> bool {
    accepted::configured_ids(context.model).any(|name| covers(name, id))
}

/// Whether errors kept most rules from running: errors of loading, or of rules that others rely on.
pub fn is_incomplete(found: &[Diagnostic]) -> bool {
    let is_last = |id: &str| RULES.iter().flat_map(|rule| rule.events).any(|event| event.ids.contain(id));
    found.iter().any(|finding| finding.severity == Severity::Error && !is_last(&finding.id))
}

/// Whether a finding keeps a model from being valid. Dangers do not.
pub(crate) fn has_error(found: &[Diagnostic]) -> bool {
    found.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

#[cfg(test)]
mod tests;
