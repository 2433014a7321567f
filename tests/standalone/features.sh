# What needs a feature of the runtime does not compile without it, and the error names it: patterns, and clients. Types
# of the same services do compile, and so does a server of a service whose client needs a feature.
mkdir src
cat > Cargo.toml <<TOML
[package]
name = "features"
version = "0.1.0"
edition = "2024"

[features]
client = ["whitesmith-runtime/client-core"]
server = ["whitesmith-runtime/server"]

[dependencies]
whitesmith-runtime = { path = "$WHITESMITH/runtime", default-features = false, features = [] }

[workspace]
TOML
cat > src/lib.rs <<'RUST'
use whitesmith_runtime::pattern::Set;
use whitesmith_runtime::schema::prelude::UNIT;
use whitesmith_runtime::schema::{EndpointRules, OperationSchema, ProtocolId, Schema, ServiceSchema};

macro_rules! service {
    ($name:ident, $service:expr) => {
        pub mod $name {
            pub mod schema {
                use crate::*;
                pub static SERVICE: ServiceSchema = $service;
            }
            #[cfg(feature = "client")]
            pub mod client {
                use super::schema;
                pub struct Client(whitesmith_runtime::client::Client);
                impl Client {
                    pub fn new(config: whitesmith_runtime::client::Config) -> Self {
                        Self(whitesmith_runtime::client::Client::new(&schema::SERVICE, config))
                    }
                }
                whitesmith_runtime::client!(Client);
            }
        }
    };
}

pub static CHECKED: OperationSchema = OperationSchema::new("Check", &UNIT, &UNIT).checksum_required();
pub static COMPRESSED: OperationSchema = OperationSchema::new("Send", &UNIT, &UNIT).compression(&["gzip"]);
pub static NEWS: Schema = Schema::union("example#News", &[]).streaming();
pub static TOLD: Schema = Schema::structure("example#Told", &[whitesmith_runtime::member!("news": NEWS)]);
pub static RULES: EndpointRules = EndpointRules::new("else => error \"closed\"");
pub static TELL: OperationSchema = OperationSchema::new("Tell", &UNIT, &TOLD);
service!(cbor, ServiceSchema::new("example#A", "1", &[]).protocols(&[ProtocolId::RpcV2Cbor]));
service!(xml, ServiceSchema::new("example#B", "1", &[]).protocols(&[ProtocolId::AwsQuery]));
service!(signed, ServiceSchema::new("example#C", "1", &[]).sigv4("c"));
service!(tables, ServiceSchema::new("example#D", "1", &[]).sdk_id("DynamoDB"));
service!(checked, ServiceSchema::new("example#E", "1", &[&CHECKED]));
service!(compressed, ServiceSchema::new("example#F", "1", &[&COMPRESSED]));
service!(told, ServiceSchema::new("example#G", "1", &[&TELL]));
service!(bound, ServiceSchema::new("example#H", "1", &[]).protocols(&[ProtocolId::RestJson1]));
service!(ruled, ServiceSchema::new("example#I", "1", &[]).rules(&RULES));
#[cfg(feature = "client")]
pub static STATE: whitesmith_runtime::client::waiter::Path =
    whitesmith_runtime::client::waiter::Path::new("state", whitesmith_runtime::jmespath::Expression::Field("state"));
#[cfg(feature = "server")]
pub mod server {
    use crate::ruled::schema;
    pub trait Ruled: Send + Sync + 'static {}
    whitesmith_runtime::dispatch!(Dispatch: Ruled {});
}
pub const LETTERS: Set = Set::new().categories("Lu Ll");
RUST
cp "$WHITESMITH/Cargo.lock" .

# Fails with this many errors, which name these features.
fails() {
    local count=$1 arguments=$2
    shift 2
    if cargo check --quiet $arguments 2>errors.log; then exit 1; fi
    for feature in "$@"; do
        grep --fixed-strings "needs the feature \`$feature\` of whitesmith-runtime" errors.log
    done
    test "$(grep --count '^error\[E0080\]' errors.log)" = "$count"
}

fails 1 "" unicode
sed -i.bak 's|features = \[\]|features = ["unicode"]|' Cargo.toml
cargo check --quiet
cargo check --quiet --features server
fails 10 "--features client" cbor checksums events gzip jmespath rest rules sigv4 xml
add() {
    for feature in "$@"; do
        sed -i.bak "s|^client = \[|&\"whitesmith-runtime/$feature\", |" Cargo.toml
    done
}
# `rules` enables `jmespath`, and `checksums` enables `sha2`, so these follow.
add cbor events gzip jmespath rest sigv4 xml
fails 4 "--features client" checksums rules sha2
add checksums rules
cargo check --quiet --features client
