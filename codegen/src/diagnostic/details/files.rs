//! Facts of diagnostics about files other than models: configurations, projects, archives and their arguments.

use std::fmt;

use super::facts;
use super::parts::Backticked;
use crate::model::ShapeId;

facts! {
    /// Facts of files of models.
    FileFacts

    UnreadModel { path: String, cause: String }
        "model file `{path}` cannot be read: {cause}",
    NotUtf8 { path: String, offset: usize }
        "model file `{path}` is not UTF-8: byte {offset} is wrong",
    TooLarge { path: String }
        "model file `{path}` is larger than 4 GiB",
    MissingModel { path: String }
        "the model `{path}` does not exist",
    UnreadFolder { path: String, cause: String }
        "folder `{path}` cannot be read: {cause}",
    FolderLoop { path: String, ancestor: String }
        "folder `{path}` is a link to `{ancestor}`, which contains it",
    NoModels { path: String }
        "no model in folder `{path}`",
    UnreadArchive { path: String, problem: String }
        "archive `{path}` {problem}",
    ArchiveWithoutFeature { path: String }
        "model file `{path}` is an archive, which this program cannot read",
}

facts! {
    /// Facts of projects: `smithy-build.json`, its lock file, and its dependencies.
    ProjectFacts

    UnreadProject { path: String, cause: String }
        "cannot read `{path}`: {cause}",
    ImportCycle { path: String }
        "`{path}` imports itself, directly or through other files",
    UnknownProjectProperty { key: String }
        "unknown property `{key}`",
    IgnoredProjectProperty { key: String }
        "`{key}` is ignored",
    MissingProjectProperty { key: &'static str }
        "`{key}` is missing",
    ProjectPropertyType { expected: &'static str, found: &'static str }
        "expected {expected}, found {found}",
    MissingVariable { name: String }
        "the environment variable `{name}` is not set",
    UnknownProjection { name: String }
        "unknown projection `{name}`",
    ProjectionName { name: String }
        "`{name}` is not a valid name of a projection",
    AbstractProjection { name: String }
        "projection `{name}` is abstract",
    AbstractProjectionKey { name: String, key: &'static str }
        "abstract projection `{name}` has `{key}`",
    SourceTransforms { name: &'static str }
        "the projection `{name}` cannot have transforms",
    ProjectionCycle { name: String, cycle: String }
        "projection `{name}` applies itself: {cycle}",
    ProjectionDepth { name: String, limit: usize }
        "projection `{name}` is applied by a chain of more than {limit} projections",
    ProjectionCount { name: String, limit: usize }
        "projection `{name}` applies more than {limit} projections",
    NamelessTransform {}
        "a transform has no `name`",
    MalformedCoordinates { text: String }
        "`{text}` is not of the form `group:artifact:version`",
    StaleLock { path: String }
        "`{path}` does not match the dependencies",
    MissingDependency { dependency: String }
        "the dependency `{dependency}` is not on the local machine",
    OtherChecksum { path: String, lock: String }
        "the checksum of `{path}` differs from that in `{lock}`",
}

facts! {
    /// Facts of transforms and their arguments.
    TransformFacts

    UnknownTransform { name: String }
        "unknown transform `{name}`",
    UnknownTransformArgument { transform: &'static str, argument: String }
        "transform `{transform}` has no argument `{argument}`",
    MissingTransformArgument { transform: &'static str, argument: String }
        "transform `{transform}` requires the argument `{argument}`",
    ExclusiveArguments { first: String, second: String }
        "`{first}` and `{second}` are mutually exclusive",
    EmptyArgument { argument: String }
        "`{argument}` is empty",
    InvalidArgument { argument: String, value: String }
        "`{value}` is not a valid `{argument}`",
    NotAShapeType { name: String }
        "`{name}` is not a shape type",
    NotANamespace { name: String }
        "`{name}` is not a namespace",
    NoShape { shape: ShapeId }
        "the model has no shape `{shape}`",
    NoService { service: ShapeId }
        "the model has no service `{service}`",
    NoClosure { closure: String }
        "the model has no shape closure `{closure}`",
    ExpensiveSelector {}
        "the selector is too expensive",
    TakenName { from: ShapeId, to: ShapeId }
        "`{from}` cannot be renamed to `{to}`, since there is another shape of this name",
    OtherType { shape: ShapeId, from: &'static str, to: &'static str }
        "`{shape}` cannot be changed from `{from}` to `{to}`",
    LeavesNoOperations { transform: &'static str, service: ShapeId }
        "transform `{transform}` leaves the service `{service}` without operations",
    LeavesNoService { transform: &'static str, services: Backticked }
        "transform `{transform}` leaves no service: it removes {services}",
}

facts! {
    /// Facts of `codegen.toml`, of settings of the command line that it has, too, and of files of exceptions.
    ConfigFacts

    UnknownKey { key: String }
        "unknown top-level key `{key}`",
    UnknownKeyOf { key: String, table: &'static str }
        "unknown key `{key}` in `{table}`",
    MissingKey { key: &'static str }
        "the key `{key}` is missing",
    MissingKeyOf { key: &'static str, table: &'static str }
        "the key `{key}` of `{table}` is missing",
    NoService {}
        "there is no `[[service]]`",
    NotAList { name: &'static str }
        "`{name}` is not a list of tables",
    WrongKind { key: &'static str, expected: &'static str }
        "`{key}` is not {expected}",
    UnknownValue { key: &'static str, value: String }
        "`{value}` is not a value of `{key}`",
    NotASize { text: String }
        "`{text}` is not a valid size",
    NotATypeName { name: String }
        "`{name}` is not a valid Rust type name",
    NotAName { name: String }
        "`{name}` is not a valid Rust name",
    NotAField { name: String }
        "`{name}` is not the name of a field, which has no capital letters and no `__`",
    NotAVariant { name: String }
        "`{name}` is not the name of a variant, which starts with a capital letter and has no underscores",
    NotAShapeId { id: String }
        "`{id}` is not a valid shape ID",
    NotAModule { path: String }
        "`{path}` is not a path of a Rust module",
    NotAType { path: String }
        "`{path}` is not an absolute path of a type",
    NotADerive { path: String }
        "`{path}` is not a path of a derive macro",
    NotAnAttribute { text: String }
        "`{text}` is not a Rust attribute",
    NoShapeOrMember { id: String }
        "no model has the shape or member `{id}`",
    NoShape { id: String }
        "no model has the shape `{id}`",
    NoNamespace { name: String }
        "no model has the namespace `{name}`",
    NothingSelected {}
        "no model has a shape or member that the selector matches",
    NotAModuleName { name: String }
        "`{name}` is not a valid Rust module name",
    ModuleOfFeature { module: &'static str }
        "a module cannot be called `{module}`, since the crate has a feature of this name",
    ModuleOfFile { module: &'static str }
        "a module cannot be called `{module}`, since Cargo gives `src/{module}` or `src/{module}.rs` another meaning",
    ModuleOfRuntime { module: &'static str }
        "a module cannot be called `{module}`, which is the name of the runtime",
    SharedModule { module: String }
        "two services have the module `{module}`",
    ModuleOfEarlierCall { module: String }
        "an earlier call of `compile` generates the module `{module}`",
    SharedName { name: String, shape: ShapeId, other: NameOwner }
        "`{name}` is the name of `{shape}` and of {other}",
    DeepTypes { service: String }
        "types of `{service}` are nested deeply",
    Toml { problem: String }
        "{problem}",
    EmptyExceptionKey { key: &'static str }
        "`{key}` is empty",
    MissingExceptionKey { key: &'static str }
        "the exception has no `{key}`",
    UnknownDiagnostic { id: String }
        "there is no diagnostic with the ID `{id}`",
    NotAcceptable { id: String }
        "diagnostics with the ID `{id}` cannot be ignored",
    UnusedException { shape: String, id: String }
        "No change of `{shape}` has the ID `{id}`",
}

/// Kinds of items with a name in Rust.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(tag = "of", rename_all = "camelCase")]
pub enum NameOwner {
    /// A shape or member.
    Shape {
        /// Its ID.
        shape: ShapeId,
    },
    /// The builder of a structure.
    Builder {
        /// The structure, or the operation whose input or output has no members.
        shape: ShapeId,
    },
    /// The type of a member with constraints of its own.
    Constrained {
        /// The member.
        member: ShapeId,
    },
    /// The variant of an error in the enums of operations.
    Variant {
        /// The error.
        shape: ShapeId,
    },
    /// The input of an operation.
    Input {
        /// The operation.
        operation: ShapeId,
    },
    /// The output of an operation.
    Output {
        /// The operation.
        operation: ShapeId,
    },
    /// The variant of an enum or union for unknown values.
    Unknown,
    /// The variant of an operation's errors for those that are not in the model.
    Unhandled,
}

impl fmt::Display for NameOwner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape { shape } => write!(f, "`{shape}`"),
            Self::Builder { shape } => write!(f, "the builder of `{shape}`"),
            Self::Constrained { member } => write!(f, "the type of `{member}`"),
            Self::Variant { shape } => write!(f, "the variant of `{shape}`"),
            Self::Input { operation } => write!(f, "the input of `{operation}`"),
            Self::Output { operation } => write!(f, "the output of `{operation}`"),
            Self::Unknown => f.write_str("the variant of unknown values"),
            Self::Unhandled => f.write_str("the variant of unhandled errors"),
        }
    }
}
