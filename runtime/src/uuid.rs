//! Random UUIDs as text (RFC 9562, version 4), for tokens of clients and request IDs of servers.

use std::fmt::Write as _;

/// Returns the UUID of random bytes in lowercase.
pub(crate) fn from_random(bytes: [u8; 16]) -> String {
    const VERSION: u128 = 4 << 76;
    const VARIANT: u128 = 2 << 62;
    let bits = u128::from_be_bytes(bytes) & !(0xf << 76 | 3 << 62) | VERSION | VARIANT;
    let [time, middle, version, sequence] = [96, 80, 64, 48].map(|shift| bits >> shift);
    let mut text = String::with_capacity(36);
    // Writing to a string does not fail.
    let _ = write!(
        text,
        "{time:08x}-{:04x}-{:04x}-{:04x}-{:012x}",
        middle & 0xffff,
        version & 0xffff,
        sequence & 0xffff,
        bits & 0xffff_ffff_ffff
    );
    text
}

#[cfg(test)]
mod tests {
    use super::from_random;

    #[test]
    fn version_and_variant_replace_six_of_the_random_bits() {
        assert_eq!(from_random([0; 16]), "00000000-0000-4000-8000-000000000000");
        assert_eq!(from_random([0xff; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
        let bytes = std::array::from_fn(|index| index as u8 * 17);
        assert_eq!(from_random(bytes), "00112233-4455-4677-8899-aabbccddeeff");
    }
}
