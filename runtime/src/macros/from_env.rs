//! `Client::from_env` of generated clients. It exists with the feature `aws`, which is a feature of this crate, so that
//! the macro has two definitions and generated code one line.

/// Adds `from_env` to a generated client.
#[cfg(feature = "aws")]
#[doc(hidden)]
#[macro_export]
macro_rules! from_env {
    ($client:ident) => {
        impl $client {
            /// Returns a client with region, endpoint and credentials of environment variables, profiles, containers
            /// or instances. See [`Config::from_env`]($crate::client::Config::from_env).
            ///
            /// # Errors
            /// If region or endpoint is unset, a setting is invalid, or a file is malformed.
            pub async fn from_env() -> ::std::result::Result<Self, $crate::aws::ConfigError> {
                ::std::result::Result::Ok(Self::new($crate::client::Config::from_env().await?))
            }
        }
    };
}

/// Adds nothing to a generated client.
#[cfg(not(feature = "aws"))]
#[doc(hidden)]
#[macro_export]
macro_rules! from_env {
    ($client:ident) => {};
}
