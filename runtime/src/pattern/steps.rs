//! Patterns as lists of steps, matched without backtracking.
//!
//! The generator guarantees that the next character determines the step: no character of a counted class or repetition
//! can start the steps after it, and alternatives start with different characters. Other steps become programs.

use super::Set;

/// One step of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The text.
    Literal(&'static str),
    /// A minimum and maximum number of characters of a set.
    Class(&'static Set, u32, u32),
    /// The alternative that starts with the next character. Alternatives that may be empty are last.
    OneOf(&'static [&'static [Step]]),
    /// A minimum and maximum number of repetitions of steps.
    Repeat(&'static [Step], u32, u32),
    /// Any characters. Only in a [`Program`](super::Program), like the steps after it.
    Skip,
    /// The start of the text.
    Start,
    /// The end of the text.
    End,
    /// Between a word character (`[A-Za-z0-9_]`) and another one, or the start or end of the text.
    WordBoundary,
    /// Not at such a boundary.
    NoWordBoundary,
}

/// Whether all steps depend only on the text after them.
#[inline]
pub(super) const fn are_ahead(steps: &[Step]) -> bool {
    let mut index = 0;
    while index < steps.len() {
        let is_ahead = match steps[index] {
            Step::Literal(_) | Step::Class(..) => true,
            Step::Repeat(steps, ..) => are_ahead(steps),
            Step::OneOf(alternatives) => {
                let (mut all, mut index) = (true, 0);
                while index < alternatives.len() {
                    all = all && are_ahead(alternatives[index]);
                    index += 1;
                }
                all
            }
            Step::Skip | Step::Start | Step::End | Step::WordBoundary | Step::NoWordBoundary => false,
        };
        if !is_ahead {
            return false;
        }
        index += 1;
    }
    true
}

/// Whether the steps match the whole text.
pub(super) fn matches(steps: &[Step], text: &str) -> bool {
    walk(steps, text.as_bytes()) == Some(&[])
}

/// Returns the text after the steps, or `None` if they do not match.
fn walk<'t>(steps: &[Step], mut text: &'t [u8]) -> Option<&'t [u8]> {
    for step in steps {
        text = match step {
            Step::Literal(literal) => strip(literal.as_bytes(), text)?,
            Step::Class(set, min, max) => class(set, *min, *max, text)?,
            Step::OneOf(alternatives) => alternatives.iter().find_map(|steps| walk(steps, text))?,
            Step::Repeat(steps, min, max) => repeat(steps, *min, *max, text)?,
            // `Pattern::steps` rejects them.
            Step::Skip | Step::Start | Step::End | Step::WordBoundary | Step::NoWordBoundary => return None,
        };
    }
    Some(text)
}

#[inline]
pub(super) fn strip<'t>(literal: &[u8], text: &'t [u8]) -> Option<&'t [u8]> {
    match literal {
        // Single bytes, such as separators, are compared inline.
        [one] => text.split_first().filter(|(first, _)| *first == one).map(|(_, rest)| rest),
        longer => text.strip_prefix(longer),
    }
}

#[expect(clippy::inline_always, reason = "two uses; a call in each step makes matching of IDs 20 % slower")]
#[inline(always)]
pub(super) fn class<'t>(set: &Set, min: u32, max: u32, text: &'t [u8]) -> Option<&'t [u8]> {
    // Most classes of IDs have a fixed length.
    if min == max
        && let Some((reach, rest)) = text.split_at_checked(max as usize)
        && has_all(set, reach)
    {
        return Some(rest);
    }
    let reach = text.get(..max as usize).unwrap_or(text);
    let ascii = span(set, reach);
    if reach.get(ascii).is_some_and(|byte| *byte >= 128) && set.has_others() {
        return text.get(extent(set, min, max, text)?.1..);
    }
    if ascii < min as usize { None } else { text.get(ascii..) }
}

/// Whether all bytes are ASCII characters of the set.
#[inline]
fn has_all(set: &Set, text: &[u8]) -> bool {
    let (fours, rest) = text.as_chunks::<4>();
    fours.iter().all(|four| has_four(set, *four)) && rest.iter().all(|byte| set.has_byte(*byte))
}

