//! No dependency of a published feature set declares a newer Rust version than the feature set.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

use super::{cargo, member};

/// A compiler's version.
type Version = Vec<u32>;

/// The Rust version that the generator, types, clients and servers need.
const PROMISED: &str = "1.88";
/// The Rust version that the adapter of AWS credentials providers needs.
const ADAPTER: &str = "1.94.1";

/// Feature sets: package, features, the compiler that it needs.
const SETS: &[(&str, &str, &str)] = &[
    ("whitesmith-codegen", "", PROMISED),
    ("whitesmith", "", PROMISED),
    ("whitesmith-runtime", "", PROMISED),
    ("whitesmith-runtime", "bigdecimal,chrono,fs,jiff,num-bigint,rust_decimal,serde,time", PROMISED),
    ("whitesmith-runtime", "server", PROMISED),
    ("whitesmith-runtime", "gzip,serde,serve-tls,server", PROMISED),
    ("whitesmith-runtime", "aws-lc-rs,client,http2", PROMISED),
    ("whitesmith-runtime", "aws", PROMISED),
    ("whitesmith-runtime", "aws-config", ADAPTER),
];

/// Three numbers: `1.88` is `1.88.0`.
fn version(text: &str) -> Version {
    let numbers = text.split('.').map(|part| part.parse().expect("a number"));
    numbers.chain(std::iter::repeat(0)).take(3).collect()
}

/// Runs cargo for all platforms, or for this one if packages of the others are not on this machine.
fn for_platforms(arguments: &[&str], all: &[&str], this: &[&str]) -> String {
    cargo(&[arguments, all].concat()).or_else(|_| cargo(&[arguments, this].concat())).expect("cargo succeeds")
}

fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("rustc runs");
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines().find_map(|line| line.strip_prefix("host: ")).expect("a platform").to_owned()
}

/// The compilers that packages declare, by name and version.
fn declared() -> BTreeMap<String, Version> {
    let arguments = ["metadata", "--locked", "--offline", "--all-features", "--format-version", "1"];
    let text = for_platforms(&arguments, &[], &["--filter-platform", &host()]);
    let metadata: Value = serde_json::from_str(&text).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages").iter();
    let declared = packages.filter_map(|package| {
        let name = format!("{} v{}", package["name"].as_str()?, package["version"].as_str()?);
        Some((name, version(package["rust_version"].as_str()?)))
    });
    declared.collect()
}

/// The packages of a feature set, by name and version.
fn resolved(package: &str, features: &str) -> Vec<String> {
    let arguments = [
        "tree",
        "--locked",
        "--offline",
        "--edges=normal,build",
        "--prefix=none",
        "--no-default-features",
        "--package",
        package,
        "--features",
        features,
    ];
    let text = for_platforms(&arguments, &["--target", "all"], &[]);
    // `name v1.2.3 (proc-macro)`
    text.lines().map(|line| line.split(' ').take(2).collect::<Vec<_>>().join(" ")).collect()
}

#[test]
fn no_dependency_declares_a_newer_compiler() {
    let declared = declared();
    let mut problems = Vec::new();
    for (package, features, promised) in SETS {
        let packages = resolved(package, features);
        assert!(packages.len() > 10, "{package} has dependencies");
        for name in packages {
            if declared.get(&name).is_some_and(|needed| *needed > version(promised)) {
                problems
                    .push(format!("{package} with `{features}` needs {promised}, but {name} {:?}", declared[&name]));
            }
        }
    }
    problems.dedup();
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
}

#[test]
fn the_adapter_needs_what_its_dependencies_declare_and_no_more() {
    let declared = declared();
    let needed = resolved("whitesmith-runtime", "aws-config").iter().filter_map(|name| declared.get(name)).max();
    assert_eq!(needed, Some(&version(ADAPTER)), "change it here, in the README of the runtime and in the policy");
}

#[test]
fn manifests_promise_the_same() {
    for package in ["whitesmith-codegen", "whitesmith", "whitesmith-runtime"] {
        assert_eq!(member(package)["rust_version"], PROMISED, "{package}");
    }
}

/// A client that makes one call over TLS, and nothing else.
#[test]
fn clients_have_few_dependencies() {
    let mut packages = resolved("whitesmith-runtime", "client");
    packages.sort_unstable();
    packages.dedup();
    let aws: Vec<_> = packages.iter().filter(|name| name.starts_with("aws-")).collect();
    assert!(aws.is_empty(), "{aws:?}");
}
