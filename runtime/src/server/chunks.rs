//! Content encoding `aws-chunked`: a body in chunks, each with its length and an optional signature, and trailing
//! headers. Signatures are verified at the end of each chunk, if the signature of the request announces them.

use bytes::Bytes;
use sha2::{Digest, Sha256};

use super::auth::{BodySignature, SignedBody};
use crate::sigv4::Chain;

/// Maximum length of a line, in bytes.
const MAX_LINE: usize = 4096;
/// Maximum number of trailing headers.
const MAX_TRAILERS: usize = 16;

/// Error of a body in chunks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Malformed {
    /// It is not in chunks.
    Form(&'static str),
    /// A chunk or the trailing headers do not have the signature that continues that of the request.
    Signature,
}

/// An incremental decoder.
#[derive(Debug, Default)]
pub(super) struct Chunks {
    state: State,
    line: Vec<u8>,
    /// Names in lowercase, and values.
    pub(super) trailers: Vec<(String, String)>,
    signed: Option<Signed>,
}

/// Signatures of chunks.
#[derive(Debug)]
struct Signed {
    chain: Box<Chain>,
    /// `None` if the trailing headers have no signature, or if it was verified.
    trailer: Option<String>,
    /// Hash of the current chunk, and its signature.
    hash: Sha256,
    signature: String,
}

impl Signed {
    /// Verifies the signature of a chunk at its end.
    fn verify(&mut self) -> Result<(), Malformed> {
        let hash = std::mem::take(&mut self.hash).finalize().into();
        if self.chain.verify_chunk(hash, &self.signature) { Ok(()) } else { Err(Malformed::Signature) }
    }
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
    /// Creates a decoder that verifies signatures.
    pub(super) fn signed(BodySignature { kind, chain }: BodySignature) -> Self {
        let trailer = (kind == SignedBody::ChunksAndTrailer).then(String::new);
        let signed = Signed { chain, trailer, hash: Sha256::new(), signature: String::new() };
        Self { signed: Some(signed), ..Self::default() }
    }

    /// Takes the next bytes of the decoded body from `piece`. `None` if more input is needed.
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
                    if let Some(signed) = &mut self.signed {
                        signed.hash.update(&data);
                        if left == 0 {
                            signed.verify()?;
                        }
                    }
                    self.state = if left == 0 { State::DataEnd } else { State::Data(left) };
                    return Ok(Some(data));
                }
                State::End if piece.is_empty() => return Ok(None),
                State::End => return Err(Malformed::Form("there is data after the last chunk")),
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
        if self.signed.as_ref().is_some_and(|signed| signed.trailer.is_some()) {
            return Err(Malformed::Signature);
        }
        let is_complete = matches!(self.state, State::Trailers | State::End);
        if is_complete { Ok(()) } else { Err(Malformed::Form("the body ends before its last chunk")) }
    }

    fn read(&mut self, line: &str) -> Result<(), Malformed> {
        self.state = match self.state {
            State::Length => {
                let (digits, extension) = line.split_once(';').unwrap_or((line, ""));
                let digits = digits.trim();
                if let Some(signed) = &mut self.signed {
                    extension
                        .trim()
                        .strip_prefix("chunk-signature=")
                        .unwrap_or_default()
                        .clone_into(&mut signed.signature);
                }
                let is_hex = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
                let length = u64::from_str_radix(digits, 16).ok().filter(|_| is_hex);
                match length.ok_or(Malformed::Form("the length of a chunk is not a hexadecimal number"))? {
                    0 => {
                        if let Some(signed) = &mut self.signed {
                            signed.verify()?;
                        }
                        State::Trailers
                    }
                    length => State::Data(length),
                }
            }
            State::DataEnd if line.is_empty() => State::Length,
            State::DataEnd => return Err(Malformed::Form("a chunk is longer than its length")),
            State::Trailers if line.is_empty() => State::End,
            State::Trailers => {
                let (name, value) = line.split_once(':').ok_or(Malformed::Form("a trailing header has no value"))?;
                if self.trailers.len() == MAX_TRAILERS {
                    return Err(Malformed::Form("there are too many trailing headers"));
                }
                let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
                self.take_trailer(&name, value)?;
                self.trailers.push((name, value.to_owned()));
                State::Trailers
            }
            state @ (State::Data(_) | State::End) => state,
        };
        Ok(())
    }

    /// Verifies the signature of the trailing headers, which is the last of them.
    fn take_trailer(&mut self, name: &str, value: &str) -> Result<(), Malformed> {
        let Some(signed) = &mut self.signed else { return Ok(()) };
        match (name, signed.trailer.take()) {
            ("x-amz-trailer-signature", Some(lines)) if signed.chain.verify_trailer(&lines, value) => Ok(()),
            ("x-amz-trailer-signature", _) | (_, None) => Err(Malformed::Signature),
            (name, Some(lines)) => {
                signed.trailer = Some(format!("{lines}{name}:{value}\n"));
                Ok(())
            }
        }
    }

    /// Takes the next line without its end. `None` if more input is needed.
    fn line(&mut self, piece: &mut Bytes) -> Result<Option<String>, Malformed> {
        let end = piece.iter().position(|byte| *byte == b'\n');
        let part = piece.split_to(end.map_or(piece.len(), |end| end + 1));
        if self.line.len() + part.len() > MAX_LINE {
            return Err(Malformed::Form("a line is too long"));
        }
        self.line.extend_from_slice(&part);
        if end.is_none() {
            return Ok(None);
        }
        text(std::mem::take(&mut self.line)).map(Some)
    }
}

