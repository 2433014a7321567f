$version: "2"

namespace example.depots

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restXml
use smithy.rules#clientContextParams
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet
use smithy.rules#operationContextParams
use smithy.rules#staticContextParams

/// A service whose endpoints depend on inputs, operations, clients and accounts.
@service(sdkId: "Depots", arnNamespace: "depots", endpointPrefix: "depots")
@sigv4(name: "depots")
@restXml
@clientContextParams(
    Stage: { type: "string", documentation: "Stage of the service." }
)
@endpointRuleSet(
    version: "1.1"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", documentation: "Where." }
        Account: { type: "string", builtIn: "AWS::Auth::AccountId", documentation: "Whose." }
        AccountMode: { type: "string", builtIn: "AWS::Auth::AccountIdEndpointMode", documentation: "How." }
        Depot: { type: "string", documentation: "The depot." }
        Shelves: { type: "stringArray", documentation: "The shelves." }
        Control: { type: "boolean", required: true, default: false, documentation: "Control plane." }
        Stage: { type: "string", documentation: "Stage." }
    }
    rules: [
        {
            type: "endpoint"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Stage" }] }
            ]
            endpoint: { url: "https://{Stage}.depots.example" }
        }
        {
            type: "endpoint"
            conditions: [
                { fn: "booleanEquals", argv: [{ ref: "Control" }, true] }
            ]
            endpoint: {
                url: "https://control.depots.example"
                properties: {
                    authSchemes: [
                        { name: "sigv4", signingName: "depots-control", signingRegion: "us-east-1" }
                    ]
                }
            }
        }
        {
            type: "tree"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Depot" }] }
                { fn: "aws.parseArn", argv: [{ ref: "Depot" }], assign: "arn" }
            ]
            rules: [
                {
                    type: "endpoint"
                    conditions: [
                        { fn: "stringEquals", argv: [{ fn: "getAttr", argv: [{ ref: "arn" }, "region"] }, ""] }
                    ]
                    endpoint: {
                        url: "https://world.depots.example"
                        properties: {
                            authSchemes: [
                                { name: "sigv4a", signingName: "depots", signingRegionSet: ["*"] }
                            ]
                        }
                    }
                }
                {
                    type: "endpoint"
                    conditions: [
                        { fn: "getAttr", argv: [{ ref: "arn" }, "resourceId[1]"], assign: "name" }
                        { fn: "isValidHostLabel", argv: [{ ref: "name" }, false] }
                    ]
                    endpoint: {
                        url: "https://{name}.{arn#accountId}.depots.{arn#region}.example"
                        headers: {
                            "x-depot-account": ["{arn#accountId}"]
                        }
                        properties: {
                            authSchemes: [
                                { name: "sigv4", signingRegion: "{arn#region}" }
                            ]
                        }
                    }
                }
                {
                    type: "error"
                    conditions: []
                    error: "`{Depot}` is no ARN of a depot"
                }
            ]
        }
        {
            type: "endpoint"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Shelves" }] }
                { fn: "getAttr", argv: [{ ref: "Shelves" }, "[0]"], assign: "shelf" }
            ]
            endpoint: { url: "https://{shelf}.shelves.depots.example/v1" }
        }
        {
            type: "error"
            conditions: [
                { fn: "isSet", argv: [{ ref: "AccountMode" }] }
                { fn: "stringEquals", argv: [{ ref: "AccountMode" }, "required"] }
                { fn: "not", argv: [{ fn: "isSet", argv: [{ ref: "Account" }] }] }
            ]
            error: "the account is required, but not known"
        }
        {
            type: "endpoint"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Account" }] }
                { fn: "isSet", argv: [{ ref: "Region" }] }
                { fn: "aws.partition", argv: [{ ref: "Region" }], assign: "partition" }
            ]
            endpoint: { url: "https://{Account}.depots.{Region}.{partition#dnsSuffix}" }
        }
        {
            type: "endpoint"
            conditions: [
                { fn: "isSet", argv: [{ ref: "Region" }] }
                { fn: "aws.partition", argv: [{ ref: "Region" }], assign: "partition" }
            ]
            endpoint: { url: "https://depots.{Region}.{partition#dnsSuffix}" }
        }
    ]
)
service Depots {
    version: "1"
    operations: [
        BuildDepot
        CountShelves
        ListDepots
        OpenDepot
    ]
}

/// Opens a depot.
@http(method: "GET", uri: "/depots/open")
operation OpenDepot {
    input := {
        /// Name or ARN.
        @httpQuery("depot")
        @contextParam(name: "Depot")
        depot: String
    }

    output := {}
}

/// Builds a depot.
@http(method: "POST", uri: "/depots")
@staticContextParams(
    Control: { value: true }
)
operation BuildDepot {
    input := {}
    output := {}
}

/// Counts items on shelves.
@http(method: "POST", uri: "/shelves")
@operationContextParams(
    Shelves: { path: "shelves[*].name" }
)
operation CountShelves {
    input := {
        shelves: Shelves
    }

    output := {}
}

/// Lists depots.
@http(method: "GET", uri: "/depots")
operation ListDepots {
    input := {}
    output := {}
}

list Shelves {
    member: Shelf
}

structure Shelf {
    name: String
}
