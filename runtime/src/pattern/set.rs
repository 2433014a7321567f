//! Character sets, built by `const` functions.

use std::cmp::Ordering;

use super::category;
use crate::feature;

/// Set of characters: a table for ASCII, and ranges and general categories for other characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Set {
    /// Membership of each byte; false for bytes above 127. (A bitmap would be smaller, but makes matching of IDs 50 %
    /// slower.)
    bytes: [bool; 256],
    /// The same as a bitmap, to compare sets at compile time.
    ascii: u128,
    /// Ranges of non-ASCII characters.
    others: &'static [(char, char)],
    /// General categories of non-ASCII characters, as bits.
    categories: u32,
    /// Whether the set contains the non-ASCII characters outside the ranges and categories, instead of those inside.
    inverted: bool,
}

impl Set {
    /// The characters of ASCII.
    const ASCII: [bool; 256] = Self::new().range(0, 127).bytes;

    /// Creates an empty set.
    #[inline]
    pub const fn new() -> Self {
        Self { bytes: [false; 256], ascii: 0, others: &[], categories: 0, inverted: false }
    }

    /// `[0-9]`, `\d`
    pub const DIGIT: &'static Self = &Self::of("0-9");

    /// `[A-Z]`
    pub const UPPER: &'static Self = &Self::of("A-Z");

    /// `[a-z]`
    pub const LOWER: &'static Self = &Self::of("a-z");

    /// `[A-Za-z]`
    pub const ALPHABETIC: &'static Self = &Self::of("A-Za-z");

    /// `[0-9A-Za-z]`
    pub const ALPHANUMERIC: &'static Self = &Self::of("0-9A-Za-z");

    /// `[0-9A-Fa-f]`
    pub const HEX: &'static Self = &Self::of("0-9A-Fa-f");

    /// `[0-9A-Za-z_]`, `\w`
    pub const WORD: &'static Self = &Self::of("0-9A-Za-z_");

