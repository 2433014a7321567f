//! Collects request bodies that are not streams, within the limits of size, time and memory. Must not know operations.

use std::pin::pin;

use bytes::{Buf, BufMut, Bytes, BytesMut};
use http_body_util::{BodyExt, LengthLimitError, Limited};

use super::ServiceSettings;
use crate::memory::{ExceededLimit, Share};
use crate::protocol::Rejection;
use crate::streaming::in_time;
use crate::types::BoxError;

/// Reads a body. A body with a larger announced length is rejected at once.
pub(super) async fn collect<B>(body: B, settings: ServiceSettings, share: &mut Share) -> Result<Bytes, Rejection>
where
    B: http_body::Body,
    B::Error: Into<BoxError>,
{
    let (max_body, body_timeout) = (settings.body_limit(), settings.body_timeout);
    if body.size_hint().lower() > max_body as u64 {
        return Err(Rejection::too_large(max_body));
    }
    let collected = in_time(body_timeout, pin!(frames(Limited::new(body, max_body), max_body, share))).await;
    collected.ok_or_else(|| Rejection::timeout(body_timeout))?
}

async fn frames<B>(body: Limited<B>, max_body: usize, share: &mut Share) -> Result<Bytes, Rejection>
where
    B: http_body::Body,
    B::Error: Into<BoxError>,
{
    let mut body = pin!(body);
    let (mut first, mut whole) = (Bytes::new(), BytesMut::new());
    while let Some(frame) = body.frame().await {
        let Ok(mut data) = frame.map_err(|error| unreadable(&error, max_body))?.into_data() else { continue };
        // Most bodies are one frame, which is not copied.
        if first.is_empty() && whole.is_empty() {
            first = data.copy_to_bytes(data.remaining());
            charge(share, first.len())?;
            continue;
        }
        let (before, more) = (whole.capacity(), first.len() + data.remaining());
        // The buffer grows with what has arrived: memory for an announced length could be claimed without sending it.
        whole.reserve(more);
        charge(share, whole.capacity().saturating_sub(before))?;
        whole.put(std::mem::take(&mut first));
        whole.put(data);
    }
    Ok(if whole.is_empty() { first } else { whole.freeze() })
}

/// Charges memory to the pool of all requests.
pub(super) fn charge(share: &mut Share, bytes: usize) -> Result<(), Rejection> {
    if share.take(bytes) { Ok(()) } else { Err(Rejection::exceeded_limit(ExceededLimit::Pool)) }
}

fn unreadable(error: &BoxError, max_body: usize) -> Rejection {
    if error.is::<LengthLimitError>() {
        Rejection::too_large(max_body)
    } else {
        Rejection::serialization("The body could not be read to its end")
    }
}
