$version: "2"

namespace cases.simplerestjson

use alloy#discriminated
use alloy#jsonUnknown
use alloy#simpleRestJson
use alloy#untagged
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// A cinema that speaks simpleRestJson: each operation has bindings of one kind.
@simpleRestJson
service Cinema {
    version: "2024-05-01"
    operations: [
        Announce
        Rate
        Show
        Redirect
        Reserve
        Find
    ]
    errors: [
        Closed
        SoldOut
    ]
}

// Payloads
@http(method: "PUT", uri: "/announcement")
@idempotent
operation Announce {
    input := {
        @httpPayload
        text: String = "nothing new"
    }

    output := {
        @httpPayload
        text: String = "nothing new"
    }
}

apply Announce @httpRequestTests([
    {
        id: "TextPayloadsAreJson"
        protocol: simpleRestJson
        method: "PUT"
        uri: "/announcement"
        headers: { "Content-Type": "application/json" }
        body: "\"Tonight: \\\"M\\\"\""
        bodyMediaType: "application/json"
        params: { text: "Tonight: \"M\"" }
    }
    {
        id: "AbsentPayloadsHaveTheirDefault"
        protocol: simpleRestJson
        method: "PUT"
        uri: "/announcement"
        params: { text: "nothing new" }
        appliesTo: "server"
    }
])

apply Announce @httpResponseTests([
    {
        id: "TextPayloadsOfResponsesAreJson"
        protocol: simpleRestJson
        code: 200
        headers: { "Content-Type": "application/json" }
        body: "\"\""
        bodyMediaType: "application/json"
        params: { text: "" }
    }
    {
        id: "AbsentPayloadsOfResponsesHaveTheirDefault"
        protocol: simpleRestJson
        code: 200
        params: { text: "nothing new" }
        appliesTo: "client"
    }
])

apply Announce @httpMalformedRequestTests([
    {
        id: "TextThatIsNotJsonIsRefused"
        protocol: simpleRestJson
        request: {
            method: "PUT"
            uri: "/announcement"
            headers: { "Content-Type": "application/json" }
            body: "Tonight"
        }
        response: { code: 400 }
    }
])

@http(method: "PUT", uri: "/rating")
@idempotent
operation Rate {
    input := {
        @httpPayload
        rating: Rating
    }
}

enum Rating {
    GOOD = "good"
    BAD = "bad"
}

apply Rate @httpRequestTests([
    {
        id: "EnumPayloadsAreJson"
        protocol: simpleRestJson
        method: "PUT"
        uri: "/rating"
        headers: { "Content-Type": "application/json" }
        body: "\"good\""
        bodyMediaType: "application/json"
        params: { rating: "good" }
    }
])

@http(method: "GET", uri: "/poster")
@readonly
operation Show {
    output := {
        @httpPayload
        poster: Poster
    }
}

@mediaType("image/png")
blob Poster

apply Show @httpResponseTests([
    {
        id: "BlobPayloadsAreJsonWhateverTheirMediaType"
        protocol: simpleRestJson
        code: 200
        headers: { "Content-Type": "application/json" }
        body: "\"aGVsbG8=\""
        bodyMediaType: "application/json"
        params: { poster: "hello" }
    }
])

// Statuses
@http(method: "GET", uri: "/programme")
@readonly
operation Redirect {
    output := {
        @httpResponseCode
        status: Integer

        @httpHeader("Location")
        location: String
    }
}

apply Redirect @httpResponseTests([
    {
        id: "RedirectsAreOutputsThatHaveTheStatus"
        protocol: simpleRestJson
        code: 302
        headers: { Location: "/programme/monday" }
        body: "{}"
        bodyMediaType: "application/json"
        params: { status: 302, location: "/programme/monday" }
    }
])

// Documents
@http(method: "POST", uri: "/reservations")
operation Reserve {
    input := {
        name: String

        @jsonName("Seat")
        seat: Seat

        guests: Guests

        @jsonUnknown
        others: Others
    }

    output := {
        @timestampFormat("epoch-seconds")
        until: Timestamp
    }
}

@discriminated("kind")
union Seat {
    row: Row

    box: Box

    @jsonUnknown
    other: Document
}

structure Row {
    number: Integer
}

structure Box {
    name: String
}

@untagged
union Guest {
    count: Integer
    name: String
}

list Guests {
    member: Guest
}

map Others {
    key: String
    value: Document
}

apply Reserve @httpRequestTests([
    {
        id: "UnionsHaveTheirForms"
        protocol: simpleRestJson
        method: "POST"
        uri: "/reservations"
        headers: { "Content-Type": "application/json" }
        body: "{\"name\":\"Ada\",\"Seat\":{\"kind\":\"row\",\"number\":3},\"guests\":[2,\"Bob\"],\"note\":{\"late\":true}}"
        bodyMediaType: "application/json"
        params: {
            name: "Ada"
            seat: {
                row: { number: 3 }
            }
            guests: [
                {
                    count: 2
                }
                {
                    name: "Bob"
                }
            ]
            others: {
                note: { late: true }
            }
        }
    }
    {
        id: "UnknownDiscriminatorsAreKept"
        protocol: simpleRestJson
        method: "POST"
        uri: "/reservations"
        headers: { "Content-Type": "application/json" }
        body: "{\"Seat\":{\"kind\":\"balcony\",\"number\":3}}"
        bodyMediaType: "application/json"
        params: {
            seat: {
                other: { kind: "balcony", number: 3 }
            }
        }
    }
])

apply Reserve @httpResponseTests([
    {
        id: "TimestampsHaveTheirFormats"
        protocol: simpleRestJson
        code: 200
        body: "{\"until\":1800000000}"
        bodyMediaType: "application/json"
        params: { until: 1800000000 }
    }
])

// Errors
@error("client")
@httpError(409)
structure SoldOut {
    message: String
    left: Integer
}

@error("server")
@httpError(503)
structure Closed {
    message: String
}

apply SoldOut @httpResponseTests([
    {
        id: "ErrorsAreNamedInAHeader"
        protocol: simpleRestJson
        code: 409
        headers: { "Content-Type": "application/json", "X-Error-Type": "SoldOut" }
        body: "{\"message\":\"No seat is left\",\"left\":0}"
        bodyMediaType: "application/json"
        params: { message: "No seat is left", left: 0 }
    }
    {
        id: "ErrorsWithoutTheHeaderAreFoundByTheirStatus"
        protocol: simpleRestJson
        code: 409
        headers: { "Content-Type": "application/json" }
        body: "{\"left\":1}"
        bodyMediaType: "application/json"
        params: { left: 1 }
        appliesTo: "client"
    }
])

@http(method: "GET", uri: "/films/{title}")
@readonly
operation Find {
    input := {
        @required
        @httpLabel
        title: String

        @httpQuery("year")
        year: Integer

        @httpHeader("X-Tags")
        tags: Tags
    }
}

list Tags {
    member: String
}

apply Find @httpRequestTests([
    {
        id: "BindingsAreThoseOfHttpTraits"
        protocol: simpleRestJson
        method: "GET"
        uri: "/films/Metropolis%20%2F%20restored"
        queryParams: ["year=1927"]
        headers: { "X-Tags": "silent, restored" }
        body: ""
        params: {
            title: "Metropolis / restored"
            year: 1927
            tags: ["silent", "restored"]
        }
    }
])
