$version: "2"

// A model for edits.toml, whose edits are replacements of text.

namespace port

use aws.protocols#restJson1
use smithy.protocols#rpcv2Cbor

/// A port.
@restJson1
@rpcv2Cbor
@httpBasicAuth
@httpBearerAuth
service Port {
    version: "1"
    operations: [Moor, ListShips]
    errors: [Closed]
}

@http(method: "POST", uri: "/moor")
operation Moor {
    input := {
        @required
        ship: ShipName
        berth: Integer
        size: Size
        note: Note
    }
    output := {
        @required
        ticket: String
        ship: Ship
    }
    errors: [Full]
}

@readonly
@http(method: "GET", uri: "/ships")
operation ListShips {
    output := {
        ships: Ships
    }
}

list Ships {
    member: Ship
}

structure Ship {
    @required
    name: ShipName
    tonnage: Long = 0
    cargo: Cargo
}

union Cargo {
    goods: String
    people: Integer
}

@pattern("^[A-Z]+$")
string ShipName

@length(min: 1, max: 80)
string Note

enum Size {
    SMALL = "small"
    LARGE = "large"
}

@error("client")
structure Full {
    message: String
}

@error("server")
structure Closed {
    message: String
}
