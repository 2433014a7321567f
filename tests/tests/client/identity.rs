//! Caching of credentials, tokens and keys from providers.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime};

use golden::depot::Client;
use golden::overrides;
use whitesmith_runtime::client::{Canned, Config, Credentials, Secret};

use super::support::{Server, date, header, response};

/// A provider that counts its calls, and returns after a delay.
#[derive(Clone, Debug)]
struct Provider {
    calls: Arc<AtomicUsize>,
    delay: Duration,
    /// Time for which the credentials are valid.
    lifetime: Option<Duration>,
}

impl Provider {
    fn new(delay: Duration, lifetime: Option<Duration>) -> Self {
        Self { calls: Arc::default(), delay, lifetime }
    }

    fn calls(&self) -> usize {
        self.calls.load(Ordering::SeqCst)
    }

    async fn load(&self) -> Credentials {
        let number = self.calls.fetch_add(1, Ordering::SeqCst) + 1;
        tokio::time::sleep(self.delay).await;
        let credentials = Credentials::new(format!("key{number}"), "secret");
        match self.lifetime {
            Some(lifetime) => credentials.expires_at(SystemTime::now() + lifetime),
            None => credentials,
        }
    }

    /// Adds the provider to a configuration.
    fn of(self, config: Config) -> Config {
        config.credentials_provider(move || {
            let provider = self.clone();
            async move { Ok::<_, std::io::Error>(provider.load().await) }
        })
    }
}

fn done() -> String {
    response("204 No Content", "", "")
}

async fn delete(client: &Client) {
    client.delete_object().bucket("b").key("k").send().await.expect("deleted");
}

#[tokio::test(start_paused = true)]
async fn credentials_are_requested_once_for_all_attempts_calls_and_clones() {
    let server = Server::start([response("503 Busy", "", ""), done()]).await;
    let provider = Provider::new(Duration::ZERO, None);
    let config = provider.clone().of(server.config());
    let (client, other) = (Client::new(config.clone()), Client::new(config.clone().attempts(1)));
    for client in [&client, &client, &other] {
        delete(client).await;
    }
    assert_eq!((server.requests().len(), provider.calls()), (4, 1));
}

