# The emulator of ten official services, called with boto3. Skipped without the models, or without boto3.
models=${WHITESMITH_SHARED:-$WHITESMITH/../shared}/models
if [ ! -e "$models/s3-2006-03-01.json" ]; then
    echo 'skipped: no official models: set WHITESMITH_SHARED, or put them in ../shared/models'
    exit 0
fi
if ! python3 -c 'import boto3' 2>/dev/null; then
    echo 'skipped: boto3 is not installed: python3 -m pip install boto3'
    exit 0
fi
cp -r "$WHITESMITH/examples/emulator/." .
rm -rf target
cp "$WHITESMITH/Cargo.lock" .
sed -i.bak "s|\.\./\.\./|$WHITESMITH/|" Cargo.toml
WHITESMITH_MODELS=$models cargo build --quiet
mkfifo lines
"$CARGO_TARGET_DIR/debug/emulator" 127.0.0.1:0 >lines &
trap 'kill $!' EXIT
read -r line <lines
python3 check.py "${line##* }"
