//! Image Builder: runs of the workflows of image builds, and their steps.

use generated::imagebuilder::errors::{ListWorkflowExecutionsError, ListWorkflowStepExecutionsError};
use generated::imagebuilder::server::ImageBuilder;
use generated::imagebuilder::types::{
    ClientException, ImageBuildVersionArn, InvalidPaginationTokenException, ListWorkflowExecutionsInput,
    ListWorkflowExecutionsOutput, ListWorkflowStepExecutionsInput, ListWorkflowStepExecutionsOutput, PaginationToken,
    RestrictedInteger, WorkflowExecutionId, WorkflowExecutionMetadata, WorkflowExecutionStatus,
    WorkflowStepExecutionStatus, WorkflowStepMetadata, WorkflowType,
};
use rusqlite::Row;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use whitesmith_runtime::BuildError;
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::server::RequestContext;

use crate::database::{Database, Session, json, parsed, to_json};
use crate::import::ImportError;
use crate::pages::{Listing, Order};
use crate::tokens::{InvalidToken, Query};

const IMAGE: &str = "arn:aws:imagebuilder:eu-central-1:123456789012:image/base-linux/1.0.0/1";
const WORKFLOW: &str = "arn:aws:imagebuilder:eu-central-1:123456789012:workflow/build/make-image/1.0.0/1";
/// Maximum and default number of items of a page.
const PAGE: usize = 25;

/// An image build with the runs of its workflows. Runs that have the ID of an earlier one replace it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ImageImport {
    /// ARN of the image build.
    pub image_build_version_arn: ImageBuildVersionArn,
    /// Runs, in the order in which they are listed.
    pub workflow_executions: Vec<RunImport>,
}

/// A run of a workflow.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RunImport {
    /// The run. It has an ID, and its numbers of steps add up.
    pub metadata: WorkflowExecutionMetadata,
    /// Its steps, in the order in which they are listed.
    #[serde(default)]
    pub steps: Vec<WorkflowStepMetadata>,
}

pub(crate) fn apply(session: &Session<'_>, image: &ImageImport) -> Result<(), ImportError> {
    for RunImport { metadata, steps } in &image.workflow_executions {
        let Some(id) = &metadata.workflow_execution_id else {
            let image = &image.image_build_version_arn;
            return Err(ImportError::new(format!("workflow execution of `{image}`: workflowExecutionId is missing")));
        };
        let parts = [metadata.total_steps_succeeded, metadata.total_steps_skipped, metadata.total_steps_failed];
        let sum: i64 = parts.into_iter().map(i64::from).sum();
        if i64::from(metadata.total_step_count) != sum {
            let message = "totalStepCount is not the sum of the steps that succeeded, were skipped, and failed";
            return Err(ImportError::new(format!("workflow execution `{id}`: {message}")));
        }
        session.execute("DELETE FROM run WHERE execution_id = ?1", [id.as_str()])?;
        let row = (image.image_build_version_arn.as_str(), id.as_str(), to_json(metadata)?);
        let run = session.insert("INSERT INTO run (image, execution_id, document) VALUES (?1, ?2, ?3)", row)?;
        for (position, step) in (1_i64..).zip(steps) {
            let sql = "INSERT INTO run_step (run, position, document) VALUES (?1, ?2, ?3)";
            session.execute(sql, (run, position, to_json(step)?))?;
        }
    }
    Ok(())
}

/// Two runs of an image, one of them with thirty steps.
pub(crate) fn sample() -> Result<ImageImport, ImportError> {
    let runs = [(1, 30), (2, 3)].into_iter().map(|(run, steps)| sample_run(run, steps));
    Ok(ImageImport {
        image_build_version_arn: ImageBuildVersionArn::try_from(IMAGE)?,
        workflow_executions: runs.collect::<Result<_, _>>()?,
    })
}

fn sample_run(run: u32, count: i32) -> Result<RunImport, BuildError> {
    let metadata = WorkflowExecutionMetadata::builder()
        .workflow_build_version_arn(WORKFLOW)
        .workflow_execution_id(format!("wf-{run:08x}-0000-4000-8000-000000000000"))
        .r#type(WorkflowType::Build)
        .status(WorkflowExecutionStatus::Completed)
        .total_step_count(count)
        .total_steps_succeeded(count)
        .start_time("2026-11-01T08:00:00Z")
        .end_time("2026-11-01T08:30:00Z")
        .retried(false)
        .build()?;
    Ok(RunImport { metadata, steps: (1..=count).map(|number| sample_step(run, number)).collect::<Result<_, _>>()? })
}

fn sample_step(run: u32, number: i32) -> Result<WorkflowStepMetadata, BuildError> {
    WorkflowStepMetadata::builder()
        .step_execution_id(format!("step-{run:08x}-0000-4000-8000-{number:012x}"))
        .name(format!("Step-{number}"))
        .status(WorkflowStepExecutionStatus::Completed)
        .start_time(format!("2026-11-01T08:{:02}:00Z", number % 60))
        .build()
}

