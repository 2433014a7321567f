//! Waiters: states, matchers, delays and the maximum wait time. Time is paused and advances during delays only.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use golden::orders::client::{Client, GetOrderCall};
use golden::orders::errors::GetOrderError;
use golden::orders::types::{GetOrderOutput, State};
use http::Response;
use http_body_util::Full;
use tokio::time::{Instant, sleep};
use whitesmith_runtime::client::{BoxError, CallResult, Canned, Config, Error, Transport, WaitError, WaitSettings};

type Outcome = Result<CallResult<GetOrderOutput, GetOrderError>, WaitError<GetOrderOutput, GetOrderError>>;

const LONG: Duration = Duration::from_mins(5);

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

fn ok(body: &str) -> Response<Bytes> {
    Response::new(Bytes::from(body.to_owned()))
}

fn error(status: u16, code: &str) -> Response<Bytes> {
    let response = Response::builder().status(status).header("x-amzn-errortype", code);
    response.body(Bytes::from_static(b"{}")).expect("a response")
}

fn client(transport: impl Into<Transport>) -> Client {
    Client::new(Config::new().endpoint_url("http://test").unsigned().attempts(1).transport(transport))
}

fn order(canned: &Canned) -> GetOrderCall {
    client(canned.clone()).get_order().id("o-1")
}

/// Order status in a response.
fn state(outcome: Outcome) -> Option<State> {
    outcome.expect("it came about").into_output().expect("an output").state
}

