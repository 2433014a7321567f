//! The implementation that the tests call.

use golden::streams::{errors as e, types as t};
use whitesmith_runtime::server::RequestContext;
use whitesmith_runtime::types::{ByteStream, StreamError};

use crate::support::{Meter, Pieces, Then};

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
}

/// Whether the stream broke off for want of its peer.
pub(crate) fn is_broken<T>(piece: Option<&Result<T, StreamError>>) -> bool {
    matches!(piece, Some(Err(StreamError::Broken(_))))
}
