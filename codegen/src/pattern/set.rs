//! Sets of characters.

use std::hash::{Hash, Hasher};
use std::sync::OnceLock;

use regex_syntax::hir::{Class, ClassUnicode, ClassUnicodeRange, HirKind};

/// A set of code points, without surrogates, which text cannot contain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CharSet(ClassUnicode);

impl Default for CharSet {
    fn default() -> Self {
        Self(ClassUnicode::empty())
    }
}

impl Hash for CharSet {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.ranges().for_each(|range| range.hash(state));
    }
}

impl CharSet {
    pub(super) fn of_chars(chars: &[char]) -> Self {
        Self(ClassUnicode::new(chars.iter().map(|c| ClassUnicodeRange::new(*c, *c))))
    }

    pub(super) fn of_ranges(ranges: &[(char, char)]) -> Self {
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

    /// `\p{…}`: a property of ECMA-262 (general category, script, binary property), or a Java name of an ASCII class
    /// that ECMA-262 does not define.
    pub(super) fn property(name: &str) -> Option<Self> {
        let posix: &[(char, char)] = match name {
            "Alnum" => &[('a', 'z'), ('A', 'Z'), ('0', '9')],
            "Digit" => &[('0', '9')],
            "Punct" => &[('!', '/'), (':', '@'), ('[', '`'), ('{', '~')],
            "Graph" => &[('!', '~')],
            "Print" => &[(' ', '~')],
            "Blank" => &[(' ', ' '), ('\t', '\t')],
            "Space" => &[('\t', '\r'), (' ', ' ')],
            "Cntrl" => &[('\0', '\u{1f}'), ('\u{7f}', '\u{7f}')],
            "XDigit" => &[('0', '9'), ('a', 'f'), ('A', 'F')],
            // Surrogates are not characters.
            "Cs" | "Surrogate" => &[],
            _ => return Self::unicode_property(name),
        };
        Some(Self::of_ranges(posix))
    }

    fn unicode_property(name: &str) -> Option<Self> {
        if !name.chars().all(|c| c.is_ascii_alphanumeric() || "_=".contains(c)) {
            return None;
        }
        let java = name.strip_prefix("Is").unwrap_or(name);
        let hir = [name, java].iter().find_map(|name| regex_syntax::parse(&format!(r"\p{{{name}}}")).ok())?;
        match hir.into_kind() {
            HirKind::Class(Class::Unicode(class)) => Some(Self(class)),
            HirKind::Class(Class::Bytes(class)) => class.to_unicode_class().map(Self),
            // A set of one character.
            HirKind::Literal(literal) => {
                let text = std::str::from_utf8(&literal.0).ok()?;
                Some(Self::of_chars(&text.chars().collect::<Vec<_>>()))
            }
            _ => None,
        }
    }

    #[must_use]
    pub(super) fn negate(mut self) -> Self {
        self.0.negate();
        self
    }

    #[must_use]
    pub(super) fn intersect(mut self, other: &Self) -> Self {
        self.0.intersect(&other.0);
        self
    }

    /// The set, extended by the other case of each of its ASCII letters.
    #[must_use]
    pub(super) fn ignore_case(self) -> Self {
        let mut letters = self.clone().intersect(&Self::of_ranges(&[('A', 'Z'), ('a', 'z')]));
        let other_case: Vec<(char, char)> = letters.ranges().map(|(first, last)| (swap(first), swap(last))).collect();
        letters = Self::of_ranges(&other_case);
        letters.0.union(&self.0);
        letters
    }

    /// Whether the set has all characters.
    pub(super) fn is_all(&self) -> bool {
        matches!(self.0.ranges(), [range] if range.start() == '\0' && range.end() == char::MAX)
    }

    pub(super) fn ranges(&self) -> impl Iterator<Item = (char, char)> {
        self.0.iter().map(|range| (range.start(), range.end()))
    }

    /// The only character of the set, if it has exactly one.
    pub(super) fn single(&self) -> Option<char> {
        match self.0.ranges() {
            [range] if range.start() == range.end() => Some(range.start()),
            _ => None,
        }
    }

    pub(super) fn is_disjoint(&self, other: &Self) -> bool {
        let (mut ours, mut theirs) = (self.ranges().peekable(), other.ranges().peekable());
        while let (Some(our), Some(their)) = (ours.peek(), theirs.peek()) {
            if our.1 < their.0 {
                ours.next();
            } else if their.1 < our.0 {
                theirs.next();
            } else {
                return false;
            }
        }
        true
    }

    #[must_use]
    pub(super) fn union(mut self, other: &Self) -> Self {
        self.0.union(&other.0);
        self
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.ranges().is_empty()
    }

    /// The shortest notation of the set, which may be negated. `None` if it needs a long table of ranges.
    pub(super) fn to_class(&self) -> Option<ClassSet> {
        Some(self.to_any_class()).filter(|class| class.others.len() <= MAX_RANGES)
    }

    /// The shortest notation of the set, which may be negated.
    pub(super) fn to_any_class(&self) -> ClassSet {
        let negated = self.ranges().last().is_some_and(|(_, last)| last == char::MAX);
        let negation = negated.then(|| self.clone().negate());
        let class = ClassSet::new(negation.as_ref().unwrap_or(self), negated);
        if class.others.len() <= MAX_RANGES {
            return class;
        }
        let other = if negated { ClassSet::new(self, false) } else { ClassSet::new(&self.clone().negate(), true) };
        if other.others.len() < class.others.len() { other } else { class }
    }

    /// The characters beyond ASCII.
    fn beyond_ascii(&self) -> impl Iterator<Item = (char, char)> {
        let others = self.ranges().filter(|(_, last)| !last.is_ascii());
        others.map(|(first, last)| (first.max('\u{80}'), last))
    }
}

/// Maximum number of ranges beyond ASCII without general categories: those of `\s`.
const MAX_RANGES: usize = 12;

impl ClassSet {
    fn new(shown: &CharSet, negated: bool) -> Self {
        let mut class = Self { negated, ..Self::default() };
        class.ascii = shown
            .ranges()
            .filter(|(first, _)| first.is_ascii())
            .map(|(first, last)| (first as u8, last.min('\u{7f}') as u8))
            .collect();
        class.others = shown.beyond_ascii().collect();
        if class.others.len() > MAX_RANGES {
            let included = included(&class.others);
            let named = CATEGORIES.iter().zip(included).filter(|(_, included)| *included);
            class.categories = named.map(|(name, _)| *name).collect();
            let is_left = |range: &&CategoryRange| included.get(range.category).is_none_or(|included| !included);
            class.others = within(category_ranges().iter().filter(is_left), &class.others);
        }
        class
    }

