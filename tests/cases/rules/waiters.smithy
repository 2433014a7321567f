$version: "2.0"

namespace example.waiters

use smithy.waiters#waitable

service Harbour {
    version: "1"
    operations: [
        GetShip
        ListShips
    ]
}

@waitable(
    ShipMoored: {
        documentation: "Everything about this one is in order."
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: { path: "ship.state", expected: "MOORED", comparator: "stringEquals" }
                }
                message: "join(' ', ['moored at', ship.berth])"
            }
            {
                state: "retry"
                matcher: { errorType: "NoSuchShip" }
            }
            {
                state: "failure"
                matcher: {
                    output: { path: "ship.inspections[].passed", expected: "false", comparator: "booleanEquals" }
                }
            }
        ]
    }
    NeverDone: {
        acceptors: [
            {
                state: "retry"
                matcher: { success: true }
            }
        ]
    }
    TooHasty: {
        minDelay: 200
        acceptors: [
            {
                state: "success"
                matcher: { success: true }
            }
        ]
    }
    Misspelled: {
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: { path: "ship.sttae", expected: "MOORED", comparator: "stringEquals" }
                }
            }
            {
                state: "success"
                matcher: {
                    output: { path: "ship.", expected: "MOORED", comparator: "stringEquals" }
                }
            }
            {
                state: "failure"
                matcher: { errorType: "Sunk" }
            }
        ]
    }
    OtherTypes: {
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: { path: "ship.crew", expected: "12", comparator: "stringEquals" }
                }
            }
            {
                state: "success"
                matcher: {
                    output: { path: "ship.inspections", expected: "true", comparator: "allStringEquals" }
                }
            }
            {
                state: "success"
                matcher: {
                    output: { path: "length(ship.inspections) > `0`", expected: "yes", comparator: "booleanEquals" }
                }
            }
            {
                state: "success"
                matcher: {
                    inputOutput: {
                        path: "input.name == output.ship.name"
                        expected: "true"
                        comparator: "booleanEquals"
                    }
                }
                message: "ship.inspections"
            }
        ]
    }
)
operation GetShip {
    input := {
        @required
        name: String
    }

    output := {
        ship: Ship
    }

    errors: [
        NoSuchShip
    ]
}

@waitable(
    SHIPMOORED: {
        acceptors: [
            {
                state: "success"
                matcher: { success: true }
            }
        ]
    }
)
operation ListShips {
    output := {
        ships: Ships
    }
}

list Ships {
    member: Ship
}

structure Ship {
    name: String
    state: State
    berth: String
    crew: Integer
    inspections: Inspections
}

list Inspections {
    member: Inspection
}

structure Inspection {
    passed: Boolean
}

enum State {
    AT_SEA
    MOORED
}

@error("client")
structure NoSuchShip {}
