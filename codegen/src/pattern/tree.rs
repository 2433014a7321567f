//! Regular expressions as trees.

use super::set::CharSet;

/// A regular expression.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Tree {
    Char(char),
    Class(CharSet),
    Start,
    End,
    /// `\b`, or `\B`
    WordBoundary(bool),
    Concat(Vec<Tree>),
    Alternation(Vec<Tree>),
    Repeat {
        tree: Box<Tree>,
        min: u32,
        max: Option<u32>,
    },
    Look {
        side: Side,
        negative: bool,
        tree: Box<Tree>,
        /// As in the pattern.
        text: String,
    },
    /// A possessive quantifier or an atomic group. The tree is its content with backtracking.
    Atomic(Box<Tree>),
    /// A part that cannot be matched in linear time: its name, and a tree that matches at least as much.
    Wider(&'static str, Box<Tree>),
}

/// The text that a look-around tests: after its position, or before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Side {
    After,
    Before,
}

impl Side {
    /// Pattern that matches if there is no character on this side.
    pub(super) fn end(self) -> &'static Tree {
        match self {
            Self::After => &Tree::End,
            Self::Before => &Tree::Start,
        }
    }
}

impl Tree {
    /// The empty sequence, which always matches.
    pub(super) const EMPTY: Self = Self::Concat(Vec::new());

    /// The parts one after the other.
    pub(super) fn sequence(mut parts: Vec<Self>) -> Self {
        if parts.len() == 1 { parts.remove(0) } else { Self::Concat(parts) }
    }

    /// The characters that the tree matches, if it always matches one.
    pub(super) fn characters(&self) -> Option<CharSet> {
        match self {
            Self::Char(c) => Some(CharSet::of_chars(&[*c])),
            Self::Class(set) => Some(set.clone()),
            Self::Concat(parts) => match parts.as_slice() {
                [one] => one.characters(),
                _ => None,
            },
            Self::Alternation(branches) => {
                branches.iter().try_fold(CharSet::default(), |all, branch| Some(all.union(&branch.characters()?)))
            }
            _ => None,
        }
    }

    /// Any text.
    pub(super) fn anything() -> Self {
        Self::Repeat { tree: Box::new(Self::Class(CharSet::default().negate())), min: 0, max: None }
    }
}
