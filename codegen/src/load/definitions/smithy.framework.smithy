$version: "2.0"

namespace smithy.framework

/// The request breaks constraints of the model.
@error("client")
structure ValidationException {
    /// All that is wrong, in one sentence each.
    @required
    message: String

    /// What is wrong, one by one.
    fieldList: ValidationExceptionFieldList
}

/// A value that breaks a constraint.
structure ValidationExceptionField {
    /// JSON pointer to the invalid member of the request.
    @required
    path: String

    /// What is wrong with it.
    @required
    message: String
}

/// Values that break constraints.
list ValidationExceptionFieldList {
    member: ValidationExceptionField
}
