$version: "2"

namespace harbour

use aws.protocols#restJson1

/// `tests/tests/codegen/verdicts.rs` applies each known trait to this model.
@restJson1
@httpBearerAuth
@httpBasicAuth
service Harbour {
    version: "1"
    operations: [
        Moor
        List
        Load
        Watch
    ]
}

@http(method: "POST", uri: "/moor/{berth}")
operation Moor {
    input: MoorInput
    output: MoorOutput
    errors: [
        Full
    ]
}

structure MoorInput {
    berth: String
    ship: Ship
    name: Name
    sum: Sum
    note: String
    token: String
    at: Timestamp
    names: Names
    params: Params
}

structure MoorOutput {
    ship: Ship
    status: Integer
    note: String
}

structure Ship {
    depth: Integer
    kind: Kind
    load: Cargo
    names: Names
}

string Name

enum Sum {
    CRC32
}

enum Kind {
    CARGO
}

enum Flag {
    RED
}

union Cargo {
    oil: Oil
    sand: Sand
}

structure Oil {
    litres: Long
}

structure Sand {
    tons: Long
}

list Names {
    member: Name
}

map Params {
    key: String
    value: String
}

@error("client")
structure Full {
    message: String
}

@http(method: "GET", uri: "/ships")
operation List {
    input := {
        token: String
        size: Integer
    }

    output := {
        ships: Ships
        boats: Ships
        next: String
    }
}

list Ships {
    member: Ship
}

@http(method: "PUT", uri: "/load")
operation Load {
    input := {
        @httpPayload
        content: Content
    }
}

@streaming
blob Content

@http(method: "GET", uri: "/watch")
operation Watch {
    output := {
        @httpPayload
        events: Events
    }
}

@streaming
union Events {
    left: Left
}

structure Left {
    name: String
    note: String
}
