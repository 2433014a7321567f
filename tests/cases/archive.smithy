$version: "2"

namespace example.archive

use aws.api#service
use aws.auth#sigv4
use aws.protocols#httpChecksum
use aws.protocols#restJson1

/// Stores sheets with checksums, and describes them in headers.
@service(sdkId: "Archive")
@sigv4(name: "archive")
@restJson1
@cors(
    origin: "https://app.example"
    maxAge: 60
    additionalAllowedHeaders: ["X-App"]
    additionalExposedHeaders: ["X-Quota"]
)
@tier("gold")
service Archive {
    version: "1"
    operations: [
        Check
        Describe
        Load
        LoadSheet
        Note
        Record
        Store
    ]
}

/// How well something is served. Servers keep its values.
@trait(selector: ":is(service, operation)")
string tier

/// Describes a sheet in headers.
@tier("basic")
@http(method: "GET", uri: "/sheet", code: 200)
@readonly
operation Describe {
    output: Description
}

/// Fails with a description.
@http(method: "GET", uri: "/check", code: 200)
@readonly
operation Check {
    output := {
        @httpHeader("x-count")
        @required
        count: Integer
    }

    errors: [
        Refused
    ]
}

/// The sheet is refused.
@error("client")
structure Refused {
    message: String

    @httpHeader("x-until")
    until: Timestamp
}

/// Headers of each type.
structure Description {
    @httpHeader("expires")
    expires: Timestamp

    @httpHeader("x-open")
    open: Boolean

    @httpHeader("x-byte")
    byte: Byte

    @httpHeader("x-short")
    short: Short

    @httpHeader("x-count")
    count: Integer

    @httpHeader("x-size")
    size: Long

    @httpHeader("x-ratio")
    ratio: Float

    @httpHeader("x-weight")
    weight: Double

    @httpHeader("x-whole")
    whole: BigInteger

    @httpHeader("x-exact")
    exact: BigDecimal

    @httpHeader("x-grade")
    grade: Grade

    @httpHeader("x-level")
    level: Level

    @httpHeader("x-data")
    data: Data

    @httpHeader("x-numbers")
    numbers: Numbers

    @httpHeader("x-times")
    times: Times

    @httpHeader("x-default")
    pages: Integer = 7

    @httpHeader("x-title")
    title: String

    @httpPrefixHeaders("x-meta-")
    meta: Meta

    body: String
}

/// Numbers in a header.
list Numbers {
    member: Integer
}

/// Times in a header.
list Times {
    member: Timestamp
}

/// Metadata.
map Meta {
    key: String
    value: String
}

/// JSON in base64.
@mediaType("application/json")
string Data

/// Quality of a sheet.
enum Grade {
    GOOD = "good"
    BAD = "bad"
}

/// Level of detail.
intEnum Level {
    LOW = 1
    HIGH = 2
}

/// Echoes a note of any form.
@http(method: "POST", uri: "/note", code: 200)
operation Note {
    input := {
        note: Anything
    }

    output := {
        note: Anything
    }
}

/// Any value.
document Anything

/// Records moments. The status of the response is an outcome.
@http(method: "POST", uri: "/record", code: 200)
operation Record {
    input := {
        moments: Moments
    }

    output := {
        @httpResponseCode
        outcome: Outcome

        moments: Moments
    }
}

/// How a request ended.
intEnum Outcome {
    RECORDED = 200
    QUEUED = 202
}

/// Timestamps with formats on members, targets, elements and values.
structure Moments {
    plain: Timestamp

    @timestampFormat("date-time")
    dateTime: Timestamp

    @timestampFormat("epoch-seconds")
    seconds: Timestamp

    @timestampFormat("http-date")
    httpDate: Timestamp

    ofTarget: Seconds

    list: ListOfSeconds

    dates: ListOfDates

    map: MapOfSeconds

    byName: MapOfDates

    moment: Moment
}

/// Seconds since 1970.
@timestampFormat("epoch-seconds")
timestamp Seconds

/// A date of HTTP.
@timestampFormat("http-date")
timestamp HttpDate

/// Elements with a format.
list ListOfSeconds {
    @timestampFormat("epoch-seconds")
    member: Timestamp
}

/// Elements whose target has a format.
list ListOfDates {
    member: HttpDate
}

/// Values with a format.
map MapOfSeconds {
    key: String

    @timestampFormat("epoch-seconds")
    value: Timestamp
}

/// Values whose target has a format.
map MapOfDates {
    key: String
    value: HttpDate
}

/// A moment in one of the formats.
union Moment {
    @timestampFormat("epoch-seconds")
    seconds: Timestamp

    @timestampFormat("http-date")
    httpDate: Timestamp

    @timestampFormat("date-time")
    dateTime: Timestamp

    ofTarget: HttpDate
}

/// Checksum algorithms.
enum Algorithm {
    CRC32
    CRC32C
    CRC64NVME
    SHA1
    SHA256
}

/// Whether to verify checksums.
enum Validation {
    ENABLED
}

/// Stores a stream.
@http(method: "PUT", uri: "/store", code: 200)
@httpChecksum(requestAlgorithmMember: "algorithm")
@idempotent
operation Store {
    input := {
        @httpHeader("x-amz-sdk-checksum-algorithm")
        algorithm: Algorithm

        @httpHeader("x-amz-checksum-sha256")
        sum: String

        @httpHeader("content-encoding")
        encoding: String

        @httpHeader("content-length")
        length: Long

        @httpPayload
        content: Content = ""
    }

    output := {}
}

/// Gets a stream.
@http(method: "GET", uri: "/store", code: 200)
@httpChecksum(
    requestValidationModeMember: "validation"
    responseAlgorithms: ["CRC64NVME", "CRC32", "CRC32C", "SHA256", "SHA1"]
)
@readonly
operation Load {
    input := {
        @httpHeader("x-amz-checksum-mode")
        validation: Validation
    }

    output := {
        @httpHeader("x-amz-checksum-crc32")
        sum: String

        @httpPayload
        content: Content = ""
    }
}

/// Gets a small sheet.
@http(method: "GET", uri: "/small", code: 200)
@httpChecksum(
    requestValidationModeMember: "validation"
    responseAlgorithms: ["CRC32", "SHA256"]
)
@readonly
operation LoadSheet {
    input := {
        @httpHeader("x-amz-checksum-mode")
        validation: Validation
    }

    output := {
        text: String
    }
}

/// Content of a sheet.
@streaming
blob Content
