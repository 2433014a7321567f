//! Strings, eight bytes at a time: finds bytes that are not plain, and removes escapes.

/// The byte 1 in each place.
const ONES: u64 = u64::MAX / 255;

/// The top bit of each place.
const TOPS: u64 = ONES << 7;

/// Returns the top bit of the first quote, backslash or control character, and perhaps of bytes behind it. Bits below
/// the first are exact: a borrow only moves up.
#[inline]
fn first_special(word: [u8; 8]) -> u64 {
    // Each test sets the top bit of a matching byte, and may set that of a byte above a match. Bytes from 0x80 on are
    // parts of other characters.
    let word = u64::from_le_bytes(word);
    // Changing one bit moves the quote next to the control characters.
    let low = (word ^ (ONES * 2)).wrapping_sub(ONES * 0x21);
    let backslash = (word ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
    (low | backslash) & !word & TOPS
}

/// Returns the place of the first quote, backslash or control character.
#[inline]
fn special_in(word: [u8; 8]) -> Option<usize> {
    let hits = first_special(word);
    (hits != 0).then(|| hits.trailing_zeros() as usize / 8)
}

/// Returns the top bits of all quotes, backslashes and control characters.
#[inline]
fn specials(word: u64) -> u64 {
    // As in `first_special`. With its top bit set, no byte borrows from the next one.
    let low = ((word ^ (ONES * 2)) | TOPS) - ONES * 0x21;
    let backslash = ((word ^ (ONES * u64::from(b'\\'))) | TOPS) - ONES;
    !(low & backslash | word) & TOPS
}

/// Text that is not yet in the vector to which it is appended. Writing to an array whose length is known is faster.
struct Pending([u8; 64]);

impl Pending {
    /// Appends the first bytes.
    #[inline]
    fn flush(&self, length: usize, out: &mut Vec<u8>) {
        // Copying all bytes is faster than copying some.
        let end = out.len() + length;
        out.extend_from_slice(&self.0);
        out.truncate(end);
    }

    /// Writes bytes at a position, and returns whether there was space.
    #[inline]
    fn put<const N: usize>(&mut self, at: usize, bytes: [u8; N]) -> Option<()> {
        *self.0.get_mut(at..)?.first_chunk_mut::<N>()? = bytes;
        Some(())
    }
}

fn is_special(byte: u8) -> bool {
    byte < 0x20 || matches!(byte, b'"' | b'\\')
}

/// Returns the number of bytes before the first quote, backslash or control character; all bytes, if there is none.
#[inline]
pub(super) fn plain(text: &[u8]) -> usize {
    let (pairs, mut rest) = text.as_chunks::<16>();
    for (index, pair) in pairs.iter().enumerate() {
        let [first, second] = pair.as_chunks::<8>().0 else { break };
        let (first, second) = (first_special(*first), first_special(*second));
        if first | second != 0 {
            let bit = if first != 0 { first.trailing_zeros() } else { 64 + second.trailing_zeros() };
            return index * 16 + bit as usize / 8;
        }
    }
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

/// Returns the number of spaces at the start of a text. Does not count all of those in its last bytes.
#[inline]
pub(super) fn spaces(text: &[u8]) -> usize {
    let mut rest = text;
    while let Some((word, after)) = rest.split_first_chunk::<8>() {
        let others = u64::from_le_bytes(*word) ^ (ONES * u64::from(b' '));
        if others != 0 {
            return text.len() - rest.len() + others.trailing_zeros() as usize / 8;
        }
        rest = after;
    }
    text.len() - rest.len()
}

/// Appends the characters of a string, without its escapes. Returns what follows its closing quote, or nothing if the
/// string is malformed.
pub(super) fn unescape<'t>(out: &mut Vec<u8>, string: &'t [u8]) -> Option<&'t [u8]> {
    let mut pending = Pending([0; 64]);
    let mut rest = string;
    // Where the next byte is written. A variable, because the processor would wait for a field in memory.
    let mut end = 0;
    while let Some(bytes) = rest.first_chunk::<8>() {
        if end > pending.0.len() - 2 * 8 {
            pending.flush(end, out);
            end = 0;
        }
        let word = u64::from_le_bytes(*bytes);
        pending.put(end, *bytes)?;
        let mut hits = specials(word);
        let mut taken = 8;
        // The place of the next word depends on this one, but not its search: the processor does both at the same time.
        while hits != 0 {
            let bit = hits.trailing_zeros() & 0x38;
            let place = bit as usize / 8;
            let from = word >> bit;
            let to = end.wrapping_add(place);
            if from as u8 != b'\\' {
                pending.flush(to, out);
                return if from as u8 == b'"' { rest.get(place + 1..) } else { None };
            }
            if place == 7 {
                // The next word starts with the backslash.
                taken = 7;
                break;
            }
            // Most escaped characters are quotes and backslashes, which follow as they are.
            let letter = (from >> 8) as u8;
            pending.put(to, (from >> 8).to_le_bytes())?;
            if letter != b'"' && letter != b'\\' {
                if letter == b'u' {
                    let (character, after) = unescaped_unit(rest.get(place + 2..)?)?;
                    let mut bytes = [0; 4];
                    taken = rest.len() - after.len();
                    end = (to + character.encode_utf8(&mut bytes).len()).wrapping_sub(taken);
                    pending.put(to, bytes)?;
                    break;
                }
                pending.put(to, [unescaped(letter)?])?;
            }
            // May be -1, to which the place of the next character is added.
            end = end.wrapping_sub(1);
            // The escaped byte is no hit.
            hits &= (u64::MAX << 16) << bit;
        }
        end = end.wrapping_add(taken);
        rest = rest.get(taken..)?;
    }
    pending.flush(end, out);
    unescape_rest(out, rest)
}

