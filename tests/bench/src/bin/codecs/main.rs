//! Runs a codec on a document a number of times, to count instructions, or prints the CPU time.
//!
//! `codecs CASE [TIMES]`, where CASE is `history-read-whitesmith`, `steps-write-serde` and so on. The difference of two
//! runs with different TIMES excludes start-up. Without arguments, lists the cases.

mod cases;
mod history;
mod routes;
mod steps;
mod xml;

use std::hint::black_box;
use std::process::ExitCode;

use cases::Case;
use generated::imagebuilder::types::ListWorkflowStepExecutionsOutput;
use generated::sfn::types::{GetExecutionHistoryOutput, HistoryEvent};
use routes::By;
use whitesmith_runtime::Reading;
use whitesmith_runtime::codec::json::{self, Settings};
use whitesmith_runtime::codec::xml::{Element, Place};
use whitesmith_runtime::codec::{Strictness, cbor};
use whitesmith_runtime::reflect::Reflect;
use whitesmith_runtime::schema::{Bindings, ProtocolId, TimestampFormat};

const SETTINGS: Settings = Settings {
    use_json_name: true,
    bindings: Bindings::Response,
    timestamp_format: TimestampFormat::EpochSeconds,
    strictness: Strictness::Lenient,
    dialect: json::Dialect::Aws,
};

fn empty_history() -> GetExecutionHistoryOutput {
    GetExecutionHistoryOutput::builder().set_events(Some(Vec::<HistoryEvent>::new())).build().expect("valid")
}

const CASES: &[Case] = &[
    ("history-read-serde", |times| {
        serde_read::<history::GetExecutionHistoryOutput<String>>(&history::document(1000), times);
    }),
    ("history-read-whitesmith", |times| {
        read(&history::document(1000), times, empty_history);
    }),
    ("history-write-serde", |times| {
        serde_write::<history::GetExecutionHistoryOutput<String>>(&history::document(1000), times);
    }),
    ("history-write-whitesmith", |times| {
        write(&history::document(1000), times, empty_history());
    }),
    ("history-read-cbor", |times| cbor_read(&history::document(1000), times, empty_history)),
    ("history-write-cbor", |times| cbor_write(&history::document(1000), times, empty_history())),
    ("steps-read-cbor", |times| cbor_read(&steps::document(25), times, ListWorkflowStepExecutionsOutput::default)),
    ("steps-write-cbor", |times| cbor_write(&steps::document(25), times, ListWorkflowStepExecutionsOutput::default())),
    ("steps-read-xml", xml_read),
    ("steps-read-xml-serde", xml_serde_read),
    ("route-path-2", |times| routes::run(2, ProtocolId::RestJson1, times)),
    ("route-path-200", |times| routes::run(200, ProtocolId::RestJson1, times)),
    ("route-target-2", |times| routes::run(2, ProtocolId::AwsJson1_0, times)),
    ("route-target-200", |times| routes::run(200, ProtocolId::AwsJson1_0, times)),
    ("route-rpc-2", |times| routes::run(2, ProtocolId::RpcV2Cbor, times)),
    ("route-rpc-200", |times| routes::run(200, ProtocolId::RpcV2Cbor, times)),
    ("services-host-2", |times| routes::run_services(2, By::Host, times)),
    ("services-host-1000", |times| routes::run_services(1_000, By::Host, times)),
    ("services-signature-2", |times| routes::run_services(2, By::Signature, times)),
    ("services-signature-1000", |times| routes::run_services(1_000, By::Signature, times)),
    ("services-target-2", |times| routes::run_services(2, By::Target, times)),
    ("services-target-1000", |times| routes::run_services(1_000, By::Target, times)),
    ("services-path-2", |times| routes::run_services(2, By::Path, times)),
    ("services-path-1000", |times| routes::run_services(1_000, By::Path, times)),
    ("steps-read-serde", |times| {
        serde_read::<steps::ListWorkflowStepExecutionsOutput<String>>(&steps::document(25), times);
    }),
    ("steps-read-whitesmith", |times| {
        read(&steps::document(25), times, ListWorkflowStepExecutionsOutput::default);
    }),
    ("steps-write-serde", |times| {
        serde_write::<steps::ListWorkflowStepExecutionsOutput<String>>(&steps::document(25), times);
    }),
    ("steps-write-whitesmith", |times| {
        write(&steps::document(25), times, ListWorkflowStepExecutionsOutput::default());
    }),
];

