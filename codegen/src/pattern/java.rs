//! Rare constructs of Java's regular expressions (`java.util.regex`) that ECMA-262 lacks.

use super::set::CharSet;
use super::tree::Tree;

/// A construct of Java that ECMA-262 lacks, or that has another meaning there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Java {
    /// Its name.
    pub what: &'static str,
    /// Replacement in ECMA-262.
    pub help: &'static str,
}

const fn java(what: &'static str, help: &'static str) -> Java {
    Java { what, help }
}

pub(super) const QUOTATION: Java = java(r"`\Q…\E`", r"write \ before each character that has a meaning");
pub(super) const REPEATED_ANCHOR: Java =
    java("a repeated anchor", "remove the quantifier after `^`, `$`, `\\b` or `\\B`");
pub(super) const EXTENDED: Java = java("the flag `x`", "remove the flag, white space and comments");
pub(super) const UNIX_LINES: Java = java("the flag `d`", r"remove the flag, and write [^\n] for a dot");
pub(super) const LAST_MATCH: Java = java(r"`\G`", "write ^");
pub(super) const LINE_BREAK: Java = java(r"`\R`", r"write (?:\r\n|[\n-\r\u0085\u2028\u2029])");
pub(super) const CLUSTER: Java = java(r"`\X`", "write a class of characters");
pub(super) const HORIZONTAL_SPACE: Java = java(r"`\h`", r"write [ \t], or the characters that are meant");
pub(super) const CONTROL: Java = java(r"`\a` or `\e`", r"write \x07 or \x1B");
pub(super) const PROPERTY: Java =
    java("a property of Java", r"use a general category such as \p{L}, or a class of characters");
pub(super) const INTERSECTION: Java = java("an intersection of sets", "list the characters that both sets have");

/// Description of a block, which is not enforced.
pub(super) const BLOCK: &str = "a block of Unicode";

/// A property that only Java supports.
pub(super) enum Property {
    Set(CharSet),
    /// A block, whose characters are unknown.
    Block,
}

/// Looks up the name in `\p{…}`.
pub(super) fn property(name: &str) -> Option<Property> {
    let unions: &[&str] = match name {
        "all" => return Some(Property::Set(CharSet::default().negate())),
        "L1" => return Some(Property::Set(CharSet::of_ranges(&[('\0', '\u{ff}')]))),
        "LD" | "javaLetterOrDigit" => &["L", "Nd"],
        "javaLowerCase" => &["Lowercase"],
        "javaUpperCase" => &["Uppercase"],
        "javaTitleCase" => &["Lt"],
        "javaAlphabetic" => &["Alphabetic"],
        "javaIdeographic" => &["Ideographic"],
        "javaLetter" => &["L"],
        "javaDigit" => &["Nd"],
        "javaDefined" => return CharSet::property("Cn").map(|set| Property::Set(set.negate())),
        "javaSpaceChar" => &["Z"],
        "javaISOControl" => &["Cc"],
        "javaWhitespace" => {
            let kept = CharSet::of_chars(&['\u{a0}', '\u{2007}', '\u{202f}']).negate();
            let controls = CharSet::of_ranges(&[('\t', '\r'), ('\u{1c}', '\u{1f}')]);
            return CharSet::property("Z").map(|set| Property::Set(set.intersect(&kept).union(&controls)));
        }
        _ => return named(name),
    };
    let mut sets = unions.iter().filter_map(|name| CharSet::property(name));
    let first = sets.next()?;
    Some(Property::Set(sets.fold(first, |all, set| all.union(&set))))
}

/// Blocks, and properties with the key as Java writes it.
fn named(name: &str) -> Option<Property> {
    let is_name = |name: &str| !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "_- ".contains(c));
    if let Some((key, value)) = name.split_once('=') {
        return match key.to_ascii_lowercase().as_str() {
            "blk" | "block" if is_name(value) => Some(Property::Block),
            "sc" | "script" => CharSet::property(&format!("Script={value}")).map(Property::Set),
            "gc" | "general_category" => CharSet::property(value).map(Property::Set),
            _ => None,
        };
    }
    let block = name.strip_prefix("In").filter(|block| block.starts_with(|c: char| c.is_ascii_uppercase()));
    block.filter(|block| is_name(block)).map(|_| Property::Block)
}

/// `\h`: horizontal white space.
pub(super) fn horizontal_space() -> CharSet {
    CharSet::of_chars(&[' ', '\t', '\u{a0}', '\u{1680}', '\u{180e}', '\u{202f}', '\u{205f}', '\u{3000}'])
        .union(&CharSet::of_ranges(&[('\u{2000}', '\u{200a}')]))
}

/// `\R`: a line break.
pub(super) fn line_break() -> Tree {
    let one = CharSet::of_ranges(&[('\n', '\r')]).union(&CharSet::of_chars(&['\u{85}', '\u{2028}', '\u{2029}']));
    let both = Tree::Concat(vec![Tree::Char('\r'), Tree::Char('\n')]);
    Tree::Concat(vec![Tree::Alternation(vec![both, Tree::Class(one)])])
}

/// The characters of a pattern, those between `\Q` and `\E` as escapes, and for each the place in the pattern that it
/// comes from, if there are quotations.
pub(super) fn unquoted(pattern: &str) -> (Vec<char>, Vec<usize>) {
    if !pattern.contains(r"\Q") {
        let chars: Vec<char> = pattern.chars().collect();
        let origin = (0..chars.len()).collect();
        return (chars, origin);
    }
    let (mut chars, mut origin) = (Vec::new(), Vec::new());
    let mut rest = pattern.chars().enumerate().peekable();
    let mut quoted = false;
    while let Some((at, c)) = rest.next() {
        let next = rest.peek().map(|(_, next)| *next);
        let more: Vec<char> = match (quoted, c, next) {
            (true, '\\', Some('E')) | (false, '\\', Some('Q')) => {
                rest.next();
                quoted = !quoted;
                continue;
            }
            (true, ..) => format!("\\x{{{:x}}}", u32::from(c)).chars().collect(),
            (false, '\\', Some(next)) => {
                rest.next();
                vec![c, next]
            }
            (false, ..) => vec![c],
        };
        origin.extend(more.iter().map(|_| at));
        chars.extend(more);
    }
    (chars, origin)
}
