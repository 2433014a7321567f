$version: "2"

namespace example.parcels

use smithy.protocols#rpcv2Cbor

/// Tracks parcels.
@rpcv2Cbor
service Parcels {
    version: "2026-01-01"
    operations: [
        FindParcel
    ]
}

/// Returns where a parcel is.
@readonly
operation FindParcel {
    input := {
        @required
        number: ParcelNumber
    }

    output := {
        @required
        place: String
    }

    errors: [
        NoSuchParcel
    ]
}

@pattern("^[A-Z]{2}[0-9]{9}$")
string ParcelNumber

/// No parcel has this number.
@error("client")
structure NoSuchParcel {
    @required
    message: String
}