fn main() -> ExitCode {
    cases::run("codecs", CASES)
}

fn read<T: Reflect>(text: &str, times: usize, start: impl Fn() -> T) {
    for _ in 0..times {
        let mut value = start();
        let mut reading = Reading::default();
        json::read(black_box(text.as_bytes()), SETTINGS, &mut value, &mut reading).expect("the document is valid");
        assert!(reading.missing().is_empty(), "{reading:?}");
        black_box(&value);
    }
}

fn write<T: Reflect>(text: &str, times: usize, mut value: T) {
    json::read(text.as_bytes(), SETTINGS, &mut value, &mut Reading::default()).expect("the document is valid");
    for _ in 0..times {
        let mut out = Vec::with_capacity(text.len());
        json::write(&mut out, SETTINGS, black_box(&value));
        assert_eq!(out.len(), text.len());
        black_box(&out);
    }
}

/// Value of a JSON document.
fn value<T: Reflect>(text: &str, mut value: T) -> T {
    json::read(text.as_bytes(), SETTINGS, &mut value, &mut Reading::default()).expect("the document is valid");
    value
}

fn cbor_read<T: Reflect>(text: &str, times: usize, start: impl Fn() -> T) {
    let mut body = Vec::new();
    cbor::write(&mut body, &value(text, start()));
    for _ in 0..times {
        let mut value = start();
        let mut reading = Reading::default();
        cbor::read(black_box(&body), Strictness::Lenient, &mut value, &mut reading).expect("the body is valid");
        assert!(reading.missing().is_empty(), "{reading:?}");
        black_box(&value);
    }
}

fn cbor_write<T: Reflect>(text: &str, times: usize, start: T) {
    let value = value(text, start);
    for _ in 0..times {
        let mut out = Vec::with_capacity(text.len());
        cbor::write(&mut out, black_box(&value));
        black_box(&out);
    }
}

const XML: whitesmith_runtime::codec::xml::Settings =
    whitesmith_runtime::codec::xml::Settings { bindings: Bindings::Response, strictness: Strictness::Lenient };

fn xml_document() -> String {
    let value = value(&steps::document(25), ListWorkflowStepExecutionsOutput::default());
    let mut out = Vec::new();
    let element = Element::new("ListWorkflowStepExecutionsOutput", None);
    whitesmith_runtime::codec::xml::write(&mut out, XML, element, &value).expect("writable");
    String::from_utf8(out).expect("UTF-8")
}

fn xml_read(times: usize) {
    let document = xml_document();
    for _ in 0..times {
        let mut value = ListWorkflowStepExecutionsOutput::default();
        let (bytes, mut reading) = (black_box(document.as_bytes()), Reading::default());
        whitesmith_runtime::codec::xml::read(bytes, XML, Place::Root, &mut value, &mut reading).expect("valid");
        assert!(value.steps.is_some() && reading.missing().is_empty());
        black_box(&value);
    }
}

fn xml_serde_read(times: usize) {
    let document = xml_document();
    for _ in 0..times {
        let value: xml::ListWorkflowStepExecutionsOutput =
            quick_xml::de::from_str(black_box(&document)).expect("the document is valid");
        black_box(&value);
    }
}

fn serde_read<T: serde::de::DeserializeOwned>(text: &str, times: usize) {
    for _ in 0..times {
        let value: T = serde_json::from_slice(black_box(text.as_bytes())).expect("the document is valid");
        black_box(&value);
    }
}

fn serde_write<T: serde::de::DeserializeOwned + serde::Serialize>(text: &str, times: usize) {
    let value: T = serde_json::from_slice(text.as_bytes()).expect("the document is valid");
    for _ in 0..times {
        let mut out = Vec::with_capacity(text.len());
        serde_json::to_writer(&mut out, black_box(&value)).expect("writing to memory does not fail");
        assert_eq!(out.len(), text.len());
        black_box(&out);
    }
}
