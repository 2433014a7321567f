//! Aliases: creation, updates, deletion.

use generated::sfn::types::CharacterRestrictedName;
use whitesmith_runtime::client::Error;
use whitesmith_runtime::types::Timestamp;

use super::support::{DEFINITION, Example, MACHINE, ROLE, START, code, fault, qualified, route, routes};

#[tokio::test]
async fn an_alias_points_to_one_or_two_versions_of_one_machine() {
    let example = Example::versions(2).await;
    let other = example.client.create_state_machine().name("other").definition(DEFINITION).role_arn(ROLE);
    let other = other.publish(true).send().await.expect("a machine").state_machine_version_arn.expect("a version");
    let create =
        |routes| example.client.create_state_machine_alias().name("live").set_routing_configuration(Some(routes));
    let two_machines = vec![route(&qualified(1), 50), route(other.as_str(), 50)];
    assert_eq!(code(create(two_machines).send().await), "ValidationException");
    assert_eq!(code(create(routes(&[(1, 50), (1, 50)])).send().await), "ValidationException");
    assert_eq!(code(create(routes(&[(1, 50), (9, 50)])).send().await), "ResourceNotFound");
    let three = create(routes(&[(1, 1), (2, 1), (1, 98)])).send().await;
    assert!(matches!(three, Err(Error::Invalid { .. })), "the model has two at most");
    let none = create(Vec::new()).send().await;
    assert!(matches!(none, Err(Error::Invalid { .. })), "the model has one at least");
    create(routes(&[(1, 50), (2, 50)])).send().await.expect("two versions");
    example.alias("single", &[(2, 100)]).await;
}

#[tokio::test]
async fn weights_add_up_to_100() {
    let example = Example::versions(2).await;
    let create = |shares: &[(u32, i32)]| {
        let create = example.client.create_state_machine_alias().name("live");
        create.set_routing_configuration(Some(routes(shares))).send()
    };
    for wrong in [&[(1, 99)][..], &[(1, 60), (2, 30)], &[(1, 100), (2, 1)]] {
        assert_eq!(code(create(wrong).await), "ValidationException", "{wrong:?}");
    }
    create(&[(1, 100)]).await.expect("an alias");
    let update = example.client.update_state_machine_alias().state_machine_alias_arn(qualified("live"));
    let update = update.set_routing_configuration(Some(routes(&[(1, 99)])));
    assert_eq!(code(update.send().await), "ValidationException");
}

#[tokio::test]
async fn creating_an_alias_is_idempotent_by_its_parameters() {
    let example = Example::versions(2).await;
    let create = |description: &str, shares: &[(u32, i32)]| {
        let create = example.client.create_state_machine_alias().name("live").description(description);
        create.set_routing_configuration(Some(routes(shares))).send()
    };
    let made = create("d", &[(1, 50), (2, 50)]).await.expect("an alias");
    assert_eq!((made.state_machine_alias_arn.as_str(), made.creation_date), (&*qualified("live"), example.now()));
    example.wait(10);
    assert_eq!(create("d", &[(1, 50), (2, 50)]).await.expect("the same"), made);
    for (description, shares) in [("e", &[(1, 50), (2, 50)][..]), ("d", &[(1, 40), (2, 60)]), ("d", &[(1, 100)])] {
        let (code, status, message) = fault(create(description, shares).await);
        assert_eq!((code.as_str(), status), ("ConflictException", 409));
        assert!(message.contains("live"), "{message}");
    }
    let list = example.client.list_state_machine_aliases().state_machine_arn(MACHINE);
    assert_eq!(list.send().await.expect("a list").state_machine_aliases.len(), 1, "no duplicate was created");
}

#[tokio::test]
async fn the_name_of_an_alias_is_no_integer() {
    for name in ["1", "007"] {
        assert!(CharacterRestrictedName::try_from(name).is_err(), "{name}");
    }
    let example = Example::versions(1).await;
    example.alias("v1", &[(1, 100)]).await;
}

