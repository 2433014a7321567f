//! AWS partitions, and the domains of their endpoints.

use std::borrow::Cow;

/// An AWS partition that the runtime does not know, or whose domains differ. For
/// [`Config::partition`](super::Config::partition).
///
/// ```
/// use whitesmith_runtime::client::{Config, Partition};
/// let partition = Partition::new("aws-lab", "lab.example").regions(["lab-east-1"]).dual_stack("dual.lab.example");
/// let config = Config::new().region("lab-east-1").partition(partition);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Partition {
    pub(super) name: Text,
    /// Domain of endpoints.
    pub(super) suffix: Text,
    /// Domain of dual-stack endpoints.
    pub(super) dual_stack_suffix: Text,
    /// Region of services without regions.
    pub(super) global_region: Text,
    /// Whether there are dual-stack endpoints by default.
    pub(super) has_dual_stack: bool,
    /// Whether there are FIPS endpoints by default.
    pub(super) has_fips: bool,
    /// Prefix of region names.
    prefix: Option<Text>,
    /// Names of regions without the prefix.
    regions: Vec<String>,
}

type Text = Cow<'static, str>;

/// The default partition, also for unknown regions.
static AWS: Partition = Partition::known(("aws", "us", "us-east-1"), ("amazonaws.com", "api.aws"));

static OTHERS: [Partition; 7] = [
    Partition::known(("aws-cn", "cn", "cn-northwest-1"), ("amazonaws.com.cn", "api.amazonwebservices.com.cn")),
    Partition::known(("aws-us-gov", "us-gov", "us-gov-west-1"), ("amazonaws.com", "api.aws")),
    Partition::known(("aws-iso", "us-iso", "us-iso-east-1"), ("c2s.ic.gov", "api.aws.ic.gov")),
    Partition::known(("aws-iso-b", "us-isob", "us-isob-east-1"), ("sc2s.sgov.gov", "api.aws.scloud")),
    Partition::known(("aws-iso-e", "eu-isoe", "eu-isoe-west-1"), ("cloud.adc-e.uk", "api.cloud-aws.adc-e.uk")),
    Partition::known(("aws-iso-f", "us-isof", "us-isof-south-1"), ("csp.hci.ic.gov", "api.aws.hci.ic.gov")),
    Partition::known(("aws-eusc", "eusc-de", "eusc-de-east-1"), ("amazonaws.eu", "api.amazonwebservices.eu")),
];

impl Partition {
    /// Creates a partition with its name and the domain of its endpoints, such as `amazonaws.com`. It has FIPS
    /// endpoints, no dual-stack endpoints, and no regions.
    pub fn new(name: impl Into<String>, domain: impl Into<String>) -> Self {
        let (name, suffix) = (Cow::Owned(name.into()), Text::Owned(domain.into()));
        Self {
            name,
            dual_stack_suffix: suffix.clone(),
            suffix,
            global_region: Cow::Borrowed(""),
            has_dual_stack: false,
            has_fips: true,
            prefix: None,
            regions: Vec::new(),
        }
    }

    /// Adds regions of the partition.
    #[must_use]
    pub fn regions<R: Into<String>>(mut self, names: impl IntoIterator<Item = R>) -> Self {
        self.regions.extend(names.into_iter().map(Into::into));
        self
    }

    /// Adds all regions with names of the form `{prefix}-{word}-{number}`.
    #[must_use]
    pub fn region_prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = Some(Cow::Owned(prefix.into()));
        self
    }

    /// Sets the domain of dual-stack endpoints.
    #[must_use]
    pub fn dual_stack(mut self, domain: impl Into<String>) -> Self {
        self.dual_stack_suffix = Cow::Owned(domain.into());
        self.has_dual_stack = true;
        self
    }

    /// Sets that there are no FIPS endpoints.
    #[must_use]
    pub fn without_fips(mut self) -> Self {
        self.has_fips = false;
        self
    }

    /// Sets the region for signatures of services without regions. Default: none.
    #[must_use]
    pub fn global_region(mut self, region: impl Into<String>) -> Self {
        self.global_region = Cow::Owned(region.into());
        self
    }

    /// Creates a partition with its name, prefix and global region, and its domains: of all and of dual-stack
    /// endpoints.
    const fn known(
        (name, prefix, global_region): (&'static str, &'static str, &'static str),
        (suffix, dual_stack_suffix): (&'static str, &'static str),
    ) -> Self {
        Self {
            name: Cow::Borrowed(name),
            suffix: Cow::Borrowed(suffix),
            dual_stack_suffix: Cow::Borrowed(dual_stack_suffix),
            global_region: Cow::Borrowed(global_region),
            has_dual_stack: true,
            has_fips: true,
            prefix: Some(Cow::Borrowed(prefix)),
            regions: Vec::new(),
        }
    }

    /// Whether a region name has the form of this partition: `{prefix}-{word}-{number}` or `{name}-global`.
    fn has(&self, region: &str) -> bool {
        let prefix = self.prefix.as_deref();
        let rest = prefix.and_then(|prefix| region.strip_prefix(prefix)).and_then(|rest| rest.strip_prefix('-'));
        let is_numbered = rest.and_then(|rest| rest.split_once('-')).is_some_and(|(word, number)| {
            let is_word = word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
            is_word && !word.is_empty() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        let is_listed = self.regions.iter().any(|listed| listed == region);
        is_listed || is_numbered || region.strip_suffix("-global") == Some(&self.name)
    }
}

/// Partitions of a configuration, in addition to those of AWS.
#[derive(Clone, Debug, Default)]
pub(crate) struct Partitions {
    /// They precede those of AWS.
    pub(super) own: Vec<Partition>,
}

impl Partitions {
    /// Whether a host is in the domain of a partition's endpoints.
    pub(super) fn have(&self, host: &str) -> bool {
        let mut domains = self.own.iter().chain([&AWS]).chain(&OTHERS).map(|partition| &*partition.suffix);
        domains.any(|domain| host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.')))
    }

    /// Returns the partition of a region.
    pub(super) fn of(&self, region: &str) -> &Partition {
        self.own.iter().chain(&OTHERS).find(|partition| partition.has(region)).unwrap_or(&AWS)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_region_determines_its_partition() {
        let regions = [
            ("eu-central-1", "aws"),
            ("aws-global", "aws"),
            ("cn-north-1", "aws-cn"),
            ("aws-cn-global", "aws-cn"),
            ("us-gov-west-1", "aws-us-gov"),
            ("us-iso-east-1", "aws-iso"),
            ("us-isob-east-1", "aws-iso-b"),
            ("eusc-de-east-1", "aws-eusc"),
        ];
        for (region, partition) in regions {
            assert_eq!(Partitions::default().of(region).name, partition, "{region}");
        }
    }

    #[test]
    fn an_unknown_region_is_in_the_largest_partition() {
        for region in ["local", "cn", "us-gov-", "us-gov-west-1a", ""] {
            assert_eq!(Partitions::default().of(region).name, "aws", "{region}");
        }
    }

    #[test]
    fn configured_partitions_precede_those_of_aws() {
        let lab = Partition::new("lab", "lab.example").region_prefix("lab").regions(["us-gov-west-1"]);
        let partitions = Partitions { own: vec![lab] };
        for region in ["lab-north-1", "lab-global", "us-gov-west-1"] {
            assert_eq!(partitions.of(region).name, "lab", "{region}");
        }
        assert_eq!(partitions.of("us-gov-east-1").name, "aws-us-gov");
    }
}
