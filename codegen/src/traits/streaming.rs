//! Streams and events (spec: "Streaming").

super::markers! {
    /// `@streaming`: a blob that is a byte stream, or a union that is an event stream.
    Streaming = "smithy.api#streaming" => Shape: "streaming"
    /// `@requiresLength`: the length must be known before the stream is sent.
    RequiresLength = "smithy.api#requiresLength" => Shape: "requires_length"
    /// `@eventHeader`: the member is a header of the event.
    EventHeader = "smithy.api#eventHeader" => Member: "event_header"
    /// `@eventPayload`: the member is the payload of the event.
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
