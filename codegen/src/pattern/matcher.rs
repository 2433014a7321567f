//! Matches patterns in the generator, for values in models. It follows the steps of the plan, as generated code does,
//! so that both accept the same texts.

use super::{ClassSet, Plan, Search, Step};

/// Maximum number of positions that a match considers for each character. Most patterns need fewer than 100.
const WORK_PER_CHARACTER: usize = 1 << 12;

/// Maximum number of positions that a match considers.
const MAX_WORK: usize = 1 << 26;

/// Positions in a text, as numbers of characters before them, in ascending order.
type Positions = Vec<usize>;

impl Plan {
    /// Whether a text matches. Texts for which this takes too long are taken to match.
    ///
    /// ```
    /// let plan = whitesmith_codegen::pattern::plan("^(?=.*[0-9])[a-z0-9]+$").unwrap().plan;
    /// assert!(plan.is_match("abc1") && !plan.is_match("abc"));
    /// ```
    pub fn is_match(&self, text: &str) -> bool {
        let text: Vec<char> = text.chars().collect();
        match self {
            Self::Steps(steps) => {
                let ends = Walk::new(&text).follow(steps, vec![0]);
                ends.is_none_or(|ends| ends.last() == Some(&text.len()))
            }
            Self::Searches(searches) => searches.iter().all(|search| search.holds(&text)),
        }
    }
}

impl Search {
    fn holds(&self, text: &[char]) -> bool {
        let starts = if self.steps.first() == Some(&Step::Start) { vec![0] } else { (0..=text.len()).collect() };
        let ends = Walk::new(text).follow(&self.steps, starts);
        ends.is_none_or(|ends| ends.is_empty() == self.negated)
    }
}

/// Follows steps from all positions at once. `None` if that takes too long.
struct Walk<'t> {
    text: &'t [char],
    /// The number of positions that may still be considered.
    work: usize,
}

impl<'t> Walk<'t> {
    fn new(text: &'t [char]) -> Self {
        // The steps themselves take work, however short the text is.
        let characters = text.len().max(64);
        Self { text, work: characters.saturating_mul(WORK_PER_CHARACTER).min(MAX_WORK) }
    }

    fn spend(&mut self, work: usize) -> Option<()> {
        self.work = self.work.checked_sub(work)?;
        Some(())
    }

    /// The positions at which the steps can end.
    fn follow(&mut self, steps: &[Step], from: Positions) -> Option<Positions> {
        let mut at = from;
        for step in steps {
            if at.is_empty() {
                break;
            }
            self.spend(at.len())?;
            let end = self.text.len();
            match step {
                Step::Literal(literal) => at = self.literal(literal, at)?,
                Step::Class(set, min, max) => at = self.class(set, *min, *max, &at)?,
                Step::OneOf(branches) => at = self.one_of(branches, &at)?,
                Step::Repeat(steps, min, max) => at = self.repeat(steps, *min, *max, at)?,
                Step::Skip => {
                    at = (at.first().copied().unwrap_or(end)..=end).collect();
                    self.spend(at.len())?;
                }
                Step::Start => at.retain(|at| *at == 0),
                Step::End => at.retain(|at| *at == end),
                Step::WordBoundary => at.retain(|at| self.is_boundary(*at)),
                Step::NoWordBoundary => at.retain(|at| !self.is_boundary(*at)),
            }
        }
        Some(at)
    }

    fn literal(&mut self, literal: &str, mut at: Positions) -> Option<Positions> {
        let literal: Vec<char> = literal.chars().collect();
        self.spend(at.len().saturating_mul(literal.len()))?;
        at.retain(|at| self.text.get(*at..).is_some_and(|rest| rest.starts_with(&literal)));
        for at in &mut at {
            *at += literal.len();
        }
        Some(at)
    }

    fn class(&mut self, set: &ClassSet, min: u32, max: Option<u32>, from: &[usize]) -> Option<Positions> {
        let max = max.map_or(usize::MAX, |max| max as usize);
        let mut ends: Positions = Vec::new();
        // The characters before it, from the current position, are in the set.
        let mut known = 0;
        for at in from {
            known = known.max(*at);
            let limit = at.saturating_add(max);
            let rest = self.text.get(known..limit.min(self.text.len())).unwrap_or_default();
            let more = rest.iter().take_while(|c| set.contains(**c)).count();
            known += more;
            let next = ends.last().map_or(0, |last| last + 1);
            let (first, last) = (at.saturating_add(min as usize).max(next), known.min(limit));
            self.spend(more + last.saturating_sub(first))?;
            ends.extend(first..=last);
        }
        Some(ends)
    }

