//! Facts of changes that `diff` reports, and their messages.

use std::fmt::{self, Display, Formatter};

use serde::Serialize;

use super::{ApiFacts, BreakingEffect, List, facts};
use crate::diagnostic::Severity;
use crate::model::{Node, ShapeId};

facts! {
    /// Facts of changes that `diff` reports.
    DiffFacts

    AddedShape { shape_type: &'static str, shape: ShapeId }
        "Added {shape_type} `{shape}`",
    RemovedShape { shape_type: &'static str, shape: ShapeId }
        "Removed {shape_type} `{shape}`",
    AddedTraitDefinition { shape: ShapeId }
        "Trait definition `{shape}` was added",
    RemovedTraitDefinition { shape: ShapeId }
        "Trait definition `{shape}` was removed",
    ChangedType { shape: ShapeId, old: &'static str, new: &'static str }
        "Shape `{shape}` type was changed from `{old}` to `{new}`.",
    AddedMetadata { key: String, new: Json }
        "Metadata key `{key}` was added with the following value: {new}",
    ChangedMetadata { key: String, old: Json, new: Json }
        "Metadata key `{key}` was changed from {old} to {new}",
    RemovedMetadata { key: String, old: Json }
        "Metadata key `{key}` was removed with the following value: {old}",
    ReorderedMembers { shape_type: &'static str }
        "{shape_type} shape members were reordered. This can cause ABI compatibility issues in languages like C and C++ \
         where the layout and alignment of a data structure matters.",
    Nullability { member: String, change: Nullability }
        "Member `{member}` changed {change}",
    NullabilityByTrait { member: String, change: Nullability, reason: NullabilityReason }
        "Member `{member}` changed {change}: {reason}",
    BecameRequired { member: String }
        "Member `{member}` became required. Clients that leave it out still compile, and servers refuse what they send.",
    BecameOptional { member: String }
        "Member `{member}` is not required any more.",
    ChangedTarget {
        member: ShapeId,
        old: ShapeId,
        old_type: &'static str,
        new: ShapeId,
        new_type: &'static str,
        effect: TargetEffect,
    }
        "The shape targeted by the member `{member}` changed from `{old}` ({old_type}) to `{new}` ({new_type}). {effect}",
    AddedOperationError { error: ShapeId, operation: ShapeId }
        "The `{error}` error was added to the `{operation}` operation. This is backward-compatible if the error is only \
         encountered as a result of a change in behavior of the client (for example, the client sends a new parameter \
         to an operation).",
    RemovedOperationError { error: ShapeId, operation: ShapeId }
        "The `{error}` error was removed from the `{operation}` operation.",
    AddedServiceError { error: ShapeId, service: ShapeId }
        "The `{error}` error was added to the `{service}` service, making this error common to all operations within \
         the service. This is backward-compatible if the error is only encountered as a result of a change in behavior \
         of the client (for example, the client sends a new parameter to an operation).",
    RemovedServiceError { error: ShapeId, service: ShapeId }
        "The `{error}` error was removed from the `{service}` service. This means that it is no longer considered an \
         error common to all operations within the service.",
    ChangedInput { operation: ShapeId, old: ShapeId, new: ShapeId }
        "Changed operation input of `{operation}` from `{old}` to `{new}`",
    ChangedOutput { operation: ShapeId, old: ShapeId, new: ShapeId }
        "Changed operation output of `{operation}` from `{old}` to `{new}`",
    ChangedIdentifiers { resource: ShapeId, old: Identifiers, new: Identifiers }
        "Identifiers of resource `{resource}` changed from {old} to {new}.",
    AddedRename { shape: ShapeId, new: String }
        "Service rename of `{shape}` to `{new}` was added to an old shape",
    ChangedRename { shape: ShapeId, old: String, new: String }
        "Service rename of `{shape}` was changed from `{old}` to `{new}`",
    RemovedRename { shape: ShapeId, old: String }
        "Service rename of `{shape}` to `{old}` was removed",
    ChangedVersion { old: String, new: String }
        "The version of the service changed from `{old}` to `{new}`.",
    AddedBinding { bound: BoundKind, shape: ShapeId, holder_type: &'static str, holder: ShapeId }
        "{bound} binding of `{shape}` was added to the {holder_type} shape, `{holder}`",
    RemovedBinding { bound: BoundKind, shape: ShapeId, holder_type: &'static str, holder: ShapeId }
        "{bound} binding of `{shape}` was removed from {holder_type} shape, `{holder}`",
    MovedBinding { shape: ShapeId, holder_type: &'static str, holder: ShapeId }
        "Operation binding of `{shape}` was removed from {holder_type} shape, `{holder}`, but the operation remains in \
         the service closure through a resource",
    ReplacedScheme { old: &'static str, new: &'static str, shape: ShapeId, risk: MigrationRisk }
        "The `{old}` authentication scheme was replaced by the `{new}` authentication scheme in the effective auth \
         schemes for `{shape}`. Replacing the `aws.auth#sigv4` authentication scheme with the `aws.auth#sigv4a` \
         authentication scheme directly {risk}",
    MovedScheme { first: &'static str, second: &'static str, shape: ShapeId, risk: MigrationRisk }
        "The `{first}` authentication scheme was moved before the `{second}` authentication scheme in the effective \
         auth schemes for `{shape}`. Moving the `{first}` authentication scheme before the `{second}` authentication \
         scheme {risk}",
    AddedScheme { first: &'static str, second: &'static str, shape: ShapeId, risk: MigrationRisk }
        "The `{first}` authentication scheme was added before the `{second}` authentication scheme in the effective \
         auth schemes for `{shape}`. Adding the `{first}` authentication scheme before an existing `{second}` \
         authentication scheme {risk}",
    AddedTrait { name: ShapeId }
        "Added trait `{name}`",
    AddedTraitValue { name: ShapeId, new: TraitValue }
        "Added trait `{name}` with value {new}",
    AddedTraitPart { name: ShapeId, path: String, new: TraitValue }
        "Added trait contents to `{name}` at path `{path}` with value {new}",
    ChangedTraitValue { name: ShapeId, old: TraitValue, new: TraitValue }
        "Changed trait `{name}` from {old} to {new}",
    ChangedTraitPart { name: ShapeId, path: String, old: TraitValue, new: TraitValue }
        "Changed trait contents of `{name}` at path `{path}` from {old} to {new}",
    RemovedTrait { name: ShapeId }
        "Removed trait `{name}`",
    RemovedTraitValue { name: ShapeId, old: TraitValue }
        "Removed trait `{name}`. Previous trait value: {old}",
    RemovedTraitPart { name: ShapeId, path: String, old: TraitValue }
        "Removed trait contents from `{name}` at path `{path}`. Removed value: {old}",
    AppendedEnumValue { value: String }
        "Enum value `{value}` was appended",
    InsertedEnumValue { value: String }
        "Enum value `{value}` was inserted before the end of the list of existing values. This can cause compatibility \
         issues when ordinal values are used for iteration, serialization, etc.",
    RemovedEnumValue { value: String }
        "Enum value `{value}` was removed",
    RenamedEnumValue { value: String, old: String, new: String }
        "Enum `name` changed from `{old}` to `{new}` for the `{value}` value",
    RaisedMinimum { name: &'static str, old: String, new: String }
        "{name} trait value `min` was made more restrictive by raising from {old} to {new}",
    LoweredMaximum { name: &'static str, old: String, new: String }
        "{name} trait value `max` was made more restrictive by lowering from {old} to {new}",
    AddedRootDefault { new: Json }
        "Adding the @default trait to a root-level shape will break previously generated code. Added @default: {new}",
    AddedMemberDefault { new: Json }
        "Adding the @default trait to a member without also adding the @addedDefault trait will break previously \
         generated code. Added @default: {new}",
    ChangedRootDefault { old: Json, new: Json }
        "Changing the @default value of a root-level shape will break previously generated code. Old value: {old}. New \
         value: {new}",
    DefaultFromZero { old: Json, new: Json }
        "The @default trait of this member changed from the zero value of the target shape, `{old}`, to a value that is \
         not the zero value, `{new}`. This will break previously generated code.",
    DefaultToZero { old: Json, new: Json }
        "The @default trait of this member changed from something other than the zero value of the target shape, \
         `{old}`, to the zero value, `{new}`. This will break previously generated code.",
    ChangedMemberDefault { old: Json, new: Json }
        "Changing the @default value of a member is dangerous and could break previously generated code or lead to \
         subtle errors. Do this only when strictly necessary. Old value: {old}. New value: {new}",
    Breaks { audiences: Audiences, change: ApiFacts, effect: BreakingEffect }
        "Breaks {audiences}: {change}. {effect}",
    ChangedGeneratedCode { change: ApiFacts }
        "The generated code changed: {change}",
}

impl DiffFacts {
    /// The ID of the other shape that a change of errors, bindings or renames is about.
    pub(crate) fn subject(&self) -> Option<&ShapeId> {
        match self {
            Self::AddedOperationError { error, .. }
            | Self::RemovedOperationError { error, .. }
            | Self::AddedServiceError { error, .. }
            | Self::RemovedServiceError { error, .. } => Some(error),
            Self::AddedBinding { shape, .. }
            | Self::RemovedBinding { shape, .. }
            | Self::MovedBinding { shape, .. }
            | Self::AddedRename { shape, .. }
            | Self::ChangedRename { shape, .. }
            | Self::RemovedRename { shape, .. } => Some(shape),
            _ => None,
        }
    }

    /// The trait that was added, changed or removed.
    pub(crate) fn changed_trait(&self) -> Option<&ShapeId> {
        match self {
            Self::AddedTrait { name }
            | Self::AddedTraitValue { name, .. }
            | Self::AddedTraitPart { name, .. }
            | Self::ChangedTraitValue { name, .. }
            | Self::ChangedTraitPart { name, .. }
            | Self::RemovedTrait { name }
            | Self::RemovedTraitValue { name, .. }
            | Self::RemovedTraitPart { name, .. } => Some(name),
            _ => None,
        }
    }
}

/// A value as indented JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Json(String);

impl Json {
    pub(crate) fn of(node: &Node) -> Self {
        Self(crate::export::pretty(node))
    }
}

impl Display for Json {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A value of a trait, or of a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum TraitValue {
    /// The value is absent.
    Absent,
    /// A string.
    Text(String),
    /// Any other value.
    Json(Json),
}

impl TraitValue {
    pub(crate) fn of(node: Option<&Node>) -> Self {
        match node {
            None => Self::Absent,
            Some(node) => match node.as_str() {
                Some(text) => Self::Text(text.to_owned()),
                None => Self::Json(Json::of(node)),
            },
        }
    }
}

/// Simple values in backticks, others in a code block.
impl Display for TraitValue {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Absent => f.write_str("`null`"),
            Self::Text(text) => write!(f, "`{text}`"),
            Self::Json(json) if json.0.contains('\n') => write!(f, "\n```\n{json}\n```\n"),
            Self::Json(json) => write!(f, "`{json}`"),
        }
    }
}

/// A change of whether clients may omit a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Nullability {
    /// The member may no longer be omitted.
    NonNullable,
    /// The member may be omitted.
    Nullable,
}

impl Display for Nullability {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NonNullable => "from nullable to non-nullable",
            Self::Nullable => "from non-nullable to nullable",
        })
    }
}

/// A trait that changed whether clients may omit a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum NullabilityReason {
    /// The structure became an input.
    AddedInput {
        /// The structure.
        shape: ShapeId,
    },
    /// The structure is no longer an input.
    RemovedInput {
        /// The structure.
        shape: ShapeId,
    },
    /// A required member became optional for clients.
    AddedClientOptional,
    /// A required member is no longer optional for clients.
    RemovedClientOptional,
    /// The member became required.
    AddedRequired {
        /// The type of the target, if some generators always make such members optional.
        target: Option<&'static str>,
    },
    /// The member is no longer required.
    RemovedRequired {
        /// The type of the target, if some generators always make such members optional.
        target: Option<&'static str>,
    },
    /// A member that was optional has a default.
    AddedDefault,
    /// The default became null.
    AddedNullDefault {
        /// The old default.
        old: Json,
    },
    /// The default is no longer null.
    RemovedNullDefault {
        /// The new default.
        new: Json,
    },
}

impl NullabilityReason {
    /// The severity of the change, and the last part of its event ID.
    pub(crate) fn event(&self) -> (Severity, &'static str) {
        match self {
            Self::AddedInput { .. } => (Severity::Danger, "AddedInputTrait"),
            Self::RemovedInput { .. } => (Severity::Error, "RemovedInputTrait"),
            Self::AddedClientOptional => (Severity::Error, "AddedClientOptionalTrait"),
            Self::RemovedClientOptional => (Severity::Error, "RemovedClientOptionalTrait"),
            Self::AddedRequired { target: None } => (Severity::Error, "AddedRequiredTrait"),
            Self::AddedRequired { target: Some(_) } => (Severity::Warning, "AddedRequiredTrait.StructureOrUnion"),
            Self::RemovedRequired { target: None } => (Severity::Error, "RemovedRequiredTrait"),
            Self::RemovedRequired { target: Some(_) } => (Severity::Warning, "RemovedRequiredTrait.StructureOrUnion"),
            Self::AddedDefault => (Severity::Error, "AddedDefaultTrait"),
            Self::AddedNullDefault { .. } => (Severity::Error, "AddedNullDefault"),
            Self::RemovedNullDefault { .. } => (Severity::Error, "RemovedNullDefault"),
        }
    }
}

impl Display for NullabilityReason {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let of_aggregate = |f: &mut Formatter<'_>, what: &str, target: &str| {
            write!(
                f,
                "The {what} a member that targets a {target}. This is backward compatible in generators that always \
                 treat structures and unions as optional (e.g., AWS generators)"
            )
        };
        match self {
            Self::AddedInput { shape } => write!(f, "The `@input` trait was added to {shape}"),
            Self::RemovedInput { shape } => write!(f, "The `@input` trait was removed from {shape}"),
            Self::AddedClientOptional => f.write_str("The `@clientOptional` trait was added to a `@required` member."),
            Self::RemovedClientOptional => {
                f.write_str("The `@clientOptional` trait was removed from a `@required` member.")
            }
            Self::AddedRequired { target: None } => f.write_str("The `@required` trait was added to a member."),
            Self::AddedRequired { target: Some(target) } => of_aggregate(f, "`@required` trait was added to", target),
            Self::RemovedRequired { target: None } => f.write_str(
                "The @required trait was removed and not replaced with the @default trait and @addedDefault trait.",
            ),
            Self::RemovedRequired { target: Some(target) } => {
                of_aggregate(f, "@required trait was removed from", target)
            }
            Self::AddedDefault => {
                f.write_str("The `@default` trait was added to a member that was not previously `@required`.")
            }
            Self::AddedNullDefault { old } => {
                write!(f, "The `@default` trait was changed from `{old}` to `null`.")
            }
            Self::RemovedNullDefault { new } => {
                write!(f, "The `@default` trait was changed from `null` to `{new}`.")
            }
        }
    }
}

