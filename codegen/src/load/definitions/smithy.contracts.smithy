// Traits of the namespace `smithy.contracts`, and the shapes of their values.
$version: "2"

namespace smithy.contracts

structure Condition {
    @required
    expression: String
    @required
    documentation: String
}

@pattern("^[A-Z]+[A-Za-z0-9]*$")
string ConditionName

@trait(selector: ":not(:test(service, operation, resource))")
map conditions {
    key: ConditionName
    value: Condition
}
