//! Growth of generation time with the size of a model: families of models at two sizes, and the exponent of the growth.
//! An exponent of 1 is linear growth. The test `growth` counts work instead, at smaller sizes.

use std::time::Instant;

use tests::growth::{FAMILIES, generate};

use crate::error::TaskError;

/// Prints a row for each family.
pub(super) fn figures() -> Result<(), TaskError> {
    println!("{:<40} {:>13} {:>13} {:>8}", "growth of generation", "n", "4 n", "exponent");
    for family in &FAMILIES {
        let (small, large) = (seconds(&family.model(family.size))?, seconds(&family.model(4 * family.size))?);
        let exponent = (large / small).log(4.0);
        println!("{:<40} {:>10.1} ms {:>10.1} ms {exponent:>8.2}", family.name, small * 1e3, large * 1e3);
    }
    Ok(())
}

/// The shortest of three times to load, validate and generate.
fn seconds(model: &str) -> Result<f64, TaskError> {
    let mut shortest = f64::MAX;
    for _ in 0..3 {
        let model = model.to_owned();
        let start = Instant::now();
        generate(model).map_err(|error| TaskError::Missing(format!("code of the model: {}", error.message)))?;
        shortest = shortest.min(start.elapsed().as_secs_f64());
    }
    Ok(shortest)
}