#[tokio::test(start_paused = true)]
async fn simultaneous_calls_wait_for_one_request_of_the_credentials() {
    let server = Server::start([done()]).await;
    let provider = Provider::new(Duration::from_secs(1), None);
    let client = Client::new(provider.clone().of(server.config()));
    let calls = (0..8).map(|_| {
        tokio::spawn({
            let client = client.clone();
            async move { delete(&client).await }
        })
    });
    for call in calls.collect::<Vec<_>>() {
        call.await.expect("deleted");
    }
    assert_eq!((server.requests().len(), provider.calls()), (8, 1));
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_call_leaves_the_request_of_the_credentials_to_the_next() {
    let server = Server::start([done()]).await;
    let provider = Provider::new(Duration::from_secs(2), None);
    let client = Client::new(provider.clone().of(server.config()));
    let first = tokio::spawn({
        let client = client.clone();
        async move { delete(&client).await }
    });
    tokio::time::sleep(Duration::from_secs(1)).await;
    let second = tokio::spawn(async move { delete(&client).await });
    tokio::time::sleep(Duration::from_millis(100)).await;
    first.abort();
    second.await.expect("deleted");
    assert_eq!(provider.calls(), 2);
}

/// The access key of each request.
fn keys(server: &Server) -> Vec<String> {
    let key = |request: &String| {
        let header = header(request, "authorization").expect("signed");
        let (_, rest) = header.split_once("Credential=").expect("a credential");
        rest.split('/').next().unwrap_or_default().to_owned()
    };
    server.requests().iter().map(key).collect()
}

#[tokio::test(start_paused = true)]
async fn credentials_are_requested_again_shortly_before_they_expire() {
    let server = Server::start([done()]).await;
    let provider = Provider::new(Duration::ZERO, Some(Duration::from_mins(60)));
    let client = Client::new(provider.of(server.config()));
    for wait in [0, 58, 2] {
        tokio::time::sleep(Duration::from_mins(wait)).await;
        delete(&client).await;
    }
    assert_eq!(keys(&server), ["key1", "key1", "key2"]);
}

#[tokio::test(start_paused = true)]
async fn credentials_that_live_shorter_than_the_margin_are_kept_too() {
    let server = Server::start([done()]).await;
    let provider = Provider::new(Duration::ZERO, Some(Duration::from_secs(40)));
    let client = Client::new(provider.of(server.config()));
    for wait in [0, 25, 10] {
        tokio::time::sleep(Duration::from_secs(wait)).await;
        delete(&client).await;
    }
    assert_eq!(keys(&server), ["key1", "key1", "key2"]);
}

#[tokio::test(start_paused = true)]
async fn a_hanging_provider_is_given_up() {
    let hour = Duration::from_mins(60);
    let server = Server::start([done()]).await;
    let config = Provider::new(hour, None).of(server.config());
    for (config, limit) in [
        (config.clone(), Duration::from_secs(5)),
        (config.clone().identity_timeout(hour).attempt_timeout(Duration::from_secs(7)), Duration::from_secs(7)),
        (config.clone().identity_timeout(hour).operation_timeout(Duration::from_secs(9)), Duration::from_secs(9)),
    ] {
        let start = tokio::time::Instant::now();
        let result = Client::new(config).delete_object().bucket("b").key("k").send().await;
        let error = result.expect_err("no credentials");
        assert!(start.elapsed() <= limit + Duration::from_secs(1), "{error:?}");
        let text = format!("{error:?}");
        assert!(text.contains("Timeout"), "{text}");
    }
    assert_eq!(server.requests().len(), 0);
}

/// A provider of which the first request returns credentials that are valid for an hour, and all others hang.
fn hanging_after_the_first(server: &Server) -> (Config, Arc<AtomicUsize>) {
    let calls = Arc::<AtomicUsize>::default();
    let counter = Arc::clone(&calls);
    let config = server.config().attempts(1).credentials_provider(move || {
        let number = counter.fetch_add(1, Ordering::SeqCst) + 1;
        async move {
            if number > 1 {
                std::future::pending::<()>().await;
            }
            let credentials = Credentials::new(format!("key{number}"), "secret");
            Ok::<_, std::io::Error>(credentials.expires_at(SystemTime::now() + Duration::from_mins(60)))
        }
    });
    (config, calls)
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_an_attempt_has_no_time_for_leaves_the_previous_identity() {
    let server = Server::start([done()]).await;
    let (config, calls) = hanging_after_the_first(&server);
    let client = Client::new(config.attempt_timeout(Duration::from_secs(2)));
    let mut requests = Vec::new();
    let mut seconds = Vec::new();
    for pause in [0, 3541, 0, 6] {
        tokio::time::sleep(Duration::from_secs(pause)).await;
        let start = tokio::time::Instant::now();
        delete(&client).await;
        seconds.push(start.elapsed().as_secs());
        requests.push(calls.load(Ordering::SeqCst));
    }
    assert_eq!((requests, seconds), (vec![1, 2, 2, 3], vec![0, 1, 0, 1]));
    assert_eq!(keys(&server), ["key1"; 4]);
}

#[tokio::test(start_paused = true)]
async fn a_renewal_that_is_cancelled_does_not_delay_the_calls_after_it() {
    let server = Server::start([done()]).await;
    let (config, calls) = hanging_after_the_first(&server);
    let client = Client::new(config);
    delete(&client).await;
    tokio::time::sleep(Duration::from_secs(3541)).await;
    let cancelled = tokio::time::timeout(Duration::from_secs(1), delete(&client));
    // During the renewal, too.
    let beside = async {
        tokio::time::sleep(Duration::from_millis(500)).await;
        let start = tokio::time::Instant::now();
        delete(&client).await;
        start.elapsed()
    };
    let (cancelled, beside) = tokio::join!(cancelled, beside);
    let start = tokio::time::Instant::now();
    delete(&client).await;
    assert!(cancelled.is_err() && beside < Duration::from_secs(1) && start.elapsed() < Duration::from_secs(1));
    assert_eq!((keys(&server), calls.load(Ordering::SeqCst)), (vec!["key1".to_owned(); 3], 2));
}

/// A provider whose credentials are valid for an hour. The first request takes no time. The second one takes a minute,
/// or fails at once if it `fails`.
fn slow_at_the_second(server: &Server, fails: bool) -> Config {
    let calls = Arc::<AtomicUsize>::default();
    let config = server.config().attempts(1).identity_timeout(Duration::from_mins(2));
    config.attempt_timeout(Duration::from_mins(10)).credentials_provider(move || {
        let number = calls.fetch_add(1, Ordering::SeqCst) + 1;
        async move {
            if number == 2 && fails {
                return Err("no credentials");
            }
            tokio::time::sleep(Duration::from_secs(if number == 2 { 60 } else { 0 })).await;
            let credentials = Credentials::new(format!("key{number}"), "secret");
            Ok(credentials.expires_at(SystemTime::now() + Duration::from_mins(60)))
        }
    })
}

/// Sends requests at these seconds, without waiting for the ones before. Returns the seconds that each took.
async fn delete_at<const N: usize>(client: &Client, times: [u64; N]) -> Vec<u64> {
    let calls = times.map(|time| {
        let client = client.clone();
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_secs(time)).await;
            let start = tokio::time::Instant::now();
            delete(&client).await;
            start.elapsed().as_secs()
        })
    });
    let mut seconds = Vec::new();
    for call in calls {
        seconds.push(call.await.expect("deleted"));
    }
    seconds
}

