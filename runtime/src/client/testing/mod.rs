//! Transports and clients for tests of programs: recorded responses, faults, and mocks of operations. With the feature
//! `test-util`.
//!
//! [`Canned`](super::Canned), which needs no feature, returns prepared responses.

mod exchange;
mod faults;
mod mock;
mod recorder;
mod replayer;

pub use exchange::{Exchange, InvalidRecording};
pub use faults::{Faults, InjectedFault};
pub use mock::Mock;
pub(in crate::client) use recorder::Called;
pub use recorder::Recorder;
pub use replayer::Replayer;
