$version: "2"

namespace example.frozen

use alloy#nullable
use aws.auth#sigv4
use aws.protocols#restJson1
use smithy.waiters#waitable

/// Lends tools of a workshop. Modules of earlier versions of generated code come from this model.
@restJson1
@cors
@sigv4(name: "workshop")
@httpApiKeyAuth(name: "x-workshop-key", in: "header")
@auth([httpApiKeyAuth])
@paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "maxResults")
service Workshop {
    version: "2026-11-30"
    operations: [
        AddTool
        GetTool
        ListTools
        Watch
    ]
    errors: [
        Closed
    ]
}

/// Adds a tool.
@http(method: "PUT", uri: "/tools/{id}", code: 201)
@idempotent
operation AddTool {
    input := {
        /// ID of the tool.
        @required
        @httpLabel
        id: ToolId

        /// The tool.
        @required
        tool: Tool

        /// Number of such tools.
        @range(min: 1)
        count: Integer = 1

        /// Code of the lock.
        code: Code

        /// Token of the request.
        @idempotencyToken
        @httpHeader("x-token")
        token: String
    }

    output := {
        /// The tool.
        @required
        tool: Tool
    }

    errors: [
        Taken
    ]
}

/// Returns a tool.
@http(method: "GET", uri: "/tools/{id}")
@readonly
@waitable(
    ToolFree: {
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: { path: "tool.state", expected: "free", comparator: "stringEquals" }
                }
            }
        ]
    }
)
operation GetTool {
    input := {
        /// ID of the tool.
        @required
        @httpLabel
        id: ToolId

        /// Language of texts.
        @httpQuery("language")
        language: String
    }

    output := {
        /// The tool.
        @required
        tool: Tool

        /// When the response was made.
        @httpHeader("x-made")
        made: Timestamp
    }

    errors: [
        Missing
    ]
}

/// Lists tools.
@http(method: "GET", uri: "/tools")
@readonly
@paginated(items: "tools")
operation ListTools {
    input := {
        /// Maximum number of tools in the response.
        @httpQuery("max")
        maxResults: PageSize

        /// Token from the previous response.
        @httpQuery("token")
        nextToken: String
    }

    output := {
        /// Tools.
        @required
        tools: Tools

        /// Token of the next page.
        nextToken: String
    }
}

/// Streams events of a tool.
@http(method: "GET", uri: "/tools/{id}/events")
operation Watch {
    input := {
        /// ID of the tool.
        @required
        @httpLabel
        id: ToolId
    }

    output := {
        /// Events.
        @httpPayload
        events: ToolEvents
    }
}

/// A tool.
structure Tool {
    /// ID of the tool.
    @required
    id: ToolId

    /// State.
    @required
    state: State

    /// Labels.
    labels: Labels

    /// Other names.
    names: Names

    /// Power source.
    power: Power

    /// Number of wheels.
    wheels: Wheels

    /// Weight in grams.
    @required
    weight: Long

    /// Last check.
    @nullable
    checked: Timestamp

    /// Picture.
    picture: Blob

    /// Anything else.
    details: Document

    /// Parts, which are tools.
    parts: Tools

    /// Gaps between teeth.
    gaps: Gaps
}

/// ID of a tool.
@pattern("^t-[0-9a-f]{4,8}$")
string ToolId

/// Name of a tool, of words.
@pattern("^(?!.*--)[a-z]+(-[a-z]+)*$")
@length(min: 1, max: 20)
string ToolName

/// Code of a lock.
@sensitive
@length(min: 4)
string Code

/// Size of a page.
@range(min: 1, max: 25)
integer PageSize

/// Names.
@uniqueItems
list Names {
    member: ToolName
}

/// Labels.
@length(max: 5)
map Labels {
    key: String
    value: String
}

/// Tools.
list Tools {
    member: Tool
}

/// Numbers, some of which are unknown.
@sparse
list Gaps {
    member: Double
}

/// State of a tool.
enum State {
    /// Can be borrowed.
    FREE = "free"

    /// Is borrowed.
    LENT = "lent"
}

/// Number of wheels.
intEnum Wheels {
    /// One.
    ONE = 1

    /// Two.
    TWO = 2
}

/// Power source.
union Power {
    /// Mains.
    volts: Integer

    /// Battery.
    battery: Battery

    /// By hand.
    hand: Unit
}

/// A battery.
structure Battery {
    /// Capacity in milliampere hours.
    @required
    capacity: Integer
}

/// Events of a tool.
@streaming
union ToolEvents {
    /// Was lent.
    lent: LentEvent

    /// Is closed.
    closed: Closed
}

/// A tool was lent.
structure LentEvent {
    /// Who has it.
    @required
    who: String
}

/// The ID is in use.
@error("client")
@httpError(409)
structure Taken {
    /// Error message.
    message: String

    /// The tool with the ID.
    tool: Tool
}

/// There is no such tool.
@error("client")
@httpError(404)
structure Missing {
    /// Error message.
    message: String
}

/// The workshop is closed.
@error("server")
@httpError(503)
@retryable
structure Closed {
    /// Error message.
    message: String
}
