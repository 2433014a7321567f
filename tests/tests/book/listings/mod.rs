//! Code of the book's listings. Each file is the source of one page or a few; its tests run what the pages show.

mod authentication;
mod client;
mod constraints;
mod doubles;
mod errors;
mod limits;
mod migration;
pub(crate) mod server;
mod storage;
mod streams;
mod testing;