    fn one_of(&mut self, branches: &[Vec<Step>], from: &[usize]) -> Option<Positions> {
        let mut ends = Vec::new();
        for branch in branches {
            self.spend(from.len())?;
            ends = union(ends, self.follow(branch, from.to_vec())?);
        }
        Some(ends)
    }

    fn repeat(&mut self, steps: &[Step], min: u32, max: Option<u32>, from: Positions) -> Option<Positions> {
        let mut at = from;
        for _ in 0..min {
            let next = self.follow(steps, at.clone())?;
            // Further repetitions lead nowhere else.
            if next == at {
                break;
            }
            at = next;
        }
        let mut ends = at.clone();
        let mut count = min;
        while !at.is_empty() && max.is_none_or(|max| count < max) {
            at = self.follow(steps, at)?;
            // What follows from a position that was reached before is known.
            at.retain(|at| ends.binary_search(at).is_err());
            if at.first() < ends.last() {
                self.spend(ends.len())?;
            }
            ends = union(ends, at.clone());
            count += 1;
        }
        Some(ends)
    }

    /// Whether the position is between a word character and another one, or the start or end of the text.
    fn is_boundary(&self, at: usize) -> bool {
        let is_word = |at: Option<usize>| {
            at.and_then(|at| self.text.get(at)).is_some_and(|c| c.is_ascii_alphanumeric() || *c == '_')
        };
        is_word(at.checked_sub(1)) != is_word(Some(at))
    }
}

fn union(mut positions: Positions, more: Positions) -> Positions {
    if positions.is_empty() {
        return more;
    }
    let is_sorted = more.first() > positions.last();
    positions.extend(more);
    if !is_sorted {
        positions.sort_unstable();
        positions.dedup();
    }
    positions
}

#[cfg(test)]
mod tests {
    use super::Walk;
    use crate::pattern::{Plan, plan};

    #[test]
    fn values_are_matched_by_the_steps_of_the_plan() {
        for (pattern, matching, others) in [
            ("^(a|bc){2,3}$", &["aa", "abc", "bcbca"][..], &["a", "aaaa", "ab", "aab"][..]),
            ("^(a*)*b$", &["b", "aab"], &["aa", "ba", ""]),
            ("^(a?){3,5}$", &["", "aaaaa"], &["aaaaaa", "b"]),
            (r"\bfoo\b", &["foo", "a foo-b"], &["food", "afoo"]),
            (r"o\Bo", &["foo"], &["o o"]),
            ("^(?!aws:).*[é-ü]", &["é", "xü"], &["aws:é", "x"]),
            (r"^\P{L}+$", &["1🦀"], &["é1", "a"]),
            ("x[a-z]{0,60000}!", &["x!", "1xa!"], &["x", "xA!", "!x"]),
            ("^[a-z]{2,3}[a-z0-9]$", &["abc", "ab1", "abcd"], &["ab", "abcde"]),
        ] {
            let plan = plan(pattern).expect("valid").plan;
            for (texts, expected) in [(matching, true), (others, false)] {
                for text in texts {
                    assert_eq!(plan.is_match(text), expected, "{pattern} on {text:?}");
                }
            }
        }
    }

    #[test]
    fn long_texts_are_decided() {
        let text = "abc-".repeat(100_000);
        for pattern in [r"^(\w+-)*\w+$", r"^((\w{1,1000}){1,1000}-?){1,100000}[a-z]$"] {
            let plan = plan(pattern).expect("valid").plan;
            assert!(plan.is_match(&format!("{text}d")) && !plan.is_match(&text), "{pattern}");
        }
    }

    #[test]
    fn a_match_considers_a_limited_number_of_positions() {
        let Plan::Searches(searches) = plan("^(a|aa)*b$").expect("valid").plan else { panic!("searches") };
        let (text, search) = (['a'; 100], &searches[0]);
        let ends = |work| Walk { text: &text, work }.follow(&search.steps, vec![0]);
        assert_eq!((ends(10), ends(10_000)), (None, Some(Vec::new())));
    }
}
