//! Settings of uploads.

use super::Config;

impl Config {
    /// Sets the size in bytes from which uploads of streams wait until the service has accepted their head
    /// (`Expect: 100-continue`), so that a request that the service rejects, or redirects, costs no transfer. Default:
    /// 2 MiB (2,097,152) for S3, and no waiting for other services. Streams of unknown length wait, too.
    ///
    /// If the service does not respond, the body is sent after one second. The header is not signed. Transports other
    /// than the standard one send the header, and need not wait.
    #[must_use]
    pub fn expect_continue_from(mut self, bytes: u64) -> Self {
        self.expect_continue = ExpectContinue::From(bytes);
        self
    }

    /// Sends all uploads at once, without `Expect: 100-continue`.
    #[must_use]
    pub fn without_expect_continue(mut self) -> Self {
        self.expect_continue = ExpectContinue::Never;
        self
    }
}

/// Which uploads wait until the service has accepted their head.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::client) enum ExpectContinue {
    /// Those that the service recommends.
    #[default]
    ByService,
    /// Those from this size in bytes.
    From(u64),
    Never,
}
