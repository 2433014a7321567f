// Traits of the namespace `smithy.openapi`, and the shapes of their values.
$version: "2"

namespace smithy.openapi

@trait(selector: "[trait|trait]", breakingChanges: [{ change: "presence" }, { path: "/as", change: "any" }])
structure specificationExtension {
    as: SpecificationExtensionKey
}

@pattern("^x-.+$")
@private
string SpecificationExtensionKey
