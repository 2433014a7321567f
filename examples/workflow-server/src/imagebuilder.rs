//! Image Builder: two workflow runs of an image, one of them with thirty steps.

use generated::imagebuilder::errors::{ListWorkflowExecutionsError, ListWorkflowStepExecutionsError};
use generated::imagebuilder::server::ImageBuilder;
use generated::imagebuilder::types::{
    ImageBuildVersionArn, InvalidPaginationTokenException, InvalidRequestException, ListWorkflowExecutionsInput,
    ListWorkflowExecutionsOutput, ListWorkflowStepExecutionsInput, ListWorkflowStepExecutionsOutput, PaginationToken,
    RestrictedInteger, WorkflowExecutionMetadata, WorkflowExecutionStatus, WorkflowStepExecutionStatus,
    WorkflowStepMetadata, WorkflowType,
};
use whitesmith_runtime::BuildError;
use whitesmith_runtime::server::RequestContext;

use crate::pages::page;

const IMAGE: &str = "arn:aws:imagebuilder:eu-central-1:123456789012:image/base-linux/1.0.0/1";
const WORKFLOW: &str = "arn:aws:imagebuilder:eu-central-1:123456789012:workflow/build/make-image/1.0.0/1";

/// An image build and its workflow runs.
#[derive(Debug)]
pub(crate) struct Images {
    image: Option<ImageBuildVersionArn>,
    runs: Vec<(WorkflowExecutionMetadata, Vec<WorkflowStepMetadata>)>,
}

impl Images {
    /// Sample data.
    pub(crate) fn sample() -> Self {
        let runs = [(1, 30), (2, 3)].into_iter().filter_map(|(run, steps)| sample_run(run, steps).ok()).collect();
        Self { image: ImageBuildVersionArn::try_from(IMAGE).ok(), runs }
    }
}

fn sample_run(run: u32, count: i32) -> Result<(WorkflowExecutionMetadata, Vec<WorkflowStepMetadata>), BuildError> {
    let steps: Result<Vec<_>, BuildError> = (1..=count).map(|number| sample_step(run, number)).collect();
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
    Ok((metadata, steps?))
}

fn sample_step(run: u32, number: i32) -> Result<WorkflowStepMetadata, BuildError> {
    WorkflowStepMetadata::builder()
        .step_execution_id(format!("step-{run:08x}-0000-4000-8000-{number:012x}"))
        .name(format!("Step-{number}"))
        .status(WorkflowStepExecutionStatus::Completed)
        .start_time(format!("2026-11-01T08:{:02}:00Z", number % 60))
        .build()
}

fn page_size(requested: Option<RestrictedInteger>) -> usize {
    requested.map_or(25, |size| usize::try_from(size.get()).unwrap_or(25))
}

fn bad_token() -> Result<InvalidPaginationTokenException, BuildError> {
    InvalidPaginationTokenException::builder().message("Invalid pagination token").build()
}

impl ImageBuilder for Images {
    async fn list_workflow_executions(
        &self,
        input: ListWorkflowExecutionsInput,
        _: RequestContext,
    ) -> Result<ListWorkflowExecutionsOutput, ListWorkflowExecutionsError> {
        if self.image.as_ref() != Some(&input.image_build_version_arn) {
            return Err(InvalidRequestException::builder().message("Image not found").build()?.into());
        }
        let runs: Vec<_> = self.runs.iter().map(|(run, _)| run.clone()).collect();
        let token = input.next_token.as_ref().map(PaginationToken::as_str);
        let Ok((found, next)) = page(&runs, token, page_size(input.max_results)) else {
            return Err(bad_token()?.into());
        };
        Ok(ListWorkflowExecutionsOutput::builder()
            .set_workflow_executions(Some(found))
            .image_build_version_arn(input.image_build_version_arn)
            .set_next_token(next)
            .build()?)
    }

    async fn list_workflow_step_executions(
        &self,
        input: ListWorkflowStepExecutionsInput,
        _: RequestContext,
    ) -> Result<ListWorkflowStepExecutionsOutput, ListWorkflowStepExecutionsError> {
        let wanted = &input.workflow_execution_id;
        let run = self.runs.iter().find(|(run, _)| run.workflow_execution_id.as_ref() == Some(wanted));
        let Some((run, steps)) = run else {
            return Err(InvalidRequestException::builder().message("Workflow run not found").build()?.into());
        };
        let token = input.next_token.as_ref().map(PaginationToken::as_str);
        let Ok((found, next)) = page(steps, token, page_size(input.max_results)) else {
            return Err(bad_token()?.into());
        };
        Ok(ListWorkflowStepExecutionsOutput::builder()
            .set_steps(Some(found))
            .set_workflow_build_version_arn(run.workflow_build_version_arn.clone())
            .set_workflow_execution_id(run.workflow_execution_id.clone())
            .set_image_build_version_arn(self.image.clone())
            .set_next_token(next)
            .build()?)
    }
}
