//! Customer Profiles: steps of workflows.

use generated::customer_profiles::Client;
use workflow_server::Import;

use super::support::{Example, fault};

const WORKFLOW: &str = "0123456789abcdef0123456789abcdef";

async fn profiles() -> (Example, Client) {
    let example = Example::empty().await;
    let step = |number: u32| {
        format!(
            r#"{{"AppflowIntegration": {{"FlowName": "flow-{number}", "Status": "COMPLETE", "ExecutionMessage": "done",
                "RecordsProcessed": {number}, "BatchRecordsStartTime": "from", "BatchRecordsEndTime": "to",
                "CreatedAt": "2026-11-01T00:00:00Z", "LastUpdatedAt": "2026-11-02T00:00:00Z"}}}}"#
        )
    };
    let steps: Vec<String> = (1..=5).map(step).collect();
    let text = format!(
        r#"{{"workflows": [{{"domainName": "shop", "workflowId": "{WORKFLOW}", "items": [{}]}}]}}"#,
        steps.join(",")
    );
    let import: Import = serde_json::from_str(&text).expect("an import");
    example.server.import(import).await.expect("stored");
    let client = Client::new(example.config.clone());
    (example, client)
}

#[tokio::test]
async fn steps_of_a_workflow_are_listed_with_its_id_and_type() {
    let (_example, client) = profiles().await;
    let call = client.get_workflow_steps().domain_name("shop").workflow_id(WORKFLOW);
    let output = call.send().await.expect("steps");
    assert_eq!(output.workflow_id.as_ref().map(AsRef::as_ref), Some(WORKFLOW));
    assert_eq!(output.workflow_type.map(|kind| kind.to_string()).as_deref(), Some("APPFLOW_INTEGRATION"));
    let steps = output.items.expect("steps");
    assert_eq!(steps.len(), 5);
    let flow = steps[1].appflow_integration.clone().expect("a flow");
    assert_eq!((flow.flow_name.as_str(), flow.status.as_str(), flow.records_processed), ("flow-2", "COMPLETE", 2));
    assert!(flow.created_at < flow.last_updated_at);
}

#[tokio::test]
async fn the_token_of_a_page_leads_to_the_next() {
    let (example, client) = profiles().await;
    let call = || client.get_workflow_steps().domain_name("shop").workflow_id(WORKFLOW).max_results(2);
    let mut token = None;
    let mut sizes = Vec::new();
    loop {
        let page = call().set_next_token(token).send().await.expect("a page");
        sizes.push(page.items.map_or(0, |items| items.len()));
        match page.next_token {
            Some(next) => token = Some(next),
            None => break,
        }
    }
    assert_eq!(sizes, [2, 2, 1]);
    let token = call().send().await.expect("a page").next_token;
    example.wait(24 * 60 * 60);
    let (code, status, _) = fault(call().set_next_token(token).send().await);
    assert_eq!((code.as_str(), status), ("BadRequestException", 400));
}

#[tokio::test]
async fn an_unknown_domain_or_workflow_is_not_found() {
    let (_example, client) = profiles().await;
    for (domain, workflow) in [("other", WORKFLOW), ("shop", "ffffffffffffffffffffffffffffffff")] {
        let call = client.get_workflow_steps().domain_name(domain).workflow_id(workflow);
        let (code, status, _) = fault(call.send().await);
        assert_eq!((code.as_str(), status), ("ResourceNotFoundException", 404));
    }
}
