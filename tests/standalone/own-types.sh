# Types of one's own in place of generated structures, unions, lists and maps. They convert from and to generated types,
# so they are in the same crate, which generates code when it is built.
cp -r "$WHITESMITH/examples/build-script/." .
rm -rf target Cargo.lock model src tests
cp -r "$WHITESMITH/tests/standalone/own-types/." .
cp "$WHITESMITH/Cargo.lock" .
# Its paths into this repository become absolute.
sed -i.bak "s|\.\./\.\./|$WHITESMITH/|" Cargo.toml
cargo test --quiet