#[tokio::test(start_paused = true)]
async fn a_slow_renewal_delays_no_call_that_has_valid_credentials() {
    let server = Server::start([done()]).await;
    let client = Client::new(slow_at_the_second(&server, false));
    // The first of two calls at the same time renews.
    assert_eq!(delete_at(&client, [0, 3530, 3541, 3541, 3551, 3590]).await, [0, 0, 60, 0, 0, 0]);
    assert_eq!(keys(&server), ["key1", "key1", "key1", "key1", "key1", "key2"]);
}

#[tokio::test(start_paused = true)]
async fn credentials_that_expire_during_their_renewal_are_not_used_any_more() {
    let server = Server::start([done()]).await;
    let client = Client::new(slow_at_the_second(&server, false));
    assert_eq!(delete_at(&client, [0, 3597, 3598, 3601]).await, [0, 60, 0, 56]);
    assert_eq!(keys(&server), ["key1", "key1", "key2", "key2"]);
}

#[tokio::test(start_paused = true)]
async fn credentials_that_expire_soon_after_a_failed_renewal_are_not_used_any_more() {
    let server = Server::start([done()]).await;
    let client = Client::new(slow_at_the_second(&server, true));
    assert_eq!(delete_at(&client, [0, 3597, 3598, 3601]).await, [0; 4]);
    assert_eq!(keys(&server), ["key1", "key1", "key1", "key3"]);
}

