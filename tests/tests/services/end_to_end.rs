//! Generated clients against generated servers: every operation, errors, paginators.

use generated::sfn::types::{
    Arn, CreateStateMachineAliasOutput, ExecutionStatus, RoutingConfigurationListItem, StateMachineStatus,
    StateMachineType, VersionWeight,
};
use generated::{customer_profiles, imagebuilder, sfn};

use super::support::{IMAGE, MACHINE, RUN, config, example};

const DEFINITION: &str = r#"{"StartAt":"Done","States":{"Done":{"Type":"Succeed"}}}"#;
const ROLE: &str = "arn:aws:iam::123456789012:role/orders";

async fn machines() -> sfn::Client {
    sfn::Client::new(config(example().await))
}

fn route(version: &str, weight: i32) -> RoutingConfigurationListItem {
    let weight = VersionWeight::new(weight).expect("a weight");
    RoutingConfigurationListItem::builder()
        .state_machine_version_arn(Arn::try_from(version).expect("an ARN"))
        .weight(weight)
        .build()
        .expect("valid")
}

#[tokio::test]
async fn workflow_runs_are_listed() {
    let client = imagebuilder::Client::new(config(example().await));
    let output = client.list_workflow_executions().image_build_version_arn(IMAGE).send().await.expect("runs");
    assert_eq!(output.workflow_executions.map(|runs| runs.len()), Some(2));
    let other = IMAGE.replace("base-linux", "other");
    let error = client.list_workflow_executions().image_build_version_arn(other.as_str()).send().await;
    assert_eq!(error.expect_err("no such image").code(), Some("ClientException"));
}

#[tokio::test]
async fn workflow_steps_are_listed_page_by_page() {
    let client = imagebuilder::Client::new(config(example().await));
    let call = || client.list_workflow_step_executions().workflow_execution_id(RUN).max_results(12);
    let mut pages = call().paginate();
    let mut sizes = Vec::new();
    while let Some(page) = pages.try_next().await.expect("a page") {
        sizes.push(page.steps.map_or(0, |steps| steps.len()));
    }
    assert_eq!(sizes, [12, 12, 6]);
    let mut items = call().paginate().items();
    let mut count = 0;
    while items.try_next().await.expect("a step").is_some() {
        count += 1;
    }
    assert_eq!(count, 30);
    let error = call().next_token("nonsense").send().await.expect_err("a bad token");
    assert_eq!(error.code(), Some("InvalidPaginationTokenException"));
}

#[tokio::test]
async fn steps_of_a_profile_workflow_are_listed() {
    let client = customer_profiles::Client::new(config(example().await));
    let call = |domain: &str| {
        client.get_workflow_steps().domain_name(domain).workflow_id("0123456789abcdef0123456789abcdef").max_results(3)
    };
    let first = call("example").send().await.expect("steps");
    assert_eq!(first.items.map(|items| items.len()), Some(3));
    let token = first.next_token.expect("there are more");
    let second = call("example").next_token(token).send().await.expect("more steps");
    assert_eq!((second.items.map(|items| items.len()), second.next_token), (Some(1), None));
    let error = call("elsewhere").send().await.expect_err("no such domain");
    assert_eq!(error.code(), Some("ResourceNotFoundException"));
    assert!(error.message().is_some_and(|message| message.contains("`elsewhere`")), "{error}");
}

#[tokio::test]
async fn a_state_machine_lives_from_creation_to_deletion() {
    let client = machines().await;
    let create = || client.create_state_machine().name("new").definition(DEFINITION).role_arn(ROLE);
    let made = create().send().await.expect("a machine");
    let arn = made.state_machine_arn;
    let error = create().r#type(StateMachineType::Express).send().await.expect_err("the name is taken");
    assert_eq!(error.code(), Some("StateMachineAlreadyExists"));
    let found = client.describe_state_machine().state_machine_arn(arn.clone()).send().await.expect("the machine");
    assert_eq!((found.name.as_str(), found.definition.as_str()), ("new", DEFINITION));
    assert_eq!(found.status, Some(StateMachineStatus::Active));
    let update = client.update_state_machine().state_machine_arn(arn.clone());
    let error = update.send().await.expect_err("nothing to update");
    assert_eq!(error.code(), Some("MissingRequiredParameter"));
    let update = client.update_state_machine().state_machine_arn(arn.clone()).role_arn(ROLE).publish(true);
    let updated = update.send().await.expect("an update");
    assert!(updated.state_machine_version_arn.is_some());
    let names = client.list_state_machines().send().await.expect("machines").state_machines;
    assert_eq!(names.iter().map(|machine| machine.name.as_str()).collect::<Vec<_>>(), ["orders", "new"]);
    client.delete_state_machine().state_machine_arn(arn.clone()).send().await.expect("a deletion");
    let error = client.describe_state_machine().state_machine_arn(arn).send().await.expect_err("it is gone");
    assert_eq!(error.code(), Some("StateMachineDoesNotExist"));
}

