//! Parts of ten AWS services in memory, on one port:
//! `cargo run -- 127.0.0.1:4566` prints `listening on http://127.0.0.1:4566`. `check.py` calls it with boto3.

#[cfg(has_models)]
mod services;

#[cfg(has_models)]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    services::run()
}

#[cfg(not(has_models))]
fn main() {
    eprintln!("skipped: there are no official models; set WHITESMITH_MODELS to their folder and build again");
}
