//! Strings, eight bytes at a time: finds bytes that are not plain, adds and removes escapes.

/// The byte 1 in each place.
const ONES: u64 = u64::MAX / 255;

/// Returns the place of the first quote, backslash or control character.
#[inline]
fn special_in(word: [u8; 8]) -> Option<usize> {
    // Each test sets the top bit of a matching byte; bytes from 0x80 on are parts of other characters. A test may also
    // match a byte above the first true match, so only the lowest match is used.
    let word = u64::from_le_bytes(word);
    let control = word.wrapping_sub(ONES * 0x20);
    let quote = (word ^ (ONES * u64::from(b'"'))).wrapping_sub(ONES);
    let backslash = (word ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
    let hits = (control | quote | backslash) & !word & (ONES << 7);
    (hits != 0).then(|| hits.trailing_zeros() as usize / 8)
}

/// Splits off eight bytes. Behind the end of the text are zeros, which are control characters.
#[inline]
fn split_word(text: &[u8]) -> ([u8; 8], &[u8]) {
    match text.split_first_chunk::<8>() {
        Some((word, after)) => (*word, after),
        None => (last_word(text), &[]),
    }
}

fn last_word(text: &[u8]) -> [u8; 8] {
    let mut word = [0; 8];
    for (place, byte) in word.iter_mut().zip(text) {
        *place = *byte;
    }
    word
}

fn is_special(byte: u8) -> bool {
    byte < 0x20 || matches!(byte, b'"' | b'\\')
}

/// Returns the number of bytes before the first quote, backslash or control character; all bytes, if there is none.
#[inline]
pub(super) fn plain(text: &[u8]) -> usize {
    let mut rest = text;
    while let Some((word, after)) = rest.split_first_chunk::<8>() {
        if let Some(place) = special_in(*word) {
            return text.len() - rest.len() + place;
        }
        rest = after;
    }
    if rest.is_empty() {
        return text.len();
    }
    // The last eight bytes again: those before the rest are plain.
    if let Some(word) = text.last_chunk::<8>() {
        return special_in(*word).map_or(text.len(), |place| text.len() - word.len() + place);
    }
    rest.iter().position(|byte| is_special(*byte)).unwrap_or(rest.len())
}

/// Appends a text, with escapes in place of quotes, backslashes and control characters (RFC 8259, section 7).
#[inline]
pub(super) fn escape(out: &mut Vec<u8>, text: &[u8]) {
    // Most texts have nothing to escape.
    let (start, rest) = text.split_at_checked(plain(text)).unwrap_or((text, &[]));
    out.extend_from_slice(start);
    if !rest.is_empty() {
        escape_rest(out, rest);
    }
}

fn escape_rest(out: &mut Vec<u8>, mut rest: &[u8]) {
    while let Some((word, after)) = rest.split_first_chunk::<8>() {
        out.extend_from_slice(word);
        let Some(place) = special_in(*word) else {
            rest = after;
            continue;
        };
        out.truncate(out.len() - word.len() + place);
        let Some((byte, after)) = rest.get(place..).and_then(<[u8]>::split_first) else { return };
        escape_byte(out, *byte);
        rest = after;
    }
    for byte in rest {
        if is_special(*byte) {
            escape_byte(out, *byte);
        } else {
            out.push(*byte);
        }
    }
}

fn escape_byte(out: &mut Vec<u8>, byte: u8) {
    let short = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        other => return control(out, other),
    };
    out.extend_from_slice(&[b'\\', short]);
}

#[cold]
fn control(out: &mut Vec<u8>, byte: u8) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| DIGITS.get(usize::from(value & 15)).copied().unwrap_or(b'0');
    out.extend_from_slice(&[b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte)]);
}

/// Appends the characters of a string, without its escapes. Returns what follows its closing quote, or nothing if the
/// string is malformed.
pub(super) fn unescape<'t>(out: &mut Vec<u8>, string: &'t [u8]) -> Option<&'t [u8]> {
    let mut rest = string;
    loop {
        let (word, after) = split_word(rest);
        out.extend_from_slice(&word);
        let Some(place) = special_in(word) else {
            rest = after;
            continue;
        };
        out.truncate(out.len() - word.len() + place);
        match rest.get(place..)? {
            [b'"', after @ ..] => return Some(after),
            [b'\\', b'u', after @ ..] => rest = unescape_unit(out, after)?,
            [b'\\', escape, after @ ..] => {
                out.push(unescape_byte(*escape)?);
                rest = after;
            }
            _ => return None,
        }
    }
}

fn unescape_byte(escape: u8) -> Option<u8> {
    Some(match escape {
        b'"' | b'\\' | b'/' => escape,
        b'b' => 0x08,
        b'f' => 0x0c,
        b'n' => b'\n',
        b'r' => b'\r',
        b't' => b'\t',
        _ => return None,
    })
}

