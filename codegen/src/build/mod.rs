//! Generates code in a build script, into the folder that Cargo names in `OUT_DIR`.
//!
//! ```no_run
//! // build.rs
//! fn main() -> Result<(), whitesmith_codegen::build::Error> {
//!     whitesmith_codegen::build().model("model/").service("example.warehouse#Warehouse").compile()
//! }
//! ```
//!
//! The crate includes the module with `whitesmith_runtime::include_service!("warehouse");`.
//!
//! Independent of lowering and emission.

mod call;
mod cargo;
mod compile_calls;
mod error;
mod overrides;
mod run;

pub use error::Error;

use std::panic::Location;
use std::path::PathBuf;

use crate::config::{Constraints, Nullability, Sides, Style};
use crate::rule::{Event, event};
use call::Argument;
use compile_calls::CompileCalls;

/// Diagnostics of build scripts.
pub(crate) const EVENTS: &[Event] = &[event!("codegen.Config"), event!("codegen.Output")];

/// Starts the configuration of a build script.
pub fn build() -> Build {
    Build::default()
}

/// Settings of a build script. See the [module](self).
#[derive(Clone, Debug, Default)]
#[must_use = "call `compile` to generate code"]
pub struct Build {
    models: Vec<Argument<PathBuf>>,
    projection: Option<Argument<String>>,
    services: Vec<Service>,
    accept: Vec<Argument<String>>,
    sides: Sides,
    nullability: Nullability,
    constraints: Constraints,
    style: Style,
    renames: Vec<Argument<(String, String)>>,
    externs: Vec<Argument<(String, String)>>,
    types: Vec<Argument<(String, String)>>,
    attributes: Vec<Argument<Added>>,
}

/// Attributes, after the selector of the types that get them.
#[derive(Clone, Debug)]
enum Added {
    Derive(String, Vec<String>),
    Attributes(String, Vec<String>),
}

impl Build {
    /// Adds a model file, a folder of model files, or a `smithy-build.json`, relative to the folder of the package. All
    /// files form one model.
    #[track_caller]
    pub fn model(mut self, path: impl Into<PathBuf>) -> Self {
        self.models.push(Argument::new(path.into(), Location::caller()));
        self
    }

    /// Selects a projection of `smithy-build.json`. Default: `source`.
    #[track_caller]
    pub fn projection(mut self, name: impl Into<String>) -> Self {
        self.projection = Some(Argument::new(name.into(), Location::caller()));
        self
    }

    /// Adds a service, by its shape ID, or as a [`Service`]. Without this call, the only service of the models is
    /// generated.
    #[track_caller]
    pub fn service(mut self, service: impl Into<Service>) -> Self {
        let mut service = service.into();
        service.id.at.get_or_insert(Location::caller());
        self.services.push(service);
        self
    }

    /// Selects what is generated in addition to types. Default: client and server. The runtime needs the features of
    /// the same names: with `server` only, select [`Sides::Server`].
    pub fn sides(mut self, sides: Sides) -> Self {
        self.sides = sides;
        self
    }

    /// Selects which members are `Option`.
    pub fn nullability(mut self, nullability: Nullability) -> Self {
        self.nullability = nullability;
        self
    }

    /// Selects how constraints are enforced.
    pub fn constraints(mut self, constraints: Constraints) -> Self {
        self.constraints = constraints;
        self
    }

    /// Selects names and types of generated code.
    pub fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Ignores diagnostics with this ID, such as `ShapeIdConflict`, and those below it, for models that you do not
    /// maintain. Errors that would make generated code wrong cannot be ignored.
    #[track_caller]
    pub fn accept(mut self, id: impl Into<String>) -> Self {
        self.accept.push(Argument::new(id.into(), Location::caller()));
        self
    }

    /// Sets the Rust name of a shape, operation or member, by its shape ID.
    #[track_caller]
    pub fn rename(mut self, id: impl Into<String>, name: impl Into<String>) -> Self {
        self.renames.push(Argument::new((id.into(), name.into()), Location::caller()));
        self
    }

    /// Imports the types and schemas of a namespace from a module that was generated already, such as
    /// `acme_common::common`.
    #[track_caller]
    pub fn extern_namespace(mut self, namespace: impl Into<String>, module: impl Into<String>) -> Self {
        self.externs.push(Argument::new((namespace.into(), module.into()), Location::caller()));
        self
    }