/// Size of a page, and the argument as text.
fn page_size(requested: Option<RestrictedInteger>) -> (usize, Option<String>) {
    let size = requested.and_then(|size| usize::try_from(size.get()).ok());
    (size.unwrap_or(PAGE), size.map(|size| size.to_string()))
}

fn bad_token<E: From<InvalidPaginationTokenException> + From<BuildError>>(reason: InvalidToken) -> E {
    InvalidPaginationTokenException::builder().message(reason.message()).build().map_or_else(E::from, E::from)
}

fn unknown(message: String) -> Result<ClientException, BuildError> {
    ClientException::builder().message(message).build()
}

/// A document and its position.
fn placed<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<(i64, T)> {
    Ok((row.get("position")?, json(row, "document")?))
}

fn list_runs(
    session: &Session<'_>,
    input: ListWorkflowExecutionsInput,
    request_id: &str,
) -> Result<ListWorkflowExecutionsOutput, ListWorkflowExecutionsError> {
    let image = input.image_build_version_arn;
    if session.first("SELECT 1 FROM run WHERE image = ?1", [image.as_str()], |_| Ok(()))?.is_none() {
        return Err(unknown(format!("There is no image build `{image}`"))?.into());
    }
    let (size, argument) = page_size(input.max_results);
    let query = Query { operation: "ListWorkflowExecutions", arguments: &[Some(image.as_str()), argument.as_deref()] };
    let token = input.next_token.as_ref().map(PaginationToken::as_str);
    let listing = Listing::new(session, query, token, size, Order::Ascending)
        .map_err(bad_token::<ListWorkflowExecutionsError>)?;
    let sql = "SELECT id AS position, document FROM run WHERE image = ?1 AND id > ?2 ORDER BY id LIMIT ?3";
    let runs = session.all(sql, (image.as_str(), listing.after, listing.limit), placed::<WorkflowExecutionMetadata>)?;
    let (runs, token) = listing.page(session, runs);
    Ok(ListWorkflowExecutionsOutput::builder()
        .request_id(request_id)
        .set_workflow_executions(Some(runs))
        .image_build_version_arn(image)
        .set_next_token(token)
        .build()?)
}

/// The key of a run, its image, and the run.
fn find_run(
    session: &Session<'_>,
    id: &WorkflowExecutionId,
) -> Result<Option<(i64, ImageBuildVersionArn, WorkflowExecutionMetadata)>, Unhandled> {
    let sql = "SELECT id, image, document FROM run WHERE execution_id = ?1";
    session.first(sql, [id.as_str()], |row| Ok((row.get("id")?, parsed(row, "image")?, json(row, "document")?)))
}

fn list_steps(
    session: &Session<'_>,
    input: &ListWorkflowStepExecutionsInput,
    request_id: &str,
) -> Result<ListWorkflowStepExecutionsOutput, ListWorkflowStepExecutionsError> {
    let id = &input.workflow_execution_id;
    let Some((run, image, metadata)) = find_run(session, id)? else {
        return Err(unknown(format!("There is no workflow execution `{id}`"))?.into());
    };
    let (size, argument) = page_size(input.max_results);
    let query = Query { operation: "ListWorkflowStepExecutions", arguments: &[Some(id.as_str()), argument.as_deref()] };
    let token = input.next_token.as_ref().map(PaginationToken::as_str);
    let listing = Listing::new(session, query, token, size, Order::Ascending)
        .map_err(bad_token::<ListWorkflowStepExecutionsError>)?;
    let sql = "SELECT position, document FROM run_step WHERE run = ?1 AND position > ?2 ORDER BY position LIMIT ?3";
    let steps = session.all(sql, (run, listing.after, listing.limit), placed::<WorkflowStepMetadata>)?;
    let (steps, token) = listing.page(session, steps);
    Ok(ListWorkflowStepExecutionsOutput::builder()
        .request_id(request_id)
        .set_steps(Some(steps))
        .set_workflow_build_version_arn(metadata.workflow_build_version_arn)
        .workflow_execution_id(id.clone())
        .image_build_version_arn(image)
        .set_next_token(token)
        .build()?)
}

/// The service.
pub(crate) struct Images(pub(crate) Database);

impl ImageBuilder for Images {
    async fn list_workflow_executions(
        &self,
        input: ListWorkflowExecutionsInput,
        context: RequestContext,
    ) -> Result<ListWorkflowExecutionsOutput, ListWorkflowExecutionsError> {
        self.0.read(move |session| list_runs(session, input, context.request_id())).await
    }

    async fn list_workflow_step_executions(
        &self,
        input: ListWorkflowStepExecutionsInput,
        context: RequestContext,
    ) -> Result<ListWorkflowStepExecutionsOutput, ListWorkflowStepExecutionsError> {
        self.0.read(move |session| list_steps(session, &input, context.request_id())).await
    }
}
