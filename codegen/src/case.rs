//! Cases of names. Names in models have words that their capitals do not show, such as `sourceServerIDs` or
//! `sizeInGiB`. This module gives these words regular capitals; `heck` splits and joins words.

use std::borrow::Cow;

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};

use crate::config::Style;

/// Words with capitals of their own, and as regular words.
const WORDS: [(&str, &str); 8] = [
    ("GiB", "Gib"),
    ("IoT", "Iot"),
    ("IpV4", "Ipv4"),
    ("IpV6", "Ipv6"),
    ("KiB", "Kib"),
    ("MiB", "Mib"),
    ("SigV4", "Sigv4"),
    ("TtL", "Ttl"),
];

/// `source_server_ids`
pub(crate) fn snake(name: &str, style: Style) -> String {
    let is_lower = !name.bytes().any(|byte| byte.is_ascii_uppercase());
    let word = |at| match style {
        Style::Plain => word_at(name, at, style),
        Style::AwsSdk => word_at(name, at, style).or_else(|| last_digit(name, at, is_lower)),
    };
    replaced(name, word).to_snake_case()
}

/// `SourceServerIds`. Types and variants of `aws-sdk-rust` do not have the words of fields: this one is
/// `SourceServerIDs` there.
pub(crate) fn upper_camel(name: &str, style: Style) -> String {
    let word = |at| match style {
        Style::Plain => word_at(name, at, style),
        Style::AwsSdk => last_digit(name, at, false),
    };
    replaced(name, word).to_upper_camel_case()
}

/// `SOURCE_SERVER_IDS`
pub(crate) fn shouty_snake(name: &str) -> String {
    replaced(name, |at| word_at(name, at, Style::Plain)).to_shouty_snake_case()
}

/// The name with replacements for parts of it. `part` returns the length of the part at a place, and its replacement.
fn replaced(name: &str, part: impl Fn(usize) -> Option<(usize, String)>) -> Cow<'_, str> {
    let mut out = String::new();
    let (mut at, mut copied) = (0, 0);
    while at < name.len() {
        match part(at) {
            Some((length, replacement)) => {
                out.extend([&name[copied..at], &replacement]);
                at += length;
                copied = at;
            }
            None => at += 1,
        }
    }
    if copied == 0 {
        return name.into();
    }
    out.push_str(&name[copied..]);
    out.into()
}

/// The length of the irregular word at this place, and its regular form: a known word, the plural of an acronym, as in
/// `ARNs`, or an acronym with a version, as in `IPv4`.
fn word_at(name: &str, at: usize, style: Style) -> Option<(usize, String)> {
    let bytes = name.as_bytes();
    let is = |at: usize, condition: fn(&u8) -> bool| bytes.get(at).is_some_and(condition);
    let is_upper = |at| is(at, u8::is_ascii_uppercase);
    let is_lower = |at| is(at, u8::is_ascii_lowercase);
    if !is_upper(at) {
        return None;
    }
    // `aws-sdk-rust` has `io_t`.
    let is_known = |word: &str| bytes[at..].starts_with(word.as_bytes()) && (style == Style::Plain || word != "IoT");
    if let Some((word, regular)) = WORDS.iter().find(|(word, _)| is_known(word)) {
        let end = at + word.len();
        if !is_lower(end) || (bytes[end] == b's' && !is_lower(end + 1)) {
            return Some((word.len(), (*regular).to_owned()));
        }
    }
    let end = at + bytes[at..].iter().take_while(|byte| byte.is_ascii_uppercase()).count();
    if end - at < 2 || (at > 0 && is_upper(at - 1)) {
        return None;
    }
    // `MSKAsSource` has the word `As`.
    let has_as = style == Style::Plain && bytes[end - 1] == b'A' && is_upper(end + 1);
    let is_plural = is(end, |byte| *byte == b's') && !is_lower(end + 1) && !has_as;
    let is_version = is(end, |byte| *byte == b'v') && is(end + 1, u8::is_ascii_digit);
    (is_plural || is_version).then(|| (end - at, name[at..=at].to_owned() + &name[at + 1..end].to_ascii_lowercase()))
}

/// A digit at this place after which `aws-sdk-rust` begins another word: `S3URI` is `s3_uri`, and `s3key` is `s3_key`.
fn last_digit(name: &str, at: usize, is_lower: bool) -> Option<(usize, String)> {
    let [digit, next] = name.as_bytes().get(at..at + 2)? else { return None };
    let begins_word = next.is_ascii_uppercase() || (is_lower && next.is_ascii_lowercase());
    (digit.is_ascii_digit() && begins_word).then(|| (1, format!("{}_", char::from(*digit))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plural_acronyms_units_and_versions_are_words() {
        for (name, expected) in [
            ("NotificationARNs", "notification_arns"),
            ("sourceServerIDs", "source_server_ids"),
            ("ListACLsRequest", "list_acls_request"),
            ("VPCs", "vpcs"),
            ("AZs", "azs"),
            ("CNAMEs_2", "cnames_2"),
            ("sizeInGiB", "size_in_gib"),
            ("MemoryGiBPerVCpu", "memory_gib_per_v_cpu"),
            ("SizesInMiBs", "sizes_in_mibs"),
            ("IPv4Address", "ipv4_address"),
            ("IPv6CIDR", "ipv6_cidr"),
            ("SourceIpV4", "source_ipv4"),
            ("InfluxDBv2", "influx_dbv2"),
            ("TLSv1_2", "tlsv1_2"),
            ("IoTThing", "iot_thing"),
            ("AWSIoTFleet", "aws_iot_fleet"),
            ("AuthTtL", "auth_ttl"),
            // Words as before.
            ("MSKAsSource", "msk_as_source"),
            ("IAMUser", "iam_user"),
            ("DNSsec", "dn_ssec"),
            ("vpcId", "vpc_id"),
            ("AsIs", "as_is"),
            ("S3URI", "s3uri"),
            ("HTTPStatus", "http_status"),
            ("EC2_INSTANCE", "ec2_instance"),
            ("éIDs", "é_ids"),
        ] {
            assert_eq!(snake(name, Style::Plain), expected, "{name}");
            assert_eq!(shouty_snake(name), expected.to_uppercase(), "{name}");
        }
        assert_eq!(upper_camel("listACLs", Style::Plain), "ListAcls");
        assert_eq!(upper_camel("IPv4", Style::Plain), "Ipv4");
    }

    #[test]
    fn names_of_the_sdk_are_those_of_the_sdk() {
        for (name, field, ty) in [
            ("NotificationARNs", "notification_arns", "NotificationArNs"),
            ("ChecksumCRC32C", "checksum_crc32_c", "ChecksumCrc32C"),
            ("s3key", "s3_key", "S3key"),
            ("S3URI", "s3_uri", "S3Uri"),
            ("IoTJobId", "io_t_job_id", "IoTJobId"),
            ("IpV4Cidr", "ipv4_cidr", "IpV4Cidr"),
        ] {
            assert_eq!(snake(name, Style::AwsSdk), field, "{name}");
            assert_eq!(upper_camel(name, Style::AwsSdk), ty, "{name}");
        }
    }
}
