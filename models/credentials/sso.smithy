$version: "2.0"

namespace com.amazonaws.sso

use aws.api#service
use aws.protocols#restJson1

/// The part of the IAM Identity Center portal that issues credentials to users who have signed in.
@service(sdkId: "SSO", endpointPrefix: "portal.sso")
@restJson1
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
