//! Traits of a shape or member: nodes by trait ID, each with its typed value. Independent of particular traits.

use std::any::Any;
use std::fmt;
use std::sync::OnceLock;

use super::map::{self, OrderedMap};
use super::{Node, ShapeId, TraitProblem};
use crate::source::Span;

/// A known trait. [`Traits`] reads its values from nodes, once each.
pub trait Trait: Any + Send + Sync + Sized {
    /// Shape ID of its definition.
    const ID: &'static str;

    /// Reads a value.
    ///
    /// # Errors
    /// The node is not a valid value of the trait.
    fn read(node: &Node) -> Result<Self, Invalid>;

    /// Shape ID of its definition.
    fn id() -> ShapeId {
        ShapeId::known(Self::ID)
    }
}

/// The node is not a valid value of the trait.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{problem}")]
pub struct Invalid {
    /// The error.
    pub problem: TraitProblem,
    /// Location; [`Span::NONE`] means the whole value.
    pub span: Span,
    /// The rule that it violates.
    pub breaks: Breaks,
}

impl Invalid {
    /// The same error, reported by the loader.
    pub(crate) fn into_syntax(self) -> Self {
        Self { breaks: Breaks::Syntax, ..self }
    }
}

/// Rule that an invalid value violates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Breaks {
    /// The definition of the trait. Validation against the definition reports the error.
    Definition,
    /// A structure that rules depend on, or syntax that the definition cannot express, such as that of URI patterns.
    /// The loader reports the error.
    Syntax,
}

type Value = Box<dyn Any + Send + Sync>;

/// A node and its typed value.
struct Applied {
    node: Node,
    typed: OnceLock<Result<Value, Box<Invalid>>>,
}

impl Applied {
    fn new(node: Node) -> Self {
        Self { node, typed: OnceLock::new() }
    }

    /// The node, mutable. Drops the typed value.
    fn node_mut(&mut self) -> &mut Node {
        self.typed.take();
        &mut self.node
    }

    fn read<T: Trait>(&self) -> Result<&Value, &Invalid> {
        let read = || T::read(&self.node).map(|value| Box::new(value) as Value).map_err(Box::new);
        self.typed.get_or_init(read).as_ref().map_err(|error| &**error)
    }
}

impl Clone for Applied {
    fn clone(&self) -> Self {
        Self::new(self.node.clone())
    }
}

impl PartialEq for Applied {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
    }
}

/// Traits of a shape or member, in the order of the model. A typed value is read once and stored. Changing a node drops
/// its typed value, so the two always agree.
#[derive(Clone, Default, PartialEq)]
pub struct Traits(OrderedMap<ShapeId, Applied>);

impl Traits {
    /// Creates an empty collection.
    pub const fn new() -> Self {
        Self(OrderedMap::new())
    }

    /// The value of a trait; `None` if it is not applied or its node is invalid.
    pub fn get<T: Trait>(&self) -> Option<&T> {
        self.0.get(T::ID)?.read::<T>().ok()?.downcast_ref()
    }

    /// The error of an invalid node.
    pub fn invalid<T: Trait>(&self) -> Option<&Invalid> {
        self.0.get(T::ID)?.read::<T>().err()
    }

    /// Whether a trait is applied.
    pub fn has<T: Trait>(&self) -> bool {
        self.0.contains_key(T::ID)
    }

    /// The node of a trait, for locations of parts of a value, and for values that are documents.
    pub fn node<T: Trait>(&self) -> Option<&Node> {
        self.node_of(T::ID)
    }

    /// The location of the value of a trait. [`Span::NONE`] if no source applies it.
    pub fn place_of<T: Trait>(&self) -> Span {
        self.node::<T>().map_or(Span::NONE, |node| node.span)
    }

    /// The node of the trait with this absolute ID, which may be unknown.
    pub fn node_of(&self, id: &str) -> Option<&Node> {
        self.0.get(id).map(|applied| &applied.node)
    }

    /// The node of a trait, mutable.
    pub fn node_mut(&mut self, id: &str) -> Option<&mut Node> {
        self.0.get_mut(id).map(Applied::node_mut)
    }

    /// Whether the trait with this absolute ID is applied.
    pub fn contains(&self, id: &str) -> bool {
        self.0.contains_key(id)
    }

    /// Applies a trait, and returns the old node. A trait that is already applied keeps its position.
    pub fn insert(&mut self, id: ShapeId, node: Node) -> Option<Node> {
        self.0.insert(id, Applied::new(node)).map(|old| old.node)
    }

    /// Applies a known trait.
    pub fn put<T: Trait>(&mut self, node: Node) {
        self.insert(T::id(), node);
    }

