//! `cargo xtask features`: checks that the runtime compiles without warnings with each feature and each pair of
//! features, or with every combination (`--all`), and the packages `generated`, `golden` and `whitesmith-codegen` with
//! some.
//!
//! Features are additive: any combination must compile, because Cargo enables the union of the features that dependents
//! request. Features that only add conversions to types of another crate are independent of each other, so they are
//! checked one by one and all together. Features that only add a part for some models, such as `gzip`, are independent
//! of all but the sides: they are checked one by one and all together with each side and with none, and other
//! combinations have them only if other features enable them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::num::NonZero;
use std::process::{Command, ExitCode};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;

use crate::error::TaskError;
use crate::task::{Context, Outcome};

const PACKAGE: &str = "whitesmith-runtime";

/// The combinations to check.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extent {
    /// Each feature alone, and each pair.
    Pairs,
    /// Every combination, with and without all conversions.
    All,
}

/// The runtime's features by kind.
#[derive(Debug, Default)]
struct Features {
    /// Features that each feature enables, including itself.
    dependent: BTreeMap<String, BTreeSet<String>>,
    /// Those that enable only the dependency of the same name, for conversions to its types.
    conversions: BTreeSet<String>,
    /// Features that each of [`PARTS`] enables, including itself.
    parts: BTreeMap<String, BTreeSet<String>>,
}

impl Features {
    fn len(&self) -> usize {
        self.dependent.len() + self.conversions.len() + self.parts.len()
    }
}

/// Features that only add a part of the runtime for some models or settings.
const PARTS: &[&str] = &[
    "aws-lc-rs",
    "cbor",
    "checksums",
    "events",
    "gzip",
    "jmespath",
    "rest",
    "rules",
    "sha2",
    "sigv4",
    "sigv4a",
    "unicode",
    "xml",
];

/// Features that compile code of a side.
const SIDES: [&str; 3] = ["client", "client-core", "server"];

/// Combinations of features of the package `generated`: types only, one service only, one side only.
const GENERATED: &[&str] = &["", "sfn", "client,imagebuilder", "customer_profiles,server", "serde,sfn"];

/// Combinations of features of the package `golden`: servers of a service whose client needs features that servers do
/// not have, and of one with the names of `aws-sdk-rust`.
const GOLDEN: &[&str] = &["endpoint_rules,server", "queues,server"];

/// Combinations of features of the generator: each feature is enabled in one and disabled in another. Other steps check
/// all together.
const CODEGEN: &[&str] = &["", "archives,config", "lock,perf,text-diff"];

/// Runs only this check.
pub(crate) fn run(extent: Extent) -> ExitCode {
    check(&Context::new(), extent).report()
}

/// Checks the combinations until one fails, as many at once as there are cores.
pub(crate) fn check(context: &Context, extent: Extent) -> Outcome {
    let features = match read(context) {
        Ok(features) => features,
        Err(error) => return Outcome::Failed(whitesmith::cli::error_chain(&error)),
    };
    let queue = Queue::new(combinations(&features, extent));
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let (count, features) = (queue.len(), features.len());
    say_error!("{count} combinations, most of the {features} features of the runtime, {workers} at once");
    let outcomes: Vec<Outcome> = thread::scope(|scope| {
        let queue = &queue;
        let workers: Vec<_> = (0..workers).map(|worker| scope.spawn(move || work(context, worker, queue))).collect();
        let stopped = |_| Outcome::Failed("a worker panicked".to_owned());
        workers.into_iter().map(|worker| worker.join().unwrap_or_else(stopped)).collect()
    });
    outcomes.into_iter().find(|outcome| !matches!(outcome, Outcome::Passed)).unwrap_or(Outcome::Passed)
}

