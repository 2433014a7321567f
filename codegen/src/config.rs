//! Configuration of generated code: of `codegen.toml`, build scripts and command lines.

use std::path::PathBuf;
use std::sync::Arc;

use serde::Deserialize;

#[cfg(any(feature = "config", test))]
use crate::diagnostic::{Backticked, HelpFacts};
use crate::diagnostic::{ConfigFacts, Diagnostic};
use crate::hash::HashMap;
use crate::load::Projection;
use crate::rule::{Event, event};
use crate::runtime::Runtime;
use crate::source::Span;

#[cfg(any(feature = "config", test))]
mod file;
#[cfg(any(feature = "config", test))]
pub mod keys;
mod overrides;
#[cfg(any(feature = "config", test))]
pub(crate) mod structure;

pub use crate::rule::Accepted;
pub use overrides::{Attributes, Entry, Matches, Overrides};

/// Diagnostics of configurations.
pub(crate) const EVENTS: &[Event] = &[event!("codegen.Config")];

pub(crate) const ID: &str = "codegen.Config";

/// Configuration of a generated crate.
#[derive(Clone, Debug)]
pub struct Config {
    /// Folder of the generated crate, below the folder of the configuration.
    pub package: PathBuf,
    /// Location of `package`.
    pub package_span: Span,
    /// Source of the runtime. Default: the dependency in the manifest of the package.
    pub runtime: Option<Runtime>,
    /// Location of `runtime`.
    pub runtime_span: Span,
    /// Services to generate.
    pub services: Vec<ServiceConfig>,
    /// Names, modules of other namespaces, types, and attributes. Each service has them too.
    pub overrides: Arc<Overrides>,
}

/// Configuration of a service.
#[derive(Clone, Debug, Default)]
pub struct ServiceConfig {
    /// Name of the Rust module.
    pub module: String,
    /// Shape ID of the service.
    pub id: String,
    /// Files and folders of the model, below the folder of the configuration.
    pub models: Vec<PathBuf>,
    /// Projection of the `smithy-build.json` among the models.
    pub projection: Projection,
    /// Name of the service in Rust types. Default: derived from the name of the shape.
    pub name: Option<String>,
    /// Names of the operations to generate. Default: all.
    pub operations: Option<Vec<String>>,
    /// Which members are `Option`.
    pub nullability: Nullability,
    /// How constraints are enforced.
    pub constraints: Constraints,
    /// Whose names and types generated code has.
    pub style: Style,
    /// Whether types are generated without `#[non_exhaustive]`, for crates whose users are all known.
    pub exhaustive: bool,
    /// Code to generate in addition to types.
    pub sides: Sides,
    /// Whether Cargo features select the sides.
    pub gates: Gates,
    /// Shape ID of the error that reports constraint violations. Default: the error of `smithy.framework`.
    pub validation_error: Option<String>,
    /// IDs of traits whose values schemas of operations and of the service keep, for layers of servers.
    pub traits: Vec<String>,
    /// Maximum sizes of request bodies that servers accept, by operation. Default: 2 MiB, or more if members may be
    /// larger.
    pub max_body: Vec<BodyLimit>,
    /// IDs of diagnostics to ignore, such as `ShapeIdConflict`, for models that you do not maintain. An ID includes
    /// those below it. Errors that would make generated code wrong cannot be ignored.
    pub accept: Vec<Accepted>,
    /// Names, modules of other namespaces, types, and attributes; the same for all services of a crate.
    pub overrides: Arc<Overrides>,
    /// Locations of the properties.
    pub places: Places,
}

/// Maximum size of the request bodies of an operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BodyLimit {
    /// Name of the operation, or [`OTHERS`](Self::OTHERS).
    pub operation: String,
    /// Size in bytes.
    pub bytes: u64,
    /// Location of the name.
    pub span: Span,
}

impl BodyLimit {
    /// Name for all operations without a limit of their own.
    pub const OTHERS: &'static str = "*";
    /// Units of sizes. The first is the default.
    #[cfg(any(feature = "config", test))]
    const UNITS: [(&'static str, u64); 3] = [("B", 1), ("KiB", 1024), ("MiB", 1024 * 1024)];

    /// Reads a size, such as `16 MiB`. From 1 to `u32::MAX` bytes, which every target can count.
    #[cfg(any(feature = "config", test))]
    pub(crate) fn bytes_of(text: &str) -> Option<u64> {
        let digits = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
        let (number, unit) = text.split_at(digits);
        let unit = unit.trim_start();
        let (_, factor) =
            Self::UNITS.into_iter().find(|(name, _)| *name == unit || (unit.is_empty() && *name == "B"))?;
        let bytes = number.parse::<u64>().ok()?.checked_mul(factor)?;
        (bytes > 0 && u32::try_from(bytes).is_ok()).then_some(bytes)
    }
}

/// Locations of the properties of a service in `codegen.toml`.
#[derive(Clone, Copy, Debug, Default)]
pub struct Places {
    /// `module`
    pub module: Span,
    /// `id`
    pub id: Span,
    /// `models`
    pub models: Span,
    /// `operations`
    pub operations: Span,
    /// `validation-error`
    pub validation_error: Span,
    /// `traits`
    pub traits: Span,
}

/// Determines which members are `Option` (Smithy specification, "Structure member optionality").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Nullability {
    /// Required members and members with a default are not `Option`.
    #[default]
    Authoritative,
    /// Only members with a default are not `Option`, for models of others, who may remove `@required`.
    ClientCareful,
}

/// How constraints of simple shapes, lists and maps are enforced.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Constraints {
    /// By newtypes: a value of a constrained type is valid.
    #[default]
    Types,
    /// By checks of plain types when a structure is built, sent or received.
    Checked,
}