    /// Whether the set has the character.
    pub(super) fn contains(&self, c: char) -> bool {
        let is_listed = match u8::try_from(c) {
            Ok(byte) if byte.is_ascii() => self.ascii.iter().any(|(first, last)| (*first..=*last).contains(&byte)),
            _ => {
                let at = self.others.partition_point(|(_, last)| *last < c);
                self.others.get(at).is_some_and(|(first, _)| *first <= c)
                    || category(c).is_some_and(|name| self.categories.contains(&name))
            }
        };
        is_listed != self.negated
    }
}

/// The general categories. Surrogates are not characters.
const CATEGORIES: [&str; 29] = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm",
    "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Co", "Cn",
];

/// Characters of one general category.
struct CategoryRange {
    first: char,
    last: char,
    /// Index of its name.
    category: usize,
}

/// The general categories of all characters beyond ASCII, in order.
fn category_ranges() -> &'static [CategoryRange] {
    static RANGES: OnceLock<Vec<CategoryRange>> = OnceLock::new();
    RANGES.get_or_init(|| {
        let sets = CATEGORIES.iter().map(|name| CharSet::unicode_property(name).unwrap_or_default());
        let ranges = sets.enumerate().flat_map(|(category, set)| {
            let range = |(first, last)| CategoryRange { first, last, category };
            set.beyond_ascii().map(range).collect::<Vec<_>>()
        });
        let mut ranges: Vec<_> = ranges.collect();
        ranges.sort_unstable_by_key(|range| range.first);
        ranges
    })
}

/// The general category of a character beyond ASCII.
fn category(c: char) -> Option<&'static str> {
    let ranges = category_ranges();
    let range = ranges.get(ranges.partition_point(|range| range.last < c))?;
    CATEGORIES.get(range.category).copied()
}

/// The categories whose characters beyond ASCII are all in these ranges, which are in order and do not touch.
fn included(others: &[(char, char)]) -> [bool; CATEGORIES.len()] {
    let mut included = [true; CATEGORIES.len()];
    let mut others = others.iter().peekable();
    for range in category_ranges() {
        while others.next_if(|(_, last)| *last < range.first).is_some() {}
        let is_inside = others.peek().is_some_and(|(first, last)| *first <= range.first && range.last <= *last);
        if !is_inside && let Some(included) = included.get_mut(range.category) {
            *included = false;
        }
    }
    included
}

/// The parts of some categories that are in these ranges, which are in order and do not touch.
fn within<'c>(categories: impl Iterator<Item = &'c CategoryRange>, others: &[(char, char)]) -> Vec<(char, char)> {
    let mut parts = Ranges::default();
    let mut others = others.iter().peekable();
    for range in categories {
        while others.next_if(|(_, last)| *last < range.first).is_some() {}
        let overlapping = others.clone().take_while(|(first, _)| *first <= range.last);
        overlapping.for_each(|(first, last)| parts.add(range.first.max(*first), range.last.min(*last)));
    }
    parts.finish().ranges().collect()
}

fn swap(letter: char) -> char {
    if letter.is_ascii_lowercase() { letter.to_ascii_uppercase() } else { letter.to_ascii_lowercase() }
}

/// Builder of a set. Ranges are sorted once, at the end.
#[derive(Default)]
pub(super) struct Ranges(Vec<ClassUnicodeRange>);

impl Ranges {
    pub(super) fn add(&mut self, first: char, last: char) {
        self.0.push(ClassUnicodeRange::new(first, last));
    }

    pub(super) fn add_set(&mut self, set: &CharSet) {
        self.0.extend(set.0.iter());
    }

    pub(super) fn finish(self) -> CharSet {
        CharSet(ClassUnicode::new(self.0))
    }
}

/// A set of characters, as generated code writes it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClassSet {
    /// Ranges of ASCII characters, in order, both ends included.
    pub ascii: Vec<(u8, u8)>,
    /// Ranges of other characters, in order, both ends included.
    pub others: Vec<(char, char)>,
    /// General categories of other characters, by their short names in Unicode.
    pub categories: Vec<&'static str>,
    /// Whether the set is negated.
    pub negated: bool,
}
