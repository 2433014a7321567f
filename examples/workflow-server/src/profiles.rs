//! Customer Profiles: a workflow with four steps in the domain `example`.

use generated::customer_profiles::errors::GetWorkflowStepsError;
use generated::customer_profiles::server::CustomerProfiles;
use generated::customer_profiles::types::{
    AppflowIntegrationWorkflowStep, BadRequestException, GetWorkflowStepsInput, GetWorkflowStepsOutput,
    ResourceNotFoundException, Status, Token, Uuid, WorkflowStepItem, WorkflowType,
};
use whitesmith_runtime::BuildError;
use whitesmith_runtime::server::RequestContext;
use whitesmith_runtime::types::Timestamp;

use crate::pages::page;

const DOMAIN: &str = "example";
const WORKFLOW: &str = "0123456789abcdef0123456789abcdef";

/// Steps of a workflow.
#[derive(Debug)]
pub(crate) struct Profiles {
    workflow: Option<Uuid>,
    steps: Vec<WorkflowStepItem>,
}

impl Profiles {
    /// Sample data.
    pub(crate) fn sample() -> Self {
        let steps = (1..=4).filter_map(|number| sample_step(number).ok());
        Self { workflow: Uuid::try_from(WORKFLOW).ok(), steps: steps.collect() }
    }
}

fn sample_step(number: i64) -> Result<WorkflowStepItem, BuildError> {
    let time = |minute: i64| Timestamp::from_unix(1_793_520_000 + minute * 60, 0).unwrap_or_default();
    let step = AppflowIntegrationWorkflowStep::builder()
        .flow_name(format!("flow-{number}"))
        .status(if number == 4 { Status::InProgress } else { Status::Complete })
        .execution_message("All records were processed")
        .records_processed(number * 100)
        .batch_records_start_time(format!("2026-11-0{number}T00:00:00Z"))
        .batch_records_end_time(format!("2026-11-0{number}T23:59:59Z"))
        .created_at(time(number))
        .last_updated_at(time(number + 1))
        .build()?;
    WorkflowStepItem::builder().appflow_integration(step).build()
}

impl CustomerProfiles for Profiles {
    async fn get_workflow_steps(
        &self,
        input: GetWorkflowStepsInput,
        _: RequestContext,
    ) -> Result<GetWorkflowStepsOutput, GetWorkflowStepsError> {
        if input.domain_name.as_str() != DOMAIN || self.workflow.as_ref() != Some(&input.workflow_id) {
            return Err(ResourceNotFoundException::builder().message("Workflow not found").build()?.into());
        }
        let size = input.max_results.map_or(100, |size| usize::try_from(size.get()).unwrap_or(100));
        let token = input.next_token.as_ref().map(Token::as_str);
        let Ok((found, next)) = page(&self.steps, token, size) else {
            return Err(BadRequestException::builder().message("Invalid pagination token").build()?.into());
        };
        Ok(GetWorkflowStepsOutput::builder()
            .set_workflow_id(self.workflow.clone())
            .workflow_type(WorkflowType::AppflowIntegration)
            .set_items(Some(found))
            .set_next_token(next)
            .build()?)
    }
}
