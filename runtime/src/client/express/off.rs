//! Sessions for directory buckets of S3, without the feature `xml`: requesting one is an error, because its response is
//! an XML document. Clients of S3 do not compile without the feature.

use std::sync::Arc;

use http::Uri;

use super::Shared;
use super::credentials::Credentials;
use super::identity::{IdentityError, Limits};

#[derive(Debug, Default)]
pub(super) struct Sessions;

impl Sessions {
    pub(super) async fn get(
        &self,
        _: &Shared,
        _: &Uri,
        _: Option<&str>,
        _: Credentials,
        _: Limits,
    ) -> Result<Credentials, IdentityError> {
        let reason = "sessions of S3 need the feature `xml` of whitesmith-runtime";
        Err(IdentityError::Failed(Arc::new(std::io::Error::other(reason))))
    }
}
