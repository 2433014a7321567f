//! Tests of comparisons that only a configuration causes. `diff/review/tests.rs` compares models.

use super::calls::DEFAULT_MAX_BODY;
use super::settings::SETTINGS;
use super::{Audience, Level, Levels, compare};
use crate::config::{BodyLimit, Constraints, Nullability, ServiceConfig, Sides, Style};
use crate::ir::{Module, Protocol};
use crate::lower::lower_to_compare;
use crate::source::{SourceMap, Span};
use crate::validate::check_core;

const AUTHENTICATED: &str = "@aws.auth#sigv4(name: \"port\")\nservice Port";

const MODEL: &str = "$version: \"2\"\nnamespace port\n@smithy.protocols#rpcv2Cbor\nservice Port { operations: [Moor] }\n\
    operation Moor { output := { @required\n ticket: String } }\n";

fn module(change: impl Fn(&mut ServiceConfig)) -> Module {
    module_of(MODEL, change)
}

fn module_of(model: &str, change: impl Fn(&mut ServiceConfig)) -> Module {
    let mut sources = SourceMap::default();
    sources.add("port.smithy", model.to_owned());
    let model = crate::load::assemble(&sources).0;
    check_core(&model).expect("a sound model");
    let mut config = ServiceConfig { module: "port".into(), id: "port#Port".into(), ..ServiceConfig::default() };
    change(&mut config);
    lower_to_compare(&model, &config).expect("it is lowered")
}

fn verdict(old: Module, new: Module) -> (Vec<String>, String) {
    let (changes, levels) = compare(&[old], &[new]);
    (changes.into_iter().map(|change| change.facts.to_string()).collect(), levels.text())
}

#[test]
fn an_unchanged_module_requires_a_patch() {
    let (changes, levels) = verdict(module(|_| {}), module(|_| {}));
    assert_eq!(changes, [""; 0]);
    assert_eq!(levels, "patch (client), patch (server), patch (stored data)");
}

#[test]
fn a_side_that_is_no_longer_generated_is_removed() {
    let (changes, levels) = verdict(module(|_| {}), module(|config| config.sides = Sides::Client));
    assert!(changes.contains(&"removed trait `server::Port`".to_owned()), "{changes:?}");
    assert_eq!(levels, "patch (client), major (server), patch (stored data)");
}

#[test]
fn another_nullability_changes_fields() {
    let (changes, levels) = verdict(module(|_| {}), module(|config| config.nullability = Nullability::ClientCareful));
    let field = "changed field `types::MoorOutput::ticket` from `String` to `Option<String>`";
    assert!(changes.contains(&field.to_owned()), "{changes:?}");
    assert!(levels.starts_with("major (client), major (server)"), "{levels}");
}

#[test]
fn a_module_of_another_name_is_removed_and_added() {
    let (changes, levels) = verdict(module(|_| {}), module(|config| config.module = "harbour".into()));
    assert_eq!(changes, ["removed module `port`", "added module `harbour`"]);
    assert_eq!(levels, "major (client), major (server), major (stored data)");
}

const BERTHS: &str = "$version: \"2\"\nnamespace port\n@smithy.protocols#rpcv2Cbor\nservice Port { operations: [Moor] }\n\
    operation Moor { input := { berth: Berth, depth: Integer } }\nstructure Berth { @required\n name: String }\n";

/// A module in the style of `aws-sdk-rust`, whose setters do not convert.
fn sdk(model: &str) -> Module {
    module_of(model, |config| (config.style, config.constraints) = (Style::AwsSdk, Constraints::Checked))
}

#[test]
fn a_builder_that_no_longer_checks_returns_another_type() {
    let (changes, levels) =
        verdict(sdk(BERTHS), sdk(&BERTHS.replace("@required\n name: String", "name: String = \"\"\n")));
    let method = "changed method `types::BerthBuilder::build` from `-> Result<Berth, BuildError>` to `-> Berth`";
    assert!(changes.contains(&method.to_owned()), "{changes:?}");
    assert!(levels.starts_with("major (client), major (server)"), "{levels}");
}

#[test]
fn a_structure_that_becomes_an_input_has_a_builder_that_checks() {
    let model = BERTHS.replace("@required\n name", "name");
    let more = model.replace("[Moor]", "[Moor, Leave]") + "operation Leave { input: Berth }\n";
    let (changes, _) = verdict(sdk(&model), sdk(&more));
    let method = "changed method `types::BerthBuilder::build` from `-> Berth` to `-> Result<Berth, BuildError>`";
    assert!(changes.contains(&method.to_owned()), "{changes:?}");
}

#[test]
fn setters_that_no_longer_convert_are_changed() {
    let (changes, _) = verdict(module_of(BERTHS, |config| config.constraints = Constraints::Checked), sdk(BERTHS));
    let method = "changed method `types::MoorInputBuilder::depth` from `i32` to `exactly i32`";
    assert!(changes.contains(&method.to_owned()), "{changes:?}");
}

const PLACES: &str = "$version: \"2\"\nnamespace port\n@smithy.protocols#rpcv2Cbor\nservice Port { operations: [Moor] }\n\
    operation Moor { input := { place: Place } }\nstructure Quay { name: String }\n\
    union Place { name: String, quay: Quay }\n";

