//! Names of `aws-sdk-rust`, for programs that were written for it. Modules that are generated with `style = "aws-sdk"`
//! export them.

pub mod config;
pub mod error;
pub mod pages;
pub mod presigning;

/// Types of members.
pub mod primitives {
    pub use crate::schema::TimestampFormat as DateTimeFormat;
    pub use crate::types::{Blob, ByteStream, Timestamp as DateTime};

    impl ByteStream {
        /// Creates a stream of these bytes.
        pub fn from_static(bytes: &'static [u8]) -> Self {
            bytes::Bytes::from_static(bytes).into()
        }
    }
}
