//! Sessions without the feature `xml`: none. S3, the only service that has them, needs it.

use std::sync::Arc;

use http::Uri;

use super::Shared;
use super::credentials::Credentials;
use super::identity::IdentityError;

#[derive(Debug, Default)]
pub(super) struct Sessions;

impl Sessions {
    pub(super) async fn get(
        &self,
        _: &Shared,
        _: &Uri,
        _: Option<&str>,
        _: Credentials,
    ) -> Result<Credentials, IdentityError> {
        let reason = "sessions of S3 need the feature `xml` of whitesmith-runtime";
        Err(IdentityError::Failed(Arc::new(std::io::Error::other(reason))))
    }
}
