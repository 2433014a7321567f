//! Tests against data that is not part of this repository: the reference implementation's test suites and official
//! models.
//!
//! A test whose data is missing is reported as ignored, with the reason in front of its name. With `--ignored` it runs,
//! and fails.

mod common;
mod diff;
mod endpoints;
mod formatter;
mod layout;
mod loader;
mod official;
mod pages;
mod patterns;
mod selectors;
mod stability;
#[path = "../patterns/support.rs"]
mod support;
mod validation;
mod web_assembly;

use std::path::Path;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

use crate::common::Data::{self, Models, Suite, Target, Tool, Workspace};

/// Tests as rows: the function, and its data.
macro_rules! tests {
    ($($module:ident::$name:ident($data:expr),)*) => {
        &[$((concat!(stringify!($module), "::", stringify!($name)), $data, $module::$name)),*]
    };
}

type Test = (&'static str, Data, fn(&Path));

const TESTS: &[Test] = tests![
    diff::changes_match_the_reference(Suite("diff")),
    endpoints::endpoints_match_the_test_cases_of_official_models(Models),
    endpoints::endpoints_match_the_reference(Suite("endpoints")),
    formatter::formatting_is_idempotent(Suite("")),
    formatter::formatting_matches_the_reference(Suite("formatter")),
    layout::rustfmt_leaves_generated_code_alone(Tool("rustfmt")),
    loader::idl_and_json_ast_load_to_the_same_model(Suite("loader/valid")),
    loader::invalid_models_are_reported(Suite("loader/invalid")),
    loader::loading_continues_after_an_error(Suite("loader/error-recovery")),
    loader::mixins_load_and_flatten(Suite("loader/mixins")),
    loader::models_of_version_1_0_are_upgraded(Suite("loader/upgrade")),
    loader::trait_definitions_match_the_reference(Suite("trait-defs")),
    official::every_waiter_of_official_models_is_generated(Models),
    official::official_models_are_valid(Models),
    pages::every_diagnostic_has_a_page(Suite("validation")),
    patterns::patterns_of_official_models_are_enforced_or_listed(Models),
    selectors::selected_shapes_match_the_reference(Suite("selectors/cases")),
    stability::official_models_round_trip_through_idl(Models),
    stability::own_models_round_trip_through_idl(Workspace),
    validation::diagnostics_match_the_reference(Suite("validation")),
    web_assembly::a_client_with_a_transport_of_the_user_compiles(Target("wasm32-unknown-unknown")),
];

fn main() -> ExitCode {
    let trials = TESTS.iter().map(|(name, data, test)| match common::folder(*data) {
        Ok(folder) => Trial::test(*name, move || {
            test(&folder);
            Ok(())
        }),
        Err(reason) => {
            let kind = reason.clone();
            Trial::test(*name, move || Err(Failed::from(reason))).with_kind(kind).with_ignored_flag(true)
        }
    });
    libtest_mimic::run(&Arguments::from_args(), trials.collect()).exit_code()
}
