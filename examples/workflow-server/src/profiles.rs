//! Customer Profiles: workflows of domains, and their steps.

use generated::customer_profiles::errors::GetWorkflowStepsError;
use generated::customer_profiles::server::CustomerProfiles;
use generated::customer_profiles::types::{
    AppflowIntegrationWorkflowStep, BadRequestException, GetWorkflowStepsInput, GetWorkflowStepsOutput, Name,
    ResourceNotFoundException, Status, Token, Uuid, WorkflowStepItem, WorkflowType,
};
use serde::Deserialize;
use whitesmith_runtime::BuildError;
use whitesmith_runtime::server::RequestContext;
use whitesmith_runtime::types::Timestamp;

use crate::database::{Database, Session, json, to_json};
use crate::import::ImportError;
use crate::pages::{Listing, Order};
use crate::tokens::Query;

const DOMAIN: &str = "example";
const WORKFLOW: &str = "0123456789abcdef0123456789abcdef";
/// Number of items of a page if the request does not set it.
const PAGE: usize = 100;

/// A workflow with its steps. It replaces an earlier one with this domain and ID.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct WorkflowImport {
    /// Name of the domain.
    pub domain_name: Name,
    /// ID of the workflow.
    pub workflow_id: Uuid,
    /// Its steps, in the order in which they are listed.
    pub items: Vec<WorkflowStepItem>,
}

pub(crate) fn apply(session: &Session<'_>, import: &WorkflowImport) -> Result<(), ImportError> {
    let key = (import.domain_name.as_str(), import.workflow_id.as_str());
    session.execute("DELETE FROM workflow WHERE domain = ?1 AND workflow_id = ?2", key)?;
    let workflow = session.insert("INSERT INTO workflow (domain, workflow_id) VALUES (?1, ?2)", key)?;
    for (position, step) in (1_i64..).zip(&import.items) {
        let sql = "INSERT INTO workflow_step (workflow, position, document) VALUES (?1, ?2, ?3)";
        session.execute(sql, (workflow, position, to_json(step)?))?;
    }
    Ok(())
}

/// A workflow with four steps in the domain `example`.
pub(crate) fn sample() -> Result<WorkflowImport, ImportError> {
    Ok(WorkflowImport {
        domain_name: Name::try_from(DOMAIN)?,
        workflow_id: Uuid::try_from(WORKFLOW)?,
        items: (1..=4).map(sample_step).collect::<Result<_, _>>()?,
    })
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

fn steps(session: &Session<'_>, input: GetWorkflowStepsInput) -> Result<GetWorkflowStepsOutput, GetWorkflowStepsError> {
    let (domain, id) = (input.domain_name.as_str(), input.workflow_id.as_str());
    let sql = "SELECT id FROM workflow WHERE domain = ?1 AND workflow_id = ?2";
    let Some(workflow) = session.first(sql, (domain, id), |row| row.get::<_, i64>(0))? else {
        let message = format!("There is no workflow `{id}` in the domain `{domain}`");
        return Err(ResourceNotFoundException::builder().message(message).build()?.into());
    };
    let size = input.max_results.and_then(|size| usize::try_from(size.get()).ok());
    let argument = size.map(|size| size.to_string());
    let query = Query { operation: "GetWorkflowSteps", arguments: &[Some(domain), Some(id), argument.as_deref()] };
    let token = input.next_token.as_ref().map(Token::as_str);
    let listing = match Listing::new(session, query, token, size.unwrap_or(PAGE), Order::Ascending) {
        Ok(listing) => listing,
        Err(reason) => return Err(BadRequestException::builder().message(reason.message()).build()?.into()),
    };
    let sql = "SELECT position, document FROM workflow_step WHERE workflow = ?1 AND position > ?2 \
               ORDER BY position LIMIT ?3";
    let read = |row: &rusqlite::Row<'_>| Ok((row.get("position")?, json::<WorkflowStepItem>(row, "document")?));
    let found = session.all(sql, (workflow, listing.after, listing.limit), read)?;
    let (items, token) = listing.page(session, found);
    Ok(GetWorkflowStepsOutput::builder()
        .workflow_id(input.workflow_id)
        .workflow_type(WorkflowType::AppflowIntegration)
        .set_items(Some(items))
        .set_next_token(token)
        .build()?)
}

/// The service.
pub(crate) struct Profiles(pub(crate) Database);

impl CustomerProfiles for Profiles {
    async fn get_workflow_steps(
        &self,
        input: GetWorkflowStepsInput,
        _: RequestContext,
    ) -> Result<GetWorkflowStepsOutput, GetWorkflowStepsError> {
        self.0.read(move |session| steps(session, input)).await
    }
}
