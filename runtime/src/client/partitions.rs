//! AWS partitions, and the domains of their endpoints.

/// A partition.
#[derive(Debug)]
pub(super) struct Partition {
    pub(super) name: &'static str,
    /// Domain of endpoints.
    pub(super) suffix: &'static str,
    /// Domain of dual-stack endpoints.
    pub(super) dual_stack_suffix: &'static str,
    /// Whether there are dual-stack endpoints by default.
    pub(super) has_dual_stack: bool,
    /// Prefixes of region names.
    prefix: &'static str,
}

/// The default partition, also for unknown regions.
static AWS: Partition = Partition::new("aws", "amazonaws.com", "us").dual_stack("api.aws");

static OTHERS: [Partition; 7] = [
    Partition::new("aws-cn", "amazonaws.com.cn", "cn").dual_stack("api.amazonwebservices.com.cn"),
    Partition::new("aws-us-gov", "amazonaws.com", "us-gov").dual_stack("api.aws"),
    Partition::new("aws-iso", "c2s.ic.gov", "us-iso"),
    Partition::new("aws-iso-b", "sc2s.sgov.gov", "us-isob"),
    Partition::new("aws-iso-e", "cloud.adc-e.uk", "eu-isoe"),
    Partition::new("aws-iso-f", "csp.hci.ic.gov", "us-isof"),
    Partition::new("aws-eusc", "amazonaws.eu", "eusc-de").dual_stack("api.amazonwebservices.eu"),
];

impl Partition {
    const fn new(name: &'static str, suffix: &'static str, prefix: &'static str) -> Self {
        Self { name, suffix, dual_stack_suffix: suffix, has_dual_stack: false, prefix }
    }

    const fn dual_stack(mut self, suffix: &'static str) -> Self {
        self.dual_stack_suffix = suffix;
        self.has_dual_stack = true;
        self
    }

    /// Returns the partition of a region.
    pub(super) fn of(region: &str) -> &'static Self {
        OTHERS.iter().find(|partition| partition.has(region)).unwrap_or(&AWS)
    }

    /// Whether a region name has the form of this partition: `{prefix}-{word}-{number}` or `{name}-global`.
    fn has(&self, region: &str) -> bool {
        let rest = region.strip_prefix(self.prefix).and_then(|rest| rest.strip_prefix('-'));
        let is_numbered = rest.and_then(|rest| rest.split_once('-')).is_some_and(|(word, number)| {
            let is_word = word.bytes().all(|byte| byte.is_ascii_alphanumeric());
            is_word && !word.is_empty() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
        });
        is_numbered || region.strip_suffix("-global") == Some(self.name)
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
            assert_eq!(Partition::of(region).name, partition, "{region}");
        }
    }

    #[test]
    fn an_unknown_region_is_in_the_largest_partition() {
        for region in ["local", "cn", "us-gov-", "us-gov-west-1a", ""] {
            assert_eq!(Partition::of(region).name, "aws", "{region}");
        }
    }
}
