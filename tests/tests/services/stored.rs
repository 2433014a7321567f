//! Values of generated types as users store them: strict for handwritten text, lenient for responses of services.

use golden::{archive, constraints, evolution_new, evolution_old};
use whitesmith_runtime::types::Timestamp;
use whitesmith_runtime::{Received, validate};

#[test]
fn a_stored_output_survives_a_model_without_its_enum_value() {
    let newer = evolution_new::types::PaymentState::or_unknown("REFUNDED");
    let output = evolution_new::types::PayOutput::builder().state(newer).build().expect("complete");
    let text = serde_json::to_string(&output).expect("JSON");

    let strict = serde_json::from_str::<evolution_old::types::PayOutput>(&text);
    assert!(strict.expect_err("not listed").to_string().contains("/state"));

    let Received(read) =
        serde_json::from_str::<Received<evolution_old::types::PayOutput>>(&text).expect("read as received");
    assert_eq!(read.state.as_str(), "REFUNDED");
    assert_eq!(serde_json::to_string(&read).expect("JSON"), text);
    let violations = validate(&read).expect_err("not listed");
    assert_eq!(violations.iter().map(|violation| violation.path.as_str()).collect::<Vec<_>>(), ["/state"]);
}

#[test]
fn a_stored_value_survives_tightened_constraints_and_new_required_members() {
    // Allowed by a model without `@length`, `@pattern` and `@required`.
    for text in [r#"{"atLeast":"x","id":"any"}"#, r#"{"atLeast":"xy"}"#] {
        serde_json::from_str::<constraints::types::CheckInput>(text).expect_err("hand-written text is checked");
        let Received(value) = serde_json::from_str::<Received<constraints::types::CheckInput>>(text).expect(text);
        validate(&value).expect_err(text);
        let again = serde_json::to_string(&value).expect("JSON");
        let Received(read) = serde_json::from_str::<Received<constraints::types::CheckInput>>(&again).expect(&again);
        assert!(read == value, "{again}");
    }
}

#[test]
fn timestamps_of_all_formats_are_stored_as_rfc_3339() {
    use archive::types::{Moment, Moments};

    const TEXT: &str = "2023-11-14T22:13:20.123456789Z";
    let time = Timestamp::from_unix(1_700_000_000, 123_456_789).expect("in range");
    let variants: [fn(Timestamp) -> Moment; 4] =
        [Moment::Seconds, Moment::HttpDate, Moment::DateTime, Moment::OfTarget];
    for moment in variants {
        let moments = Moments::builder()
            .plain(time)
            .date_time(time)
            .seconds(time)
            .http_date(time)
            .of_target(time)
            .list(time)
            .dates(time)
            .map("a", time)
            .by_name("b", time)
            .moment(moment(time))
            .build()
            .expect("valid");
        let text = serde_json::to_string(&moments).expect("JSON");
        assert_eq!(text.matches(TEXT).count(), 10, "{text}");
        assert_eq!(serde_json::from_str::<Moments>(&text).expect("read"), moments);
        let Received(received) = serde_json::from_str::<Received<Moments>>(&text).expect("read as received");
        assert_eq!(received, moments);
    }
}
