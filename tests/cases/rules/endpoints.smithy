$version: "2.0"

namespace example.endpoints

use smithy.rules#clientContextParams
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet
use smithy.rules#endpointTests
use smithy.rules#operationContextParams
use smithy.rules#staticContextParams

@clientContextParams(
    pier: { type: "string", documentation: "Where to moor." }
    lantern: { type: "string", documentation: "Whether to see at night." }
)
@endpointRuleSet({
    version: "1.0"
    parameters: {
        pier: { type: "String", required: true, documentation: "Where to moor." }
        lantern: { type: "Boolean", required: true, default: false, documentation: "Whether to see at night." }
        anchor: { type: "String", documentation: "Not set by anybody." }
    }
    rules: [
        {
            conditions: [
                {
                    fn: "booleanEquals"
                    argv: [
                        {
                            ref: "lantern"
                        }
                        true
                    ]
                }
                {
                    fn: "parseURL"
                    argv: ["https://{pier}.example.com"]
                    assign: "address"
                }
            ]
            endpoint: {
                url: "{address#scheme}://{address#authority}"
                properties: {}
                headers: {}
            }
            type: "endpoint"
        }
        {
            conditions: []
            endpoint: {
                url: "https://dark.{pier}.example.com"
                properties: {}
                headers: {}
            }
            type: "endpoint"
        }
    ]
})
@endpointTests(
    version: "1.0"
    testCases: [
        {
            documentation: "In the dark"
            params: { pier: "west" }
            expect: {
                endpoint: { url: "https://dark.west.example.com" }
            }
        }
        {
            documentation: "With a light"
            params: { pier: "west", lantern: true }
            expect: {
                endpoint: { url: "https://dark.west.example.com" }
            }
        }
        {
            documentation: "With something that nobody knows"
            params: { pier: "west", buoy: "red" }
            expect: { error: "no" }
        }
    ]
)
service Harbour {
    version: "1"
    operations: [
        Moor
    ]
}

@staticContextParams(
    pier: { value: true }
    buoy: { value: "red" }
)
@operationContextParams(
    anchor: { path: "ropes[*].name" }
)
operation Moor {
    input := {
        @contextParam(name: "lantern")
        imo: String

        ropes: Ropes
    }
}

list Ropes {
    member: Rope
}

structure Rope {
    name: String
}

@endpointRuleSet({
    version: "1.0"
    parameters: {
        pier: { type: "String", documentation: "Where to moor." }
    }
    rules: [
        {
            conditions: [
                {
                    fn: "stringEquals"
                    argv: [
                        {
                            ref: "pier"
                        }
                        "west"
                    ]
                }
            ]
            endpoint: {
                url: "https://{pier}.example.com"
                properties: {}
                headers: {}
            }
            type: "endpoint"
        }
    ]
})
service Absent { version: "1" }

@endpointRuleSet({
    version: "1.0"
    parameters: {}
    rules: [
        {
            conditions: [
                {
                    fn: "isSett"
                    argv: ["west"]
                }
            ]
            error: "{nothing}"
            type: "error"
        }
    ]
})
service Misspelled { version: "1" }
