//! Parameters of forms, sorted so that those with a common prefix are adjacent.

use std::borrow::Cow;

use crate::codec::Error;
use crate::memory::Reading;
use crate::uri;

/// Parameters of a request.
#[derive(Debug)]
pub struct Form<'f>(Vec<Pair<'f>>);

#[derive(Debug)]
pub(super) struct Pair<'f> {
    key: Cow<'f, str>,
    value: Cow<'f, str>,
}

impl<'f> Form<'f> {
    /// Parses and unescapes forms.
    ///
    /// # Errors
    /// If a name or value is not UTF-8.
    pub fn parse(forms: &[&'f str], reading: &mut Reading) -> Result<Self, Error> {
        let count = forms.iter().map(|form| uri::parts(form).count()).sum::<usize>();
        // Sorting allocates the same size in addition.
        let charged = reading.budget.charge(count.saturating_mul(size_of::<Pair<'_>>() * 2));
        charged.map_err(|full| Error::new(String::new(), full.to_string()))?;
        let mut pairs = Vec::with_capacity(count);
        let text =
            |bytes| uri::text(bytes).ok_or_else(|| Error::new(String::new(), "a parameter is not UTF-8".to_owned()));
        for (key, value) in forms.iter().flat_map(|form| uri::pairs(form)) {
            pairs.push(Pair { key: text(key)?, value: text(value)? });
        }
        // Compares by segments, so that `a.b` directly follows `a`, and `a-b` follows both.
        pairs.sort_by(|left, right| left.key.split('.').cmp(right.key.split('.')));
        Ok(Self(pairs))
    }

    /// Returns the values of a parameter, in the order of the request.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |pair| pair.key == name).map(|pair| &*pair.value)
    }

    pub(super) fn root(&self) -> Node<'_, 'f> {
        Node { pairs: &self.0, at: 0 }
    }
}

/// Parameters whose names have a common prefix.
#[derive(Clone, Copy)]
pub(super) struct Node<'a, 'f> {
    pairs: &'a [Pair<'f>],
    /// Offset of the next segment in their names.
    at: usize,
}

impl<'a, 'f> Node<'a, 'f> {
    /// Value of the parameter whose name is the prefix.
    pub(super) fn value(self) -> Option<&'a str> {
        self.pairs.first().filter(|pair| pair.key.len() < self.at).map(|pair| &*pair.value)
    }

    /// Whether several parameters have the prefix as their name.
    pub(super) fn is_repeated(self) -> bool {
        self.pairs.get(1).is_some_and(|pair| pair.key.len() < self.at)
    }

    /// Returns the next segments with their parameters.
    pub(super) fn children(self) -> impl Iterator<Item = (&'a str, Node<'a, 'f>)> {
        let own = self.pairs.iter().take_while(|pair| pair.key.len() < self.at).count();
        let mut rest = self.pairs.get(own..).unwrap_or_default();
        let at = self.at;
        std::iter::from_fn(move || {
            let name = segment(rest.first()?, at);
            let count = rest.partition_point(|pair| segment(pair, at) == name);
            let (pairs, after) = rest.split_at(count);
            rest = after;
            Some((name, Node { pairs, at: at + name.len() + 1 }))
        })
    }

    /// Returns the parameters with this next segment.
    pub(super) fn child(self, name: &str) -> Option<Node<'a, 'f>> {
        self.children().find(|(found, _)| *found == name).map(|(_, node)| node)
    }
}

fn segment<'a>(pair: &'a Pair<'_>, at: usize) -> &'a str {
    let rest = pair.key.get(at..).unwrap_or_default();
    rest.split_once('.').map_or(rest, |(first, _)| first)
}
