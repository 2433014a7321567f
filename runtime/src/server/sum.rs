//! Checksums of request bodies, which are in a header or trailer of their algorithm.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use crc::{CRC_32_ISCSI, CRC_64_NVME, Crc, Table};
use md5::{Digest, Md5};
use sha1::Sha1;
use sha2::Sha256;

static CRC32C: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISCSI);
static CRC64: Crc<u64, Table<16>> = Crc::<u64, Table<16>>::new(&CRC_64_NVME);

/// An incremental checksum.
pub(super) enum Sum {
    Md5(Md5),
    Crc32(crc32fast::Hasher),
    Crc32c(crc::Digest<'static, u32, Table<16>>),
    Crc64Nvme(crc::Digest<'static, u64, Table<16>>),
    Sha1(Sha1),
    Sha256(Sha256),
}

impl Sum {
    /// Headers of checksums, in lower case.
    pub(super) const HEADERS: [&'static str; 5] = [
        "x-amz-checksum-crc32",
        "x-amz-checksum-crc32c",
        "x-amz-checksum-crc64nvme",
        "x-amz-checksum-sha1",
        "x-amz-checksum-sha256",
    ];

    /// Returns the checksum of an empty body, for the algorithm whose header has this name.
    pub(super) fn of_header(name: &str) -> Option<Self> {
        Some(match name {
            "content-md5" => Self::Md5(Md5::new()),
            "x-amz-checksum-crc32" => Self::Crc32(crc32fast::Hasher::new()),
            "x-amz-checksum-crc32c" => Self::Crc32c(CRC32C.digest()),
            "x-amz-checksum-crc64nvme" => Self::Crc64Nvme(CRC64.digest()),
            "x-amz-checksum-sha1" => Self::Sha1(Sha1::new()),
            "x-amz-checksum-sha256" => Self::Sha256(Sha256::new()),
            _ => return None,
        })
    }

    /// Returns the SHA-256 checksum of an empty body.
    pub(super) fn sha256() -> Self {
        Self::Sha256(Sha256::new())
    }

    pub(super) fn take(&mut self, bytes: &[u8]) {
        match self {
            Self::Md5(sum) => sum.update(bytes),
            Self::Crc32(sum) => sum.update(bytes),
            Self::Crc32c(sum) => sum.update(bytes),
            Self::Crc64Nvme(sum) => sum.update(bytes),
            Self::Sha1(sum) => sum.update(bytes),
            Self::Sha256(sum) => sum.update(bytes),
        }
    }

    /// Returns the checksum in base64.
    pub(super) fn text(self) -> String {
        match self {
            Self::Md5(sum) => STANDARD.encode(sum.finalize()),
            Self::Crc32(sum) => STANDARD.encode(sum.finalize().to_be_bytes()),
            Self::Crc32c(sum) => STANDARD.encode(sum.finalize().to_be_bytes()),
            Self::Crc64Nvme(sum) => STANDARD.encode(sum.finalize().to_be_bytes()),
            Self::Sha1(sum) => STANDARD.encode(sum.finalize()),
            Self::Sha256(sum) => STANDARD.encode(sum.finalize()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_algorithm_has_its_published_check_value() {
        for (name, text) in [
            ("content-md5", "JfnnlDI7RTiF9RgfG2JNCw=="),
            ("x-amz-checksum-crc32", "y/Q5Jg=="),
            ("x-amz-checksum-crc32c", "4waSgw=="),
            ("x-amz-checksum-crc64nvme", "rosUhgp5mIg="),
            ("x-amz-checksum-sha1", "98O8HYCOBHMq32eZZczDTKeuNEE="),
            ("x-amz-checksum-sha256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="),
        ] {
            let mut sum = Sum::of_header(name).expect("known");
            sum.take(b"1234");
            sum.take(b"56789");
            assert_eq!(sum.text(), text, "{name}");
        }
    }
}
