$version: "2.0"

namespace com.amazonaws.sts

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsQuery
use aws.protocols#awsQueryError
use smithy.rules#endpointRuleSet

/// The part of AWS Security Token Service that exchanges credentials and tokens for credentials of a role.
@service(sdkId: "STS", arnNamespace: "sts", endpointPrefix: "sts")
@sigv4(name: "sts")
@awsQuery
@xmlNamespace(uri: "https://sts.amazonaws.com/doc/2011-06-15/")
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
            type: "endpoint"
            conditions: [
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
                        "aws-global"
                    ]
                }
            ]
            endpoint: {
                url: "https://sts.amazonaws.com"
                properties: {
                    authSchemes: [
                        {
                            name: "sigv4"
                            signingName: "sts"
                            signingRegion: "us-east-1"
                        }
                    ]
                }
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
            endpoint: { url: "https://sts.{Region}.amazonaws.com" }
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
            endpoint: { url: "https://sts-fips.{Region}.{Partition#dualStackDnsSuffix}" }
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
            endpoint: { url: "https://sts-fips.{Region}.{Partition#dnsSuffix}" }
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
            endpoint: { url: "https://sts.{Region}.{Partition#dualStackDnsSuffix}" }
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
            endpoint: { url: "https://sts.{Region}.{Partition#dnsSuffix}" }
        }
        {
            type: "error"
            conditions: []
            error: "There is no region"
        }
    ]
)
service SecurityTokenService {
    version: "2011-06-15"
    operations: [
        AssumeRole
        AssumeRoleWithWebIdentity
    ]
}

/// Returns temporary credentials of a role. The caller's credentials sign the request.
operation AssumeRole {
    input := {
        @required
        RoleArn: String

        /// Appears in logs and in the ARN of the session.
        @required
        RoleSessionName: String

        DurationSeconds: Integer

        /// A value that the role's trust policy may demand.
        ExternalId: String
    }

    output := {
        @required
        Credentials: Credentials
    }

    errors: [
        ExpiredTokenException
        RegionDisabledException
    ]
}

/// Returns temporary credentials of a role for a token of an OpenID Connect provider.
@optionalAuth
operation AssumeRoleWithWebIdentity {
    input := {
        @required
        RoleArn: String

        @required
        RoleSessionName: String

        @required
        WebIdentityToken: Secret
    }

    output := {
        @required
        Credentials: Credentials
    }

    errors: [
        ExpiredTokenException
        IDPCommunicationErrorException
        IDPRejectedClaimException
        InvalidIdentityTokenException
        RegionDisabledException
    ]
}

/// Temporary credentials.
structure Credentials {
    @required
    AccessKeyId: String

    @required
    SecretAccessKey: Secret

    @required
    SessionToken: Secret

    @required
    Expiration: Timestamp
}

@sensitive
string Secret

/// The token has expired.
@awsQueryError(code: "ExpiredTokenException", httpResponseCode: 400)
@error("client")
@httpError(400)
structure ExpiredTokenException {
    message: String
}

/// The service could not reach the provider of the token.
@awsQueryError(code: "IDPCommunicationError", httpResponseCode: 400)
@error("client")
@httpError(400)
@retryable
structure IDPCommunicationErrorException {
    message: String
}

/// The provider of the token refused it.
@awsQueryError(code: "IDPRejectedClaim", httpResponseCode: 403)
@error("client")
@httpError(403)
structure IDPRejectedClaimException {
    message: String
}

/// The token is malformed, or was issued for somebody else.
@awsQueryError(code: "InvalidIdentityToken", httpResponseCode: 400)
@error("client")
@httpError(400)
structure InvalidIdentityTokenException {
    message: String
}

/// The service is not activated in this region for the account.
@awsQueryError(code: "RegionDisabledException", httpResponseCode: 403)
@error("client")
@httpError(403)
structure RegionDisabledException {
    message: String
}
