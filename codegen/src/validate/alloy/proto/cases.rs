//! Test cases of the rules.

use crate::rule::Cases;

const FILE: &str = file!();

pub(super) const GRPC: Cases = Cases {
    file: FILE,
    finds: &[
        r#"
@alloy.proto#grpc
service Shop {}
//      ^^^^ error: NoOperationSpecified
"#,
        r#"
@alloy.proto#grpc
service Shop {
    operations: [ListOrders]
}
operation ListOrders {
//        ^^^^^^^^^^ error: NoInputShapeSpecified
    output := {}
}
"#,
        r#"
@alloy.proto#grpc
service Shop {
    operations: [PutOrder]
}
operation PutOrder {
//        ^^^^^^^^ error: NoOutputShapeSpecified
    input := {}
}
"#,
    ],
    leaves: &[
        r#"
@alloy.proto#grpc
service Shop {
    operations: [PutOrder]
}
operation PutOrder {
    input := {}
    output := {}
}
"#,
        r#"
@alloy.proto#grpc
service Shop {
    operations: [ListOrders]
}
operation ListOrders {
    input := {}
    output := {}
}
"#,
    ],
};

pub(super) const ERRORS: Cases = Cases {
    file: FILE,
    finds: &[r#"
@error("client")
@alloy.proto#grpcError(code: 17)
//                     ^^^^ warning: GrpcErrorNonStandard
structure NoSuchOrder {}
"#],
    leaves: &[r#"
@error("client")
@alloy.proto#grpcError(code: 5)
structure NoSuchOrder {}
"#],
};

pub(super) const INDEXES: Cases = Cases {
    file: FILE,
    finds: &[
        r#"
structure Order {
//        ^^^^^ error: InconsistentProtoIndexes
    @alloy.proto#protoIndex(1)
    id: String
    count: Integer
}
"#,
        r#"
structure Order {
//        ^^^^^ error: DuplicatedProtoIndex
    @alloy.proto#protoIndex(1)
    id: String
    @alloy.proto#protoIndex(1)
    count: Integer
}
"#,
        r#"
enum State {
//   ^^^^^ error: EnumMustHaveZeroIndex
    @alloy.proto#protoIndex(1)
    OPEN
}
"#,
        r#"
@alloy#openEnum
enum State {
//   ^^^^^ warning: OpenEnumMustNotHaveIndexes
    @alloy.proto#protoIndex(0)
    OPEN
}
"#,
        r#"
structure Order {
//        ^^^^^ error: DuplicatedProtoIndex
    @alloy.proto#protoIndex(1)
    id: String
    payment: Payment
}
@alloy.proto#protoInlinedOneOf
union Payment {
    @alloy.proto#protoIndex(1)
    cash: Integer
    @alloy.proto#protoIndex(2)
    card: String
}
"#,
    ],
    leaves: &[
        r#"
structure Order {
    @alloy.proto#protoIndex(1)
    id: String
    @alloy.proto#protoIndex(2)
    count: Integer
}
"#,
        r#"
enum State {
    @alloy.proto#protoIndex(0)
    OPEN
}
"#,
        r#"
@alloy#openEnum
enum State {
    OPEN
}
"#,
        r#"
structure Order {
    @alloy.proto#protoIndex(3)
    id: String
    payment: Payment
}
@alloy.proto#protoInlinedOneOf
union Payment {
    @alloy.proto#protoIndex(1)
    cash: Integer
    @alloy.proto#protoIndex(2)
    card: String
}
"#,
    ],
};

pub(super) const RESERVED: Cases = Cases {
    file: FILE,
    finds: &[
        r#"
@alloy.proto#protoReservedFields([{ name: "amount" }])
structure Order {
    @alloy.proto#protoIndex(1)
    amount: Integer
//  ^^^^^^ error: ReservedNameInStructure
}
"#,
        r#"
@alloy.proto#protoReservedFields([{ number: 1 }, { range: { start: 5, end: 9 } }])
structure Order {
    @alloy.proto#protoIndex(6)
    count: Integer
//  ^^^^^ error: ReservedNumberInStructure
}
"#,
    ],
    leaves: &[
        r#"
@alloy.proto#protoReservedFields([{ name: "amount" }])
structure Order {
    @alloy.proto#protoIndex(1)
    count: Integer
}
"#,
        r#"
@alloy.proto#protoReservedFields([{ number: 1 }, { range: { start: 5, end: 9 } }])
structure Order {
    @alloy.proto#protoIndex(2)
    count: Integer
}
"#,
    ],
};

pub(super) const INLINED: Cases = Cases {
    file: FILE,
    finds: &[
        r#"
structure Order {
    payment: Payment
}
structure Invoice {
    payment: Payment
}
@alloy.proto#protoInlinedOneOf
union Payment {
//    ^^^^^^^ error: UsageCountExceeded
    cash: Integer
}
"#,
        r#"
@alloy.proto#protoInlinedOneOf
union Payment {
//    ^^^^^^^ error: UnusedUnion
    cash: Integer
}
"#,
    ],
    leaves: &[
        r#"
structure Order {
    payment: Payment
}
structure Invoice {
    payment: Payment
}
union Payment {
    cash: Integer
}
"#,
        r#"
structure Order {
    payment: Payment
}
@alloy.proto#protoInlinedOneOf
union Payment {
    cash: Integer
}
"#,
    ],
};

pub(super) const CONNECTED: Cases = Cases {
    file: FILE,
    finds: &[
        r#"
@alloy.proto#protoEnabled
structure Order {
    priority: Priority
}
intEnum Priority {
//      ^^^^^^^^ error: ProtoIntEnumHasNoZero
    HIGH = 1
}
"#,
        r#"
@alloy.proto#protoEnabled
structure Order {
    counts: Counts
}
map Counts {
    @alloy.proto#protoWrapped
    key: String
//  ^^^ error: PROTO_INVALID_MAP_KEY
    value: Integer
}
"#,
        r#"
@alloy.proto#protoEnabled
structure Order {
    choice: Choice
}
union Choice {
    names: Names
//  ^^^^^ error: ProtoUnionShapeHasUnwrappedCollection
}
list Names {
    member: String
}
"#,
    ],
    leaves: &[
        r#"
@alloy.proto#protoEnabled
structure Order {
    priority: Priority
}
intEnum Priority {
    LOW = 0
    HIGH = 1
}
"#,
        r#"
@alloy.proto#protoEnabled
structure Order {
    counts: Counts
}
map Counts {
    key: String
    value: Integer
}
"#,
        r#"
@alloy.proto#protoEnabled
structure Order {
    choice: Choice
}
union Choice {
    @alloy.proto#protoWrapped
    names: Names
}
list Names {
    member: String
}
"#,
        r#"
@alloy.proto#protoEnabled
structure Order {
    priority: Priority
    level: Level
}
intEnum Priority {
    @alloy.proto#protoIndex(0)
    HIGH = 1
}
@alloy#openEnum
intEnum Level {
    LOW = 7
}
intEnum Other {
    ONE = 1
}
"#,
    ],
};
