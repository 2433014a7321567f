$version: "2.0"

namespace com.amazonaws.sso

use aws.api#service
use aws.protocols#restJson1
use smithy.rules#endpointRuleSet

/// The part of the IAM Identity Center portal that issues credentials to users who have signed in.
@service(sdkId: "SSO", endpointPrefix: "portal.sso")
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
            endpoint: { url: "https://portal.sso.{Region}.amazonaws.com" }
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
            endpoint: { url: "https://portal.sso-fips.{Region}.{Partition#dualStackDnsSuffix}" }
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
            endpoint: { url: "https://portal.sso-fips.{Region}.{Partition#dnsSuffix}" }
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
            endpoint: { url: "https://portal.sso.{Region}.{Partition#dualStackDnsSuffix}" }
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
            endpoint: { url: "https://portal.sso.{Region}.{Partition#dnsSuffix}" }
        }
        {
            type: "error"
            conditions: []
            error: "There is no region"
        }
    ]
)
service Portal {
    version: "2019-06-10"
    operations: [
        GetRoleCredentials
    ]
}

/// Returns temporary credentials of a role that is assigned to the user.
@readonly
@http(method: "GET", uri: "/federation/credentials")
operation GetRoleCredentials {
    input := {
        @required
        @httpQuery("role_name")
        roleName: String

        @required
        @httpQuery("account_id")
        accountId: String

        /// The token of the user's session.
        @required
        @httpHeader("x-amz-sso_bearer_token")
        accessToken: Secret
    }

    output := {
        @required
        roleCredentials: RoleCredentials
    }

    errors: [
        InvalidRequestException
        ResourceNotFoundException
        TooManyRequestsException
        UnauthorizedException
    ]
}

/// Temporary credentials.
structure RoleCredentials {
    @required
    accessKeyId: String

    @required
    secretAccessKey: Secret

    @required
    sessionToken: Secret

    /// Milliseconds since the start of 1970.
    @required
    expiration: Long
}

@sensitive
string Secret

/// The request is invalid.
@error("client")
@httpError(400)
structure InvalidRequestException {
    message: String
}

/// The role or the account does not exist.
@error("client")
@httpError(404)
structure ResourceNotFoundException {
    message: String
}

/// There were too many requests.
@error("client")
@httpError(429)
@retryable(throttling: true)
structure TooManyRequestsException {
    message: String
}

/// The session has ended, or the role is not assigned to the user.
@error("client")
@httpError(401)
structure UnauthorizedException {
    message: String
}
