//! Verifiers of tokens, keys and passwords.

use std::pin::Pin;
use std::sync::Arc;

use super::Identity;
use crate::types::BoxError;

type Checking = Pin<Box<dyn Future<Output = Result<Option<Identity>, BoxError>> + Send>>;

/// An asynchronous function of the user.
pub(super) struct Check<T>(Arc<dyn Fn(T) -> Checking + Send + Sync>);

impl<T> Clone for Check<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Check<T> {
    pub(super) fn new<F, L, E>(verify: F) -> Self
    where
        F: Fn(T) -> L + Send + Sync + 'static,
        L: Future<Output = Result<Option<Identity>, E>> + Send + 'static,
        E: Into<BoxError>,
    {
        Self(Arc::new(move |value| {
            let checking = verify(value);
            Box::pin(async move { checking.await.map_err(Into::into) })
        }))
    }

    pub(super) async fn verify(&self, value: T) -> Result<Option<Identity>, BoxError> {
        (self.0)(value).await
    }
}
