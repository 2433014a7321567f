$version: "2"

namespace cases.restjson1

use aws.protocols#restJson1
use smithy.test#InitialHttpRequest
use smithy.test#InitialHttpResponse
use smithy.test#eventStreamTests
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// A weather station that speaks restJson1: each operation has bindings of one kind.
@restJson1
service Station {
    version: "2024-05-01"
    operations: [
        Locate
        Search
        Tag
        Annotate
        Upload
        Describe
        Observe
        Patch
        Reserve
        Call
        Archive
        Follow
        Import
        Store
    ]
    errors: [
        Busy
    ]
}

// Labels
@http(method: "GET", uri: "/stations/{id}/at/{when}/{path+}")
@readonly
operation Locate {
    input := {
        @required
        @httpLabel
        id: Integer

        @required
        @httpLabel
        @timestampFormat("epoch-seconds")
        when: Timestamp

        @required
        @httpLabel
        path: String
    }
}

apply Locate @httpRequestTests([
    {
        id: "LabelsAreEscaped"
        protocol: restJson1
        method: "GET"
        uri: "/stations/-7/at/1700000000/roof/north%20mast/%C3%A9"
        body: ""
        params: { id: -7, when: 1700000000, path: "roof/north mast/é" }
    }
])

apply Locate @httpMalformedRequestTests([
    {
        id: "LabelsMustBeOfTheirType"
        protocol: restJson1
        request: { method: "GET", uri: "/stations/$id:L/at/$when:L/roof" }
        response: {
            code: 400
            headers: { "x-amzn-errortype": "SerializationException" }
        }
        testParameters: {
            id: ["7.5", "seven", "99999999999", "7"]
            when: ["0", "0", "0", "2023-11-14T22:13:20Z"]
        }
    }
])

// Query
@http(method: "GET", uri: "/search?kind=station")
@readonly
operation Search {
    input := {
        @httpQuery("name")
        name: String

        @httpQuery("since")
        since: Timestamp

        @httpQuery("level")
        levels: Levels

        @httpQuery("limit")
        limit: Integer = 10

        @httpQueryParams
        rest: Rest
    }
}

list Levels {
    member: Float
}

map Rest {
    key: String
    value: RestValues
}

list RestValues {
    member: String
}

apply Search @httpRequestTests([
    {
        id: "QueryHoldsEveryElementOfAList"
        protocol: restJson1
        method: "GET"
        uri: "/search"
        queryParams: ["kind=station", "name=a%26b", "since=2023-11-14T22%3A13%3A20Z", "level=1.5", "level=NaN"]
        forbidQueryParams: ["limit"]
        params: {
            name: "a&b"
            since: 1700000000
            levels: [1.5, "NaN"]
        }
        appliesTo: "client"
    }
    {
        id: "OtherParametersStandBesideBoundOnes"
        protocol: restJson1
        method: "GET"
        uri: "/search"
        queryParams: ["kind=station", "name=x", "extra=1", "extra=2"]
        params: {
            name: "x"
            rest: {
                extra: ["1", "2"]
                name: ["lost"]
            }
        }
        appliesTo: "client"
    }
    {
        id: "AbsentParametersHaveTheirDefaults"
        protocol: restJson1
        method: "GET"
        uri: "/search"
        queryParams: ["kind=station"]
        params: {
            limit: 10
            rest: {
                kind: ["station"]
            }
        }
        appliesTo: "server"
    }
])

// Headers
@http(method: "POST", uri: "/tags")
operation Tag {
    input := {
        @httpHeader("X-Owner")
        owner: String

        @httpHeader("X-Seen")
        seen: Instants

        @httpHeader("X-Words")
        words: Words

        @httpHeader("X-Note")
        note: Note

        @httpPrefixHeaders("X-Tag-")
        tags: Tags
    }

    output := {
        @httpHeader("X-Count")
        count: Long

        @httpHeader("X-Mood")
        mood: Mood

        @httpResponseCode
        status: Integer
    }
}

list Instants {
    member: Timestamp
}

list Words {
    member: String
}

@mediaType("application/json")
string Note

map Tags {
    key: String
    value: String
}

enum Mood {
    CALM = "calm"
    STORMY = "stormy"
}