#[test]
fn a_variant_takes_no_conversion_from_a_plain_type() {
    let more = PLACES.replace("quay: Quay }", "quay: Quay, code: String }");
    let (changes, levels) = verdict(module_of(PLACES, |_| {}), module_of(&more, |_| {}));
    assert!(!changes.iter().any(|change| change.contains("From<")), "{changes:?}");
    assert!(levels.starts_with("minor (client), minor (server)"), "{levels}");
}

#[test]
fn a_second_variant_of_a_named_type_removes_its_conversion() {
    let more = PLACES.replace("quay: Quay }", "quay: Quay, other: Quay }");
    let (changes, levels) = verdict(module_of(PLACES, |_| {}), module_of(&more, |_| {}));
    assert!(changes.contains(&"removed implementation `types::Place: From<Quay>`".to_owned()), "{changes:?}");
    assert!(levels.starts_with("major (client), major (server)"), "{levels}");
}

#[test]
fn operations_with_names_of_functions_of_clients_are_listed_by_their_own() {
    let new = MODEL.replace("[Moor]", "[Moor, New]") + "operation New {}\n";
    let (changes, _) = verdict(module(|_| {}), module_of(&new, |_| {}));
    assert!(changes.contains(&"added method `client::Client::new_`".to_owned()), "{changes:?}");
    assert!(changes.contains(&"added required method `server::Port::new`".to_owned()), "{changes:?}");
}

#[test]
fn the_worst_verdict_is_that_of_its_sides() {
    let levels = Levels::of(&[Audience::Client], Level::Minor).with(Audience::Server, Level::Major);
    assert_eq!(levels.worst(), Some(Level::Major));
    assert_eq!(levels.worst_audiences().collect::<Vec<_>>(), [Audience::Server]);
    assert_eq!(levels.get(Audience::Stored), None);
}

#[test]
fn a_service_that_verifies_callers_is_made_by_another_function() {
    let authenticated = module_of(&MODEL.replace("service Port", AUTHENTICATED), |_| {});
    let (changes, levels) = verdict(module(|_| {}), authenticated);
    let function = "changed function `server::service` from `-> Service<Dispatch> with feature server` to `-> Unauthenticated<Dispatch> with feature server`";
    assert!(changes.contains(&function.to_owned()), "{changes:?}");
    assert!(levels.contains("major (server)"), "{levels}");
}

#[test]
fn a_scheme_that_is_not_supported_does_not_change_messages() {
    let other = "@trait @authDefinition structure own {}\n@own service Port";
    let unsupported = module_of(&MODEL.replace("service Port", other), |_| {});
    let (changes, _) = verdict(module_of(&MODEL.replace("service Port", AUTHENTICATED), |_| {}), unsupported);
    let text = changes.join("\n");
    assert!(
        text.contains("authentication by SigV4 was removed") && !text.contains("messages differ in `unsup"),
        "{text}"
    );
    assert!(!text.contains("no longer required"), "{text}");
}

#[test]
fn the_wait_of_a_long_poll_changes_clients_only() {
    let model = MODEL.replace("operation Moor", "@smithy.api#longPoll(timeoutMillis: 5000) operation Moor");
    let (changes, levels) = verdict(module(|_| {}), module_of(&model, |_| {}));
    assert_eq!(changes, ["`long_poll` of `Moor` was added: how long clients wait for a response"]);
    assert_eq!(levels, "minor (client), patch (server), patch (stored data)");
}

#[test]
fn a_lower_limit_of_bodies_breaks_servers() {
    let limit = |bytes: u64| {
        module(|config| config.max_body.push(BodyLimit { operation: "Moor".into(), bytes, span: Span::NONE }))
    };
    let (changes, levels) = verdict(limit(3_000_000), limit(1_000));
    assert_eq!(changes, ["the maximum size of requests to `Moor` changed from 3000000 to 1000 bytes"]);
    assert_eq!(levels, "patch (client), major (server), patch (stored data)");
    let (_, levels) = verdict(module(|_| {}), limit(3_000_000));
    assert_eq!(levels, "patch (client), minor (server), patch (stored data)");
}

#[test]
fn the_default_limit_of_bodies_is_that_of_the_runtime() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/src/server/limits.rs");
    let text = std::fs::read_to_string(file).expect("the runtime is next to the generator");
    assert_eq!(DEFAULT_MAX_BODY, 2 * 1024 * 1024);
    assert!(text.contains("pub const DEFAULT_MAX_BODY: usize = 2 * 1024 * 1024;"));
}

/// Which of the runtime's settings changes messages has to be decided for each.
#[test]
fn all_settings_of_schemas_are_classified() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../runtime/src/schema");
    let mut methods = std::collections::BTreeSet::new();
    for file in ["member.rs", "mod.rs", "operation.rs", "service.rs"] {
        let text = std::fs::read_to_string(folder.join(file)).expect("the runtime is next to the generator");
        let settings = text.split("pub const fn ").skip(1).filter_map(|part| part.split_once("(mut self"));
        let names = settings.map(|(name, _)| name.to_owned());
        methods.extend(names.filter(|name| name.chars().all(|char| char.is_alphanumeric() || char == '_')));
    }
    let known: std::collections::BTreeSet<String> = SETTINGS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(known, methods, "complete the table in `settings.rs`");
}

#[test]
fn names_in_messages_of_all_protocols_are_known() {
    let known: Vec<Protocol> = super::wire::PROTOCOLS.iter().map(|row| row.id).collect();
    assert_eq!(known, Protocol::ALL);
}
