$version: "2.0"

namespace com.amazonaws.ssooidc

use aws.api#service
use aws.protocols#restJson1

/// The part of the IAM Identity Center's OpenID Connect service that renews the token of a user's session.
@service(sdkId: "SSO OIDC", endpointPrefix: "oidc")
@restJson1
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
