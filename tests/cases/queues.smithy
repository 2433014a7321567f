$version: "2"

namespace example.queues

use aws.api#service
use aws.auth#sigv4
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
}

/// The way of a message. No member is required.
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
