//! Methods of generated clients that do not depend on the model.

/// Adds `from_conf` and `config` to a generated client, and `from_env` with the feature `aws`.
#[doc(hidden)]
#[macro_export]
macro_rules! client {
    ($client:ident) => {
        #[allow(dead_code)]
        impl $client {
            /// The same as [`new`](Self::new), under its name in `aws-sdk-rust`.
            pub fn from_conf(config: $crate::client::Config) -> Self {
                Self::new(config)
            }

            /// Returns the configuration.
            pub fn config(&self) -> &$crate::client::Config {
                self.0.config()
            }
        }

        $crate::from_env!($client);
    };
}
