//! Errors of calls.

use golden::warehouse::errors::{GetArticleError, StoreArticlesError};
use golden::warehouse::{Client, client};
use whitesmith_runtime::client::Error;

use super::testing::local;

/// Stores articles, and says what happened.
async fn store(client: &Client, id: &str, count: i32) -> String {
    match client.store_articles().id(id).count(count).send().await {
        Ok(output) => format!("{} in stock", output.total),
        Err(Error::Invalid { violations, .. }) => format!("nothing was sent: {violations}"),
        Err(Error::Service(answer)) => match answer.error() {
            StoreArticlesError::ShelfFull(full) => format!("room for {} more", full.room.unwrap_or_default()),
            error => format!("refused with status {}: {error}", answer.status()),
        },
        Err(error) if error.is_retryable() => format!("try again later: {error}"),
        Err(error) => format!("failed: {error}"),
    }
}

#[tokio::test]
async fn each_kind_of_error_has_its_variant() {
    let client = local();
    assert_eq!(store(&client, "chair", 90).await, "90 in stock");
    assert_eq!(store(&client, "chair", 20).await, "room for 10 more");
    let refused = store(&client, "Chair", 0).await;
    assert!(refused.starts_with("nothing was sent: 2 validation errors detected."), "{refused}");
}

/// The message of an error, followed by those of its sources.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut next = error.source();
    while let Some(source) = next {
        text.push_str(": ");
        text.push_str(&source.to_string());
        next = source.source();
    }
    text
}

#[tokio::test]
async fn a_chain_repeats_nothing() {
    let error = local().get_article().id("chair").send().await.expect_err("the shelves are empty");
    let text = chain(&error);
    assert_eq!(text.matches("there is no article").count(), 1, "{text}");
    assert_eq!((error.status(), error.code()), (Some(404), Some("NoSuchArticle")));
}

/// Fills the shelf of an article.
async fn restock(client: &Client, id: &str) -> Result<i32, client::Error> {
    let article = client.get_article().id(id).send().await?.article;
    let stored = client.store_articles().id(id).count(90 - article.count).send().await?;
    Ok(stored.total)
}

#[tokio::test]
async fn errors_of_several_operations_have_one_type() {
    let client = local();
    let error = restock(&client, "chair").await.expect_err("the shelves are empty");
    assert_eq!((error.code(), error.status()), (Some("NoSuchArticle"), Some(404)));
    assert!(matches!(error.downcast_ref(), Some(GetArticleError::NoSuchArticle(_))));
    client.store_articles().id("chair").count(1).send().await.expect("stored");
    assert_eq!(restock(&client, "chair").await.expect("there is room"), 90);
}
