//! Tree of the paths of a service. Must not know protocols or names of operations.
//!
//! Patterns are tried in the order of the specification's specificity (spec: "Specificity routing"): segment by
//! segment, literals come before labels, and labels before greedy labels; then longer patterns, then those with more
//! query literals.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use http::header::HOST;
use http::request;

use crate::http_binding::Segment;
use crate::uri;

/// Patterns with the same beginning, without it.
#[derive(Debug, Default)]
pub(super) struct Node {
    literals: HashMap<&'static str, Node>,
    label: Option<Box<Node>>,
    /// Rests that begin with a greedy label, most specific first.
    tails: Vec<Tail>,
    leaves: Vec<Leaf>,
}

/// End of a pattern from its first greedy label. Segments after it are counted from the end of the path, so that tails
/// of different lengths do not share nodes.
#[derive(Debug)]
struct Tail {
    segments: Vec<Segment>,
    leaves: Vec<Leaf>,
}

/// An operation whose path ends here.
#[derive(Debug)]
pub(super) struct Leaf {
    pub(super) operation: usize,
    pub(super) method: &'static str,
    /// Query literals. An empty value matches any.
    pub(super) query: Vec<(&'static str, &'static str)>,
    /// Query literals that requests may omit, but not contradict.
    pub(super) optional: Vec<(&'static str, &'static str)>,
    /// Query parameters of required members.
    pub(super) parameters: Vec<&'static str>,
    /// Headers of required members.
    pub(super) headers: Vec<&'static str>,
    pub(super) labels: Vec<&'static str>,
    /// Host prefix up to its first label (spec: `@endpoint`).
    pub(super) host: Option<&'static str>,
}

/// Parameters of queries by which operations are distinguished: names, and values of literals.
#[derive(Debug, Default)]
pub(super) struct Parameters(HashMap<&'static str, HashSet<&'static str>>);

impl Parameters {
    /// Adds those of an operation.
    pub(super) fn add(&mut self, leaf: &Leaf) {
        for (name, value) in leaf.query.iter().chain(&leaf.optional) {
            let values = self.0.entry(name).or_default();
            if !value.is_empty() {
                values.insert(value);
            }
        }
        for name in &leaf.parameters {
            self.0.entry(name).or_default();
        }
    }

    /// Returns those that a query has: names with an empty value, and literals.
    fn find(&self, query: &str) -> HashSet<(&'static str, &'static str)> {
        let mut found = HashSet::new();
        let known = uri::parts(query).filter_map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let name = uri::text(uri::decoded(name))?;
            Some((self.0.get_key_value(&*name)?, value))
        });
        for ((name, values), value) in known {
            found.insert((*name, ""));
            if !values.is_empty()
                && let Some(value) = uri::text(uri::decoded(value)).and_then(|value| values.get(&*value))
            {
                found.insert((*name, *value));
            }
        }
        found
    }
}

/// Rank of an operation among those that match the path. The greatest wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    literals: usize,
    values: usize,
    host: usize,
    /// One more than the number of required headers and parameters; zero if the request lacks one of them.
    required: usize,
}

impl Node {
    pub(super) fn insert(&mut self, segments: &[Segment], leaf: Leaf) {
        match segments.split_first() {
            None => self.leaves.push(leaf),
            Some((Segment::Literal(text), rest)) => self.literals.entry(text).or_default().insert(rest, leaf),
            Some((Segment::Label(_), rest)) => self.label.get_or_insert_default().insert(rest, leaf),
            Some((Segment::Greedy(_), _)) => {
                match self.tails.iter_mut().find(|tail| is_equivalent(&tail.segments, segments)) {
                    Some(tail) => tail.leaves.push(leaf),
                    None => self.tails.push(Tail { segments: segments.to_vec(), leaves: vec![leaf] }),
                }
                self.tails.sort_by_key(|tail| specificity(&tail.segments));
            }
        }
    }
}

