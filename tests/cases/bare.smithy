$version: "2"

namespace example.bare

use aws.protocols#restJson1
use smithy.protocols#rpcv2Cbor

/// A service that has no operations yet.
@restJson1
@rpcv2Cbor
service Bare {
    version: "2026-01-01"
}
