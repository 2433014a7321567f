//! URI patterns of `@http`.

/// A segment of a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Segment {
    /// Literal text.
    Literal(&'static str),
    /// `{name}`
    Label(&'static str),
    /// `{name+}`: one or more segments.
    Greedy(&'static str),
}

/// A URI pattern.
#[derive(Clone, Debug)]
pub(crate) struct Template {
    pub(crate) segments: Vec<Segment>,
    /// Query literals.
    pub(crate) query: Vec<(&'static str, &'static str)>,
}

impl Template {
    pub(crate) fn parse(uri: &'static str) -> Self {
        let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
        let segments = path.trim_start_matches('/').split('/').filter(|segment| !segment.is_empty());
        Self {
            segments: segments.map(segment).collect(),
            query: query
                .split('&')
                .filter(|pair| !pair.is_empty())
                .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
                .collect(),
        }
    }
}

fn segment(text: &'static str) -> Segment {
    match text.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
        Some(name) => name.strip_suffix('+').map_or(Segment::Label(name), Segment::Greedy),
        None => Segment::Literal(text),
    }
}
