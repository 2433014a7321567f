// Traits of the namespace `aws.auth`, and the shapes of their values.
$version: "2"

namespace aws.auth

@authDefinition
@internal
@tags(["internal"])
@trait(selector: "service")
structure cognitoUserPools {
    @required
    providerArns: StringList
}

@internal
@length(min: 1)
@tags(["internal"])
@trait(selector: "service[trait|aws.auth#cognitoUserPools] ~> operation")
list cognitoUserPoolsScopes {
    member: String
}

@authDefinition(traits: [unsignedPayload])
@trait(
    selector: "service"
    breakingChanges: [
        {
            change: "remove"
            message: "Removing the existing authentication scheme is not backward compatible and can break existing clients' authentication."
        }
    ]
)
structure sigv4 {
    @length(min: 1)
    @required
    name: String
}

@authDefinition(traits: [unsignedPayload])
@trait(
    selector: "service[trait|aws.auth#sigv4]"
    breakingChanges: [
        {
            change: "remove"
            message: "Removing the existing authentication scheme is not backward compatible and can break existing clients' authentication."
        }
    ]
)
structure sigv4a {
    @length(min: 1)
    @required
    name: String
}

@trait(selector: "operation")
structure unsignedPayload {}

@private
list StringList {
    member: String
}
