$version: "2"

namespace example.canvas

use aws.protocols#awsJson1_0
use aws.protocols#awsQuery
use aws.protocols#ec2Query
use aws.protocols#restJson1
use aws.protocols#restXml

/// Repeats drawings.
@restJson1
@restXml
@awsJson1_0
@awsQuery
@ec2Query
@xmlNamespace(uri: "http://canvas.example")
@suppress(["DeprecatedTrait"])
service Canvas {
    version: "2026-01-01"
    operations: [
        Repeat
    ]
}

@http(method: "POST", uri: "/repeat")
operation Repeat {
    input := {
        @required
        drawing: Drawing
    }

    output := {
        @required
        drawing: Drawing
    }
}

structure Drawing {
    @required
    size: Size

    figure: Figure

    sizes: Sizes

    named: Named
}

structure Size {
    @required
    @range(min: 1)
    width: Integer

    @required
    height: Integer

    /// Recursion needs a box.
    inner: Size
}

union Figure {
    radius: Integer
    rectangle: Size
}

list Sizes {
    member: Size
}

map Named {
    key: String
    value: Figure
}
