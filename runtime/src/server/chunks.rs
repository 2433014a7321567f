//! Content encoding `aws-chunked`: a body in chunks, each with its length and an optional signature, and trailing
//! headers. Does not verify signatures.

use bytes::Bytes;

/// Maximum length of a line, in bytes.
const MAX_LINE: usize = 4096;
/// Maximum number of trailing headers.
const MAX_TRAILERS: usize = 16;

/// Error of a body that is not in chunks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Malformed(pub(super) &'static str);

/// An incremental decoder.
#[derive(Debug, Default)]
pub(super) struct Chunks {
    state: State,
    line: Vec<u8>,
    /// Names in lower case, and values.
    pub(super) trailers: Vec<(String, String)>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    /// Line with the length of the next chunk.
    #[default]
    Length,
    /// Remaining bytes of the chunk.
    Data(u64),
    /// End of the line after a chunk.
    DataEnd,
    Trailers,
    End,
}

impl Chunks {
    /// Takes the next bytes of the decoded body from `piece`. None if more input is needed.
    pub(super) fn next(&mut self, piece: &mut Bytes) -> Result<Option<Bytes>, Malformed> {
        loop {
            match self.state {
                State::Data(left) => {
                    if piece.is_empty() {
                        return Ok(None);
                    }
                    let length = usize::try_from(left).unwrap_or(usize::MAX).min(piece.len());
                    let data = piece.split_to(length);
                    let left = left - length as u64;
                    self.state = if left == 0 { State::DataEnd } else { State::Data(left) };
                    return Ok(Some(data));
                }
                State::End if piece.is_empty() => return Ok(None),
                State::End => return Err(Malformed("there is data after the last chunk")),
                State::Length | State::DataEnd | State::Trailers => {
                    let Some(line) = self.line(piece)? else { return Ok(None) };
                    self.read(&line)?;
                }
            }
        }
    }

    /// Checks that the body is complete. The empty line after the trailing headers may be missing.
    pub(super) fn finish(&mut self) -> Result<(), Malformed> {
        if self.state == State::Trailers && !self.line.is_empty() {
            let line = std::mem::take(&mut self.line);
            self.read(&text(line)?)?;
        }
        let is_complete = matches!(self.state, State::Trailers | State::End);
        if is_complete { Ok(()) } else { Err(Malformed("the body ends before its last chunk")) }
    }

    fn read(&mut self, line: &str) -> Result<(), Malformed> {
        self.state = match self.state {
            State::Length => {
                let digits = line.split(';').next().unwrap_or_default().trim();
                let is_hex = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
                let length = u64::from_str_radix(digits, 16).ok().filter(|_| is_hex);
                match length.ok_or(Malformed("the length of a chunk is not a hexadecimal number"))? {
                    0 => State::Trailers,
                    length => State::Data(length),
                }
            }
            State::DataEnd if line.is_empty() => State::Length,
            State::DataEnd => return Err(Malformed("a chunk is longer than its length")),
            State::Trailers if line.is_empty() => State::End,
            State::Trailers => {
                let (name, value) = line.split_once(':').ok_or(Malformed("a trailing header has no value"))?;
                if self.trailers.len() == MAX_TRAILERS {
                    return Err(Malformed("there are too many trailing headers"));
                }
                self.trailers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
                State::Trailers
            }
            state @ (State::Data(_) | State::End) => state,
        };
        Ok(())
    }

    /// Takes the next line without its end. None if more input is needed.
    fn line(&mut self, piece: &mut Bytes) -> Result<Option<String>, Malformed> {
        let end = piece.iter().position(|byte| *byte == b'\n');
        let part = piece.split_to(end.map_or(piece.len(), |end| end + 1));
        if self.line.len() + part.len() > MAX_LINE {
            return Err(Malformed("a line is too long"));
        }
        self.line.extend_from_slice(&part);
        if end.is_none() {
            return Ok(None);
        }
        text(std::mem::take(&mut self.line)).map(Some)
    }
}

fn text(line: Vec<u8>) -> Result<String, Malformed> {
    let mut line = String::from_utf8(line).map_err(|_| Malformed("a line is not text"))?;
    line.truncate(line.trim_end_matches(['\r', '\n']).len());
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The decoded body and the names of trailing headers, from pieces of a size.
    fn decoded(body: &str, size: usize) -> Result<(String, Vec<String>), Malformed> {
        let (mut chunks, mut out) = (Chunks::default(), Vec::new());
        for piece in body.as_bytes().chunks(size) {
            let mut piece = Bytes::copy_from_slice(piece);
            while let Some(data) = chunks.next(&mut piece)? {
                out.extend_from_slice(&data);
            }
        }
        chunks.finish()?;
        let trailers = chunks.trailers.into_iter().map(|(name, _)| name).collect();
        Ok((String::from_utf8(out).expect("text"), trailers))
    }

    #[test]
    fn chunks_are_decoded_however_they_are_cut() {
        for size in 1..40 {
            let plain = decoded("5\r\nhello\r\n6\r\n world\r\n0\r\nX-Sum:a=\r\n\r\n", size);
            assert_eq!(plain, Ok(("hello world".to_owned(), vec!["x-sum".to_owned()])), "{size}");
            let signed = decoded("5;chunk-signature=ab\r\nhello\r\n0;chunk-signature=cd\r\n\r\n", size);
            assert_eq!(signed, Ok(("hello".to_owned(), Vec::new())), "{size}");
        }
    }

    #[test]
    fn what_is_not_in_chunks_is_refused() {
        for body in [
            "",
            "hello",
            "5\r\nhel",
            "5\r\nhello\r\n",
            "4\r\nhello\r\n0\r\n\r\n",
            "-1\r\n",
            "+5\r\nhello\r\n0\r\n\r\n",
            "ffffffffffffffffff\r\n",
            "0\r\n\r\nmore",
            "0\r\nno value\r\n\r\n",
            &"a".repeat(MAX_LINE + 1),
            &format!("0\r\n{}\r\n", "a:b\r\n".repeat(MAX_TRAILERS + 1)),
        ] {
            assert!(decoded(body, 7).is_err(), "{body:.40}");
        }
    }
}
