//! Facts of diagnostics about files other than models: configurations, projects, archives and their arguments.

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
    MissingModelFile { name: String }
        "the model `{name}` does not exist",
    ImportCycle { path: String }
        "`{path}` imports itself, directly or through other files",
    UnknownProjectProperty { key: String }
        "unknown property `{key}`",
    MissingProjectProperty { key: &'static str }
        "`{key}` is missing",
    ProjectPropertyType { expected: &'static str, found: &'static str }
        "expected {expected}, found {found}",
    MissingVariable { name: String }
        "the environment variable `{name}` is not set",
    UnknownProjection { name: String }
        "unknown projection `{name}`",
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
    ArgumentType { expected: &'static str, found: &'static str }
        "expected {expected}, found {found}",
    InvalidArgument { argument: String, value: String }
        "`{value}` is not a valid `{argument}`",
    NotAShapeType { name: String }
        "`{name}` is not a shape type",
    NotANamespace { name: String }
        "`{name}` is not a namespace",
    LeavesNoOperations { transform: &'static str, service: ShapeId }
        "transform `{transform}` leaves the service `{service}` without operations",
    LeavesNoService { transform: &'static str, services: Backticked }
        "transform `{transform}` leaves no service: it removes {services}",
}

facts! {
    /// Facts of `codegen.toml` and of the settings that it has in common with the command line.
    ConfigFacts

    UnknownKey { key: String }
        "there is no key `{key}` at the start of the file",
    UnknownKeyOf { key: String, table: &'static str }
        "there is no key `{key}` in `{table}`",
    NotATypeName { name: String }
        "`{name}` is not a valid Rust type name",
    NotAName { name: String }
        "`{name}` is not a valid Rust name",
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
}