/// The effect of another target of a member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum TargetEffect {
    /// The targets have different types.
    OtherType {
        /// The old type.
        old: &'static str,
        /// The new type.
        new: &'static str,
    },
    /// The name of the target is visible in generated code.
    NamedType {
        /// The type of both targets.
        shape_type: &'static str,
    },
    /// The old target has this trait, which makes its name visible in generated code.
    NamedByTrait {
        /// ID of the trait.
        name: &'static str,
    },
    /// The targets are nested too deeply to be compared.
    TooDeep,
    /// The targets are compatible.
    Compatible,
    /// The targets have compatible differences.
    CompatibleDifferences(Vec<TargetDifference>),
    /// The targets have incompatible differences.
    Differences(Vec<TargetDifference>),
}

/// A difference between two targets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TargetDifference {
    /// Its severity.
    pub severity: &'static str,
    /// Its message.
    pub message: String,
}

impl Display for TargetEffect {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        const COMPATIBLE: &str = "This was determined backward compatible.";
        let list = |f: &mut Formatter<'_>, differences: &[TargetDifference]| {
            f.write_str("This will result in the following effective differences:\n")?;
            differences.iter().try_for_each(|TargetDifference { severity, message }| {
                let message = message.replace('\n', "\n  ");
                write!(f, "\n- [{severity}] {}", message.trim())
            })
        };
        match self {
            Self::OtherType { old, new } => {
                write!(f, "The type of the targeted shape changed from {old} to {new}.")
            }
            Self::NamedType { shape_type } => write!(f, "The name of a {shape_type} is significant."),
            Self::NamedByTrait { name } => write!(
                f,
                "The `{name}` trait was found on the target, so the name of the targeted shape matters for codegen."
            ),
            Self::TooDeep => f.write_str("The types differ in a way that is nested too deep to be compared."),
            Self::Compatible => f.write_str(COMPATIBLE),
            Self::CompatibleDifferences(differences) => {
                write!(f, "{COMPATIBLE} ")?;
                list(f, differences)
            }
            Self::Differences(differences) => list(f, differences),
        }
    }
}

