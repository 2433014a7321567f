//! Codecs: bytes to values and back, each written once over schema and reflection.

pub mod json;
