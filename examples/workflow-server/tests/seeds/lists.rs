//! Pages of lists: sizes, order, tokens.

use generated::sfn::types::{Arn, ExecutionStatus, PageSize};

use super::support::{Example, MACHINE, code, fault, qualified};

const DAY: i64 = 24 * 60 * 60;

/// ARNs of a page of versions, and its token.
async fn versions(example: &Example, size: i32, token: Option<String>) -> (Vec<String>, Option<String>) {
    let list = example.client.list_state_machine_versions().state_machine_arn(MACHINE).max_results(size);
    let page = list.set_next_token(token).send().await.expect("a page");
    let arns = page.state_machine_versions.iter().map(|item| item.state_machine_version_arn.to_string()).collect();
    (arns, page.next_token.map(|token| token.to_string()))
}

#[tokio::test]
async fn versions_are_listed_newest_first_with_their_dates() {
    let example = Example::machine().await;
    for _ in 0..3 {
        example.wait(10);
        example.publish().await;
    }
    let list = example.client.list_state_machine_versions().state_machine_arn(MACHINE);
    let found = list.send().await.expect("versions").state_machine_versions;
    let arns: Vec<&str> = found.iter().map(|item| item.state_machine_version_arn.as_str()).collect();
    assert_eq!(arns, [qualified(3), qualified(2), qualified(1)]);
    assert!(found.is_sorted_by(|newer, older| newer.creation_date > older.creation_date));
    assert_eq!(found[0].creation_date, example.now());
}

#[tokio::test]
async fn aliases_are_listed_newest_first_of_a_machine_or_a_version() {
    let example = Example::versions(2).await;
    example.alias("both", &[(1, 50), (2, 50)]).await;
    example.alias("newest", &[(2, 100)]).await;
    for (arn, names) in
        [(MACHINE.to_owned(), &["newest", "both"][..]), (qualified(1), &["both"]), (qualified(2), &["newest", "both"])]
    {
        let list = example.client.list_state_machine_aliases().state_machine_arn(arn.as_str()).send().await;
        let list = list.expect("aliases").state_machine_aliases;
        let found: Vec<&str> = list.iter().map(|alias| alias.state_machine_alias_arn.as_str()).collect();
        let expected: Vec<String> = names.iter().map(qualified).collect();
        assert_eq!(found, expected, "{arn}");
    }
}

#[tokio::test]
async fn a_page_has_100_items_unless_another_size_is_asked_for() {
    let example = Example::versions(101).await;
    for (size, expected) in [(0, 100), (1, 1), (100, 100), (101, 101), (1000, 101)] {
        let (found, token) = versions(&example, size, None).await;
        assert_eq!((found.len(), token.is_some()), (expected, expected < 101), "{size}");
    }
    let list = example.client.list_state_machine_versions().state_machine_arn(MACHINE).send().await.expect("a page");
    assert_eq!(list.state_machine_versions.len(), 100, "the default");
    assert!(PageSize::new(1001).is_err() && PageSize::new(-1).is_err(), "the model allows 0 to 1,000");
}

#[tokio::test]
async fn tokens_lead_from_page_to_page_and_differ() {
    let example = Example::versions(5).await;
    let (mut found, mut token) = versions(&example, 2, None).await;
    let mut tokens = Vec::new();
    while let Some(next) = token {
        tokens.push(next.clone());
        // Items that are added or deleted in the meantime do not shift others.
        example.publish().await;
        let (more, after) = versions(&example, 2, Some(next)).await;
        found.extend(more);
        token = after;
    }
    assert_eq!(found, [5, 4, 3, 2, 1].map(qualified));
    assert_eq!(tokens.len(), 2);
    assert_ne!(tokens[0], tokens[1]);
}

#[tokio::test]
async fn a_token_expires_after_24_hours() {
    let example = Example::versions(2).await;
    let (_, token) = versions(&example, 1, None).await;
    example.wait(DAY - 1);
    versions(&example, 1, token.clone()).await;
    example.wait(1);
    let list = example.client.list_state_machine_versions().state_machine_arn(MACHINE).max_results(1);
    let (code, status, message) = fault(list.set_next_token(token).send().await);
    assert_eq!((code.as_str(), status), ("InvalidToken", 400));
    assert!(message.contains("expired"), "{message}");
}

#[tokio::test]
async fn a_token_belongs_to_its_query() {
    let example = Example::versions(2).await;
    for name in ["one", "two"] {
        example.alias(name, &[(1, 50), (2, 50)]).await;
        example.start(&qualified(1)).await;
    }
    let (_, token) = versions(&example, 1, None).await;
    let client = &example.client;
    let list = |arn: String| client.list_state_machine_versions().state_machine_arn(arn).set_next_token(token.clone());
    assert_eq!(code(list(qualified(1)).max_results(1).send().await), "InvalidToken", "another ARN");
    assert_eq!(code(list(MACHINE.to_owned()).max_results(2).send().await), "InvalidToken", "another size");
    list(MACHINE.to_owned()).max_results(1).send().await.expect("the same query");
    let aliases = client.list_state_machine_aliases().state_machine_arn(MACHINE).max_results(1);
    assert_eq!(code(aliases.set_next_token(token.clone()).send().await), "InvalidToken", "another operation");
    let executions = client.list_executions().state_machine_arn(MACHINE).max_results(1);
    assert_eq!(code(executions.set_next_token(token).send().await), "InvalidToken", "another operation");
}

#[tokio::test]
async fn a_token_that_was_not_issued_is_invalid_in_every_list() {
    let example = Example::versions(1).await;
    let execution: Arn = example.start(MACHINE).await;
    let client = &example.client;
    let token = "nonsense";
    assert_eq!(code(client.list_state_machines().next_token(token).send().await), "InvalidToken");
    let versions = client.list_state_machine_versions().state_machine_arn(MACHINE);
    assert_eq!(code(versions.next_token(token).send().await), "InvalidToken");
    let aliases = client.list_state_machine_aliases().state_machine_arn(MACHINE);
    assert_eq!(code(aliases.next_token(token).send().await), "InvalidToken");
    let executions = client.list_executions().state_machine_arn(MACHINE);
    assert_eq!(code(executions.next_token(token).send().await), "InvalidToken");
    let history = client.get_execution_history().execution_arn(execution);
    assert_eq!(code(history.next_token(token).send().await), "InvalidToken");
}

#[tokio::test]
async fn every_list_is_read_to_its_end_by_pages() {
    let example = Example::versions(5).await;
    for number in 0..5 {
        example.alias(&format!("alias-{number}"), &[(1, 100)]).await;
        example.start(MACHINE).await;
    }
    let client = &example.client;
    macro_rules! count {
        ($call:expr) => {{
            let mut items = $call.max_results(2).paginate().items();
            let mut count = 0;
            while items.try_next().await.expect("a page").is_some() {
                count += 1;
            }
            count
        }};
    }
    assert_eq!(count!(client.list_executions().state_machine_arn(MACHINE).status_filter(ExecutionStatus::Running)), 5);
    assert_eq!(count!(client.list_executions().state_machine_arn(MACHINE)), 5);
    assert_eq!(count!(client.list_state_machines()), 1);
}
