//! Rules of the `smithy.rules` traits (spec: "Smithy rules engine"): valid rule sets and consistent parameters.

mod auth;
mod bdd;
mod operations;
mod parameters;
mod rule_sets;
mod test_cases;

pub(super) use bdd::DECISION_DIAGRAMS;
pub(super) use operations::{OPERATION_PARAMS, STATIC_PARAMS};
pub(super) use rule_sets::RULE_SETS;
pub(super) use test_cases::TEST_CASES;
