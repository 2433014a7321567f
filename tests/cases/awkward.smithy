$version: "2.0"

// Names that generated code has for things of its own.
namespace example.awkward

use alloy#nullable
use aws.protocols#restJson1

/// A service whose name is a type parameter's.
///
/// # Reading on
///
/// 1. See [the site](https://example.com/a_b).
/// 2. Then this:
///
/// ```
/// let not = a(test);
/// ```
@restJson1
service S {
    version: "1"
    operations: [Client, Clone, Defaults, Dispatch, FromEnv, List, ListNulls, New, Parameters, Self, Service]
}

@http(method: "POST", uri: "/client")
operation Client {
    input := { add: String, client: String, send: String, paginate: String, new: String, lines: Lines }
    errors: [Unhandled, Error]
}

@pattern("^[ -~\n\t\r]*(\n\\*/|\u0085)?$")
@documentation("a\rb */ c\n\n```\nd\re\n```\n\u2028f\u0000g")
string Lines

@http(method: "POST", uri: "/clone")
operation Clone {}

/// Defaults that have no plain literal.
@http(method: "POST", uri: "/defaults")
operation Defaults {
    output := {
        decimal: BigDecimal = 1.5
        integer: BigInteger = 99999999999999999999
        small: BigInteger = -7
        none: Double = "NaN"
        least: Float = "-Infinity"
        most: Bounded = 2
        precise: Precise
        when: Timestamp = "1985-04-12T23:20:50.52Z"
        then: Timestamp = -0.25
    }
}

@range(max: 0.30000000000000000000001)
bigDecimal Precise

@range(max: 10.5)
double Bounded

@http(method: "POST", uri: "/dispatch")
operation Dispatch {}

@http(method: "POST", uri: "/from-env")
operation FromEnv {}

/// A page whose items have the second of two equal names, may be absent in spite of their default, and are constrained.
@readonly
@endpoint(hostPrefix: "list.")
@http(method: "GET", uri: "/list")
@paginated(inputToken: "next", outputToken: "next", items: "page.item_list")
operation List {
    input := {
        @httpQuery("next")
        next: String
    }

    output := {
        next: String
        page: Page
    }
}

structure Page {
    @suppress(["codegen.NameCollision"])
    itemList: Items

    @clientOptional
    @length(max: 9)
    item_list: Items = []
}

list Items {
    member: String
}

/// Null on the path to the items.
@readonly
@http(method: "GET", uri: "/nulls")
@paginated(inputToken: "next", outputToken: "next", items: "page.middle.items")
operation ListNulls {
    input := {
        @httpQuery("next")
        next: String
    }

    output := {
        next: String

        @required
        @nullable
        page: NullPage
    }
}

structure NullPage {
    @nullable
    middle: NullMiddle
}

structure NullMiddle {
    @required
    @nullable
    items: Items
}

@http(method: "POST", uri: "/new")
operation New {}

/// Types with names of type parameters.
@http(method: "POST", uri: "/parameters")
operation Parameters {
    input := { c: C, d: D, e: E, i: I, j: J, q: Q, r: R }
}

structure C {
    c: C
    k: K
    v: V
}

structure D {
    t: T
}

structure E {
    c: C
}

@length(max: 9)
list I {
    member: V
}

@length(max: 9)
list J {
    member: I
}

@length(max: 9)
string K

@length(max: 9)
map Q {
    key: K
    value: V
}

@length(max: 9)
map R {
    key: V
    value: Q
}

@length(max: 9)
list T {
    member: E
}

@length(max: 9)
string V

@http(method: "POST", uri: "/self")
operation Self {}

@http(method: "POST", uri: "/service")
operation Service {}

@error("client")
structure Unhandled {
    message: String
}

@error("server")
structure Error {
    code: String
}
