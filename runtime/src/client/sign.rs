//! Signatures (AWS Signature Version 4), made by `aws-sigv4`.

use std::time::SystemTime;

use aws_credential_types::provider::ProvideCredentials;
use aws_sigv4::http_request::{PayloadChecksumKind, SignableBody, SignableRequest, SigningSettings, sign as make};
use aws_sigv4::sign::v4;
use bytes::Bytes;
use http::Request;

use super::Shared;
use crate::schema::OperationSchema;
use crate::types::ByteStream;

/// Signs the request, if the service asks for it. A stream whose bytes are not all there goes without a signature of its
/// own, as does the body of an operation with `@unsignedPayload`; the header `x-amz-content-sha256` then says so.
pub(super) async fn sign(
    shared: &Shared,
    operation: &'static OperationSchema,
    request: &mut Request<Bytes>,
    stream: Option<&ByteStream>,
) -> Result<(), String> {
    let Some(sigv4) = shared.service.sigv4 else { return Ok(()) };
    if operation.no_auth || shared.config.unsigned {
        return Ok(());
    }
    let provider = shared.config.credentials.as_ref().ok_or(
        "there are no credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use Config::credentials",
    )?;
    let credentials = provider.provide_credentials().await.map_err(|error| error.to_string())?;
    let identity = credentials.into();
    let bytes = stream.map_or(Some(&**request.body()), ByteStream::as_bytes).filter(|_| !operation.unsigned_payload);
    let mut settings = SigningSettings::default();
    if bytes.is_none() {
        settings.payload_checksum_kind = PayloadChecksumKind::XAmzSha256;
    }
    let body = bytes.map_or(SignableBody::UnsignedPayload, SignableBody::Bytes);
    let params = v4::SigningParams::builder()
        .identity(&identity)
        .region(shared.config.region.as_deref().unwrap_or("us-east-1"))
        .name(sigv4.name)
        .time(SystemTime::now())
        .settings(settings)
        .build()
        .map_err(|error| error.to_string())?
        .into();
    let uri = request.uri().to_string();
    let headers = request.headers().iter().filter_map(|(name, value)| Some((name.as_str(), value.to_str().ok()?)));
    let signable =
        SignableRequest::new(request.method().as_str(), uri, headers, body).map_err(|error| error.to_string())?;
    let (instructions, _) = make(signable, &params).map_err(|error| error.to_string())?.into_parts();
    instructions.apply_to_request_http1x(request);
    Ok(())
}
