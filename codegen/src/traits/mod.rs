//! Known traits. Each trait is defined in one place: its shape ID, the Rust type of its values, and how they are read
//! and lowered. All other modules get a value of a shape or member by its type: `shape.get::<Length>()`.
//!
//! To add a trait, add its type to the file of its family, or a new file, and a row to `TRAITS`. A trait that changes
//! schemas implements `Lower`, and its row is `lowered`. A trait with breaking changes that its definition cannot
//! express implements `Compare`, and its row is `compared`. Definitions are in `load/definitions`.

mod alloy;
mod auth;
mod aws;
mod behavior;
mod cases;
mod compare;
mod constraints;
mod contracts;
mod documentation;
mod effect;
mod expressions;
mod formats;
mod http;
pub(crate) mod ids;
mod members;
mod meta;
mod proto;
mod protocols;
mod read;
mod resources;
mod rules;
mod streaming;
mod uri;
mod waiters;
mod wire;

use std::sync::OnceLock;

pub(crate) use alloy::{ALLOY, WITHOUT_EFFECT, is_nullable};
pub use alloy::{
    AlloyDefault, DataExamples, Discriminated, JsonUnknown, Nullable, OpenEnum, StructurePattern, Untagged,
};
pub use auth::{
    Auth, HttpApiKeyAuth, HttpBasicAuth, HttpBearerAuth, KeyPlace, OptionalAuth, Sigv4, Sigv4a, UnsignedPayload,
};
pub(crate) use auth::{
    is_authenticated, known as known_schemes, operation as operation_auth, schemes, service as service_auth,
    words as scheme_words,
};
pub use aws::{Arn, ClientDiscoveredEndpoint, ClientEndpointDiscovery, Service, TagEnabled, TagOperations, Taggable};
pub use behavior::{
    Endpoint, HostLabel, IdempotencyToken, Idempotent, LongPoll, Paginated, Readonly, RequestCompression, Retryable,
    Suppress,
};
pub(crate) use cases::OPTIONAL_FOR_READING;
pub use cases::{
    EventKind, EventStreamTest, EventStreamTests, EventTest, HttpMalformedRequestTest, HttpMalformedRequestTests,
    HttpMessageTest, HttpRequestTests, HttpResponseTests, InitialMessage, SmokeTest, SmokeTests, TestCase, TestCases,
    VendorParams,
};
pub(crate) use compare::Comparison;
pub(crate) use constraints::is_bound;
pub use constraints::{Enum, EnumDefinition, EnumValue, IdRef, Length, Pattern, Private, Range, UniqueItems};
pub use contracts::{Condition, Conditions};
pub use documentation::{
    Deprecated, Documentation, Example, ExampleError, Examples, ExternalDocumentation, Internal, Recommended,
    Sensitive, Since, Tags, Title, Unstable,
};
pub use effect::TraitEffect;
pub use expressions::JmesPath;
pub use formats::{
    DateFormat, LocalDateTimeFormat, LocalTimeFormat, MonthDayFormat, OffsetTimeFormat, UuidFormat, YearMonthFormat,
    ZoneIdFormat, ZoneOffsetFormat, ZonedDateTimeFormat,
};
pub(crate) use formats::{EffectivePattern, IDS as FORMATS, effective_pattern, is_pattern};
pub use http::{
    Cors, Http, HttpChecksumRequired, HttpError, HttpHeader, HttpLabel, HttpPayload, HttpPrefixHeaders, HttpQuery,
    HttpQueryParams, HttpResponseCode,
};
pub use members::{AddedDefault, Boxed, ClientOptional, DefaultValue, Fault, Input, Mixin, Output, Required, Sparse};
pub use meta::{
    AuthDefinition, BreakingChange, Exclusive, Metadata, ProtocolDefinition, TraitDefinition, TraitValidator,
    TraitValidators,
};
pub use proto::{
    Grpc, GrpcError, ProtoEnabled, ProtoIndex, ProtoInlinedOneOf, ProtoReservedFields, ProtoWrapped, Reserved,
};
pub use protocols::{
    AwsJson1_0, AwsJson1_1, AwsQuery, AwsQueryCompatible, AwsQueryError, Ec2Query, Ec2QueryName, HttpChecksum,
    HttpVersions, Idx, Indexed, Protocol, RestJson1, RestXml, RpcV2Cbor, RpcV2Json, S3UnwrappedXmlOutput,
    SimpleRestJson,
};
pub use read::{Entry, Named, Placed};
pub use resources::{NestedProperties, NoReplace, NotProperty, Property, Reference, References, ResourceIdentifier};
pub use rules::{
    ClientContextParam, ClientContextParams, ContextParam, ContextParamType, EndpointBdd, EndpointExpectation,
    EndpointRuleSet, EndpointTest, EndpointTestInput, EndpointTests, OperationContextParam, OperationContextParams,
    StaticContextParam, StaticContextParams,
};
pub use streaming::{EventHeader, EventPayload, RequiresLength, Streaming};
pub use waiters::{Acceptor, AcceptorState, PathComparator, PathMatcher, Waitable, Waiter, WaiterMatcher};
pub use wire::{JsonName, MediaType, TimestampFormat, XmlAttribute, XmlFlattened, XmlName, XmlNamespace};