/// Appends the character of one escaped UTF-16 unit, or of two. Returns what follows.
#[cold]
fn unescape_unit<'t>(out: &mut Vec<u8>, text: &'t [u8]) -> Option<&'t [u8]> {
    let (first, mut rest) = hexadecimal(text)?;
    let mut code = first;
    if (0xd800..0xdc00).contains(&first) {
        let [b'\\', b'u', after @ ..] = rest else { return None };
        let (second, after) = hexadecimal(after)?;
        let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        code = 0x1_0000 + ((first - 0xd800) << 10) + low;
        rest = after;
    }
    let character = char::from_u32(code)?;
    out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
    Some(rest)
}

/// Value of four hexadecimal digits.
fn hexadecimal(text: &[u8]) -> Option<(u32, &[u8])> {
    let (digits, rest) = text.split_first_chunk::<4>()?;
    let mut value = 0;
    for digit in digits {
        value = value * 16 + char::from(*digit).to_digit(16)?;
    }
    Some((value, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Unescapes one byte after the other.
    fn unescape_slowly(string: &[u8]) -> Option<(Vec<u8>, &[u8])> {
        let (mut units, mut rest) = (Vec::new(), string);
        loop {
            match rest {
                [b'"', after @ ..] => return Some((String::from_utf16(&units).ok()?.into_bytes(), after)),
                [b'\\', b'u', a, b, c, d, after @ ..] => {
                    let digits = [a, b, c, d].map(|digit| char::from(*digit));
                    let digits = digits.iter().all(char::is_ascii_hexdigit).then(|| String::from_iter(digits))?;
                    units.push(u16::from_str_radix(&digits, 16).ok()?);
                    rest = after;
                }
                [b'\\', escape, after @ ..] => {
                    let at = b"\"\\/bfnrt".iter().position(|known| known == escape)?;
                    units.push(u16::from(*b"\"\\/\x08\x0c\n\r\t".get(at)?));
                    rest = after;
                }
                [0..0x20, ..] | [] => return None,
                _ => {
                    let length = (1..=4)
                        .find(|length| rest.get(..*length).is_some_and(|bytes| std::str::from_utf8(bytes).is_ok()))?;
                    let (character, after) = rest.split_at_checked(length)?;
                    units.extend(std::str::from_utf8(character).ok()?.encode_utf16());
                    rest = after;
                }
            }
        }
    }

    fn assert_unescaped_equally(string: &[u8]) {
        let mut out = b"before".to_vec();
        let rest = unescape(&mut out, string);
        let fast = rest.map(|rest| (out.split_off(6), rest));
        assert_eq!(fast, unescape_slowly(string), "{}", String::from_utf8_lossy(string));
    }

    #[test]
    fn plain_bytes_are_counted_as_one_by_one() {
        for length in 0..40 {
            for at in 0..length {
                for special in 0..=255_u8 {
                    let mut text = vec![b'a'; length];
                    text[at] = special;
                    let position = text.iter().position(|byte| is_special(*byte));
                    assert_eq!(plain(&text), position.unwrap_or(length), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn each_escape_is_removed_at_each_place() {
        let escapes = (0..=255_u8).map(|byte| vec![b'\\', byte]);
        let units = ["\\u0041", "\\u00e9", "\\u20AC", "\\ud83d\\ude00", "\\ud83d", "\\ude00", "\\ud83dx", "\\ud83d\\n"];
        let units = units.into_iter().chain(["\\ud83d\\u0041", "\\u12", "\\u12g4", "\\u+123", "é", "\u{0}"]);
        for escape in escapes.chain(units.map(|unit| unit.as_bytes().to_vec())) {
            for before in 0..18 {
                for end in ["\"", "\\\\\"after", "ends without a quote", ""] {
                    let string = [&vec![b'x'; before], escape.as_slice(), &escape, b"plain", end.as_bytes()].concat();
                    assert_unescaped_equally(&string);
                }
            }
        }
    }

    #[test]
    fn random_strings_are_unescaped_as_byte_by_byte() {
        const PARTS: &[&str] = &[
            "\"",
            "\\\"",
            "\\\\",
            "\\n",
            "\\u0000",
            "\\u00e9",
            "\\ud83d\\ude00",
            "\\ud83d",
            "\\udc00",
            "é",
            "😀",
            "plain",
            "a",
            "\n",
            "\\",
            "\\u",
            "longer than a word",
        ];
        let mut random = 0x9e37_79b9_7f4a_7c15_u64;
        for _ in 0..20_000 {
            let mut string = String::new();
            for _ in 0..12 {
                random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                // Two of three parts are plain, so that many strings are valid.
                let part = (random >> 33) as usize % (PARTS.len() * 3);
                string.push_str(PARTS.get(part).unwrap_or(&"plain"));
            }
            string.push('"');
            assert_unescaped_equally(string.as_bytes());
        }
    }
}
