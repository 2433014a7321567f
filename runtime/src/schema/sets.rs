//! Which traits the members of a shape have.

use super::Member;

/// Summary of the members' traits, so that readers can skip checks that no member needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct MemberSets {
    /// Bit set of those of the first 64 members that are required or have a default.
    pub(crate) noted: u64,
    /// Whether any member is required and has no default.
    pub(crate) required: bool,
    /// Whether any member has a default.
    pub(crate) defaults: bool,
    /// Whether any member has a `@jsonName`.
    pub(crate) json_names: bool,
    /// Whether any member has `@xmlAttribute`.
    pub(crate) xml_attributes: bool,
    /// Whether a member has `alloy#jsonUnknown`.
    pub(crate) json_unknown: bool,
}

impl MemberSets {
    /// The compiler evaluates this for each schema, and a call takes longer than a comparison: `default` is matched
    /// once.
    #[allow(clippy::redundant_pattern_matching, reason = "see above")]
    #[inline]
    pub(super) const fn of(members: &[Member]) -> Self {
        let mut sets = Self {
            noted: 0,
            required: false,
            defaults: false,
            json_names: false,
            xml_attributes: false,
            json_unknown: false,
        };
        let mut rest = members;
        let mut bit = 1;
        while let [member, after @ ..] = rest {
            if let Some(_) = member.traits.default {
                sets.noted |= bit;
                sets.defaults = true;
            } else if member.required {
                sets.noted |= bit;
                sets.required = true;
            }
            if let Some(_) = member.traits.json_name {
                sets.json_names = true;
            }
            sets.xml_attributes |= member.traits.xml_attribute;
            sets.json_unknown |= member.traits.json_unknown;
            bit <<= 1;
            rest = after;
        }
        sets
    }
}
