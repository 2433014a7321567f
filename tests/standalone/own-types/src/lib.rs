//! A server whose structures, unions, lists and maps are types of its own.

use std::collections::BTreeMap;

use whitesmith_runtime::constraint::Violation;
use whitesmith_runtime::server::RequestContext;
use whitesmith_runtime::{Custom, CustomType};

whitesmith_runtime::include_service!("canvas");

use canvas::errors::RepeatError;
use canvas::server::Canvas;
use canvas::types as wire;
use canvas::types::{RepeatInput, RepeatOutput};

/// A size that is not higher than wide.
#[derive(Clone, Debug, PartialEq)]
pub struct Size {
    pub width: i32,
    pub height: i32,
    pub inner: Option<Box<Size>>,
}

impl CustomType for Size {
    type Wire = wire::Size;

    fn from_wire(wire: &wire::Size) -> Result<Self, Violation> {
        let (width, height) = (wire.width.into_inner(), wire.height);
        // Values inside are valid.
        let inner = wire.inner.as_ref().map(|inner| Box::new(Self::clone(inner)));
        if height > width { Err(Violation::expected("wider than high")) } else { Ok(Self { width, height, inner }) }
    }

    fn to_wire(&self) -> wire::Size {
        let size = wire::Size::builder().width(self.width).height(self.height);
        size.set_inner(self.inner.as_deref().cloned()).build().expect("a width above 0")
    }
}

/// A union without unknown variants.
#[derive(Clone, Debug, PartialEq)]
pub enum Figure {
    Circle(i32),
    Rectangle(Size),
}

impl CustomType for Figure {
    type Wire = wire::Figure;

    fn from_wire(wire: &wire::Figure) -> Result<Self, Violation> {
        match wire {
            wire::Figure::Radius(radius) => Ok(Self::Circle(*radius)),
            wire::Figure::Rectangle(size) => Ok(Self::Rectangle(Size::clone(size))),
            _ => Err(Violation::expected("a circle or a rectangle")),
        }
    }

    fn to_wire(&self) -> wire::Figure {
        match self {
            Self::Circle(radius) => wire::Figure::Radius(*radius),
            Self::Rectangle(size) => wire::Figure::Rectangle(size.clone().into()),
        }
    }
}

/// Two sizes.
#[derive(Clone, Debug, PartialEq)]
pub struct Sizes(pub [Size; 2]);

impl CustomType for Sizes {
    type Wire = Vec<Custom<Size>>;

    fn from_wire(wire: &[Custom<Size>]) -> Result<Self, Violation> {
        let [first, second] = wire else { return Err(Violation::expected("two sizes")) };
        Ok(Self([Size::clone(first), Size::clone(second)]))
    }

    fn to_wire(&self) -> Vec<Custom<Size>> {
        self.0.iter().cloned().map(Custom::new).collect()
    }
}

/// Figures by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Named(pub BTreeMap<String, Figure>);

impl CustomType for Named {
    type Wire = BTreeMap<String, Custom<Figure>>;

    fn from_wire(wire: &Self::Wire) -> Result<Self, Violation> {
        Ok(Self(wire.iter().map(|(name, figure)| (name.clone(), Figure::clone(figure))).collect()))
    }

    fn to_wire(&self) -> Self::Wire {
        self.0.iter().map(|(name, figure)| (name.clone(), figure.clone().into())).collect()
    }
}

/// Repeats drawings, twice as wide.
#[derive(Clone, Debug)]
pub struct Easel;

impl Canvas for Easel {
    async fn repeat(&self, input: RepeatInput, _: RequestContext) -> Result<RepeatOutput, RepeatError> {
        let mut drawing = input.drawing;
        let size = Size { width: 2 * drawing.size.width, ..Size::clone(&drawing.size) };
        drawing.size = size.into();
        Ok(RepeatOutput::builder().drawing(drawing).build()?)
    }
}
