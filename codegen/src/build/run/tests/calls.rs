//! Several calls of `compile` in one build script.

use std::fs;

use super::super::super::compile_calls::CompileCalls;
use super::{Build, MODEL, Package, Service};
use crate::config::Sides;

impl Package {
    /// The results of a build script with these calls.
    fn script(&self, calls: &[Build]) -> Vec<Result<(), String>> {
        let compiled = CompileCalls::default();
        calls.iter().map(|build| self.call(build, &compiled, &mut Vec::new())).collect()
    }
}

/// The modules in the output.
fn modules(package: &Package) -> Vec<String> {
    package.written().into_iter().filter(|file| !file.contains('/')).collect()
}

#[test]
fn each_call_of_a_build_script_keeps_the_modules_of_the_others() {
    let package = Package::new(&[("warehouse.smithy", MODEL)]);
    let call = |module| package.build().service(Service::new("example.warehouse#Warehouse").module(module));
    for _ in 0..2 {
        assert_eq!(package.script(&[call("one"), call("two")]), [Ok(()), Ok(())]);
        assert_eq!(modules(&package), ["one.rs", "two.rs"]);
    }
    let types = package.path("out/two/types.rs");
    let before = fs::metadata(&types).and_then(|file| file.modified()).expect("a file");
    assert_eq!(package.script(&[call("one"), call("two")]), [Ok(()), Ok(())]);
    assert_eq!(fs::metadata(&types).and_then(|file| file.modified()).expect("a file"), before, "it is not written");
    assert_eq!(package.script(&[call("one"), call("three")]), [Ok(()), Ok(())]);
    assert_eq!(modules(&package), ["one.rs", "three.rs"]);
    assert_eq!(package.script(&[call("two"), call("three")]), [Ok(()), Ok(())]);
    assert_eq!(modules(&package), ["three.rs", "two.rs"]);
    // A module that moves to another call.
    assert_eq!(package.script(&[call("three"), call("four")]), [Ok(()), Ok(())]);
    assert_eq!(modules(&package), ["four.rs", "three.rs"]);
}

#[test]
fn modules_of_calls_that_are_taken_out_cannot_be_included() {
    let package = Package::new(&[("warehouse.smithy", MODEL)]);
    let call = |module| package.build().service(Service::new("example.warehouse#Warehouse").module(module));
    assert_eq!(package.script(&[call("one"), call("two"), call("three")]), [Ok(()), Ok(()), Ok(())]);
    assert_eq!(package.script(&[call("one")]), [Ok(())]);
    assert_eq!(modules(&package), ["one.rs"]);
    assert_eq!(package.script(&[call("one")]), [Ok(())]);
    assert!(!package.written().iter().any(|file| file.starts_with("two/")), "the rest goes with the next run");
    assert_eq!(package.script(&[call("one"), call("two")]), [Ok(()), Ok(())]);
    assert_eq!(modules(&package), ["one.rs", "two.rs"]);
}

#[test]
fn calls_at_the_same_time_have_modules_of_their_own() {
    let calls = CompileCalls::default();
    let (first, second) = (calls.start(), calls.start());
    assert!(calls.add(first, "one") && calls.add(second, "two"));
    assert!(!calls.add(first, "two") && !calls.add(second, "one"));
}

#[test]
fn a_module_that_two_calls_generate_is_an_error() {
    let package = Package::new(&[("warehouse.smithy", MODEL)]);
    let results = package.script(&[package.build(), package.build().sides(Sides::Types)]);
    assert_eq!(results[0], Ok(()));
    let text = results[1].as_ref().expect_err("an error");
    assert!(text.contains("an earlier call of `compile` generates the module `warehouse`"), "{text}");
    assert!(package.written().contains(&"warehouse/client.rs".to_owned()), "the first call's files stay");
}
