//! Tests of comparisons that only a configuration causes. `diff/review/tests.rs` compares models.

use super::{Audience, Level, Levels, compare};
use crate::config::{Nullability, ServiceConfig, Sides};
use crate::ir::Module;
use crate::lower::lower_to_compare;
use crate::source::SourceMap;
use crate::validate::check_core;

const MODEL: &str = "$version: \"2\"\nnamespace port\n@smithy.protocols#rpcv2Cbor\nservice Port { operations: [Moor] }\n\
    operation Moor { output := { @required\n ticket: String } }\n";

fn module(change: impl Fn(&mut ServiceConfig)) -> Module {
    let mut sources = SourceMap::default();
    sources.add("port.smithy", MODEL.to_owned());
    let model = check_core(crate::load::assemble(&sources).0).expect("a sound model");
    let mut config = ServiceConfig { module: "port".into(), id: "port#Port".into(), ..ServiceConfig::default() };
    change(&mut config);
    lower_to_compare(&model, &config).expect("it is lowered")
}

fn verdict(old: Module, new: Module) -> (Vec<String>, String) {
    let (changes, levels) = compare(&[old], &[new]);
    (changes.into_iter().map(|change| change.text).collect(), levels.text())
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

#[test]
fn the_worst_verdict_is_that_of_its_sides() {
    let levels = Levels::of(&[Audience::Client], Level::Minor).with(Audience::Server, Level::Major);
    assert_eq!(levels.worst(), Some(Level::Major));
    assert_eq!(levels.worst_audiences().collect::<Vec<_>>(), [Audience::Server]);
    assert_eq!(levels.get(Audience::Stored), None);
}
