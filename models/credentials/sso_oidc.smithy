$version: "2.0"

namespace com.amazonaws.ssooidc

use aws.api#service
use aws.protocols#restJson1
use smithy.rules#endpointRuleSet

/// The part of the IAM Identity Center's OpenID Connect service that renews the token of a user's session.
@service(sdkId: "SSO OIDC", endpointPrefix: "oidc")
@restJson1
@endpointRuleSet(
    version: "1.0"
    parameters: {
        Region: { type: "string", builtIn: "AWS::Region", documentation: "Region of the endpoint." }
        UseFIPS: {
            type: "boolean"
            builtIn: "AWS::UseFIPS"
            required: true
            default: false
            documentation: "Whether to use a FIPS endpoint."
        }
        UseDualStack: {
            type: "boolean"
            builtIn: "AWS::UseDualStack"
            required: true
            default: false
            documentation: "Whether to use a dual-stack endpoint."
        }
        Endpoint: { type: "string", builtIn: "SDK::Endpoint", documentation: "Another endpoint." }
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
            error: "A configured endpoint has no variant with FIPS"
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
            error: "A configured endpoint has no dual-stack variant"
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
            documentation: "In GovCloud, the endpoints without a suffix are those with FIPS."
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
                    fn: "booleanEquals"
                    argv: [
                        {
                            ref: "UseDualStack"
                        }
                        false
                    ]
                }
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
                {
                    fn: "stringEquals"
                    argv: [
                        {
                            fn: "getAttr"
                            argv: [
                                {
                                    ref: "Partition"
                                }
                                "name"
                            ]
                        }
                        "aws-us-gov"
                    ]
                }
            ]
            endpoint: { url: "https://oidc.{Region}.amazonaws.com" }
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
                    fn: "booleanEquals"
                    argv: [
                        {
                            ref: "UseDualStack"
                        }
                        true
                    ]
                }
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
            endpoint: { url: "https://oidc-fips.{Region}.{Partition#dualStackDnsSuffix}" }
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
            endpoint: { url: "https://oidc-fips.{Region}.{Partition#dnsSuffix}" }
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
            endpoint: { url: "https://oidc.{Region}.{Partition#dualStackDnsSuffix}" }
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
                    fn: "aws.partition"
                    argv: [
                        {
                            ref: "Region"
                        }
                    ]
                    assign: "Partition"
                }
            ]
            endpoint: { url: "https://oidc.{Region}.{Partition#dnsSuffix}" }
        }
        {
            type: "error"
            conditions: []
            error: "There is no region"
        }
    ]
)
service TokenService {
    version: "2019-06-10"
    operations: [
        CreateToken
    ]
}

/// Exchanges a refresh token for a new access token.
@http(method: "POST", uri: "/token")
operation CreateToken {
    input := {
        @required
        clientId: String

        @required
        clientSecret: Secret

        /// `refresh_token`.
        @required
        grantType: String

        refreshToken: Secret
    }

    output := {
        @required
        accessToken: Secret

        /// Seconds.
        @required
        expiresIn: Integer

        refreshToken: Secret
    }

    errors: [
        AccessDeniedException
        ExpiredTokenException
        InternalServerException
        InvalidClientException
        InvalidGrantException
        InvalidRequestException
        SlowDownException
    ]
}

@sensitive
string Secret

/// The caller may not do this.
@error("client")
@httpError(400)
structure AccessDeniedException with [Failure] {}

/// The session has ended.
@error("client")
@httpError(400)
structure ExpiredTokenException with [Failure] {}

/// The service failed.
@error("server")
@httpError(500)
structure InternalServerException with [Failure] {}

/// The registration of the program is unknown or has expired.
@error("client")
@httpError(401)
structure InvalidClientException with [Failure] {}

/// The refresh token is unknown or has expired.
@error("client")
@httpError(400)
structure InvalidGrantException with [Failure] {}

/// The request is invalid.
@error("client")
@httpError(400)
structure InvalidRequestException with [Failure] {}

/// There were too many requests.
@error("client")
@httpError(400)
@retryable(throttling: true)
structure SlowDownException with [Failure] {}

@mixin
structure Failure {
    error: String
    error_description: String
}
