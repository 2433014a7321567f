//! Fuzz tests with fixed seeds: mutated models and messages result in a value or a typed error, without panics or
//! hangs.
//!
//! Each test runs a fixed number of rounds, which takes about a second. With `WHITESMITH_FUZZ_SECONDS=60`, each runs
//! for 60 seconds. A failure names its round, which fails again on any machine.

mod bodies;
mod codecs;
#[path = "../bindings/echo.rs"]
mod echo;
mod entry;
mod idl;
mod messages;
mod models;
mod mutants;
mod protocols;
mod rules;
#[path = "../bindings/values.rs"]
mod values;

use std::time::{Duration, Instant};

/// Rounds of a test: a fixed number, or as many as fit in the time of the environment variable.
fn rounds(times: usize) -> impl Iterator<Item = usize> {
    let seconds = std::env::var("WHITESMITH_FUZZ_SECONDS").ok().and_then(|text| text.parse().ok());
    let end = seconds.map(|seconds| Instant::now() + Duration::from_secs(seconds));
    (0..).take_while(move |round| end.map_or(*round < times, |end| Instant::now() < end))
}

/// Random number generator (splitmix64), equal on every machine.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `limit`.
    fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }
}

/// Strings that are difficult for parsers.
const PIECES: &[&[u8]] = &[
    b"{",
    b"}",
    b"[",
    b"]",
    b",",
    b":",
    b"\"",
    b"\\",
    b"\0",
    b"null",
    b"true",
    b"-0",
    b"1e999",
    b"1e-999",
    b"9223372036854775808",
    b"0.1",
    b"\"NaN\"",
    b"\\ud800",
    b"\\u0000",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\"__type\":\"x\",",
    b"{\"a\":[[[[",
    b"-",
    b"+1",
    b" ",
    // XML
    b"<",
    b"</",
    b"/>",
    b"<a>",
    b"<!--",
    b"<![CDATA[",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"&b;",
    b"&#0;",
    b"&#x110000;",
    b" xsi:nil='true'",
    // CBOR
    b"\x7f",
    b"\x9f",
    b"\xbf",
    b"\x9b\x80\0\0\0\0\0\0\0",
    b"\xbb\xff\xff\xff\xff\xff\xff\xff\xff",
    b"\x5b\x7f\xff\xff\xff\xff\xff\xff\xff",
    b"\xc2\x41\xff",
    b"\xc4\x82\x1b\xff\xff\xff\xff\xff\xff\xff\xff\x00",
    b"\xf9\x7e\x00",
    // Forms
    b"&",
    b"=",
    b"%ff",
    b".member.",
    b".entry.1.",
    b".4294967295",
];

/// Applies one to four mutations: flip a byte, insert a string, remove or double a range, truncate.
fn mutated(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut out = bytes.to_vec();
    for _ in 0..=random.below(3) {
        let at = random.below(out.len() + 1);
        match random.below(5) {
            0 if at < out.len() => out[at] ^= 1 << random.below(8),
            1 => {
                let piece = PIECES[random.below(PIECES.len())];
                out.splice(at..at, piece.iter().copied());
            }
            2 => {
                let end = (at + random.below(16)).min(out.len());
                out.drain(at..end);
            }
            3 => {
                let end = (at + random.below(64)).min(out.len());
                let piece = out[at..end].to_vec();
                out.splice(at..at, piece);
            }
            _ => out.truncate(at),
        }
    }
    out
}