/// Sort key of the tails of a node, most specific first.
fn specificity(segments: &[Segment]) -> Vec<Reverse<u8>> {
    let rank = |segment: &Segment| match segment {
        Segment::Greedy(_) => 1,
        Segment::Label(_) => 2,
        Segment::Literal(_) => 3,
    };
    // The end of the pattern is less specific than any segment.
    segments.iter().map(rank).chain([0]).map(Reverse).collect()
}

/// Whether two patterns are equal, apart from names of labels.
fn is_equivalent(one: &[Segment], other: &[Segment]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|pair| match pair {
            (Segment::Literal(one), Segment::Literal(other)) => one == other,
            (Segment::Label(_), Segment::Label(_)) | (Segment::Greedy(_), Segment::Greedy(_)) => true,
            _ => false,
        })
}

/// The search for the operation of a request.
pub(super) struct Search<'r, 'n> {
    head: &'r request::Parts,
    path: &'r str,
    parameters: &'n Parameters,
    /// Those of the request, once an operation depends on them.
    found: OnceCell<HashSet<(&'static str, &'static str)>>,
    /// Values of the labels up to now.
    pub(super) values: Vec<&'r str>,
    /// Methods of operations that match apart from their method.
    pub(super) allowed: Vec<&'static str>,
}

impl<'r, 'n> Search<'r, 'n> {
    pub(super) fn new(head: &'r request::Parts, parameters: &'n Parameters) -> Self {
        let path = head.uri.path();
        let path = path.strip_prefix('/').unwrap_or(path);
        let found = OnceCell::new();
        Self { head, path, parameters, found, values: Vec::new(), allowed: Vec::new() }
    }

