//! Executions: names, data, ends, lists.

use generated::sfn::errors;
use generated::sfn::types::{Arn, ExecutionStatus, HistoryEvent, HistoryEventType, StateMachineType, TraceHeader};
use workflow_server::{HistoryImport, Import};

use super::support::{DEFINITION, Example, MACHINE, OTHER, ROLE, code, qualified};

#[tokio::test]
async fn an_execution_is_described_with_what_it_was_started_with() {
    let example = Example::machine().await;
    let start = example.client.start_execution().state_machine_arn(MACHINE).name("first").input(r#"{"a":1}"#);
    let header = "Root=1-5759e988-bd862e3fe1be46a994272793";
    let started = start.trace_header(header).send().await.expect("an execution");
    let found = example.client.describe_execution().execution_arn(started.execution_arn).send().await.expect("it");
    assert_eq!(found.name.as_ref().map(AsRef::as_ref), Some("first"));
    assert_eq!((found.status, found.start_date), (ExecutionStatus::Running, started.start_date));
    assert_eq!(found.input.as_ref().map(AsRef::as_ref), Some(r#"{"a":1}"#));
    assert_eq!(found.input_details.map(|details| details.included), Some(true));
    assert_eq!(found.trace_header.as_ref().map(TraceHeader::as_str), Some(header));
    assert_eq!((found.stop_date, found.output, found.error, found.cause), (None, None, None, None));
}

#[tokio::test]
async fn starting_a_running_execution_again_is_idempotent() {
    let example = Example::machine().await;
    let start = || example.client.start_execution().state_machine_arn(MACHINE).name("once");
    let first = start().input("1").send().await.expect("an execution");
    example.wait(10);
    assert_eq!(start().input("1").send().await.expect("the same"), first);
    assert_eq!(code(start().input("2").send().await), "ExecutionAlreadyExists");
    example.client.stop_execution().execution_arn(first.execution_arn).send().await.expect("a stop");
    assert_eq!(code(start().input("1").send().await), "ExecutionAlreadyExists");
}

#[tokio::test]
async fn the_input_of_an_execution_is_json() {
    let example = Example::machine().await;
    let start = example.client.start_execution().state_machine_arn(MACHINE).input(r#"{"a":"#);
    assert_eq!(code(start.send().await), "InvalidExecutionInput");
}

#[tokio::test]
async fn a_stopped_execution_has_an_end_an_error_and_a_cause() {
    let example = Example::machine().await;
    let arn = example.start(MACHINE).await;
    example.wait(10);
    let stop = || example.client.stop_execution().execution_arn(arn.clone()).error("E").cause("because").send();
    let stopped = stop().await.expect("a stop").stop_date;
    example.wait(10);
    assert_eq!(stop().await.expect("stopped already").stop_date, stopped);
    let found = example.client.describe_execution().execution_arn(arn.clone()).send().await.expect("it");
    assert_eq!((found.status, found.stop_date), (ExecutionStatus::Aborted, Some(stopped)));
    assert_eq!(found.error.as_ref().map(AsRef::as_ref), Some("E"));
    assert_eq!(found.cause.as_ref().map(AsRef::as_ref), Some("because"));
    assert_eq!(found.output, None);
}

/// An event with this number and the details of a builder.
fn event(example: &Example, id: i64, kind: HistoryEventType) -> generated::sfn::types::HistoryEventBuilder {
    HistoryEvent::builder().timestamp(example.now()).id(id).previous_event_id(id - 1).r#type(kind)
}

#[tokio::test]
async fn only_executions_that_succeed_have_an_output() {
    let example = Example::machine().await;
    let (good, bad) = (example.start(MACHINE).await, example.start(MACHINE).await);
    example.wait(10);
    let succeeded = generated::sfn::types::ExecutionSucceededEventDetails::builder().output("[1]").build();
    let failed = generated::sfn::types::ExecutionFailedEventDetails::builder().error("E").cause("c").build();
    let ends = [
        (
            &good,
            event(&example, 1, HistoryEventType::ExecutionSucceeded)
                .execution_succeeded_event_details(succeeded.expect("valid")),
        ),
        (
            &bad,
            event(&example, 1, HistoryEventType::ExecutionFailed)
                .execution_failed_event_details(failed.expect("valid")),
        ),
    ];
    let history = |(arn, event): (&Arn, generated::sfn::types::HistoryEventBuilder)| HistoryImport {
        execution_arn: arn.clone(),
        events: vec![event.build().expect("valid")],
    };
    let import = Import { histories: ends.into_iter().map(history).collect(), ..Import::default() };
    example.server.import(import).await.expect("an import");
    let describe = |arn: &Arn| example.client.describe_execution().execution_arn(arn.clone()).send();
    let found = describe(&good).await.expect("it");
    assert_eq!((found.status, found.stop_date), (ExecutionStatus::Succeeded, Some(example.now())));
    assert_eq!(found.output.as_ref().map(AsRef::as_ref), Some("[1]"));
    assert_eq!(found.output_details.map(|details| details.included), Some(true));
    let found = describe(&bad).await.expect("it");
    assert_eq!((found.status, found.output), (ExecutionStatus::Failed, None));
    assert_eq!(found.cause.as_ref().map(AsRef::as_ref), Some("c"));
}

#[tokio::test]
async fn an_execution_keeps_its_definition_and_role() {
    let example = Example::machine().await;
    let arn = example.start(MACHINE).await;
    let role = "arn:aws:iam::123456789012:role/other";
    let update = example.client.update_state_machine().state_machine_arn(MACHINE).definition(OTHER).role_arn(role);
    update.send().await.expect("an update");
    let call = example.client.describe_state_machine_for_execution().execution_arn(arn);
    let found = call.send().await.expect("its machine");
    assert_eq!((found.definition.as_str(), found.role_arn.as_str()), (DEFINITION, ROLE));
    assert_eq!(found.revision_id, None, "the first revision has no ID");
    let newer = example.start(MACHINE).await;
    let call = example.client.describe_state_machine_for_execution().execution_arn(newer);
    let found = call.send().await.expect("its machine");
    assert_eq!((found.definition.as_str(), found.role_arn.as_str()), (OTHER, role));
    assert_eq!(found.revision_id.as_deref(), Some("2"));
}

#[tokio::test]
async fn the_machine_of_an_execution_has_the_date_of_its_revision() {
    let example = Example::machine().await;
    let arn = example.start(MACHINE).await;
    let created = example.now();
    example.wait(10);
    example.publish().await;
    let newer = example.start(MACHINE).await;
    for (arn, date) in [(arn, created), (newer, example.now())] {
        let call = example.client.describe_state_machine_for_execution().execution_arn(arn);
        assert_eq!(call.send().await.expect("its machine").update_date, date);
    }
}

#[tokio::test]
async fn executions_are_listed_by_machine_version_or_alias_newest_first() {
    let example = Example::versions(2).await;
    example.alias("live", &[(1, 100)]).await;
    let [plain, first, second] = [MACHINE.to_owned(), qualified(1), qualified(2)];
    let mut started = Vec::new();
    for arn in [&plain, &first, &second, &qualified("live")] {
        started.push(example.start(arn).await);
    }
    for (arn, expected) in [(plain, &[3, 2, 1, 0][..]), (first, &[3, 1]), (second, &[2]), (qualified("live"), &[3])] {
        let list = example.client.list_executions().state_machine_arn(arn.as_str()).send().await.expect("a list");
        let found: Vec<Arn> = list.executions.into_iter().map(|item| item.execution_arn).collect();
        let expected: Vec<Arn> = expected.iter().map(|index| started[*index].clone()).collect();
        assert_eq!(found, expected, "{arn}");
    }
}

#[tokio::test]
async fn executions_are_filtered_by_status() {
    let example = Example::machine().await;
    let stopped = example.start(MACHINE).await;
    let running = example.start(MACHINE).await;
    example.client.stop_execution().execution_arn(stopped.clone()).send().await.expect("a stop");
    for (status, expected) in [(ExecutionStatus::Aborted, stopped), (ExecutionStatus::Running, running)] {
        let list = example.client.list_executions().state_machine_arn(MACHINE).status_filter(status);
        let found = list.send().await.expect("a list").executions;
        assert_eq!(found.into_iter().map(|item| item.execution_arn).collect::<Vec<_>>(), [expected]);
    }
}

#[tokio::test]
async fn executions_are_listed_by_one_arn() {
    let example = Example::machine().await;
    let map_run = "arn:aws:states:eu-central-1:123456789012:mapRun:orders/label:1";
    let list = || example.client.list_executions();
    let error = list().map_run_arn(map_run).send().await.expect_err("there is none");
    let Some(errors::ListExecutionsError::ResourceNotFound(found)) = error.as_service_error() else {
        panic!("{error:?}")
    };
    assert_eq!(found.resource_name.as_ref().map(Arn::as_str), Some(map_run));
    assert_eq!(code(list().send().await), "ValidationException");
    assert_eq!(code(list().state_machine_arn(MACHINE).map_run_arn(map_run).send().await), "ValidationException");
}

#[tokio::test]
async fn executions_of_express_machines_are_neither_described_nor_listed() {
    let example = Example::empty().await;
    let create = example.client.create_state_machine().name("quick").definition(DEFINITION).role_arn(ROLE);
    let machine = create.r#type(StateMachineType::Express).send().await.expect("a machine").state_machine_arn;
    let arn = example.start(machine.as_str()).await;
    let client = &example.client;
    assert_eq!(code(client.describe_execution().execution_arn(arn.clone()).send().await), "InvalidArn");
    assert_eq!(code(client.get_execution_history().execution_arn(arn.clone()).send().await), "InvalidArn");
    let machine_of = client.describe_state_machine_for_execution().execution_arn(arn);
    assert_eq!(code(machine_of.send().await), "InvalidArn");
    let list = client.list_executions().state_machine_arn(machine);
    assert_eq!(code(list.send().await), "StateMachineTypeNotSupported");
}