#[tokio::test(start_paused = true)]
async fn a_long_renewal_that_is_given_up_or_cancelled_does_not_delay_the_calls_after_it() {
    for is_cancelled in [false, true] {
        let server = Server::start([done()]).await;
        let (config, calls) = hanging_after_the_first(&server);
        let config = config.identity_timeout(Duration::from_mins(10));
        let client = Client::new(config.attempt_timeout(Duration::from_secs(20)));
        delete(&client).await;
        tokio::time::sleep(Duration::from_secs(3541)).await;
        let limit = Duration::from_secs(if is_cancelled { 8 } else { 30 });
        assert_eq!(tokio::time::timeout(limit, delete(&client)).await.is_err(), is_cancelled);
        assert_eq!(delete_at(&client, [0, 4]).await, [0, 0]);
        assert_eq!(calls.load(Ordering::SeqCst), 2);
        tokio::time::sleep(Duration::from_secs(2)).await;
        delete(&client).await;
        assert_eq!(calls.load(Ordering::SeqCst), 3);
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_waits_for_the_request_of_another_only_as_long_as_for_its_own() {
    let hour = Duration::from_mins(60);
    let server = Server::start([done()]).await;
    let config = Provider::new(hour, None).of(server.config()).identity_timeout(2 * hour).attempt_timeout(2 * hour);
    let patient = tokio::spawn({
        let client = Client::new(config.clone());
        async move { delete(&client).await }
    });
    tokio::time::sleep(Duration::from_secs(1)).await;
    let start = tokio::time::Instant::now();
    let hasty = Client::new(config.identity_timeout(Duration::from_secs(3)));
    let error = hasty.delete_object().bucket("b").key("k").send().await.expect_err("no credentials");
    assert!(start.elapsed() <= Duration::from_secs(4), "{:?} {error:?}", start.elapsed());
    patient.await.expect("deleted");
    delete(&hasty).await;
}

#[tokio::test(start_paused = true)]
async fn the_time_that_a_call_waits_for_another_counts_toward_its_limit() {
    let hour = Duration::from_mins(60);
    let server = Server::start([done()]).await;
    let config = Provider::new(hour, None).of(server.config()).attempts(1);
    let call = |config: Config| async move {
        let start = tokio::time::Instant::now();
        let error = Client::new(config).delete_object().bucket("b").key("k").send().await.expect_err("no credentials");
        (start.elapsed().as_secs(), format!("{error:?}").contains("Timeout"))
    };
    let cancelled = call(config.clone().identity_timeout(hour).operation_timeout(Duration::from_secs(4)));
    let waiting = |seconds| call(config.clone().identity_timeout(Duration::from_secs(seconds)));
    let (cancelled, short, long) = tokio::join!(cancelled, waiting(6), waiting(9));
    assert_eq!([cancelled, short, long], [(4, true), (6, true), (9, true)]);
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_panics_is_asked_again() {
    let server = Server::start([done()]).await;
    let calls = Arc::<AtomicUsize>::default();
    let counter = Arc::clone(&calls);
    let client = Client::new(server.config().credentials_provider(move || {
        let number = counter.fetch_add(1, Ordering::SeqCst);
        // The second one panics before it returns a future.
        assert_ne!(number, 1, "the provider panics");
        async move {
            tokio::task::yield_now().await;
            assert_ne!(number, 0, "the provider panics");
            Ok::<_, std::io::Error>(Credentials::new("key", "secret"))
        }
    }));
    let call = || {
        let client = client.clone();
        tokio::spawn(async move { delete(&client).await })
    };
    for _ in 0..2 {
        call().await.expect_err("it panics");
    }
    for call in (0..4).map(|_| call()).collect::<Vec<_>>() {
        call.await.expect("deleted");
    }
    assert_eq!((server.requests().len(), calls.load(Ordering::SeqCst)), (4, 3));
}

/// Seconds from now, which may be in the past.
fn from_now(seconds: i64) -> SystemTime {
    let difference = Duration::from_secs(seconds.unsigned_abs());
    if seconds < 0 { SystemTime::now() - difference } else { SystemTime::now() + difference }
}

#[tokio::test(start_paused = true)]
async fn credentials_with_any_expiry_are_used_and_requested_again_when_it_has_passed() {
    const YEAR: i64 = 365 * 24 * 3600;
    // Seconds of the expiry, pauses before three calls, and the number of requests of credentials.
    for (expiry, pauses, expected) in [
        (Some(-1), [0, 4, 2], 2),
        (Some(-50 * YEAR), [0, 6, 6], 3),
        (Some(0), [0, 0, 0], 1),
        (Some(4), [0, 2, 2], 2),
        (Some(100), [0, 20, 20], 1),
        (Some(3600), [0, 3539, 2], 2),
        (Some(8000 * YEAR), [0, YEAR, YEAR], 1),
        (None, [0, 899, 2], 2),
    ] {
        let server = Server::start([done()]).await;
        let calls = Arc::<AtomicUsize>::default();
        let counter = Arc::clone(&calls);
        let client = Client::new(server.config().credentials_provider(move || {
            counter.fetch_add(1, Ordering::SeqCst);
            let credentials = Credentials::new("key", "secret");
            let credentials = match expiry {
                Some(seconds) => credentials.expires_at(from_now(seconds)),
                None => credentials,
            };
            async move { Ok::<_, std::io::Error>(credentials) }
        }));
        for pause in pauses {
            tokio::time::sleep(Duration::from_secs(pause.unsigned_abs())).await;
            delete(&client).await;
        }
        assert_eq!((server.requests().len(), calls.load(Ordering::SeqCst)), (3, expected), "{expiry:?}");
        // Fixed credentials are never requested, and used as they are.
        let fixed = Credentials::new("key", "secret").expires_at(from_now(-1));
        delete(&Client::new(server.config().credentials(fixed))).await;
    }
}

#[tokio::test(start_paused = true)]
async fn expiries_are_times_of_the_clock_on_which_services_agree() {
    const HOUR: i64 = 3600;
    // Seconds by which the services are ahead.
    for ahead in [-HOUR, HOUR] {
        let skewed = "<Error><Code>RequestTimeTooSkewed</Code><Message>m</Message></Error>";
        let skewed = response("403 Forbidden", &format!("date: {}\r\n", date(ahead)), skewed);
        let server = Server::start([skewed.clone(), done()]).await;
        let config = server.config().retry_pauses(Duration::ZERO, Duration::ZERO);
        // Another host of this machine.
        let other = Server::start([skewed, done()]).await;
        let url = format!("http://localhost:{}", other.address.port());
        for config in [config.clone(), config.clone().endpoint_url(url)] {
            delete(&Client::new(config.credentials(Credentials::new("key", "secret")))).await;
        }
        let calls = Arc::<AtomicUsize>::default();
        let counter = Arc::clone(&calls);
        let client = Client::new(config.credentials_provider(move || {
            counter.fetch_add(1, Ordering::SeqCst);
            let credentials = Credentials::new("key", "secret").expires_at(from_now(ahead + 900));
            async move { Ok::<_, std::io::Error>(credentials) }
        }));
        for pause in [0, 830, 15] {
            tokio::time::sleep(Duration::from_secs(pause)).await;
            delete(&client).await;
        }
        assert_eq!(calls.load(Ordering::SeqCst), 2, "{ahead}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_wrong_date_of_one_service_does_not_end_credentials() {
    let skewed = "<Error><Code>RequestTimeTooSkewed</Code><Message>m</Message></Error>";
    let skewed = response("403 Forbidden", &format!("date: {}\r\n", date(23 * 3600)), skewed);
    let server = Server::start([skewed, done()]).await;
    let provider = Provider::new(Duration::ZERO, Some(Duration::from_mins(60)));
    let config = provider.clone().of(server.config()).retry_pauses(Duration::ZERO, Duration::ZERO);
    let client = Client::new(config);
    for pause in [0, 0, 4, 2, 0] {
        tokio::time::sleep(Duration::from_secs(pause)).await;
        delete(&client).await;
        assert_eq!(provider.calls(), 1);
    }
}

/// Tokens with numbers. Every second request fails.
fn tokens(calls: &Arc<AtomicUsize>) -> Config {
    let calls = Arc::clone(calls);
    Config::new().allow_plain_http_identity().bearer_token_provider(move || {
        let number = calls.fetch_add(1, Ordering::SeqCst) + 1;
        async move {
            if number.is_multiple_of(2) {
                return Err("no token");
            }
            Ok(Secret::new(format!("token{number}")).expires_at(SystemTime::now() + Duration::from_mins(60)))
        }
    })
}

#[tokio::test(start_paused = true)]
async fn a_token_is_used_until_it_expires_if_there_is_no_other() {
    let server = Server::start([response("200 OK", "content-type: application/json\r\n", "{}")]).await;
    let calls = Arc::default();
    let client = overrides::Client::new(tokens(&calls).endpoint_url(server.url()));
    let mut requests = Vec::new();
    // The second request of a token fails, and the third comes some seconds later.
    for seconds in [0, 3570, 1, 10] {
        tokio::time::sleep(Duration::from_secs(seconds)).await;
        client.put().send().await.expect("sent");
        requests.push(calls.load(Ordering::SeqCst));
    }
    let tokens: Vec<_> =
        server.requests().iter().map(|request| header(request, "authorization").map(str::to_owned)).collect();
    let tokens: Vec<_> = tokens.iter().flatten().map(String::as_str).collect();
    assert_eq!(tokens, ["Bearer token1", "Bearer token1", "Bearer token1", "Bearer token3"]);
    assert_eq!(requests, [1, 2, 2, 3]);
}

#[tokio::test(start_paused = true)]
async fn a_provider_that_fails_is_named_without_its_secrets() {
    let server = Server::start([done()]).await;
    let config = server.config().api_key_provider(|| async { Err::<Secret, _>("the vault is sealed") });
    let error = overrides::Client::new(config).put().send().await.expect_err("no key");
    assert_eq!(error.to_string(), "Put: cannot send the request: cannot load the API key");
    let cause = std::error::Error::source(&error).and_then(std::error::Error::source).map(ToString::to_string);
    assert_eq!(cause.as_deref(), Some("the vault is sealed"));
}

#[tokio::test]
async fn empty_tokens_and_keys_are_not_sent() {
    for (config, text) in [
        (Config::new().bearer_token(""), "the bearer token is empty"),
        (Config::new().api_key(""), "the API key is empty"),
    ] {
        let canned = Canned::new([]);
        let config = config.endpoint_url("https://test").transport(canned.clone());
        let error = overrides::Client::new(config).put().send().await.expect_err("empty");
        assert!(error.to_string().ends_with(text), "{error}");
        assert!(canned.requests().is_empty());
    }
}
