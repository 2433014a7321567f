$version: "2"

namespace example.evolution

use aws.protocols#restJson1

/// Payments, after an optional member, an enum value, a union variant and an error were added, and others were deprecated.
@restJson1
service Payments {
    version: "1"
    operations: [
        Look
        Pay
    ]
}

/// Pays an order.
@http(method: "POST", uri: "/pay")
@examples([
    {
        title: "Card"
        documentation: "Pays by card, with receipts in two languages."
        input: {
            order: "o-1"
            amount: 500
            method: { card: { number: "4000" } }
            receipt: { de: "Danke", en: "Thanks \"a lot\"" }
        }
        output: { state: "PAID" }
    }
    {
        title: "Pays by transfer."
        input: { order: "o-2", amount: -1, method: { transfer: { account: "1" } } }
        output: { state: "REFUNDED" }
    }
])
operation Pay {
    input := {
        /// Order to pay.
        @required
        order: String

        /// Amount in cents.
        @required
        amount: Integer

        /// How it is paid.
        @required
        method: Method

        /// Text for the receipt.
        @deprecated(message: "Use `receipt`.", since: "1.1.0")
        note: String

        /// Text for the receipt, by language.
        receipt: Texts
    }

    output := {
        /// State of the payment.
        @required
        state: PaymentState

        /// Number of the receipt.
        receipt: String
    }

    errors: [
        Declined
        Expired
    ]
}

/// Returns the state of a payment.
@deprecated(message: "Wait for the event instead.", since: "2026-11-01")
@http(method: "GET", uri: "/payments/{order}")
@readonly
operation Look {
    input := {
        /// Order that was paid.
        @required
        @httpLabel
        order: String
    }

    output := {
        /// State of the payment.
        @required
        state: PaymentState
    }
}

/// Means of payment.
union Method {
    /// A card.
    card: CardPayment

    /// A gift card.
    @deprecated
    voucher: Voucher

    /// A transfer.
    transfer: Transfer
}

/// Payment by bank transfer.
structure Transfer {
    /// Account number.
    @required
    account: String
}

/// Texts by language.
map Texts {
    key: String
    value: String
}

/// Payment by card.
structure CardPayment {
    /// Number of the card.
    @required
    number: String
}

/// Payment by gift card.
structure Voucher {
    /// Code of the gift card.
    @required
    code: String
}

/// State of a payment.
enum PaymentState {
    /// Paid.
    PAID

    /// Waiting for the bank.
    @deprecated(message: "Payments are immediate.")
    WAITING

    /// Paid back.
    REFUNDED
}

/// The payment was declined.
@error("client")
structure Declined {
    /// Error message.
    message: String
}

/// The card has expired.
@error("client")
structure Expired {
    /// Error message.
    message: String
}