apply Tag @httpRequestTests([
    {
        id: "HeadersHoldListsInOneLine"
        protocol: restJson1
        method: "POST"
        uri: "/tags"
        headers: {
            "X-Owner": "me"
            "X-Seen": "Tue, 14 Nov 2023 22:13:20 GMT, Thu, 01 Jan 1970 00:00:00 GMT"
            "X-Words": "plain, \"with, comma\", \"with \\\"quotes\\\"\""
            "X-Note": "eyJhIjoxfQ=="
            "x-tag-color": "red"
        }
        forbidHeaders: ["Content-Type"]
        body: ""
        params: {
            owner: "me"
            seen: [1700000000, 0]
            words: ["plain", "with, comma", "with \"quotes\""]
            note: "{\"a\":1}"
            tags: { color: "red" }
        }
    }
])

apply Tag @httpResponseTests([
    {
        id: "TheStatusIsAMember"
        protocol: restJson1
        code: 202
        headers: { "X-Count": "9007199254740993", "X-Mood": "calm" }
        params: { count: 9007199254740993, mood: "calm", status: 202 }
    }
])

// Documents in the body
@http(method: "PUT", uri: "/notes/{id}")
@idempotent
operation Annotate {
    input := {
        @required
        @httpLabel
        id: String

        @jsonName("renamed")
        name: String

        at: Timestamp

        @timestampFormat("http-date")
        published: Timestamp

        raw: Blob

        anything: Document

        holes: Holes

        level: Double

        exact: BigInteger

        choice: Choice
    }

    output := {
        level: Double = 1.5
        choice: Choice
    }
}

@sparse
list Holes {
    member: String
}

union Choice {
    text: String
    number: Integer
    unit: Unit
}

apply Annotate @httpRequestTests([
    {
        id: "BodiesHoldWhatIsBoundToNothingElse"
        protocol: restJson1
        method: "PUT"
        uri: "/notes/n1"
        headers: { "Content-Type": "application/json" }
        bodyMediaType: "application/json"
        body: """
            {
                "renamed": "é",
                "at": 1700000000.25,
                "published": "Tue, 14 Nov 2023 22:13:20 GMT",
                "raw": "c2Nhbg==",
                "anything": {"a": [1, null, true]},
                "holes": ["a", null],
                "level": "-Infinity",
                "exact": 123456789012345678901234567890,
                "choice": {"number": 3}
            }"""
        params: {
            id: "n1"
            name: "é"
            at: 1700000000.25
            published: 1700000000
            raw: "scan"
            anything: {
                a: [1, null, true]
            }
            holes: ["a", null]
            level: "-Infinity"
            exact: 123456789012345678901234567890
            choice: { number: 3 }
        }
    }
    {
        id: "NullsAreAbsent"
        protocol: restJson1
        method: "PUT"
        uri: "/notes/n1"
        headers: { "Content-Type": "application/json; charset=utf-8" }
        body: "{\"renamed\": null, \"choice\": {\"__type\": \"x\", \"text\": null, \"number\": 1}, \"unknown\": {}}"
        params: {
            id: "n1"
            choice: { number: 1 }
        }
        appliesTo: "server"
    }
    {
        id: "ASlashAtTheEndSaysNothing"
        protocol: restJson1
        method: "PUT"
        uri: "/notes/n1/"
        headers: { "Content-Type": "application/json" }
        body: "{\"renamed\": \"a\"}"
        params: { id: "n1", name: "a" }
        appliesTo: "server"
    }
    {
        id: "MembersThatAreAbsentAreNotWritten"
        protocol: restJson1
        method: "PUT"
        uri: "/notes/n1"
        headers: { "Content-Type": "application/json" }
        bodyMediaType: "application/json"
        body: "{\"choice\": {\"unit\": {}}}"
        params: {
            id: "n1"
            choice: {
                unit: {}
            }
        }
    }
])

apply Annotate @httpResponseTests([
    {
        id: "DefaultsAreFilledIn"
        protocol: restJson1
        code: 200
        body: "{\"choice\": {\"text\": \"t\"}}"
        params: {
            level: 1.5
            choice: { text: "t" }
        }
        appliesTo: "client"
    }
    {
        id: "AnEmptyObjectIsWrittenForDefaultsOnly"
        protocol: restJson1
        code: 200
        headers: { "Content-Type": "application/json" }
        bodyMediaType: "application/json"
        body: "{\"level\": 1.5}"
        params: {}
        appliesTo: "server"
    }
])