/// Identifiers of a resource.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Identifiers(pub Vec<(String, ShapeId)>);

impl Display for Identifiers {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{{{}}}", List(self.0.iter().map(|(name, id)| format!("{name}={id}")).collect()))
    }
}

/// Kinds of shapes that are bound to a service or resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum BoundKind {
    /// An operation.
    Operation,
    /// A resource.
    Resource,
}

impl Display for BoundKind {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Operation => "Operation",
            Self::Resource => "Resource",
        })
    }
}

/// The risk of a migration between signature versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum MigrationRisk {
    /// Clients sign with version 4.
    ToSigv4,
    /// Clients sign with version 4a.
    ToSigv4a,
}

impl Display for MigrationRisk {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ToSigv4 => "may not be backward compatible if the signing scope was narrowed (typically from `*`).",
            Self::ToSigv4a => {
                "is not backward compatible since not all credentials usable by `aws.auth#sigv4` are compatible with \
                 `aws.auth#sigv4a`, and can break existing clients' authentication."
            }
        })
    }
}

/// Users of generated code that a change breaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Audiences(pub Vec<&'static str>);

impl Display for Audiences {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0.split_last() {
            Some((last, [])) => f.write_str(last),
            Some((last, others)) => write!(f, "{} and {last}", others.join(", ")),
            None => Ok(()),
        }
    }
}
