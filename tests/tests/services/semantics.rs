//! Behaviour of versions and aliases in the example's Step Functions, as in the service's reference.

use generated::sfn::types::{Arn, RoutingConfigurationListItem, StateMachineType, VersionWeight};
use generated::sfn::{Client, errors};
use whitesmith_runtime::client::Error;
use whitesmith_runtime::operation::OperationError;

use super::support::{MACHINE, config, example};

const DEFINITION: &str = r#"{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}"#;
const OTHER: &str = r#"{"StartAt":"Wait","States":{"Wait":{"Type":"Wait","Seconds":1,"End":true}}}"#;
const ROLE: &str = "arn:aws:iam::123456789012:role/orders";
const ALIAS: &str = "arn:aws:states:eu-central-1:123456789012:stateMachine:orders:live";

async fn machines() -> Client {
    Client::new(config(example().await))
}

/// Error code of the result.
#[track_caller]
fn code<T: std::fmt::Debug, E: OperationError + std::fmt::Debug>(result: Result<T, Error<E>>) -> String {
    result.expect_err("an error").code().unwrap_or_default().to_owned()
}

fn routes(shares: &[(u32, i32)]) -> Vec<RoutingConfigurationListItem> {
    let route = |(version, weight): &(u32, i32)| {
        let arn = Arn::new(format!("{MACHINE}:{version}")).expect("an ARN");
        RoutingConfigurationListItem::builder()
            .state_machine_version_arn(arn)
            .weight(VersionWeight::new(*weight).expect("a weight"))
            .build()
            .expect("valid")
    };
    shares.iter().map(route).collect()
}

#[tokio::test]
async fn creating_a_machine_is_idempotent() {
    let client = machines().await;
    let create = || client.create_state_machine().name("again").definition(DEFINITION).publish(true);
    let first = create().role_arn(ROLE).send().await.expect("a machine");
    assert_eq!(create().role_arn(ROLE).send().await.expect("the same"), first);
    let other_role = create().role_arn("arn:aws:iam::123456789012:role/other").send().await;
    assert_eq!(other_role.expect("roles make no difference"), first);
    for other in [
        create().role_arn(ROLE).definition(OTHER),
        create().role_arn(ROLE).publish(false),
        create().role_arn(ROLE).r#type(StateMachineType::Express),
        create().role_arn(ROLE).version_description("first"),
    ] {
        assert_eq!(code(other.send().await), "StateMachineAlreadyExists");
    }
}

#[tokio::test]
async fn a_revision_is_published_once() {
    let client = machines().await;
    let publish = || client.publish_state_machine_version().state_machine_arn(MACHINE);
    let first = publish().send().await.expect("a version");
    assert_eq!(first.state_machine_version_arn.as_str(), format!("{MACHINE}:2"));
    assert_eq!(publish().description("other").send().await.expect("the same"), first);
    assert_eq!(publish().revision_id("2").send().await.expect("the same"), first);
    assert_eq!(code(publish().revision_id("1").send().await), "ConflictException");
    assert_eq!(code(publish().revision_id("INITIAL").send().await), "ConflictException");
    client.update_state_machine().state_machine_arn(MACHINE).definition(OTHER).send().await.expect("an update");
    let second = publish().description("third").send().await.expect("a version").state_machine_version_arn;
    assert_eq!(second.as_str(), format!("{MACHINE}:3"));
    let described = client.describe_state_machine().state_machine_arn(second).send().await.expect("the version");
    assert_eq!((described.definition.as_str(), described.revision_id.as_deref()), (OTHER, Some("3")));
    assert_eq!(described.description.as_ref().map(AsRef::as_ref), Some("third"));
    let older = client.describe_state_machine().state_machine_arn(format!("{MACHINE}:1")).send().await.expect("it");
    assert_eq!((older.definition.as_str(), older.revision_id.as_deref()), (DEFINITION, Some("1")));
}

#[tokio::test]
async fn a_machine_that_was_never_updated_has_the_initial_revision() {
    let client = machines().await;
    let create = client.create_state_machine().name("fresh").definition(DEFINITION).role_arn(ROLE);
    let arn = create.send().await.expect("a machine").state_machine_arn;
    let publish = client.publish_state_machine_version().state_machine_arn(arn.clone()).revision_id("INITIAL");
    assert_eq!(
        publish.send().await.expect("a version").state_machine_version_arn.as_str(),
        format!("{}:1", arn.as_str())
    );
}

