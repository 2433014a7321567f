//! The program for the model before its changes.

use golden::evolution_old as payments;

pub(super) use self::user::pay;

#[allow(clippy::duplicate_mod, reason = "one program is compiled against two models")]
#[path = "user.rs"]
mod user;
