//! Requests that others can send without credentials, until they expire.

use std::time::Duration;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_LENGTH, CONTENT_TYPE, HeaderName, USER_AGENT};
use http::{Method, Request};

use super::call_info::CallInfo;
use super::config::ChecksumMode;
use super::customizations::Customization;
use super::customize::Customized;
use super::error::Error;
use super::prepare::{Prepared, prepare};
use super::request_error::{AuthError, RequestError};
use super::{auth, checksum, sign};
use crate::operation::Operation;
use crate::protocol::ClientProtocol;
use crate::schema::OperationSchema;
use crate::signature_terms::Presign;
use crate::streaming;
use crate::uri::append_query;

/// Headers of every request that users of a URL set themselves or need not send. A length that the caller sets is kept.
const OWN: &[HeaderName] = &[ACCEPT, CONTENT_LENGTH, USER_AGENT];

/// Moves the body to the query, if the service accepts both.
#[inline]
fn move_to_query(
    protocol: &dyn ClientProtocol,
    customization: &Customization,
    operation: &'static OperationSchema,
    request: &mut Request<Bytes>,
) -> Result<(), RequestError> {
    let pairs = match std::str::from_utf8(request.body()) {
        Ok(form) if protocol.sends_forms() => Some(form.to_owned()),
        _ => customization.query_of_url(operation, request.body()),
    };
    let Some(pairs) = pairs else { return Ok(()) };
    if !pairs.is_empty() && append_query(request.uri_mut(), &pairs).is_err() {
        // The pairs are encoded.
        return Err(RequestError::LongQuery(pairs.len()));
    }
    *request.method_mut() = Method::GET;
    *request.body_mut() = Bytes::new();
    for name in [CONTENT_LENGTH, CONTENT_TYPE] {
        request.headers_mut().remove(name);
    }
    checksum::remove(request.headers_mut());
    Ok(())
}

impl<O: Operation> Customized<O> {
    /// Returns the request, signed in its URL, instead of sending it. Anyone can send it until it expires, which is
    /// after 1 second to 7 days; temporary credentials may expire earlier.
    ///
    /// Headers of the returned request are signed, and have to be sent with it. A stream in the input is not part of
    /// the request: for S3 and operations with `@unsignedPayload`, any body can be sent with the URL. If the input has
    /// a length (`content_length` of `PutObject`), it is signed: only bodies of this length are accepted. Checksums are
    /// sent only if the operation requires them, and bodies are not compressed. With query protocols, and for
    /// `SynthesizeSpeech` of Polly, the request is a `GET` without a body, so that its URL is all that is needed; with
    /// other protocols, the body is signed.
    ///
    /// ```ignore
    /// let call = client.get_object().bucket("maps").key("a.png");
    /// let request = call.customize().presign(Duration::from_secs(900)).await?;
    /// println!("{} {}", request.method(), request.uri());
    /// ```
    ///
    /// # Errors
    /// If the input is invalid, the validity is out of range, the request cannot be created and signed, or the
    /// operation would be called with a token, key or password, which the URL would reveal.
    pub async fn presign(mut self, expires: Duration) -> Result<Request<Bytes>, Error<O::Error>> {
        self.config.request_checksums = ChecksumMode::WhenRequired;
        self.config.response_checksums = ChecksumMode::WhenRequired;
        self.config = self.config.without_compression();
        let (client, mut input, set) = self.into_call().finish()?;
        let (shared, operation) = (&*client.0, O::schema());
        let expires = Presign::new(expires).ok_or(AuthError::Expires).map_err(Error::request(operation))?;
        let protocol = shared.protocol(operation).map_err(Error::request(operation))?;
        let account_id = auth::account_id(shared, operation).await.map_err(Error::request(operation))?;
        let prepared = prepare(shared, protocol, operation, &mut input, &set, account_id.as_deref());
        let prepared = prepared.map_err(Error::request(operation))?;
        let Prepared { mut request, stream, scope, length, .. } = prepared;
        for name in OWN {
            request.headers_mut().remove(name);
        }
        if let Some(length) = shared.config.headers.get(CONTENT_LENGTH).cloned().or(length) {
            request.headers_mut().insert(CONTENT_LENGTH, length);
        }
        let default = streaming::member(operation.input).map(streaming::media_type);
        if stream.is_some()
            && request
                .headers()
                .get(CONTENT_TYPE)
                .is_some_and(|value| Some(value.as_bytes()) == default.map(str::as_bytes))
        {
            request.headers_mut().remove(CONTENT_TYPE);
        }
        move_to_query(protocol, shared.customization, operation, &mut request).map_err(Error::request(operation))?;
        if !shared.config.layers.changes_nothing() {
            let (mut head, body) = request.into_parts();
            let call = CallInfo::new(shared.service, operation, 1);
            let before = checksum::Present::of(&head.headers);
            shared.config.layers.change(&mut head, call).map_err(Error::request(operation))?;
            before.replaced(&mut head.headers);
            request = Request::from_parts(head, body);
        }
        let signed = sign::presign(shared, operation, &mut request, &scope, expires).await;
        signed.map_err(Error::request(operation))?;
        Ok(request)
    }
}
