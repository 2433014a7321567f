$version: "2"

namespace example.endpoints

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_0
use smithy.rules#endpointRuleSet

/// A service whose endpoints are not where those of most services are: one for each of the larger partitions, and one for tests.
@service(sdkId: "Directory", arnNamespace: "directory", endpointPrefix: "directory")
@sigv4(name: "directory")
@awsJson1_0
@endpointRuleSet(
    version: "1.0"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", documentation: "Where." }
        UseFIPS: { type: "boolean", builtIn: "AWS::UseFIPS", required: true, default: false, documentation: "How." }
        UseDualStack: {
            type: "boolean"
            builtIn: "AWS::UseDualStack"
            required: true
            default: false
            documentation: "How."
        }
        Endpoint: { type: "string", builtIn: "SDK::Endpoint", documentation: "Where else." }
    }
    rules: [
        {
            type: "error"
            conditions: [
                {
                    fn: "isSet"
                    argv: [
                        {
                            ref: "Endpoint"
                        }
                    ]
                }
                {
                    fn: "booleanEquals"
                    argv: [
                        {
                            ref: "UseFIPS"
                        }
                        true
                    ]
                }
            ]
            error: "No FIPS elsewhere."
        }
        {
            type: "error"
            conditions: [
                {
                    fn: "isSet"
                    argv: [
                        {
                            ref: "Endpoint"
                        }
                    ]
                }
                {
                    fn: "booleanEquals"
                    argv: [
                        {
                            ref: "UseDualStack"
                        }
                        true
                    ]
                }
            ]
            error: "No dual stack elsewhere."
        }
        {
            type: "endpoint"
            conditions: [
                {
                    fn: "isSet"
                    argv: [
                        {
                            ref: "Endpoint"
                        }
                    ]
                }
            ]
            endpoint: {
                url: { ref: "Endpoint" }
            }
        }
        {
            type: "endpoint"
            conditions: [
                {
                    fn: "isSet"
                    argv: [
                        {
                            ref: "Region"
                        }
                    ]
                }
                {
                    fn: "stringEquals"
                    argv: [
                        {
                            ref: "Region"
                        }
                        "local"
                    ]
                }
            ]
            endpoint: {
                url: "http://localhost:4000"
                properties: {
                    authSchemes: [
                        {
                            name: "sigv4"
                            signingName: "directory-test"
                            signingRegion: "us-east-1"
                        }
                    ]
                }
            }
        }
        {
            type: "tree"
            conditions: [
                {
                    fn: "isSet"
                    argv: [
                        {
                            ref: "Region"
                        }
                    ]
                }
                {
                    fn: "aws.partition"
                    argv: [
                        {
                            ref: "Region"
                        }
                    ]
                    assign: "Partition"
                }
            ]
            rules: [
                {
                    type: "endpoint"
                    conditions: [
                        {
                            fn: "stringEquals"
                            argv: ["{Partition#name}", "aws"]
                        }
                        {
                            fn: "booleanEquals"
                            argv: [
                                {
                                    ref: "UseFIPS"
                                }
                                false
                            ]
                        }
                        {
                            fn: "booleanEquals"
                            argv: [
                                {
                                    ref: "UseDualStack"
                                }
                                false
                            ]
                        }
                    ]
                    endpoint: {
                        url: "https://directory.amazonaws.com"
                        properties: {
                            authSchemes: [
                                {
                                    name: "sigv4"
                                    signingRegion: "us-east-1"
                                }
                            ]
                        }
                    }
                }
                {
                    type: "error"
                    conditions: [
                        {
                            fn: "stringEquals"
                            argv: ["{Partition#name}", "aws-cn"]
                        }
                        {
                            fn: "booleanEquals"
                            argv: [
                                {
                                    ref: "UseFIPS"
                                }
                                true
                            ]
                        }
                    ]
                    error: "Directories in China have no FIPS"
                }
                {
                    type: "endpoint"
                    conditions: [
                        {
                            fn: "booleanEquals"
                            argv: [
                                {
                                    ref: "UseDualStack"
                                }
                                true
                            ]
                        }
                        {
                            fn: "booleanEquals"
                            argv: [
                                {
                                    ref: "UseFIPS"
                                }
                                false
                            ]
                        }
                    ]
                    endpoint: { url: "https://directory.{Region}.{Partition#dualStackDnsSuffix}/v2" }
                }
                {
                    type: "endpoint"
                    conditions: [
                        {
                            fn: "booleanEquals"
                            argv: [
                                {
                                    ref: "UseFIPS"
                                }
                                true
                            ]
                        }
                        {
                            fn: "stringEquals"
                            argv: [
                                {
                                    ref: "Region"
                                }
                                "us-gov-west-1"
                            ]
                        }
                    ]
                    endpoint: { url: "https://directory.us-gov-west-1.amazonaws.com" }
                }
                {
                    type: "endpoint"
                    conditions: [
                        {
                            fn: "booleanEquals"
                            argv: [
                                {
                                    ref: "UseFIPS"
                                }
                                true
                            ]
                        }
                    ]
                    endpoint: { url: "https://directory-fips.{Region}.{Partition#dnsSuffix}" }
                }
                {
                    type: "endpoint"
                    conditions: []
                    endpoint: { url: "https://directory.{Region}.{Partition#dnsSuffix}" }
                }
            ]
        }
        {
            type: "error"
            conditions: []
            error: "Which region?"
        }
    ]
)
service Directory {
    version: "1"
    operations: [
        Look
    ]
}

/// Looks.
operation Look {
    input := {}
    output := {}
}
