# Types only, of a model without a service: a shape closure.
mkdir model
cat >model/orders.smithy <<SMITHY
\$version: "2"

metadata shapeClosures = [{ id: "example.orders#Orders", includeNamespaces: ["example.orders"] }]

namespace example.orders

structure Order {
    @required
    id: OrderId

    @range(min: 1)
    count: Integer
}

@pattern("^[a-z0-9-]+\$")
string OrderId
SMITHY
whitesmith codegen --models model --out orders --service example.orders#Orders --runtime "path:$WHITESMITH/runtime"
cd orders
cp "$WHITESMITH/Cargo.lock" .
cargo fmt --check
cargo clippy --quiet --no-default-features -- --deny warnings
# The crate itself, the runtime, and what it needs.
crates=$(cargo tree --no-default-features --edges normal --prefix none | sort --unique | wc -l)
[ "$crates" -le 22 ] || { echo "$crates crates"; exit 1; }