    pub(super) fn run(&mut self, root: &'n Node) -> Option<&'n Leaf> {
        let segments: Vec<&'r str> = if self.path.is_empty() { Vec::new() } else { self.path.split('/').collect() };
        self.walk(root, &segments)
    }

    fn walk(&mut self, node: &'n Node, segments: &[&'r str]) -> Option<&'n Leaf> {
        let (first, rest) = match segments {
            // A trailing slash is ignored (spec: "Literal character sequences").
            [] | [""] => return self.leaf(&node.leaves),
            [first, rest @ ..] => (first, rest),
        };
        if let Some(next) = node.literals.get(*first)
            && let Some(leaf) = self.walk(next, rest)
        {
            return Some(leaf);
        }
        if let Some(next) = &node.label
            && !first.is_empty()
        {
            self.values.push(first);
            if let Some(leaf) = self.walk(next, rest) {
                return Some(leaf);
            }
            self.values.pop();
        }
        node.tails.iter().find_map(|tail| {
            let values = self.tail(&tail.segments, segments)?;
            let leaf = self.leaf(&tail.leaves)?;
            self.values.extend(values);
            Some(leaf)
        })
    }

    /// Matches segments against a pattern that begins with a greedy label. Returns the values of its labels.
    ///
    /// The parts between greedy labels are placed from right to left, each as far right as possible. That gives the
    /// longest value to the first greedy label, in time that does not depend on the number of ways to place them.
    fn tail(&self, pattern: &[Segment], segments: &[&'r str]) -> Option<Vec<&'r str>> {
        let is_greedy = |segment: &Segment| matches!(segment, Segment::Greedy(_));
        // A trailing slash belongs to a greedy label at the end, and is ignored elsewhere.
        let segments = match segments.split_last() {
            Some((&"", before)) if !pattern.last().is_some_and(is_greedy) => before,
            _ => segments,
        };
        let mut values = Vec::new();
        let (mut pattern, mut stop, mut is_last) = (pattern, segments.len(), true);
        while let Some(greedy) = pattern.iter().rposition(is_greedy) {
            let (before, part) = (pattern.get(..greedy)?, pattern.get(greedy + 1..)?);
            let value = |start: usize| self.joined(segments.get(start + part.len()..stop).unwrap_or_default());
            let is_place = |start: &usize| segments.get(*start..).is_some_and(|segments| fits(part, segments));
            let start = if is_last {
                stop.checked_sub(part.len()).filter(is_place)?
            } else {
                let latest = stop.checked_sub(part.len() + 1)?;
                let start = (0..=latest).rev().find(|start| is_place(start) && !value(*start).is_empty())?;
                values.push(value(start));
                start
            };
            let labels = part.iter().zip(segments.get(start..)?);
            let labels = labels.filter(|(segment, _)| matches!(segment, Segment::Label(_)));
            values.extend(labels.map(|(_, text)| *text).rev());
            (pattern, stop, is_last) = (before, start, false);
        }
        let first = self.joined(segments.get(..stop)?);
        values.push(first);
        values.reverse();
        (!first.is_empty()).then_some(values)
    }

    /// Returns the part of the path with these segments.
    fn joined(&self, segments: &[&'r str]) -> &'r str {
        let offset = |text: &str| text.as_ptr() as usize - self.path.as_ptr() as usize;
        match (segments.first(), segments.last()) {
            (Some(first), Some(last)) => self.path.get(offset(first)..offset(last) + last.len()).unwrap_or_default(),
            _ => "",
        }
    }

    /// The operation that fits best; of several that fit equally well, the first.
    fn leaf(&mut self, leaves: &'n [Leaf]) -> Option<&'n Leaf> {
        let mut fitting = leaves.iter().filter(|leaf| self.head.method == leaf.method && self.has_literals(leaf));
        let found = fitting.next().map(|first| {
            let best = (first, None);
            let best = fitting.fold(best, |(best, fit), other| {
                let fit = fit.unwrap_or_else(|| self.fit(best));
                let other_fit = self.fit(other);
                if other_fit > fit { (other, Some(other_fit)) } else { (best, Some(fit)) }
            });
            best.0
        });
        if found.is_none() {
            let others = leaves.iter().filter(|leaf| self.has_literals(leaf)).map(|leaf| leaf.method);
            let others: Vec<&'static str> = others.collect();
            self.allowed.extend(others);
        }
        found
    }

    fn fit(&self, leaf: &Leaf) -> Fit {
        let present = leaf.optional.iter().filter(|(name, _)| self.has(name, ""));
        let literals = || leaf.query.iter().chain(present.clone());
        let has_required = leaf.parameters.iter().all(|name| self.has(name, ""))
            && leaf.headers.iter().all(|name| self.head.headers.contains_key(*name));
        Fit {
            literals: literals().count(),
            values: literals().filter(|(_, value)| !value.is_empty()).count(),
            host: self.host_rank(leaf.host),
            required: if has_required { 1 + leaf.parameters.len() + leaf.headers.len() } else { 0 },
        }
    }

    /// Rank of the host: a longer prefix is better, and the prefix of another operation is worst.
    fn host_rank(&self, prefix: Option<&str>) -> usize {
        let host = self.head.headers.get(HOST).and_then(|host| host.to_str().ok());
        let host = host.or(self.head.uri.host()).unwrap_or_default();
        match prefix {
            None => 1,
            Some(prefix) if host.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)) => {
                1 + prefix.len()
            }
            Some(_) => 0,
        }
    }

    fn has_literals(&self, leaf: &Leaf) -> bool {
        leaf.query.iter().all(|(name, value)| self.has(name, value))
            && leaf.optional.iter().all(|(name, value)| !self.has(name, "") || self.has(name, value))
    }

    /// Whether the query has a parameter with this name and value. An empty value matches any.
    fn has(&self, name: &'static str, value: &'static str) -> bool {
        let Some(query) = self.head.uri.query() else { return false };
        self.found.get_or_init(|| self.parameters.find(query)).contains(&(name, value))
    }
}

/// Whether the segments begin with a part of a pattern without greedy labels.
fn fits(part: &[Segment], segments: &[&str]) -> bool {
    segments.len() >= part.len()
        && part.iter().zip(segments).all(|(segment, text)| match segment {
            Segment::Literal(literal) => literal == text,
            Segment::Label(_) | Segment::Greedy(_) => !text.is_empty(),
        })
}
