//! Modules that earlier versions of the generator wrote from `model.smithy`, one for each version of generated code that
//! the runtime supports, except the newest. They are frozen: never generate or format them again, and change nothing
//! else in them, because they stand for the code of users. If the runtime no longer supports a version, remove its
//! module. If the version of generated code increases, add a module that the last generator of the old version writes.
//!
//! Modules `v10` and `v13` have `style = "aws-sdk"`, which is what is new in them.

#[rustfmt::skip]
pub mod v10;
#[rustfmt::skip]
pub mod v11;
#[rustfmt::skip]
pub mod v12;
#[rustfmt::skip]
pub mod v13;
#[rustfmt::skip]
pub mod v14;
#[rustfmt::skip]
pub mod v15;
#[rustfmt::skip]
pub mod v16;
#[rustfmt::skip]
pub mod v9;
