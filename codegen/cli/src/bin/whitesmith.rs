//! The program `whitesmith`.

fn main() -> std::process::ExitCode {
    whitesmith::cli::main(std::env::args_os())
}
