$version: "2.0"

namespace smithy.rust

/// Implementations of the traits of serde. Generated types have both with the feature `serde`.
@trait(selector: ":is(structure, union, enum, string, map, service, operation)")
structure serde {
    /// Whether `Serialize` is implemented.
    serialize: Boolean = true

    /// Whether `Deserialize` is implemented.
    deserialize: Boolean = false
}