#[tokio::test(start_paused = true)]
async fn the_first_acceptor_that_matches_decides() {
    let canned = Canned::new([ok(r#"{"state": "SHIPPED"}"#)]);
    assert_eq!(state(order(&canned).wait_until_order_shipped(LONG).await), Some(State::Shipped));
    assert_eq!(canned.requests().len(), 1);
}

#[tokio::test(start_paused = true)]
async fn unmatched_and_retryable_results_continue_waiting() {
    let canned =
        Canned::new([ok(r#"{"state": "NEW"}"#), error(404, "OrderNotFound"), ok("{}"), ok(r#"{"state": "SHIPPED"}"#)]);
    let start = Instant::now();
    assert_eq!(state(order(&canned).wait_until_order_shipped(LONG).await), Some(State::Shipped));
    assert_eq!(canned.requests().len(), 4);
    // Delays of 2, of 2 to 4, and of 2 to 8 seconds.
    assert!((seconds(6)..=seconds(14)).contains(&start.elapsed()), "{:?}", start.elapsed());
}

#[tokio::test(start_paused = true)]
async fn each_request_is_the_same() {
    let canned = Canned::new([ok("{}"), ok(r#"{"state": "SHIPPED"}"#)]);
    state(order(&canned).parts("a").parts("b").wait_until_order_shipped(LONG).await);
    let uris: Vec<String> = canned.requests().iter().map(|request| request.uri().to_string()).collect();
    assert_eq!(uris, ["http://test/orders/o-1?part=a&part=b"; 2]);
}

#[tokio::test(start_paused = true)]
async fn a_failure_has_the_expected_and_found_values() {
    let canned = Canned::new([ok(r#"{"state": "LOST", "reason": "at sea"}"#)]);
    let error = order(&canned).wait_until_order_shipped(LONG).await.expect_err("it is lost");
    assert_eq!(error.to_string(), "waiting for `OrderShipped` failed: `state` is `LOST`: at sea");
    let output = error.last().and_then(CallResult::output).expect("the answer");
    assert_eq!(output.state, Some(State::Lost));
    assert!(matches!(error, WaitError::Failed { waiter: "OrderShipped", message: Some(_), .. }));
}

#[tokio::test(start_paused = true)]
async fn an_expected_error_is_the_result() {
    #[allow(deprecated, reason = "as the model says")]
    async fn gone(answers: Vec<Response<Bytes>>) -> Outcome {
        order(&Canned::new(answers)).wait_until_order_gone(LONG).await
    }
    let answer = gone(vec![ok("{}"), error(404, "OrderNotFound")]).await.expect("it is gone");
    assert!(
        matches!(answer.error().and_then(Error::as_service_error), Some(GetOrderError::OrderNotFound(_))),
        "{answer:?}"
    );
    // Matched by its code in query protocols.
    let answer = gone(vec![error(400, "OrderExpired")]).await.expect("it is gone");
    assert!(
        matches!(answer.error().and_then(Error::as_service_error), Some(GetOrderError::OrderExpired(_))),
        "{answer:?}"
    );
    let error = gone(vec![error(400, "OrderLocked")]).await.expect_err("it is locked");
    assert!(error.to_string().contains("the call failed with `OrderLocked`"), "{error}");
    assert!(error.last().and_then(CallResult::error).is_some());
}

#[tokio::test(start_paused = true)]
async fn an_unmatched_error_ends_waiting() {
    let canned = Canned::new([ok("{}"), error(400, "BrandNew")]);
    let error = order(&canned).wait_until_order_shipped(LONG).await.expect_err("unknown order");
    let WaitError::Call(error) = error else { panic!("{error:?}") };
    assert_eq!(error.code(), Some("BrandNew"));
}

#[tokio::test(start_paused = true)]
async fn success_and_failure_of_the_call_can_be_waited_for() {
    let canned = Canned::new([error(404, "OrderNotFound"), error(500, "Unlisted"), error(503, ""), ok("{}")]);
    let start = Instant::now();
    order(&canned).wait_until_order_known(LONG).await.expect("it is known");
    assert_eq!(canned.requests().len(), 4);
    assert_eq!(start.elapsed().as_secs(), 9, "the pauses are of 3 seconds each");
}

#[tokio::test(start_paused = true)]
async fn an_unreachable_service_does_not_match_error_acceptors() {
    let lost = tower::service_fn(|_| async { Err::<Response<Full<Bytes>>, _>(std::io::Error::other("lost")) });
    let call = client(Transport::new(lost)).get_order().id("o-1");
    let error = call.wait_until_order_known(LONG).await.expect_err("there is no answer");
    assert!(matches!(error, WaitError::Call(Error::Transport { .. })), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn an_input_that_the_model_forbids_is_never_sent() {
    let canned = Canned::new([ok("{}")]);
    let call = client(canned.clone()).get_order();
    let error = call.wait_until_order_known(LONG).await.expect_err("there is no id");
    assert!(matches!(error, WaitError::Call(Error::Invalid { .. })), "{error:?}");
    assert!(canned.requests().is_empty());
}

/// Result of waiting for `PartsReady` if the parts have these states.
async fn parts(states: &[&str]) -> Outcome {
    let parts: Vec<String> =
        states.iter().map(|state| format!(r#"{{"state": "{state}", "note": "n", "secrets": ["hidden"]}}"#)).collect();
    let canned = Canned::new([ok(&format!(r#"{{"parts": [{}]}}"#, parts.join(", ")))]);
    order(&canned).wait_until_parts_ready(Duration::from_millis(1)).await
}

#[tokio::test(start_paused = true)]
async fn all_string_equals_needs_at_least_one_element() {
    assert!(parts(&["READY"]).await.is_ok());
    assert!(parts(&["READY", "READY"]).await.is_ok());
    for states in [&[][..], &["READY", "NEW"]] {
        // Nothing matches, and there is no response for the next call.
        assert!(matches!(parts(states).await, Err(WaitError::Call(Error::Request { .. }))), "{states:?}");
    }
    let error = parts(&["READY", "BROKEN", "BROKEN"]).await.expect_err("two are broken");
    assert_eq!(error.to_string(), "waiting for `PartsReady` failed: one of `parts[].state` is `BROKEN`: n; n");
}

#[tokio::test(start_paused = true)]
async fn a_reason_that_is_sensitive_is_not_shown() {
    let error = parts(&["SEIZED"]).await.expect_err("it is seized");
    assert!(matches!(&error, WaitError::Failed { message: None, .. }), "{error:?}");
    assert!(!format!("{error} {error:?}").contains("hidden"), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn input_and_output_are_seen_together() {
    let two = || ok(r#"{"parts": [{}, {}]}"#);
    let canned = Canned::new([ok("{}"), ok(r#"{"parts": [{}]}"#), two()]);
    let call = order(&canned).parts("a").parts("b");
    assert!(call.wait_until_all_parts_there(LONG).await.is_ok());
    assert_eq!(canned.requests().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn generated_expressions_of_each_kind_are_evaluated() {
    for (body, expected) in [
        (r#"{"parts": [{"state": "a"}, {"state": "b"}, {"state": "ODD"}]}"#, "success"),
        (r#"{"counts": {"a": 1, "b": 7}}"#, "retry"),
        (r#"{"state": "LOST"}"#, "failure"),
        (r#"{"at": 5}"#, "failure"),
        (r#"{"parts": [{"state": "EVEN"}, {"state": "OTHER"}]}"#, "success"),
    ] {
        let outcome = order(&Canned::new([ok(body)])).wait_until_order_odd(Duration::from_millis(1)).await;
        let found = match outcome {
            Ok(_) => "success",
            Err(WaitError::Failed { .. }) => "failure",
            Err(_) => "retry",
        };
        assert_eq!(found, expected, "{body}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_output_with_a_stream_can_be_waited_for() {
    let answer = |signed: &str| {
        let response = Response::builder().header("x-signed", signed).body(Bytes::from_static(b"scan"));
        response.expect("a response")
    };
    let call = client(Canned::new([answer("false"), answer("true")])).get_receipt().id("r-1");
    let output = call.wait_until_receipt_signed(LONG).await.expect("signed").into_output().expect("an output");
    assert_eq!(output.scan.collect(100).await.expect("read"), "scan");
}

/// A slow transport that always returns the same response and records the time of the last request.
fn slow(delay: Duration, body: &'static str, requested_at: Arc<Mutex<Instant>>) -> Transport {
    Transport::new(tower::service_fn(move |_| {
        *requested_at.lock().expect("whole") = Instant::now();
        async move {
            sleep(delay).await;
            Ok::<_, BoxError>(Response::new(Full::new(Bytes::from_static(body.as_bytes()))))
        }
    }))
}

#[tokio::test(start_paused = true)]
async fn waiting_ends_at_the_maximum_wait_time() {
    for limit in [1, 3, 10, 100, 1000] {
        let canned = Canned::new(std::iter::repeat_n(ok(r#"{"state": "NEW"}"#), 1000));
        let start = Instant::now();
        let error = order(&canned).wait_until_order_shipped(seconds(limit)).await.expect_err("too long");
        assert_eq!(error.to_string(), format!("waiting for `OrderShipped` took longer than {limit}s"));
        assert_eq!(error.last().and_then(CallResult::output).and_then(|output| output.state.clone()), Some(State::New));
        // These calls take no time, so the last one is made when the time is up.
        assert_eq!(start.elapsed().as_secs(), limit);
        assert!(canned.requests().len() >= 2);
    }
}

#[tokio::test(start_paused = true)]
async fn callers_can_set_other_pauses_than_the_model() {
    let start = Instant::now();
    let canned = Canned::new([ok("{}"), ok("{}"), ok(r#"{"state": "SHIPPED"}"#)]);
    let settings = WaitSettings::new(LONG).min_delay(seconds(40)).max_delay(seconds(40));
    state(order(&canned).wait_until_order_shipped(settings).await);
    assert_eq!(start.elapsed(), seconds(80));
    let start = Instant::now();
    let canned = Canned::new([ok("{}"), ok(r#"{"state": "SHIPPED"}"#)]);
    let settings = WaitSettings::new(LONG).max_delay(Duration::from_millis(10));
    state(order(&canned).wait_until_order_shipped(settings).await);
    assert_eq!(start.elapsed(), Duration::from_millis(10), "the minimum of the model is longer");
}

#[tokio::test(start_paused = true)]
async fn the_last_slow_call_has_enough_time() {
    for _ in 0..50 {
        let (start, last) = (Instant::now(), Arc::new(Mutex::new(Instant::now())));
        let call = client(slow(seconds(5), "{}", last.clone())).get_order().id("o-1");
        call.wait_until_order_shipped(seconds(60)).await.expect_err("too long");
        let last = *last.lock().expect("whole");
        assert!(
            last - start <= seconds(55) && start.elapsed() <= seconds(60),
            "{:?} {:?}",
            last - start,
            start.elapsed()
        );
        assert!(last + seconds(5) <= Instant::now(), "the last call came to its end");
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_is_cancelled_when_the_time_is_up() {
    let call = client(slow(seconds(20), r#"{"state": "SHIPPED"}"#, Arc::new(Mutex::new(Instant::now()))))
        .get_order()
        .id("o-1");
    let start = Instant::now();
    let error = call.wait_until_order_shipped(seconds(10)).await.expect_err("too slow");
    assert!(matches!(error, WaitError::TimedOut { last: None, .. }), "{error:?}");
    assert_eq!(start.elapsed().as_secs(), 10);
}

#[tokio::test(start_paused = true)]
async fn an_unrepresentable_maximum_wait_time_means_no_limit() {
    let canned = Canned::new([ok("{}"), ok(r#"{"state": "SHIPPED"}"#)]);
    assert!(order(&canned).wait_until_order_shipped(Duration::MAX).await.is_ok());
}
