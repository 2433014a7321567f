//! Cases of a program, which its arguments select.

#[path = "../../cpu.rs"]
mod cpu;

use std::process::ExitCode;

/// A case: its name, and a function that runs it a number of times.
pub(crate) type Case = (&'static str, fn(usize));

/// Runs the case that the arguments name. Without a number of times, prints the CPU time of one run in nanoseconds.
/// Without arguments, lists the cases.
pub(crate) fn run(program: &str, cases: &[Case]) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let find = |case: &String| cases.iter().find(|(name, _)| name == case).map(|(_, run)| run);
    match arguments.as_slice() {
        [case] => {
            if let Some(run) = find(case) {
                println!("{}", cpu::of_run(run));
                return ExitCode::SUCCESS;
            }
        }
        [case, times] => {
            if let (Some(run), Ok(times)) = (find(case), times.parse()) {
                run(times);
                return ExitCode::SUCCESS;
            }
        }
        _ => {}
    }
    eprintln!("{program} CASE [TIMES], where CASE is one of:");
    for (name, _) in cases {
        eprintln!("  {name}");
    }
    ExitCode::from(2)
}
