//! Sets of small numbers as bits. Widths and distances are numbers of bits.

use std::cmp::Ordering;

/// Word of the bits that are moved up.
fn moved_up(words: &[u64], index: usize, by: usize) -> u64 {
    let word = |distance: usize| index.checked_sub(distance).and_then(|index| words.get(index)).copied().unwrap_or(0);
    let (distance, bits) = (by / 64, by % 64);
    if bits == 0 { word(distance) } else { word(distance) << bits | word(distance + 1) >> (64 - bits) }
}

/// Word of the bits that are moved down.
fn moved_down(words: &[u64], index: usize, by: usize) -> u64 {
    let word = |distance: usize| words.get(index + distance).copied().unwrap_or(0);
    let (distance, bits) = (by / 64, by % 64);
    if bits == 0 { word(distance) } else { word(distance) >> bits | word(distance + 1) << (64 - bits) }
}

/// Moves the bits of each of `count` slices of `unit` bits to the next slice. Those of the last one are lost, or stay.
pub(super) fn move_up(words: &mut [u64], unit: usize, count: usize, stay: bool) {
    let last = (count - 1) * unit;
    for index in (0..words.len()).rev() {
        let moved = moved_up(words, index, unit);
        if let Some(word) = words.get_mut(index) {
            let staying = match index.cmp(&(last / 64)) {
                Ordering::Less => 0,
                Ordering::Equal => *word & u64::MAX << (last % 64),
                Ordering::Greater => *word,
            };
            *word = if stay { moved | staying } else { moved };
        }
    }
    truncate(words, count * unit);
}

/// Adds each bit also at its sum with each multiple of `unit` up to the width.
pub(super) fn fill_up(words: &mut [u64], unit: usize, width: usize) {
    let mut by = unit;
    while by < width {
        for index in (0..words.len()).rev() {
            let word = moved_up(words, index, by);
            if let Some(place) = words.get_mut(index) {
                *place |= word;
            }
        }
        by *= 2;
    }
    truncate(words, width);
}

/// Removes the bits from the width on.
pub(super) fn truncate(words: &mut [u64], width: usize) {
    let (last, bits) = (width / 64, width % 64);
    for (index, word) in words.iter_mut().enumerate().skip(last) {
        *word &= if index == last { (1 << bits) - 1 } else { 0 };
    }
}

/// The bits of slices of `unit` bits as one slice: all those from the slice `first` to the last of `count`.
pub(super) fn fold(words: &mut Vec<u64>, unit: usize, first: usize, count: usize) {
    if unit == 1 {
        let mut later = words.iter().skip(first / 64);
        let is_any = later.next().is_some_and(|word| word >> (first % 64) != 0) || later.any(|word| *word != 0);
        words.clear();
        words.push(u64::from(is_any));
        return;
    }
    for index in 0..words.len() {
        let word = moved_down(words, index, first * unit);
        if let Some(place) = words.get_mut(index) {
            *place = word;
        }
    }
    let mut count = count.saturating_sub(first);
    truncate(words, count * unit);
    while count > 1 {
        count = count.div_ceil(2);
        for index in 0..words.len().min((count * unit).div_ceil(64)) {
            let word = moved_down(words, index, count * unit);
            if let Some(place) = words.get_mut(index) {
                *place |= word;
            }
        }
        truncate(words, count * unit);
    }
    words.truncate(unit.div_ceil(64));
}

/// Adds bits. Returns whether one of them is new.
pub(super) fn add(words: &mut [u64], more: &[u64]) -> bool {
    let mut is_new = false;
    for (word, more) in words.iter_mut().zip(more) {
        is_new |= *word | more != *word;
        *word |= more;
    }
    is_new
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slices_are_folded() {
        // Slices of 40 bits, in which a bit of slices 1 and 3 is set.
        let mut words = vec![0; 3];
        for bit in [3, 40 + 7, 120 + 39] {
            words[bit / 64] |= 1 << (bit % 64);
        }
        let mut all = words.clone();
        fold(&mut all, 40, 0, 4);
        assert_eq!(all, [1 << 3 | 1 << 7 | 1 << 39]);
        let mut bits = words.clone();
        fold(&mut words, 40, 2, 4);
        assert_eq!(words, [1 << 39]);
        fold(&mut bits, 1, 159, 160);
        assert_eq!(bits, [1]);
        fold(&mut bits, 1, 1, 64);
        assert_eq!(bits, [0]);
    }

    #[test]
    fn counts_move_to_the_next_slice() {
        let mut words = vec![1 << 29 | 1 << 59, 1 << (89 - 64)];
        move_up(&mut words, 30, 3, false);
        assert_eq!(words, [1 << 59, 1 << (89 - 64)]);
        move_up(&mut words, 30, 3, true);
        assert_eq!(words, [0, 1 << (89 - 64)]);
        move_up(&mut words, 30, 3, false);
        assert_eq!(words, [0, 0]);
    }

    #[test]
    fn counts_are_filled_up() {
        let mut words = vec![1 << 5, 0];
        fill_up(&mut words, 30, 100);
        assert_eq!(words, [1 << 5 | 1 << 35, 1 << 1 | 1 << 31]);
    }
}
