//! The command line.

fn main() -> std::process::ExitCode {
    whitesmith::cli::main(std::env::args_os())
}
