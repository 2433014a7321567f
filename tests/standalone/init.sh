# `whitesmith init`: the example, as a crate of its own.
whitesmith init notes --runtime "path:$WHITESMITH/runtime"
cd notes
cp "$WHITESMITH/Cargo.lock" .
cargo fmt --all --check
cargo clippy --quiet --all-targets -- --deny warnings
cargo test --quiet
whitesmith codegen --check

# The server, and the client from another terminal.
cargo build --quiet --bins --examples
LISTEN=127.0.0.1:0 "${CARGO_TARGET_DIR:-target}/debug/notes" >server.log &
trap "kill $!" EXIT
until grep --quiet "^listening on " server.log; do
    kill -0 $! # Fails if the server has ended.
    sleep 0.1
done
endpoint=$(sed -n 's/^listening on //p' server.log)
ENDPOINT=$endpoint cargo run --quiet --example client | grep --fixed-strings "milk: Two bottles"