/// Names and types of generated code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Style {
    /// Those of Whitesmith.
    #[default]
    Plain,
    /// Also those of `aws-sdk-rust`: accessors of members, module names, errors of calls, variants of errors with their
    /// suffix; with [`Constraints::Checked`], also its setters and `build`.
    AwsSdk,
}

/// Code to generate in addition to types.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sides {
    /// Client and server.
    #[default]
    Both,
    /// Client.
    Client,
    /// Server.
    Server,
    /// Nothing: types and their schemas only.
    Types,
}

impl Sides {
    /// The sides that one of the two has.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Types, sides) | (sides, Self::Types) => sides,
            (Self::Client, Self::Client) => Self::Client,
            (Self::Server, Self::Server) => Self::Server,
            _ => Self::Both,
        }
    }

    /// Whether there is a client.
    pub fn has_client(self) -> bool {
        matches!(self, Self::Both | Self::Client)
    }

    /// Whether there is a server.
    pub fn has_server(self) -> bool {
        matches!(self, Self::Both | Self::Server)
    }
}

/// Whether Cargo features of the generated crate select its sides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Gates {
    /// The features `client` and `server` select them.
    #[default]
    Features,
    /// All sides are compiled: for modules of a crate that has no such features.
    None,
}

/// Whether the text is a Rust identifier, in all editions, and not a keyword.
pub fn is_rust_identifier(text: &str) -> bool {
    text != "gen" && syn::parse_str::<syn::Ident>(text).is_ok()
}

/// Whether the text can be the name of a service in Rust types.
pub fn is_type_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && name != "Self"
}

/// Whether the name is valid for modules, and for folders on all file systems.
pub fn is_module_name(name: &str) -> bool {
    let plain = name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    let starts = name.starts_with(|first: char| first.is_ascii_lowercase());
    plain && starts && is_rust_identifier(name)
}

/// Names that modules of a generated crate cannot have.
const TAKEN_MODULES: &[(&str, Taken)] = &[
    ("bin", Taken::File),
    ("client", Taken::Feature),
    ("default", Taken::Feature),
    ("fs", Taken::Feature),
    ("http2", Taken::Feature),
    ("lib", Taken::File),
    ("main", Taken::File),
    ("serde", Taken::Feature),
    ("server", Taken::Feature),
    ("whitesmith_runtime", Taken::Runtime),
];

/// Uses of a name that a module cannot have. Modules of build scripts may, since they have neither features of their
/// own nor files beside `lib.rs`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Taken {
    /// A feature of generated crates, beside which each module has one.
    Feature,
    /// A file that Cargo builds, or a folder of such files.
    File,
    /// The crate of the runtime.
    Runtime,
}

/// Whether a module of a generated crate can have this name.
pub fn is_free_module_name(name: &str) -> bool {
    is_module_name(name) && TAKEN_MODULES.iter().all(|(taken, _)| *taken != name)
}

/// Modules of services. Each must have a valid name of its own.
#[derive(Default)]
pub(crate) struct Modules(HashMap<String, Span>);

impl Modules {
    /// The error of a module without a valid name.
    pub(crate) fn check_name(module: &str, span: Span) -> Option<Diagnostic> {
        let facts = || ConfigFacts::NotAModuleName { name: module.to_owned() };
        (!is_module_name(module)).then(|| Diagnostic::error(ID, facts(), span))
    }

    /// The error of a module of a generated crate whose name has another meaning there.
    #[cfg(any(feature = "config", test))]
    pub(crate) fn check_taken(module: &str, span: Span) -> Option<Diagnostic> {
        let (name, taken) = TAKEN_MODULES.iter().find(|(name, _)| *name == module)?;
        let facts = match taken {
            Taken::Feature => ConfigFacts::ModuleOfFeature { module: name },
            Taken::File => ConfigFacts::ModuleOfFile { module: name },
            Taken::Runtime => ConfigFacts::ModuleOfRuntime { module: name },
        };
        let taken = Backticked(TAKEN_MODULES.iter().map(|(name, _)| (*name).to_owned()).collect());
        let help = HelpFacts::FreeModule { free: format!("{name}_service"), taken };
        Some(Diagnostic::error(ID, facts, span).with_help(help))
    }

    /// Adds a module. Returns the error if there is another one of this name.
    pub(crate) fn add(&mut self, module: &str, span: Span) -> Option<Diagnostic> {
        let first = self.0.insert(module.to_owned(), span)?;
        let facts = ConfigFacts::SharedModule { module: module.to_owned() };
        Some(Diagnostic::error(ID, facts, span).with_label(first, "first used here"))
    }
}

/// The default name of the module of a service with this name.
pub fn module_name(service: &str) -> String {
    crate::case::snake(service, Style::Plain)
}