apply Annotate @httpMalformedRequestTests([
    {
        id: "BodiesMustBeOfTheirShape"
        protocol: restJson1
        request: {
            method: "PUT"
            uri: "/notes/n1"
            headers: { "content-type": "application/json" }
            body: "$body:L"
        }
        response: {
            code: 400
            headers: { "x-amzn-errortype": "SerializationException" }
        }
        testParameters: {
            body: [
                "{"
                "[]"
                "{\"renamed\": 1}"
                "{\"level\": \"1\"}"
                "{\"choice\": {}}"
                "{\"choice\": {\"text\": \"a\", \"number\": 1}}"
                "{\"at\": \"2023-11-14T22:13:20Z\"}"
                "{\"raw\": \"no base64\"}"
            ]
        }
    }
    {
        id: "TheMediaTypeMustBeRight"
        protocol: restJson1
        request: {
            method: "PUT"
            uri: "/notes/n1"
            headers: { "content-type": "text/plain" }
            body: "{}"
        }
        response: {
            code: 415
            headers: { "x-amzn-errortype": "UnsupportedMediaTypeException" }
        }
    }
    {
        id: "TheAnswerMustBeAcceptable"
        protocol: restJson1
        request: {
            method: "PUT"
            uri: "/notes/n1"
            headers: { "content-type": "application/json", accept: "text/html" }
            body: "{}"
        }
        response: {
            code: 406
            headers: { "x-amzn-errortype": "NotAcceptableException" }
        }
    }
    {
        id: "TheMethodMustBeRight"
        protocol: restJson1
        request: { method: "DELETE", uri: "/notes/n1" }
        response: { code: 405 }
    }
    {
        id: "ThePathMustExist"
        protocol: restJson1
        request: { method: "PUT", uri: "/nowhere" }
        response: { code: 404 }
    }
])

// Payloads
@http(method: "POST", uri: "/upload")
operation Upload {
    input := {
        @httpHeader("X-Name")
        name: String

        @httpPayload
        content: Blob
    }

    output := {
        @httpPayload
        summary: Summary
    }
}

structure Summary {
    size: Long
}

apply Upload @httpRequestTests([
    {
        id: "PayloadsAreTheWholeBody"
        protocol: restJson1
        method: "POST"
        uri: "/upload"
        headers: { "X-Name": "a", "Content-Type": "application/octet-stream", "Content-Length": "5" }
        body: "bytes"
        params: { name: "a", content: "bytes" }
    }
    {
        id: "AbsentPayloadsAreNoBody"
        protocol: restJson1
        method: "POST"
        uri: "/upload"
        forbidHeaders: ["Content-Type"]
        body: ""
        params: {}
    }
])

apply Upload @httpResponseTests([
    {
        id: "AStructureMayBeTheWholeBody"
        protocol: restJson1
        code: 200
        headers: { "Content-Type": "application/json" }
        bodyMediaType: "application/json"
        body: "{\"size\": 5}"
        params: {
            summary: { size: 5 }
        }
    }
])

@http(method: "GET", uri: "/description")
@readonly
operation Describe {
    output := {
        @httpPayload
        text: String
    }
}

apply Describe @httpResponseTests([
    {
        id: "TextIsWrittenAsItIs"
        protocol: restJson1
        code: 200
        headers: { "Content-Type": "text/plain" }
        bodyMediaType: "text/plain"
        body: "\"quoted\"\n"
        params: { text: "\"quoted\"\n" }
    }
])

// Media types
@http(method: "PUT", uri: "/tables/{filter}")
@idempotent
operation Import {
    input := {
        @required
        @httpLabel
        filter: Filter

        @httpQuery("order")
        order: Filter

        @httpPayload
        table: Table
    }

    output := {
        @httpPayload
        table: Table
    }

    errors: [
        Unreadable
    ]
}

@mediaType("application/json")
string Filter

@mediaType("text/csv; header=present")
string Table

@error("client")
structure Unreadable {
    @httpPayload
    why: String
}

apply Import @httpRequestTests([
    {
        id: "MediaTypesAreInBase64InHeadersOnly"
        protocol: restJson1
        method: "PUT"
        uri: "/tables/%7B%22a%22%3A1%7D"
        queryParams: ["order=%5B%22b%22%5D"]
        headers: { "Content-Type": "text/csv; header=present" }
        body: "a,b\n"
        params: { filter: "{\"a\":1}", order: "[\"b\"]", table: "a,b\n" }
    }
    {
        id: "ParametersOfMediaTypesSayNothing"
        protocol: restJson1
        method: "PUT"
        uri: "/tables/1"
        headers: { "Content-Type": "Text/CSV;charset=utf-8", Accept: "text/plain;q=0, text/csv" }
        body: "a,b\n"
        params: { filter: "1", table: "a,b\n" }
        appliesTo: "server"
    }
])

