//! Sample texts that usually match a pattern, for examples in documentation and for tests.

use super::PatternError;
use super::parse;
use super::set::CharSet;
use super::tree::Tree;

/// Maximum length of a sample.
const MAX_LENGTH: usize = 3000;

/// Generates a text from the pattern; `seed` selects among the alternatives. Anchors and look-around are ignored, so a
/// few texts do not match.
///
/// # Errors
/// The pattern is not a valid regular expression.
///
/// ```
/// let text = whitesmith_codegen::pattern::sample("^id-[0-9]{4}$", 7).unwrap();
/// assert!(text.starts_with("id-") && text.len() == 7);
/// ```
pub fn sample(pattern: &str, seed: u64) -> Result<String, PatternError> {
    let tree = parse::parse(pattern)?.tree;
    let mut out = String::new();
    follow(&tree, &mut Choices(seed), &mut out);
    Ok(out)
}

/// Pseudorandom numbers (splitmix64).
struct Choices(u64);

impl Choices {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % u64::from(bound.max(1))) as u32
    }
}

fn follow(tree: &Tree, choices: &mut Choices, out: &mut String) {
    if out.len() > MAX_LENGTH {
        return;
    }
    match tree {
        Tree::Char(c) => out.push(*c),
        Tree::Class(set) => out.extend(pick(set, choices)),
        Tree::Concat(parts) => parts.iter().for_each(|part| follow(part, choices, out)),
        Tree::Alternation(branches) => {
            let chosen = choices.below(branches.len() as u32) as usize;
            branches.iter().skip(chosen).take(1).for_each(|branch| follow(branch, choices, out));
        }
        Tree::Repeat { tree, min, max } => {
            let more = max.map_or(u32::MAX, |max| max.saturating_sub(*min));
            // Bounds are the most useful cases.
            let extra = match choices.below(4) {
                0 => 0,
                1 if more <= 2000 => more,
                _ => choices.below(more.saturating_add(1).min(6)),
            };
            for _ in 0..min.saturating_add(extra).min(MAX_LENGTH as u32) {
                follow(tree, choices, out);
            }
        }
        Tree::Atomic(tree) | Tree::Wider(_, tree) => follow(tree, choices, out),
        Tree::Start | Tree::End | Tree::WordBoundary(_) | Tree::Look { .. } => {}
    }
}

/// A character of the set; preferably ASCII.
fn pick(set: &CharSet, choices: &mut Choices) -> Option<char> {
    let ranges: Vec<(char, char)> = set.ranges().collect();
    let ascii = ranges.iter().take_while(|(first, _)| first.is_ascii()).count();
    let among = if ascii > 0 && choices.below(8) > 0 { ascii } else { ranges.len() };
    let (first, last) = ranges.get(choices.below(among as u32) as usize)?;
    let last = if among == ascii { (*last).min('~') } else { *last };
    let width = u32::from(last).saturating_sub(u32::from(*first)).min(0x2000);
    char::from_u32(u32::from(*first) + choices.below(width + 1)).or(Some(*first))
}