use self::compare::Compare;
use crate::hash::HashMap;
use crate::ir::{Literal, Setting};
use crate::model::{Invalid, Node, Trait, Traits};

/// Shapes that a trait is applied to, for lowering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum On {
    Member,
    /// A shape that is not a service, resource or operation.
    Shape,
    Operation,
    Service,
}

/// A trait that becomes method calls on the builder of a schema.
trait Lower: Trait {
    /// Kind of schema.
    const ON: &'static [On];

    /// The method calls. `traits` contains all traits of the shape or member.
    fn settings(&self, traits: &Traits) -> Vec<Setting>;
}

/// A row of the table.
struct Row {
    id: &'static str,
    /// Reads and caches its value, and reports errors.
    read: fn(&Traits) -> Option<&Invalid>,
    on: &'static [On],
    settings: fn(&Traits) -> Vec<Setting>,
    diff: Diff,
    /// Whether a part of a value, at a JSON pointer, has the value that it has when it is absent.
    is_default: fn(&str, &Node) -> bool,
    effect: TraitEffect,
}

/// How `diff` treats changes of a trait.
enum Diff {
    /// By the trait's definition only.
    General,
    /// By the trait's definition and its own comparison.
    Compared(Comparison),
    /// Left to an evaluator of `diff` that considers several traits.
    Evaluated,
}

/// A trait that does not change schemas.
const fn row<T: Trait>(effect: TraitEffect) -> Row {
    Row {
        id: T::ID,
        read: Traits::invalid::<T>,
        on: &[],
        settings: |_| Vec::new(),
        diff: Diff::General,
        is_default: |_, _| false,
        effect,
    }
}

/// A trait with its own comparison in `diff`.
const fn compared<T: Compare>(effect: TraitEffect) -> Row {
    Row { diff: Diff::Compared(Comparison::of::<T>()), ..row::<T>(effect) }
}

/// A trait that an evaluator of `diff` considers together with others.
const fn evaluated<T: Trait>(effect: TraitEffect) -> Row {
    Row { diff: Diff::Evaluated, ..row::<T>(effect) }
}

/// A trait that becomes method calls on builders of schemas.
const fn lowered<T: Lower>() -> Row {
    let settings = |traits: &Traits| traits.get::<T>().map(|value| value.settings(traits)).unwrap_or_default();
    Row { on: T::ON, settings, ..row::<T>(TraitEffect::Settings) }
}

