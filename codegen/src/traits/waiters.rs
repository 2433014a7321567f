//! Waiters (spec: "Waiters"). Their expressions are the business of `jmespath`.

super::documents! {
    /// `@waitable`: what to wait for, by name.
    Waitable = "smithy.waiters#waitable"
}
