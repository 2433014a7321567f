# A workspace with `codegen.toml`: the example, in which the first run creates the generated package.
cp -r "$WHITESMITH/examples/workspace/." .
rm -rf target api Cargo.lock
cp "$WHITESMITH/Cargo.lock" .
# Its path into this repository becomes absolute.
sed -i.bak "s|\.\./\.\./|$WHITESMITH/|" codegen.toml
whitesmith codegen
whitesmith codegen --check
cargo fmt --all --check
cargo clippy --quiet --all-targets -- --deny warnings
cargo test --quiet
