$version: "2.0"

namespace example.shop

use aws.protocols#restJson1
use example.common#Address
use example.common#Contact
use example.common#Labels
use example.common#NotFound
use example.common#Postcode
use example.common#Priority

/// Sells goods; shares types with other services.
@restJson1
service Shop {
    version: "1"
    operations: [PutOrder]
}

@idempotent
@http(method: "PUT", uri: "/orders/{id}/{postcode}")
operation PutOrder {
    input := {
        @httpLabel
        @required
        id: String

        @httpLabel
        @required
        postcode: Postcode

        @httpQuery("priority")
        priority: Priority

        @required
        order: Order
    }

    output := {
        @required
        order: Order

        @httpHeader("x-priority")
        priority: Priority
    }

    errors: [NotFound]
}

/// What is sold.
structure Order {
    @required
    address: Address

    former: Addresses

    contact: Contact

    labels: Labels

    @length(max: 20)
    ref: String

    state: State
}

list Addresses {
    member: Address
}

enum State {
    NEW
    SENT
}
