//! Facts of changes of generated modules, and their words.

use super::facts;
use super::parts::List;
use super::{Limit, LimitChange, SettingChange};

facts! {
    /// Facts of changes of generated modules.
    ApiFacts

    AddedModule { module: String }
        "added module `{module}`",
    RemovedModule { module: String }
        "removed module `{module}`",
    AddedItem { what: &'static str, path: String }
        "added {what} `{path}`",
    RemovedItem { what: &'static str, path: String }
        "removed {what} `{path}`",
    ReplacedItem { path: String, old: &'static str, new: &'static str }
        "changed `{path}` from {old} to {new}",
    ChangedItem { what: &'static str, path: String, old: String, new: String }
        "changed {what} `{path}` from `{old}` to `{new}`",
    ReboundItem { what: &'static str, path: String, old: String, new: String }
        "{what} `{path}` stands for `{new}` instead of `{old}`",
    DeprecatedItem { what: &'static str, path: String }
        "deprecated {what} `{path}`",
    ReorderedVariants { path: String }
        "changed the order of variants of `{path}`, which implements `Ord`",
    ChangedDefault {}
        "an absent value is read as another default",
    ChangedMessages { shape: String, setting: &'static str }
        "messages differ in `{setting}` of `{shape}`",
    ChangedSetting { shape: String, setting: &'static str, change: SettingChange, decides: &'static str }
        "`{setting}` of `{shape}` was {change}: {decides}",
    ChangedItems { operation: String }
        "pages of `{operation}` have other items",
    ChangedPages { operation: String }
        "pages of `{operation}` are requested by other members",
    ChangedWaiter { waiter: String }
        "the waiter `{waiter}` has other conditions or delays",
    ChangedEndpoints { shape: String }
        "requests to `{shape}` may have another endpoint",
    ChangedMaxBody { operation: String, old: u64, new: u64 }
        "the maximum size of requests to `{operation}` changed from {old} to {new} bytes",
    ChangedWireName { what: &'static str, old: String, new: String }
        "messages have the {what} `{new}` instead of `{old}`",
    RemovedOperation { operation: String }
        "operation `{operation}` is no longer served",
    ChangedEnumValue { variant: String, old: String, new: String }
        "the value of `{variant}` changed from `{old}` to `{new}`",
    AddedProtocol { protocol: String }
        "protocol {protocol} was added",
    PreferredProtocol { protocol: String }
        "new clients use {protocol}, which servers of the old model do not support",
    RemovedProtocol { protocol: String }
        "protocol {protocol} was removed",
    ChangedAuth { setting: &'static str }
        "`{setting}` of authentication changed",
    RequiredAuth { operation: String, schemes: List<String> }
        "`{operation}` requires authentication: {schemes}",
    OptionalAuth { operation: String }
        "`{operation}` no longer requires authentication",
    AddedScheme { operation: String, scheme: String }
        "authentication by {scheme} was added to `{operation}`",
    RemovedScheme { operation: String, scheme: String }
        "authentication by {scheme} was removed from `{operation}`",
    ReorderedSchemes { operation: String, schemes: List<String> }
        "authentication of `{operation}` has another order of priority: {schemes}",
    AddedLimit { limit: Limit, value: String, change: LimitChange }
        "{limit} {value} was added ({change})",
    RemovedLimit { limit: Limit, value: String, change: LimitChange }
        "{limit} {value} was removed ({change})",
    ChangedLimit { limit: Limit, old: String, new: String, change: LimitChange }
        "{limit} {old} became {new} ({change})",
    AddedPattern { pattern: String, change: LimitChange }
        "pattern `{pattern}` was added ({change})",
    RemovedPattern { pattern: String, change: LimitChange }
        "pattern `{pattern}` was removed ({change})",
    ChangedPattern { old: String, new: String, change: LimitChange }
        "pattern `{old}` became `{new}` ({change})",
    AddedUniqueness { change: LimitChange }
        "elements must be unique ({change})",
    RemovedUniqueness { change: LimitChange }
        "elements need no longer be unique ({change})",
    AddedRequiredMember {}
        "a required member without a default was added",
    RequiredMember {}
        "became required",
    OptionalMember {}
        "became optional",
    RemovedStoredType {}
        "stored values of the removed type cannot be read",
    RemovedStoredMember {}
        "the stored value of the removed member is dropped when it is read",
    RemovedStoredVariant {}
        "the stored value of the removed member cannot be read",
    AddedStoredMember {}
        "stored values gain a member",
    RemovedStoredNulls {}
        "stored null elements cannot be read",
    RemovedStoredValues { values: List<String> }
        "stored values cannot be read: {values}",
    AddedStoredValue {}
        "stored values gain a value",
    AddedStoredValues {}
        "stored values gain other values",
    WiderStoredType { old: String, new: String }
        "stored values become a wider type: {old} to {new}",
    ChangedStoredType {}
        "stored values have another type",
}