/// All traits but those of protocols. Method calls are emitted in this order.
const TRAITS: &[Row] = &[
    row::<Documentation>(TraitEffect::None),
    row::<Title>(TraitEffect::None),
    row::<Deprecated>(TraitEffect::Items),
    row::<ExternalDocumentation>(TraitEffect::None),
    row::<Since>(TraitEffect::None),
    row::<Recommended>(TraitEffect::None),
    row::<Examples>(TraitEffect::None),
    row::<Tags>(TraitEffect::None),
    row::<Internal>(TraitEffect::None),
    row::<Unstable>(TraitEffect::None),
    lowered::<Sensitive>(),
    evaluated::<Required>(TraitEffect::Items),
    compared::<DefaultValue>(TraitEffect::Items),
    row::<AddedDefault>(TraitEffect::Items),
    row::<ClientOptional>(TraitEffect::Items),
    evaluated::<Boxed>(TraitEffect::Items),
    row::<Input>(TraitEffect::Items),
    row::<Output>(TraitEffect::Items),
    row::<Mixin>(TraitEffect::None),
    lowered::<Sparse>(),
    compared::<Length>(TraitEffect::Limits),
    compared::<Range>(TraitEffect::Limits),
    row::<Pattern>(TraitEffect::Limits),
    row::<UniqueItems>(TraitEffect::Limits),
    row::<Enum>(TraitEffect::Items),
    row::<EnumValue>(TraitEffect::Items),
    row::<IdRef>(TraitEffect::None),
    row::<Private>(TraitEffect::None),
    lowered::<Streaming>(),
    lowered::<RequiresLength>(),
    lowered::<JsonName>(),
    lowered::<Discriminated>(),
    lowered::<Untagged>(),
    lowered::<JsonUnknown>(),
    lowered::<OpenEnum>(),
    Row { is_default: Http::is_default, ..lowered::<Http>() },
    lowered::<HttpLabel>(),
    lowered::<HttpQuery>(),
    lowered::<HttpQueryParams>(),
    lowered::<HttpHeader>(),
    lowered::<HttpPrefixHeaders>(),
    lowered::<HttpPayload>(),
    lowered::<HttpResponseCode>(),
    lowered::<Cors>(),
    lowered::<IdempotencyToken>(),
    lowered::<Endpoint>(),
    lowered::<HostLabel>(),
    lowered::<Idempotent>(),
    lowered::<Readonly>(),
    lowered::<OptionalAuth>(),
    lowered::<UnsignedPayload>(),
    lowered::<S3UnwrappedXmlOutput>(),
    lowered::<HttpChecksumRequired>(),
    lowered::<HttpChecksum>(),
    lowered::<RequestCompression>(),
    lowered::<LongPoll>(),
    row::<Paginated>(TraitEffect::Calls),
    row::<Waitable>(TraitEffect::Calls),
    lowered::<EventHeader>(),
    lowered::<EventPayload>(),
    lowered::<TimestampFormat>(),
    lowered::<MediaType>(),
    lowered::<Sigv4>(),
    row::<Sigv4a>(TraitEffect::Auth),
    lowered::<Service>(),
    lowered::<XmlName>(),
    lowered::<XmlAttribute>(),
    lowered::<XmlFlattened>(),
    lowered::<XmlNamespace>(),
    lowered::<Ec2QueryName>(),
    lowered::<Fault>(),
    row::<HttpError>(TraitEffect::Settings),
    lowered::<Retryable>(),
    lowered::<AwsQueryError>(),
    row::<Auth>(TraitEffect::Auth),
    lowered::<HttpApiKeyAuth>(),
    row::<HttpBasicAuth>(TraitEffect::Auth),
    row::<HttpBearerAuth>(TraitEffect::Auth),
    lowered::<AwsQueryCompatible>(),
    row::<Indexed>(TraitEffect::None),
    row::<Idx>(TraitEffect::None),
    row::<References>(TraitEffect::None),
    row::<Property>(TraitEffect::None),
    row::<NotProperty>(TraitEffect::None),
    row::<NestedProperties>(TraitEffect::None),
    row::<ResourceIdentifier>(TraitEffect::None),
    row::<NoReplace>(TraitEffect::None),
    row::<TraitDefinition>(TraitEffect::None),
    row::<TraitValidators>(TraitEffect::None),
    row::<AuthDefinition>(TraitEffect::None),
    row::<ProtocolDefinition>(TraitEffect::None),
    row::<Metadata>(TraitEffect::None),
    row::<Suppress>(TraitEffect::None),
    row::<Arn>(TraitEffect::None),
    row::<TagEnabled>(TraitEffect::None),
    row::<Taggable>(TraitEffect::None),
    row::<ClientEndpointDiscovery>(TraitEffect::None),
    row::<ClientDiscoveredEndpoint>(TraitEffect::None),
    row::<EndpointRuleSet>(TraitEffect::Calls),
    row::<EndpointBdd>(TraitEffect::Calls),
    row::<EndpointTests>(TraitEffect::None),
    row::<ContextParam>(TraitEffect::Calls),
    row::<StaticContextParams>(TraitEffect::Calls),
    row::<ClientContextParams>(TraitEffect::Calls),
    row::<OperationContextParams>(TraitEffect::Calls),
    row::<HttpRequestTests>(TraitEffect::None),
    row::<HttpResponseTests>(TraitEffect::None),
    row::<HttpMalformedRequestTests>(TraitEffect::None),
    row::<EventStreamTests>(TraitEffect::None),
    row::<SmokeTests>(TraitEffect::None),
    row::<Conditions>(TraitEffect::None),
    row::<UuidFormat>(TraitEffect::Limits),
    row::<DateFormat>(TraitEffect::Limits),
    row::<LocalTimeFormat>(TraitEffect::Limits),
    row::<LocalDateTimeFormat>(TraitEffect::Limits),
    row::<OffsetTimeFormat>(TraitEffect::Limits),
    row::<ZonedDateTimeFormat>(TraitEffect::Limits),
    row::<ZoneIdFormat>(TraitEffect::Limits),
    row::<ZoneOffsetFormat>(TraitEffect::Limits),
    row::<YearMonthFormat>(TraitEffect::Limits),
    row::<MonthDayFormat>(TraitEffect::Limits),
    row::<Nullable>(TraitEffect::Items),
    row::<AlloyDefault>(TraitEffect::None),
    row::<StructurePattern>(TraitEffect::None),
    row::<DataExamples>(TraitEffect::None),
    row::<Grpc>(TraitEffect::None),
    row::<GrpcError>(TraitEffect::None),
    row::<ProtoEnabled>(TraitEffect::None),
    row::<ProtoIndex>(TraitEffect::None),
    row::<ProtoInlinedOneOf>(TraitEffect::None),
    row::<ProtoReservedFields>(TraitEffect::None),
    row::<ProtoWrapped>(TraitEffect::None),
];

