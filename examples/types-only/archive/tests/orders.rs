//! Stored orders are read back unchanged, and invalid ones are rejected.

use order_types::orders::types::Order;

#[test]
fn an_order_is_read_as_it_was_written() {
    let order = Order::builder().id("a-17").count(3).build().expect("valid");
    let text = archive::write(&order).expect("JSON");
    assert_eq!(text, r#"{"id":"a-17","count":3}"#);
    assert_eq!(archive::read(&text).expect("valid"), order);
}

#[test]
fn all_violations_are_in_one_error() {
    let error = archive::read(r#"{"id":"A 17","count":0}"#)
        .expect_err("not valid")
        .to_string();
    assert!(error.contains("id") && error.contains("count"), "{error}");
}
