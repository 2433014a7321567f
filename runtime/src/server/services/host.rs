//! Endpoint prefixes in hosts.

/// Domains of hosts that begin with endpoint prefixes.
const DOMAINS: &[&str] = &[
    "amazonaws.com",
    "amazonaws.com.cn",
    "amazonaws.eu",
    "api.aws",
    "api.amazonwebservices.com.cn",
    "api.amazonwebservices.eu",
    "c2s.ic.gov",
    "sc2s.sgov.gov",
    "cloud.adc-e.uk",
    "csp.hci.ic.gov",
    "on.aws",
    "localhost",
];

/// Maximum number of labels before the domain that are looked at.
const LABELS: usize = 8;

/// Returns the first part of a host that `is_prefix` accepts, from right to left: the endpoint prefix comes before the
/// region, and after names of buckets and accounts. `data.iot` is one prefix.
pub(super) fn prefix<'h, T>(host: &'h str, domains: &[String], find: impl Fn(&'h str) -> Option<T>) -> Option<T> {
    let known = DOMAINS.iter().copied().chain(domains.iter().map(String::as_str));
    let before =
        known.filter_map(|domain| host.strip_suffix(domain)?.strip_suffix('.')).min_by_key(|rest| rest.len())?;
    let ends = std::iter::once(before.len()).chain(before.rmatch_indices('.').map(|(at, _)| at));
    ends.take(LABELS).find_map(|end| {
        let part = before.get(..end)?;
        let starts = part.match_indices('.').map(|(at, _)| at + 1);
        let starts: Vec<usize> = starts.collect();
        let first = starts.len().saturating_sub(LABELS);
        let whole = (first == 0).then_some(0);
        whole.into_iter().chain(starts.into_iter().skip(first)).find_map(|start| find(part.get(start..)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(host: &str) -> Option<&str> {
        let domains = ["example.com".to_owned()];
        prefix(host, &domains, |part| ["sqs", "s3", "iot", "data.iot"].contains(&part).then_some(part))
    }

    #[test]
    fn the_endpoint_prefix_is_before_the_region_and_after_other_names() {
        for (host, expected) in [
            ("sqs.eu-central-1.amazonaws.com", Some("sqs")),
            ("sqs.amazonaws.com", Some("sqs")),
            ("sqs.cn-north-1.amazonaws.com.cn", Some("sqs")),
            ("sqs.eusc-de-east-1.amazonaws.eu", Some("sqs")),
            ("data.iot.eu-central-1.amazonaws.com", Some("data.iot")),
            ("sqs.files.s3.eu-central-1.amazonaws.com", Some("s3")),
            ("123456789012.sqs.eu-central-1.api.aws", Some("sqs")),
            ("sqs.localhost", Some("sqs")),
            ("sqs.test.example.com", Some("sqs")),
            ("sqs.example.org", None),
            ("localhost", None),
            ("", None),
            (".amazonaws.com", None),
            ("..amazonaws.com", None),
        ] {
            assert_eq!(found(host), expected, "{host}");
        }
    }
}
