//! Facts of diagnostics about protocol tests and smoke tests, and their messages.

use super::facts;
use super::parts::Backticked;
use crate::model::ShapeId;

facts! {
    /// Facts of diagnostics about protocol tests and smoke tests.
    TestFacts

    EmptyEventTest { place: String }
        "{place}: At least one event, an initial request, or an initial response must be set.",
    EventWithoutStream { place: String, event_type: &'static str, operation: ShapeId, direction: &'static str }
        "{place}: Invalid {event_type} event for operation {operation} that has no {direction} stream.",
    EventBody { place: String, media_type: String, problem: String }
        "{place}.body: Invalid {media_type} content: {problem}",
    Body { media_type: String, trait_id: String, name: String, problem: String }
        "Invalid {media_type} content in `{trait_id}` protocol test case `{name}`: {problem}",
    SharedId { trait_id: &'static str, id: String, shapes: Backticked }
        "Conflicting `{trait_id}` test case IDs found for ID `{id}`: {shapes}",
    SmokeTestWithoutParams { id: String, members: Backticked }
        "Smoke test case with ID `{id}` does not define `params`, but the target operation has required input \
         members: {members}",
    SmokeTestWithoutVendorParams { id: String }
        "Smoke test case with ID `{id}` defined a `vendorParamsShape` but no `vendorParams`",
    SmokeTestWithoutVendorShape { id: String }
        "Smoke test case with ID `{id}` defined `vendorParams` but no `vendorParamsShape`",
}
