//! Services with event streams, besides S3.

use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;
use whitesmith_runtime::BuildError;
use whitesmith_runtime::server::Fault;
use whitesmith_runtime::types::{Blob, EventError, EventStream, Timestamp};

use crate::kinesis::types as k;
use crate::lambda::types as l;
use crate::transcribe::types as t;

type Answer<T> = Result<T, Fault>;

/// The record `first`, and an error of the model in place of a second event if the shard is `lost`.
pub(crate) async fn subscribe(input: k::SubscribeToShardInput) -> Answer<k::SubscribeToShardOutput> {
    let events = records(&input.shard_id).map_err(Fault::internal)?;
    k::SubscribeToShardOutput::builder().event_stream(EventStream::from(events)).build().map_err(Fault::internal)
}

fn records(shard: &str) -> Result<Vec<k::SubscribeToShardEventStream>, BuildError> {
    let record = k::Record::builder().sequence_number("1").partition_key("k").data(Blob::from("first".as_bytes()));
    let record = record.approximate_arrival_timestamp(Timestamp::from_secs(1_767_225_600)).build()?;
    let event = k::SubscribeToShardEvent::builder().records(record).continuation_sequence_number("2");
    let event = event.millis_behind_latest(0).build()?;
    let mut events = vec![k::SubscribeToShardEventStream::SubscribeToShardEvent(event)];
    if shard == "lost" {
        let error = k::ResourceNotFoundException::builder().message("the shard is lost").build()?;
        events.push(k::SubscribeToShardEventStream::ResourceNotFoundException(error));
    }
    Ok(events)
}

/// The payload in two halves.
pub(crate) async fn invoke(input: l::InvokeWithResponseStreamInput) -> Answer<l::InvokeWithResponseStreamOutput> {
    let payload = input.payload.map(Blob::into_inner).unwrap_or_default();
    let events = halves(&payload).map_err(Fault::internal)?;
    let output = l::InvokeWithResponseStreamOutput::builder().status_code(200).executed_version("$LATEST");
    output.event_stream(EventStream::from(events)).build().map_err(Fault::internal)
}

fn halves(payload: &[u8]) -> Result<Vec<l::InvokeWithResponseStreamResponseEvent>, BuildError> {
    use l::InvokeWithResponseStreamResponseEvent::{InvokeComplete, PayloadChunk};
    let (first, second) = payload.split_at(payload.len() / 2);
    let chunk =
        |bytes: &[u8]| l::InvokeResponseStreamUpdate::builder().payload(Blob::from(bytes)).build().map(PayloadChunk);
    let end = l::InvokeWithResponseStreamCompleteEvent::builder().build()?;
    Ok(vec![chunk(first)?, chunk(second)?, InvokeComplete(end)])
}

/// The text of each chunk, as soon as it is received.
pub(crate) async fn transcribe(input: t::StartStreamTranscriptionInput) -> Answer<t::StartStreamTranscriptionOutput> {
    let results = EventStream::fallible(Transcripts(input.audio_stream));
    let output = t::StartStreamTranscriptionOutput::builder().media_encoding(input.media_encoding);
    output.transcript_result_stream(results).build().map_err(Fault::internal)
}

struct Transcripts(EventStream<t::AudioStream>);

impl Stream for Transcripts {
    type Item = Result<t::TranscriptResultStream, EventError<t::TranscriptResultStream>>;

    fn poll_next(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = ready!(Pin::new(&mut self.0).poll_next(cx));
        Poll::Ready(next.map(|event| Ok(event.map_or_else(|error| refusal(&error.to_string()), |event| heard(&event)))))
    }
}

fn heard(event: &t::AudioStream) -> t::TranscriptResultStream {
    let chunk = match event {
        t::AudioStream::AudioEvent(event) => event.audio_chunk.as_ref().map(Blob::as_ref).unwrap_or_default(),
        _ => return refusal("this event is not supported"),
    };
    let text = String::from_utf8_lossy(chunk);
    transcript(&text).map_or_else(|error| refusal(&error.to_string()), t::TranscriptResultStream::TranscriptEvent)
}

fn transcript(text: &str) -> Result<t::TranscriptEvent, BuildError> {
    let alternative = t::Alternative::builder().transcript(text).build()?;
    let result = t::Result::builder().alternatives(alternative).build()?;
    let transcript = t::Transcript::builder().results(result).build()?;
    t::TranscriptEvent::builder().transcript(transcript).build()
}

fn refusal(message: &str) -> t::TranscriptResultStream {
    let error = t::BadRequestException::builder().message(message).build();
    t::TranscriptResultStream::BadRequestException(error.unwrap_or_default())
}
