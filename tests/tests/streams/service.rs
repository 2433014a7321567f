//! The implementation that the tests call.

use golden::streams::{errors as e, types as t};
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::server::RequestContext;
use whitesmith_runtime::types::{ByteStream, EventError, EventStream, StreamError};

use crate::support::{Events, Meter, Pieces, Then};

/// Answers as asked, and counts what goes through.
#[derive(Clone, Default)]
pub(crate) struct Local {
    pub(crate) meter: Meter,
    /// Set when an upload broke off.
    pub(crate) broken: std::sync::Arc<std::sync::Mutex<Option<String>>>,
}

impl golden::streams::server::Streams for Local {
    async fn upload(&self, input: t::UploadInput, _: RequestContext) -> Result<t::UploadOutput, e::UploadError> {
        match input.name.as_str() {
            "refused" => return Err(t::Refused { message: Some("not today".to_owned()) }.into()),
            "ignored" => return std::future::pending().await,
            _ => {}
        }
        let (mut body, mut length, mut sum) = (input.body, 0, 0);
        while let Some(piece) = body.next().await {
            match piece {
                Ok(piece) => {
                    self.meter.take(piece.len() as u64);
                    length += i64::try_from(piece.len()).expect("small");
                    sum += piece.iter().map(|byte| i64::from(*byte)).sum::<i64>();
                }
                Err(error) => {
                    *self.broken.lock().expect("not poisoned") = Some(error.to_string());
                    return Err(t::Refused { message: Some(error.to_string()) }.into());
                }
            }
        }
        Ok(t::UploadOutput::new(length, sum))
    }

    async fn download(
        &self,
        input: t::DownloadInput,
        _: RequestContext,
    ) -> Result<t::DownloadOutput, e::DownloadError> {
        let size = u64::try_from(input.size).map_err(|_| t::Refused { message: Some("less than none".to_owned()) })?;
        let then = match (size, input.fails) {
            (13, Some(true)) => Then::Panic,
            (_, Some(true)) => Then::Fail,
            _ => Then::End,
        };
        let pieces = Pieces { left: size, then, meter: self.meter.clone() };
        let body = ByteStream::new(pieces);
        let body = if input.counted == Some(true) { body.with_length(size) } else { body };
        Ok(t::DownloadOutput { note: Some("here".to_owned()), body })
    }

    async fn echo(&self, input: t::TextInOut, _: RequestContext) -> Result<t::TextInOut, e::EchoError> {
        Ok(input)
    }

    async fn pack(&self, input: t::BytesInOut, _: RequestContext) -> Result<t::BytesInOut, e::PackError> {
        Ok(input)
    }

    async fn seal(&self, input: t::BytesInOut, _: RequestContext) -> Result<t::BytesInOut, e::SealError> {
        Ok(input)
    }

    async fn upload_counted(
        &self,
        input: t::UploadCountedInput,
        _: RequestContext,
    ) -> Result<t::UploadCountedOutput, e::UploadCountedError> {
        if input.body.length() == Some(3) {
            // Breaks the model's rule.
            return Ok(t::UploadCountedOutput::new(ByteStream::new(Pieces::new(3))));
        }
        Ok(t::UploadCountedOutput::new(input.body))
    }

    async fn chat(&self, input: t::ChatInOut, _: RequestContext) -> Result<t::ChatInOut, e::ChatError> {
        Ok(input)
    }

    async fn converse(
        &self,
        input: t::ConverseInput,
        _: RequestContext,
    ) -> Result<t::ConverseOutput, e::ConverseError> {
        match input.room.as_str() {
            "refused" => Err(t::Refused { message: None }.into()),
            "ignored" => std::future::pending().await,
            room => {
                let topic = format!("{room}: {}", input.topic.unwrap_or_default());
                Ok(t::ConverseOutput { topic, talk: input.talk })
            }
        }
    }

    async fn listen(&self, input: t::ListenInput, _: RequestContext) -> Result<t::ListenOutput, e::ListenError> {
        let count = u32::try_from(input.count).map_err(|_| t::Refused { message: None })?;
        let closed = t::Closed { message: Some("at night".to_owned()) };
        let end = match input.then.as_deref() {
            Some("closed") => Some(EventError::Modelled(t::Talk::Closed(closed))),
            Some("fail") => Some(EventError::Malformed("a secret".to_owned())),
            Some("said so") => Some(EventError::Unmodelled(Unhandled::new("Said", Some("so".to_owned())))),
            _ => None,
        };
        let events = Events { numbers: 0..count, end, make: said, meter: self.meter.clone() };
        Ok(t::ListenOutput { talk: EventStream::fallible(events) })
    }

    async fn say(&self, input: t::SayInput, _: RequestContext) -> Result<t::SayOutput, e::SayError> {
        let (mut talk, mut count, mut problem) = (input.talk, 0, None);
        loop {
            match talk.try_next().await {
                Ok(Some(_)) => count += 1,
                Ok(None) => return Ok(t::SayOutput { count, problem }),
                Err(EventError::Modelled(t::Talk::Closed(closed))) => {
                    problem = Some(format!("closed: {}", closed.message.unwrap_or_default()));
                }
                Err(error) => problem = Some(error.to_string()),
            }
        }
    }
}

fn said(text: &str) -> Option<t::Talk> {
    Some(t::Talk::Said(t::Said::new("me", t::Words::new(text).ok()?)))
}

/// Whether the stream broke off for want of its peer.
pub(crate) fn is_broken<T>(piece: Option<&Result<T, StreamError>>) -> bool {
    matches!(piece, Some(Err(StreamError::Broken(_))))
}
