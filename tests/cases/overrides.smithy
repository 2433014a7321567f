$version: "2"

namespace example.overrides

use aws.protocols#httpChecksum
use aws.protocols#restJson1

/// Traits of members that say more than their targets do, and of operations that say more than their service.
@restJson1
@httpBearerAuth
@httpBasicAuth
@httpDigestAuth
@httpApiKeyAuth(name: "X-Key", in: "header", scheme: "Key")
@auth([httpBearerAuth, httpApiKeyAuth])
service Overrides {
    version: "1"
    operations: [
        Put
        Look
        Enter
        Knock
        Seal
        Whisper
    ]
}

/// By a scheme that clients lack.
@http(method: "POST", uri: "/whisper")
@auth([httpDigestAuth])
operation Whisper {}

/// Takes a text with its checksum.
@http(method: "POST", uri: "/seal")
@httpChecksum(requestAlgorithmMember: "algorithm", requestChecksumRequired: true)
operation Seal {
    input := {
        /// How the checksum is made.
        @httpHeader("x-algorithm")
        algorithm: Algorithm

        /// A checksum that was made before.
        @httpHeader("x-amz-checksum-sha256")
        sum: String

        /// The text.
        @httpPayload
        text: String
    }
}

/// Ways to make a checksum.
enum Algorithm {
    CRC32
    SHA1
    SHA256
}

/// Anybody may look.
@http(method: "POST", uri: "/look")
@optionalAuth
operation Look {}

/// By name and password alone.
@http(method: "POST", uri: "/enter")
@auth([httpBasicAuth])
operation Enter {}

/// Nobody needs to say who it is.
@http(method: "POST", uri: "/knock")
@auth([])
operation Knock {}

/// Takes everything.
@http(method: "POST", uri: "/things")
operation Put {
    input := {
        /// Codes of a narrower kind.
        codes: Codes

        /// Scores of a narrower kind.
        scores: Scores

        /// One of the old kind of enums.
        old: Old

        /// One of an enum with a value that is not for everyone.
        rank: Rank

        /// What has defaults.
        settings: Settings

        /// How many; the service knows what is usual.
        count: Integer = 3
    }
}

/// Codes: those of a machine are in capitals.
list Codes {
    /// Three capitals.
    @pattern("^[A-Z]{3}$")
    member: Code
}

/// A code.
@length(max: 10)
string Code

/// Scores by name.
map Scores {
    /// A name that is not too short.
    @length(min: 2)
    key: String

    /// A score that is not too high.
    @range(max: 5)
    value: Integer
}

/// Values that 1.0 listed in a trait.
@suppress(["EnumTrait", "DeprecatedTrait"])
@enum([
    {
        value: "up"
    }
    {
        value: "left-handed"
        documentation: "To the left."
    }
    {
        value: "secret"
        tags: ["internal"]
    }
])
string Old

/// Ranks.
enum Rank {
    /// The usual one.
    FIRST = "first"

    /// Ours.
    @internal
    LAST = "last"
}

/// Defaults of all kinds.
structure Settings {
    /// Text in base64.
    text: Blob = "YWJj"

    /// Bytes that are not text.
    bytes: Blob = "AP8="

    /// Clients may leave it out.
    @clientOptional
    factor: Integer = 2

    /// An enum's.
    rank: Rank = "first"
}
