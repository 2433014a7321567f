$version: "2.0"

namespace example.pantry

use alloy#LocalDate
use alloy#UUID
use alloy#discriminated
use alloy#jsonUnknown
use alloy#nullable
use alloy#openEnum
use alloy#simpleRestJson
use alloy#untagged
use alloy.common#emailFormat
use alloy.openapi#openapiExtensions
use alloy.proto#protoIndex
use smithy.framework#ValidationException
use smithy.rust#serde
use smithytranslate#errorMessage

/// Keeps food.
@simpleRestJson
@serde
@openapiExtensions("x-owner": "kitchen")
service Pantry {
    version: "1"
    operations: [
        GetLabel
        PutFood
    ]
    errors: [
        ValidationException
    ]
}

@http(method: "PUT", uri: "/food/{id}")
@idempotent
operation PutFood {
    input := {
        @httpLabel
        @required
        id: String

        @httpQuery("kind")
        kind: Kind

        @httpHeader("x-until")
        until: Timestamp

        @required
        food: Food
    }

    output := {
        @httpHeader("x-id")
        id: String

        @required
        food: Food
    }

    errors: [
        Spoiled
        Full
        Locked
    ]
}

/// A payload that is text.
@http(method: "GET", uri: "/label")
@readonly
operation GetLabel {
    output := {
        @httpPayload
        label: Label
    }
}

string Label

structure Food {
    @protoIndex(1)
    package: Package

    @protoIndex(2)
    amount: Amount

    @protoIndex(3)
    kind: Kind

    @protoIndex(4)
    grade: Grade

    @protoIndex(5)
    until: Timestamp

    @protoIndex(6)
    @timestampFormat("epoch-seconds")
    packed: Timestamp

    @protoIndex(7)
    baked: LocalDate

    @protoIndex(8)
    @emailFormat
    owner: String

    @protoIndex(9)
    @nullable
    note: String

    @protoIndex(10)
    weight: BigDecimal

    @protoIndex(11)
    origin: Origin

    @protoIndex(12)
    parts: Foods

    @protoIndex(14)
    batch: UUID

    @protoIndex(15)
    @nullable
    tags: Foods

    @protoIndex(16)
    limit: Limit

    @protoIndex(17)
    check: Check

    @protoIndex(13)
    @jsonUnknown
    other: Other
}

/// A number, or null for none.
@nullable
@range(min: 1)
integer Limit

/// Null is not the same as no result.
structure Check {
    @protoIndex(1)
    @required
    @nullable
    result: String

    @protoIndex(2)
    @nullable
    next: Check

    @protoIndex(3)
    @nullable
    details: Document
}

list Foods {
    member: Food
}

map Other {
    key: String
    value: Document
}

@discriminated("type")
union Package {
    jar: Jar

    @jsonName("carton")
    box: Carton

    nothing: Unit

    @jsonUnknown
    other: Document
}

/// Has a member that holds what the model does not have.
structure Jar {
    @required
    lid: String

    @jsonUnknown
    more: Other
}

structure Carton {
    sides: Integer
}

@discriminated("kind")
union Origin {
    farm: Farm
    shop: Shop
}

structure Farm {
    name: String
}

structure Shop {
    street: String
}

@untagged
union Amount {
    count: Integer
    text: String
    exact: Exact
    range: Range
    nested: Amounts
}

list Amounts {
    member: Amount
}

structure Exact {
    @required
    grams: Integer
}

structure Range {
    @required
    from: Integer

    @required
    to: Integer
}

@openEnum
enum Kind {
    SWEET
    SALTY
}

@openEnum
intEnum Grade {
    BEST = 1
}

@error("client")
@httpError(410)
@errorMessage("converted")
structure Spoiled {
    message: String
    code: String
}

@error("client")
@httpError(409)
structure Full {
    message: String
}

@error("client")
@httpError(409)
structure Locked {
    message: String
}
