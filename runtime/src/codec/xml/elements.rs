//! Counts elements of flattened lists, which are children of a structure and may be separated.

/// Numbers of elements of the flattened lists in a structure.
#[derive(Default)]
pub(super) struct Elements(Vec<(usize, usize)>);

impl Elements {
    /// Returns the index of the next element of a member's list.
    pub(super) fn next(&mut self, member: usize) -> usize {
        match self.0.iter_mut().rev().find(|(known, _)| *known == member) {
            Some((_, count)) => {
                *count += 1;
                *count
            }
            None => {
                self.0.push((member, 0));
                0
            }
        }
    }
}
