//! Three generated services in one router, with their data in `SQLite`.
//!
//! Image Builder and Customer Profiles have a path for each operation. All other requests go to Step Functions, which
//! uses the path `/` and a header with the name of the operation.

mod clock;
pub mod credentials;
mod database;
mod imagebuilder;
mod import;
mod pages;
mod profiles;
mod sfn;
mod tokens;

use std::path::PathBuf;

use axum::Router;
use whitesmith_runtime::server::{Dispatch, Service, SigV4Verifier, Unauthenticated};

pub use self::clock::Clock;
use self::database::Database;
pub use self::database::OpenError;
pub use self::imagebuilder::{ImageImport, RunImport};
pub use self::import::{Import, ImportError};
pub use self::profiles::WorkflowImport;
pub use self::sfn::HistoryImport;

/// Settings of a server. By default, its data is in memory and starts with samples, and all callers are accepted.
///
/// ```
/// let server = workflow_server::Settings::default().open()?;
/// let app: axum::Router = server.router();
/// # Ok::<(), workflow_server::OpenError>(())
/// ```
#[derive(Clone, Default)]
pub struct Settings {
    data: Option<PathBuf>,
    initial: Initial,
    import: Import,
    clock: Clock,
    verifier: Option<SigV4Verifier>,
}

/// Data of a database that is created.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Initial {
    #[default]
    Sample,
    Empty,
}

impl Settings {
    /// Keeps the data in a file, which is created if it does not exist.
    #[must_use]
    pub fn data(mut self, file: impl Into<PathBuf>) -> Self {
        self.data = Some(file.into());
        self
    }

    /// Creates databases without samples.
    #[must_use]
    pub fn empty(mut self) -> Self {
        self.initial = Initial::Empty;
        self
    }

    /// Adds data when the server is opened.
    #[must_use]
    pub fn import(mut self, import: Import) -> Self {
        self.import = import;
        self
    }

    /// Takes the time from a clock.
    #[must_use]
    pub fn clock(mut self, clock: Clock) -> Self {
        self.clock = clock;
        self
    }

    /// Only accepts callers with a valid signature.
    #[must_use]
    pub fn authenticate(mut self, verifier: SigV4Verifier) -> Self {
        self.verifier = Some(verifier);
        self
    }

    /// Opens the data. Blocks until tables and initial data are stored.
    ///
    /// # Errors
    /// If the file is not a database of this program, or data cannot be imported.
    pub fn open(self) -> Result<Server, OpenError> {
        let database = Database::open(self.data.as_deref(), self.clock, self.initial, &self.import)?;
        Ok(Server { database, verifier: self.verifier })
    }
}

/// A server with open data.
#[derive(Clone)]
pub struct Server {
    database: Database,
    verifier: Option<SigV4Verifier>,
}

impl Server {
    /// All three services.
    pub fn router(&self) -> Router {
        let images = generated::imagebuilder::server::service(imagebuilder::Images(self.database.clone()));
        let profiles = generated::customer_profiles::server::service(profiles::Profiles(self.database.clone()));
        let machines = generated::sfn::server::service(sfn::Machines(self.database.clone()));
        let images = protect(images, self.verifier.as_ref());
        Router::new()
            .route_service("/ListWorkflowExecutions", images.clone())
            .route_service("/ListWorkflowStepExecutions", images)
            .route_service("/domains/{*path}", protect(profiles, self.verifier.as_ref()))
            .fallback_service(protect(machines, self.verifier.as_ref()))
    }

    /// Adds data while the server runs.
    ///
    /// # Errors
    /// If the data cannot be imported. In this case, none of it is stored.
    pub async fn import(&self, import: Import) -> Result<(), ImportError> {
        self.database.write(move |session| import.apply(session)).await
    }
}

/// Verifies the callers of a service, or accepts all callers.
fn protect<D: Dispatch>(service: Unauthenticated<D>, verifier: Option<&SigV4Verifier>) -> Service<D> {
    match verifier {
        Some(verifier) => service.authenticate(verifier.clone()),
        None => service.without_authentication(),
    }
}
