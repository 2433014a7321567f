//! Facts of diagnostics of commands, and their messages.

use std::path::Path;

use super::package::CRATE_NAMES;
use serde::Serialize;
use whitesmith_codegen::diagnostic::{Message, Note, ProgramFacts};

/// Facts of diagnostics of commands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(super) enum CommandFacts {
    #[error("cannot read `{path}`: {cause}")]
    Unread { path: String, cause: String },
    #[error("cannot read standard input: {cause}")]
    UnreadInput { cause: String },
    #[error("cannot {action} `{path}`: {cause}")]
    Manifest { action: &'static str, path: String, cause: String },
    #[error("`{name}` is not a valid crate name")]
    NotACrateName { name: String },
    #[error("the folder of the package has the name `{name}`, which is not a valid crate name")]
    NotACrateFolder { name: String },
    #[error("the new crate cannot be called `{name}`, since it has a dependency of this name")]
    NameOfDependency { name: String },
    #[error("the new crate cannot be called `{name}`, since Cargo has a folder of this name for its program")]
    NameOfFolder { name: String },
    #[error("the new crate cannot be called `{name}`, since `{path}` in the same workspace has a package of this name")]
    NameOfPackage { name: String, path: String },
    #[error("`{path}` is generated from `{other}`")]
    OtherConfiguration { path: String, other: String },
    #[error("`{path}` is in the folder of generated code")]
    StubInGenerated { path: String },
    #[error("nothing was generated for the service `{module}`, and no error says why")]
    NoOutput { module: String },
    #[error("`{path}` exists already")]
    Exists { path: String },
    #[error("these files exist already: {}", paths.join(", "))]
    FilesExist { paths: Vec<String> },
    #[error("`{service}` has no operations")]
    NoOperations { service: String },
    #[error("cannot copy `{path}`: it is an archive or a project, which is not copied")]
    Uncopied { path: String },
    #[error("two files of the model would be copied to `{path}`")]
    CopiedTwice { path: String },
    #[error("there is no `.smithy` file in {}", paths.join(", "))]
    NoIdl { paths: Vec<String> },
    #[error("`{path}` is not a `.smithy` file")]
    NotIdl { path: String },
    #[error("`{path}` is not a `smithy-build.json`")]
    NotAProject { path: String },
    #[error("`{path}` is not a Smithy model, because it has no member `smithy`")]
    NotASmithyModel { path: String },
    #[error("`{path}` of revision `{revision}`: {cause}")]
    UnreadRevision { path: String, revision: String, cause: String },
    #[error("`--projection` does not apply to the models of a revision, `{revision}`")]
    ProjectionOfRevision { revision: String },
    #[error("`{argument}` is not a file, folder or git revision: {cause}")]
    NotAModel { argument: String, cause: String },
    #[error("no case and no service of the models has the protocol `{name}`")]
    UnknownProtocol { name: String },
    #[error("{protocol} {side} {test_kind} {id}: {problem}")]
    FailedCase { protocol: String, side: &'static str, test_kind: String, id: String, problem: String },
    #[error("{protocol} {side} {test_kind} {id} passed: remove it from the list of expected failures")]
    PassedCase { protocol: String, side: &'static str, test_kind: String, id: String },
    #[error("{protocol} {side} {test_kind} {id} is on the list of expected failures but did not run")]
    MissingCase { protocol: String, side: &'static str, test_kind: String, id: String },
}

impl CommandFacts {
    /// A file that cannot be read.
    pub(super) fn unread(path: &Path, error: &std::io::Error) -> Self {
        Self::Unread { path: path.display().to_string(), cause: error.to_string() }
    }
}

impl From<CommandFacts> for Message {
    fn from(facts: CommandFacts) -> Self {
        ProgramFacts::new(&facts).into()
    }
}

/// Facts of help in diagnostics of commands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub(super) enum CommandHelp {
    #[error("{}; set the name with {option}", CRATE_NAMES)]
    CrateNames { option: &'static str },
    #[error("rename it, or create the package with `cargo new --lib --name`; {}", CRATE_NAMES)]
    CrateFolder {},
    #[error("did you mean `{name}`?")]
    NearestProtocol { name: String },
    #[error("the models have {}", names.join(", "))]
    Protocols { names: Vec<String> },
    #[error(
        "if the sources have a service, the transforms of the projection `{projection}` remove it: correct them, or \
         choose another projection"
    )]
    RemovedByProjection { projection: String },
}

impl From<CommandHelp> for Note {
    fn from(facts: CommandHelp) -> Self {
        ProgramFacts::new(&facts).into()
    }
}