#[tokio::test]
async fn a_version_description_needs_a_version() {
    let client = machines().await;
    let create = client.create_state_machine().name("described").definition(DEFINITION).role_arn(ROLE);
    assert_eq!(code(create.version_description("v").send().await), "ValidationException");
    let update = client.update_state_machine().state_machine_arn(MACHINE).role_arn(ROLE);
    assert_eq!(code(update.version_description("v").send().await), "ValidationException");
}

#[tokio::test]
async fn names_definitions_and_inputs_that_cannot_be_are_rejected() {
    let client = machines().await;
    let create = || client.create_state_machine().name("wrong").definition(DEFINITION).role_arn(ROLE);
    assert_eq!(code(create().name("n<m").send().await), "InvalidName");
    for definition in ["{", "[]", "{}", r#"{"StartAt":"A","States":{"B":{}}}"#] {
        assert_eq!(code(create().definition(definition).send().await), "InvalidDefinition", "{definition}");
    }
    let update = client.update_state_machine().state_machine_arn(MACHINE).definition("{");
    assert_eq!(code(update.send().await), "InvalidDefinition");
    let start = || client.start_execution().state_machine_arn(MACHINE);
    assert_eq!(code(start().name("a b").send().await), "InvalidName");
    assert_eq!(code(start().input(r#"{"a":"#).send().await), "InvalidExecutionInput");
    let logging = generated::sfn::types::LoggingConfiguration::builder()
        .level(generated::sfn::types::LogLevel::All)
        .build()
        .expect("valid");
    assert_eq!(code(create().logging_configuration(logging).send().await), "InvalidLoggingConfiguration");
}

#[tokio::test]
async fn arns_of_another_resource_type_are_rejected() {
    let client = machines().await;
    for arn in ["orders", ROLE, &format!("{MACHINE}/label")] {
        assert_eq!(code(client.describe_state_machine().state_machine_arn(arn).send().await), "InvalidArn", "{arn}");
    }
    assert_eq!(code(client.describe_execution().execution_arn(MACHINE).send().await), "InvalidArn");
    assert_eq!(code(client.describe_state_machine_alias().state_machine_alias_arn(MACHINE).send().await), "InvalidArn");
    assert_eq!(code(client.delete_state_machine_version().state_machine_version_arn(ALIAS).send().await), "InvalidArn");
}

#[tokio::test]
async fn a_machine_is_deleted_by_its_unqualified_arn_only() {
    let client = machines().await;
    for arn in [format!("{MACHINE}:1"), ALIAS.to_owned()] {
        assert_eq!(code(client.delete_state_machine().state_machine_arn(arn).send().await), "InvalidArn");
    }
    client.describe_state_machine().state_machine_arn(format!("{MACHINE}:1")).send().await.expect("it is still there");
    client.delete_state_machine().state_machine_arn(MACHINE).send().await.expect("a deletion");
    client.delete_state_machine().state_machine_arn(MACHINE).send().await.expect("deleted already");
    assert_eq!(
        code(client.describe_state_machine_alias().state_machine_alias_arn(ALIAS).send().await),
        "ResourceNotFound"
    );
}

#[tokio::test]
async fn executions_are_listed_by_one_arn() {
    let client = machines().await;
    let map_run = "arn:aws:states:eu-central-1:123456789012:mapRun:orders/label:1";
    let list = || client.list_executions();
    let error = list().map_run_arn(map_run).send().await.expect_err("there is none");
    let Some(errors::ListExecutionsError::ResourceNotFound(found)) = error.service() else { panic!("{error:?}") };
    assert_eq!(found.resource_name.as_ref().map(Arn::as_str), Some(map_run));
    assert_eq!(code(list().send().await), "ValidationException");
    assert_eq!(code(list().state_machine_arn(MACHINE).map_run_arn(map_run).send().await), "ValidationException");
    for (arn, count) in [(MACHINE, 1), (ALIAS, 1), (&format!("{MACHINE}:1"), 1), (&format!("{MACHINE}:2"), 0)] {
        let listed = list().state_machine_arn(arn).send().await.expect("executions").executions;
        assert_eq!(listed.len(), count, "{arn}");
    }
}

#[tokio::test]
async fn weights_add_up_to_100_for_different_versions_of_one_machine() {
    let client = machines().await;
    let create = |shares: &[(u32, i32)]| {
        client.create_state_machine_alias().name("canary").set_routing_configuration(Some(routes(shares))).send()
    };
    assert_eq!(code(create(&[(1, 60), (2, 30)]).await), "ValidationException");
    assert_eq!(code(create(&[(1, 50), (1, 50)]).await), "ValidationException");
    assert_eq!(code(create(&[(1, 50), (9, 50)]).await), "ResourceNotFound");
    let three = client.create_state_machine_alias().name("canary").set_routing_configuration(Some(routes(&[
        (1, 1),
        (2, 1),
        (1, 98),
    ])));
    assert!(matches!(three.send().await, Err(Error::Invalid(_))), "the model has two at most");
    let made = create(&[(1, 50), (2, 50)]).await.expect("an alias");
    assert_eq!(create(&[(1, 50), (2, 50)]).await.expect("the same"), made);
    assert_eq!(code(create(&[(1, 40), (2, 60)]).await), "ConflictException");
    let update = || client.update_state_machine_alias().state_machine_alias_arn(made.state_machine_alias_arn.clone());
    assert_eq!(code(update().send().await), "ValidationException");
    assert_eq!(code(update().set_routing_configuration(Some(routes(&[(1, 99)]))).send().await), "ValidationException");
    let same =
        update().set_routing_configuration(Some(routes(&[(1, 50), (2, 50)]))).send().await.expect("nothing to do");
    assert_eq!(same.update_date, made.creation_date);
    let changed = update().description("half").send().await.expect("a change").update_date;
    assert!(changed > made.creation_date);
    assert_eq!(update().description("half").send().await.expect("nothing to do").update_date, changed);
}

#[tokio::test]
async fn an_alias_splits_executions_by_weight() {
    let client = machines().await;
    // The sample data contains one execution of the alias.
    for _ in 0..99 {
        client.start_execution().state_machine_arn(ALIAS).send().await.expect("an execution");
    }
    for (version, count) in [(1, 90), (2, 10)] {
        let list = client.list_executions().state_machine_arn(format!("{MACHINE}:{version}"));
        assert_eq!(list.send().await.expect("executions").executions.len(), count);
    }
}

#[tokio::test]
async fn a_version_with_an_alias_cannot_be_deleted() {
    let client = machines().await;
    let delete = |version: u32| {
        client.delete_state_machine_version().state_machine_version_arn(format!("{MACHINE}:{version}")).send()
    };
    assert_eq!(code(delete(2).await), "ConflictException");
    let update = client.update_state_machine_alias().state_machine_alias_arn(ALIAS);
    update.set_routing_configuration(Some(routes(&[(1, 100)]))).send().await.expect("an update");
    delete(2).await.expect("a deletion");
    delete(2).await.expect("deleted already");
    assert_eq!(
        code(client.start_execution().state_machine_arn(format!("{MACHINE}:2")).send().await),
        "StateMachineDoesNotExist"
    );
    // Version numbers are not reused.
    client.update_state_machine().state_machine_arn(MACHINE).role_arn(ROLE).send().await.expect("an update");
    let next = client.publish_state_machine_version().state_machine_arn(MACHINE).send().await.expect("a version");
    assert_eq!(next.state_machine_version_arn.as_str(), format!("{MACHINE}:3"));
}

#[tokio::test]
async fn aliases_of_a_version_are_listed_newest_first() {
    let client = machines().await;
    let create =
        client.create_state_machine_alias().name("newest").set_routing_configuration(Some(routes(&[(2, 100)])));
    create.send().await.expect("an alias");
    for (arn, names) in [
        (MACHINE.to_owned(), &["newest", "live"][..]),
        (format!("{MACHINE}:1"), &["live"]),
        (format!("{MACHINE}:2"), &["newest", "live"]),
    ] {
        let list = client.list_state_machine_aliases().state_machine_arn(arn.as_str()).send().await.expect("aliases");
        let found: Vec<&str> = list
            .state_machine_aliases
            .iter()
            .filter_map(|alias| alias.state_machine_alias_arn.as_str().rsplit(':').next())
            .collect();
        assert_eq!(found, names, "{arn}");
    }
}

#[tokio::test]
async fn an_execution_keeps_its_definition() {
    let client = machines().await;
    let started = client.start_execution().state_machine_arn(MACHINE).name("kept").send().await.expect("an execution");
    client.update_state_machine().state_machine_arn(MACHINE).definition(OTHER).send().await.expect("an update");
    let call = client.describe_state_machine_for_execution().execution_arn(started.execution_arn);
    let found = call.send().await.expect("its machine");
    assert_eq!(found.revision_id.as_deref(), Some("2"));
    assert_ne!(found.definition.as_str(), OTHER);
}
