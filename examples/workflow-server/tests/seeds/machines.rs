//! State machines: creation, updates, descriptions.

use generated::sfn::types::{
    CloudWatchLogsLogGroup, LogDestination, LogLevel, LoggingConfiguration, StateMachineType, Tag,
};

use super::support::{DEFINITION, Example, MACHINE, OTHER, ROLE, code, qualified};

#[tokio::test]
async fn creating_a_machine_is_idempotent() {
    let example = Example::empty().await;
    let create = || example.client.create_state_machine().name("again").definition(DEFINITION).publish(true);
    let first = create().role_arn(ROLE).send().await.expect("a machine");
    example.wait(10);
    assert_eq!(create().role_arn(ROLE).send().await.expect("the same"), first);
    for other in [
        create().role_arn(ROLE).definition(OTHER),
        create().role_arn(ROLE).publish(false),
        create().role_arn(ROLE).r#type(StateMachineType::Express),
        create().role_arn(ROLE).version_description("first"),
        create().role_arn(ROLE).logging_configuration(logging(LogLevel::Off, &[])),
    ] {
        assert_eq!(code(other.send().await), "StateMachineAlreadyExists");
    }
    let listed = example.client.list_state_machines().send().await.expect("a list").state_machines;
    assert_eq!(listed.len(), 1, "no duplicate was created");
}

#[tokio::test]
async fn another_role_or_other_tags_make_no_difference_and_are_not_stored() {
    let example = Example::machine().await;
    let tag = Tag::builder().key("team").value("blue").build().expect("valid");
    let create = example.client.create_state_machine().name("orders").definition(DEFINITION).tags(tag);
    create.role_arn("arn:aws:iam::123456789012:role/other").send().await.expect("the same");
    let found = example.client.describe_state_machine().state_machine_arn(MACHINE).send().await.expect("it");
    assert_eq!(found.role_arn.as_str(), ROLE);
}

#[tokio::test]
async fn tags_have_letters_digits_white_space_and_a_few_symbols() {
    let example = Example::empty().await;
    let create = |value: &str| {
        let tag = Tag::builder().key("team").value(value).build().expect("valid");
        example.client.create_state_machine().name("tagged").definition(DEFINITION).role_arn(ROLE).tags(tag).send()
    };
    assert_eq!(code(create("a<b").await), "ValidationException");
    create("größe 1_.:/=+-@").await.expect("a machine");
}

#[tokio::test]
async fn publish_creates_version_1_with_the_machine() {
    let example = Example::empty().await;
    let create = || example.client.create_state_machine().definition(DEFINITION).role_arn(ROLE);
    let without = create().name("plain").send().await.expect("a machine");
    assert_eq!(without.state_machine_version_arn, None, "the default is false");
    let with = create().name("orders").publish(true).version_description("first").send().await.expect("a machine");
    let version = with.state_machine_version_arn.expect("a version");
    assert_eq!(version.as_str(), qualified(1));
    let found = example.client.describe_state_machine().state_machine_arn(version).send().await.expect("it");
    assert_eq!(found.description.as_ref().map(AsRef::as_ref), Some("first"));
}

#[tokio::test]
async fn a_version_description_needs_publish() {
    let example = Example::machine().await;
    let create = example.client.create_state_machine().name("described").definition(DEFINITION).role_arn(ROLE);
    assert_eq!(code(create.version_description("v").send().await), "ValidationException");
    let update = example.client.update_state_machine().state_machine_arn(MACHINE).role_arn(ROLE);
    assert_eq!(code(update.version_description("v").send().await), "ValidationException");
}

#[tokio::test]
async fn names_exclude_white_space_brackets_wildcards_special_and_control_characters() {
    let example = Example::machine().await;
    let create = |name: &str| example.client.create_state_machine().name(name).definition(DEFINITION).role_arn(ROLE);
    let start = |name: &str| example.client.start_execution().state_machine_arn(MACHINE).name(name);
    let special = "<>{}[]?*\"#%\\^|~`$&,;:/ \t\u{1}\u{7f}\u{9f}";
    for character in special.chars() {
        let name = format!("a{character}b");
        assert_eq!(code(create(&name).send().await), "InvalidName", "{name:?}");
        assert_eq!(code(start(&name).send().await), "InvalidName", "{name:?}");
    }
    create("a-Z_0.9é").send().await.expect("a machine");
}

