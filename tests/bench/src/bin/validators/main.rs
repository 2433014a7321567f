//! Time to check a value, against a compiled `regex`. Prints nanoseconds and the ratio.

use std::hint::black_box;
use std::time::Instant;

use generated::imagebuilder::types::{ImageBuildVersionArn, WorkflowExecutionId};
use regex::Regex;
use whitesmith_runtime::constraint::check_value;
use whitesmith_runtime::reflect::Ref;
use whitesmith_runtime::schema::Schema;

/// Number of measurements. The fastest is used, because others include the load of the machine.
const LOOPS: usize = 30;
const TIMES: u32 = 20_000;

fn fastest(check: impl Fn(&str) -> bool, text: &str) -> f64 {
    let one = || {
        let start = Instant::now();
        for _ in 0..TIMES {
            assert!(check(black_box(text)));
        }
        start.elapsed().as_secs_f64() * 1e9 / f64::from(TIMES)
    };
    (0..LOOPS).map(|_| one()).fold(f64::INFINITY, f64::min)
}

fn compare(name: &str, schema: &'static Schema, pattern: &str, text: &str) {
    let regex = Regex::new(pattern).expect("a regular expression");
    let ours = fastest(|text| check_value(schema, Ref::Str(text)).is_ok(), text);
    let theirs = fastest(|text| regex.is_match(text), text);
    println!("{name:<40} {ours:>10.1} ns {theirs:>10.1} ns {:>8.2}", ours / theirs);
}

fn main() {
    let id = "wf-0a1b2c3d-0000-4000-8000-0123456789ab";
    compare("wf-<uuid>", &generated::imagebuilder::schema::WORKFLOW_EXECUTION_ID, WorkflowExecutionId::PATTERN, id);
    let arn = "arn:aws:imagebuilder:eu-central-1:123456789012:image/base-linux/1.0.0/1";
    // `regex` requires a hyphen in a class to be escaped or last.
    let pattern = ImageBuildVersionArn::PATTERN.replace("0-9-_", "0-9_-");
    compare("image ARN", &generated::imagebuilder::schema::IMAGE_BUILD_VERSION_ARN, &pattern, arn);
}