fn text(line: Vec<u8>) -> Result<String, Malformed> {
    let mut line = String::from_utf8(line).map_err(|_| Malformed::Form("a line is not text"))?;
    line.truncate(line.trim_end_matches(['\r', '\n']).len());
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sigv4::{Scope, SigningKey, Stamp};

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
    fn chunks_are_decoded_regardless_of_packet_boundaries() {
        for size in 1..40 {
            let plain = decoded("5\r\nhello\r\n6\r\n world\r\n0\r\nX-Sum:a=\r\n\r\n", size);
            assert_eq!(plain, Ok(("hello world".to_owned(), vec!["x-sum".to_owned()])), "{size}");
            let signed = decoded("5;chunk-signature=ab\r\nhello\r\n0;chunk-signature=cd\r\n\r\n", size);
            assert_eq!(signed, Ok(("hello".to_owned(), Vec::new())), "{size}");
        }
    }

    #[test]
    fn bodies_that_are_not_chunked_are_rejected() {
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

    /// A body of two chunks with the published signatures of S3's documentation.
    fn signed_body() -> String {
        format!(
            "10000;chunk-signature={}\r\n{}\r\n400;chunk-signature={}\r\n{}\r\n0;chunk-signature={}\r\n\r\n",
            "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
            "a".repeat(0x10000),
            "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
            "a".repeat(0x400),
            "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
        )
    }

    /// Number of decoded bytes.
    fn verified(body: &str, kind: SignedBody) -> Result<usize, Malformed> {
        let (secret, scope) =
            ("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", Scope { region: "us-east-1", service: "s3" });
        let time = Stamp::parse("20130524T000000Z").expect("a time");
        let seed = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9".to_owned();
        let chain = Chain::new(secret, SigningKey::new(secret, time.date(), scope), time, scope, seed);
        let mut chunks = Chunks::signed(BodySignature { kind, chain: Box::new(chain) });
        let mut length = 0;
        for piece in body.as_bytes().chunks(1000) {
            let mut piece = Bytes::copy_from_slice(piece);
            while let Some(data) = chunks.next(&mut piece)? {
                length += data.len();
            }
        }
        chunks.finish().map(|()| length)
    }

    #[test]
    fn signatures_of_chunks_are_verified() {
        let body = signed_body();
        assert_eq!(verified(&body, SignedBody::Chunks), Ok(66_560));
        let (first, rest) = body.split_at(body.find("400;").expect("the second chunk"));
        let trailer =
            format!("{}x-amz-checksum-crc32c:sOO8/Q==\r\n\r\n", body.trim_end_matches("\r\n").to_owned() + "\r\n");
        for (name, body, kind) in [
            ("changed data", body.replacen("aa", "ab", 1), SignedBody::Chunks),
            ("a changed signature", body.replacen("ad80", "ad81", 1), SignedBody::Chunks),
            ("no signature", body.replacen(";chunk-signature", ";chunk", 1), SignedBody::Chunks),
            ("a missing chunk", rest.to_owned(), SignedBody::Chunks),
            ("a chunk twice", format!("{first}{body}"), SignedBody::Chunks),
            ("a missing end signature", body.replace("0;chunk-signature=b6", "0;x=b6"), SignedBody::Chunks),
            ("no signature of the trailer", body.clone(), SignedBody::ChunksAndTrailer),
            ("a trailer without a signature", trailer.clone(), SignedBody::ChunksAndTrailer),
            ("an unexpected trailer", trailer, SignedBody::Chunks),
        ] {
            assert_eq!(verified(&body, kind), Err(Malformed::Signature), "{name}");
        }
    }
}
