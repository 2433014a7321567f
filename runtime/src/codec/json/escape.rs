//! Writer of strings: searches texts in blocks of 32 bytes, and adds escapes in words of eight bytes.

/// The byte 1 in each place.
const ONES: u64 = u64::MAX / 255;

/// The top bit of each place.
const TOPS: u64 = ONES << 7;

/// Appends a text, with escapes in place of quotes, backslashes and control characters (RFC 8259, section 7).
#[inline]
pub(super) fn escape(out: &mut Vec<u8>, text: &[u8]) {
    // Most texts have nothing to escape.
    match plain_blocks(text) {
        None => out.extend_from_slice(text),
        Some(plain) => escape_from(out, text, plain),
    }
}

/// Appends a text of which this number of bytes are plain.
fn escape_from(out: &mut Vec<u8>, text: &[u8], plain: usize) {
    let (start, rest) = text.split_at_checked(plain).unwrap_or((&[], text));
    out.extend_from_slice(start);
    let (words, last) = rest.as_chunks::<8>();
    let absent = 8 - last.len();
    // The last bytes, with spaces behind them instead of plain bytes before them.
    let last_word = text
        .last_chunk::<8>()
        .filter(|_| !last.is_empty())
        .map(|word| u64::from_le_bytes(*word) >> (absent * 8) | (ONES * u64::from(b' ')) << (last.len() * 8));
    let mut pending = Pending::new();
    for word in words.iter().map(|word| u64::from_le_bytes(*word)).chain(last_word) {
        pending.escape(word, out);
    }
    if last_word.is_some() {
        pending.length -= absent;
    }
    pending.flush(out);
    // Only texts that are shorter than a word have other bytes.
    for byte in last.iter().filter(|_| last_word.is_none()) {
        match LETTERS[usize::from(*byte)] {
            PLAIN => out.push(*byte),
            CONTROL => out.extend_from_slice(&control(*byte)),
            letter => out.extend_from_slice(&[b'\\', letter]),
        }
    }
}

/// Returns `None` if all bytes are plain. Otherwise, the number of plain bytes at the start, which is that of whole
/// blocks.
#[inline]
fn plain_blocks(text: &[u8]) -> Option<usize> {
    let mut rest = text;
    while let Some((block, after)) = rest.split_first_chunk::<32>() {
        if has_special(block) {
            return Some(text.len() - rest.len());
        }
        rest = after;
    }
    // The last bytes, with plain ones before them.
    let found = if rest.is_empty() {
        false
    } else if let Some(block) = text.last_chunk::<32>() {
        has_special(block)
    } else if let (Some(first), Some(last)) = (text.first_chunk::<16>(), text.last_chunk::<16>()) {
        has_special(first) || has_special(last)
    } else if let (Some(first), Some(last)) = (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        specials(u64::from_le_bytes(*first)) | specials(u64::from_le_bytes(*last)) != 0
    } else {
        rest.iter().any(|byte| LETTERS[usize::from(*byte)] != PLAIN)
    };
    found.then_some(text.len() - rest.len())
}

/// Whether a block has quotes, backslashes or control characters. It has no branches, so that the compiler uses vector
/// instructions.
#[inline]
fn has_special<const N: usize>(block: &[u8; N]) -> bool {
    // Changing one bit moves the quote next to the control characters, and those among themselves.
    let special = |byte: u8| u8::from(byte ^ 2 < 0x21) | u8::from(byte == b'\\');
    block.iter().fold(0, |found, byte| found | special(*byte)) != 0
}

/// Returns the top bits of all quotes, backslashes and control characters.
#[inline]
fn specials(word: u64) -> u64 {
    // As in `has_special`: subtracting clears the top bit of a small byte. With its top bit set, no byte borrows from
    // the next one.
    let low = ((word ^ (ONES * 2)) | TOPS) - ONES * 0x21;
    let backslash = ((word ^ (ONES * u64::from(b'\\'))) | TOPS) - ONES;
    !(low & backslash | word) & TOPS
}

/// Text that is not yet in the vector to which it is appended. Positions are masked, so that the compiler knows that
/// they are inside.
struct Pending {
    bytes: [u8; Self::SIZE + Self::MARGIN],
    length: usize,
}

impl Pending {
    /// A power of two.
    const SIZE: usize = 128;

    /// Character that is written at the last position.
    const MARGIN: usize = 8;

    /// Longest text of a word: its escapes, and bytes that the next word overwrites.
    const WORD: usize = 8 * 6 + 8;

    fn new() -> Self {
        Self { bytes: [0; Self::SIZE + Self::MARGIN], length: 0 }
    }

    /// Writes bytes at a position.
    #[inline]
    fn put<const N: usize>(&mut self, at: usize, bytes: [u8; N]) {
        debug_assert!(at < Self::SIZE && N <= Self::MARGIN);
        let at = at % Self::SIZE;
        if let Some(place) = self.bytes.get_mut(at..at + N) {
            place.copy_from_slice(&bytes);
        }
    }

    #[inline]
    fn flush(&mut self, out: &mut Vec<u8>) {
        // Copying all bytes is faster than copying some.
        let end = out.len() + self.length;
        out.extend_from_slice(&self.bytes);
        out.truncate(end);
        self.length = 0;
    }

    /// Adds eight bytes. The next eight are written to a place that depends on these, but searched without it, so that
    /// the processor does both at the same time.
    #[inline]
    fn escape(&mut self, word: u64, out: &mut Vec<u8>) {
        if self.length > Self::SIZE - Self::WORD {
            self.flush(out);
        }
        // Where the first byte of the word is, or would be.
        let mut at = self.length;
        self.put(at, word.to_le_bytes());
        let mut hits = specials(word);
        while hits != 0 {
            let place = hits.trailing_zeros() as usize / 8;
            let from = word >> (place * 8);
            let byte = from as u8;
            if byte >= b' ' {
                // A quote or backslash, which stays as it is.
                self.put(at + place, [b'\\']);
                self.put(at + place + 1, from.to_le_bytes());
                at += 1;
            } else {
                at += self.escape_control(at + place, byte);
                self.put(at + place + 1, (from >> 8).to_le_bytes());
            }
            hits &= hits - 1;
        }
        self.length = at + 8;
    }

    /// Writes the escape of a control character, and returns its length without the character.
    fn escape_control(&mut self, at: usize, byte: u8) -> usize {
        match LETTERS[usize::from(byte)] {
            CONTROL => {
                self.put(at, control(byte));
                5
            }
            letter => {
                self.put(at, [b'\\', letter]);
                1
            }
        }
    }
}

/// For each byte, the letter of its short escape, or what else it is.
const LETTERS: [u8; 256] = {
    let mut letters = [PLAIN; 256];
    let mut byte = 0;
    while byte < 0x20 {
        letters[byte] = CONTROL;
        byte += 1;
    }
    letters[b'"' as usize] = b'"';
    letters[b'\\' as usize] = b'\\';
    letters[b'\n' as usize] = b'n';
    letters[b'\r' as usize] = b'r';
    letters[b'\t' as usize] = b't';
    letters[0x08] = b'b';
    letters[0x0c] = b'f';
    letters
};

/// Not escaped.
const PLAIN: u8 = 0;

/// Without a short escape.
const CONTROL: u8 = 1;

#[cold]
fn control(byte: u8) -> [u8; 6] {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| DIGITS[usize::from(value & 15)];
    [b'\\', b'u', b'0', b'0', digit(byte >> 4), digit(byte)]
}
