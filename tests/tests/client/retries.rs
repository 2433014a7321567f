//! Modes of retries, decisions of the caller, and state that clients share.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use generated::{customer_profiles, imagebuilder, sfn};
use golden::depot::Client;
use golden::{storage, warehouse};
use tokio::time::Instant;
use whitesmith_runtime::aws::Environment;
use whitesmith_runtime::client::{Config, Credentials, RetryDecision, RetryMode};
use whitesmith_runtime::schema::ProtocolId;

use super::support::{Server, date, header, response};

const IMAGE: &str = "arn:aws:imagebuilder:eu-central-1:123456789012:image/base-linux/1.0.0/1";

fn busy() -> String {
    response("503 Service Unavailable", "", "")
}

fn throttled() -> String {
    response("429 Too Many Requests", "", "")
}

fn done() -> String {
    response("204 No Content", "", "")
}

/// A configuration without pauses between attempts.
fn config(server: &Server) -> Config {
    server.config().unsigned().retry_pauses(Duration::ZERO, Duration::ZERO)
}

async fn delete(client: &Client) -> bool {
    client.delete_object().bucket("b").key("k").send().await.is_ok()
}

#[tokio::test]
async fn a_service_that_fails_does_not_get_three_times_the_requests() {
    let server = Server::start([busy()]).await;
    let config = config(&server);
    // The quota is that of all clients of a configuration.
    let clients = [Client::new(config.clone()), Client::new(config.attempts(5))];
    for number in 0..200 {
        assert!(!delete(&clients[number % 2]).await);
    }
    // 500 tokens, 5 for each retry.
    assert_eq!(server.requests().len(), 200 + 100);
}

#[tokio::test]
async fn successes_refill_the_quota_of_retries() {
    let mut responses = vec![busy(); 300];
    responses.extend(vec![done(); 10]);
    responses.push(busy());
    let server = Server::start(responses).await;
    let client = Client::new(config(&server));
    for _ in 0..200 {
        delete(&client).await;
    }
    assert_eq!(server.requests().len(), 300, "the quota is used up");
    for _ in 0..10 {
        assert!(delete(&client).await);
    }
    assert!(!delete(&client).await);
    assert_eq!(server.requests().len(), 310 + 3, "ten tokens are two retries");
}

