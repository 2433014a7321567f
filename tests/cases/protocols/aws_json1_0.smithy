$version: "2"

namespace cases.awsjson1_0

use aws.protocols#awsJson1_0
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// A kiosk that speaks awsJson1_0.
@awsJson1_0
service Kiosk {
    version: "2024-05-01"
    operations: [
        Buy
        Ring
    ]
}

operation Buy {
    input := {
        @required
        article: Article

        @jsonName("unheard")
        count: Integer

        @httpHeader("X-Unheard")
        note: String

        price: Price

        at: Timestamp

        @timestampFormat("date-time")
        due: Timestamp

        scan: Blob

        extra: Document

        rates: Rates
    }

    output := {
        receipt: String
        change: Float
        state: State
    }

    errors: [
        SoldOut
    ]
}

@length(min: 1)
string Article

union Price {
    coins: Integer
    notes: Notes
}

list Notes {
    member: Integer
}

@sparse
map Rates {
    key: String
    value: Double
}

intEnum State {
    PAID = 1
    OWED = 2
}

apply Buy @httpRequestTests([
    {
        id: "Json10BindingsDoNotCount"
        protocol: awsJson1_0
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "Kiosk.Buy" }
        forbidHeaders: ["X-Unheard"]
        requireHeaders: ["Content-Length"]
        bodyMediaType: "application/json"
        body: """
            {
                "article": "map",
                "count": 2,
                "note": "n",
                "price": {"notes": [5, 10]},
                "at": 1700000000,
                "due": "2023-11-14T22:13:20Z",
                "scan": "c2Nhbg==",
                "extra": [{"deep": null}],
                "rates": {"a": "NaN", "b": null, "c": 0.5}
            }"""
        params: {
            article: "map"
            count: 2
            note: "n"
            price: {
                notes: [5, 10]
            }
            at: 1700000000
            due: 1700000000
            scan: "scan"
            extra: [
                {
                    deep: null
                }
            ]
            rates: { a: "NaN", b: null, c: 0.5 }
        }
    }
])

apply Buy @httpResponseTests([
    {
        id: "Json10AnswersAreObjects"
        protocol: awsJson1_0
        code: 200
        headers: { "Content-Type": "application/x-amz-json-1.0" }
        bodyMediaType: "application/json"
        body: "{\"receipt\": \"r\", \"change\": \"Infinity\", \"state\": 2}"
        params: { receipt: "r", change: "Infinity", state: 2 }
    }
    {
        id: "Json10UnknownMembersAreSkipped"
        protocol: awsJson1_0
        code: 200
        body: "{\"new\": [1, {}], \"state\": 2, \"receipt\": null}"
        params: { state: 2 }
        appliesTo: "client"
    }
])

apply Buy @httpMalformedRequestTests([
    {
        id: "Json10BodiesMustBeOfTheirShape"
        protocol: awsJson1_0
        request: {
            method: "POST"
            uri: "/"
            headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "Kiosk.Buy" }
            body: "$body:L"
        }
        response: {
            code: 400
            body: {
                mediaType: "application/json"
                assertion: { messageRegex: "SerializationException" }
            }
        }
        testParameters: {
            body: [
                "{"
                "{\"count\": \"2\"}"
                "{\"price\": {\"coins\": 1, \"notes\": []}}"
                "{\"article\": \"a\"} trailing"
            ]
        }
    }
    {
        id: "Json10MissingMembersAreNamed"
        protocol: awsJson1_0
        request: {
            method: "POST"
            uri: "/"
            headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "Kiosk.Buy" }
            body: "{}"
        }
        response: {
            code: 400
            body: {
                mediaType: "application/json"
                assertion: {
                    messageRegex: "1 validation error detected. Value at '/article' failed to satisfy constraint: Member must not be null"
                }
            }
        }
    }
    {
        id: "Json10TheTargetMustExist"
        protocol: awsJson1_0
        request: {
            method: "POST"
            uri: "/"
            headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "Kiosk.Sell" }
            body: "{}"
        }
        response: {
            code: 400
            body: {
                mediaType: "application/json"
                assertion: { messageRegex: "UnknownOperationException" }
            }
        }
    }
])

operation Ring {}

apply Ring @httpRequestTests([
    {
        id: "Json10NoInputIsAnEmptyObject"
        protocol: awsJson1_0
        method: "POST"
        uri: "/"
        headers: { "Content-Type": "application/x-amz-json-1.0", "X-Amz-Target": "Kiosk.Ring" }
        bodyMediaType: "application/json"
        body: "{}"
    }
])

apply Ring @httpResponseTests([
    {
        id: "Json10NoOutputIsNoMatter"
        protocol: awsJson1_0
        code: 200
        body: "{\"anything\": 1}"
        appliesTo: "client"
    }
])

@error("client")
@httpError(410)
structure SoldOut {
    message: String
    again: Boolean
}

apply SoldOut @httpResponseTests([
    {
        id: "Json10ErrorsSayWhichTheyAre"
        protocol: awsJson1_0
        code: 410
        headers: { "Content-Type": "application/x-amz-json-1.0" }
        bodyMediaType: "application/json"
        body: "{\"__type\": \"cases.awsjson1_0#SoldOut\", \"message\": \"gone\", \"again\": false}"
        params: { message: "gone", again: false }
    }
    {
        id: "Json10ErrorTypesMayStandInAHeader"
        protocol: awsJson1_0
        code: 410
        headers: { "X-Amzn-Errortype": "SoldOut:http://example.org/" }
        body: "{\"message\": \"gone\"}"
        params: { message: "gone" }
        appliesTo: "client"
    }
])
