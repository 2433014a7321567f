$version: "2.0"

// Names that generated code has for things of its own.
namespace example.awkward

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
    operations: [Client, Clone, Defaults, Dispatch, FromEnv, New, Self, Service]
}

@http(method: "POST", uri: "/client")
operation Client {
    input := { client: String, send: String, paginate: String, new: String }
    errors: [Unhandled, Error]
}

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
    }
}

@range(max: 10.5)
double Bounded

@http(method: "POST", uri: "/dispatch")
operation Dispatch {}

@http(method: "POST", uri: "/from-env")
operation FromEnv {}

@http(method: "POST", uri: "/new")
operation New {}

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
