//! Data that callers cannot create: histories of executions, runs of Image Builder, workflows of Customer Profiles.

use std::error::Error;
use std::fmt;

use serde::Deserialize;
use whitesmith_runtime::BuildError;
use whitesmith_runtime::constraint::Violation;
use whitesmith_runtime::operation::Unhandled;

use crate::database::Session;
use crate::imagebuilder::{self, ImageImport};
use crate::profiles::{self, WorkflowImport};
use crate::sfn::{self, HistoryImport};

/// Data to import, with the names of the services' models.
///
/// ```
/// let import: workflow_server::Import = serde_json::from_str(
///     r#"{"workflows": [{
///         "domainName": "example",
///         "workflowId": "0123456789abcdef0123456789abcdef",
///         "items": []
///     }]}"#,
/// )?;
/// assert_eq!(import.workflows.len(), 1);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct Import {
    /// Histories of executions.
    pub histories: Vec<HistoryImport>,
    /// Image builds with the runs of their workflows.
    pub images: Vec<ImageImport>,
    /// Workflows of Customer Profiles.
    pub workflows: Vec<WorkflowImport>,
}

/// Error of an import. None of the data is stored.
#[derive(Debug)]
pub struct ImportError {
    /// Empty if there is only a cause.
    message: String,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl ImportError {
    pub(crate) fn new(message: String) -> Self {
        Self { message, source: None }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.message.is_empty() { "the data cannot be stored" } else { &self.message })
    }
}

impl Error for ImportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.source.as_ref().map(|source| &**source as _)
    }
}

macro_rules! import_errors {
    ($($error:ty)*) => {
        $(
            impl From<$error> for ImportError {
                fn from(error: $error) -> Self {
                    Self { message: String::new(), source: Some(error.into()) }
                }
            }
        )*
    };
}

import_errors! {
    BuildError
    Unhandled
    Violation
    generated::sfn::errors::CreateStateMachineError
    generated::sfn::errors::UpdateStateMachineError
    generated::sfn::errors::CreateStateMachineAliasError
    generated::sfn::errors::StartExecutionError
}

impl Import {
    pub(crate) fn apply(&self, session: &Session<'_>) -> Result<(), ImportError> {
        self.histories.iter().try_for_each(|history| sfn::apply(session, history))?;
        self.images.iter().try_for_each(|image| imagebuilder::apply(session, image))?;
        self.workflows.iter().try_for_each(|workflow| profiles::apply(session, workflow))
    }
}

/// Stores the sample data.
pub(crate) fn sample(session: &Session<'_>) -> Result<(), ImportError> {
    sfn::sample(session)?;
    imagebuilder::apply(session, &imagebuilder::sample()?)?;
    profiles::apply(session, &profiles::sample()?)
}
