//! Rules of the `smithy.rules` traits (spec: "Smithy rules engine"): rule sets that work, and parameters that all sides agree on.

use crate::model::Trait;
use crate::traits::{EndpointBdd, EndpointRuleSet, EndpointTests};
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

const RULE_SET: &str = EndpointRuleSet::ID;
const BDD: &str = EndpointBdd::ID;
const TESTS: &str = EndpointTests::ID;
