//! Rules of the `aws.*` traits, one file for each family.

mod arn;
mod checksum;
mod cloud_formation;
mod discovery;
mod endpoints;
mod gateway;
mod iam;
mod protocols;
mod service;
mod tagging;

pub(super) use arn::{ARN_TEMPLATES, ARNS};
pub(super) use checksum::CHECKSUMS;
pub(super) use cloud_formation::{MUTABILITIES, PROPERTIES};
pub(super) use discovery::DISCOVERY_RULE;
pub(super) use endpoints::SPECIAL_CASES;
pub(super) use gateway::{AUTHORIZERS_RULE, ENDPOINT_CONFIGURATION, RESPONSES_AND_CORS};
pub(super) use iam::{ACTIONS, CONDITION_KEY_RULE, RESOURCES_RULE};
pub(super) use protocols::{ERROR_CODES, ERROR_RENAMES, PAYLOADS};
pub(super) use service::{CLOUDWATCH, EVENT_SOURCE, SDK_ID, SIGNING_NAMES};
pub(super) use tagging::{PROPERTY_NAMES, PROPERTY_TYPES, RESOURCES, SERVICE_OPERATIONS, TAG_ENABLED_RULE};
