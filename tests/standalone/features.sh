# Schemas that need a feature of the runtime do not compile without it, and the error names it.
mkdir src
cat > Cargo.toml <<TOML
[package]
name = "features"
version = "0.1.0"
edition = "2024"

[dependencies]
whitesmith-runtime = { path = "$WHITESMITH/runtime", default-features = false, features = ["client-core"] }

[workspace]
TOML
cat > src/lib.rs <<'RUST'
use whitesmith_runtime::pattern::Set;
use whitesmith_runtime::schema::prelude::UNIT;
use whitesmith_runtime::schema::{OperationSchema, ProtocolId, ServiceSchema};

pub static CBOR: ServiceSchema = ServiceSchema::new("example#A", "1", &[]).protocols(&[ProtocolId::RpcV2Cbor]);
pub static XML: ServiceSchema = ServiceSchema::new("example#B", "1", &[]).protocols(&[ProtocolId::AwsQuery]);
pub static SIGNED: ServiceSchema = ServiceSchema::new("example#C", "1", &[]).sigv4("c");
pub static TABLES: ServiceSchema = ServiceSchema::new("example#D", "1", &[]).sdk_id("DynamoDB");
pub static CHECKED: OperationSchema = OperationSchema::new("Check", &UNIT, &UNIT).checksum_required();
pub static COMPRESSED: OperationSchema = OperationSchema::new("Send", &UNIT, &UNIT).compression(&["gzip"]);
pub const LETTERS: Set = Set::new().categories("Lu Ll");
RUST
cp "$WHITESMITH/Cargo.lock" .
if cargo check --quiet 2>errors.log; then exit 1; fi
for feature in cbor checksums gzip sigv4 unicode xml; do
    grep --fixed-strings "needs the feature \`$feature\` of whitesmith-runtime" errors.log
done
test "$(grep --count '^error\[E0080\]' errors.log)" = 7
sed -i.bak 's|"client-core"|"cbor", "checksums", "client-core", "gzip", "sigv4", "unicode", "xml"|' Cargo.toml
cargo check --quiet
