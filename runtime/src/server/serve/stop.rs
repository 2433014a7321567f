//! Signals that stop a process.

/// Completes on SIGINT or SIGTERM, or on Ctrl+C without Unix signals.
///
/// If signals cannot be received, it never completes, and the server runs until the process is killed.
pub async fn stop_signal() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let (interrupt, terminate) = (signal(SignalKind::interrupt()), signal(SignalKind::terminate()));
        if let (Ok(mut interrupt), Ok(mut terminate)) = (interrupt, terminate) {
            super::race::race(interrupt.recv(), terminate.recv()).await;
            return;
        }
    }
    #[cfg(not(unix))]
    if tokio::signal::ctrl_c().await.is_ok() {
        return;
    }
    std::future::pending::<()>().await;
}