apply Import @httpMalformedRequestTests([
    {
        id: "ARangeOfNoWeightIsNotAccepted"
        protocol: restJson1
        request: {
            method: "PUT"
            uri: "/tables/1"
            headers: { "content-type": "text/csv", accept: "text/csv;q=0, text/plain" }
            body: "a,b"
        }
        response: {
            code: 406
            headers: { "x-amzn-errortype": "NotAcceptableException" }
        }
    }
])

apply Unreadable @httpResponseTests([
    {
        id: "ErrorsThatAreTextSaySo"
        protocol: restJson1
        code: 400
        headers: { "Content-Type": "text/plain", "X-Amzn-Errortype": "Unreadable" }
        bodyMediaType: "text/plain"
        body: "no table"
        params: { why: "no table" }
    }
])

@http(method: "PUT", uri: "/pictures")
@idempotent
operation Store {
    input := {
        @httpHeader("Content-Type")
        type: String

        @httpPayload
        picture: Picture
    }

    output := {
        @httpHeader("Content-Type")
        type: String

        @httpPayload
        picture: Picture
    }
}

@mediaType("image/png")
blob Picture

apply Store @httpRequestTests([
    {
        id: "WhereAMemberIsTheMediaTypeAnyIsRight"
        protocol: restJson1
        method: "PUT"
        uri: "/pictures"
        headers: { "Content-Type": "image/jpeg" }
        body: "picture"
        params: { type: "image/jpeg", picture: "picture" }
    }
    {
        id: "WhereAMemberIsTheMediaTypeAnyMayBeAccepted"
        protocol: restJson1
        method: "PUT"
        uri: "/pictures"
        headers: { "Content-Type": "image/jpeg", Accept: "image/jpeg" }
        body: "picture"
        params: { type: "image/jpeg", picture: "picture" }
        appliesTo: "server"
    }
])

// Constraints
@http(method: "POST", uri: "/observations")
operation Observe {
    input := {
        @required
        place: Place

        @range(min: -90, max: 60.5)
        degrees: Double

        marks: Marks

        named: Named

        mood: Mood
    }
}

@length(min: 2, max: 8)
@pattern("^[a-z]+$")
string Place

@uniqueItems
@length(max: 3)
list Marks {
    @range(min: 0)
    member: Integer
}

map Named {
    key: Place
    value: Place
}

apply Observe @httpMalformedRequestTests([
    {
        id: "EveryViolationIsReported"
        protocol: restJson1
        request: {
            method: "POST"
            uri: "/observations"
            headers: { "content-type": "application/json" }
            body: """
                {"degrees": 61, "marks": [1, 1, -1], "named": {"a": "ok", "right": "X"}, "mood": "odd"}"""
        }
        response: {
            code: 400
            headers: { "x-amzn-errortype": "ValidationException" }
            body: {
                mediaType: "application/json"
                assertion: {
                    contents: """
                        {
                            "message": "8 validation errors detected. Value at '/place' failed to satisfy constraint: Member must not be null; Value at '/degrees' failed to satisfy constraint: Member must be between -90 and 60.5, inclusive; Value at '/marks' failed to satisfy constraint: Member must have unique values; Value at '/marks/2' failed to satisfy constraint: Member must be greater than or equal to 0; Value with length 1 at '/named' failed to satisfy constraint: Member must have length between 2 and 8, inclusive; Value with length 1 at '/named/right' failed to satisfy constraint: Member must have length between 2 and 8, inclusive; Value at '/named/right' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z]+$; Value at '/mood' failed to satisfy constraint: Member must satisfy enum value set: [calm, stormy]",
                            "fieldList": [
                                {"path": "/place", "message": "Value at '/place' failed to satisfy constraint: Member must not be null"},
                                {"path": "/degrees", "message": "Value at '/degrees' failed to satisfy constraint: Member must be between -90 and 60.5, inclusive"},
                                {"path": "/marks", "message": "Value at '/marks' failed to satisfy constraint: Member must have unique values"},
                                {"path": "/marks/2", "message": "Value at '/marks/2' failed to satisfy constraint: Member must be greater than or equal to 0"},
                                {"path": "/named", "message": "Value with length 1 at '/named' failed to satisfy constraint: Member must have length between 2 and 8, inclusive"},
                                {"path": "/named/right", "message": "Value with length 1 at '/named/right' failed to satisfy constraint: Member must have length between 2 and 8, inclusive"},
                                {"path": "/named/right", "message": "Value at '/named/right' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-z]+$"},
                                {"path": "/mood", "message": "Value at '/mood' failed to satisfy constraint: Member must satisfy enum value set: [calm, stormy]"}
                            ]
                        }"""
                }
            }
        }
    }
    {
        id: "LengthsCountCharacters"
        protocol: restJson1
        request: {
            method: "POST"
            uri: "/observations"
            headers: { "content-type": "application/json" }
            body: "{\"place\": \"é\"}"
        }
        response: {
            code: 400
            body: {
                mediaType: "application/json"
                assertion: { messageRegex: "Value with length 1 at '/place'" }
            }
        }
    }
])

