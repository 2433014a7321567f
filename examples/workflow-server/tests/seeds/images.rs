//! Image Builder: runs of workflows and their steps.

use std::collections::HashSet;

use generated::imagebuilder::Client;
use generated::imagebuilder::types::RestrictedInteger;
use workflow_server::Import;

use super::support::{Example, code, fault};

const IMAGE: &str = "arn:aws:imagebuilder:eu-central-1:123456789012:image/base-linux/1.0.0/1";
const WORKFLOW: &str = "arn:aws:imagebuilder:eu-central-1:123456789012:workflow/build/make-image/1.0.0/1";
const RUN: &str = "wf-0000000A-0000-4000-8000-000000000000";

/// A server with an image of three runs, one of which has thirty steps.
async fn images() -> (Example, Client) {
    let example = Example::empty().await;
    example.server.import(import(31)).await.expect("an import");
    let client = Client::new(example.config.clone());
    (example, client)
}

fn import(total: u32) -> Import {
    let steps: Vec<String> =
        (1..=30).map(|number| format!(r#"{{"name":"Step-{number}","status":"COMPLETED"}}"#)).collect();
    let text = format!(
        r#"{{"images": [{{"imageBuildVersionArn": "{IMAGE}", "workflowExecutions": [
            {{"metadata": {{"workflowExecutionId": "{RUN}", "workflowBuildVersionArn": "{WORKFLOW}",
                "type": "BUILD", "status": "FAILED", "message": "disk full",
                "totalStepCount": {total}, "totalStepsSucceeded": 28, "totalStepsSkipped": 2, "totalStepsFailed": 1,
                "startTime": "2026-11-01T08:00:00Z", "endTime": "2026-11-01T08:30:00Z",
                "parallelGroup": "tests", "retried": true}},
              "steps": [{}]}},
            {{"metadata": {{"workflowExecutionId": "wf-00000002-0000-4000-8000-000000000000"}}}},
            {{"metadata": {{"workflowExecutionId": "wf-00000003-0000-4000-8000-000000000000"}}}}
        ]}}]}}"#,
        steps.join(",")
    );
    serde_json::from_str(&text).expect("an import")
}

