//! Generated types in files and databases.

use golden::warehouse::types::{Article, Condition};
use whitesmith_runtime::{Received, validate};

#[test]
fn deserializing_checks_constraints() -> Result<(), serde_json::Error> {
    let article: Article = serde_json::from_str(r#"{"id":"chair","count":4}"#)?;
    assert_eq!(serde_json::to_string(&article)?, r#"{"id":"chair","count":4}"#);

    let error = serde_json::from_str::<Article>(r#"{"id":"Chair!","count":4}"#).expect_err("capitals are not allowed");
    assert!(error.to_string().contains("/id"));
    Ok(())
}

#[test]
fn responses_are_restored_as_they_came() -> Result<(), serde_json::Error> {
    let article = Article::builder().id("chair").count(4).condition(Condition::or_unknown("refurbished")).build();
    let text = serde_json::to_string(&article.expect("complete"))?;

    assert!(serde_json::from_str::<Article>(&text).is_err());
    let Received(restored) = serde_json::from_str::<Received<Article>>(&text)?;
    assert!(validate(&restored).is_err());
    Ok(())
}
