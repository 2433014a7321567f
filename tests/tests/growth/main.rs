//! Growth of the work to generate code, counted in allocations. Scans that allocate nothing are only seen by the times
//! that `cargo xtask bench` prints.

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, Region, Stats, StatsAlloc};
use tests::growth::{FAMILIES, Family, generate, lower};
use whitesmith_codegen::diagnostic::Diagnostic;

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// Growth by `n^1.15`. That of sorting is about 1.1 at these sizes.
const MAXIMUM: f64 = 1.15;

/// Work, and a size at which builds without optimization do it fast. Emission costs much for each shape, so growth of
/// the other steps is only seen without it.
const WORK: [(&str, Work, usize); 2] = [("lower", |model| lower(model).map(drop), 200), ("generate", generate, 24)];

type Work = fn(String) -> Result<(), Box<Diagnostic>>;

/// Allocations for a model.
fn allocations(work: Work, family: &Family, size: usize) -> Stats {
    let model = family.model(size);
    let region = Region::new(ALLOCATOR);
    work(model).unwrap_or_else(|error| panic!("{} of {size}: {}", family.name, error.message));
    region.change()
}

/// The exponent of growth between two sizes, without what every model costs.
fn exponent(count: impl Fn(&Stats) -> usize, [base, small, large]: [&Stats; 3]) -> f64 {
    let above = |stats| f64::from(u32::try_from(count(stats).saturating_sub(count(base))).unwrap_or(u32::MAX));
    (above(large) / above(small)).log2()
}

/// Exponents of the number of allocations and of their bytes.
fn growth(work: Work, family: &Family, size: usize) -> (f64, f64) {
    let stats = [1, size, 2 * size].map(|size| allocations(work, family, size));
    let stats = stats.each_ref();
    (exponent(|stats| stats.allocations + stats.reallocations, stats), exponent(|stats| stats.bytes_allocated, stats))
}

/// Each structure has the members of all mixins before it, so the model itself grows with n².
const SQUARE: Family = Family { name: "one chain of mixins with members", size: 0, shapes: square };

fn square(size: usize) -> String {
    let mixin = |at: usize| {
        let before = if at == 0 { String::new() } else { format!("with [M{}] ", at - 1) };
        format!("@mixin\nstructure M{at} {before}{{\n    a{at}: String\n}}\n")
    };
    let service = "@awsJson1_0\nservice S {\n    version: \"1\"\n    operations: [Op]\n}\n";
    let input = format!("operation Op {{\n    input := with [M{}] {{}}\n}}\n", size - 1);
    (0..size).map(mixin).fold(format!("{service}{input}"), |text, mixin| text + &mixin)
}

/// The only test of this binary, because the counters are those of the process.
#[test]
fn twice_the_model_is_twice_the_work_in_every_family() {
    // Fills caches that all models share.
    let _ = allocations(generate, &FAMILIES[0], 1);
    let mut grown = Vec::new();
    for (name, work, size) in WORK {
        for family in &FAMILIES {
            let (number, bytes) = growth(work, family, size);
            let row = format!("{name:<10} {:<32} allocations {number:.3}, bytes {bytes:.3}", family.name);
            println!("{row}");
            if number.max(bytes) > MAXIMUM {
                grown.push(row);
            }
        }
    }
    assert!(grown.is_empty(), "these grow faster than n^{MAXIMUM}:\n{}", grown.join("\n"));
    let (number, _) = growth(WORK[0].1, &SQUARE, 100);
    assert!(number > 1.5, "quadratic growth is not seen: {number:.3}");
}
