//! Streams of bytes that protocols cannot send.

use crate::diagnostic::{Diagnostic, GenerationFacts, List, Severity};
use crate::ir::Routing;
use crate::model::{Model, Shape, ShapeType};
use crate::traits::{Protocol, Streaming};

/// Protocols without HTTP bindings send documents, so that calls of operations with a stream of bytes fail.
pub(super) fn unsendable(model: &Model, service: &Shape, operations: &[&Shape]) -> Option<Diagnostic> {
    let by_name = Protocol::of(&service.traits).filter(|protocol| protocol.routing() == Routing::Name);
    let protocols: Vec<&'static str> = by_name.map(Protocol::shape_id).collect();
    if protocols.is_empty() {
        return None;
    }
    let is_stream = |target: &Shape| target.kind == ShapeType::Blob && target.has::<Streaming>();
    let sides = operations.iter().filter_map(|shape| {
        let operation = shape.as_operation()?;
        let sides = [&operation.input, &operation.output].into_iter().filter_map(|id| model.shape(id));
        let has_stream =
            |side: &Shape| side.members.values().any(|member| model.shape(&member.target).is_some_and(is_stream));
        sides.into_iter().any(has_stream).then(|| shape.id.name().to_owned())
    });
    let names: Vec<String> = sides.collect();
    (!names.is_empty()).then(|| {
        let facts = GenerationFacts::UnsendableStreams { protocols: List(protocols), operations: List(names) };
        Diagnostic::of(Severity::Warning, "codegen.StreamNotSupported", facts, service.span)
            .with_shape(&service.id)
            .with_help(
                "use a protocol with HTTP bindings, such as `@aws.protocols#restJson1`, or a blob without `@streaming`",
            )
    })
}