/// All traits.
fn rows() -> impl Iterator<Item = &'static Row> {
    TRAITS.iter().chain(protocols::ROWS)
}

/// A known trait, found by its shape ID.
#[derive(Clone, Copy)]
pub struct Known(&'static Row);

impl Known {
    /// The known trait with this ID.
    pub(crate) fn find(id: &str) -> Option<Self> {
        static BY_ID: OnceLock<HashMap<&str, &Row>> = OnceLock::new();
        BY_ID.get_or_init(|| rows().map(|row| (row.id, row)).collect()).get(id).map(|row| Self(row))
    }

    /// Whether an evaluator of `diff` considers it together with other traits.
    pub(crate) fn has_own_diff(self) -> bool {
        matches!(self.0.diff, Diff::Evaluated)
    }

    /// Whether a part of a value, at a JSON pointer, has the value that it has when it is absent.
    pub(crate) fn is_default(self, pointer: &str, part: &Node) -> bool {
        (self.0.is_default)(pointer, part)
    }

    /// IDs and effects of all known traits.
    pub fn all() -> impl Iterator<Item = (&'static str, TraitEffect)> {
        rows().map(|row| (row.id, row.effect))
    }

    /// Reads and caches its value, and reports errors.
    pub(crate) fn read(self, traits: &Traits) -> Option<&Invalid> {
        (self.0.read)(traits)
    }
}

/// Processing of values of a trait, besides checks by the trait's definition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Treatment {
    /// They become part of schemas, and the runtime acts on them.
    Runtime,
    /// The generator or its rules read them.
    Generator,
    /// None: documentation and other tools use them.
    Definition,
}

impl Treatment {
    /// The treatment of the trait with this shape ID.
    pub fn of(id: &str) -> Self {
        match Known::find(id) {
            Some(Known(row)) if !row.on.is_empty() || Protocol::ALL.iter().any(|known| known.shape_id() == id) => {
                Self::Runtime
            }
            Some(_) => Self::Generator,
            None => Self::Definition,
        }
    }
}

