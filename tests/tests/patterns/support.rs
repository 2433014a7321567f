//! Runtime patterns from plans of the generator, test strings, and the oracle.

use std::sync::mpsc;
use std::time::Duration;

use regress::Regex;
use whitesmith_codegen::pattern::{ClassSet, Plan, Planned, Step, plan, sample};
use whitesmith_runtime::pattern::{Pattern, Program, Search, Set, Step as Walk};

/// Number of instructions of the longest program.
const LONGEST: usize = 4096;

/// A compiled pattern. Its parts are leaked, because generated code has statics.
pub(crate) struct Ready {
    pub(crate) planned: Planned,
    pattern: Pattern,
}

impl Ready {
    pub(crate) fn new(source: &str) -> Self {
        let planned = plan(source).unwrap_or_else(|error| panic!("{source}: {error}"));
        let text: &'static str = leak(source);
        let pattern = match &planned.plan {
            Plan::Steps(steps) => Pattern::steps(text, walks(steps)),
            Plan::Searches(searches) => {
                let search = |one: &whitesmith_codegen::pattern::Search| {
                    assert!(one.length() <= LONGEST, "{source}");
                    let program: &Program<LONGEST> = Box::leak(Box::new(Program::new(walks(&one.steps))));
                    if one.negated { Search::avoid(program) } else { Search::find(program) }
                };
                Pattern::search(text, searches.iter().map(search).collect::<Vec<_>>().leak())
            }
        };
        Self { planned, pattern }
    }

    pub(crate) fn is_match(&self, text: &str) -> bool {
        self.pattern.is_match(text)
    }

    pub(crate) fn is_first_tier(&self) -> bool {
        matches!(self.planned.plan, Plan::Steps(_))
    }
}

fn leak(text: &str) -> &'static str {
    Box::leak(text.into())
}

pub(crate) fn walks(steps: &[Step]) -> &'static [Walk] {
    let walk = |step: &Step| match step {
        Step::Literal(text) => Walk::Literal(leak(text)),
        Step::Class(class, min, max) => Walk::Class(Box::leak(Box::new(set(class))), *min, max.unwrap_or(u32::MAX)),
        Step::OneOf(branches) => Walk::OneOf(branches.iter().map(|steps| walks(steps)).collect::<Vec<_>>().leak()),
        Step::Repeat(steps, min, max) => Walk::Repeat(walks(steps), *min, max.unwrap_or(u32::MAX)),
        Step::Skip => Walk::Skip,
        Step::Start => Walk::Start,
        Step::End => Walk::End,
        Step::WordBoundary => Walk::WordBoundary,
        Step::NoWordBoundary => Walk::NoWordBoundary,
    };
    steps.iter().map(walk).collect::<Vec<_>>().leak()
}

fn set(class: &ClassSet) -> Set {
    let set = class.ascii.iter().fold(Set::new(), |set, (first, last)| set.range(*first, *last));
    let set = set.others(class.others.clone().leak()).categories(&class.categories.join(" "));
    if class.negated { set.negated() } else { set }
}

/// The pattern in ECMA-262, with the `u` flag if possible, because characters are code points then and `\p` is a class.
pub(crate) fn oracle(source: &str) -> Option<Regex> {
    Regex::with_flags(source, "u").or_else(|_| Regex::with_flags(source, "")).ok()
}

/// Strings that match, nearly match or do not match.
pub(crate) fn texts(source: &str, count: u64) -> Vec<String> {
    let mut texts: Vec<String> =
        ["", " ", "-", ".", "a", "0", "\n", "a\n", "é", "🦀", "aws:", "--"].map(String::from).into();
    for seed in 0..count {
        let Ok(text) = sample(source, seed) else { continue };
        texts.extend(mutations(&text, seed));
        texts.push(text);
    }
    texts
}

/// Variants of the string: a character removed, doubled or replaced; a prefix or suffix added.
fn mutations(text: &str, seed: u64) -> Vec<String> {
    const OTHERS: [char; 14] = ['a', 'Z', '0', '-', '_', '.', ':', '/', ' ', '\n', '\u{2028}', 'é', '🦀', '\u{7f}'];
    let chars: Vec<char> = text.chars().collect();
    let other = OTHERS[seed as usize % OTHERS.len()];
    let mut changed = vec![format!("{text}{other}"), format!("{other}{text}"), format!("{text}\n")];
    if !chars.is_empty() {
        let at = (seed as usize).wrapping_mul(31) % chars.len();
        let with = |new: &[char]| -> String { chars[..at].iter().chain(new).chain(&chars[at + 1..]).collect() };
        changed.extend([with(&[]), with(&[chars[at], chars[at]]), with(&[other]), with(&[chars[at], other])]);
    }
    changed
}

/// Compares the results for each string, and those of the generator, and reports the first difference. A weaker plan
/// may accept more, but never less.
pub(crate) fn compare(source: &str, ready: &Ready, oracle: Regex, count: u64) -> Result<(), String> {
    let texts: Vec<String> = texts(source, count).into_iter().filter(|text| text.len() < 1500).collect();
    for (text, theirs) in texts.iter().zip(verdicts(oracle, texts.clone())) {
        let ours = ready.is_match(text);
        if ready.planned.plan.is_match(text) != ours {
            return Err(format!("{source}\n  on {text:?}: {ours} in generated code, but not in the generator"));
        }
        let agrees = ours == theirs || (ours && ready.planned.weaker.is_some());
        if !agrees {
            return Err(format!("{source}\n  on {text:?}: ours {ours}, ECMA-262 {theirs}; {:?}", ready.planned));
        }
    }
    Ok(())
}

/// Results of the oracle up to the first string for which it times out. It backtracks, for some patterns practically
/// forever; in this case its thread runs until the test ends.
fn verdicts(oracle: Regex, texts: Vec<String>) -> impl Iterator<Item = bool> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || texts.iter().all(|text| sender.send(oracle.find(text).is_some()).is_ok()));
    std::iter::from_fn(move || receiver.recv_timeout(Duration::from_millis(500)).ok())
}