#[tokio::test]
async fn versions_are_published_listed_and_deleted() {
    let client = machines().await;
    let update = client.update_state_machine().state_machine_arn(MACHINE).definition(DEFINITION);
    update.send().await.expect("a third revision");
    let published = client.publish_state_machine_version().state_machine_arn(MACHINE).description("third").send().await;
    let version = published.expect("a version").state_machine_version_arn;
    let list = || client.list_state_machine_versions().state_machine_arn(MACHINE);
    assert_eq!(list().send().await.expect("versions").state_machine_versions.len(), 3);
    let page = list().max_results(2).send().await.expect("a page");
    assert_eq!((page.state_machine_versions.len(), page.next_token.is_some()), (2, true));
    let delete = |arn: String| client.delete_state_machine_version().state_machine_version_arn(arn.as_str());
    delete(version.as_str().to_owned()).send().await.expect("a deletion");
    let error = delete(format!("{MACHINE}:1")).send().await.expect_err("an alias routes to it");
    assert_eq!(error.code(), Some("ConflictException"));
    assert_eq!(list().send().await.expect("versions").state_machine_versions.len(), 2);
}

#[tokio::test]
async fn aliases_are_created_described_updated_listed_and_deleted() {
    let client = machines().await;
    let create = || client.create_state_machine_alias().name("canary");
    let error = create().routing_configuration(route(&format!("{MACHINE}:1"), 60)).send().await;
    assert_eq!(error.expect_err("weights add up to 60").code(), Some("ValidationException"));
    let one = vec![route(&format!("{MACHINE}:1"), 100)];
    let made: CreateStateMachineAliasOutput =
        create().set_routing_configuration(Some(one)).send().await.expect("an alias");
    let arn = made.state_machine_alias_arn;
    let both = vec![route(&format!("{MACHINE}:1"), 50), route(&format!("{MACHINE}:2"), 50)];
    let update =
        client.update_state_machine_alias().state_machine_alias_arn(arn.clone()).set_routing_configuration(Some(both));
    let updated = update.send().await.expect("an update");
    let found = client.describe_state_machine_alias().state_machine_alias_arn(arn.clone()).send().await.expect("it");
    assert_eq!((found.update_date, found.creation_date), (Some(updated.update_date), Some(made.creation_date)));
    assert_eq!(found.routing_configuration.map(|routes| routes.len()), Some(2));
    let list = || client.list_state_machine_aliases().state_machine_arn(MACHINE);
    assert_eq!(list().send().await.expect("aliases").state_machine_aliases.len(), 2);
    client.delete_state_machine_alias().state_machine_alias_arn(arn.clone()).send().await.expect("a deletion");
    assert_eq!(list().send().await.expect("aliases").state_machine_aliases.len(), 1);
    let error = client.describe_state_machine_alias().state_machine_alias_arn(arn).send().await;
    assert_eq!(error.expect_err("it is gone").code(), Some("ResourceNotFound"));
}

#[tokio::test]
async fn executions_are_started_described_listed_and_stopped() {
    let client = machines().await;
    let start = || client.start_execution().state_machine_arn(MACHINE).name("second").input(r#"{"a":1}"#);
    let started = start().send().await.expect("an execution");
    let arn = started.execution_arn;
    assert_eq!(start().send().await.expect("the same").execution_arn, arn);
    let error = start().input("{}").send().await.expect_err("the name is taken");
    assert_eq!(error.code(), Some("ExecutionAlreadyExists"));
    let found = client.describe_execution().execution_arn(arn.clone()).send().await.expect("the execution");
    assert_eq!((found.status, found.start_date), (ExecutionStatus::Running, started.start_date));
    let machine = client.describe_state_machine_for_execution().execution_arn(arn.clone()).send().await;
    assert_eq!(machine.expect("its machine").state_machine_arn.as_str(), MACHINE);
    client.stop_execution().execution_arn(arn.clone()).error("E").cause("because").send().await.expect("a stop");
    let list = || client.list_executions().state_machine_arn(MACHINE);
    let aborted = list().status_filter(ExecutionStatus::Aborted).send().await.expect("executions");
    assert_eq!(aborted.executions.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["second"]);
    let mut all = list().max_results(1).paginate().items();
    let mut names = Vec::new();
    while let Some(one) = all.try_next().await.expect("an execution") {
        names.push(one.name.as_str().to_owned());
    }
    assert_eq!(names, ["second", "first"]);
}

#[tokio::test]
async fn a_history_is_read_page_by_page() {
    let client = machines().await;
    let arn = "arn:aws:states:eu-central-1:123456789012:execution:orders:first";
    let mut events = client.get_execution_history().execution_arn(arn).max_results(7).paginate().items();
    let mut ids = Vec::new();
    while let Some(event) = events.try_next().await.expect("an event") {
        ids.push(event.id);
    }
    assert_eq!(ids, (1..=41).collect::<Vec<i64>>());
    let newest = client.get_execution_history().execution_arn(arn).reverse_order(true).max_results(1).send().await;
    assert_eq!(newest.expect("the newest").events.first().map(|event| event.id), Some(41));
    let error = client
        .get_execution_history()
        .execution_arn(arn.replace("first", "none"))
        .send()
        .await
        .expect_err("no such execution");
    assert_eq!(error.code(), Some("ExecutionDoesNotExist"));
}
