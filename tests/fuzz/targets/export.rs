//! An IDL file: what is written of it can be read again.
#![no_main]

#[allow(dead_code)]
#[path = "../../tests/fuzz/entry.rs"]
mod entry;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry::export("case.smithy", bytes));
