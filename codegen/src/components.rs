//! Cycles of a graph: Tarjan's strongly connected components, without recursion, as a chain may be as long as a file.

use std::collections::HashMap;
use std::hash::Hash;

/// The sets of nodes that lead to each other; a node alone is one only if it leads to itself.
pub(crate) fn cycles<N, I>(starts: impl IntoIterator<Item = N>, next: impl Fn(N) -> I) -> Vec<Vec<N>>
where
    N: Copy + Eq + Hash,
    I: IntoIterator<Item = N>,
{
    let next = |node| next(node).into_iter().collect::<Vec<N>>();
    let mut components = Components { next, seen: HashMap::new(), open: Vec::new(), cycles: Vec::new() };
    for node in starts {
        if !components.seen.contains_key(&node) {
            components.walk(node);
        }
    }
    components.cycles
}

struct Components<N, F> {
    next: F,
    /// When each node was first seen, and the earliest node it leads back to.
    seen: HashMap<N, (usize, usize)>,
    /// Nodes whose component is not complete.
    open: Vec<N>,
    cycles: Vec<Vec<N>>,
}

impl<N: Copy + Eq + Hash, F: Fn(N) -> Vec<N>> Components<N, F> {
    fn walk(&mut self, start: N) {
        let mut path = vec![self.enter(start)];
        while let Some((node, waiting)) = path.last_mut() {
            let node = *node;
            match waiting.pop() {
                Some(next) if !self.seen.contains_key(&next) => path.push(self.enter(next)),
                Some(next) => self.lead_back(node, next),
                None => {
                    path.pop();
                    self.leave(node);
                    if let Some((user, _)) = path.last() {
                        self.lead_back(*user, node);
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

    /// The node leads as far back as one that it leads to, while that one's component is open.
    fn lead_back(&mut self, node: N, to: N) {
        let Some(&(_, back)) = self.seen.get(&to) else { return };
        if let Some((_, own)) = self.seen.get_mut(&node) {
            *own = (*own).min(back);
        }
    }

    fn leave(&mut self, node: N) {
        let Some(&(at, back)) = self.seen.get(&node) else { return };
        if at != back {
            return;
        }
        let start = self.open.iter().rposition(|open| *open == node).unwrap_or(0);
        let component = self.open.split_off(start);
        for node in &component {
            // Complete: nothing leads back to it any more.
            if let Some(seen) = self.seen.get_mut(node) {
                seen.1 = usize::MAX;
            }
        }
        if component.len() > 1 || (self.next)(node).contains(&node) {
            self.cycles.push(component);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::cycles;

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
    fn nodes_that_lead_to_each_other_are_one_cycle() {
        assert_eq!(found(&[(1, 2), (2, 3), (3, 2), (3, 4), (4, 4), (5, 1)]), [vec![2, 3], vec![4]]);
        assert_eq!(found(&[(1, 2), (2, 1), (2, 3), (3, 2)]), [[1, 2, 3]]);
        assert_eq!(found(&[(1, 2), (1, 3), (2, 3)]), [[0; 0]; 0]);
    }
}