#[tokio::test]
async fn a_caller_can_decide_what_is_retried() {
    let not_found = response("404 Not Found", "", "<Error><Code>NoSuchKey</Code></Error>");
    for (decision, requests) in [(RetryDecision::Retry, 2), (RetryDecision::Fail, 1), (RetryDecision::Default, 1)] {
        let server = Server::start([not_found.clone(), done()]).await;
        let config = config(&server).retry_when(move |failed| {
            assert_eq!((failed.operation(), failed.number()), ("DeleteObject", 1));
            assert_eq!((failed.status(), failed.code()), (Some(404), Some("NoSuchKey")));
            assert!(!failed.is_retried());
            decision
        });
        assert_eq!(delete(&Client::new(config)).await, requests == 2);
        assert_eq!(server.requests().len(), requests);
    }
    let server = Server::start([busy(), done()]).await;
    let never = config(&server).retry_when(|_| RetryDecision::Fail);
    assert!(!delete(&Client::new(never)).await);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn a_caller_cannot_exceed_the_attempts() {
    let server = Server::start([busy()]).await;
    let always = config(&server).retry_when(|_| RetryDecision::Retry).attempts(4);
    assert!(!delete(&Client::new(always)).await);
    assert_eq!(server.requests().len(), 4);
}

#[tokio::test(start_paused = true)]
async fn pauses_have_the_limits_of_the_configuration() {
    let server = Server::start([busy(), busy(), busy(), done()]).await;
    let longest = Duration::from_secs(3);
    let config = server.config().unsigned().attempts(4).retry_pauses(Duration::from_secs(3600), longest);
    let start = Instant::now();
    assert!(delete(&Client::new(config)).await);
    let time = start.elapsed();
    assert!(time > Duration::from_millis(1) && time <= 3 * longest + Duration::from_secs(1), "{time:?}");
}

/// The time between two requests, of which the first gets this response.
async fn pause(first: String, config: impl FnOnce(&Server) -> Config) -> Duration {
    let server = Server::start([first, done()]).await;
    let client = Client::new(config(&server));
    let start = Instant::now();
    assert!(delete(&client).await);
    assert_eq!(server.requests().len(), 2);
    start.elapsed()
}

#[tokio::test(start_paused = true)]
async fn clients_wait_until_the_date_in_retry_after() {
    let longest = Duration::from_secs(100);
    // Relative to the service's date, which need not be that of this machine.
    let date = "date: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
    for (after, seconds) in [
        ("Sun, 06 Nov 1994 08:50:07 GMT", 30),
        ("Sunday, 06-Nov-94 08:50:07 GMT", 30),
        ("Sun Nov  6 08:50:07 1994", 30),
        ("30", 30),
        ("Sun, 06 Nov 1994 08:49:30 GMT", 0),
        ("100", 100),
        ("Sun, 31 Feb 1994 08:50:07 GMT", 0),
        ("later", 0),
    ] {
        let busy = response("503 Service Unavailable", &format!("{date}retry-after: {after}\r\n"), "");
        let time = pause(busy, |server| server.config().unsigned().retry_pauses(Duration::ZERO, longest)).await;
        assert_eq!(time.as_secs(), seconds, "{after}");
    }
}

#[tokio::test]
async fn a_service_that_asks_for_a_longer_pause_than_the_longest_gets_no_second_request() {
    let date = "date: Sun, 06 Nov 1994 08:49:37 GMT\r\n";
    for after in ["101", "Mon, 07 Nov 1994 08:49:37 GMT", "99999999999999999999", "Fri, 31 Dec 9999 23:59:59 GMT"] {
        let busy = response("503 Service Unavailable", &format!("{date}retry-after: {after}\r\n"), "");
        let server = Server::start([busy, done()]).await;
        let config = server.config().unsigned().retry_pauses(Duration::ZERO, Duration::from_secs(100));
        assert!(!delete(&Client::new(config)).await, "{after}");
        assert_eq!(server.requests().len(), 1, "{after}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_service_can_ask_for_a_pause_in_milliseconds() {
    let longest = Duration::from_secs(100);
    for (headers, milliseconds) in [
        ("x-amz-retry-after: 1500\r\n", 1_500),
        // That of AWS is the more exact one.
        ("retry-after: 30\r\nx-amz-retry-after: 2500\r\n", 2_500),
        ("retry-after: 30\r\nx-amz-retry-after: soon\r\n", 30_000),
    ] {
        let busy = response("503 Service Unavailable", headers, "");
        let time = pause(busy, |server| server.config().unsigned().retry_pauses(Duration::ZERO, longest)).await;
        assert_eq!(time.as_millis(), milliseconds, "{headers}");
    }
}

#[tokio::test]
async fn retries_that_succeed_leave_the_quota_as_it_was() {
    let server = Server::start((0..150).flat_map(|_| [busy(), done()]).collect::<Vec<_>>()).await;
    let client = Client::new(config(&server));
    for number in 0..150 {
        // 500 tokens are 100 retries.
        assert!(delete(&client).await, "{number}");
    }
    assert_eq!(server.requests().len(), 300);
}

#[tokio::test(start_paused = true)]
async fn a_pause_that_exceeds_the_time_limit_of_a_call_is_not_begun() {
    let busy = response("503 Service Unavailable", "retry-after: 30\r\n", "");
    let server = Server::start([busy.clone(), busy, done()]).await;
    let limit = Duration::from_secs(10);
    let client =
        Client::new(server.config().unsigned().retry_pauses(Duration::ZERO, 4 * limit).operation_timeout(limit));
    let start = Instant::now();
    let error = client.delete_object().bucket("b").key("k").send().await.expect_err("no time is left");
    assert_eq!((error.status(), start.elapsed().as_secs(), server.requests().len()), (Some(503), 0, 1), "{error:?}");
    let call = client.delete_object().bucket("b").key("k").customize().timeout(4 * limit);
    call.send().await.expect("there is time for the pause");
    assert_eq!((start.elapsed().as_secs(), server.requests().len()), (30, 3));
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_dropped_during_a_pause_sends_nothing_more() {
    let busy = response("503 Service Unavailable", "retry-after: 30\r\n", "");
    let server = Server::start([busy, done(), done()]).await;
    let client = Client::new(server.config().unsigned().retry_pauses(Duration::ZERO, Duration::from_secs(100)));
    let dropped = tokio::time::timeout(Duration::from_secs(10), delete(&client)).await;
    assert!(dropped.is_err());
    tokio::time::sleep(Duration::from_secs(60)).await;
    assert_eq!(server.requests().len(), 1);
    assert!(delete(&client).await, "the client still works");
    assert_eq!(server.requests().len(), 2);
}

/// Number of requests of an operation that is not idempotent, of a service that is not AWS's, if the first one gets
/// this response.
async fn stores(first: String) -> usize {
    let server =
        Server::start([first, response("200 OK", "content-type: application/json\r\n", "{\"total\":1}")]).await;
    let client = warehouse::Client::new(config(&server).protocol(ProtocolId::RestJson1));
    let result = client.store_articles().id("chair").count(1).send().await;
    let count = server.requests().len();
    assert_eq!(result.is_ok(), count == 2, "{result:?}");
    count
}

#[tokio::test]
async fn an_operation_that_is_not_idempotent_is_repeated_only_if_it_was_not_executed() {
    for (status, headers, count) in [
        ("500 Internal Server Error", "", 1),
        ("500 Internal Server Error", "retry-after: 0\r\n", 1),
        ("502 Bad Gateway", "retry-after: 0\r\n", 1),
        ("504 Gateway Timeout", "retry-after: 0\r\n", 1),
        ("503 Service Unavailable", "", 2),
        ("503 Service Unavailable", "retry-after: 0\r\n", 2),
        ("429 Too Many Requests", "retry-after: 0\r\n", 2),
    ] {
        assert_eq!(stores(response(status, headers, "")).await, count, "{status} {headers}");
    }
}

#[tokio::test]
async fn error_codes_of_aws_mean_nothing_in_other_services() {
    for code in ["LimitExceededException", "ThrottlingException", "InternalError", "RequestTimeout"] {
        let headers = format!("x-amzn-errortype: {code}\r\n");
        assert_eq!(stores(response("400 Bad Request", &headers, "{}")).await, 1, "{code}");
    }
    for code in ["RequestTimeTooSkewed", "SignatureDoesNotMatch"] {
        let headers = format!("x-amzn-errortype: {code}\r\ndate: {}\r\n", date(3600));
        assert_eq!(stores(response("403 Forbidden", &headers, "{}")).await, 1, "{code}");
    }
}

#[tokio::test(start_paused = true)]
async fn dates_in_retry_after_are_compared_with_the_corrected_clock() {
    let longest = Duration::from_mins(120);
    let skewed = "<Error><Code>RequestTimeTooSkewed</Code><Message>m</Message></Error>";
    let skewed = response("403 Forbidden", &format!("date: {}\r\n", date(3600)), skewed);
    let busy = response("503 Service Unavailable", &format!("retry-after: {}\r\n", date(3640)), "");
    let server = Server::start([skewed, busy, done()]).await;
    let config = server.config().credentials(Credentials::new("key", "secret")).retry_pauses(Duration::ZERO, longest);
    let start = Instant::now();
    assert!(delete(&Client::new(config)).await);
    assert!((30..=41).contains(&start.elapsed().as_secs()), "{:?}", start.elapsed());
}

#[tokio::test(start_paused = true)]
async fn adaptive_clients_slow_down_while_they_are_throttled() {
    let from_environment = |mode| Environment::new().variable("AWS_RETRY_MODE", mode);
    let configs = [
        (Config::new(), 0..2),
        (Config::new().retry_mode(RetryMode::Adaptive), 5..600),
        (from_environment("standard").config().await.expect("valid"), 0..2),
        (from_environment("Adaptive").config().await.expect("valid"), 5..600),
    ];
    for (config, range) in configs {
        let server = Server::start([done(), throttled(), throttled(), throttled(), done()]).await;
        let config = config.endpoint_url(format!("http://{}", server.address)).unsigned().attempts(5);
        let client = Client::new(config.retry_pauses(Duration::ZERO, Duration::ZERO));
        let start = Instant::now();
        for _ in 0..8 {
            assert!(delete(&client).await);
        }
        let seconds = start.elapsed().as_secs();
        assert!(range.contains(&seconds), "{seconds}, not within {range:?}");
    }
}

#[tokio::test]
async fn clients_of_one_configuration_share_connections_and_credentials() {
    let server = Server::start([response("200 OK", "content-type: application/json\r\n", "{}")]).await;
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    let config = server.config().attempts(1).credentials_provider(move || {
        counted.fetch_add(1, Ordering::SeqCst);
        async { Ok::<_, std::io::Error>(Credentials::new("key", "secret")) }
    });
    // Most of them cannot read the response, which does not matter here.
    assert!(delete(&Client::new(config.clone())).await);
    let _ = storage::Client::new(config.clone()).list_buckets().send().await;
    let _ = imagebuilder::Client::new(config.clone())
        .list_workflow_executions()
        .image_build_version_arn(IMAGE)
        .send()
        .await;
    let _ = customer_profiles::Client::new(config.clone())
        .get_workflow_steps()
        .domain_name("d")
        .workflow_id("0123456789abcdef0123456789abcdef")
        .send()
        .await;
    let _ = sfn::Client::new(config.clone()).list_state_machines().send().await;
    assert_eq!((server.requests().len(), server.connections()), (5, 1));
    // Other settings of connections need other connections.
    assert!(delete(&Client::new(config.clone().connect_timeout(Duration::from_secs(1)))).await);
    assert_eq!((server.connections(), calls.load(Ordering::SeqCst)), (2, 1));
}

const SKEWED: &str = "<Error><Code>RequestTimeTooSkewed</Code><Message>m</Message></Error>";

/// A response that rejects the time of a request.
fn skewed(date: &str) -> String {
    response("403 Forbidden", &format!("date: {date}\r\n"), SKEWED)
}

/// The dates that requests were signed with.
fn signing_dates(server: &Server) -> Vec<String> {
    let date = |request: &String| header(request, "x-amz-date").expect("signed").to_owned();
    server.requests().iter().map(date).collect()
}

fn signing(config: Config) -> Config {
    config.credentials(Credentials::new("key", "secret")).retry_pauses(Duration::ZERO, Duration::ZERO)
}

#[tokio::test]
async fn clients_of_one_configuration_share_the_correction_of_the_clock() {
    let server = Server::start([skewed(&date(-7200)), done()]).await;
    let config = signing(server.config());
    assert!(delete(&Client::new(config.clone())).await);
    // It cannot read the response, which does not matter here.
    let _ = sfn::Client::new(config).list_state_machines().send().await;
    let dates = signing_dates(&server);
    assert!(dates[0] > dates[1] && dates[0] > dates[2], "{dates:?}");
}

#[tokio::test]
async fn a_service_does_not_move_the_clock_for_others() {
    let (wrong, other) = (Server::start([skewed(&date(7200)), done()]).await, Server::start([done()]).await);
    let config = signing(wrong.config());
    assert!(delete(&Client::new(config.clone())).await);
    assert!(delete(&Client::new(config.endpoint_url(other.url()))).await);
    let (dates, others) = (signing_dates(&wrong), signing_dates(&other));
    assert!(dates[1] > others[0], "{dates:?} {others:?}");
}

#[tokio::test]
async fn a_difference_of_more_than_a_day_is_assumed_if_two_responses_agree() {
    let year = "Thu, 01 Jan 2015 00:00:00 GMT";
    let server = Server::start([skewed(year), skewed(year), done()]).await;
    let client = Client::new(signing(server.config()).attempts(3));
    assert!(delete(&client).await);
    let is_corrected: Vec<bool> = signing_dates(&server).iter().map(|date| date.starts_with("20150101T")).collect();
    assert_eq!(is_corrected, [false, false, true]);
    // One response is not enough.
    let server = Server::start([skewed("Thu, 31 Dec 2099 00:00:00 GMT"), done()]).await;
    assert!(delete(&Client::new(signing(server.config()))).await);
    assert!(signing_dates(&server).iter().all(|date| !date.starts_with("2099")));
}
