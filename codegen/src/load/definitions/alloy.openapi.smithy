$version: "2.0"

namespace alloy.openapi

/// Extensions of the shape in OpenAPI.
@trait
@sparse
map openapiExtensions {
    key: String
    value: Document
}

/// Summary of the operation in OpenAPI.
@trait(selector: "operation")
@length(min: 1)
string summary
