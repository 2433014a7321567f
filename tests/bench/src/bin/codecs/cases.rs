//! Cases of a program, which its arguments select.

use std::process::ExitCode;

/// A case: its name, and a function that runs it a number of times.
pub(crate) type Case = (&'static str, fn(usize));

/// Runs the case that the arguments name. Without arguments, lists the cases.
pub(crate) fn run(program: &str, cases: &[Case]) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [case, times] = arguments.as_slice()
        && let Some((_, run)) = cases.iter().find(|(name, _)| name == case)
        && let Ok(times) = times.parse()
    {
        run(times);
        return ExitCode::SUCCESS;
    }
    eprintln!("{program} CASE TIMES, where CASE is one of:");
    for (name, _) in cases {
        eprintln!("  {name}");
    }
    ExitCode::from(2)
}