#[tokio::test]
async fn runs_of_an_image_are_listed_with_their_metadata() {
    let (_example, client) = images().await;
    let output = client.list_workflow_executions().image_build_version_arn(IMAGE).send().await.expect("runs");
    assert_eq!(output.image_build_version_arn.as_ref().map(AsRef::as_ref), Some(IMAGE));
    assert_eq!(output.next_token, None);
    let runs = output.workflow_executions.expect("runs");
    assert_eq!(runs.len(), 3);
    let run = &runs[0];
    assert_eq!(run.workflow_execution_id.as_ref().map(AsRef::as_ref), Some(RUN));
    assert_eq!(run.workflow_build_version_arn.as_ref().map(AsRef::as_ref), Some(WORKFLOW));
    let texts = [run.r#type.as_ref().map(AsRef::as_ref), run.status.as_ref().map(AsRef::as_ref)];
    assert_eq!(texts, [Some("BUILD"), Some("FAILED")]);
    assert_eq!(run.message.as_ref().map(AsRef::as_ref), Some("disk full"));
    assert_eq!(run.start_time.as_ref().map(AsRef::as_ref), Some("2026-11-01T08:00:00Z"));
    assert_eq!(run.end_time.as_ref().map(AsRef::as_ref), Some("2026-11-01T08:30:00Z"));
    assert_eq!((run.parallel_group.as_ref().map(AsRef::as_ref), run.retried), (Some("tests"), Some(true)));
}

#[tokio::test]
async fn the_total_of_steps_is_the_sum_of_its_parts() {
    let (example, client) = images().await;
    let error = example.server.import(import(30)).await.expect_err("28 + 2 + 1 is 31");
    assert!(error.to_string().contains("totalStepCount"), "{error}");
    let output = client.list_workflow_executions().image_build_version_arn(IMAGE).send().await.expect("runs");
    let run = &output.workflow_executions.expect("runs")[0];
    let parts = [run.total_steps_succeeded, run.total_steps_skipped, run.total_steps_failed];
    assert_eq!((parts, run.total_step_count), ([28, 2, 1], 31));
}

#[tokio::test]
async fn steps_of_a_run_are_listed_with_its_arns() {
    let (_example, client) = images().await;
    let output = client.list_workflow_step_executions().workflow_execution_id(RUN).send().await.expect("steps");
    assert_eq!(output.image_build_version_arn.as_ref().map(AsRef::as_ref), Some(IMAGE));
    assert_eq!(output.workflow_build_version_arn.as_ref().map(AsRef::as_ref), Some(WORKFLOW));
    assert_eq!(output.workflow_execution_id.as_ref().map(AsRef::as_ref), Some(RUN));
    let names: Vec<String> =
        output.steps.iter().flatten().filter_map(|step| step.name.as_ref()).map(ToString::to_string).collect();
    let expected: Vec<String> = (1..=25).map(|number| format!("Step-{number}")).collect();
    assert_eq!(names, expected, "25 at most");
    assert!(output.next_token.is_some());
}

#[tokio::test]
async fn a_page_has_1_to_25_items() {
    for size in [0, 26] {
        assert!(RestrictedInteger::new(size).is_err(), "{size}");
    }
    let (_example, client) = images().await;
    let mut pages = client.list_workflow_step_executions().workflow_execution_id(RUN).max_results(12).paginate();
    let mut sizes = Vec::new();
    while let Some(page) = pages.try_next().await.expect("a page") {
        sizes.push(page.steps.map_or(0, |steps| steps.len()));
    }
    assert_eq!(sizes, [12, 12, 6]);
    let list = client.list_workflow_executions().image_build_version_arn(IMAGE).max_results(1);
    assert_eq!(list.send().await.expect("a page").workflow_executions.map(|runs| runs.len()), Some(1));
}

#[tokio::test]
async fn a_token_of_another_list_is_an_invalid_pagination_token() {
    let (example, client) = images().await;
    let steps = || client.list_workflow_step_executions().workflow_execution_id(RUN);
    let runs = || client.list_workflow_executions().image_build_version_arn(IMAGE);
    let token = runs().max_results(1).send().await.expect("a page").next_token.expect("a token");
    let (name, status, _) = fault(steps().max_results(1).next_token(token.clone()).send().await);
    assert_eq!((name.as_str(), status), ("InvalidPaginationTokenException", 400));
    for token in ["1", "nonsense"] {
        assert_eq!(code(runs().next_token(token).send().await), "InvalidPaginationTokenException");
    }
    example.wait(24 * 60 * 60);
    let late = runs().max_results(1).next_token(token).send().await;
    assert_eq!(code(late), "InvalidPaginationTokenException");
}

#[tokio::test]
async fn an_unknown_image_or_run_is_a_client_exception() {
    let (_example, client) = images().await;
    let other = IMAGE.replace("base-linux", "other");
    let (name, status, _) =
        fault(client.list_workflow_executions().image_build_version_arn(other.as_str()).send().await);
    assert_eq!((name.as_str(), status), ("ClientException", 400));
    let run = "wf-99999999-0000-4000-8000-000000000000";
    assert_eq!(code(client.list_workflow_step_executions().workflow_execution_id(run).send().await), "ClientException");
}

#[tokio::test]
async fn each_request_has_an_id_of_its_own() {
    let (_example, client) = images().await;
    let mut ids = HashSet::new();
    for _ in 0..2 {
        let runs = client.list_workflow_executions().image_build_version_arn(IMAGE).send().await.expect("runs");
        let steps = client.list_workflow_step_executions().workflow_execution_id(RUN).send().await.expect("steps");
        ids.extend([runs.request_id, steps.request_id].into_iter().flatten().map(|id| id.to_string()));
    }
    assert_eq!(ids.len(), 4);
}
