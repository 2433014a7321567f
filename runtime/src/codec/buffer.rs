//! Memory in which messages are written. Independent of formats.

use std::cell::Cell;
use std::convert::Infallible;

/// Larger buffers are not kept.
const MAX_KEPT: usize = 64 * 1024;

thread_local! {
    static BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Returns what a function appends. Uses the buffer of the thread, so that small messages are one allocation of their
/// size, instead of one for each time that a new buffer grows.
pub(crate) fn written(write: impl FnOnce(&mut Vec<u8>)) -> Vec<u8> {
    let Ok(written) = try_written(|out| {
        write(out);
        Ok::<_, Infallible>(())
    });
    written
}

/// Like [`written`], for a function that may fail.
///
/// # Errors
/// That of the function.
pub(crate) fn try_written<E>(write: impl FnOnce(&mut Vec<u8>) -> Result<(), E>) -> Result<Vec<u8>, E> {
    // Without the buffer while a thread ends, or if the function writes another message.
    let mut buffer = BUFFER.try_with(Cell::take).unwrap_or_default();
    let result = write(&mut buffer);
    if buffer.capacity() > MAX_KEPT {
        return result.map(|()| buffer);
    }
    let written = result.map(|()| buffer.clone());
    buffer.clear();
    // Freed while the thread ends.
    let _ = BUFFER.try_with(|place| place.set(buffer));
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_have_the_size_of_their_text() {
        for length in [0, 1, 1000, MAX_KEPT, MAX_KEPT + 1, 10] {
            let written = written(|out| (0..length).for_each(|_| out.push(b'a')));
            assert_eq!(written, vec![b'a'; length]);
            assert!(length > MAX_KEPT || written.capacity() == length, "{length}");
        }
        let failed = try_written(|out| {
            out.push(b'a');
            Err("failed")
        });
        assert_eq!(failed, Err("failed"));
        assert_eq!(written(|out| out.extend(written(|out| out.push(b'a')))), b"a");
    }
}
