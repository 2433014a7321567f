//! Limits that apply unless a program sets others.

use std::time::Duration;

use whitesmith_runtime::server::{ServeLimits, ServiceSettings};

const MIB: usize = 1024 * 1024;

#[test]
fn requests_are_limited() {
    let settings = ServiceSettings::default();
    assert_eq!(ServiceSettings::DEFAULT_MAX_BODY, 2 * MIB);
    assert_eq!(settings.body_timeout, Duration::from_secs(30));
    assert_eq!(settings.total_memory, 256 * MIB);
}

#[test]
fn connections_are_limited() {
    let limits = ServeLimits::default();
    assert_eq!(limits.max_connections, 1000);
    assert_eq!(limits.header_timeout, Duration::from_secs(10));
    assert_eq!(limits.idle_timeout, Duration::from_secs(60));
    assert_eq!(limits.handler_timeout, Duration::from_secs(60));
    assert_eq!(limits.write_timeout, Duration::from_secs(30));
    assert_eq!(limits.drain_timeout, Duration::from_secs(30));
    assert_eq!(limits.max_headers, 100);
    assert_eq!(limits.max_head_size, 64 * 1024);
    assert_eq!(limits.max_concurrent_streams, 100);
}
