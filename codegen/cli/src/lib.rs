//! The commands of `whitesmith`, for the program and for build tasks of other workspaces.
//!
//! A build task (an `xtask`) can provide all commands in one line. With [`cli::Command`], they can be added to other
//! commands.
//!
//! ```no_run
//! fn main() -> std::process::ExitCode {
//!     whitesmith::cli::main(std::env::args_os())
//! }
//! ```
//!
//! The generator is the crate [`whitesmith_codegen`].

// `println!` and `eprintln!` panic if the pipe is closed.
#![warn(clippy::print_stderr, clippy::print_stdout)]

pub mod cli;
pub mod keys;
pub mod pages;
