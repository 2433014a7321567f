$version: "2.0"

metadata shapeClosures = [{ id: "example.common#Common", includeNamespaces: ["example.common"] }]

namespace example.common

/// A place that goods are sent to.
structure Address {
    @required
    postcode: Postcode

    lines: AddressLines

    /// The address that this one replaces.
    before: Address
}

@pattern("^[0-9]{5}$")
string Postcode

list AddressLines {
    @length(min: 1)
    member: String
}

map Labels {
    key: String
    value: Postcode
}

enum Priority {
    LOW
    HIGH
}

union Contact {
    post: Address
    phone: String
}

/// The thing does not exist.
@error("client")
structure NotFound {
    @required
    message: String

    near: Address
}
