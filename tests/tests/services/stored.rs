//! Values of generated types as users store them: strict for handwritten text, lenient for responses of services.

use golden::{constraints, evolution_new, evolution_old};
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
