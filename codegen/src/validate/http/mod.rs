//! Rules about HTTP bindings (spec: "HTTP bindings").

mod bindings;
mod conflicts;
mod headers;
mod host;
mod ignored;
mod labels;
mod method;
mod uri;

pub(super) use bindings::{MISSING, PAYLOADS, RESPONSE_CODES, protocol_with};
pub(super) use conflicts::CONFLICTS;
pub(super) use headers::{HEADERS, PREFIX_HEADERS, QUERY, QUERY_PARAMS};
pub(super) use host::HOST_LABELS;
pub(super) use ignored::{IGNORED, IGNORED_TOKENS};
pub(super) use labels::{GREEDY, LABELS, URI_FORMAT};
pub(super) use method::SEMANTICS;

use crate::model::{Member, Shape, Trait};
use crate::traits::{
    HostLabel, HttpHeader, HttpLabel, HttpPayload, HttpPrefixHeaders, HttpQuery, HttpQueryParams, HttpResponseCode,
};

/// Where a member of an input is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Location {
    /// In a part of the message other than the body.
    Bound,
    /// As the body.
    Payload,
    /// A member of a document in the body.
    Document,
    /// Not sent: the body is another member.
    Unbound,
}

/// The message that a structure describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Request,
    Response,
}

/// Where the members of a structure are sent.
fn locations(structure: &Shape, side: Side) -> Vec<(&Member, Location)> {
    let has_payload = structure.members.values().any(super::super::model::Member::has::<HttpPayload>);
    let bound: &[&str] = match side {
        Side::Request => &[HttpHeader::ID, HttpPrefixHeaders::ID, HttpLabel::ID, HttpQuery::ID, HttpQueryParams::ID],
        Side::Response => &[HttpHeader::ID, HttpPrefixHeaders::ID, HttpResponseCode::ID],
    };
    let members = structure.members.values().map(|member| {
        let location = if bound.iter().any(|id| member.has_trait(id)) {
            Location::Bound
        } else if member.has::<HttpPayload>() {
            Location::Payload
        } else if member.has::<HostLabel>() && has_payload {
            // Host labels are not sent in the body.
            Location::Bound
        } else if has_payload {
            Location::Unbound
        } else {
            Location::Document
        };
        (member, location)
    });
    members.collect()
}
