//! A set of members.

/// Set of member indices. Does not allocate for up to 64 members.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct MemberSet {
    first: u64,
    rest: Vec<u64>,
}

impl MemberSet {
    #[inline]
    pub(crate) fn insert(&mut self, index: usize) {
        if index < 64 {
            self.first |= 1 << index;
        } else if let Some(word) = self.word_mut(index) {
            *word |= 1 << (index % 64);
        }
    }

    pub(crate) fn remove(&mut self, index: usize) {
        if self.contains(index)
            && let Some(word) = self.word_mut(index)
        {
            *word &= !(1 << (index % 64));
        }
    }

    pub(crate) fn contains(&self, index: usize) -> bool {
        let word = if index < 64 { Some(&self.first) } else { self.rest.get(index / 64 - 1) };
        word.is_some_and(|word| word >> (index % 64) & 1 == 1)
    }

    fn word_mut(&mut self, index: usize) -> Option<&mut u64> {
        if index < 64 {
            return Some(&mut self.first);
        }
        let at = index / 64 - 1;
        if self.rest.len() <= at {
            self.rest.resize(at + 1, 0);
        }
        self.rest.get_mut(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn holds_members_of_any_index() {
        let mut set = MemberSet::default();
        for index in [0, 63, 64, 127, 128, 700] {
            assert!(!set.contains(index));
            set.insert(index);
            assert!(set.contains(index));
        }
        set.remove(64);
        set.remove(9_000);
        let held: Vec<_> = (0..1_000).filter(|index| set.contains(*index)).collect();
        assert_eq!(held, [0, 63, 127, 128, 700]);
    }
}
