$version: "2.0"

namespace example.cases

use smithy.test#httpMalformedRequestTests
use smithy.test#httpRequestTests
use smithy.test#httpResponseTests

@trait(selector: "service")
@protocolDefinition
structure semaphore {}

@semaphore
service Harbour {
    version: "1"
    operations: [
        Moor
    ]
}

@http(method: "POST", uri: "/moor")
@httpRequestTests([
    {
        id: "Fits"
        protocol: semaphore
        method: "POST"
        uri: "/moor"
        params: { berth: 3 }
    }
    {
        id: "OtherType"
        protocol: semaphore
        method: "POST"
        uri: "/moor"
        params: { berth: "three" }
    }
    {
        id: "Twice"
        protocol: semaphore
        method: "POST"
        uri: "/moor"
        body: "<berth>3"
        bodyMediaType: "application/xml"
    }
    {
        id: "BrokenJson"
        protocol: semaphore
        method: "POST"
        uri: "/moor"
        body: "{"
        bodyMediaType: "application/json"
    }
    {
        id: "Fits"
        protocol: semaphore
        method: "POST"
        uri: "/moor"
        vendorParamsShape: "example.cases#Tide"
        vendorParams: { height: "high" }
    }
])
@httpResponseTests([
    {
        id: "Twice"
        protocol: semaphore
        code: 200
        params: { bell: true, whistle: true }
    }
])
@httpMalformedRequestTests([
    {
        id: "Malformed"
        protocol: semaphore
        request: { method: "POST", uri: "/moor", body: "$value:L" }
        response: { code: 400 }
        testParameters: {
            value: ["1", "2"]
            other: ["1"]
        }
    }
])
operation Moor {
    input := {
        berth: Integer
    }
    output := {
        bell: Boolean
    }
    errors: [
        Full
    ]
}

@error("client")
@httpResponseTests([
    {
        id: "Full"
        protocol: semaphore
        code: 400
        params: {
            until: []
        }
    }
])
structure Full {
    until: Timestamp
}

structure Tide {
    height: Double
}
