//! Histories: order, execution data, imports.

use generated::sfn::types::{
    Arn, HistoryEvent, HistoryEventExecutionDataDetails, HistoryEventType, StateEnteredEventDetails,
    StateExitedEventDetails,
};
use workflow_server::{HistoryImport, Import, ImportError};

use super::support::{Example, MACHINE};

/// A history of an execution with a state that it has entered and left.
fn events(example: &Example) -> Vec<HistoryEvent> {
    let event =
        |id: i64, kind| HistoryEvent::builder().timestamp(example.now()).id(id).previous_event_id(id - 1).r#type(kind);
    let data = HistoryEventExecutionDataDetails::default();
    let entered = StateEnteredEventDetails::builder().name("Wait").input("{}").input_details(data.clone()).build();
    let left = StateExitedEventDetails::builder().name("Wait").output("[]").output_details(data).build();
    let built = [
        event(1, HistoryEventType::ExecutionStarted).build(),
        event(2, HistoryEventType::WaitStateEntered).state_entered_event_details(entered.expect("valid")).build(),
        event(3, HistoryEventType::WaitStateExited).state_exited_event_details(left.expect("valid")).build(),
    ];
    built.map(|event| event.expect("valid")).to_vec()
}

async fn import(example: &Example, execution_arn: Arn, events: Vec<HistoryEvent>) -> Result<(), ImportError> {
    let histories = vec![HistoryImport { execution_arn, events }];
    example.server.import(Import { histories, ..Import::default() }).await
}

#[tokio::test]
async fn an_imported_history_is_returned_in_either_order() {
    let example = Example::machine().await;
    let arn = example.start(MACHINE).await;
    let expected = events(&example);
    import(&example, arn.clone(), expected.clone()).await.expect("an import");
    let get = || example.client.get_execution_history().execution_arn(arn.clone());
    assert_eq!(get().send().await.expect("a history").events, expected);
    let mut reversed = get().reverse_order(true).send().await.expect("a history").events;
    reversed.reverse();
    assert_eq!(reversed, expected);
}

#[tokio::test]
async fn execution_data_is_returned_unless_it_is_excluded() {
    let example = Example::machine().await;
    let arn = example.start(MACHINE).await;
    let start = example.client.start_execution().state_machine_arn(MACHINE).input("[7]");
    let started = start.send().await.expect("an execution").execution_arn;
    import(&example, arn.clone(), events(&example)).await.expect("an import");
    for include in [None, Some(true), Some(false)] {
        let get = |arn: &Arn| {
            let call = example.client.get_execution_history().execution_arn(arn.clone());
            call.set_include_execution_data(include).send()
        };
        let is_included = include != Some(false);
        let found = get(&arn).await.expect("a history").events;
        let entered = found[1].state_entered_event_details.clone().expect("details");
        let left = found[2].state_exited_event_details.clone().expect("details");
        assert_eq!((entered.name.as_str(), left.name.as_str()), ("Wait", "Wait"));
        assert_eq!((entered.input.is_some(), left.output.is_some()), (is_included, is_included));
        let first = get(&started).await.expect("a history").events.remove(0);
        let details = first.execution_started_event_details.expect("details");
        assert_eq!(details.input.is_some(), is_included);
        assert!(details.role_arn.is_some());
    }
}

#[tokio::test]
async fn data_of_events_is_not_truncated() {
    let example = Example::machine().await;
    let start = example.client.start_execution().state_machine_arn(MACHINE).input("[7]");
    let arn = start.send().await.expect("an execution").execution_arn;
    let history = example.client.get_execution_history().execution_arn(arn).send().await.expect("a history");
    let details = history.events[0].execution_started_event_details.clone().expect("details");
    assert_eq!(details.input_details.map(|details| details.truncated), Some(false));
}

#[tokio::test]
async fn events_are_numbered_from_1_in_the_order_of_their_times() {
    let example = Example::machine().await;
    let arn = example.start(MACHINE).await;
    example.wait(10);
    example.client.stop_execution().execution_arn(arn.clone()).send().await.expect("a stop");
    let call = example.client.get_execution_history().execution_arn(arn.clone());
    let found = call.send().await.expect("a history").events;
    assert_eq!(found.iter().map(|event| (event.id, event.previous_event_id)).collect::<Vec<_>>(), [(1, 0), (2, 1)]);
    assert!(found[0].timestamp < found[1].timestamp);

    let mut gap = events(&example);
    gap.remove(1);
    let message = import(&example, arn.clone(), gap).await.expect_err("a number is missing").to_string();
    assert!(message.contains("1, 2, 3"), "{message}");
    let mut earlier = events(&example);
    earlier[2].timestamp = found[0].timestamp;
    let message = import(&example, arn.clone(), earlier).await.expect_err("time does not go back").to_string();
    assert!(message.contains("earlier"), "{message}");
    let message = import(&example, arn.clone(), Vec::new()).await.expect_err("no event").to_string();
    assert!(message.contains("no events"), "{message}");
    let other = Arn::try_from("arn:aws:states:eu-central-1:123456789012:execution:orders:none").expect("an ARN");
    let message = import(&example, other, Vec::new()).await.expect_err("there is no such execution").to_string();
    assert!(message.contains("does not exist"), "{message}");
    let call = example.client.get_execution_history().execution_arn(arn);
    assert_eq!(call.send().await.expect("a history").events, found, "nothing of a failed import is stored");
}