    /// White space and line terminators, `\s`
    pub const SPACE: &'static Self = &Self::of("\t-\r ").others(&[
        ('\u{a0}', '\u{a0}'),
        ('\u{1680}', '\u{1680}'),
        ('\u{2000}', '\u{200a}'),
        ('\u{2028}', '\u{2029}'),
        ('\u{202f}', '\u{202f}'),
        ('\u{205f}', '\u{205f}'),
        ('\u{3000}', '\u{3000}'),
        ('\u{feff}', '\u{feff}'),
    ]);

    /// All others, `\S`
    pub const NOT_SPACE: &'static Self = &Self::SPACE.negated();

    /// All but line terminators, `.`
    pub const DOT: &'static Self = &Self::of("\n\r").others(&[('\u{2028}', '\u{2029}')]).negated();

    /// Creates a set of ASCII characters, written as in the brackets of a regular expression: characters, and ranges
    /// such as `a-z`. `-` is a character at the start or the end. There are no escapes.
    ///
    /// ```
    /// use whitesmith_runtime::pattern::{Pattern, Set, Step};
    /// static NAME: Pattern = Pattern::steps("^[0-9a-z_-]+$", &[Step::Class(&Set::of("0-9a-z_-"), 1, u32::MAX)]);
    /// assert!(NAME.is_match("a-1_b"));
    /// assert!(!NAME.is_match("a.1"));
    /// ```
    ///
    /// # Panics
    /// If a character is not in ASCII, which fails to compile in a constant.
    #[must_use]
    #[inline]
    pub const fn of(class: &str) -> Self {
        assert!(class.is_ascii(), "only ASCII characters");
        let class = class.as_bytes();
        let mut set = Self::new();
        let mut at = 0;
        while at < class.len() {
            let is_range = at + 2 < class.len() && class[at + 1] == b'-';
            let last = if is_range { at + 2 } else { at };
            set = set.range(class[at], class[last]);
            at = last + 1;
        }
        set
    }

    /// Adds the ASCII characters from `first` to `last`.
    #[must_use]
    #[inline]
    pub const fn range(mut self, first: u8, last: u8) -> Self {
        let end = if last < 128 { last as usize + 1 } else { 128 };
        let mut byte = first as usize;
        if byte < end {
            self.ascii |= (u128::MAX >> (128 - (end - byte))) << byte;
        }
        while byte < end {
            self.bytes[byte] = true;
            byte += 1;
        }
        self
    }

    /// Adds the characters of an ASCII text.
    #[must_use]
    #[inline]
    pub const fn chars(mut self, text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let byte = bytes[at];
            if byte < 128 {
                self.bytes[byte as usize] = true;
                self.ascii |= 1 << byte;
            }
            at += 1;
        }
        self
    }

    /// Sets the ranges of non-ASCII characters, in order, each from first to last.
    #[must_use]
    #[inline]
    pub const fn others(mut self, ranges: &'static [(char, char)]) -> Self {
        self.others = ranges;
        self
    }

    /// Sets the general categories of non-ASCII characters, with their names in Unicode, such as `"Lu Nd"`.
    ///
    /// # Panics
    /// If there is no such category, or without the feature `unicode`. Both fail to compile in a constant.
    ///
    /// ```
    /// use whitesmith_runtime::pattern::{Pattern, Set, Step};
    /// const LETTERS: Set = Set::new().range(b'A', b'Z').range(b'a', b'z').categories("Lu Ll Lt Lm Lo");
    /// static WORD: Pattern = Pattern::steps(r"^\p{L}+$", &[Step::Class(&LETTERS, 1, u32::MAX)]);
    /// assert!(WORD.is_match("Größe"));
    /// assert!(!WORD.is_match("Größe²"));
    /// ```
    #[must_use]
    #[inline]
    pub const fn categories(mut self, names: &str) -> Self {
        feature::unicode();
        let names = names.as_bytes();
        let mut at = 0;
        while at + 1 < names.len() {
            self.categories |= 1 << category_of([names[at], names[at + 1]]);
            at += 3;
        }
        self
    }

    /// Returns the complement of the set.
    #[must_use]
    #[inline]
    pub const fn negated(mut self) -> Self {
        // The compiler evaluates this faster than inverting each byte.
        let mut excluded = self.ascii;
        self.bytes = Self::ASCII;
        while excluded != 0 {
            self.bytes[excluded.trailing_zeros() as usize] = false;
            excluded &= excluded - 1;
        }
        self.ascii = !self.ascii;
        self.inverted = !self.inverted;
        self
    }

    /// Whether the byte is an ASCII character of the set.
    #[inline]
    pub(super) const fn has_byte(&self, byte: u8) -> bool {
        self.bytes[byte as usize]
    }

    /// Whether the other set is written alike, possibly at another place.
    #[inline]
    pub(super) fn is(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
            || self.ascii == other.ascii
                && (self.inverted, self.categories) == (other.inverted, other.categories)
                && self.others == other.others
    }

    /// The ASCII characters of the set, as bits.
    #[inline]
    pub(super) const fn ascii(&self) -> u128 {
        self.ascii
    }

    /// Whether the set has non-ASCII characters.
    #[inline]
    pub(super) const fn has_others(&self) -> bool {
        self.inverted || self.categories != 0 || !self.others.is_empty()
    }

    /// Whether the set has the character with this code point.
    pub(super) fn has(&self, code_point: u32) -> bool {
        match u8::try_from(code_point) {
            Ok(byte) if byte < 128 => self.has_byte(byte),
            _ => {
                let side = |(first, last): &(char, char)| match (u32::from(*first), u32::from(*last)) {
                    (first, _) if code_point < first => Ordering::Greater,
                    (_, last) if code_point > last => Ordering::Less,
                    _ => Ordering::Equal,
                };
                let within = self.others.binary_search_by(side).is_ok();
                let has = within || (self.categories != 0 && category::is_in(code_point, self.categories));
                has != self.inverted
            }
        }
    }
}

