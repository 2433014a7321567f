$version: "2.0"

namespace alloy

/// A protocol with HTTP bindings and JSON bodies.
@protocolDefinition(
    traits: [
        smithy.api#default
        smithy.api#error
        smithy.api#http
        smithy.api#httpError
        smithy.api#httpHeader
        smithy.api#httpLabel
        smithy.api#httpPayload
        smithy.api#httpPrefixHeaders
        smithy.api#httpQuery
        smithy.api#httpQueryParams
        smithy.api#httpResponseCode
        smithy.api#jsonName
        smithy.api#length
        smithy.api#pattern
        smithy.api#range
        smithy.api#required
        smithy.api#timestampFormat
        dateFormat
        discriminated
        durationSecondsFormat
        jsonUnknown
        localTimeFormat
        nullable
        offsetDateTimeFormat
        openEnum
        preserveKeyOrder
        untagged
        uuidFormat
    ]
)
@trait(selector: "service")
structure simpleRestJson {}

/// Writes the value of a union, which is a structure, with the name of its member under this key.
@trait(selector: "union", conflicts: [untagged])
string discriminated

/// Writes the value of a union alone. Readers use the first member that fits.
@trait(selector: "union", conflicts: [discriminated])
structure untagged {}

/// Keeps members of an object, or the whole value of a union, that the model does not know.
@trait(
    selector: """
        :is(structure > member :test(> map > member[id|member=value] > document),
            union:not([trait|alloy#untagged]) > member :test(> document))"""
    structurallyExclusive: "member"
    conflicts: [jsonName]
)
structure jsonUnknown {}

/// Distinguishes null from an absent value.
@trait(selector: ":not([trait|trait])")
structure nullable {}

/// A default value, which need not satisfy the constraints of the target.
@trait(selector: "structure > member :test(> :is(simpleType, list, map))", conflicts: [required])
document defaultValue

/// Values that the model does not list are accepted.
@trait(selector: ":test(enum, intEnum, [trait|enum])")
structure openEnum {}

/// Members of an object keep their order.
@trait(selector: ":test(map, member > map, document, member > document)")
structure preserveKeyOrder {}

/// Examples of an operation that are not validated.
@trait(selector: "operation")
list uncheckedExamples {
    member: UncheckedExample
}

@private
structure UncheckedExample {
    /// Name of the example.
    @required
    title: String

    /// Its description.
    documentation: String

    /// Value of the input.
    input: Document

    /// Value of the output.
    output: Document
}

/// Examples of a value.
@trait(selector: ":not(:test(service, operation, resource))")
list dataExamples {
    member: DataExample
}

union DataExample {
    /// As a node value of Smithy, which is validated.
    smithy: Document

    /// As JSON.
    json: Document

    /// As text.
    string: String
}

/// A string of parts that are members of a structure.
@trait(selector: "string")
structure structurePattern {
    /// The pattern, with names of members in braces.
    @required
    pattern: String

    /// The structure.
    @required
    @idRef(selector: "structure")
    target: String
}

/// Form data: elements without the name of their list or map.
@trait(
    selector: ":is(structure, union) > :test(member > :test(list, map))"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
structure urlFormFlattened {}

/// Name in form data.
@trait(
    selector: ":is(structure, union, member)"
    breakingChanges: [
        {
            change: "any"
        }
    ]
)
@pattern("^[a-zA-Z_][a-zA-Z_0-9-]*$")
string urlFormName

/// A UUID.
@trait(selector: "string")
structure uuidFormat {}

/// A UUID.
@uuidFormat
string UUID

/// A date, such as `2024-12-31`.
@trait(selector: ":test(string, member > string)")
structure dateFormat {}

/// A date.
@dateFormat
string LocalDate

/// A time of day.
@trait(selector: ":test(string, member > string)")
structure localTimeFormat {}

/// A time of day.
@localTimeFormat
string LocalTime

/// A date and time of day, without a time zone.
@trait(selector: ":test(string, member > string)")
structure localDateTimeFormat {}

/// A date and time of day.
@localDateTimeFormat
string LocalDateTime

/// A date and time with an offset from UTC.
@trait(selector: ":test(timestamp, member > timestamp) [trait|timestampFormat = 'date-time']")
structure offsetDateTimeFormat {}

/// A date and time with an offset.
@offsetDateTimeFormat
@timestampFormat("date-time")
timestamp OffsetDateTime

/// A time of day with an offset from UTC.
@trait(selector: ":test(string, member > string)")
structure offsetTimeFormat {}

/// A time of day with an offset.
@offsetTimeFormat
string OffsetTime

/// The name of a time zone.
@trait(selector: ":test(string, member > string)")
structure zoneIdFormat {}

/// The name of a time zone.
@zoneIdFormat
string ZoneId

/// An offset from UTC.
@trait(selector: ":test(string, member > string)")
structure zoneOffsetFormat {}

/// An offset from UTC.
@zoneOffsetFormat
string ZoneOffset

/// A date and time in a time zone.
@trait(selector: ":test(string, member > string)")
structure zonedDateTimeFormat {}

/// A date and time in a time zone.
@zonedDateTimeFormat
string ZonedDateTime

/// A year.
@trait(selector: ":test(integer, member > integer)")
structure yearFormat {}

/// A year.
@yearFormat
integer Year

/// A year and month.
@trait(selector: ":test(string, member > string)")
structure yearMonthFormat {}

/// A year and month.
@yearMonthFormat
string YearMonth

/// A month and day.
@trait(selector: ":test(string, member > string)")
structure monthDayFormat {}

/// A month and day.
@monthDayFormat
string MonthDay

/// A duration in seconds.
@trait(selector: ":test(bigDecimal, member > bigDecimal)")
structure durationSecondsFormat {}

/// A duration in seconds.
@durationSecondsFormat
bigDecimal Duration

/// A day of the week.
enum DayOfWeek {
    MONDAY
    TUESDAY
    WEDNESDAY
    THURSDAY
    FRIDAY
    SATURDAY
    SUNDAY
}

/// A month.
enum Month {
    JANUARY
    FEBRUARY
    MARCH
    APRIL
    MAY
    JUNE
    JULY
    AUGUST
    SEPTEMBER
    OCTOBER
    NOVEMBER
    DECEMBER
}
