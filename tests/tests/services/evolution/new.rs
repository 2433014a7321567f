//! The program for the model after its changes.

use golden::evolution_new as payments;

pub(super) use self::user::pay;

#[allow(clippy::duplicate_mod, reason = "one program is compiled against two models")]
#[path = "user.rs"]
mod user;
