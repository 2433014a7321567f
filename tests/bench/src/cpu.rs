//! CPU time, which only Linux reports. Included by programs that measure it.

use std::fs;
use std::thread;

/// CPU time of this thread in nanoseconds.
pub(crate) fn of_thread() -> u64 {
    // The kernel updates the time when a thread yields.
    thread::yield_now();
    // The first number is the CPU time.
    let text = fs::read_to_string("/proc/thread-self/schedstat").expect("a file of Linux");
    text.split(' ').next().and_then(|number| number.parse().ok()).expect("a number")
}

/// CPU time of one run in nanoseconds, where `run` runs a number of times: the shortest of several measurements, less
/// what 0 runs take.
pub(crate) fn of_run(run: impl Fn(usize)) -> u64 {
    /// CPU time of a measurement in nanoseconds.
    const ENOUGH: u64 = 50_000_000;
    const ROUNDS: usize = 20;
    let time = |times: usize| {
        let before = of_thread();
        run(times);
        of_thread() - before
    };
    let shortest = |times: usize| (0..ROUNDS).map(|_| time(times)).min().unwrap_or(0);
    let mut times = 1;
    while time(times) < ENOUGH {
        times *= 2;
    }
    shortest(times).saturating_sub(shortest(0)) / times as u64
}