    /// Removes a trait.
    pub fn remove<T: Trait>(&mut self) -> Option<Node> {
        self.0.remove(T::ID).map(|old| old.node)
    }

    /// Keeps the traits for which the function returns true.
    pub fn retain(&mut self, mut keep: impl FnMut(&ShapeId, &Node) -> bool) {
        self.0.retain(|id, applied| keep(id, &applied.node));
    }

    /// Number of traits.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are no traits.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// IDs and nodes, in order.
    pub fn iter(&self) -> Iter<'_> {
        Iter(self.0.iter())
    }

    /// IDs, in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &ShapeId> {
        self.0.keys()
    }

    /// Nodes, in order.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Node> {
        self.0.values().map(|applied| &applied.node)
    }

    /// Nodes, mutable, in order.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut Node> {
        self.0.values_mut().map(Applied::node_mut)
    }

    /// Makes room for exactly this number of further traits.
    pub fn reserve_exact(&mut self, more: usize) {
        self.0.reserve_exact(more);
    }

    /// Releases unused capacity.
    pub fn shrink_to_fit(&mut self) {
        self.0.shrink_to_fit();
    }
}

impl fmt::Debug for Traits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self).finish()
    }
}

impl Extend<(ShapeId, Node)> for Traits {
    fn extend<I: IntoIterator<Item = (ShapeId, Node)>>(&mut self, traits: I) {
        for (id, node) in traits {
            self.insert(id, node);
        }
    }
}

impl FromIterator<(ShapeId, Node)> for Traits {
    fn from_iter<I: IntoIterator<Item = (ShapeId, Node)>>(traits: I) -> Self {
        let mut all = Self::new();
        all.extend(traits);
        all
    }
}

/// Borrowed IDs and nodes, in order.
#[derive(Clone)]
pub struct Iter<'m>(map::Iter<'m, ShapeId, Applied>);

impl<'m> Iterator for Iter<'m> {
    type Item = (&'m ShapeId, &'m Node);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(id, applied)| (id, &applied.node))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl DoubleEndedIterator for Iter<'_> {
    fn next_back(&mut self) -> Option<Self::Item> {
        self.0.next_back().map(|(id, applied)| (id, &applied.node))
    }
}

impl ExactSizeIterator for Iter<'_> {}

impl<'m> IntoIterator for &'m Traits {
    type Item = (&'m ShapeId, &'m Node);
    type IntoIter = Iter<'m>;

    fn into_iter(self) -> Iter<'m> {
        self.iter()
    }
}

/// IDs and nodes, in order.
pub struct IntoIter(map::IntoIter<ShapeId, Applied>);

impl Iterator for IntoIter {
    type Item = (ShapeId, Node);

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next().map(|(id, applied)| (id, applied.node))
    }
}

impl IntoIterator for Traits {
    type Item = (ShapeId, Node);
    type IntoIter = IntoIter;

    fn into_iter(self) -> IntoIter {
        IntoIter(self.0.into_iter())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::{Breaks, Invalid, Trait, Traits};
    use crate::model::{Node, TraitProblem};
    use crate::source::Span;

    static READ: AtomicUsize = AtomicUsize::new(0);

    struct Color(String);

    impl Trait for Color {
        const ID: &'static str = "example#color";

        fn read(node: &Node) -> Result<Self, Invalid> {
            READ.fetch_add(1, Ordering::Relaxed);
            let problem = || TraitProblem::UnexpectedType { expected: "string", found: node.kind() };
            let invalid = || Invalid { problem: problem(), span: Span::NONE, breaks: Breaks::Definition };
            node.as_str().map(|text| Self(text.to_owned())).ok_or_else(invalid)
        }
    }

    fn color(traits: &Traits) -> &str {
        traits.get::<Color>().map_or("", |color| &color.0)
    }

    #[test]
    fn a_value_is_read_once_for_each_node() {
        let mut traits = Traits::new();
        traits.put::<Color>(Node::string("red"));
        assert_eq!((color(&traits), color(&traits)), ("red", "red"));
        assert_eq!(READ.load(Ordering::Relaxed), 1);

        *traits.node_mut(Color::ID).expect("it was put") = Node::string("blue");
        assert_eq!(color(&traits), "blue");
        traits.put::<Color>(Node::string("green"));
        assert_eq!(color(&traits), "green");
        assert_eq!(color(&traits.clone()), "green");

        traits.values_mut().for_each(|node| *node = Node::empty_object());
        assert!(traits.has::<Color>() && traits.get::<Color>().is_none());
        let problem = TraitProblem::UnexpectedType { expected: "string", found: "object" };
        assert_eq!(traits.invalid::<Color>().expect("no string").problem, problem);

        traits.remove::<Color>();
        assert!(traits.invalid::<Color>().is_none() && !traits.has::<Color>());
    }
}