// Defaults that clients leave to the service
@http(method: "PATCH", uri: "/settings")
operation Patch {
    input := {
        interval: Integer = 60
        nested: Nested
    }
}

structure Nested {
    unit: String = "s"

    @clientOptional
    factor: Integer = 1

    mark: Blob = "AQI="
}

apply Patch @httpRequestTests([
    {
        id: "ClientsLeaveDefaultsAtTheTopToTheService"
        protocol: restJson1
        method: "PATCH"
        uri: "/settings"
        bodyMediaType: "application/json"
        body: "{\"nested\": {\"unit\": \"s\", \"mark\": \"AQI=\"}}"
        params: {
            nested: {}
        }
        appliesTo: "client"
    }
    {
        id: "ClientsSendDefaultsThatTheyAreGiven"
        protocol: restJson1
        method: "PATCH"
        uri: "/settings"
        bodyMediaType: "application/json"
        body: "{\"interval\": 60}"
        params: { interval: 60 }
        appliesTo: "client"
    }
    {
        id: "ServersFillDefaultsIn"
        protocol: restJson1
        method: "PATCH"
        uri: "/settings"
        body: "{\"nested\": {}}"
        bodyMediaType: "application/json"
        params: {
            interval: 60
            nested: { unit: "s", factor: 1, mark: "\u0001\u0002" }
        }
        appliesTo: "server"
    }
])

// Tokens, checksums, compression, hosts
@http(method: "POST", uri: "/reservations")
@httpChecksumRequired
operation Reserve {
    input := {
        @httpHeader("X-Token")
        @idempotencyToken
        token: String

        name: String
    }
}

apply Reserve @httpRequestTests([
    {
        id: "TokensAreMadeAndBodiesSummed"
        protocol: restJson1
        method: "POST"
        uri: "/reservations"
        headers: { "X-Token": "00000000-0000-4000-8000-000000000000", "Content-MD5": "TXvQtXA+d560QtRxKTzkaw==" }
        body: "{\"name\":\"me\"}"
        bodyMediaType: "application/json"
        params: { name: "me" }
        appliesTo: "client"
    }
    {
        id: "TokensThatAreGivenStay"
        protocol: restJson1
        method: "POST"
        uri: "/reservations"
        headers: { "X-Token": "mine", "Content-MD5": "mZFLkyvTelC5g8XnyQrpOw==" }
        body: "{}"
        bodyMediaType: "application/json"
        params: { token: "mine" }
    }
])

@http(method: "POST", uri: "/calls")
@endpoint(hostPrefix: "{line}.calls.")
operation Call {
    input := {
        @required
        @hostLabel
        line: String
    }
}

apply Call @httpRequestTests([
    {
        id: "HostsMayHaveLabels"
        protocol: restJson1
        method: "POST"
        uri: "/base/calls"
        host: "example.org/base"
        resolvedHost: "l1.calls.example.org"
        body: "{\"line\": \"l1\"}"
        bodyMediaType: "application/json"
        params: { line: "l1" }
        appliesTo: "client"
    }
])

@http(method: "POST", uri: "/archive")
@requestCompression(
    encodings: ["gzip"]
)
operation Archive {
    input := {
        @httpHeader("Content-Encoding")
        encoding: String

        text: String
    }
}

apply Archive @httpRequestTests([
    {
        id: "SmallBodiesAreNotCompressed"
        protocol: restJson1
        method: "POST"
        uri: "/archive"
        headers: { "Content-Encoding": "own" }
        body: "{\"text\": \"short\"}"
        bodyMediaType: "application/json"
        params: { encoding: "own", text: "short" }
    }
])

