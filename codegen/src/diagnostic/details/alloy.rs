//! Facts of diagnostics about the `alloy` traits, and their messages.

use super::facts;
use super::parts::List;
use crate::model::ShapeId;

facts! {
    /// Facts of diagnostics about the `alloy` traits.
    AlloyFacts

    NotAStructure { member: String }
        "Target of member '{member}' is not a structure shape",
    HasDiscriminator { member: String, discriminator: String }
        "Target of member '{member}' contains discriminator '{discriminator}'",
    SeveralUnknown { trait_id: &'static str }
        "{trait_id} trait was used multiple times within the same union, this is not allowed.",
    OperationWithoutHttp { protocol: &'static str }
        "Operations tied to {protocol} services must be annotated with the @http trait",
    OverriddenHeader { header: String }
        "Header named `{header}` may be overridden in client/server implementations",
    MissingParameters { members: List<String> }
        "Did not find pattern params for the following members: {members}",
    ParameterType { member: String, target: ShapeId }
        "Pattern params must target simple shapes only, but '{member}' targets '{target}'",
    OptionalParameter { member: String }
        "Pattern params must not target optional structure members, but '{member}' is optional",
}
