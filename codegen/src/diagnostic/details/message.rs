//! Messages of diagnostics: facts of a family, or a fixed sentence.

use super::{
    AlloyFacts, AwsFacts, CloudFacts, ConfigFacts, Details, DiffFacts, EndpointRuleFacts, ErrorFacts, FileFacts,
    GenerationFacts, HttpFacts, LinterFacts, LoadFacts, ModelFacts, OperationFacts, ProgramFacts, ProjectFacts,
    ResourceFacts, ServiceFacts, SyntaxFacts, TestFacts, TransformFacts, ValueFacts,
};

/// Defines the facts of a family of rules: an enum with one variant for each message, and the message after it.
macro_rules! facts {
    (
        $(#[$doc:meta])* $name:ident
        $($variant:ident { $($field:ident: $type:ty),* $(,)? } $message:literal,)*
    ) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "the message names the fields")]
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
        #[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
        pub enum $name {
            $(#[doc = concat!("```text\n", $message, "\n```")] $variant { $($field: $type),* },)*
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    $(Self::$variant { $($field),* } => write!(f, $message),)*
                }
            }
        }
    };
}
pub(super) use facts;

/// The message of a diagnostic. There is no conversion from a `String`, so that text is made in one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A fixed sentence.
    Fixed(&'static str),
    /// Facts.
    Facts(Box<Details>),
}

impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Fixed(text) => f.write_str(text),
            Self::Facts(details) => f.write_str(&details.message()),
        }
    }
}

impl From<&'static str> for Message {
    fn from(text: &'static str) -> Self {
        Self::Fixed(text)
    }
}

impl From<Details> for Message {
    fn from(details: Details) -> Self {
        Self::Facts(Box::new(details))
    }
}

macro_rules! families {
    ($($variant:ident($facts:ident)),* $(,)?) => {
        $(impl From<$facts> for Message {
            fn from(facts: $facts) -> Self {
                Details::$variant(facts).into()
            }
        })*
    };
}

families! {
    Alloy(AlloyFacts),
    Aws(AwsFacts),
    Cloud(CloudFacts),
    Config(ConfigFacts),
    Diff(DiffFacts),
    EndpointRule(EndpointRuleFacts),
    Error(ErrorFacts),
    File(FileFacts),
    Generation(GenerationFacts),
    Http(HttpFacts),
    Linter(LinterFacts),
    Load(LoadFacts),
    Model(ModelFacts),
    Operation(OperationFacts),
    Program(ProgramFacts),
    Project(ProjectFacts),
    Resource(ResourceFacts),
    Service(ServiceFacts),
    Syntax(SyntaxFacts),
    Test(TestFacts),
    Transform(TransformFacts),
    Value(ValueFacts),
}
