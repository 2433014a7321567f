$version: "2"

namespace cases.rpcv2cbor

use smithy.protocols#rpcv2Cbor
use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

/// A kiosk that speaks rpcv2Cbor.
@rpcv2Cbor
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
        id: "CborTimestampFormatsDoNotCount"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Kiosk/operation/Buy"
        headers: { "Content-Type": "application/cbor", Accept: "application/cbor", "smithy-protocol": "rpc-v2-cbor" }
        requireHeaders: ["Content-Length"]
        bodyMediaType: "application/cbor"
        body: "v2dhcnRpY2xlY21hcGVjb3VudAJlcHJpY2W/ZW5vdGVzggUK/2JhdMH7QdlU/EAgAABkc2NhbkRzY2FuZXJhdGVzv2Fh+3/4AAAAAAAAYWL2YWP7P+AAAAAAAAD//w=="
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
        id: "CborAnswersNameTheProtocol"
        protocol: rpcv2Cbor
        code: 200
        headers: { "Content-Type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" }
        bodyMediaType: "application/cbor"
        body: "v2dyZWNlaXB0YXJmY2hhbmdl+n+AAABlc3RhdGUC/w=="
        params: { receipt: "r", change: "Infinity", state: 2 }
    }
    {
        id: "CborUnknownMembersAreSkipped"
        protocol: rpcv2Cbor
        code: 200
        headers: { "Content-Type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" }
        bodyMediaType: "application/cbor"
        body: "v2NuZXeCAb//ZXN0YXRlAmdyZWNlaXB09v8="
        params: { state: 2 }
        appliesTo: "client"
    }
])

apply Buy @httpMalformedRequestTests([
    {
        id: "CborBodiesMustBeOfTheirShape0"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/Kiosk/operation/Buy"
            headers: { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" }
            body: "v2Vjb3VudGEy/w=="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400 }
    }
    {
        id: "CborBodiesMustBeOfTheirShape1"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/Kiosk/operation/Buy"
            headers: { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" }
            body: "v2VwcmljZb9lY29pbnMBZW5vdGVzgP//"
            bodyMediaType: "application/cbor"
        }
        response: { code: 400 }
    }
    {
        id: "CborBodiesMustBeOfTheirShape2"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/Kiosk/operation/Buy"
            headers: { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" }
            body: "gA=="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400 }
    }
    {
        id: "CborMissingMembersAreRefused"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/Kiosk/operation/Buy"
            headers: { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" }
            body: "v/8="
            bodyMediaType: "application/cbor"
        }
        response: { code: 400 }
    }
    {
        id: "CborThePathMustExist"
        protocol: rpcv2Cbor
        request: {
            method: "POST"
            uri: "/service/Kiosk/operation/Sell"
            headers: { "content-type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" }
        }
        response: { code: 404 }
    }
])

operation Ring {}

apply Ring @httpRequestTests([
    {
        id: "CborNoInputIsNoBody"
        protocol: rpcv2Cbor
        method: "POST"
        uri: "/service/Kiosk/operation/Ring"
        headers: { "smithy-protocol": "rpc-v2-cbor" }
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
        id: "CborErrorsSayWhichTheyAre"
        protocol: rpcv2Cbor
        code: 410
        headers: { "Content-Type": "application/cbor", "smithy-protocol": "rpc-v2-cbor" }
        bodyMediaType: "application/cbor"
        body: "v2ZfX3R5cGV3Y2FzZXMucnBjdjJjYm9yI1NvbGRPdXRnbWVzc2FnZWRnb25lZWFnYWlu9P8="
        params: { message: "gone", again: false }
    }
])
