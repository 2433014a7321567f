//! Rows of figures: ours, those of a peer if there is one, and the ratio.

use super::callgrind::Counts;

/// Units of a figure, and its number of decimals.
#[derive(Clone, Copy)]
pub(super) struct Unit(&'static str, usize);

pub(super) const CRATES: Unit = Unit("crates", 0);
pub(super) const CPU: Unit = Unit("CPU s", 2);
pub(super) const MEGABYTES: Unit = Unit("MB", 2);
pub(super) const MICROSECONDS: Unit = Unit("µs", 2);
pub(super) const REQUESTS: Unit = Unit("k/s", 1);
pub(super) const SHARE: Unit = Unit("of CPU", 2);
const INSTRUCTIONS: Unit = Unit("kI", 1);

/// Prints the titles of the columns.
pub(super) fn titles() {
    say!("{}", line("figure", "whitesmith", "reference", "ratio"));
}

/// Prints a figure. Without a peer, only ours.
pub(super) fn row(name: &str, unit: Unit, ours: f64, theirs: Option<f64>) {
    say!("{}", figures(name, unit, ours, theirs));
}

/// Prints bytes in megabytes. Sizes that were not measured are shown as such.
pub(super) fn row_of_bytes(name: &str, ours: Option<u64>, theirs: Option<u64>) {
    let megabytes = |bytes: u64| bytes as f64 / 1e6;
    match ours {
        Some(ours) => row(name, MEGABYTES, megabytes(ours), theirs.map(megabytes)),
        None => say!("{}", line(name, "not measured", "", "")),
    }
}

/// Prints instructions, and allocations and reallocations below. Without a peer, only ours.
pub(super) fn row_of_counts(name: &str, ours: Counts, theirs: Option<Counts>) {
    row(name, INSTRUCTIONS, ours.instructions / 1e3, theirs.map(|theirs| theirs.instructions / 1e3));
    let heap = |counts: Counts| format!("{:.0}, {:.0}", counts.allocations, counts.reallocations);
    let ratio = theirs.map(|theirs| ratio(ours.allocations, theirs.allocations)).unwrap_or_default();
    let name = "  allocations, reallocations";
    say!("{}", line(name, &heap(ours), &theirs.map(heap).unwrap_or_default(), &ratio));
}

fn figures(name: &str, unit: Unit, ours: f64, theirs: Option<f64>) -> String {
    let shown = |figure: f64| format!("{figure:.*} {}", unit.1, unit.0);
    let ratio = theirs.map(|theirs| ratio(ours, theirs)).unwrap_or_default();
    line(name, &shown(ours), &theirs.map(shown).unwrap_or_default(), &ratio)
}

fn line(name: &str, ours: &str, theirs: &str, ratio: &str) -> String {
    format!("{name:<40} {ours:>13} {theirs:>13} {ratio:>8}").trim_end().to_owned()
}

/// Empty if there is nothing to compare with.
fn ratio(ours: f64, theirs: f64) -> String {
    if theirs > 0.0 { format!("{:.2}", ours / theirs) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_have_a_ratio_if_there_is_a_peer() {
        let name = "a build";
        let spaces = " ".repeat(40 - name.len());
        assert_eq!(figures(name, CPU, 1.5, Some(6.0)), format!("{name}{spaces}    1.50 CPU s    6.00 CPU s     0.25"));
        assert_eq!(figures(name, CRATES, 64.0, None), format!("{name}{spaces}     64 crates"));
        assert_eq!(figures(name, CRATES, 64.0, Some(0.0)), format!("{name}{spaces}     64 crates      0 crates"));
    }
}
