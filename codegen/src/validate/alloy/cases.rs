//! Test cases of the rules.

use crate::rule::Cases;

const FILE: &str = file!();

pub(super) const UNIONS: Cases = Cases {
    file: FILE,
    finds: &[
        r#"
@alloy#discriminated("type")
union Animal {
    name: String
//  ^^^^ error: DiscriminatedUnion
    cat: Cat
    dog: Dog
//  ^^^ error: DiscriminatedUnion
    cow: Cow
//  ^^^ error: DiscriminatedUnion
}
structure Cat {}
structure Dog {
    type: String
}
structure Cow {
    @jsonName("type")
    breed: String
}
"#,
        r#"
@alloy#discriminated("type")
union Animal {
    cat: Animals
//  ^^^ error: DiscriminatedUnion
    animal: Animal
//  ^^^^^^ error: DiscriminatedUnion
    unit: Unit
}
list Animals {
    member: Animal
}
"#,
    ],
    leaves: &[r#"
@alloy#discriminated("type")
union Animal {
    cat: Cat
    none: Unit
    @alloy#jsonUnknown
    other: Document
}
structure Cat {
    @jsonName("Type")
    kind: String
}
"#],
};

pub(super) const UNKNOWN_MEMBERS: Cases = Cases {
    file: FILE,
    finds: &[r#"
union Animal {
    cat: Cat
    @alloy#jsonUnknown
    first: Document
//  ^^^^^ error: JsonUnknownTrait.ConflictingUnionMember
    @alloy#jsonUnknown
    second: Document
}
structure Cat {}
"#],
    leaves: &[r#"
union Animal {
    cat: Cat
    @alloy#jsonUnknown
    other: Document
}
structure Cat {
    @alloy#jsonUnknown
    others: Others
}
map Others {
    key: String
    value: Document
}
"#],
};

pub(super) const OPERATIONS: Cases = Cases {
    file: FILE,
    finds: &[r#"
@alloy#simpleRestJson
service Shop {
    operations: [GetOrder]
}
operation GetOrder {}
//        ^^^^^^^^ error: SimpleRestJson
"#],
    leaves: &[r#"
@alloy#simpleRestJson
service Shop {
    operations: [PutOrder]
}
@http(method: "POST", uri: "/orders")
operation PutOrder {}

service Other {
    operations: [GetOrder]
}
operation GetOrder {}
"#],
};

pub(super) const HEADERS: Cases = Cases {
    file: FILE,
    finds: &[r#"
@alloy#simpleRestJson
service Shop {
    operations: [PutOrder]
}
@http(method: "POST", uri: "/orders")
operation PutOrder {
    input := {
        @httpHeader("Content-Type")
//                  ^^^^^^^^^^^^^^ warning: SimpleRestJsonHttpHeader
        type: String
    }
}
"#],
    leaves: &[r#"
@alloy#simpleRestJson
service Shop {
    operations: [PutOrder]
}
@http(method: "POST", uri: "/orders")
operation PutOrder {
    input := {
        @httpHeader("X-Type")
        type: String
    }
}
"#],
};

pub(super) const TIMESTAMPS: Cases = Cases {
    file: FILE,
    finds: &[r#"
@alloy#simpleRestJson
service Shop {
    operations: [PutOrder]
}
@http(method: "POST", uri: "/orders")
operation PutOrder {
    input := {
        due: Timestamp
//      ^^^ warning: SimpleRestJsonTimestamp
        others: Others
    }
}
list Others {
    member: Time
//  ^^^^^^ warning: SimpleRestJsonTimestamp
}
timestamp Time
"#],
    leaves: &[r#"
@alloy#simpleRestJson
service Shop {
    operations: [PutOrder]
}
@http(method: "POST", uri: "/orders")
operation PutOrder {
    input := {
        @timestampFormat("date-time")
        due: Timestamp
        other: Time
        name: String
    }
}
@timestampFormat("epoch-seconds")
timestamp Time
"#],
};

pub(super) const DEFAULTS: Cases = Cases {
    file: FILE,
    finds: &[r#"
structure Order {
    @alloy#defaultValue("one")
//                      ^^^^^ error: DefaultValueTrait
    count: Integer

    @alloy#defaultValue([1])
//                      ^^^ error: DefaultValueTrait
    counts: Counts

    @alloy#defaultValue(null)
//                      ^^^^ error: DefaultValueTrait
    total: Integer
}
list Counts {
    member: Integer
}
"#],
    leaves: &[r#"
structure Order {
    @alloy#defaultValue(1)
    count: Integer

    @alloy#defaultValue([])
    counts: Counts

    @alloy#defaultValue(null)
    @alloy#nullable
    total: Integer
}
list Counts {
    member: Integer
}
"#],
};

pub(super) const EXAMPLES: Cases = Cases {
    file: FILE,
    finds: &[r#"
@alloy#dataExamples([
    { smithy: { count: "one" } }
//                     ^^^^^ error: DataExamplesTrait
])
structure Order {
    count: Integer
}
"#],
    leaves: &[r#"
@alloy#dataExamples([
    { smithy: { count: 1 } }
    { json: { count: "one" } }
    { string: "{ one }" }
])
structure Order {
    count: Integer
}
"#],
};

pub(super) const PATTERNS: Cases = Cases {
    file: FILE,
    finds: &[r#"
@alloy#structurePattern(pattern: "{name}{count}", target: Order)
//                      ^^^^^^^ error: StructurePatternTrait
//                      ^^^^^^^ error: StructurePatternTrait
//                      ^^^^^^^ error: StructurePatternTrait
//                      ^^^^^^^ error: StructurePatternTrait
string OrderText
structure Order {
    name: String
    @required
    count: Integer
    @required
    tags: Tags
}
list Tags {
    member: String
}
"#],
    leaves: &[r#"
@alloy#structurePattern(pattern: "{name}_{count}", target: Order)
string OrderText
structure Order {
    @required
    name: String
    @required
    count: Integer
}
"#],
};
