//! Conversions and comparisons of generated types and of errors.

use golden::constraints::types::{Key, Percent, Share};
use golden::shapes::types::Level;
use golden::warehouse::errors::GetArticleError;
use golden::warehouse::types::{ArticleId, Condition, Count};
use golden::warehouse::{Client, client};
use http::Response;
use whitesmith_runtime::IntoMember as _;
use whitesmith_runtime::client::{Canned, Config, Error};
use whitesmith_runtime::constraint::Violations;
use whitesmith_runtime::schema::ProtocolId;
use whitesmith_runtime::types::{ByteStream, Document, Unhandled};

fn refused() -> Client {
    let body = r#"{"__type":"NoSuchArticle","message":"there is no chair"}"#;
    let response = Response::builder().status(404).body(body.into()).expect("a response");
    let config = Config::new().endpoint_url("http://test").unsigned().attempts(1).protocol(ProtocolId::RestJson1);
    Client::new(config.transport(Canned::new([response])))
}

#[test]
fn enums_compare_with_texts_and_numbers() {
    let used = "used".to_owned();
    assert!(Condition::Used == "used" && Condition::Used == *"used" && Condition::New != used);
    assert!(Level::Low == 1 && i32::from(Level::Low) == 1);
    assert_eq!((Level::Low.to_string(), format!("{:?}", Level::Low)), ("1".to_owned(), "Low".to_owned()));
    assert_eq!("1".parse(), Ok(Level::Low));
    assert!("700".parse::<Level>().is_err() && "x".parse::<Level>().is_err());
}

#[test]
fn newtypes_of_numbers_are_parsed_and_checked() {
    assert_eq!("90".parse::<Percent>().expect("a percentage"), 90);
    assert_eq!("0.5".parse::<Share>().expect("a share").to_string(), "0.5");
    let messages = ["101", "many"].map(|text| text.parse::<Percent>().expect_err("invalid").to_string());
    assert!(messages[0].contains("100") && messages[1].contains("number"), "{messages:?}");
}

#[test]
fn newtypes_of_blobs_have_their_bytes() {
    let key = Key::new([7; 4]).expect("four bytes");
    assert_eq!((key.as_bytes(), AsRef::<[u8]>::as_ref(&key).len()), ([7; 4].as_slice(), 4));
    let same: Result<Key, Violations> = (&[7; 4]).into_member();
    assert_eq!(same.expect("four bytes"), key);
    assert_eq!(ByteStream::from(b"abc").length(), Some(3));
}

#[test]
fn documents_have_parts() {
    let document = Document::from_iter([("steps", Document::from_iter([1, 2])), ("name", "run".into())]);
    assert_eq!(document["steps"][1].as_i64(), Some(2));
    assert_eq!(document.get("name").and_then(Document::as_str), Some("run"));
    assert!(document["name"]["first"].is_null());
}

async fn count(client: &Client, id: &str, least: i32) -> Result<bool, client::Error> {
    let (id, least) = (ArticleId::new(id)?, Count::new(least)?);
    Ok(client.get_article().id(id).send().await?.article.count >= least.get())
}

async fn count_typed(client: &Client, id: &str) -> Result<i32, Error<GetArticleError>> {
    let id: ArticleId = id.into_member()?;
    Ok(client.get_article().id(id).send().await?.article.count)
}

#[tokio::test]
async fn violations_of_newtypes_become_errors_of_calls() {
    let error = count(&refused(), "Chair!", 1).await.expect_err("capitals");
    assert!(error.to_string().contains("pattern") && error.info().is_none(), "{error}");
    let error = count_typed(&refused(), "Chair!").await.expect_err("capitals");
    assert!(error.to_string().contains("pattern") && !error.is_retryable(), "{error}");
}

#[tokio::test]
async fn the_error_of_an_operation_is_returned_by_value() {
    let error = count(&refused(), "chair", 1).await.expect_err("no chair");
    let other = error.downcast::<golden::warehouse::errors::StoreArticlesError>().expect_err("another operation");
    match other.downcast() {
        Ok(GetArticleError::NoSuchArticle(error)) => assert_eq!(error.message, "there is no chair"),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_error_of_a_service_has_status_and_code() {
    let error = count_typed(&refused(), "chair").await.expect_err("no chair");
    let Error::Service(answer) = &error else { panic!("{error:?}") };
    assert_eq!((answer.status(), answer.code(), answer.is_retryable()), (404, Some("NoSuchArticle"), false));
    assert_eq!((answer.error().code(), answer.error().has_retryable_trait()), (Some("NoSuchArticle"), false));
    assert_eq!(GetArticleError::Unhandled(Unhandled::default()).code(), None);
}
