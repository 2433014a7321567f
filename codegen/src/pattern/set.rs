//! Sets of characters.

use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, HirKind};

/// A set of code points. A lone surrogate is in none: no text holds one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CharSet(ClassUnicode);

impl Default for CharSet {
    fn default() -> Self {
        Self(ClassUnicode::empty())
    }
}

impl CharSet {
    pub(super) fn of_chars(chars: &[char]) -> Self {
        Self(ClassUnicode::new(chars.iter().map(|c| ClassUnicodeRange::new(*c, *c))))
    }

    fn of_ranges(ranges: &[(char, char)]) -> Self {
        Self(ClassUnicode::new(ranges.iter().map(|(first, last)| ClassUnicodeRange::new(*first, *last))))
    }

    /// `\d`: ASCII only (ECMA-262, "Character class escape").
    pub(super) fn digits() -> Self {
        Self::of_ranges(&[('0', '9')])
    }

    /// `\w`: ASCII only.
    pub(super) fn word() -> Self {
        Self::of_ranges(&[('a', 'z'), ('A', 'Z'), ('0', '9'), ('_', '_')])
    }

    /// `\s`: white space and line terminators.
    pub(super) fn space() -> Self {
        Self::of_ranges(&[
            ('\t', '\r'),
            (' ', ' '),
            ('\u{a0}', '\u{a0}'),
            ('\u{1680}', '\u{1680}'),
            ('\u{2000}', '\u{200a}'),
            ('\u{2028}', '\u{2029}'),
            ('\u{202f}', '\u{202f}'),
            ('\u{205f}', '\u{205f}'),
            ('\u{3000}', '\u{3000}'),
            ('\u{feff}', '\u{feff}'),
        ])
    }

    /// `\p{…}`: a general category or script, or one of Java's names for ASCII classes.
    pub(super) fn property(name: &str) -> Option<Self> {
        let posix: &[(char, char)] = match name {
            "Alnum" => &[('a', 'z'), ('A', 'Z'), ('0', '9')],
            "Alpha" => &[('a', 'z'), ('A', 'Z')],
            "Digit" => &[('0', '9')],
            "Lower" => &[('a', 'z')],
            "Upper" => &[('A', 'Z')],
            "Punct" => &[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
            "Graph" => &[('!', '~')],
            "Print" => &[(' ', '~')],
            "Blank" => &[(' ', ' '), ('\t', '\t')],
            "Space" => &[('\t', '\r'), (' ', ' ')],
            "Cntrl" => &[('\0', '\u{1f}'), ('\u{7f}', '\u{7f}')],
            "XDigit" => &[('0', '9'), ('a', 'f'), ('A', 'F')],
            "ASCII" => &[('\0', '\u{7f}')],
            _ => {
                let name = name.strip_prefix("Is").unwrap_or(name);
                let hir = regex_syntax::parse(&format!(r"\p{{{name}}}")).ok()?;
                return match hir.into_kind() {
                    HirKind::Class(Class::Unicode(class)) => Some(Self(class)),
                    _ => None,
                };
            }
        };
        Some(Self::of_ranges(posix))
    }

    pub(super) fn add_range(&mut self, first: char, last: char) {
        self.0.push(ClassUnicodeRange::new(first, last));
    }

    pub(super) fn add(&mut self, other: &Self) {
        self.0.union(&other.0);
    }

    #[must_use]
    pub(super) fn negate(mut self) -> Self {
        self.0.negate();
        self
    }

    pub(super) fn ranges(&self) -> impl Iterator<Item = (char, char)> {
        self.0.iter().map(|range| (range.start(), range.end()))
    }

    /// The set as a bitmap of ASCII and all or none of the rest; none where it is something else.
    pub(super) fn to_ascii(&self) -> Option<AsciiSet> {
        let mut set = AsciiSet::default();
        for (first, last) in self.ranges() {
            for c in first..=last.min('\u{7f}') {
                set.ascii |= 1 << u32::from(c);
            }
            if last > '\u{7f}' {
                // Surrogates lie in the middle of all others.
                match (first.max('\u{80}'), last) {
                    ('\u{80}', '\u{10ffff}') => set.others = true,
                    _ => return None,
                }
            }
        }
        Some(set)
    }
}

/// A set of ASCII characters, and all other characters or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AsciiSet {
    /// Bit `n` says whether character `n` is in the set.
    pub ascii: u128,
    /// Whether all characters beyond ASCII are.
    pub others: bool,
}

impl AsciiSet {
    pub(super) fn of_char(c: char) -> Self {
        if c.is_ascii() { Self { ascii: 1 << u32::from(c), others: false } } else { Self { ascii: 0, others: true } }
    }

    #[must_use]
    pub(super) fn union(self, other: Self) -> Self {
        Self { ascii: self.ascii | other.ascii, others: self.others || other.others }
    }

    pub(super) fn is_disjoint(self, other: Self) -> bool {
        self.ascii & other.ascii == 0 && !(self.others && other.others)
    }

    /// The ASCII characters of the set as ranges.
    pub fn ranges(self) -> Vec<(u8, u8)> {
        let mut ranges: Vec<(u8, u8)> = Vec::new();
        for byte in (0..128_u8).filter(|byte| self.ascii & (1 << byte) != 0) {
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == byte => *last = byte,
                _ => ranges.push((byte, byte)),
            }
        }
        ranges
    }
}
