//! Methods of generated clients that do not depend on the model.

/// Adds `from_conf` and `config` to a generated client, and `from_env` with the feature `aws`. Fails to compile without
/// the features that calls of `schema::SERVICE` need.
#[doc(hidden)]
#[macro_export]
macro_rules! client {
    ($client:ident) => {
        #[allow(dead_code)]
        impl $client {
            /// The same as [`new`](Self::new), under its name in `aws-sdk-rust`.
            pub fn from_conf(config: impl ::std::convert::Into<$crate::client::Config>) -> Self {
                Self::new(config.into())
            }

            /// Returns the configuration.
            pub fn config(&self) -> &$crate::client::Config {
                self.0.config()
            }
        }

        const _: () = schema::SERVICE.check_client_features();

        $crate::from_env!($client);
    };
}

/// Like `client!`, with the types of `aws-sdk-rust`. The second field of the client is the configuration.
#[doc(hidden)]
#[macro_export]
macro_rules! aws_sdk_client {
    ($client:ident) => {
        #[allow(dead_code)]
        impl $client {
            /// The same as [`new`](Self::new).
            pub fn from_conf(config: $crate::aws_sdk::config::Config) -> Self {
                Self::new(config)
            }

            /// Returns the configuration.
            pub fn config(&self) -> &$crate::aws_sdk::config::Config {
                &self.1
            }
        }

        const _: () = schema::SERVICE.check_client_features();

        $crate::from_env!($client);
    };
}