/// Unescapes the last bytes of a message, one at a time.
fn unescape_rest<'t>(out: &mut Vec<u8>, mut rest: &'t [u8]) -> Option<&'t [u8]> {
    loop {
        match rest {
            [b'"', after @ ..] => return Some(after),
            [b'\\', b'u', after @ ..] => {
                let (character, after) = unescaped_unit(after)?;
                out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                rest = after;
            }
            [b'\\', escape, after @ ..] => {
                out.push(unescaped(*escape)?);
                rest = after;
            }
            [0..0x20, ..] | [] => return None,
            [byte, after @ ..] => {
                out.push(*byte);
                rest = after;
            }
        }
    }
}

/// The byte of a short escape.
#[inline]
fn unescaped(letter: u8) -> Option<u8> {
    const BYTES: [u8; 256] = {
        let mut bytes = [0; 256];
        bytes[b'"' as usize] = b'"';
        bytes[b'\\' as usize] = b'\\';
        bytes[b'/' as usize] = b'/';
        bytes[b'b' as usize] = 0x08;
        bytes[b'f' as usize] = 0x0c;
        bytes[b'n' as usize] = b'\n';
        bytes[b'r' as usize] = b'\r';
        bytes[b't' as usize] = b'\t';
        bytes
    };
    match BYTES[usize::from(letter)] {
        0 => None,
        byte => Some(byte),
    }
}

/// The character of one escaped UTF-16 unit, or of two, and what follows.
fn unescaped_unit(text: &[u8]) -> Option<(char, &[u8])> {
    let (first, mut rest) = hexadecimal(text)?;
    let mut code = first;
    if (0xd800..0xdc00).contains(&first) {
        let [b'\\', b'u', after @ ..] = rest else { return None };
        let (second, after) = hexadecimal(after)?;
        let low = second.checked_sub(0xdc00).filter(|low| *low < 0x400)?;
        code = 0x1_0000 + ((first - 0xd800) << 10) + low;
        rest = after;
    }
    Some((char::from_u32(code)?, rest))
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
