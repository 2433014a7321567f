//! The reference implementation's own test data, where it is at hand. See `common`.

mod common;
mod diff;
mod endpoints;
mod formatter;
mod loader;
mod official;
mod pages;
mod selectors;
mod stability;
mod validation;