/// Traits with their own comparison in `diff`.
pub(crate) fn comparisons() -> impl Iterator<Item = &'static Comparison> {
    rows().filter_map(|row| if let Diff::Compared(comparison) = &row.diff { Some(comparison) } else { None })
}

/// The method calls of all traits on the schema of a shape or member.
pub(crate) fn settings(on: On, traits: &Traits) -> Vec<Setting> {
    if traits.is_empty() {
        return Vec::new();
    }
    rows().filter(|row| row.on.contains(&on)).flat_map(|row| (row.settings)(traits)).collect()
}

fn text(text: &str) -> Literal {
    Literal::Str(text.to_owned())
}

/// Defines traits without a value. If they become a method call without arguments, the kind of schema and the method
/// are given.
macro_rules! markers {
    ($($(#[$doc:meta])* $name:ident = $id:literal $(=> $($on:ident)|+: $call:literal)?)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct $name;

        impl $crate::model::Trait for $name {
            const ID: &'static str = $id;

            fn read(node: &$crate::model::Node) -> Result<Self, $crate::model::Invalid> {
                $crate::traits::read::marker(node).map(|()| Self)
            }
        }

        $(impl $crate::traits::Lower for $name {
            const ON: &'static [$crate::traits::On] = &[$($crate::traits::On::$on),+];

            fn settings(&self, _: &$crate::model::Traits) -> Vec<$crate::ir::Setting> {
                vec![$crate::ir::Setting::flag($call)]
            }
        })?
    )*};
}

/// Defines traits whose value is a string.
macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident = $id:literal)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name(pub std::sync::Arc<str>);

        impl $name {
            /// The string.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl $crate::model::Trait for $name {
            const ID: &'static str = $id;

            fn read(node: &$crate::model::Node) -> Result<Self, $crate::model::Invalid> {
                $crate::traits::read::FromNode::from_node(node).map(Self)
            }
        }
    )*};
}

use {markers, texts};

#[cfg(test)]
mod testing;

#[cfg(test)]
mod tests {
    use crate::hash::HashSet;
    use std::fs;
    use std::path::Path;

    use walkdir::WalkDir;

    use super::rows;

    /// String literals that are shape IDs of known namespaces, or start like the ID of a prelude trait.
    fn literal_ids(source: &str) -> Vec<&str> {
        let is_id = |text: &&str| {
            let known = ["smithy", "aws", "alloy"].iter().any(|start| text.starts_with(start));
            let is_name = |name: &str| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
            known
                && text
                    .split_once('#')
                    .is_some_and(|(namespace, name)| namespace.split('.').all(is_name) && is_name(name))
        };
        source.lines().flat_map(|line| line.split('"').skip(1).step_by(2)).filter(is_id).collect()
    }

    #[test]
    fn no_other_file_spells_the_id_of_a_trait() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut spelled = Vec::new();
        for entry in WalkDir::new(&root).into_iter().filter_map(Result::ok) {
            let path = entry.path().strip_prefix(&root).expect("inside").to_path_buf();
            let is_test = path.file_stem().is_some_and(|stem| stem == "tests")
                || path.components().any(|part| part.as_os_str() == "tests");
            let is_owner = path.starts_with("traits") || path == Path::new("model/prelude.rs");
            if path.extension().is_none_or(|end| end != "rs") || is_owner || is_test {
                continue;
            }
            let text = fs::read_to_string(entry.path()).expect("a source file");
            spelled.extend(literal_ids(&text).into_iter().map(|id| format!("{}: {id}", path.display())));
        }
        let both = ["smithy.api#length", "smithy.api#"];
        assert_eq!(literal_ids(r#"f("smithy.api#length", "x", "smithy.api#")"#), both);
        assert_eq!(spelled, [""; 0], "use the trait's type, such as `Length::ID`");
    }

    #[test]
    fn every_trait_has_one_owner() {
        let mut ids = HashSet::default();
        for row in rows() {
            assert!(ids.insert(row.id), "`{}` has two rows", row.id);
        }
    }
}
