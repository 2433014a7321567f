//! Addressing of S3 buckets, in the host or in the path.

use http::uri::Authority;

use super::partitions::Partitions;
use crate::reflect::{Ref, Reflect};
use crate::schema::OperationSchema;

/// Settings of S3.
///
/// ```
/// use whitesmith_runtime::client::{Config, S3Addressing, S3Settings};
/// let mut settings = S3Settings::default();
/// settings.addressing = S3Addressing::Path;
/// let config = Config::new().s3(settings);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct S3Settings {
    /// Location of the bucket name.
    pub addressing: S3Addressing,
    /// Whether to use dual-stack endpoints. Default: the setting of the configuration.
    pub dual_stack: bool,
    /// Whether to use S3 Transfer Acceleration.
    pub accelerate: bool,
    /// Whether requests for an access point go to the region of its ARN, rather than fail in other regions. They do by
    /// default.
    pub use_arn_region: bool,
    /// Whether requests for Multi-Region Access Points fail.
    pub disable_multi_region_access_points: bool,
    /// Whether requests for directory buckets are signed with the credentials of the client, rather than those of a
    /// session.
    pub disable_express_session_auth: bool,
    /// Whether requests in the region us-east-1 go to `s3.amazonaws.com`.
    pub use_global_endpoint: bool,
}

impl Default for S3Settings {
    fn default() -> Self {
        Self {
            addressing: S3Addressing::default(),
            dual_stack: false,
            accelerate: false,
            use_arn_region: true,
            disable_multi_region_access_points: false,
            disable_express_session_auth: false,
            use_global_endpoint: false,
        }
    }
}

/// Location of a bucket name in requests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub enum S3Addressing {
    /// In the host of AWS endpoints if the name is a host label, else in the path.
    #[default]
    Auto,
    /// In the path.
    Path,
    /// In the host if the name is a host label, else in the path.
    Virtual,
}

/// Whether the endpoint belongs to AWS.
#[cfg(feature = "rules")]
pub(super) fn is_aws_endpoint(url: &str, partitions: &Partitions) -> bool {
    url.parse::<http::Uri>().is_ok_and(|url| url.host().is_some_and(|host| partitions.have(host)))
}

/// Returns the path without the bucket name of the URI pattern, because the endpoint contains it.
pub(super) fn without_bucket<'p>(operation: &OperationSchema, path: &'p str) -> &'p str {
    let has_bucket = operation.http.is_some_and(|http| {
        http.uri.strip_prefix("/{Bucket}").is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']))
    });
    let bucket = path.strip_prefix('/').filter(|_| has_bucket);
    bucket.map_or(path, |rest| rest.find(['/', '?']).map_or("", |end| &rest[end..]))
}

/// Returns authority and path, if the bucket name is in the host.
pub(super) fn address(
    (settings, partitions): (S3Settings, &Partitions),
    authority: &Authority,
    path: &str,
    input: &dyn Reflect,
) -> Option<(Authority, String)> {
    let is_aws = partitions.have(authority.host());
    if settings.addressing == S3Addressing::Path || (settings.addressing == S3Addressing::Auto && !is_aws) {
        return None;
    }
    let index = input.schema().members.iter().position(|member| member.name == "Bucket")?;
    let Ref::Str(bucket) = input.get(index) else { return None };
    if !can_be_in_host(bucket) {
        return None;
    }
    let rest = path.strip_prefix('/')?.strip_prefix(bucket)?;
    let rest = if rest.starts_with('/') { rest.to_owned() } else { format!("/{rest}") };
    // Hosts of other providers are not changed.
    let host = if is_aws { host(settings, authority.as_str()) } else { authority.to_string() };
    let authority = format!("{bucket}.{host}").parse().ok()?;
    Some((authority, rest))
}

/// Returns the host of AWS for the settings.
fn host(settings: S3Settings, host: &str) -> String {
    match (settings.accelerate, settings.dual_stack) {
        (true, false) => "s3-accelerate.amazonaws.com".to_owned(),
        (true, true) => "s3-accelerate.dualstack.amazonaws.com".to_owned(),
        (false, true) if !host.contains("dualstack") => host.replacen("s3.", "s3.dualstack.", 1),
        (false, _) => host.to_owned(),
    }
}

/// Whether a bucket name is a host label. A name with dots would not match the certificate of the endpoint.
fn can_be_in_host(bucket: &str) -> bool {
    (3..=63).contains(&bucket.len())
        && bucket.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && !bucket.starts_with('-')
        && !bucket.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::super::partitions::Partition;
    use super::*;
    use crate::reflect::Value;
    use crate::schema::{Schema, prelude};
    use crate::{member, structure};

    static INPUT: Schema = Schema::structure("example#Input", &[member!("Bucket", prelude::STRING)]);

    struct Input {
        bucket: String,
    }
    structure! { Input: INPUT { bucket } }

    fn addressed(settings: S3Settings, host: &str, bucket: &str, path: &str) -> Option<String> {
        let mut input = Input::blank(crate::reflect::Fill::VALUE);
        bucket.clone_into(&mut input.bucket);
        let authority = host.parse().expect("a host");
        address((settings, &Partitions::default()), &authority, path, &input)
            .map(|(authority, path)| format!("{authority}{path}"))
    }

    const AWS: &str = "s3.eu-central-1.amazonaws.com";

    #[test]
    fn buckets_are_in_the_host_at_aws() {
        let found = addressed(S3Settings::default(), AWS, "maps", "/maps/a/b?x=1");
        assert_eq!(found.as_deref(), Some("maps.s3.eu-central-1.amazonaws.com/a/b?x=1"));
        let found = addressed(S3Settings::default(), AWS, "maps", "/maps?list-type=2");
        assert_eq!(found.as_deref(), Some("maps.s3.eu-central-1.amazonaws.com/?list-type=2"));
    }

    #[test]
    fn buckets_are_in_the_path_elsewhere() {
        assert_eq!(addressed(S3Settings::default(), "localhost:9000", "maps", "/maps"), None);
        assert_eq!(addressed(S3Settings::default(), AWS, "with.dots", "/with.dots"), None);
        let path = S3Settings { addressing: S3Addressing::Path, ..S3Settings::default() };
        assert_eq!(addressed(path, AWS, "maps", "/maps"), None);
    }

    #[test]
    fn partitions_of_the_configuration_are_those_of_aws() {
        let lab = Partitions { own: vec![Partition::new("lab", "lab.example")] };
        for (host, is_known) in [("s3.lab.example", true), ("lab.example", false), ("s3.notlab.example", false)] {
            assert_eq!(lab.have(host), is_known, "{host}");
        }
    }

    #[test]
    fn settings_choose_the_endpoint() {
        let dual = S3Settings { dual_stack: true, ..S3Settings::default() };
        let found = addressed(dual, AWS, "maps", "/maps");
        assert_eq!(found.as_deref(), Some("maps.s3.dualstack.eu-central-1.amazonaws.com/"));
        let fast = S3Settings { accelerate: true, ..S3Settings::default() };
        assert_eq!(addressed(fast, AWS, "maps", "/maps").as_deref(), Some("maps.s3-accelerate.amazonaws.com/"));
    }
}
