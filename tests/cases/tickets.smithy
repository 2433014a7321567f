$version: "2.0"

namespace example.tickets

use aws.protocols#awsJson1_1
use aws.protocols#awsQuery
use aws.protocols#restJson1
use aws.protocols#restXml
use smithy.framework#ValidationException
use smithy.protocols#rpcv2Cbor

/// Manages tickets. The types of its simple shapes, and of some lists and maps, are written by hand.
@restJson1
@restXml
@awsJson1_1
@awsQuery
@rpcv2Cbor
@xmlNamespace(uri: "http://tickets.example")
service Tickets {
    version: "1"
    operations: [
        PutTicket
        WatchTickets
    ]
    errors: [
        ValidationException
    ]
}

@http(method: "PUT", uri: "/tickets/{id}/{priority}")
@idempotent
operation PutTicket {
    input := {
        @httpLabel
        @required
        id: TicketId

        @httpLabel
        @required
        priority: Priority

        @httpQuery("color")
        color: Color

        @httpHeader("x-due")
        due: Due

        @httpHeader("x-parents")
        parents: TicketIds

        @required
        ticket: Ticket
    }

    output := {
        @httpHeader("x-id")
        @required
        id: TicketId

        @httpHeader("x-due")
        due: Due

        @required
        ticket: Ticket
    }

    errors: [
        Duplicate
    ]
}

/// Sends changed tickets.
@http(method: "GET", uri: "/tickets")
@readonly
operation WatchTickets {
    output := {
        @httpPayload
        events: Changes
    }
}

@streaming
union Changes {
    change: Change
}

structure Change {
    id: TicketId
    cents: Cents
}

structure Ticket {
    @required
    color: Color

    @required
    cents: Cents

    due: Due

    host: Host

    state: State = false

    share: Share

    price: Price

    related: TicketIds

    owners: Owners

    /// At most five characters.
    @length(max: 5)
    short: TicketId

    subject: Subject

    previous: Ticket

    tags: Tags

    hours: Hours
}

@error("client")
structure Duplicate {
    message: String

    @required
    of: TicketId
}

union Subject {
    ticket: TicketId
    text: String
}

list TicketIds {
    member: TicketId
}

map Owners {
    key: TicketId
    value: Cents
}

/// At least one tag.
@length(min: 1)
list Tags {
    member: String
}

map Hours {
    key: String
    value: Share
}

@pattern("^[A-Z]-")
string TicketId

enum Color {
    RED
    BLUE
    GREEN
}

intEnum Priority {
    HIGH = 1
    LOW = 2
}

@range(min: 0)
long Cents

@timestampFormat("date-time")
timestamp Due

blob Host

boolean State

double Share

bigDecimal Price
