//! A JSON AST file: parse, load, validate, generate.
#![no_main]

#[allow(dead_code)]
#[path = "../../tests/fuzz/entry.rs"]
mod entry;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::model("case.json", bytes, "example.shapes#Shapes"));
