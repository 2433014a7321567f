//! Rules of the `smithy.rules` traits (spec: "Smithy rules engine"): rule sets that work, and parameters that all sides agree on.

mod auth;
mod bdd;
mod operations;
mod parameters;
mod rule_sets;
mod test_cases;

pub(super) use bdd::decision_diagrams;
pub(super) use operations::{operation_params, static_params};
pub(super) use rule_sets::rule_sets;
pub(super) use test_cases::test_cases;

const RULE_SET: &str = "smithy.rules#endpointRuleSet";
const TESTS: &str = "smithy.rules#endpointTests";
