//! Maximum sizes of request bodies: of the configuration, or of the `@length` of members.

use super::Lowering;
use crate::components;
use crate::config::BodyLimit;
use crate::hash::HashMap;
use crate::ir::{Literal, Setting};
use crate::model::{Member, Model, Operation, Shape, ShapeId, ShapeType, Traits};
use crate::traits::{HttpPayload, Length, Streaming};

const MIB: u64 = 1024 * 1024;
/// Room for all members that the model does not limit. Servers accept twice as much by default.
const ROOM: u64 = MIB;
/// Models of others may have limits that no server could keep in memory.
const MOST: u64 = 64 * MIB;
/// Bytes that a byte of a blob may need: base64, whose symbols some clients of forms escape.
const OF_BYTE: u64 = 4;
/// Bytes that a character of a string may need: two `\uXXXX` of JSON, or four `%XX` of forms.
const OF_CHARACTER: u64 = 12;

/// The size in bytes of a value of each shape whose members have their maximum length, and whose lists and maps have
/// one element. Parts that the model does not limit, and those that may contain the whole, count as empty.
pub(super) struct Sizes<'m>(HashMap<&'m ShapeId, u64>);

impl<'m> Sizes<'m> {
    pub(super) fn new(model: &'m Model, closure: &[&'m Shape]) -> Self {
        let parts =
            |id| model.shape(id).into_iter().flat_map(|shape| shape.members.values().map(|member| &member.target));
        let mut sizes = Self(HashMap::default());
        // Components that are reachable from this one have been visited.
        for component in components::components(closure.iter().map(|shape| &shape.id), parts) {
            let own: Vec<_> = component.iter().filter_map(|id| model.shape(id)).collect();
            let found: Vec<_> = own.iter().map(|shape| (&shape.id, sizes.of(model, shape))).collect();
            sizes.0.extend(found);
        }
        sizes
    }

    fn of(&self, model: &Model, shape: &Shape) -> u64 {
        let members = shape.members.values().map(|member| self.of_member(model, member));
        match shape.kind {
            ShapeType::Union => members.max().unwrap_or_default(),
            _ => members.fold(0, u64::saturating_add),
        }
    }

    fn of_member(&self, model: &Model, member: &Member) -> u64 {
        let Some(target) = model.shape(&member.target) else { return 0 };
        let length = length_of(&member.traits).or_else(|| length_of(&target.traits));
        match (target.kind, length) {
            (ShapeType::Blob | ShapeType::String, _) if target.has::<Streaming>() => 0,
            (ShapeType::Blob, Some(length)) if member.traits.has::<HttpPayload>() => length,
            (ShapeType::Blob, Some(length)) => length.saturating_mul(OF_BYTE),
            (ShapeType::String, Some(length)) if member.traits.has::<HttpPayload>() => length.saturating_mul(4),
            (ShapeType::String, Some(length)) => length.saturating_mul(OF_CHARACTER),
            _ => self.0.get(&target.id).copied().unwrap_or_default(),
        }
    }
}

impl Lowering<'_> {
    /// The limit of an operation, if it is not the default of servers.
    pub(super) fn max_body(&self, shape: &Shape, body: &Operation, sizes: &Sizes<'_>) -> Option<Setting> {
        if !self.config.sides.has_server() {
            return None;
        }
        let named = |name: &str| self.config.max_body.iter().rfind(|limit| limit.operation == name);
        let configured = named(shape.id.name()).or_else(|| named(BodyLimit::OTHERS)).map(|limit| limit.bytes);
        let bytes = configured.or_else(|| {
            let size = sizes.0.get(&body.input).copied()?;
            (size > ROOM).then(|| size.saturating_add(ROOM).min(MOST))
        });
        bytes.map(|bytes| Setting::new("max_body", [Literal::Size(bytes)]))
    }
}

