//! Stores orders as JSON. Text that violates the model is rejected when it is read.

use order_types::orders::types::Order;

/// An order as JSON.
///
/// # Errors
/// None in practice: each order can be written.
pub fn write(order: &Order) -> Result<String, serde_json::Error> {
    serde_json::to_string(order)
}

/// An order from JSON.
///
/// # Errors
/// The text is not JSON, or not a valid order. The message lists all violations.
pub fn read(text: &str) -> Result<Order, serde_json::Error> {
    serde_json::from_str(text)
}