/// The combinations that are left to check: packages and their features.
struct Queue(Mutex<VecDeque<(&'static str, String)>>);

impl Queue {
    /// Combinations with similar dependencies are next to each other.
    fn new(runtime: BTreeSet<BTreeSet<String>>) -> Self {
        let mut runtime: Vec<BTreeSet<String>> = runtime.into_iter().collect();
        runtime.sort_by_key(|features| features.contains("client"));
        let lists = runtime.into_iter().map(|features| (PACKAGE, Vec::from_iter(features).join(",")));
        let some = [("whitesmith-codegen", CODEGEN), ("generated", GENERATED), ("golden", GOLDEN)];
        let some =
            some.iter().flat_map(|(package, lists)| lists.iter().map(move |list| (*package, (*list).to_owned())));
        Self(Mutex::new(some.chain(lists).collect()))
    }

    fn len(&self) -> usize {
        self.lock().len()
    }

    /// Takes a combination: half of the workers start from each end, so that they compile different dependencies.
    fn next(&self, worker: usize) -> Option<(&'static str, String)> {
        let mut left = self.lock();
        if worker.is_multiple_of(2) { left.pop_back() } else { left.pop_front() }
    }

    /// Leaves nothing for the other workers.
    fn clear(&self) {
        self.lock().clear();
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<(&'static str, String)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Checks combinations until none are left or one fails. Only warnings of the compiler depend on features, so Clippy
/// does not run again: the step `lints` runs it with all features.
fn work(context: &Context, worker: usize, queue: &Queue) -> Outcome {
    while let Some((package, features)) = queue.next(worker) {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["rustc", "--quiet", "--lib", "--profile", "check", "--package", package]);
        cargo.args(["--no-default-features", "--features", &features, "--", "--deny", "warnings"]);
        // Cargo locks a target folder while it builds. The first worker has the dependencies that other steps built.
        if worker > 0 {
            cargo.env("CARGO_TARGET_DIR", context.root.join(format!("target/features-{worker}")));
        }
        match context.finish(&mut cargo) {
            Outcome::Passed => {}
            other => {
                queue.clear();
                return other;
            }
        }
    }
    Outcome::Passed
}

/// Reads the runtime's features from its manifest.
fn read(context: &Context) -> Result<Features, TaskError> {
    let arguments = ["metadata", "--no-deps", "--offline", "--format-version", "1"];
    let output = Command::new(env!("CARGO")).args(arguments).current_dir(&context.root).output();
    let output = output.map_err(|source| TaskError::Run { program: "cargo metadata".to_owned(), source })?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout)
        .map_err(|source| TaskError::Json { path: "cargo metadata".into(), source })?;
    let packages = metadata["packages"].as_array().map_or(&[][..], Vec::as_slice);
    let package = packages.iter().find(|package| package["name"] == PACKAGE);
    let table = package.and_then(|package| package["features"].as_object());
    let table = table.ok_or_else(|| TaskError::Missing(format!("features of {PACKAGE}")))?;
    let turned_on: BTreeMap<&str, Vec<&str>> = table
        .iter()
        .filter(|(name, _)| *name != "default")
        .map(|(name, list)| {
            (name.as_str(), list.as_array().into_iter().flatten().filter_map(|on| on.as_str()).collect())
        })
        .collect();
    let mut features = Features::default();
    for (name, on) in &turned_on {
        if matches!(on[..], [one] if one.strip_prefix("dep:") == Some(*name)) {
            features.conversions.insert((*name).to_owned());
            continue;
        }
        let list = if PARTS.contains(name) { &mut features.parts } else { &mut features.dependent };
        list.insert((*name).to_owned(), closure(name, &turned_on));
    }
    Ok(features)
}

/// A feature and the features that it enables.
fn closure(name: &str, turned_on: &BTreeMap<&str, Vec<&str>>) -> BTreeSet<String> {
    let mut found = BTreeSet::from([name.to_owned()]);
    for on in turned_on.get(name).into_iter().flatten().filter(|on| turned_on.contains_key(**on)) {
        found.extend(closure(on, turned_on));
    }
    found
}

/// The combinations to check. Combinations of equal features are checked once.
fn combinations(features: &Features, extent: Extent) -> BTreeSet<BTreeSet<String>> {
    let Features { dependent, conversions, parts } = features;
    let lists: Vec<&BTreeSet<String>> = dependent.values().collect();
    // Each bit of the number enables a feature.
    let chosen = (0_u64..1 << lists.len()).filter(|bits| extent == Extent::All || bits.count_ones() <= 2);
    let mut found: BTreeSet<BTreeSet<String>> = chosen
        .map(|bits| {
            let on = lists.iter().enumerate().filter(|(at, _)| bits >> at & 1 == 1);
            on.flat_map(|(_, list)| list.iter().cloned()).collect()
        })
        .collect();
    if extent == Extent::All {
        let with_conversions: Vec<_> = found.iter().map(|combination| combination | conversions).collect();
        found.extend(with_conversions);
    }
    found.extend(conversions.iter().map(|name| BTreeSet::from([name.clone()])));
    found.insert(conversions.clone());
    let types = BTreeSet::new();
    for side in SIDES.iter().filter_map(|side| dependent.get(*side)).chain([&types]) {
        found.extend(parts.values().map(|part| side | part));
        found.insert(side.iter().chain(parts.keys()).cloned().collect());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(names: &[&str]) -> BTreeSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn equivalent_combinations_are_checked_once() {
        let dependent = [("a", set(&["a"])), ("b", set(&["b"])), ("c", set(&["a", "b", "c"]))];
        let features = Features {
            dependent: dependent.map(|(name, on)| (name.to_owned(), on)).into(),
            conversions: set(&["x", "y"]),
            parts: BTreeMap::new(),
        };
        let found = combinations(&features, Extent::Pairs);
        let expected = [&["a"][..], &["b"], &["a", "b"], &["a", "b", "c"], &[], &["x"], &["y"], &["x", "y"]];
        assert_eq!(found, expected.into_iter().map(set).collect());
        let all = combinations(&features, Extent::All);
        assert_eq!(all.len(), 12);
        assert!(all.is_superset(&found));
    }

    #[test]
    fn parts_are_checked_with_each_side_and_without() {
        let dependent =
            [("client", &["client", "client-core"][..]), ("client-core", &["client-core"]), ("server", &["server"])];
        let features = Features {
            dependent: dependent.map(|(name, on)| (name.to_owned(), set(on))).into(),
            conversions: BTreeSet::new(),
            parts: [("gzip", set(&["gzip"])), ("regex", set(&["gzip", "regex"]))]
                .map(|(name, on)| (name.to_owned(), on))
                .into(),
        };
        let found = combinations(&features, Extent::Pairs);
        for side in [set(&["client", "client-core"]), set(&["client-core"]), set(&["server"]), set(&[])] {
            for parts in [set(&["gzip"]), set(&["gzip", "regex"])] {
                assert!(found.contains(&(&side | &parts)), "{side:?} {parts:?}");
            }
        }
        assert!(found.contains(&set(&["client", "client-core", "server"])));
    }

    #[test]
    fn features_that_models_need_are_parts() {
        for name in whitesmith_codegen::emit::runtime_feature_names() {
            assert!(PARTS.contains(&name), "{name}");
        }
    }

    #[test]
    fn features_are_enabled_transitively() {
        let turned_on = BTreeMap::from([("a", vec!["b", "dep:x"]), ("b", vec!["c", "y/z"]), ("c", vec![])]);
        assert_eq!(closure("a", &turned_on), set(&["a", "b", "c"]));
    }

    #[test]
    fn every_feature_of_the_runtime_is_checked() {
        let features = read(&Context::new()).expect("the manifest is read");
        let Features { dependent, conversions, parts } = &features;
        assert!(dependent.contains_key("client") && dependent.contains_key("serde"));
        assert!(conversions.contains("chrono") && PARTS.iter().all(|part| parts.contains_key(*part)));
        let pairs = combinations(&features, Extent::Pairs);
        for name in dependent.keys().chain(conversions).chain(parts.keys()) {
            assert!(pairs.iter().any(|combination| combination.contains(name)), "{name}");
        }
    }

    #[test]
    fn workers_take_combinations_from_both_ends_until_one_fails() {
        let queue = Queue::new([set(&["client"]), set(&["server"]), set(&[])].into());
        assert_eq!(queue.len(), CODEGEN.len() + GENERATED.len() + GOLDEN.len() + 3);
        assert_eq!(queue.next(0), Some((PACKAGE, "client".to_owned())));
        assert_eq!(queue.next(1), Some(("whitesmith-codegen", CODEGEN[0].to_owned())));
        assert_eq!(queue.next(2), Some((PACKAGE, "server".to_owned())));
        queue.clear();
        assert_eq!(queue.next(0), None);
    }
}
