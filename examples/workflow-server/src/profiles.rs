//! Customer Profiles: one workflow of four steps in the domain `example`.

use generated::customer_profiles::errors::GetWorkflowStepsError;
use generated::customer_profiles::server::CustomerProfiles;
use generated::customer_profiles::types::{
    AppflowIntegrationWorkflowStep, BadRequestException, FlowName, GetWorkflowStepsInput, GetWorkflowStepsOutput,
    ResourceNotFoundException, Status, String1To255, Token, Uuid, WorkflowStepItem, WorkflowType,
};
use whitesmith_runtime::constraint::Violation;
use whitesmith_runtime::server::RequestContext;
use whitesmith_runtime::types::Timestamp;

use crate::pages::page;

const DOMAIN: &str = "example";
const WORKFLOW: &str = "0123456789abcdef0123456789abcdef";

/// The steps of one workflow.
#[derive(Debug)]
pub(crate) struct Profiles {
    workflow: Option<Uuid>,
    steps: Vec<WorkflowStepItem>,
}

impl Profiles {
    /// The data that the server begins with.
    pub(crate) fn sample() -> Self {
        let steps = (1..=4).filter_map(|number| sample_step(number).ok());
        Self { workflow: Uuid::try_from(WORKFLOW).ok(), steps: steps.collect() }
    }
}

fn sample_step(number: i64) -> Result<WorkflowStepItem, Violation> {
    let time = |minute: i64| Timestamp::from_unix(1_793_520_000 + minute * 60, 0).unwrap_or_default();
    let text = |text: String| String1To255::new(text);
    let mut step = AppflowIntegrationWorkflowStep::new(
        FlowName::new(format!("flow-{number}"))?,
        Status::Complete,
        text("All records were moved".to_owned())?,
        number * 100,
        text(format!("2026-11-0{number}T00:00:00Z"))?,
        text(format!("2026-11-0{number}T23:59:59Z"))?,
        time(number),
        time(number + 1),
    );
    if number == 4 {
        step.status = Status::InProgress;
    }
    Ok(WorkflowStepItem { appflow_integration: Some(step) })
}

impl CustomerProfiles for Profiles {
    async fn get_workflow_steps(
        &self,
        input: GetWorkflowStepsInput,
        _: RequestContext,
    ) -> Result<GetWorkflowStepsOutput, GetWorkflowStepsError> {
        if input.domain_name.as_str() != DOMAIN || self.workflow.as_ref() != Some(&input.workflow_id) {
            return Err(ResourceNotFoundException { message: Some("There is no such workflow".to_owned()) }.into());
        }
        let size = input.max_results.map_or(100, |size| usize::try_from(size.get()).unwrap_or(100));
        let token = input.next_token.as_ref().map(Token::as_str);
        let bad_token = || BadRequestException { message: Some("The token is not one of this list".to_owned()) };
        let (found, next) = page(&self.steps, token, size).map_err(|_| bad_token())?;
        Ok(GetWorkflowStepsOutput {
            workflow_id: self.workflow.clone(),
            workflow_type: Some(WorkflowType::AppflowIntegration),
            items: Some(found),
            next_token: next.and_then(|token| token.try_into().ok()),
        })
    }
}
