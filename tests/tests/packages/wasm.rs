//! Dependencies of the client without the standard transport, which runs where tokio and sockets do not exist. `suites`
//! compiles it.

use super::cargo;

#[test]
fn a_client_with_a_transport_of_the_user_has_no_runtime_sockets_or_tls() {
    let tree = "tree --offline --edges normal --prefix none --format {p} --package whitesmith-runtime \
        --no-default-features --features client-core --target wasm32-unknown-unknown";
    let tree = cargo(&tree.split_whitespace().collect::<Vec<_>>()).expect("a tree");
    let packages: Vec<&str> = tree.lines().filter_map(|line| line.split(' ').next()).collect();
    assert!(packages.contains(&"http"), "{tree}");
    for package in ["hyper", "hyper-util", "mio", "ring", "rustls", "socket2", "tokio", "wasm-bindgen"] {
        assert!(!packages.contains(&package), "{package} is a dependency:\n{tree}");
    }
}