#[tokio::test]
async fn a_definition_is_an_object_with_a_start_state() {
    let example = Example::machine().await;
    let create = || example.client.create_state_machine().name("wrong").role_arn(ROLE);
    for definition in ["{", "[]", "{}", r#"{"StartAt":"A","States":{"B":{}}}"#] {
        assert_eq!(code(create().definition(definition).send().await), "InvalidDefinition", "{definition}");
    }
    let update = example.client.update_state_machine().state_machine_arn(MACHINE).definition("{");
    assert_eq!(code(update.send().await), "InvalidDefinition");
}

#[tokio::test]
async fn the_type_of_a_machine_is_standard_unless_it_is_named() {
    let example = Example::machine().await;
    let create = example.client.create_state_machine().name("quick").definition(DEFINITION).role_arn(ROLE);
    let express = create.r#type(StateMachineType::Express).send().await.expect("a machine").state_machine_arn;
    for (arn, kind) in [(MACHINE, StateMachineType::Standard), (express.as_str(), StateMachineType::Express)] {
        let found = example.client.describe_state_machine().state_machine_arn(arn).send().await.expect("it");
        assert_eq!(found.r#type, kind);
    }
}

fn logging(level: LogLevel, groups: &[&str]) -> LoggingConfiguration {
    let destination = |arn: &&str| {
        let group = CloudWatchLogsLogGroup::builder().log_group_arn(*arn).build().expect("valid");
        LogDestination::builder().cloud_watch_logs_log_group(group).build().expect("valid")
    };
    let destinations: Vec<_> = groups.iter().map(destination).collect();
    LoggingConfiguration::builder().level(level).set_destinations(Some(destinations)).build().expect("valid")
}

#[tokio::test]
async fn logging_needs_one_log_group_unless_it_is_off() {
    const GROUP: &str = "arn:aws:logs:eu-central-1:123456789012:log-group:orders:*";
    let example = Example::machine().await;
    let update = |logging: LoggingConfiguration| {
        let update = example.client.update_state_machine().state_machine_arn(MACHINE).role_arn(ROLE);
        update.logging_configuration(logging).send()
    };
    for wrong in [
        logging(LogLevel::All, &[]),
        logging(LogLevel::All, &[GROUP, GROUP]),
        logging(LogLevel::Error, &[GROUP.trim_end_matches(":*")]),
    ] {
        assert_eq!(code(update(wrong).await), "InvalidLoggingConfiguration");
    }
    update(logging(LogLevel::Off, &[])).await.expect("an update");
    let stored = logging(LogLevel::All, &[GROUP]);
    update(stored.clone()).await.expect("an update");
    let found = example.client.describe_state_machine().state_machine_arn(MACHINE).send().await.expect("it");
    assert_eq!(found.logging_configuration, Some(stored));
}

#[tokio::test]
async fn an_update_needs_a_definition_or_a_role() {
    let example = Example::machine().await;
    let update = || example.client.update_state_machine().state_machine_arn(MACHINE);
    assert_eq!(code(update().publish(true).send().await), "MissingRequiredParameter");
    let role = "arn:aws:iam::123456789012:role/other";
    update().role_arn(role).send().await.expect("an update");
    let found = example.client.describe_state_machine().state_machine_arn(MACHINE).send().await.expect("it");
    assert_eq!((found.role_arn.as_str(), found.definition.as_str()), (role, DEFINITION));
}

#[tokio::test]
async fn an_update_makes_a_revision_with_its_date_and_id() {
    let example = Example::machine().await;
    example.wait(10);
    let update = || example.client.update_state_machine().state_machine_arn(MACHINE).definition(OTHER);
    let first = update().send().await.expect("an update");
    assert_eq!(first.update_date, example.now());
    assert_eq!(first.state_machine_version_arn, None, "nothing was published");
    let second = update().publish(true).send().await.expect("an update");
    assert_ne!(first.revision_id, second.revision_id);
    let found = example.client.describe_state_machine().state_machine_arn(MACHINE).send().await.expect("it");
    assert_eq!(found.revision_id, second.revision_id);
}

#[tokio::test]
async fn a_machine_that_was_never_updated_has_no_revision_id() {
    let example = Example::machine().await;
    let found = example.client.describe_state_machine().state_machine_arn(MACHINE).send().await.expect("it");
    assert_eq!(found.revision_id, None);
    let publish = || example.client.publish_state_machine_version().state_machine_arn(MACHINE);
    assert_eq!(code(publish().revision_id("1").send().await), "ConflictException");
    let made = publish().revision_id("INITIAL").send().await.expect("a version");
    assert_eq!(made.state_machine_version_arn.as_str(), qualified(1));
}

#[tokio::test]
async fn a_version_is_described_by_its_arn() {
    let example = Example::machine().await;
    example.wait(10);
    let publish = example.client.publish_state_machine_version().state_machine_arn(MACHINE).description("first");
    let version = publish.send().await.expect("a version").state_machine_version_arn;
    let found = example.client.describe_state_machine().state_machine_arn(version.clone()).send().await.expect("it");
    assert_eq!(found.state_machine_arn, version);
    assert_eq!(found.creation_date, example.now(), "the date of the version");
    assert_eq!(found.description.as_ref().map(AsRef::as_ref), Some("first"));
    let machine = example.client.describe_state_machine().state_machine_arn(MACHINE).send().await.expect("it");
    assert!(machine.creation_date < found.creation_date);
    assert_eq!(machine.description, None);
}

#[tokio::test]
async fn arns_of_map_states_are_a_validation_error() {
    let example = Example::machine().await;
    let arn = format!("{MACHINE}/mapStateLabel");
    let describe = example.client.describe_state_machine().state_machine_arn(arn.as_str());
    assert_eq!(code(describe.send().await), "ValidationException");
    let update = example.client.update_state_machine().state_machine_arn(arn.as_str()).role_arn(ROLE);
    assert_eq!(code(update.send().await), "ValidationException");
}

#[tokio::test]
async fn arns_of_another_resource_type_are_rejected() {
    let example = Example::machine().await;
    let client = &example.client;
    for arn in ["orders", ROLE] {
        assert_eq!(code(client.describe_state_machine().state_machine_arn(arn).send().await), "InvalidArn", "{arn}");
    }
    assert_eq!(code(client.describe_execution().execution_arn(MACHINE).send().await), "InvalidArn");
    assert_eq!(code(client.describe_state_machine_alias().state_machine_alias_arn(MACHINE).send().await), "InvalidArn");
    let delete = client.delete_state_machine_version().state_machine_version_arn(qualified("live"));
    assert_eq!(code(delete.send().await), "InvalidArn");
}

#[tokio::test]
async fn a_machine_is_deleted_with_its_versions_and_aliases_by_its_own_arn() {
    let example = Example::versions(1).await;
    example.alias("live", &[(1, 100)]).await;
    let delete = |arn: String| example.client.delete_state_machine().state_machine_arn(arn).send();
    for qualifier in ["1", "live"] {
        assert_eq!(code(delete(qualified(qualifier)).await), "InvalidArn");
    }
    delete(MACHINE.to_owned()).await.expect("a deletion");
    delete(MACHINE.to_owned()).await.expect("deleted already");
    let describe = example.client.describe_state_machine_alias().state_machine_alias_arn(qualified("live"));
    assert_eq!(code(describe.send().await), "ResourceNotFound");
    assert_eq!(
        code(example.client.describe_state_machine().state_machine_arn(qualified(1)).send().await),
        "StateMachineDoesNotExist"
    );
}
