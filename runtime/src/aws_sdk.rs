//! Names of `aws-sdk-rust`, for programs that were written for it. Modules that are generated with `style = "aws-sdk"`
//! export them.

/// Configuration of clients.
pub mod config {
    use std::borrow::Cow;

    pub use crate::client::{Config, Config as Builder, Credentials};
    use crate::client::{S3Addressing, S3Settings};

    /// An AWS region.
    ///
    /// ```
    /// use whitesmith_runtime::aws_sdk::config::{Config, Region};
    /// let config = Config::builder().region(Region::new("eu-central-1")).build();
    /// assert_eq!(config.region_name(), Some("eu-central-1"));
    /// ```
    #[derive(Clone, Debug, PartialEq, Eq, Hash)]
    pub struct Region(Cow<'static, str>);

    impl Region {
        /// Creates a region from its name.
        pub fn new(region: impl Into<Cow<'static, str>>) -> Self {
            Self(region.into())
        }

        /// Creates a region from its name.
        pub const fn from_static(region: &'static str) -> Self {
            Self(Cow::Borrowed(region))
        }
    }

    impl AsRef<str> for Region {
        fn as_ref(&self) -> &str {
            &self.0
        }
    }

    impl std::fmt::Display for Region {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str(&self.0)
        }
    }

    /// The version of defaults that a program expects. There is only one.
    #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
    pub struct BehaviorVersion(());

    impl BehaviorVersion {
        /// Returns the newest version.
        pub fn latest() -> Self {
            Self(())
        }
    }

    impl Config {
        /// The same as [`new`](Self::new).
        pub fn builder() -> Builder {
            Self::new()
        }

        /// Returns the configuration, which is its own builder.
        #[must_use]
        pub fn build(self) -> Self {
            self
        }

        /// Sets whether the bucket is always in the path of S3's URLs.
        #[must_use]
        pub fn force_path_style(self, is_forced: bool) -> Self {
            let addressing = if is_forced { S3Addressing::Path } else { S3Addressing::Auto };
            let settings = S3Settings { addressing, ..self.s3 };
            self.s3(settings)
        }

        /// Does nothing.
        #[must_use]
        pub fn behavior_version(self, _: BehaviorVersion) -> Self {
            self
        }
    }
}

/// Errors of calls.
pub mod error {
    use std::error::Error;
    use std::fmt;

    pub use crate::builder::BuildError;
    pub use crate::client::Error as SdkError;
    use crate::operation::OperationError;

    /// Code and message of errors. Errors also have inherent methods of the same names.
    pub trait ProvideErrorMetadata {
        /// Returns the error code, if the service sent one.
        fn code(&self) -> Option<&str>;

        /// Returns the error message, if the service sent one.
        fn message(&self) -> Option<&str>;
    }

    impl<E: OperationError> ProvideErrorMetadata for SdkError<E> {
        fn code(&self) -> Option<&str> {
            SdkError::code(self)
        }

        fn message(&self) -> Option<&str> {
            SdkError::message(self)
        }
    }

    impl<E: OperationError> ProvideErrorMetadata for E {
        fn code(&self) -> Option<&str> {
            Some(crate::operation::code(self))
        }

        fn message(&self) -> Option<&str> {
            crate::operation::message(self)
        }
    }

    /// Shows an error with all its causes in one line.
    ///
    /// ```
    /// use whitesmith_runtime::aws_sdk::error::DisplayErrorContext;
    /// let error = std::io::Error::other("the disk is full");
    /// assert_eq!(DisplayErrorContext(error).to_string(), "the disk is full");
    /// ```
    #[derive(Debug)]
    pub struct DisplayErrorContext<E>(pub E);

    impl<E: Error> fmt::Display for DisplayErrorContext<E> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            write!(f, "{}", self.0)?;
            let mut next = self.0.source();
            while let Some(error) = next {
                write!(f, ": {error}")?;
                next = error.source();
            }
            Ok(())
        }
    }
}

/// Types of members.
pub mod primitives {
    pub use crate::types::{Blob, ByteStream, Timestamp as DateTime};

    impl ByteStream {
        /// Creates a stream of these bytes.
        pub fn from_static(bytes: &'static [u8]) -> Self {
            bytes::Bytes::from_static(bytes).into()
        }
    }
}
