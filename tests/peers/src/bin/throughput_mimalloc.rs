//! The program `throughput` with the allocator mimalloc.

#[path = "throughput.rs"]
mod throughput;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    throughput::main()
}
