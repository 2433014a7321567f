$version: "2.0"

namespace smithytranslate

/// A union whose members have different media types.
@trait(selector: "union")
structure contentTypeDiscriminated {}

/// Media type of a payload, or of a member of a union with different media types.
@trait(
    selector: """
        :test(union [trait|smithytranslate#contentTypeDiscriminated], structure)
        > :test(member < union, member [trait|httpPayload])"""
)
string contentType

/// Message about a part of a document that was not converted.
@trait(selector: "*")
string errorMessage

/// A value that is always null.
@trait(selector: "structure")
structure nullFormat {}

/// Null.
@nullFormat
structure Null {}

/// The only value.
@trait(selector: ":test(document, member > document)")
document const
