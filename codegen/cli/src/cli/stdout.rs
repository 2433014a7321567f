//! Printing to standard output. A closed pipe is not an error; all other errors are reported.

use std::io::{ErrorKind, Result, Write};
use std::process::ExitCode;

/// Writes text to standard output. Returns false after an error, which is printed to standard error.
#[must_use]
pub(super) fn print(text: &str) -> bool {
    match write(&mut std::io::stdout().lock(), text) {
        Ok(()) => true,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "error: cannot write to standard output: {error}");
            false
        }
    }
}

/// Prints text and returns the exit code.
pub(super) fn print_all(text: &str) -> ExitCode {
    if print(text) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn write(out: &mut dyn Write, text: &str) -> Result<()> {
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        done => done,
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Error, ErrorKind, Result, Write};

    use super::write;

    struct Broken(ErrorKind);

    impl Write for Broken {
        fn write(&mut self, _: &[u8]) -> Result<usize> {
            Err(Error::from(self.0))
        }

        fn flush(&mut self) -> Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_closed_pipe_is_not_an_error() {
        assert!(write(&mut Vec::new(), "text").is_ok());
        assert!(write(&mut Broken(ErrorKind::BrokenPipe), "text").is_ok());
        assert!(write(&mut Broken(ErrorKind::StorageFull), "text").is_err());
    }
}
