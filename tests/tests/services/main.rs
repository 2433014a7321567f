//! Generated clients and servers over real sockets: every operation, the bytes on the wire, and what each side does with
//! messages that it should never have got.

mod bad_requests;
mod bad_responses;
mod checked;
mod end_to_end;
mod expressions;
mod semantics;
mod support;
mod waiters;
mod wire;
