//! The prelude's shapes that models target (spec: "Prelude model").

use crate::model::{Body, Node, Shape, ShapeId, ShapeType, Traits};
use crate::source::Span;

const SHAPES: [(&str, ShapeType); 21] = [
    ("String", ShapeType::String),
    ("Blob", ShapeType::Blob),
    ("BigInteger", ShapeType::BigInteger),
    ("BigDecimal", ShapeType::BigDecimal),
    ("Timestamp", ShapeType::Timestamp),
    ("Document", ShapeType::Document),
    ("Boolean", ShapeType::Boolean),
    ("Byte", ShapeType::Byte),
    ("Short", ShapeType::Short),
    ("Integer", ShapeType::Integer),
    ("Long", ShapeType::Long),
    ("Float", ShapeType::Float),
    ("Double", ShapeType::Double),
    ("PrimitiveBoolean", ShapeType::Boolean),
    ("PrimitiveByte", ShapeType::Byte),
    ("PrimitiveShort", ShapeType::Short),
    ("PrimitiveInteger", ShapeType::Integer),
    ("PrimitiveLong", ShapeType::Long),
    ("PrimitiveFloat", ShapeType::Float),
    ("PrimitiveDouble", ShapeType::Double),
    ("Unit", ShapeType::Structure),
];

/// The prelude's shapes.
pub(super) fn shapes() -> impl Iterator<Item = Shape> {
    SHAPES.iter().map(|(name, kind)| {
        let mut traits = Traits::new();
        if *name == "Unit" {
            traits.insert(ShapeId::from_parts("smithy.api", "unitType"), Node::empty_object());
        }
        Shape {
            id: ShapeId::from_parts("smithy.api", name),
            kind: *kind,
            span: Span::NONE,
            traits,
            members: crate::model::OrderedMap::new(),
            body: Body::None,
            mixins: Vec::new(),
        }
    })
}
