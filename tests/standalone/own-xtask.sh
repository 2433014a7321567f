# An xtask of one's own with the commands of the generator.
cp -r "$WHITESMITH/examples/own-xtask/." .
rm -rf target Cargo.lock
cp "$WHITESMITH/Cargo.lock" .
# Its paths into this repository become absolute.
sed -i.bak "s|\.\./\.\./\.\./|$WHITESMITH/|" xtask/Cargo.toml
sed -i.bak "s|\.\./\.\./|$WHITESMITH/|" codegen.toml
cargo xtask codegen
cargo xtask codegen --check
grep --fixed-strings '"api"' Cargo.toml
cargo fmt --all --check
cargo clippy --quiet --package api -- --deny warnings
