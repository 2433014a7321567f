//! Asymmetric signatures (Signature Version 4a), which are valid in several regions: ECDSA over P-256 with a key that
//! is derived from the credentials.

use std::fmt;
#[cfg(feature = "client-core")]
use std::sync::{Mutex, PoisonError};

use hmac::{Hmac, KeyInit, Mac};
#[cfg(feature = "client-core")]
use p256::ecdsa::signature::Signer;
#[cfg(feature = "server")]
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, SigningKey};
use sha2::Sha256;

use super::ASYMMETRIC as ALGORITHM;
use crate::signature_terms::hex;

/// Maximum length of a signature in bytes (X9.62): two integers of up to 33 bytes, each with two bytes before it, as
/// the whole.
#[cfg(feature = "server")]
const MAX_LENGTH: usize = 72;

/// The order of the curve minus two (FIPS 186-5, A.2.2).
const LARGEST: [u8; 32] = [
    0xff, 0xff, 0xff, 0xff, 0x00, 0x00, 0x00, 0x00, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6, 0xfa,
    0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x4f,
];

/// A private key.
#[derive(Clone)]
pub(crate) struct AsymmetricKey(SigningKey);

/// Does not print the key.
impl fmt::Debug for AsymmetricKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AsymmetricKey(..)")
    }
}

impl AsymmetricKey {
    /// Derives the key of credentials. `None` does not occur in practice: each of 254 candidates is valid with a
    /// probability of more than 1 - 2⁻³².
    pub(crate) fn new(access_key: &str, secret: &str) -> Option<Self> {
        let start = Hmac::<Sha256>::new_from_slice(format!("AWS4A{secret}").as_bytes()).ok()?;
        (1..=254_u8).find_map(|counter| {
            let parts: [&[u8]; 6] = [
                &1_u32.to_be_bytes(),
                ALGORITHM.as_bytes(),
                &[0],
                access_key.as_bytes(),
                &[counter],
                &256_u32.to_be_bytes(),
            ];
            let mac = parts.into_iter().fold(start.clone(), Mac::chain_update);
            let mut candidate: [u8; 32] = mac.finalize().into_bytes().into();
            if candidate > LARGEST {
                return None;
            }
            increment(&mut candidate);
            SigningKey::from_slice(&candidate).ok().map(Self)
        })
    }

    /// Whether a signature in hexadecimal is that of a text.
    #[cfg(feature = "server")]
    pub(super) fn is_valid(&self, text: &str, signature: &str) -> bool {
        parse(signature).is_some_and(|signature| self.0.verifying_key().verify(text.as_bytes(), &signature).is_ok())
    }

    /// Returns the signature of a text in hexadecimal. The same text has the same signature (RFC 6979).
    #[cfg(feature = "client-core")]
    pub(super) fn sign(&self, text: &str) -> String {
        let signature: Signature = self.0.sign(text.as_bytes());
        hex(signature.to_der().as_bytes())
    }

    /// Coordinates of the public key in hexadecimal.
    #[cfg(test)]
    pub(super) fn public(&self) -> (String, String) {
        let point = self.0.verifying_key().to_sec1_point(false);
        let coordinate = |bytes: Option<&[u8]>| hex(bytes.unwrap_or_default());
        (coordinate(point.x().map(|x| &x[..])), coordinate(point.y().map(|y| &y[..])))
    }
}

/// Returns the signature that all signatures with the same meaning share: of two values of `s`, the lower one.
#[cfg(feature = "server")]
pub(super) fn normalized(signature: &str) -> Option<String> {
    parse(signature).map(|signature| hex(&signature.normalize_s().to_bytes()))
}

#[cfg(feature = "server")]
fn parse(signature: &str) -> Option<Signature> {
    let mut bytes = [0; MAX_LENGTH];
    let bytes = bytes.get_mut(..signature.len() / 2)?;
    super::signed::decode(signature, bytes)?;
    Signature::from_der(bytes).ok()
}

/// Adds one to a number in big-endian order.
fn increment(number: &mut [u8; 32]) {
    for byte in number.iter_mut().rev() {
        let (sum, overflow) = byte.overflowing_add(1);
        *byte = sum;
        if !overflow {
            return;
        }
    }
}

/// The last key of a client. Deriving a key takes as long as a signature.
#[cfg(feature = "client-core")]
#[derive(Default)]
pub(crate) struct AsymmetricKeyCache(Mutex<Option<(String, String, AsymmetricKey)>>);

#[cfg(feature = "client-core")]
impl AsymmetricKeyCache {
    /// Returns the key of credentials.
    pub(crate) fn get(&self, access_key: &str, secret: &str) -> Option<AsymmetricKey> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, known_secret, key)) = &*kept
            && known == access_key
            && known_secret == secret
        {
            return Some(key.clone());
        }
        let key = AsymmetricKey::new(access_key, secret)?;
        *kept = Some((access_key.to_owned(), secret.to_owned(), key.clone()));
        Some(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_published_credentials_have_the_published_key() {
        let key =
            AsymmetricKey::new("AKISORANDOMAASORANDOM", "q+jcrXGc+0zWN6uzclKVhvMmUsIfRPa4rlRandom").expect("a key");
        let (x, y) = key.public();
        assert_eq!(x, "15d242ceebf8d8169fd6a8b5a746c41140414c3b07579038da06af89190fffcb");
        assert_eq!(y, "0515242cedd82e94799482e4c0514b505afccf2c0c98d6a553bf539f424c5ec0");
    }

    #[test]
    fn one_is_added_with_carry() {
        let mut number = [0; 32];
        number[30..].copy_from_slice(&[0x01, 0xff]);
        increment(&mut number);
        assert_eq!(&number[29..], [0, 2, 0]);
    }

    #[test]
    fn a_key_is_not_shown() {
        let key = AsymmetricKey::new("a", "secret").expect("a key");
        assert_eq!(format!("{key:?}"), "AsymmetricKey(..)");
    }
}
