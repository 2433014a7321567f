//! Recorded responses, faults and mocks.

use std::time::Duration;

use golden::warehouse::Client;
use golden::warehouse::operations::GetArticle;
use golden::warehouse::server::service;
use golden::warehouse::types::NoSuchArticle;
use whitesmith_runtime::client::testing::{Faults, InjectedFault, Mock, Recorder, Replayer};
use whitesmith_runtime::client::{Config, Transport};

use super::server::Shelves;

fn config() -> Config {
    Config::new().endpoint_url("http://localhost").unsigned()
}

#[tokio::test]
async fn an_operation_is_a_closure() {
    let mock = Mock::new().on::<GetArticle>(|input| {
        let missing = NoSuchArticle::builder().message(format!("there is no {}", input.id)).build()?;
        Err(missing.into())
    });
    let client = Client::new(Config::new().mock(mock.clone()));
    let error = client.get_article().id("chair").send().await.expect_err("missing");
    assert_eq!((error.status(), error.message()), (Some(404), Some("there is no chair")));
    assert_eq!(mock.calls::<GetArticle>(), 1);
}

#[tokio::test]
async fn responses_are_recorded_and_replayed() -> Result<(), Box<dyn std::error::Error>> {
    let config = config();
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("stored.json");

    let recorder = Recorder::new(Transport::new(service(Shelves::default())));
    let client = Client::new(config.clone().transport(recorder.clone()));
    client.store_articles().id("chair").count(4).send().await?;
    recorder.save(&file)?;

    let client = Client::new(config.transport(Replayer::load(&file)?));
    let output = client.store_articles().id("chair").count(4).send().await?;
    assert_eq!(output.total, 4);
    Ok(())
}

#[tokio::test(start_paused = true)]
async fn requests_fail_as_planned() -> Result<(), Box<dyn std::error::Error>> {
    let config = config();

    let server = Transport::new(service(Shelves::default()));
    let faults = Faults::new(server, [InjectedFault::Refused, InjectedFault::Delay(Duration::from_secs(2))]);
    let client = Client::new(config.transport(faults).attempts(2));
    client.get_article().id("chair").send().await.expect_err("the shelves are empty");
    Ok(())
}
