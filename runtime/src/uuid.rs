//! Random UUIDs as text (RFC 9562, version 4), for tokens of clients and request IDs of servers.

/// Returns the UUID of random bytes in lowercase.
pub(crate) fn from_random(mut bytes: [u8; 16]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut text = String::with_capacity(36);
    for (index, byte) in bytes.into_iter().enumerate() {
        if matches!(index, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        text.push(char::from(DIGITS[usize::from(byte >> 4)]));
        text.push(char::from(DIGITS[usize::from(byte & 15)]));
    }
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
