//! Character sets, built by `const` functions.

/// Set of characters: a table for ASCII, and ranges for other characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set {
    /// Membership of each byte; false for bytes above 127. (A bitmap would be smaller, but makes matching of IDs 50 %
    /// slower.)
    bytes: [bool; 256],
    /// Ranges of non-ASCII characters.
    others: &'static [(char, char)],
    /// Whether the set contains the non-ASCII characters outside the ranges, instead of those inside.
    inverted: bool,
}

impl Set {
    /// Creates an empty set.
    pub const fn new() -> Self {
        Self { bytes: [false; 256], others: &[], inverted: false }
    }

    /// Adds the ASCII characters from `first` to `last`.
    #[must_use]
    pub const fn range(mut self, first: u8, last: u8) -> Self {
        let mut byte = first;
        while byte < 128 && byte <= last {
            self.bytes[byte as usize] = true;
            byte += 1;
        }
        self
    }

    /// Adds the characters of an ASCII text.
    #[must_use]
    pub const fn chars(mut self, text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            self = self.range(bytes[at], bytes[at]);
            at += 1;
        }
        self
    }

    /// Sets the ranges of non-ASCII characters, each from first to last.
    #[must_use]
    pub const fn others(mut self, ranges: &'static [(char, char)]) -> Self {
        self.others = ranges;
        self
    }

    /// Returns the complement of the set.
    #[must_use]
    pub const fn negated(mut self) -> Self {
        let mut byte = 0;
        while byte < 128 {
            self.bytes[byte] = !self.bytes[byte];
            byte += 1;
        }
        self.inverted = !self.inverted;
        self
    }

    /// Whether the byte is an ASCII character of the set.
    #[inline]
    pub(super) const fn has_byte(&self, byte: u8) -> bool {
        self.bytes[byte as usize]
    }

    /// Whether the set has non-ASCII characters.
    pub(super) const fn has_others(&self) -> bool {
        self.inverted || !self.others.is_empty()
    }

    /// Whether the set has the character with this code point.
    pub(super) fn has(&self, code_point: u32) -> bool {
        match u8::try_from(code_point) {
            Ok(byte) if byte < 128 => self.has_byte(byte),
            _ => {
                let within =
                    |(first, last): &(char, char)| (u32::from(*first)..=u32::from(*last)).contains(&code_point);
                self.others.iter().any(within) != self.inverted
            }
        }
    }
}

impl Default for Set {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negated_set_is_the_complement() {
        let dot = Set::new().chars("\n\r").others(&[('\u{2028}', '\u{2029}')]).negated();
        let has = |c: char| dot.has(u32::from(c));
        assert!(has('a') && has('\u{7f}') && has('é') && has('\u{10ffff}'));
        assert!(!has('\n') && !has('\r') && !has('\u{2028}') && !has('\u{2029}'));
    }

    #[test]
    fn ranges_end_with_ascii() {
        let set = Set::new().range(b'y', u8::MAX);
        assert!(set.has_byte(b'y') && set.has_byte(127) && !set.has_byte(128) && !set.has_byte(b'x'));
    }
}
