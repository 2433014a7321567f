//! Image Builder: two workflow runs of one image, one with thirty steps.

use generated::imagebuilder::errors::{ListWorkflowExecutionsError, ListWorkflowStepExecutionsError};
use generated::imagebuilder::server::ImageBuilder;
use generated::imagebuilder::types::{
    ImageBuildVersionArn, InvalidPaginationTokenException, InvalidRequestException, ListWorkflowExecutionsInput,
    ListWorkflowExecutionsOutput, ListWorkflowStepExecutionsInput, ListWorkflowStepExecutionsOutput, PaginationToken,
    RestrictedInteger, WorkflowBuildVersionArn, WorkflowExecutionId, WorkflowExecutionMetadata,
    WorkflowExecutionStatus, WorkflowStepExecutionId, WorkflowStepExecutionStatus, WorkflowStepMetadata,
    WorkflowStepName, WorkflowType,
};
use whitesmith_runtime::constraint::Violation;
use whitesmith_runtime::server::RequestContext;

use crate::pages::page;

const IMAGE: &str = "arn:aws:imagebuilder:eu-central-1:123456789012:image/base-linux/1.0.0/1";
const WORKFLOW: &str = "arn:aws:imagebuilder:eu-central-1:123456789012:workflow/build/make-image/1.0.0/1";

/// One image, and the runs of workflows that belong to it.
#[derive(Debug)]
pub(crate) struct Images {
    image: Option<ImageBuildVersionArn>,
    runs: Vec<(WorkflowExecutionMetadata, Vec<WorkflowStepMetadata>)>,
}

impl Images {
    /// The data that the server begins with.
    pub(crate) fn sample() -> Self {
        let runs = [(1, 30), (2, 3)].into_iter().filter_map(|(run, steps)| sample_run(run, steps).ok()).collect();
        Self { image: ImageBuildVersionArn::try_from(IMAGE).ok(), runs }
    }
}

fn sample_run(run: u32, count: i32) -> Result<(WorkflowExecutionMetadata, Vec<WorkflowStepMetadata>), Violation> {
    let steps: Result<Vec<_>, Violation> = (1..=count).map(|number| sample_step(run, number)).collect();
    let metadata = WorkflowExecutionMetadata {
        workflow_build_version_arn: Some(WorkflowBuildVersionArn::try_from(WORKFLOW)?),
        workflow_execution_id: Some(WorkflowExecutionId::new(format!("wf-{run:08x}-0000-4000-8000-000000000000"))?),
        r#type: Some(WorkflowType::Build),
        status: Some(WorkflowExecutionStatus::Completed),
        total_step_count: count,
        total_steps_succeeded: count,
        start_time: Some("2026-11-01T08:00:00Z".to_owned()),
        end_time: Some("2026-11-01T08:30:00Z".to_owned()),
        retried: Some(false),
        ..WorkflowExecutionMetadata::default()
    };
    Ok((metadata, steps?))
}

fn sample_step(run: u32, number: i32) -> Result<WorkflowStepMetadata, Violation> {
    Ok(WorkflowStepMetadata {
        step_execution_id: Some(WorkflowStepExecutionId::new(format!("step-{run:08x}-0000-4000-8000-{number:012x}"))?),
        name: Some(WorkflowStepName::new(format!("Step-{number}"))?),
        status: Some(WorkflowStepExecutionStatus::Completed),
        start_time: Some(format!("2026-11-01T08:{:02}:00Z", number % 60)),
        ..WorkflowStepMetadata::default()
    })
}

fn page_size(requested: Option<RestrictedInteger>) -> usize {
    requested.map_or(25, |size| usize::try_from(size.get()).unwrap_or(25))
}

fn bad_token() -> InvalidPaginationTokenException {
    InvalidPaginationTokenException { message: Some("The token is not one of this list".to_owned()) }
}

impl ImageBuilder for Images {
    async fn list_workflow_executions(
        &self,
        input: ListWorkflowExecutionsInput,
        _: RequestContext,
    ) -> Result<ListWorkflowExecutionsOutput, ListWorkflowExecutionsError> {
        if self.image.as_ref() != Some(&input.image_build_version_arn) {
            return Err(InvalidRequestException { message: Some("There is no such image".to_owned()) }.into());
        }
        let runs: Vec<_> = self.runs.iter().map(|(run, _)| run.clone()).collect();
        let token = input.next_token.as_ref().map(PaginationToken::as_str);
        let (found, next) = page(&runs, token, page_size(input.max_results)).map_err(|_| bad_token())?;
        Ok(ListWorkflowExecutionsOutput {
            workflow_executions: Some(found),
            image_build_version_arn: Some(input.image_build_version_arn),
            next_token: next.and_then(|token| token.try_into().ok()),
            ..ListWorkflowExecutionsOutput::default()
        })
    }

    async fn list_workflow_step_executions(
        &self,
        input: ListWorkflowStepExecutionsInput,
        _: RequestContext,
    ) -> Result<ListWorkflowStepExecutionsOutput, ListWorkflowStepExecutionsError> {
        let wanted = &input.workflow_execution_id;
        let run = self.runs.iter().find(|(run, _)| run.workflow_execution_id.as_ref() == Some(wanted));
        let Some((run, steps)) = run else {
            return Err(InvalidRequestException { message: Some("There is no such workflow run".to_owned()) }.into());
        };
        let token = input.next_token.as_ref().map(PaginationToken::as_str);
        let (found, next) = page(steps, token, page_size(input.max_results)).map_err(|_| bad_token())?;
        Ok(ListWorkflowStepExecutionsOutput {
            steps: Some(found),
            workflow_build_version_arn: run.workflow_build_version_arn.clone(),
            workflow_execution_id: run.workflow_execution_id.clone(),
            image_build_version_arn: self.image.clone(),
            next_token: next.and_then(|token| token.try_into().ok()),
            ..ListWorkflowStepExecutionsOutput::default()
        })
    }
}
