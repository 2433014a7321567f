//! Parts of facts with a fixed set of values, and their words in messages.

use std::fmt::{self, Display, Formatter};

use serde::Serialize;

/// Defines enums whose variants have fixed words in messages.
macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident = $words:literal,)* })*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
            #[serde(rename_all = "camelCase")]
            pub enum $name {
                $(#[doc = concat!("\"", $words, "\"")] $variant,)*
            }

            impl Display for $name {
                fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
                    f.write_str(match self {
                        $(Self::$variant => $words,)*
                    })
                }
            }
        )*
    };
}

choices! {
    /// Whether a rule is a requirement.
    Obligation {
        Must = "must",
        Should = "should",
    }

    /// Input or output of an operation.
    OperationSide {
        Input = "an input",
        Output = "an output",
    }

    /// Anchors that a pattern lacks.
    MissingAnchors {
        Start = "leading '^'",
        End = "trailing '$'",
        Both = "leading '^' and trailing '$'",
    }

    /// Trait that a lifecycle operation must or must not have.
    LifecycleTrait {
        Readonly = "must be marked with the readonly trait.",
        NotReadonly = "must not be marked with the readonly trait.",
        Idempotent = "must be marked as idempotent.",
    }

    /// Difference between the traits of an operation and the semantics of its HTTP method.
    TraitPresence {
        Unnecessary = "is",
        Missing = "is not",
    }

    /// Class of a status code.
    StatusClass {
        Success = "`http` code in the 2xx range",
        ClientError = "`httpError` code in the 4xx range for a `client` error",
        ServerError = "`httpError` code in the 5xx range for a `server` error",
    }

    /// Whether a member is inherited from a mixin.
    Inheritance {
        Own = "",
        MixedIn = " mixed in",
    }

    /// How a member repeats the name of its shape.
    Repetition {
        Equal = "equal to",
        Prefix = "prefixed with",
    }

    /// Comparison of the number of identifiers with the expected number.
    IdentifierCount {
        TooMany = "Too many identifiers",
        NotEnough = "Not enough identifiers",
    }

    /// Use of a deprecated shape.
    DeprecatedUse {
        MemberTarget = "Member targets a deprecated shape",
        Mixin = "Applies a deprecated mixin",
        Resource = "Binds a deprecated resource",
        Operation = "Binds a deprecated operation",
        Identifier = "Resource identifier targets a deprecated shape",
        Property = "Resource property targets a deprecated shape",
        Input = "Operation input targets a deprecated shape",
        Output = "Operation output targets a deprecated shape",
        Error = "Operation error targets a deprecated shape",
    }

    /// Error of a media type (RFC 9110, section 8.3.1).
    MediaTypeProblem {
        NoToken = "the type and the subtype must be tokens",
        NoSlash = "a type and a subtype must be separated by a slash",
        NoSemicolon = "parameters must be separated by semicolons",
        ParameterName = "a parameter's name must be a token",
        NoValue = "a parameter must have a name and a value",
        UnclosedQuote = "a quoted value is not closed",
        ParameterValue = "a parameter's value must be a token or quoted",
    }

    /// Constraint of lengths or numbers.
    Limit {
        MinLength = "minimum length",
        MaxLength = "maximum length",
        Min = "minimum",
        Max = "maximum",
    }

    /// Effect of a changed constraint on the set of valid values.
    LimitChange {
        Tighter = "tighter",
        Looser = "looser",
        Undecided = "may be tighter",
    }

    /// Change of a setting.
    SettingChange {
        Added = "added",
        Removed = "removed",
        Changed = "changed",
    }

    /// Effect of a change on the users that it breaks.
    BreakingEffect {
        Constraint = "Values that were valid are rejected at run time.",
        Pattern = "Values that were valid may be rejected at run time.",
        Default = "Members that are absent have another value.",
        Stored = "Values that were serialized before cannot be read completely.",
        Wire = "Clients and servers of different versions do not understand each other.",
        Operation = "Requests of clients fail.",
        Protocol = "Clients that speak only this protocol cannot call the service.",
        Preference = "New clients cannot call servers that are not updated.",
        Auth = "Callers without other credentials are rejected.",
        Api = "Code that uses it does not compile.",
        Behavior = "Calls that succeeded may fail.",
    }

    /// Kind of a string in the IDL.
    TextKind {
        Quoted = "quoted string",
        Block = "text block",
    }

    /// Errors of a number in the IDL.
    NumberProblem {
        Sign = "'-' must be followed by a digit",
        LeadingZero = "a number must not begin with '0' unless it is '0' or '0.…'",
        Fraction = "'.' must be followed by a digit",
        Exponent = "'e', '+', and '-' must be followed by a digit",
    }
}