#[tokio::test]
async fn a_machine_has_100_aliases_at_most() {
    let example = Example::versions(1).await;
    for number in 0..100 {
        example.alias(&format!("alias-{number}"), &[(1, 100)]).await;
    }
    let create = |name: &str| {
        let create = example.client.create_state_machine_alias().name(name);
        create.set_routing_configuration(Some(routes(&[(1, 100)]))).send()
    };
    assert_eq!(code(create("one-more").await), "ServiceQuotaExceededException");
    create("alias-7").await.expect("one that exists");
    let delete = example.client.delete_state_machine_alias().state_machine_alias_arn(qualified("alias-7"));
    delete.send().await.expect("a deletion");
    create("one-more").await.expect("an alias");
}

#[tokio::test]
async fn an_alias_is_described_with_its_routes_and_dates() {
    let example = Example::versions(2).await;
    let create = example.client.create_state_machine_alias().name("live").description("d");
    create.set_routing_configuration(Some(routes(&[(2, 30), (1, 70)]))).send().await.expect("an alias");
    let describe = || example.client.describe_state_machine_alias().state_machine_alias_arn(qualified("live")).send();
    let found = describe().await.expect("it");
    assert_eq!(found.state_machine_alias_arn.as_ref().map(AsRef::as_ref), Some(&*qualified("live")));
    assert_eq!(found.name.as_ref().map(AsRef::as_ref), Some("live"));
    assert_eq!(found.description.as_ref().map(AsRef::as_ref), Some("d"));
    assert_eq!(found.routing_configuration.map(|routes| routes.as_slice().to_vec()), Some(routes(&[(2, 30), (1, 70)])));
    assert_eq!(found.creation_date, Some(Timestamp::from_secs(START)));
    assert_eq!(found.update_date, found.creation_date, "of a new alias");
    example.wait(10);
    let update = example.client.update_state_machine_alias().state_machine_alias_arn(qualified("live"));
    let updated = update.description("e").send().await.expect("an update").update_date;
    let found = describe().await.expect("it");
    assert_eq!((found.creation_date, found.update_date), (Some(Timestamp::from_secs(START)), Some(updated)));
    assert_eq!(updated, example.now());
}

#[tokio::test]
async fn an_update_changes_description_or_routes_and_needs_one_of_them() {
    let example = Example::versions(2).await;
    example.alias("live", &[(1, 100)]).await;
    let update = || example.client.update_state_machine_alias().state_machine_alias_arn(qualified("live"));
    assert_eq!(code(update().send().await), "ValidationException");
    update().description("new").send().await.expect("an update");
    update().set_routing_configuration(Some(routes(&[(2, 100)]))).send().await.expect("an update");
    let describe = example.client.describe_state_machine_alias().state_machine_alias_arn(qualified("live"));
    let found = describe.send().await.expect("it");
    assert_eq!(found.description.as_ref().map(AsRef::as_ref), Some("new"));
    assert_eq!(found.routing_configuration.map(|routes| routes.as_slice().to_vec()), Some(routes(&[(2, 100)])));
    let missing = example.client.update_state_machine_alias().state_machine_alias_arn(qualified("none"));
    assert_eq!(code(missing.description("d").send().await), "ResourceNotFound");
}

#[tokio::test]
async fn updating_an_alias_is_idempotent_by_its_parameters() {
    let example = Example::versions(2).await;
    example.alias("live", &[(1, 100)]).await;
    let update = || {
        let update = example.client.update_state_machine_alias().state_machine_alias_arn(qualified("live"));
        update.description("d").set_routing_configuration(Some(routes(&[(2, 100)]))).send()
    };
    let first = update().await.expect("an update");
    example.wait(10);
    assert_eq!(update().await.expect("nothing to do"), first);
}

#[tokio::test]
async fn a_deleted_alias_starts_no_execution_and_keeps_its_versions() {
    let example = Example::versions(1).await;
    example.alias("live", &[(1, 100)]).await;
    let delete = || example.client.delete_state_machine_alias().state_machine_alias_arn(qualified("live")).send();
    delete().await.expect("a deletion");
    assert_eq!(code(delete().await), "ResourceNotFound");
    let start = example.client.start_execution().state_machine_arn(qualified("live"));
    assert_eq!(code(start.send().await), "StateMachineDoesNotExist");
    example.client.describe_state_machine().state_machine_arn(qualified(1)).send().await.expect("the version");
}
