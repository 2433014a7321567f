# `build.rs`: the example of a crate that generates code when it is built.
cp -r "$WHITESMITH/examples/build-script/." .
rm -rf target Cargo.lock
cp "$WHITESMITH/Cargo.lock" .
# Its paths into this repository become absolute.
sed -i.bak "s|\.\./\.\./|$WHITESMITH/|" Cargo.toml
cargo test --quiet
