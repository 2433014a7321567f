//! Versions: immutable, numbered without reuse, published once.

use super::support::{DEFINITION, Example, MACHINE, OTHER, ROLE, code, fault, qualified, routes};

#[tokio::test]
async fn a_version_keeps_the_revision_that_was_published() {
    let example = Example::machine().await;
    let publish = example.client.publish_state_machine_version().state_machine_arn(MACHINE);
    let version = publish.send().await.expect("a version");
    assert_eq!(version.creation_date, example.now());
    example.publish().await;
    let arn = version.state_machine_version_arn;
    let found = example.client.describe_state_machine().state_machine_arn(arn).send().await.expect("it");
    assert_eq!((found.definition.as_str(), found.revision_id), (DEFINITION, None));
    let newer = example.client.describe_state_machine().state_machine_arn(qualified(2)).send().await.expect("it");
    assert_eq!((newer.definition.as_str(), newer.revision_id.as_deref()), (OTHER, Some("2")));
}

#[tokio::test]
async fn a_revision_is_published_once() {
    let example = Example::machine().await;
    let publish = || example.client.publish_state_machine_version().state_machine_arn(MACHINE);
    let first = publish().send().await.expect("a version");
    example.wait(10);
    assert_eq!(publish().send().await.expect("the same"), first);
    assert_eq!(publish().description("other").send().await.expect("the same"), first);
    assert_eq!(publish().revision_id("INITIAL").send().await.expect("the same"), first);
    let list = example.client.list_state_machine_versions().state_machine_arn(MACHINE);
    assert_eq!(list.send().await.expect("a list").state_machine_versions.len(), 1);
}

#[tokio::test]
async fn only_the_current_revision_is_published() {
    let example = Example::machine().await;
    let update = example.client.update_state_machine().state_machine_arn(MACHINE).definition(OTHER);
    let revision = update.send().await.expect("an update").revision_id.expect("an ID");
    let publish =
        |id: &str| example.client.publish_state_machine_version().state_machine_arn(MACHINE).revision_id(id).send();
    for other in ["INITIAL", "7"] {
        let (code, status, message) = fault(publish(other).await);
        assert_eq!((code.as_str(), status), ("ConflictException", 409));
        assert!(message.contains(&revision), "{message}");
    }
    publish(&revision).await.expect("a version");
}

#[tokio::test]
async fn numbers_of_versions_increase_from_1_and_are_not_reused() {
    let example = Example::machine().await;
    for number in 1..=3 {
        assert_eq!(example.publish().await.as_str(), qualified(number));
    }
    for number in [3, 1] {
        let delete = example.client.delete_state_machine_version().state_machine_version_arn(qualified(number));
        delete.send().await.expect("a deletion");
    }
    assert_eq!(example.publish().await.as_str(), qualified(4));
}

#[tokio::test]
async fn a_machine_has_1000_versions_at_most() {
    let example = Example::versions(1000).await;
    let update = || example.client.update_state_machine().state_machine_arn(MACHINE).role_arn(ROLE);
    assert_eq!(code(update().publish(true).send().await), "ServiceQuotaExceededException");
    let described = || example.client.describe_state_machine().state_machine_arn(MACHINE).send();
    let revision = described().await.expect("it").revision_id;
    assert_eq!(revision.as_deref(), Some("1001"), "an update that fails changes nothing");
    update().send().await.expect("an update");
    let publish = || example.client.publish_state_machine_version().state_machine_arn(MACHINE).send();
    assert_eq!(code(publish().await), "ServiceQuotaExceededException");
    let delete = example.client.delete_state_machine_version().state_machine_version_arn(qualified(7));
    delete.send().await.expect("a deletion");
    assert_eq!(publish().await.expect("a version").state_machine_version_arn.as_str(), qualified(1001));
}

#[tokio::test]
async fn a_deleted_version_starts_no_execution_and_has_no_alias() {
    let example = Example::versions(2).await;
    let running = example.start(&qualified(2)).await;
    let delete = || example.client.delete_state_machine_version().state_machine_version_arn(qualified(2)).send();
    delete().await.expect("a deletion");
    delete().await.expect("deleted already");
    let start = example.client.start_execution().state_machine_arn(qualified(2));
    assert_eq!(code(start.send().await), "StateMachineDoesNotExist");
    let create = example.client.create_state_machine_alias().name("live");
    let create = create.set_routing_configuration(Some(routes(&[(2, 100)])));
    assert_eq!(code(create.send().await), "ResourceNotFound");
    let execution = example.client.describe_execution().execution_arn(running.clone()).send().await.expect("it");
    assert_eq!(execution.status.as_str(), "RUNNING", "executions in progress go on");
    let call = example.client.describe_state_machine_for_execution().execution_arn(running);
    assert_eq!(call.send().await.expect("its machine").definition.as_str(), OTHER);
}

#[tokio::test]
async fn a_version_with_an_alias_cannot_be_deleted() {
    let example = Example::versions(2).await;
    example.alias("live", &[(1, 90), (2, 10)]).await;
    example.alias("canary", &[(2, 100)]).await;
    let delete =
        |number: u32| example.client.delete_state_machine_version().state_machine_version_arn(qualified(number)).send();
    let (code, status, message) = fault(delete(2).await);
    assert_eq!((code.as_str(), status), ("ConflictException", 409));
    assert!(message.contains("canary, live"), "{message}");
    let update = example.client.update_state_machine_alias().state_machine_alias_arn(qualified("live"));
    update.set_routing_configuration(Some(routes(&[(1, 100)]))).send().await.expect("an update");
    let (_, _, message) = fault(delete(2).await);
    assert!(message.contains("canary") && !message.contains("live"), "{message}");
    let remove = example.client.delete_state_machine_alias().state_machine_alias_arn(qualified("canary"));
    remove.send().await.expect("a deletion");
    delete(2).await.expect("no alias is left");
}