    /// Uses your own type in place of that of a shape, by its shape ID. The type implements `CustomType` of the
    /// runtime. Its path starts with `crate::` or the name of a crate.
    #[track_caller]
    pub fn custom_type(mut self, id: impl Into<String>, path: impl Into<String>) -> Self {
        self.types.push(Argument::new((id.into(), path.into()), Location::caller()));
        self
    }

    /// Derives traits for the types of the shapes that a selector matches, by the paths of their macros.
    #[track_caller]
    pub fn derive(mut self, selector: &str, paths: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let added = Added::Derive(selector.to_owned(), paths.into_iter().map(Into::into).collect());
        self.attributes.push(Argument::new(added, Location::caller()));
        self
    }

    /// Adds attributes, such as `#[must_use]`, to the types, fields and variants of the shapes and members that a
    /// selector matches.
    #[track_caller]
    pub fn attributes(mut self, selector: &str, attributes: impl IntoIterator<Item = impl Into<String>>) -> Self {
        let added = Added::Attributes(selector.to_owned(), attributes.into_iter().map(Into::into).collect());
        self.attributes.push(Argument::new(added, Location::caller()));
        self
    }

    /// Generates the services into `OUT_DIR`, and prints the files that they depend on for Cargo. Files that do not
    /// change are not written.
    ///
    /// Settings such as [`sides`](Self::sides) apply to all services of a call. A build script can call `compile`
    /// several times, for services with different settings. Each call has modules of its own: those that it does not
    /// name any more are deleted, by the position of the call in the script. The modules of calls that are no longer in
    /// the script cannot be included any more.
    ///
    /// # Errors
    /// All errors, as text with excerpts of the files that cause them. In this case nothing is written.
    pub fn compile(self) -> Result<(), Error> {
        static COMPILE_CALLS: CompileCalls = CompileCalls::new();

        let out = std::env::var_os("OUT_DIR").map(PathBuf::from);
        run::run(&self, out.as_deref(), &COMPILE_CALLS, &mut std::io::stdout())
    }
}

/// A service to generate in a build script.
#[derive(Clone, Debug)]
pub struct Service {
    id: Argument<String>,
    module: Option<Argument<String>>,
    name: Option<String>,
    operations: Option<Vec<String>>,
    validation_error: Option<String>,
    traits: Vec<String>,
    max_body: Vec<Argument<(String, u32)>>,
}

impl Service {
    /// The service, or shape closure, with this ID.
    #[track_caller]
    pub fn new(id: impl Into<String>) -> Self {
        Self::at(id.into(), Some(Location::caller()))
    }

    fn at(id: String, at: Option<&'static Location<'static>>) -> Self {
        Self {
            id: Argument { value: id, at },
            module: None,
            name: None,
            operations: None,
            validation_error: None,
            traits: Vec::new(),
            max_body: Vec::new(),
        }
    }

    /// Sets the name of the module. Default: the name of the shape in snake case.
    #[track_caller]
    #[must_use]
    pub fn module(mut self, name: impl Into<String>) -> Self {
        self.module = Some(Argument::new(name.into(), Location::caller()));
        self
    }

    /// Sets the name of the service in Rust types. Default: the name of the shape.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// Selects operations. Default: all.
    #[must_use]
    pub fn operations(mut self, names: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.operations = Some(names.into_iter().map(Into::into).collect());
        self
    }

    /// Sets the shape ID of the error that reports constraint violations. Default: the error of `smithy.framework`.
    #[must_use]
    pub fn validation_error(mut self, id: impl Into<String>) -> Self {
        self.validation_error = Some(id.into());
        self
    }

    /// Sets shape IDs of traits whose values are kept, for layers of servers.
    #[must_use]
    pub fn traits(mut self, ids: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.traits = ids.into_iter().map(Into::into).collect();
        self
    }

    /// Sets the maximum size in bytes of request bodies of an operation that servers accept, or of all others, for `*`.
    /// At least 1. The last of several sizes for one operation counts. Default: 2 MiB, or more if the model allows
    /// larger members.
    #[track_caller]
    #[must_use]
    pub fn max_body(mut self, operation: impl Into<String>, bytes: u32) -> Self {
        self.max_body.push(Argument::new((operation.into(), bytes), Location::caller()));
        self
    }
}

impl From<&str> for Service {
    fn from(id: &str) -> Self {
        Self::at(id.to_owned(), None)
    }
}

impl From<String> for Service {
    fn from(id: String) -> Self {
        Self::at(id, None)
    }
}
