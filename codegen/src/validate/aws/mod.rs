//! Rules of the `aws.*` traits, one file for each family.

mod arn;
mod checksum;
mod discovery;
mod protocols;
mod service;
mod tagging;

pub(super) use arn::{arn_templates, arns};
pub(super) use checksum::checksums;
pub(super) use discovery::discovery;
pub(super) use protocols::{error_codes, error_renames, payloads};
pub(super) use service::{cloudwatch, event_source, sdk_id, signing_names};
pub(super) use tagging::{property_names, property_types, resources, service_operations, tag_enabled};
