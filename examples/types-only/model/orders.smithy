$version: "2"

// There is no service: this selects the shapes to generate.
metadata shapeClosures = [
    {
        id: "example.orders#Orders"
        includeNamespaces: ["example.orders"]
    }
]

namespace example.orders

/// An order of one article.
structure Order {
    @required
    id: OrderId

    @required
    count: Count

    note: String
}

@pattern("^[a-z0-9-]+$")
string OrderId

@range(min: 1, max: 1000)
integer Count
