$version: "2.0"

namespace com.amazonaws.sts

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsQuery
use aws.protocols#awsQueryError

/// The part of AWS Security Token Service that exchanges credentials and tokens for credentials of a role.
@service(sdkId: "STS", arnNamespace: "sts", endpointPrefix: "sts")
@sigv4(name: "sts")
@awsQuery
@xmlNamespace(uri: "https://sts.amazonaws.com/doc/2011-06-15/")
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
