//! Server implementation for the tests.

use golden::streams::{errors as e, types as t};
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::server::RequestContext;
use whitesmith_runtime::types::{ByteStream, EventError, EventStream, StreamError};

use crate::support::{Events, Meter, Pieces, Then};

/// Responds as requested and counts bytes.
#[derive(Clone, Default)]
pub(crate) struct Local {
    pub(crate) meter: Meter,
    /// Set when an upload is truncated.
    pub(crate) broken: std::sync::Arc<std::sync::Mutex<Option<String>>>,
}

impl golden::streams::server::Streams for Local {
    async fn upload(&self, input: t::UploadInput, _: RequestContext) -> Result<t::UploadOutput, e::UploadError> {
        match input.name.as_str() {
            "refused" => {
                return Err(t::Refused::builder().message("not today".to_owned()).build().expect("valid").into());
            }
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
                    *self.broken.lock().expect("not poisoned") = Some(chain(&error));
                    return Err(t::Refused::builder().message(chain(&error)).build().expect("valid").into());
                }
            }
        }
        Ok(t::UploadOutput::builder().length(length).sum(sum).build().expect("valid"))
    }

    async fn download(
        &self,
        input: t::DownloadInput,
        _: RequestContext,
    ) -> Result<t::DownloadOutput, e::DownloadError> {
        let size = u64::try_from(input.size)
            .map_err(|_| t::Refused::builder().message("less than none".to_owned()).build().expect("valid"))?;
        let then = match (size, input.fails) {
            (13, Some(true)) => Then::Panic,
            (_, Some(true)) => Then::Fail,
            _ => Then::End,
        };
        let pieces = Pieces { left: size, then, meter: self.meter.clone() };
        let body = ByteStream::new(pieces);
        let body = if input.counted == Some(true) { body.with_length(size) } else { body };
        Ok(t::DownloadOutput::builder().note("here".to_owned()).body(body).build().expect("valid"))
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
            // Violates the model.
            return Ok(t::UploadCountedOutput::builder().body(ByteStream::new(Pieces::new(3))).build().expect("valid"));
        }
        Ok(t::UploadCountedOutput::builder().body(input.body).build().expect("valid"))
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
            "refused" => Err(t::Refused::default().into()),
            "ignored" => std::future::pending().await,
            room => {
                let topic = format!("{room}: {}", input.topic.unwrap_or_default());
                Ok(t::ConverseOutput::builder().topic(topic).talk(input.talk).build().expect("valid"))
            }
        }
    }

    async fn listen(&self, input: t::ListenInput, _: RequestContext) -> Result<t::ListenOutput, e::ListenError> {
        let count = u32::try_from(input.count).map_err(|_| t::Refused::default())?;
        let closed = t::Closed::builder().message("at night".to_owned()).build().expect("valid");
        let end = match input.then.as_deref() {
            Some("closed") => Some(EventError::Modeled(t::Talk::Closed(closed))),
            Some("fail") => Some(EventError::Malformed("a secret".into())),
            Some("said so") => Some(EventError::Unmodeled(Unhandled::new("Said", Some("so".to_owned())))),
            _ => None,
        };
        let events = Events { numbers: 0..count, end, make: said, meter: self.meter.clone() };
        Ok(t::ListenOutput::builder().talk(EventStream::fallible(events)).build().expect("valid"))
    }

    async fn say(&self, input: t::SayInput, _: RequestContext) -> Result<t::SayOutput, e::SayError> {
        let (mut talk, mut count, mut problem) = (input.talk, 0, None);
        loop {
            match talk.try_next().await {
                Ok(Some(_)) => count += 1,
                Ok(None) => {
                    return Ok(t::SayOutput::builder().count(count).set_problem(problem).build().expect("valid"));
                }
                Err(EventError::Modeled(t::Talk::Closed(closed))) => {
                    problem = Some(format!("closed: {}", closed.message.unwrap_or_default()));
                }
                Err(error) => problem = Some(chain(&error)),
            }
        }
    }
}

fn said(text: &str) -> Option<t::Talk> {
    Some(t::Talk::Said(t::Said::builder().speaker("me").text(t::Words::new(text).ok()?).build().expect("valid")))
}

/// Whether the stream ended because the peer disconnected.
pub(crate) fn is_broken<T>(piece: Option<&Result<T, StreamError>>) -> bool {
    matches!(piece, Some(Err(StreamError::Broken(_))))
}

/// The message of an error and those of its sources.
pub(crate) fn chain(error: &dyn std::error::Error) -> String {
    let sources = std::iter::successors(Some(error), |error| error.source());
    sources.map(ToString::to_string).collect::<Vec<_>>().join(": ")
}
