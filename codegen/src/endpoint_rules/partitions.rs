//! `aws.partition`: the AWS partition of a region.

use super::types::{Type, Value};

/// The result of `aws.partition`.
pub(super) const MEMBERS: [(&str, Type); 6] = [
    ("name", Type::String),
    ("dnsSuffix", Type::String),
    ("dualStackDnsSuffix", Type::String),
    ("supportsFIPS", Type::Boolean),
    ("supportsDualStack", Type::Boolean),
    ("implicitGlobalRegion", Type::String),
];

/// A partition of AWS.
pub(crate) struct Partition {
    pub(crate) name: &'static str,
    pub(crate) dns_suffix: &'static str,
    pub(crate) dual_stack_dns_suffix: &'static str,
    global_region: &'static str,
    /// Prefixes of its region names, before the direction and number.
    prefixes: &'static [&'static str],
}

/// The partitions. The runtime has the same ones. The first one applies to unknown regions.
pub(crate) const PARTITIONS: [Partition; 8] = [
    Partition {
        name: "aws",
        dns_suffix: "amazonaws.com",
        dual_stack_dns_suffix: "api.aws",
        global_region: "us-east-1",
        prefixes: &["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"],
    },
    Partition {
        name: "aws-cn",
        dns_suffix: "amazonaws.com.cn",
        dual_stack_dns_suffix: "api.amazonwebservices.com.cn",
        global_region: "cn-northwest-1",
        prefixes: &["cn"],
    },
    Partition {
        name: "aws-us-gov",
        dns_suffix: "amazonaws.com",
        dual_stack_dns_suffix: "api.aws",
        global_region: "us-gov-west-1",
        prefixes: &["us-gov"],
    },
    Partition {
        name: "aws-iso",
        dns_suffix: "c2s.ic.gov",
        dual_stack_dns_suffix: "api.aws.ic.gov",
        global_region: "us-iso-east-1",
        prefixes: &["us-iso"],
    },
    Partition {
        name: "aws-iso-b",
        dns_suffix: "sc2s.sgov.gov",
        dual_stack_dns_suffix: "api.aws.scloud",
        global_region: "us-isob-east-1",
        prefixes: &["us-isob"],
    },
    Partition {
        name: "aws-iso-e",
        dns_suffix: "cloud.adc-e.uk",
        dual_stack_dns_suffix: "api.cloud-aws.adc-e.uk",
        global_region: "eu-isoe-west-1",
        prefixes: &["eu-isoe"],
    },
    Partition {
        name: "aws-iso-f",
        dns_suffix: "csp.hci.ic.gov",
        dual_stack_dns_suffix: "api.aws.hci.ic.gov",
        global_region: "us-isof-south-1",
        prefixes: &["us-isof"],
    },
    Partition {
        name: "aws-eusc",
        dns_suffix: "amazonaws.eu",
        dual_stack_dns_suffix: "api.amazonwebservices.eu",
        global_region: "eusc-de-east-1",
        prefixes: &["eusc-de"],
    },
];

impl Partition {
    /// The partition of a region.
    pub(crate) fn of(region: &str) -> Option<&'static Self> {
        PARTITIONS.iter().find(|partition| partition.has(region)).or_else(|| PARTITIONS.first())
    }

    /// Whether it had no dual-stack endpoints before: cases of older models expect an error.
    pub(crate) fn gained_dual_stack(&self) -> bool {
        self.name.starts_with("aws-iso")
    }

    /// The name of a region of this partition that does not exist.
    pub(crate) fn unknown_region(&self) -> String {
        format!("{}-unknown-1", self.prefixes.first().unwrap_or(&self.name))
    }

    /// Whether a region has a name of this partition: `{prefix}-{word}-{number}`, or `{name}-global`.
    fn has(&self, region: &str) -> bool {
        let is_global = region.strip_suffix("-global") == Some(self.name);
        is_global
            || self.prefixes.iter().any(|prefix| {
                let rest = region.strip_prefix(prefix).and_then(|rest| rest.strip_prefix('-'));
                rest.and_then(|rest| rest.split_once('-')).is_some_and(|(word, number)| {
                    !word.is_empty()
                        && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
                        && !number.is_empty()
                        && number.bytes().all(|byte| byte.is_ascii_digit())
                })
            })
    }
}

/// The partition of a region.
pub(super) fn partition(arguments: &[Value]) -> Value {
    let [Value::String(region)] = arguments else { return Value::None };
    let Some(found) = Partition::of(region) else { return Value::None };
    let values = [
        Value::text(found.name),
        Value::text(found.dns_suffix),
        Value::text(found.dual_stack_dns_suffix),
        // All partitions have FIPS and dual-stack endpoints.
        Value::Boolean(true),
        Value::Boolean(true),
        Value::text(found.global_region),
    ];
    Value::Record(MEMBERS.iter().zip(values).map(|((name, _), value)| ((*name).to_owned(), value)).collect())
}
