$version: "2.0"
$operationInputSuffix: "Request"
$operationOutputSuffix: "Answer"

// Each construct of the language once. Commas are white space, comments too.
metadata owner = "harbour office"
metadata "berth sizes" = [
    1, 2.5, -3e2
    { deep: [null, true, false], "quoted key": "é \" \\ \n" }
]

namespace example.harbour

use example.sea#Ship
use example.sea#signal

/// Looks after the quays.
///
///   Indented, and after an empty line.
@signal(
    flags: ["alpha", "bravo"]
    nested: { level: 3 }
)
@title("Harbour")
service Harbour {
    version: "2026-01-01"
    operations: [Moor, Wait]
    resources: [Berth]
    errors: [Full]
    rename: {
        "example.sea#Ship": "Vessel"
    }
}

resource Berth {
    identifiers: { berthId: BerthId }
    properties: { length: Metres, owner: String }
    read: ReadBerth
    list: ListBerths
}

@readonly
operation ReadBerth {
    input := for Berth {
        @required
        $berthId
    }
    output := for Berth with [Noted] {
        @required
        $berthId

        $length

        /// Says more than the mixin does.
        $note
    }
}

@readonly
operation ListBerths {
    output: ListBerthsAnswer
}

structure ListBerthsAnswer {
    berths: BerthIds
}

/// Ties a ship up.
operation Moor with [Audited] {
    input :=
        /// Documented in place.
        @references([])
        {
            ship: Ship,
            tide: Tide = "low"
            lines: Lines = 2
            fast: Boolean = false
            crew: Names = []
            extra: Extra
        }

    output := {}
    errors: [Full, Storm]
}

operation Wait {}

@mixin
operation Audited {
    errors: [Refused]
}

@mixin(localTraits: [internal])
@internal
structure Noted {
    note: String
    stamp: Timestamp
}

@error("client")
@httpError(409)
structure Full {
    message: String
}

@error("server")
structure Storm {}

@error("client")
structure Refused {}

/// What stands on the gauge.
enum Tide {
    /// The value is the name.
    ebb

    LOW = "low"

    @deprecated(message: "say LOW", since: "2")
    NEAP = "neap"
}

intEnum Lines {
    ONE = 1
    TWO = 2
}

union Extra {
    blob: Blob
    document: Document
    unit: Unit
}

@length(min: 3)
@pattern("^[A-Z]-\\d+$")
string BerthId

list BerthIds {
    /// One of them.
    member: BerthId
}

@sparse
list Names { member: String }

map Sizes { key: BerthId, value: Metres }

@range(min: 0.5)
double Metres

integer Count with [Small]

@mixin
@range(max: 9)
integer Small

@documentation("""
    A text block:
      its indentation is kept,
    and "quotes" need no escape.\tTabs do.
    """)
blob Cargo

boolean Yes
byte B
short S
long L
float F
bigInteger BI
bigDecimal BD
timestamp T
document D

apply Cargo @tags(["wet", "dry"])

apply Extra$blob {
    @sensitiveCargo
    @documentation("Anything.")
}

@trait(selector: "member")
structure sensitiveCargo {}
