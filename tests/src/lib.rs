//! Helpers shared by the tests in `tests/tests/` and by tasks.

pub mod growth;
