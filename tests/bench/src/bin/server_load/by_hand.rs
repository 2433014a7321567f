//! Two servers with the same responses: one implements the generated trait, one is handwritten with axum and serde.

use std::sync::{Arc, LazyLock};

use axum::Json;
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::post;
use generated::imagebuilder::errors::{ListWorkflowExecutionsError, ListWorkflowStepExecutionsError};
use generated::imagebuilder::server::ImageBuilder;
use generated::imagebuilder::types as t;
use regex::Regex;
use serde::{Deserialize, Serialize};
use whitesmith_runtime::server::RequestContext;

static ID: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(t::WorkflowExecutionId::PATTERN).expect("a regular expression"));

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Input {
    workflow_execution_id: String,
    max_results: Option<i32>,
    next_token: Option<String>,
}

#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[allow(clippy::struct_field_names, reason = "the names are the service's")]
struct Step {
    step_execution_id: String,
    name: String,
    description: String,
    action: String,
    status: &'static str,
    message: String,
    inputs: String,
    outputs: String,
    start_time: String,
    end_time: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Output {
    request_id: String,
    steps: Vec<Step>,
    workflow_execution_id: String,
}

fn step(number: usize) -> Step {
    Step {
        step_execution_id: format!("step-00000001-0000-4000-8000-{number:012x}"),
        name: format!("Step-{number}"),
        description: "Installs what the image needs".to_owned(),
        action: "ExecuteBash".to_owned(),
        status: "COMPLETED",
        message: "All commands ended well".to_owned(),
        inputs: r#"{"commands": ["apt-get update"]}"#.to_owned(),
        outputs: "{}".to_owned(),
        start_time: "2026-11-01T08:00:00Z".to_owned(),
        end_time: "2026-11-01T08:30:00Z".to_owned(),
    }
}

/// How the steps of a response are made.
#[derive(Clone, Copy)]
pub(crate) enum Steps {
    Cloned,
    Built,
}

/// The steps of all responses, and whether they are built again for each.
struct Page {
    page: Vec<Step>,
    steps: Steps,
}

async fn list(
    State(page): State<Arc<Page>>,
    Json(input): Json<Input>,
) -> Result<Json<Output>, (StatusCode, &'static str)> {
    let size = input.max_results.unwrap_or(25);
    let token_is_good = input.next_token.is_none_or(|token| (1..=65535).contains(&token.chars().count()));
    if !ID.is_match(&input.workflow_execution_id) || !(1..=25).contains(&size) || !token_is_good {
        return Err((StatusCode::BAD_REQUEST, "invalid"));
    }
    Ok(Json(Output {
        request_id: "1".to_owned(),
        steps: match page.steps {
            Steps::Cloned => page.page.clone(),
            Steps::Built => (1..=25).map(step).collect(),
        },
        workflow_execution_id: input.workflow_execution_id,
    }))
}

/// The handwritten server.
pub(crate) fn router(steps: Steps) -> Router {
    let page = Page { page: (1..=25).map(step).collect(), steps };
    Router::new().route("/ListWorkflowStepExecutions", post(list)).with_state(Arc::new(page))
}

/// The implementation of the generated trait.
pub(crate) struct Typed {
    page: Vec<t::WorkflowStepMetadata>,
    steps: Steps,
}

impl Typed {
    pub(crate) fn new(steps: Steps) -> Self {
        Self { page: (1..=25).map(typed_step).collect::<Result<_, _>>().expect("valid steps"), steps }
    }
}

/// The same values, with the generated types.
fn typed_step(number: usize) -> Result<t::WorkflowStepMetadata, whitesmith_runtime::BuildError> {
    let step = step(number);
    t::WorkflowStepMetadata::builder()
        .step_execution_id(step.step_execution_id)
        .name(step.name)
        .description(step.description)
        .action(step.action)
        .status(t::WorkflowStepExecutionStatus::Completed)
        .message(step.message)
        .inputs(step.inputs)
        .outputs(step.outputs)
        .start_time(step.start_time)
        .end_time(step.end_time)
        .build()
}

impl ImageBuilder for Typed {
    async fn list_workflow_executions(
        &self,
        _: t::ListWorkflowExecutionsInput,
        _: RequestContext,
    ) -> Result<t::ListWorkflowExecutionsOutput, ListWorkflowExecutionsError> {
        Ok(t::ListWorkflowExecutionsOutput::default())
    }

    async fn list_workflow_step_executions(
        &self,
        input: t::ListWorkflowStepExecutionsInput,
        _: RequestContext,
    ) -> Result<t::ListWorkflowStepExecutionsOutput, ListWorkflowStepExecutionsError> {
        let steps = match self.steps {
            Steps::Cloned => self.page.clone(),
            Steps::Built => (1..=25).map(typed_step).collect::<Result<Vec<_>, _>>()?,
        };
        Ok(t::ListWorkflowStepExecutionsOutput::builder()
            .request_id("1")
            .set_steps(Some(steps))
            .workflow_execution_id(input.workflow_execution_id)
            .build()?)
    }
}
