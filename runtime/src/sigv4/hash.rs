//! SHA-256 and HMAC of signatures: those of the crates `sha2` and `hmac`, or of `ring`, which clients have for TLS, so
//! that they need not compile a second implementation.

#[cfg(feature = "sha2")]
mod portable;
#[cfg(any(test, not(feature = "sha2")))]
#[cfg(feature = "client")]
mod with_ring;

#[cfg(feature = "sha2")]
pub(crate) use portable::{MacKey, Sha256};
#[cfg(not(feature = "sha2"))]
pub(crate) use with_ring::{MacKey, Sha256};

#[cfg(all(test, feature = "client", feature = "sha2"))]
mod tests {
    use super::{portable, with_ring};
    use crate::signature_terms::hex;

    /// Bytes of this length, which differ.
    fn bytes(length: usize) -> Vec<u8> {
        (0_u8..=250).cycle().take(length).collect()
    }

    #[test]
    fn published_values_are_computed() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hex(&portable::Sha256::digest(b"abc")), expected);
        assert_eq!(hex(&with_ring::Sha256::digest(b"abc")), expected);
        // RFC 4231, test case 2.
        let expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        let (key, text) = (b"Jefe", b"what do ya want for nothing?");
        assert_eq!(hex(&portable::MacKey::new(key).sign(text)), expected);
        assert_eq!(hex(&with_ring::MacKey::new(key).sign(text)), expected);
    }

    #[test]
    fn both_implementations_agree() {
        for length in [0, 1, 55, 56, 63, 64, 65, 127, 128, 129, 1000] {
            let (text, key) = (bytes(length), bytes(length));
            assert_eq!(portable::Sha256::digest(&text), with_ring::Sha256::digest(&text), "{length}");
            let (mut one, mut other) = (portable::Sha256::new(), with_ring::Sha256::new());
            for part in text.chunks(7) {
                one.update(part);
                other.update(part);
            }
            assert_eq!(one.clone().finish(), other.clone().finish(), "{length}");
            let (one, other) = (portable::MacKey::new(&key), with_ring::MacKey::new(&key));
            for text in [&*text, b""] {
                assert_eq!(one.sign(text), other.sign(text), "{length}");
            }
        }
    }
}
