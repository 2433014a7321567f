$version: "2.0"

namespace smithy.rust.codegen.server.traits

/// An error that reports violations of constraints. Use `validation-error` in `codegen.toml` to select it.
@trait(selector: "structure")
structure validationException {}

/// Member with the message of the error.
@trait(selector: "structure[trait|smithy.rust.codegen.server.traits#validationException] > member")
structure validationMessage {}

/// Member with the list of fields.
@trait(selector: "structure > member")
structure validationFieldList {}

/// Member with the name of a field.
@trait(selector: "structure > member")
structure validationFieldName {}

/// Member with the message about a field.
@trait(selector: "structure > member")
structure validationFieldMessage {}
