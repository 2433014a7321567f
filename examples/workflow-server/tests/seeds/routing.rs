//! Executions of versions and aliases.

use generated::sfn::types::Arn;

use super::support::{Example, MACHINE, START, qualified, routes};

/// Numbers of executions by version.
async fn counts(example: &Example) -> [usize; 2] {
    let mut counts = [0; 2];
    for (count, version) in counts.iter_mut().zip([1, 2]) {
        let list = example.client.list_executions().state_machine_arn(qualified(version));
        *count = list.send().await.expect("executions").executions.len();
    }
    counts
}

#[tokio::test]
async fn an_alias_splits_executions_by_weight() {
    let example = Example::versions(2).await;
    example.alias("live", &[(1, 90), (2, 10)]).await;
    for _ in 0..100 {
        example.start(&qualified("live")).await;
    }
    assert_eq!(counts(&example).await, [90, 10]);
}

#[tokio::test]
async fn an_alias_of_one_version_leads_to_it_always() {
    let example = Example::versions(2).await;
    example.alias("live", &[(2, 100)]).await;
    for _ in 0..10 {
        example.start(&qualified("live")).await;
    }
    assert_eq!(counts(&example).await, [0, 10]);
}

#[tokio::test]
async fn executions_follow_the_alias_when_it_is_updated() {
    let example = Example::versions(2).await;
    example.alias("live", &[(1, 100)]).await;
    example.start(&qualified("live")).await;
    let update = example.client.update_state_machine_alias().state_machine_alias_arn(qualified("live"));
    update.set_routing_configuration(Some(routes(&[(2, 100)]))).send().await.expect("an update");
    example.start(&qualified("live")).await;
    assert_eq!(counts(&example).await, [1, 1]);
}

#[tokio::test]
async fn an_execution_has_the_arns_that_it_was_started_with() {
    let example = Example::versions(1).await;
    example.alias("live", &[(1, 100)]).await;
    let text = |arn: Option<Arn>| arn.map(|arn| arn.to_string());
    for (started, version, alias) in [
        (MACHINE.to_owned(), None, None),
        (qualified(1), Some(qualified(1)), None),
        (qualified("live"), Some(qualified(1)), Some(qualified("live"))),
    ] {
        let arn = example.start(&started).await;
        let found = example.client.describe_execution().execution_arn(arn.clone()).send().await.expect("it");
        assert_eq!(found.state_machine_arn.as_str(), MACHINE);
        assert_eq!(
            (text(found.state_machine_version_arn), text(found.state_machine_alias_arn)),
            (version.clone(), alias.clone())
        );
        let history = example.client.get_execution_history().execution_arn(arn.clone()).send().await.expect("it");
        let details = history.events[0].execution_started_event_details.clone().expect("details");
        assert_eq!(
            (text(details.state_machine_version_arn), text(details.state_machine_alias_arn)),
            (version.clone(), alias.clone())
        );
        let list = example.client.list_executions().state_machine_arn(MACHINE).send().await.expect("a list");
        let item = list.executions.into_iter().find(|item| item.execution_arn == arn).expect("it");
        assert_eq!((text(item.state_machine_version_arn), text(item.state_machine_alias_arn)), (version, alias));
        assert_eq!((item.map_run_arn, item.start_date.secs()), (None, START));
    }
}
