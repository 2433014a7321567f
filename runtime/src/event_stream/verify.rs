//! Verifies signed envelopes (AWS Signature Version 4, `AWS4-HMAC-SHA256-PAYLOAD`).

use std::time::{Duration, UNIX_EPOCH};

use bytes::Bytes;

use super::frame::Header;
use super::{DATE, Frame, FrameError, SIGNATURE, Signatures};
use crate::sigv4::{Chain, Stamp};

impl Signatures for Chain {
    /// The signature covers the date and the payload of the envelope, and the previous signature.
    fn verify(&mut self, envelope: Option<&Frame>) -> Result<(), FrameError> {
        let envelope = envelope.ok_or(FrameError::UnsignedEnd)?;
        let (Some(Header::Bytes(signature)), Some(Header::Timestamp(date))) =
            (envelope.header(SIGNATURE), envelope.header(DATE))
        else {
            return Err(FrameError::Unsigned);
        };
        let date_header = Frame { headers: vec![(DATE.to_owned(), Header::Timestamp(*date))], payload: Bytes::new() };
        let time = u64::try_from(*date).ok().and_then(|millis| UNIX_EPOCH.checked_add(Duration::from_millis(millis)));
        let time = Stamp::of(time.ok_or(FrameError::Signature)?);
        let is_valid = self.verify_event(time, &date_header.encode_headers()?, &envelope.payload, signature);
        if is_valid { Ok(()) } else { Err(FrameError::Signature) }
    }
}
