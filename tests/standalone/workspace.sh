# A workspace with `codegen.toml`: a new library of cargo becomes the generated crate.
printf '[workspace]\nresolver = "3"\nmembers = []\n' >Cargo.toml
# Other settings than those of the generator.
printf 'max_width = 120\nhard_tabs = true\n' >rustfmt.toml
cargo new --quiet --lib --vcs none crates/api
cp "$WHITESMITH/Cargo.lock" .
mkdir model
cp "$WHITESMITH"/examples/build-script/model/*.smithy model
cat >codegen.toml <<TOML
package = "crates/api"
runtime = "path:$WHITESMITH/runtime"

[[service]]
module = "warehouse"
id = "example.warehouse#Warehouse"
models = ["model"]
TOML
whitesmith codegen
cargo fmt --all --check
cargo clippy --quiet --all-targets -- --deny warnings
whitesmith codegen --check

# A separate crate joins the workspace.
whitesmith codegen --models model --out crates/separate --runtime "path:$WHITESMITH/runtime"
grep --fixed-strings '"crates/separate"' Cargo.toml
cargo fmt --all --check
cargo clippy --quiet --all-targets -- --deny warnings
