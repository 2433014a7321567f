//! Patterns, planned by the generator and matched by the runtime, against `regress`, an implementation of ECMA-262.

mod cases;
mod support;
