//! Reads and writes the documents of the benchmark `codecs` with other JSON libraries.
//!
//! `json CASE [TIMES]`, where CASE is `history-read-sonic` and so on. Without arguments, lists the cases.

#[path = "../../../bench/src/bin/codecs/cases.rs"]
mod cases;
#[path = "../../../bench/src/bin/codecs/history/mod.rs"]
mod history;
#[path = "../../../bench/src/bin/codecs/steps.rs"]
mod steps;

use std::borrow::Cow;
use std::fmt;
use std::hint::black_box;
use std::process::ExitCode;

use cases::Case;
use history::GetExecutionHistoryOutput;
use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use steps::ListWorkflowStepExecutionsOutput;

/// A string that is borrowed from the document, unless it has escapes.
struct Text<'d>(#[allow(dead_code, reason = "it is only read")] Cow<'d, str>);

impl<'de: 'd, 'd> Deserialize<'de> for Text<'d> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }
}

const CASES: &[Case] = &[
    ("history-read-borrowed", |times| {
        read(history::document(1000), times, |bytes| borrowed::<GetExecutionHistoryOutput<Text<'_>>>(bytes));
    }),
    ("history-read-sonic", |times| read(history::document(1000), times, sonic::<GetExecutionHistoryOutput<String>>)),
    ("history-read-simd", |times| read(history::document(1000), times, simd::<GetExecutionHistoryOutput<String>>)),
    ("history-write-sonic", |times| write::<GetExecutionHistoryOutput<String>>(&history::document(1000), times)),
    ("steps-read-borrowed", |times| {
        read(steps::document(25), times, |bytes| borrowed::<ListWorkflowStepExecutionsOutput<Text<'_>>>(bytes));
    }),
    ("steps-read-sonic", |times| read(steps::document(25), times, sonic::<ListWorkflowStepExecutionsOutput<String>>)),
    ("steps-read-simd", |times| read(steps::document(25), times, simd::<ListWorkflowStepExecutionsOutput<String>>)),
    ("steps-write-sonic", |times| write::<ListWorkflowStepExecutionsOutput<String>>(&steps::document(25), times)),
];

fn main() -> ExitCode {
    cases::run("json", CASES)
}

/// Reads copies of a document. A parser may change its copy.
fn read(text: String, times: usize, read_one: impl Fn(&mut [u8])) {
    let mut copy = Vec::with_capacity(text.len());
    for _ in 0..times {
        copy.clear();
        copy.extend_from_slice(text.as_bytes());
        read_one(black_box(&mut copy));
    }
}

fn borrowed<'d, T: Deserialize<'d>>(bytes: &'d mut [u8]) {
    black_box(&serde_json::from_slice::<T>(bytes).expect("the document is valid"));
}

fn sonic<T: DeserializeOwned>(bytes: &mut [u8]) {
    black_box(&sonic_rs::from_slice::<T>(bytes).expect("the document is valid"));
}

fn simd<T: DeserializeOwned>(bytes: &mut [u8]) {
    black_box(&simd_json::from_slice::<T>(bytes).expect("the document is valid"));
}

fn write<T: DeserializeOwned + Serialize>(text: &str, times: usize) {
    let value: T = serde_json::from_str(text).expect("the document is valid");
    for _ in 0..times {
        let mut out = Vec::with_capacity(text.len());
        sonic_rs::to_writer(&mut out, black_box(&value)).expect("writing to memory does not fail");
        assert_eq!(out.len(), text.len());
        black_box(&out);
    }
}