fn length_of(traits: &Traits) -> Option<u64> {
    traits.get::<Length>()?.max.and_then(|max| u64::try_from(max).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::ServiceConfig;
    use crate::diagnostic::Diagnostic;
    use crate::ir::Module;
    use crate::pipeline;
    use crate::source::{SourceMap, Span};

    /// The module of the service `a#V`, which has these shapes.
    fn lowered(shapes: &str, config: ServiceConfig) -> Result<Module, Vec<Diagnostic>> {
        let mut sources = SourceMap::default();
        sources.add("a.smithy", format!("$version: \"2.0\"\nnamespace a\n{shapes}\n"));
        let (model, found) = pipeline::model_accepting(&sources, &[]);
        let model = model.unwrap_or_else(|| panic!("{found:?}"));
        let config = ServiceConfig { id: "a#V".to_owned(), ..config };
        super::super::lower(&model, &config).map(|(module, _)| module)
    }

    /// The limits of operations whose input has a member of type `S`, and of one whose input has none.
    fn limits(shapes: &str, max_body: &[(&str, u64)]) -> Result<[Option<u64>; 2], Vec<Diagnostic>> {
        let service = "@smithy.protocols#rpcv2Cbor\nservice V { version: \"1\", operations: [Large, Small] }\n\
                       operation Large { input := { s: S } }\noperation Small { input := { n: Integer } }\n";
        let limit = |(operation, bytes): &(&str, u64)| BodyLimit {
            operation: (*operation).to_owned(),
            bytes: *bytes,
            span: Span::NONE,
        };
        let max_body = max_body.iter().map(limit).collect();
        let module = lowered(&format!("{service}{shapes}"), ServiceConfig { max_body, ..ServiceConfig::default() })?;
        let limit = |name: &str| {
            let operation = module.operations.iter().find(|operation| operation.wire_name == name)?;
            let found = operation.settings.iter().find(|setting| setting.method == "max_body")?;
            if let [Literal::Size(bytes)] = found.arguments.as_slice() { Some(*bytes) } else { None }
        };
        Ok([limit("Large"), limit("Small")])
    }

    fn of_model(shapes: &str) -> Option<u64> {
        let [large, small] = limits(shapes, &[]).expect("a valid model");
        assert_eq!(small, None);
        large
    }

    #[test]
    fn members_that_may_be_large_raise_the_limit() {
        assert_eq!(of_model("@length(max: 200000)\nblob S"), None, "it fits with the default");
        assert_eq!(of_model("@length(max: 3000000)\nblob S"), Some(12_000_000 + MIB), "escaped base64");
        assert_eq!(of_model("@length(max: 500000)\nstring S"), Some(6_000_000 + MIB), "escaped characters");
        assert_eq!(of_model("blob S"), None, "not limited by the model");
        assert_eq!(of_model("@length(min: 1)\nblob S"), None);
        assert_eq!(of_model("@length(max: 2147483647)\nblob S"), Some(MOST));
    }

    #[test]
    fn a_body_has_room_for_each_member_and_one_element() {
        let blob = "@length(max: 1500000)\nblob B";
        let size = |count: u64| Some(count * 6_000_000 + MIB);
        assert_eq!(of_model(&format!("structure S {{ a: B, b: T }}\nstructure T {{ c: B }}\n{blob}")), size(2));
        assert_eq!(of_model(&format!("union S {{ a: B, b: B }}\n{blob}")), size(1), "one variant");
        assert_eq!(of_model(&format!("@length(max: 100)\nlist S {{ member: B }}\n{blob}")), size(1));
        assert_eq!(of_model(&format!("structure S {{ a: B, others: L }}\nlist L {{ member: S }}\n{blob}")), size(1));
        assert_eq!(of_model("structure S { @length(max: 1500000) a: B }\n@length(max: 3)\nblob B"), size(1));
    }

    #[test]
    fn a_payload_is_not_encoded() {
        let shapes = "@aws.protocols#restJson1\nservice V { version: \"1\", operations: [Put] }\n\
                      @http(method: \"POST\", uri: \"/\")\noperation Put { input: S }\n\
                      structure S { @httpPayload @length(max: 3000000) a: Blob }";
        let module = lowered(shapes, ServiceConfig::default()).expect("lowered");
        let expected = Setting::new("max_body", [Literal::Size(3_000_000 + MIB)]);
        assert!(module.operations[0].settings.contains(&expected), "{:?}", module.operations[0].settings);
    }

    #[test]
    fn a_limit_of_no_bytes_is_refused() {
        let errors = limits("blob S", &[("*", 0), ("Small", 0), ("Large", 1)]).expect_err("two limits");
        let messages: Vec<_> = errors.iter().map(|error| error.message.as_str()).collect();
        assert_eq!(messages, ["`0` is not a valid size"; 2]);
    }

    #[test]
    fn the_configuration_has_precedence() {
        let blob = "@length(max: 3000000)\nblob S";
        assert_eq!(limits(blob, &[("*", 7), ("Small", 9)]).expect("lowered"), [Some(7), Some(9)]);
        assert_eq!(limits(blob, &[("Large", 7)]).expect("lowered"), [Some(7), None]);
        assert_eq!(limits(blob, &[("Large", 7), ("Large", 9)]).expect("lowered"), [Some(9), None], "the last");
        let errors = limits(blob, &[("Larje", 7)]).expect_err("an unknown operation");
        assert!(errors.len() == 1 && errors[0].message.contains("`Larje`"), "{errors:?}");
    }
}
