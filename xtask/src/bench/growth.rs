//! Growth of the work to generate code with the size of a model: families of models at two sizes, and the exponent of
//! the growth. An exponent of 1 is linear growth. The test `growth` counts allocations instead, at smaller sizes.

use std::time::Instant;

use tests::growth::{FAMILIES, generate};

use super::callgrind::counts;
use super::{has_valgrind, program};
use crate::error::TaskError;

/// Prints a row for each family: instructions on all threads if valgrind is installed, or else times.
pub(super) fn figures() -> Result<(), TaskError> {
    say!("{:<40} {:>13} {:>13} {:>8}", "growth of generation", "n", "4 n", "exponent");
    for family in &FAMILIES {
        let (unit, [small, large]) = if has_valgrind() {
            // Valgrind is about fifty times slower.
            let run = |size: usize| counts(&program("growth"), [family.name, &size.to_string()]);
            let count = |size: usize| run(size).map(|counts| counts.instructions);
            let none = count(1)?;
            ("MI", [count(family.size / 4)? - none, count(family.size)? - none].map(|count| count / 1e6))
        } else {
            ("ms", [milliseconds(&family.model(family.size))?, milliseconds(&family.model(4 * family.size))?])
        };
        let exponent = (large / small).log(4.0);
        say!("{:<40} {small:>10.1} {unit} {large:>10.1} {unit} {exponent:>8.2}", family.name);
    }
    Ok(())
}

/// The shortest of three times to load, validate and generate, in milliseconds.
fn milliseconds(model: &str) -> Result<f64, TaskError> {
    let mut shortest = f64::MAX;
    for _ in 0..3 {
        let model = model.to_owned();
        let start = Instant::now();
        generate(model).map_err(|error| TaskError::Missing(format!("code of the model: {}", error.message)))?;
        shortest = shortest.min(start.elapsed().as_secs_f64());
    }
    Ok(shortest * 1e3)
}