#[inline]
fn has_four(set: &Set, [a, b, c, d]: [u8; 4]) -> bool {
    set.has_byte(a) & set.has_byte(b) & set.has_byte(c) & set.has_byte(d)
}

/// Number of leading bytes that are ASCII characters of the set.
#[inline]
pub(super) fn span(set: &Set, text: &[u8]) -> usize {
    let mut at = 0;
    // Four at a time, as parts of IDs often have such lengths.
    let (fours, mut rest) = text.as_chunks::<4>();
    for four in fours {
        if !has_four(set, *four) {
            rest = four;
            break;
        }
        at += 4;
    }
    for byte in rest {
        if !set.has_byte(*byte) {
            break;
        }
        at += 1;
    }
    at
}

/// The number of bytes of the fewest and of the most characters of a class at the start of the text.
pub(super) fn extent(set: &Set, min: u32, max: u32, text: &[u8]) -> Option<(usize, usize)> {
    let (min, max) = (min as usize, max as usize);
    let reach = text.get(..max).unwrap_or(text);
    let ascii = span(set, reach);
    let mut least = (ascii >= min).then_some(min);
    let (mut most, mut count) = (ascii, ascii);
    while count < max
        && text.get(most).is_some_and(|byte| *byte >= 128)
        && let Some((code_point, rest)) = next_char(text.get(most..).unwrap_or_default())
        && set.has(code_point)
    {
        most = text.len() - rest.len();
        count += 1;
        // Characters of ASCII may follow.
        let more = span(set, text.get(most..(most + max - count).min(text.len())).unwrap_or_default());
        if count <= min && min <= count + more {
            least = Some(most + (min - count));
        }
        (most, count) = (most + more, count + more);
    }
    Some((least?, most))
}

/// First character of valid UTF-8, and the remaining text.
pub(super) fn next_char(text: &[u8]) -> Option<(u32, &[u8])> {
    let (lead, rest) = text.split_first()?;
    let (bits, more) = match lead {
        0..0x80 => return Some((u32::from(*lead), rest)),
        0x80..0xE0 => (lead & 0x1F, 1),
        0xE0..0xF0 => (lead & 0x0F, 2),
        0xF0.. => (lead & 0x07, 3),
    };
    let (tail, rest) = rest.split_at_checked(more)?;
    Some((tail.iter().fold(u32::from(bits), |sum, byte| sum << 6 | u32::from(byte & 0x3F)), rest))
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
        const OTHERS: Set = Set::new().chars(":").negated();
        let steps = [Step::Class(&OTHERS, 2, 2), Step::Literal(":")];
        assert!(matches(&steps, "é🦀:") && matches(&steps, "a€:"));
        assert!(!matches(&steps, "é:"));
    }

    #[test]
    fn ranges_beyond_ascii_are_code_points() {
        const WIDE: Set = LOWER.others(&[('à', 'ö'), ('\u{1f980}', '\u{1f980}')]);
        let steps = [Step::Class(&WIDE, 1, 3)];
        assert!(matches(&steps, "aà🦀") && matches(&steps, "é"));
        assert!(!matches(&steps, "aø") && !matches(&steps, "aàöa") && !matches(&steps, "🦁"));
    }

    #[test]
    fn the_next_character_chooses_the_alternative() {
        let steps = [Step::OneOf(&[&[Step::Class(&DIGIT, 12, 12)], &[Step::Literal("aws")]]), Step::Literal("/")];
        assert!(matches(&steps, "aws/") && matches(&steps, "123456789012/"));
        assert!(!matches(&steps, "awt/") && !matches(&steps, "12345678901/"));
    }

    #[test]
    fn groups_repeat_as_often_as_they_may() {
        let steps = [Step::Repeat(&[Step::Literal("-"), Step::Class(&LOWER, 1, u32::MAX)], 0, 2)];
        assert!(matches(&steps, "") && matches(&steps, "-a-bc"));
        assert!(!matches(&steps, "-a-b-c") && !matches(&steps, "-"));
    }
}
