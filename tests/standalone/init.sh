# `whitesmith init`: the example, as a crate of its own.
whitesmith init notes --runtime "path:$WHITESMITH/runtime"
cd notes
cp "$WHITESMITH/Cargo.lock" .
cargo fmt --all --check
cargo clippy --quiet --all-targets -- --deny warnings
cargo test --quiet
whitesmith codegen --check

# From another terminal.
cargo build --quiet --examples
LISTEN=127.0.0.1:0 cargo run --quiet >server.log &
trap "kill $!" EXIT
for _ in $(seq 100); do
    endpoint=$(sed -n 's/^listening on //p' server.log)
    [ -z "$endpoint" ] || break
    sleep 0.1
done
ENDPOINT=$endpoint cargo run --quiet --example client | grep --fixed-strings "milk: Two bottles"
