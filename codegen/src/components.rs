//! Cycles of a graph: strongly connected components, by Tarjan's algorithm, and paths through them. Without recursion,
//! because a model may contain chains of any length.

use std::hash::Hash;

use crate::hash::{HashMap, HashSet};

/// The strongly connected components that contain a cycle.
pub(crate) fn cycles<N, I>(starts: impl IntoIterator<Item = N>, next: impl Fn(N) -> I) -> Vec<Vec<N>>
where
    N: Copy + Eq + Hash,
    I: IntoIterator<Item = N>,
{
    let mut components = components(starts, &next);
    components.retain(|component| match component[..] {
        [node] => next(node).into_iter().any(|next| next == node),
        _ => true,
    });
    components
}

/// The strongly connected components. Each comes after those that are reachable from it.
pub(crate) fn components<N, I>(starts: impl IntoIterator<Item = N>, next: impl Fn(N) -> I) -> Vec<Vec<N>>
where
    N: Copy + Eq + Hash,
    I: IntoIterator<Item = N>,
{
    let next = |node| next(node).into_iter().collect::<Vec<N>>();
    let mut components = Components { next, seen: HashMap::default(), open: Vec::new(), complete: Vec::new() };
    for node in starts {
        if !components.seen.contains_key(&node) {
            components.walk(node);
        }
    }
    components.complete
}

/// A path from a node back to itself, with the node at both ends. Empty if there is none.
pub(crate) fn cycle_from<N, I>(start: N, next: impl Fn(N) -> I) -> Vec<N>
where
    N: Copy + Eq + Hash,
    I: IntoIterator<Item = N>,
{
    let mut seen = HashSet::from_iter([start]);
    let mut path = vec![start];
    let mut waiting = vec![next(start).into_iter()];
    while let Some(steps) = waiting.last_mut() {
        match steps.next() {
            Some(node) if node == start => {
                path.push(node);
                return path;
            }
            Some(node) => {
                if seen.insert(node) {
                    path.push(node);
                    waiting.push(next(node).into_iter());
                }
            }
            None => {
                waiting.pop();
                path.pop();
            }
        }
    }
    path
}

struct Components<N, F> {
    next: F,
    /// For each node, its index in visiting order and the lowest index that is reachable from it.
    seen: HashMap<N, (usize, usize)>,
    /// Nodes whose component is incomplete.
    open: Vec<N>,
    complete: Vec<Vec<N>>,
}

impl<N: Copy + Eq + Hash, F: Fn(N) -> Vec<N>> Components<N, F> {
    fn walk(&mut self, start: N) {
        let mut path = vec![self.enter(start)];
        while let Some((node, waiting)) = path.last_mut() {
            let node = *node;
            match waiting.pop() {
                Some(next) if !self.seen.contains_key(&next) => path.push(self.enter(next)),
                Some(next) => self.update_lowest(node, next),
                None => {
                    path.pop();
                    self.leave(node);
                    if let Some((user, _)) = path.last() {
                        self.update_lowest(*user, node);
                    }
                }
            }
        }
    }

    fn enter(&mut self, node: N) -> (N, Vec<N>) {
        let at = self.seen.len();
        self.seen.insert(node, (at, at));
        self.open.push(node);
        let mut waiting = (self.next)(node);
        waiting.reverse();
        (node, waiting)
    }

    /// Lowers the reachable index of `node` to that of its successor `to`.
    fn update_lowest(&mut self, node: N, to: N) {
        let Some(&(_, lowest)) = self.seen.get(&to) else { return };
        if let Some((_, own)) = self.seen.get_mut(&node) {
            *own = (*own).min(lowest);
        }
    }

    fn leave(&mut self, node: N) {
        let Some(&(index, lowest)) = self.seen.get(&node) else { return };
        if index != lowest {
            return;
        }
        let start = self.open.iter().rposition(|open| *open == node).unwrap_or(0);
        let component = self.open.split_off(start);
        for node in &component {
            // Nodes of a complete component no longer count as reachable.
            if let Some(seen) = self.seen.get_mut(node) {
                seen.1 = usize::MAX;
            }
        }
        self.complete.push(component);
    }
}

#[cfg(test)]
mod tests {
    use super::{components, cycle_from, cycles};

    fn found(edges: &[(u32, u32)]) -> Vec<Vec<u32>> {
        let next = |node| edges.iter().filter(move |(from, _)| *from == node).map(|(_, to)| *to);
        let mut found = cycles(edges.iter().map(|(from, _)| *from), next);
        for cycle in &mut found {
            cycle.sort_unstable();
        }
        found.sort();
        found
    }

    #[test]
    fn nodes_that_reach_each_other_are_one_cycle() {
        assert_eq!(found(&[(1, 2), (2, 3), (3, 2), (3, 4), (4, 4), (5, 1)]), [vec![2, 3], vec![4]]);
        assert_eq!(found(&[(1, 2), (2, 1), (2, 3), (3, 2)]), [[1, 2, 3]]);
        assert_eq!(found(&[(1, 2), (1, 3), (2, 3)]), [[0; 0]; 0]);
    }

    #[test]
    fn paths_lead_back_to_their_start() {
        let edges = [(1, 4), (1, 2), (2, 5), (2, 3), (3, 1)];
        let next = |node| edges.iter().filter(move |(from, _)| *from == node).map(|(_, to)| *to);
        assert_eq!(cycle_from(1, next), [1, 2, 3, 1]);
        assert_eq!(cycle_from(4, next), [0; 0]);
    }

    #[test]
    fn components_follow_those_that_are_reachable_from_them() {
        let next = |node| (node < 4).then_some(node + 1);
        assert_eq!(components([2, 0], next), [[4], [3], [2], [1], [0]]);
    }
}
