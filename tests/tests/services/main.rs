//! Generated clients and servers over sockets: every operation, bytes on the wire, and invalid messages.

mod authentication;
mod bad_requests;
mod bad_responses;
mod built;
mod checked;
mod custom_types;
mod end_to_end;
mod endpoint_rules;
mod evolution;
#[rustfmt::skip]
#[allow(clippy::unreadable_literal, reason = "numbers of the model have no separators")]
mod examples;
mod expressions;
mod fitting;
mod frozen_names;
mod pages;
mod refusals;
mod retries;
mod secrets;
mod simple_rest_json;
mod storage;
mod stored;
mod support;
mod versions;
mod waiters;
mod wire;
mod xml_errors;
