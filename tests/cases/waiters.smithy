$version: "2.0"

metadata suppressions = [
    {
        id: "WaitableTraitInvalidErrorType"
        namespace: "example.waiters"
        reason: "Errors that the model does not list, and names that only a protocol knows."
    }
]

namespace example.waiters

use aws.protocols#awsQueryError
use aws.protocols#restJson1
use smithy.waiters#waitable

/// Orders, and what one may wait for.
@restJson1
service Orders {
    version: "1"
    operations: [GetOrder, GetReceipt]
}

@http(method: "GET", uri: "/orders/{id}")
@readonly
@waitable(
    OrderShipped: {
        documentation: "Waits until the order is on its way."
        acceptors: [
            {
                state: "failure"
                matcher: {
                    output: { path: "state", comparator: "stringEquals", expected: "LOST" }
                }
                message: "reason"
            }
            {
                state: "success"
                matcher: {
                    output: { path: "state", comparator: "stringEquals", expected: "SHIPPED" }
                }
            }
            {
                state: "retry"
                matcher: { errorType: "OrderNotFound" }
            }
        ]
    }
    OrderGone: {
        documentation: "Waits until nobody knows of the order."
        deprecated: true
        tags: ["slow", "old_ones"]
        minDelay: 1
        maxDelay: 4
        acceptors: [
            {
                state: "success"
                matcher: { errorType: "example.waiters#OrderNotFound" }
            }
            {
                state: "success"
                matcher: { errorType: "Order.Expired" }
            }
            {
                state: "failure"
                matcher: { errorType: "OrderLocked" }
            }
        ]
    }
    OrderKnown: {
        minDelay: 3
        maxDelay: 3
        acceptors: [
            {
                state: "success"
                matcher: { success: true }
            }
            {
                state: "retry"
                matcher: { success: false }
            }
        ]
    }
    PartsReady: {
        acceptors: [
            {
                state: "failure"
                matcher: {
                    output: { path: "parts[].state", comparator: "anyStringEquals", expected: "BROKEN" }
                }
                message: "join('; ', parts[?state == 'BROKEN'].note)"
            }
            {
                state: "failure"
                matcher: {
                    output: { path: "parts[].state", comparator: "anyStringEquals", expected: "SEIZED" }
                }
                message: "join(', ', parts[?state == 'SEIZED'].secrets[])"
            }
            {
                state: "success"
                matcher: {
                    output: { path: "parts[].state", comparator: "allStringEquals", expected: "READY" }
                }
            }
        ]
    }
    AllPartsThere: {
        acceptors: [
            {
                state: "success"
                matcher: {
                    inputOutput: {
                        path: "length(input.parts) == length(output.parts) && output.state != 'LOST'"
                        comparator: "booleanEquals"
                        expected: "true"
                    }
                }
            }
        ]
    }
    OrderOdd: {
        documentation: "Waits with one expression of each kind."
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: {
                        path: "[[parts[-1].state, 'x'][0], parts[1:3] | [::-1].state | [0]][]"
                        comparator: "anyStringEquals"
                        expected: "ODD"
                    }
                }
            }
            {
                state: "retry"
                matcher: {
                    output: {
                        path: "counts.*.to_string(@) | {first: @[0], all: @}.[first, @.all[1:]][]"
                        comparator: "anyStringEquals"
                        expected: "7"
                    }
                }
            }
            {
                state: "failure"
                matcher: {
                    output: {
                        path: "contains(`[\"LOST\", {\"a\": [null, 1.5, true]}]`, state) || !(not_null(at, `-1`) < `0`)"
                        comparator: "booleanEquals"
                        expected: "true"
                    }
                }
            }
            {
                state: "success"
                matcher: {
                    output: {
                        path: "sort_by(parts, &state)[?starts_with(state, 'EV')].state"
                        comparator: "allStringEquals"
                        expected: "EVEN"
                    }
                }
            }
        ]
    }
)
operation GetOrder {
    input := {
        @httpLabel
        @required
        id: String

        @httpQuery("part")
        parts: Strings

        /// Has the name of a waiter's method.
        @httpQuery("wait")
        waitUntilOrderShipped: Boolean
    }

    output := {
        state: State
        reason: String
        parts: Parts
        counts: Counts
        at: Timestamp
    }

    errors: [OrderNotFound, OrderExpired, OrderLocked]
}

@http(method: "GET", uri: "/receipts/{id}")
@readonly
@waitable(
    ReceiptSigned: {
        acceptors: [
            {
                state: "success"
                matcher: {
                    output: { path: "signed", comparator: "booleanEquals", expected: "true" }
                }
            }
        ]
    }
)
operation GetReceipt {
    input := {
        @httpLabel
        @required
        id: String
    }

    output := {
        @httpHeader("x-signed")
        signed: Boolean

        @httpPayload
        @required
        scan: Scan
    }
}

enum State {
    NEW
    SHIPPED
    LOST
}

list Strings {
    member: String
}

list Parts {
    member: Part
}

structure Part {
    state: String
    note: String
    secrets: Secrets
}

list Secrets {
    member: Secret
}

@sensitive
string Secret

map Counts {
    key: String
    value: Integer
}

@streaming
blob Scan

@error("client")
@httpError(404)
structure OrderNotFound {
    message: String
}

@error("client")
@awsQueryError(code: "Order.Expired", httpResponseCode: 410)
structure OrderExpired {}

@error("client")
structure OrderLocked {
    message: String
}
