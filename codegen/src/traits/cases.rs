//! Test cases of protocols (spec: "HTTP protocol compliance tests", "Event stream protocol compliance tests").

super::documents! {
    /// `@httpRequestTests`: inputs and the requests they make.
    HttpRequestTests = "smithy.test#httpRequestTests"
    /// `@httpResponseTests`: outputs or errors, and the responses they make.
    HttpResponseTests = "smithy.test#httpResponseTests"
    /// `@httpMalformedRequestTests`: requests that servers refuse.
    HttpMalformedRequestTests = "smithy.test#httpMalformedRequestTests"
    /// `@eventStreamTests`: streams of events.
    EventStreamTests = "smithy.test#eventStreamTests"
}
