//! Rules for signatures of AWS, which differ for S3.

use std::time::Duration;

use crate::schema::ServiceSchema;
use crate::signature_terms::PathEncoding;

/// Difference between the clocks of client and server that AWS services accept.
const SKEW: Duration = Duration::from_secs(5 * 60);
/// The same for S3.
const S3_SKEW: Duration = Duration::from_secs(15 * 60);

/// Rules for signatures, which differ for S3.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Rules {
    General,
    S3,
}

impl Rules {
    pub(super) fn of(service: &ServiceSchema) -> Self {
        if service.is_s3() { Self::S3 } else { Self::General }
    }

    /// How paths are encoded in canonical requests.
    pub(super) fn encoding(self) -> PathEncoding {
        match self {
            Self::General => PathEncoding::Twice,
            Self::S3 => PathEncoding::Once,
        }
    }

    /// Default of the maximum difference between clocks.
    pub(super) fn skew(self) -> Duration {
        match self {
            Self::General => SKEW,
            Self::S3 => S3_SKEW,
        }
    }
}