// Events
@http(method: "POST", uri: "/follow/{place}")
operation Follow {
    input := {
        @required
        @httpLabel
        place: String

        @httpPayload
        wishes: Wishes
    }

    output := {
        @httpHeader("X-Place")
        place: String

        @httpPayload
        changes: Changes
    }
}

@streaming
union Wishes {
    wish: Wish
}

structure Wish {
    @required
    @eventHeader
    urgent: Boolean

    what: String
}

@streaming
union Changes {
    change: Change
    calm: Calm
    lost: Lost
}

structure Change {
    @eventHeader
    at: Timestamp

    @eventHeader
    degrees: Short

    @eventPayload
    note: String
}

structure Calm {}

@error("client")
structure Lost {
    message: String
}

apply Follow @eventStreamTests([
    {
        id: "EventsGoBothWays"
        protocol: restJson1
        initialRequestParams: { place: "here" }
        initialRequest: {
            method: "POST"
            uri: "/follow/here"
            headers: { "Content-Type": "application/vnd.amazon.eventstream" }
        }
        initialRequestShape: InitialHttpRequest
        initialResponseParams: { place: "there" }
        initialResponse: {
            code: 200
            headers: { "Content-Type": "application/vnd.amazon.eventstream", "X-Place": "there" }
        }
        initialResponseShape: InitialHttpResponse
        events: [
            {
                type: "request"
                params: {
                    wish: { urgent: true, what: "rain" }
                }
                headers: {
                    ":message-type": { string: "event" }
                    ":event-type": { string: "wish" }
                    ":content-type": { string: "application/json" }
                    urgent: { boolean: true }
                }
                body: "{\"what\": \"rain\"}"
                bodyMediaType: "application/json"
            }
            {
                type: "response"
                params: {
                    change: { at: "2023-11-14T22:13:20Z", degrees: -3, note: "snow" }
                }
                headers: {
                    ":message-type": { string: "event" }
                    ":event-type": { string: "change" }
                    ":content-type": { string: "text/plain" }
                    at: { timestamp: "2023-11-14T22:13:20Z" }
                    degrees: { short: -3 }
                }
                body: "snow"
                bodyMediaType: "text/plain"
            }
            {
                type: "response"
                params: {
                    calm: {}
                }
                headers: {
                    ":message-type": { string: "event" }
                    ":event-type": { string: "calm" }
                }
                forbidHeaders: [":exception-type"]
            }
        ]
    }
    {
        id: "ErrorsEndEvents"
        protocol: restJson1
        initialResponseParams: { place: "there" }
        initialResponse: {
            code: 200
            headers: { "X-Place": "there" }
        }
        initialResponseShape: InitialHttpResponse
        events: [
            {
                type: "response"
                params: {
                    lost: { message: "fog" }
                }
                headers: {
                    ":message-type": { string: "exception" }
                    ":exception-type": { string: "lost" }
                }
                body: "{\"message\": \"fog\"}"
                bodyMediaType: "application/json"
            }
        ]
        expectation: {
            failure: { errorId: Lost }
        }
        appliesTo: "client"
    }
    {
        id: "EventsMissWhatIsRequired"
        protocol: restJson1
        initialRequestParams: { place: "here" }
        events: [
            {
                type: "request"
                headers: {
                    ":message-type": { string: "event" }
                    ":event-type": { string: "wish" }
                }
                body: "{}"
                bodyMediaType: "application/json"
            }
        ]
        expectation: {
            failure: {}
        }
        appliesTo: "server"
    }
])

// Errors
@error("server")
@httpError(503)
@retryable
structure Busy {
    message: String

    @httpHeader("Retry-After")
    seconds: Integer
}

apply Busy @httpResponseTests([
    {
        id: "ErrorsSayWhichTheyAre"
        protocol: restJson1
        code: 503
        headers: { "X-Amzn-Errortype": "Busy", "Retry-After": "3", "Content-Type": "application/json" }
        bodyMediaType: "application/json"
        body: "{\"message\": \"later\"}"
        params: { message: "later", seconds: 3 }
    }
    {
        id: "ErrorTypesMayBeLong"
        protocol: restJson1
        code: 503
        headers: { "X-Amzn-Errortype": "cases.restjson1#Busy:http://example.org/" }
        body: "{}"
        params: {}
        appliesTo: "client"
    }
])
