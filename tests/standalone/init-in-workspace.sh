# `whitesmith init --model`: a server for the user's model, as a member of an existing workspace.
printf '[workspace]\nresolver = "3"\nmembers = [] # none yet\n' >Cargo.toml
cp "$WHITESMITH/Cargo.lock" .
printf 'max_width = 120\n' >rustfmt.toml
whitesmith init services/stock --model "$WHITESMITH/examples/build-script/model" --runtime "path:$WHITESMITH/runtime"
grep --fixed-strings 'members = ["services/stock"] # none yet' Cargo.toml
rm rustfmt.toml
cargo fmt --all --check
cargo clippy --quiet --all-targets -- --deny warnings
cargo test --quiet

# A second one is not written over the first.
before=$(cat services/stock/src/lib.rs)
if whitesmith init services/stock --runtime "path:$WHITESMITH/runtime"; then exit 1; fi
[ "$before" = "$(cat services/stock/src/lib.rs)" ]
