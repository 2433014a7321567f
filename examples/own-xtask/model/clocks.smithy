$version: "2"

namespace example.clocks

use smithy.protocols#rpcv2Cbor

/// Tells the time.
@rpcv2Cbor
service Clocks {
    version: "2026-01-01"
    operations: [
        ReadClock
    ]
}

/// Returns the time of a clock.
@readonly
operation ReadClock {
    input := {
        @required
        clock: ClockName
    }

    output := {
        @required
        time: Timestamp
    }
}

@length(min: 1, max: 40)
string ClockName
