$version: "2"

namespace cases.rpcv2json

use smithy.protocols#rpcv2Json
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// A kiosk that speaks rpcv2Json.
@rpcv2Json
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

        count: Integer

        price: Price

        @timestampFormat("date-time")
        at: Timestamp

        scan: Blob

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
        id: "RpcJsonTimestampFormatsDoNotCount"
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Kiosk/operation/Buy"
        headers: { "Content-Type": "application/json", Accept: "application/json", "smithy-protocol": "rpc-v2-json" }
        requireHeaders: ["Content-Length"]
        bodyMediaType: "application/json"
        body: "{\"article\": \"map\", \"count\": 2, \"price\": {\"notes\": [5, 10]}, \"at\": 1700000000.5, \"scan\": \"c2Nhbg==\", \"rates\": {\"a\": \"NaN\", \"b\": null, \"c\": 0.5}}"
        params: {
            article: "map"
            count: 2
            price: {
                notes: [5, 10]
            }
            at: 1700000000.5
            scan: "scan"
            rates: { a: "NaN", b: null, c: 0.5 }
        }
    }
])

apply Buy @httpResponseTests([
    {
        id: "RpcJsonAnswersNameTheProtocol"
        protocol: rpcv2Json
        code: 200
        headers: { "Content-Type": "application/json", "smithy-protocol": "rpc-v2-json" }
        bodyMediaType: "application/json"
        body: "{\"receipt\": \"r\", \"change\": \"Infinity\", \"state\": 2}"
        params: { receipt: "r", change: "Infinity", state: 2 }
    }
    {
        id: "RpcJsonUnknownMembersAreSkipped"
        protocol: rpcv2Json
        code: 200
        headers: { "Content-Type": "application/json", "smithy-protocol": "rpc-v2-json" }
        bodyMediaType: "application/json"
        body: "{\"new\": [1, {}], \"state\": 2, \"receipt\": null}"
        params: { state: 2 }
        appliesTo: "client"
    }
])

apply Buy @httpMalformedRequestTests([
    {
        id: "RpcJsonBodiesMustBeOfTheirShape0"
        protocol: rpcv2Json
        request: {
            method: "POST"
            uri: "/service/Kiosk/operation/Buy"
            headers: { "content-type": "application/json", "smithy-protocol": "rpc-v2-json" }
            body: "{\"count\": \"2\"}"
            bodyMediaType: "application/json"
        }
        response: { code: 400 }
    }
    {
        id: "RpcJsonBodiesMustBeOfTheirShape1"
        protocol: rpcv2Json
        request: {
            method: "POST"
            uri: "/service/Kiosk/operation/Buy"
            headers: { "content-type": "application/json", "smithy-protocol": "rpc-v2-json" }
            body: "{\"price\": {\"coins\": 1, \"notes\": []}}"
            bodyMediaType: "application/json"
        }
        response: { code: 400 }
    }
    {
        id: "RpcJsonBodiesMustBeOfTheirShape2"
        protocol: rpcv2Json
        request: {
            method: "POST"
            uri: "/service/Kiosk/operation/Buy"
            headers: { "content-type": "application/json", "smithy-protocol": "rpc-v2-json" }
            body: "[]"
            bodyMediaType: "application/json"
        }
        response: { code: 400 }
    }
    {
        id: "RpcJsonMissingMembersAreRefused"
        protocol: rpcv2Json
        request: {
            method: "POST"
            uri: "/service/Kiosk/operation/Buy"
            headers: { "content-type": "application/json", "smithy-protocol": "rpc-v2-json" }
            body: "{}"
            bodyMediaType: "application/json"
        }
        response: { code: 400 }
    }
    {
        id: "RpcJsonThePathMustExist"
        protocol: rpcv2Json
        request: {
            method: "POST"
            uri: "/service/Kiosk/operation/Sell"
            headers: { "content-type": "application/json", "smithy-protocol": "rpc-v2-json" }
        }
        response: { code: 404 }
    }
])

operation Ring {}

apply Ring @httpRequestTests([
    {
        id: "RpcJsonNoInputIsNoBody"
        protocol: rpcv2Json
        method: "POST"
        uri: "/service/Kiosk/operation/Ring"
        headers: { "smithy-protocol": "rpc-v2-json" }
        forbidHeaders: ["Content-Type"]
        body: ""
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
        id: "RpcJsonErrorsSayWhichTheyAre"
        protocol: rpcv2Json
        code: 410
        headers: { "Content-Type": "application/json", "smithy-protocol": "rpc-v2-json" }
        bodyMediaType: "application/json"
        body: "{\"__type\": \"cases.rpcv2json#SoldOut\", \"message\": \"gone\", \"again\": false}"
        params: { message: "gone", again: false }
    }
])
