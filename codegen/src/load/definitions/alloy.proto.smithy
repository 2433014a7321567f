$version: "2.0"

namespace alloy.proto

use alloy#openEnum
use alloy#uncheckedExamples

/// gRPC. It is not generated.
@protocolDefinition(
    traits: [
        protoReservedFields
        protoIndex
        protoNumType
        protoTimestampFormat
        protoEnumFormat
        protoEnabled
        uncheckedExamples
    ]
)
@trait(selector: "service")
structure grpc {}

/// Number of a field or enum value in protobuf.
@trait(selector: ":is(structure > member, union > member, enum > member, intEnum > member)")
integer protoIndex

/// Form of an integer in protobuf.
@trait(selector: ":test(integer, long, member > :test(integer, long))")
enum protoNumType {
    SIGNED
    UNSIGNED
    FIXED
    FIXED_SIGNED
}

/// Form of a timestamp in protobuf.
@trait(selector: ":test(timestamp, member > timestamp)")
enum protoTimestampFormat {
    PROTOBUF
    EPOCH_MILLIS
    RFC3339_STRING
}

/// Form of a timestamp with an offset in protobuf.
@trait(selector: ":test(* [trait|alloy#offsetDateTimeFormat], member > * [trait|alloy#offsetDateTimeFormat])")
enum protoOffsetDateTimeFormat {
    PROTOBUF
    RFC3339_STRING
}

/// Form of an enum in protobuf.
@trait(selector: ":test(enum :not([trait|alloy#openEnum]), member > enum :not([trait|alloy#openEnum]))")
enum protoEnumFormat {
    ORDINAL
    STRING_VALUE
}

/// Names and numbers of fields that a message does not use.
@trait(selector: "structure")
list protoReservedFields {
    member: ReservedFieldsDefinition
}

union ReservedFieldsDefinition {
    /// Name of a field.
    name: String

    /// Number of a field.
    number: Integer

    /// Numbers of fields.
    range: Range
}

structure Range {
    /// First number.
    @required
    start: Integer

    /// Last number.
    @required
    end: Integer
}

/// Converts the shape, or the closure of a service, to protobuf.
@trait(selector: ":test(structure, service)")
structure protoEnabled {}

/// Writes a union as `oneof` of the message that has it.
@trait(selector: "union")
structure protoInlinedOneOf {}

/// Wraps a value in a message.
@trait
structure protoWrapped {}

/// Compact form of a UUID.
@trait
structure protoCompactUUID {}

/// Compact form of a date.
@trait
structure protoCompactLocalDate {}

/// Compact form of a time of day.
@trait
structure protoCompactLocalTime {}

/// Compact form of a year and month.
@trait
structure protoCompactYearMonth {}

/// Compact form of a month and day.
@trait
structure protoCompactMonthDay {}

/// Status of an error in gRPC.
@trait(selector: "structure[trait|smithy.api#error]")
structure grpcError {
    /// The code.
    @required
    code: Integer

    /// The default message.
    message: String
}

/// Member with the message of an error in gRPC.
@trait(
    selector: "structure[trait|alloy.proto#grpcError] > member :test(> string)"
    structurallyExclusive: "member"
)
structure grpcErrorMessage {}

/// Codes of gRPC.
@openEnum
intEnum GrpcStatusCode {
    OK = 0
    CANCELLED = 1
    UNKNOWN = 2
    INVALID_ARGUMENT = 3
    DEADLINE_EXCEEDED = 4
    NOT_FOUND = 5
    ALREADY_EXISTS = 6
    PERMISSION_DENIED = 7
    RESOURCE_EXHAUSTED = 8
    FAILED_PRECONDITION = 9
    ABORTED = 10
    OUT_OF_RANGE = 11
    UNIMPLEMENTED = 12
    INTERNAL = 13
    UNAVAILABLE = 14
    DATA_LOSS = 15
    UNAUTHENTICATED = 16
}
