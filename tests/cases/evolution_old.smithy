$version: "2"

namespace example.evolution

use aws.protocols#restJson1

/// Payments, before the changes of `evolution_new.smithy`. One program is compiled against both.
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
        note: String
    }

    output := {
        /// State of the payment.
        @required
        state: PaymentState
    }

    errors: [
        Declined
    ]
}

/// Returns the state of a payment.
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
    voucher: Voucher
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
    WAITING
}

/// The payment was declined.
@error("client")
structure Declined {
    /// Error message.
    message: String
}
