# `build.rs`: the example of a crate that generates code when it is built.
cp -r "$WHITESMITH/examples/build-script/." .
rm -rf target Cargo.lock
cp "$WHITESMITH/Cargo.lock" .
# Its paths into this repository become absolute.
sed -i.bak "s|\.\./\.\./|$WHITESMITH/|" Cargo.toml
cargo test --quiet

# A trait that needs another feature of the runtime: the error names it.
sed -i.bak 's|^@readonly|@requestCompression(encodings: ["gzip"]) @readonly|' model/warehouse.smithy
if cargo check --quiet 2>errors.log; then exit 1; fi
grep --fixed-strings 'needs the feature `gzip` of whitesmith-runtime' errors.log
sed -i.bak 's|features = \["server"\]|features = ["gzip", "server"]|' Cargo.toml
cargo check --quiet
