//! `cargo xtask` with all commands of `whitesmith`, at the version in `Cargo.lock`.

fn main() -> std::process::ExitCode {
    whitesmith::cli::main(std::env::args_os())
}
