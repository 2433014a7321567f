//! Packages that the runtime depends on, by its features.

use std::collections::BTreeSet;

use super::cargo;

/// Names of the packages that the runtime with these features depends on, without itself. Packages of several versions
/// count several times.
fn packages(features: &str, target: &str) -> BTreeSet<(String, String)> {
    let tree = format!(
        "tree --offline --edges normal --prefix none --format {{p}} --package whitesmith-runtime \
         --no-default-features --features {features} --target {target}"
    );
    let tree = cargo(&tree.split_whitespace().collect::<Vec<_>>()).expect("a tree");
    let packages = tree.lines().filter_map(|line| {
        let mut words = line.split(' ');
        Some((words.next()?.to_owned(), words.next()?.to_owned()))
    });
    packages.filter(|(name, _)| name != "whitesmith-runtime").collect()
}

#[track_caller]
fn assert_absent(packages: &BTreeSet<(String, String)>, names: &[&str]) {
    assert!(packages.iter().any(|(name, _)| name == "http"), "{packages:#?}");
    for name in names {
        assert!(!packages.iter().any(|(found, _)| found == name), "{name} is a dependency: {packages:#?}");
    }
}

const LINUX: &str = "x86_64-unknown-linux-gnu";
/// Packages of signatures without TLS.
const OF_SIGNATURES: [&str; 3] = ["digest", "hmac", "sha2"];
/// Packages of single protocols, and of patterns.
const OF_PROTOCOLS: [&str; 3] = ["minicbor", "quick-xml", "unicode-properties"];
/// Packages of checksums, one of which event streams have, too.
const OF_CHECKSUMS: [&str; 5] = ["crc", "crc32fast", "md-5", "sha1", "sha2"];

#[test]
fn a_client_with_a_transport_of_the_user_has_no_runtime_sockets_or_tls() {
    let packages = packages("client-core", "wasm32-unknown-unknown");
    assert_absent(&packages, &["hyper", "hyper-util", "mio", "ring", "rustls", "socket2", "tokio", "wasm-bindgen"]);
}

#[test]
fn a_client_with_tls_has_no_package_of_aws() {
    let packages = packages("client", LINUX);
    assert_eq!(packages.len(), WITH_TLS, "{packages:#?}");
    assert_absent(&packages, &[OF_SIGNATURES.as_slice(), &OF_CHECKSUMS, &OF_PROTOCOLS, &["tower", "uuid"]].concat());
}

/// Packages of a client with TLS, as in the README of the runtime.
const WITH_TLS: usize = 49;

#[test]
fn a_client_that_signs_has_no_package_of_checksums_or_other_protocols() {
    let packages = packages("client,sigv4", LINUX);
    assert_eq!(packages.len(), WITH_SIGNATURES, "{packages:#?}");
    assert_absent(&packages, &[OF_SIGNATURES.as_slice(), &OF_CHECKSUMS, &OF_PROTOCOLS].concat());
}

/// Packages of a client with TLS that signs its requests, as in the README of the runtime: hashes are those of TLS.
const WITH_SIGNATURES: usize = 49;
