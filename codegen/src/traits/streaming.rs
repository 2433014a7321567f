//! Streams and events (spec: "Streaming").

super::markers! {
    /// `@streaming`: a blob that is a stream of bytes, or a union that is a stream of events.
    Streaming = "smithy.api#streaming" => Shape: "streaming"
    /// `@requiresLength`: the length of the stream must be known before it is sent.
    RequiresLength = "smithy.api#requiresLength" => Shape: "requires_length"
    /// `@eventHeader`: the member is a header of its event.
    EventHeader = "smithy.api#eventHeader" => Member: "event_header"
    /// `@eventPayload`: the member is the body of its event.
    EventPayload = "smithy.api#eventPayload" => Member: "event_payload"
}

#[cfg(test)]
mod tests {
    use super::Streaming;
    use crate::model::Trait;
    use crate::traits::testing::{node, problem};

    #[test]
    fn annotations_are_objects() {
        assert!(Streaming::read(&node("{}")).is_ok());
        assert_eq!(problem::<Streaming>("[]"), "Expected object, but found array.");
    }
}
