# Types only, of a model without a service: the example of a shape closure, stored as JSON.
cp -r "$WHITESMITH/examples/types-only/." .
rm -rf target order-types Cargo.lock
cp "$WHITESMITH/Cargo.lock" .
# Its path into this repository becomes absolute.
sed -i.bak "s|\.\./\.\./|$WHITESMITH/|" codegen.toml
whitesmith codegen
whitesmith codegen --check
cargo fmt --all --check
cargo clippy --quiet --all-targets -- --deny warnings
cargo test --quiet
# The crate itself, the runtime, and what it needs.
crates=$(cargo tree --package order-types --no-default-features --edges normal --prefix none | sort --unique | wc -l)
[ "$crates" -le 22 ] || { echo "$crates crates"; exit 1; }

# The same without a configuration: a crate of its own.
whitesmith codegen --models model --out separate --service example.orders#Orders --runtime "path:$WHITESMITH/runtime"
grep --fixed-strings '"separate"' Cargo.toml
cargo fmt --all --check
cargo clippy --quiet --package separate --no-default-features -- --deny warnings
