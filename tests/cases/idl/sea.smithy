$version: "2.0"

namespace example.sea

structure Ship {
    name: String
}

@trait(selector: "service")
structure signal {
    flags: Flags
    nested: Nested
}

@private
list Flags {
    member: String
}

@private
structure Nested {
    level: Integer
}
