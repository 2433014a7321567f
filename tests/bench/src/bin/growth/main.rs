//! Generates the code of a model of any size.
//!
//! `growth FAMILY SIZE`, where FAMILY is one of `tests::growth`. Without arguments, lists the families.

use std::process::ExitCode;

use tests::growth::{FAMILIES, generate};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [name, size] = arguments.as_slice()
        && let Some(family) = FAMILIES.iter().find(|family| family.name == name)
        && let Ok(size) = size.parse()
        && generate(family.model(size)).is_ok()
    {
        return ExitCode::SUCCESS;
    }
    eprintln!("growth FAMILY SIZE, where FAMILY is one of:");
    for family in &FAMILIES {
        eprintln!("  {}", family.name);
    }
    ExitCode::from(2)
}
