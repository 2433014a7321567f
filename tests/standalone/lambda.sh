# The example for AWS Lambda, with the events of each source. Skipped if `lambda_http` can be neither found nor downloaded.
cp -r "$WHITESMITH/examples/lambda/." .
rm -rf target
cp "$WHITESMITH/Cargo.lock" .
sed -i.bak "s|\.\./\.\./|$WHITESMITH/|" Cargo.toml
host=$(rustc --version --verbose | sed -n 's/^host: //p')
if cargo fetch --quiet --target "$host" 2>fetch.log ||
    CARGO_NET_OFFLINE=false cargo fetch --quiet --target "$host" 2>fetch.log; then
    cargo test --quiet
else
    echo 'skipped: the crate lambda_http cannot be downloaded'
fi
