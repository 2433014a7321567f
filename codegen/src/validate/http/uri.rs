//! URI patterns and host prefixes: literals and labels (spec: "http trait", uri; "endpoint trait", hostPrefix).

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Segment<'t> {
    /// A literal.
    Literal(&'t str),
    /// `{name}`
    Label(&'t str),
    /// `{name+}`
    Greedy(&'t str),
}

impl<'t> Segment<'t> {
    /// Name of the label.
    pub(super) fn label(&self) -> Option<&'t str> {
        match self {
            Self::Literal(_) => None,
            Self::Label(name) | Self::Greedy(name) => Some(name),
        }
    }

    fn parse(text: &'t str) -> Self {
        match text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            None => Self::Literal(text),
            Some(inside) => inside.strip_suffix('+').map_or(Self::Label(inside), Self::Greedy),
        }
    }
}

/// A parsed URI pattern.
#[derive(Clone, Debug, Default)]
pub(super) struct Pattern<'t> {
    /// Segments of the path.
    pub(super) segments: Vec<Segment<'t>>,
    /// Literals of the query string.
    pub(super) query: Vec<(&'t str, &'t str)>,
}

impl<'t> Pattern<'t> {
    /// Parses a URI pattern.
    pub(super) fn of_uri(uri: &'t str) -> Self {
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        let segments = path.strip_prefix('/').unwrap_or(path).split('/').filter(|text| !text.is_empty());
        let literals = query.split('&').filter(|text| !text.is_empty());
        Self {
            segments: segments.map(Segment::parse).collect(),
            query: literals.map(|text| text.split_once('=').unwrap_or((text, ""))).collect(),
        }
    }

    /// Parses a host prefix, in which labels can be anywhere.
    pub(super) fn of_host(host: &'t str) -> Self {
        let mut segments = Vec::new();
        let mut rest = host;
        while let Some((literal, label)) = rest.split_once('{') {
            let Some((label, after)) = label.split_once('}') else { break };
            if !literal.is_empty() {
                segments.push(Segment::Literal(literal));
            }
            segments.push(Segment::Label(label));
            rest = after;
        }
        if !rest.is_empty() {
            segments.push(Segment::Literal(rest));
        }
        Self { segments, query: Vec::new() }
    }

    /// Names of labels, in order.
    pub(super) fn labels(&self) -> impl Iterator<Item = &'t str> {
        self.segments.iter().filter_map(Segment::label)
    }

    /// The label with this name, regardless of case.
    pub(super) fn label(&self, name: &str) -> Option<&Segment<'t>> {
        self.segments.iter().find(|segment| segment.label().is_some_and(|label| label.eq_ignore_ascii_case(name)))
    }

    /// The key for finding conflicts: the pattern without the names of labels. A literal and a label do not conflict.
    pub(super) fn shape(&self) -> String {
        let mut shape = String::new();
        for segment in &self.segments {
            shape.push('/');
            shape.push_str(match segment {
                Segment::Literal(text) => text,
                Segment::Label(_) => "{}",
                Segment::Greedy(_) => "{+}",
            });
        }
        let mut query = self.query.clone();
        query.sort_unstable();
        for (name, value) in query {
            shape.extend(["&", name, "=", value]);
        }
        shape
    }

    /// Pairs of segments, a label and a literal, up to the first two literals that differ.
    pub(super) fn mixed<'p>(&'p self, other: &'p Self) -> Vec<(&'p Segment<'t>, &'p Segment<'t>)> {
        let mut mixed = Vec::new();
        for (ours, theirs) in self.segments.iter().zip(&other.segments) {
            match (ours, theirs) {
                (Segment::Literal(a), Segment::Literal(b)) if a != b => break,
                (Segment::Literal(_), Segment::Literal(_))
                | (Segment::Label(_), Segment::Label(_))
                | (Segment::Greedy(_), Segment::Greedy(_)) => {}
                _ => mixed.push((ours, theirs)),
            }
        }
        mixed
    }
}

#[cfg(test)]
mod tests {
    use super::{Pattern, Segment};

    #[test]
    fn a_uri_has_segments_and_query_literals() {
        let pattern = Pattern::of_uri("/a/{b}/{c+}?d&e=f");
        assert_eq!(pattern.segments, [Segment::Literal("a"), Segment::Label("b"), Segment::Greedy("c")]);
        assert_eq!(pattern.query, [("d", ""), ("e", "f")]);
    }

    #[test]
    fn a_host_has_labels_anywhere() {
        let pattern = Pattern::of_host("a-{b}.{c}");
        let wanted = [Segment::Literal("a-"), Segment::Label("b"), Segment::Literal("."), Segment::Label("c")];
        assert_eq!(pattern.segments, wanted);
    }

    #[test]
    fn names_of_labels_do_not_tell_patterns_apart_but_literals_do() {
        let same = |a, b| Pattern::of_uri(a).shape() == Pattern::of_uri(b).shape();
        assert!(same("/a/{b}", "/a/{c}"));
        assert!(!same("/a/{b}", "/a/{b+}"));
        assert!(!same("/a/{b}", "/a/c"));
        assert!(!same("/a?x", "/a?y"));
        assert!(!same("/a?x", "/a"));
        assert!(same("/a?x=1&y", "/a?y&x=1"));
    }
}
