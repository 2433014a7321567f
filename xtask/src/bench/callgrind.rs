//! Instructions and allocations of programs, counted by valgrind's callgrind.

use std::collections::HashMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use crate::error::TaskError;
use crate::workspace;

/// Cost of a run of a program.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Counts {
    pub(super) instructions: f64,
    pub(super) allocations: f64,
    pub(super) reallocations: f64,
}

impl Counts {
    pub(super) fn minus(self, other: Self) -> Self {
        Self {
            instructions: self.instructions - other.instructions,
            allocations: self.allocations - other.allocations,
            reallocations: self.reallocations - other.reallocations,
        }
    }

    pub(super) fn over(self, runs: f64) -> Self {
        Self {
            instructions: self.instructions / runs,
            allocations: self.allocations / runs,
            reallocations: self.reallocations / runs,
        }
    }
}

/// Counts of a run of a program.
pub(super) fn counts(program: &Path, arguments: [&str; 2]) -> Result<Counts, TaskError> {
    let profile = workspace::root().join("target/bench-callgrind.out");
    // Counts of an earlier run are not those of this one.
    if let Err(error) = fs::remove_file(&profile)
        && error.kind() != ErrorKind::NotFound
    {
        return Err(TaskError::file(&profile)(error));
    }
    let output = Command::new("valgrind")
        .arg("--tool=callgrind")
        .arg(format!("--callgrind-out-file={}", profile.display()))
        .arg(program)
        .args(arguments)
        .output()
        .map_err(|source| TaskError::Run { program: "valgrind".to_owned(), source })?;
    if !output.status.success() {
        let text = String::from_utf8_lossy(&output.stderr);
        let program = program.display();
        return Err(TaskError::Missing(format!("successful run of `{program}` in valgrind, which printed:\n{text}")));
    }
    let text = fs::read_to_string(&profile).map_err(TaskError::file(&profile))?;
    parse(&text).ok_or_else(|| {
        let text = String::from_utf8_lossy(&output.stderr);
        TaskError::Missing(format!("instruction count in the profile of valgrind, which printed:\n{text}"))
    })
}

/// Reads a profile: its sum, and the calls of the allocator's functions. A function has its name at its first mention,
/// and only its number after that.
fn parse(profile: &str) -> Option<Counts> {
    let mut counts = Counts { instructions: 0.0, allocations: 0.0, reallocations: 0.0 };
    let mut names: HashMap<&str, &str> = HashMap::new();
    let mut called = "";
    let mut has_total = false;
    for line in profile.lines() {
        if let Some(total) = line.strip_prefix("summary: ").or_else(|| line.strip_prefix("totals: ")) {
            counts.instructions = total.trim().parse().ok()?;
            has_total = true;
        } else if let Some(function) = line.strip_prefix("cfn=").or_else(|| line.strip_prefix("fn=")) {
            let (number, name) = function.split_once(')')?;
            if !name.is_empty() {
                names.insert(number, name.trim());
            }
            called = names.get(number)?;
        } else if let Some(calls) = line.strip_prefix("calls=") {
            let calls: f64 = calls.split(' ').next()?.parse().ok()?;
            match called {
                "malloc" | "calloc" | "aligned_alloc" | "posix_memalign" => counts.allocations += calls,
                "realloc" => counts.reallocations += calls,
                _ => {}
            }
        }
    }
    has_total.then_some(counts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_of_the_allocator_are_counted() {
        let profile = "summary: 1200\n\nfn=(1) main\n0 7\ncfn=(2) malloc\ncalls=3 0\n0 9\nfn=(3) other\n\
                       cfn=(2)\ncalls=2 0\n0 4\ncfn=(4) realloc\ncalls=1 0\n0 1\ncfn=(1)\ncalls=8 0\n0 1\n";
        let counts = Counts { instructions: 1200.0, allocations: 5.0, reallocations: 1.0 };
        assert_eq!(parse(profile), Some(counts));
        assert_eq!(parse("fn=(1) main\n0 7\n"), None);
    }
}
