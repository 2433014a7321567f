//! Patterns, from the generator's plan to the runtime's verdict, against `regress`, a faithful engine of ECMA-262.

mod cases;
mod support;
