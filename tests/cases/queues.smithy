$version: "2"

namespace example.queues

use aws.api#service
use aws.auth#sigv4
use alloy#nullable
use aws.protocols#awsJson1_0

/// Queues of messages, with the names of aws-sdk-rust.
@service(sdkId: "Queues")
@sigv4(name: "queues")
@awsJson1_0
@paginated(inputToken: "NextToken", outputToken: "NextToken", pageSize: "MaxResults")
service Queues {
    version: "1"
    operations: [
        ListQueues
        ReceiveMessage
        SendMessage
    ]
}

/// Sends a message.
@examples([
    {
        title: "Urgent message"
        documentation: "Sends a message that is urgent."
        input: {
            QueueUrl: "https://queues.example/a"
            Body: "hello"
            DelaySeconds: 5
            Attributes: { urgent: "yes" }
            Route: { Hops: ["a", "b"], Next: { Cost: 4294967296 }, At: "2026-01-02T03:04:05Z" }
            Digest: "sha"
            State: "ACTIVE"
            Reply: {
                Body: "first"
                Count: 1
                Parent: { Count: 2 }
                Notes: ["seen"]
                Levels: [[1, 2]]
                Target: { state: "PAUSED" }
            }
        }
        output: { MessageId: "m-1" }
    }
    {
        title: "Only what is required"
        input: { QueueUrl: "https://queues.example/a", Body: "hello" }
        output: { MessageId: "m-2" }
    }
])
operation SendMessage {
    input := {
        @required
        QueueUrl: String

        @required
        Body: String

        DelaySeconds: Integer

        Attributes: Attributes

        Route: Route

        Digest: Blob

        State: State

        Reply: Message
    }

    output := {
        @required
        MessageId: String

        Sequence: Long
    }

    errors: [
        QueueDoesNotExistException
        ThrottledError
    ]
}

/// Receives messages.
operation ReceiveMessage {
    input := {
        @required
        QueueUrl: String
    }

    output := {
        @required
        Urgent: Messages

        Messages: Messages

        At: Timestamp

        Digest: Blob

        State: State
    }

    errors: [
        QueueDoesNotExistException
    ]
}

/// Lists queues.
@readonly
@paginated(items: "QueueUrls")
operation ListQueues {
    input := {
        NextToken: String
        MaxResults: Integer
    }

    output := {
        NextToken: String
        QueueUrls: Strings
    }
}

/// A message. Its members have names of all kinds.
structure Message {
    Body: String

    Attributes: Attributes

    /// The message that this one answers.
    Parent: Message

    Builder: String

    Type: String

    @required
    Count: Integer

    @deprecated
    Old: Boolean

    /// Kept as null if it is null.
    @nullable
    Expires: Timestamp

    @nullable
    Labels: Strings

    Notes: Notes

    Flags: Flags

    Levels: Levels

    Target: Target

    Details: Document
}

/// Route of a message. No member is required.
structure Route {
    Hops: Strings

    Next: Route

    Cost: Long

    At: Timestamp

    Fast: Boolean = true
}

/// Messages.
list Messages {
    member: Message
}

/// Strings.
list Strings {
    member: String
}

/// Notes, some of which were removed.
@sparse
list Notes {
    member: String
}

/// Flags, some of which are unknown.
@sparse
map Flags {
    key: String
    value: Boolean
}

/// Levels by step.
list Levels {
    member: Numbers
}

/// Numbers.
list Numbers {
    member: Integer
}

/// Where a message goes.
union Target {
    queue: String
    state: State
    message: Message
    counts: Counts
}

/// Counts by place, some of which are unknown.
@sparse
map Counts {
    key: String
    value: CountsOfPlace
}

/// Counts of a place.
@sparse
map CountsOfPlace {
    key: String
    value: BigInteger
}

/// Attributes.
map Attributes {
    key: String
    value: String
}

/// State of a queue.
enum State {
    ACTIVE
    PAUSED
}

/// There is no such queue.
@error("client")
structure QueueDoesNotExistException {
    message: String
    Owner: Owner
}

/// The owner of a queue.
@sensitive
string Owner

/// There are too many requests.
@error("client")
@retryable(throttling: true)
structure ThrottledError {
    message: String
}