/// Names of the general categories (Unicode Standard Annex 44, section 5.7.1).
const CATEGORIES: [&[u8; 2]; 30] = [
    b"Lu", b"Ll", b"Lt", b"Lm", b"Lo", b"Mn", b"Mc", b"Me", b"Nd", b"Nl", b"No", b"Pc", b"Pd", b"Ps", b"Pe", b"Pi",
    b"Pf", b"Po", b"Sm", b"Sc", b"Sk", b"So", b"Zs", b"Zl", b"Zp", b"Cc", b"Cf", b"Cs", b"Co", b"Cn",
];

/// Index of the category of this name.
#[inline]
const fn category_of(name: [u8; 2]) -> usize {
    let mut index = 0;
    while index < CATEGORIES.len() {
        if CATEGORIES[index][0] == name[0] && CATEGORIES[index][1] == name[1] {
            return index;
        }
        index += 1;
    }
    panic!("there is no such general category");
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
    fn characters_are_the_same_in_both_tables() {
        let sets = [
            Set::new(),
            Set::new().range(0, 127),
            Set::new().range(b'z', b'a').chars("\0é\u{7f}"),
            Set::new().range(b'0', b'9').range(b'a', b'f').chars("-_").negated(),
            Set::new().chars("~").negated().range(b'~', b'~').negated(),
        ];
        for (set, count) in sets.iter().zip([0, 128, 2, 110, 0]) {
            assert!((0..128).all(|byte| set.has_byte(byte) == (set.ascii() >> byte & 1 == 1)), "{set:?}");
            assert_eq!((set.ascii().count_ones(), (128..=255).any(|byte| set.has_byte(byte))), (count, false));
        }
    }

    #[test]
    fn a_hyphen_is_a_character_at_the_start_or_the_end() {
        for (class, characters) in [
            ("", ""),
            ("-", "-"),
            ("a-", "-a"),
            ("-a", "-a"),
            ("a-c-", "-abc"),
            ("+,-", "+,-"),
            ("--0", "-./0"),
            ("+--", "+,-"),
            ("a-cx_-", "-_abcx"),
            ("z-a", ""),
        ] {
            let set = Set::of(class);
            let found: String = (0..128).filter(|byte| set.has_byte(*byte)).map(char::from).collect();
            assert_eq!(found, characters, "{class}");
        }
    }

    #[test]
    fn constants_have_the_characters_of_their_classes() {
        let count = |set: &Set| set.ascii().count_ones();
        let sets = [Set::DIGIT, Set::UPPER, Set::LOWER, Set::ALPHABETIC, Set::ALPHANUMERIC, Set::HEX, Set::WORD];
        assert_eq!(sets.map(count), [10, 26, 26, 52, 62, 22, 63]);
        assert_eq!([Set::SPACE, Set::NOT_SPACE, Set::DOT].map(count), [6, 122, 126]);
        let has = |set: &Set| ['\u{feff}', '\u{2028}', 'é'].map(|c| set.has(u32::from(c)));
        assert_eq!(
            [Set::SPACE, Set::NOT_SPACE, Set::DOT].map(has),
            [[true, true, false], [false, false, true], [true, false, true]]
        );
    }

    #[test]
    fn sets_are_alike_wherever_they_are() {
        let [first, second] = [Set::of("a-c"), Set::new().chars("cba")];
        assert!(first.is(&second) && !first.is(&first.negated()) && !first.is(&first.others(&[('é', 'é')])));
    }

    #[test]
    fn ranges_end_with_ascii() {
        let set = Set::new().range(b'y', u8::MAX);
        assert!(set.has_byte(b'y') && set.has_byte(127) && !set.has_byte(128) && !set.has_byte(b'x'));
    }
}
