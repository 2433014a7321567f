//! Checksums of bodies: algorithms, their headers, and the encoding with a trailing checksum.
//!
//! Independent of requests and responses. Used by clients and servers.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use crc::{CRC_32_ISCSI, CRC_64_NVME, Crc, Table};
use md5::{Digest, Md5};
use sha1::Sha1;
use sha2::Sha256;

static CRC32C: Crc<u32, Table<16>> = Crc::<u32, Table<16>>::new(&CRC_32_ISCSI);
static CRC64: Crc<u64, Table<16>> = Crc::<u64, Table<16>>::new(&CRC_64_NVME);

/// Checksum algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Algorithm {
    Md5,
    Crc32,
    Crc32c,
    Crc64Nvme,
    Sha1,
    Sha256,
}

impl Algorithm {
    /// Algorithms of `@httpChecksum`, in order of speed.
    pub(crate) const ALL: [Self; 5] = [Self::Crc64Nvme, Self::Crc32c, Self::Crc32, Self::Sha1, Self::Sha256];

    /// Name in models.
    #[cfg(feature = "client-core")]
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Md5 => "MD5",
            Self::Crc32 => "CRC32",
            Self::Crc32c => "CRC32C",
            Self::Crc64Nvme => "CRC64NVME",
            Self::Sha1 => "SHA1",
            Self::Sha256 => "SHA256",
        }
    }

    /// Returns the algorithm with this name.
    #[cfg(feature = "client-core")]
    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Md5].into_iter().chain(Self::ALL).find(|algorithm| algorithm.name() == name)
    }

    /// Name of the header with the checksum, in lowercase.
    pub(crate) fn header(self) -> &'static str {
        match self {
            Self::Md5 => "content-md5",
            Self::Crc32 => "x-amz-checksum-crc32",
            Self::Crc32c => "x-amz-checksum-crc32c",
            Self::Crc64Nvme => "x-amz-checksum-crc64nvme",
            Self::Sha1 => "x-amz-checksum-sha1",
            Self::Sha256 => "x-amz-checksum-sha256",
        }
    }

    /// Length of a checksum in bytes.
    #[cfg(feature = "server")]
    pub(crate) fn length(self) -> usize {
        match self {
            Self::Crc32 | Self::Crc32c => 4,
            Self::Crc64Nvme => 8,
            Self::Md5 => 16,
            Self::Sha1 => 20,
            Self::Sha256 => 32,
        }
    }

    /// Returns the algorithm with this header.
    #[cfg(feature = "server")]
    pub(crate) fn of_header(name: &str) -> Option<Self> {
        [Self::Md5].into_iter().chain(Self::ALL).find(|algorithm| algorithm.header() == name)
    }
}

/// Checksum of the bytes so far.
pub(crate) struct Sum(State);

enum State {
    Md5(Md5),
    Crc32(crc32fast::Hasher),
    Crc32c(crc::Digest<'static, u32, Table<16>>),
    Crc64Nvme(crc::Digest<'static, u64, Table<16>>),
    Sha1(Sha1),
    Sha256(Sha256),
}

impl Sum {
    /// Returns the checksum of no bytes.
    pub(crate) fn new(algorithm: Algorithm) -> Self {
        Self(match algorithm {
            Algorithm::Md5 => State::Md5(Md5::new()),
            Algorithm::Crc32 => State::Crc32(crc32fast::Hasher::new()),
            Algorithm::Crc32c => State::Crc32c(CRC32C.digest()),
            Algorithm::Crc64Nvme => State::Crc64Nvme(CRC64.digest()),
            Algorithm::Sha1 => State::Sha1(Sha1::new()),
            Algorithm::Sha256 => State::Sha256(Sha256::new()),
        })
    }

    /// Adds bytes.
    pub(crate) fn take(&mut self, bytes: &[u8]) {
        match &mut self.0 {
            State::Md5(sum) => sum.update(bytes),
            State::Crc32(sum) => sum.update(bytes),
            State::Crc32c(sum) => sum.update(bytes),
            State::Crc64Nvme(sum) => sum.update(bytes),
            State::Sha1(sum) => sum.update(bytes),
            State::Sha256(sum) => sum.update(bytes),
        }
    }

    /// Returns the checksum in base64.
    pub(crate) fn text(self) -> String {
        match self.0 {
            State::Md5(sum) => STANDARD.encode(sum.finalize()),
            State::Crc32(sum) => crc32_text(sum.finalize()),
            State::Crc32c(sum) => STANDARD.encode(sum.finalize().to_be_bytes()),
            State::Crc64Nvme(sum) => STANDARD.encode(sum.finalize().to_be_bytes()),
            State::Sha1(sum) => STANDARD.encode(sum.finalize()),
            State::Sha256(sum) => STANDARD.encode(sum.finalize()),
        }
    }

    /// Returns the checksum of these bytes in base64.
    #[cfg(feature = "client-core")]
    pub(crate) fn of(algorithm: Algorithm, bytes: &[u8]) -> String {
        let mut sum = Self::new(algorithm);
        sum.take(bytes);
        sum.text()
    }
}

/// Returns a CRC-32 in base64.
pub(crate) fn crc32_text(sum: u32) -> String {
    STANDARD.encode(sum.to_be_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_algorithm_has_its_published_check_value() {
        for (algorithm, text) in [
            (Algorithm::Md5, "JfnnlDI7RTiF9RgfG2JNCw=="),
            (Algorithm::Crc32, "y/Q5Jg=="),
            (Algorithm::Crc32c, "4waSgw=="),
            (Algorithm::Crc64Nvme, "rosUhgp5mIg="),
            (Algorithm::Sha1, "98O8HYCOBHMq32eZZczDTKeuNEE="),
            (Algorithm::Sha256, "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="),
        ] {
            let mut sum = Sum::new(algorithm);
            sum.take(b"1234");
            sum.take(b"56789");
            assert_eq!(sum.text(), text, "{algorithm:?}");
            #[cfg(feature = "server")]
            assert_eq!(STANDARD.decode(text).expect("base64").len(), algorithm.length(), "{algorithm:?}");
        }
    }
}
