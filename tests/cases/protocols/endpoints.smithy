$version: "2"

namespace example.endpoints.calls

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1
use smithy.rules#clientContextParams
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet
use smithy.rules#endpointTests

/// A service whose endpoint tests call its operations.
@service(sdkId: "Harbours", endpointPrefix: "harbours")
@sigv4(name: "harbours")
@restJson1
@clientContextParams(
    Stage: { type: "string", documentation: "Stage of the service." }
)
@endpointRuleSet(
    version: "1.0"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", documentation: "Where." }
        UseFIPS: { type: "boolean", required: true, default: false, builtIn: "AWS::UseFIPS", documentation: "FIPS." }
        Endpoint: { type: "string", builtIn: "SDK::Endpoint", documentation: "An endpoint." }
        Harbour: { type: "string", documentation: "The harbour." }
        Stage: { type: "string", documentation: "Stage." }
    }
    rules: [
        {
            type: "endpoint"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Endpoint" }] }
            ]
            endpoint: { url: { ref: "Endpoint" } }
        }
        {
            type: "error"
            conditions: [
                { fn: "booleanEquals", argv: [{ ref: "UseFIPS" }, true] }
            ]
            error: "There is no FIPS endpoint"
        }
        {
            type: "endpoint"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Stage" }] }
            ]
            endpoint: { url: "https://{Stage}.harbours.example/base", headers: { "x-stage": ["{Stage}"] } }
        }
        {
            type: "endpoint"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Region" }] }
                { fn: "isSet", argv: [{ ref: "Harbour" }] }
            ]
            endpoint: {
                url: "https://{Harbour}.{Region}.harbours.example"
                properties: {
                    authSchemes: [
                        { name: "sigv4", signingName: "harbour", signingRegion: "{Region}" }
                    ]
                }
            }
        }
        {
            type: "error"
            conditions: []
            error: "There is no harbour"
        }
    ]
)
@endpointTests(
    version: "1.0"
    testCases: [
        {
            documentation: "the harbour is in the host"
            params: { Region: "eu-central-1", Harbour: "altona" }
            operationInputs: [
                {
                    operationName: "DescribeHarbour"
                    operationParams: { name: "altona" }
                    builtInParams: { "AWS::Region": "eu-central-1" }
                }
            ]
            expect: {
                endpoint: {
                    url: "https://altona.eu-central-1.harbours.example"
                    properties: {
                        authSchemes: [
                            { name: "sigv4", signingName: "harbour", signingRegion: "eu-central-1" }
                        ]
                    }
                }
            }
        }
        {
            documentation: "the client has a parameter"
            params: { Region: "eu-central-1", Harbour: "altona", Stage: "beta" }
            operationInputs: [
                {
                    operationName: "DescribeHarbour"
                    operationParams: { name: "altona" }
                    builtInParams: { "AWS::Region": "eu-central-1" }
                    clientParams: { Stage: "beta" }
                }
            ]
            expect: {
                endpoint: { url: "https://beta.harbours.example/base", headers: { "x-stage": ["beta"] } }
            }
        }
        {
            documentation: "an endpoint is set"
            params: { Endpoint: "http://localhost:8080", Harbour: "altona" }
            operationInputs: [
                {
                    operationName: "DescribeHarbour"
                    operationParams: { name: "altona" }
                    builtInParams: { "SDK::Endpoint": "http://localhost:8080" }
                }
            ]
            expect: {
                endpoint: { url: "http://localhost:8080" }
            }
        }
        {
            documentation: "there is no endpoint"
            params: { Region: "eu-central-1", UseFIPS: true, Harbour: "altona" }
            operationInputs: [
                {
                    operationName: "DescribeHarbour"
                    operationParams: { name: "altona" }
                    builtInParams: { "AWS::Region": "eu-central-1", "AWS::UseFIPS": true }
                }
            ]
            expect: { error: "There is no FIPS endpoint" }
        }
    ]
)
service Harbours {
    version: "1"
    operations: [
        DescribeHarbour
        ListHarbours
    ]
}

/// Describes a harbour.
@readonly
@http(method: "GET", uri: "/harbours/{name}")
operation DescribeHarbour {
    input := {
        @required
        @httpLabel
        @contextParam(name: "Harbour")
        name: String
    }
}

/// Lists harbours. No endpoint test calls it, so it is not generated.
@readonly
@http(method: "GET", uri: "/harbours")
operation ListHarbours {}
