//! The first tier: a list of steps, walked over the text from its first byte to its last without ever going back.
//!
//! The generator guarantees that the next byte decides: what may follow a counted class or a repetition begins with no
//! byte of it, and alternatives begin with different bytes.

/// A set of characters: a bitmap of the ASCII ones, and all others or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set {
    ascii: u128,
    others: bool,
}

impl Set {
    /// The empty set.
    pub const fn new() -> Self {
        Self { ascii: 0, others: false }
    }

    /// Adds the characters from `first` to `last`.
    #[must_use]
    pub const fn range(mut self, first: u8, last: u8) -> Self {
        let mut byte = first;
        while byte < 128 && byte <= last {
            self.ascii |= 1 << byte;
            byte += 1;
        }
        self
    }

    /// Adds each character of an ASCII text.
    #[must_use]
    pub const fn chars(mut self, text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            if bytes[at] < 128 {
                self.ascii |= 1 << bytes[at];
            }
            at += 1;
        }
        self
    }

    /// All characters that are not in the set.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { ascii: !self.ascii, others: !self.others }
    }

    #[inline]
    const fn has(self, byte: u8) -> bool {
        if byte < 128 { self.ascii & (1 << byte) != 0 } else { self.others }
    }
}

impl Default for Set {
    fn default() -> Self {
        Self::new()
    }
}

/// One step of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Exactly this text.
    Literal(&'static str),
    /// From so many to so many characters of a set.
    Class(Set, u32, u32),
    /// The alternative that begins with the next byte.
    OneOf(&'static [&'static [Step]]),
    /// The steps, from so many to so many times.
    Repeat(&'static [Step], u32, u32),
}

/// Whether the steps match the whole text.
pub(super) fn matches(steps: &[Step], text: &str) -> bool {
    walk(steps, text.as_bytes()) == Some(&[])
}

/// The rest of the text after the steps; none where they do not match.
fn walk<'t>(steps: &[Step], mut text: &'t [u8]) -> Option<&'t [u8]> {
    for step in steps {
        text = match *step {
            Step::Literal(literal) => text.strip_prefix(literal.as_bytes())?,
            Step::Class(set, min, max) => class(set, min, max, text)?,
            Step::OneOf(alternatives) => alternatives.iter().find_map(|steps| walk(steps, text))?,
            Step::Repeat(steps, min, max) => repeat(steps, min, max, text)?,
        };
    }
    Some(text)
}

fn class(set: Set, min: u32, max: u32, text: &[u8]) -> Option<&[u8]> {
    let mut at = 0;
    let mut count = 0;
    while count < max {
        match text.get(at) {
            Some(&byte) if set.has(byte) => at += if byte < 128 { 1 } else { width(byte) },
            _ => break,
        }
        count += 1;
    }
    if count < min { None } else { text.get(at..) }
}

/// Bytes of a character that begins with `lead`, in valid UTF-8.
const fn width(lead: u8) -> usize {
    match lead {
        0xF0.. => 4,
        0xE0.. => 3,
        _ => 2,
    }
}

fn repeat<'t>(steps: &[Step], min: u32, max: u32, mut text: &'t [u8]) -> Option<&'t [u8]> {
    let mut count = 0;
    while count < max {
        match walk(steps, text) {
            Some(rest) if rest.len() < text.len() => text = rest,
            _ => break,
        }
        count += 1;
    }
    if count < min { None } else { Some(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIGIT: Set = Set::new().range(b'0', b'9');
    const LOWER: Set = Set::new().range(b'a', b'z');

    #[test]
    fn negated_classes_count_characters_not_bytes() {
        let steps = [Step::Class(Set::new().chars(":").negated(), 2, 2), Step::Literal(":")];
        assert!(matches(&steps, "é🦀:"));
        assert!(!matches(&steps, "é:"));
    }

    #[test]
    fn the_next_byte_chooses_the_alternative() {
        let steps = [Step::OneOf(&[&[Step::Class(DIGIT, 12, 12)], &[Step::Literal("aws")]]), Step::Literal("/")];
        assert!(matches(&steps, "aws/") && matches(&steps, "123456789012/"));
        assert!(!matches(&steps, "awt/") && !matches(&steps, "12345678901/"));
    }

    #[test]
    fn groups_repeat_as_often_as_they_may() {
        let steps = [Step::Repeat(&[Step::Literal("-"), Step::Class(LOWER, 1, u32::MAX)], 0, 2)];
        assert!(matches(&steps, "") && matches(&steps, "-a-bc"));
        assert!(!matches(&steps, "-a-b-c") && !matches(&steps, "-"));
    }
}
