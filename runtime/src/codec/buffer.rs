//! Memory in which messages are written. Independent of formats.

use std::cell::Cell;
use std::convert::Infallible;
use std::mem::take;

use bytes::Bytes;

/// Larger buffers are not kept.
const MAX_KEPT: usize = 64 * 1024;

thread_local! {
    static BUFFER: Cell<Vec<u8>> = const { Cell::new(Vec::new()) };
}

/// Returns what a function appends. Uses the buffer of the thread, so that messages need no buffers that grow. A
/// message that fills more than half of the buffer has it until it is dropped; others are copied.
pub(crate) fn written(write: impl FnOnce(&mut Vec<u8>)) -> Bytes {
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
pub(crate) fn try_written<E>(write: impl FnOnce(&mut Vec<u8>) -> Result<(), E>) -> Result<Bytes, E> {
    // Without the buffer while a thread ends, or while another message has it.
    let mut buffer = Buffer(BUFFER.try_with(Cell::take).unwrap_or_default());
    write(&mut buffer.0)?;
    let written = &mut buffer.0;
    Ok(match written.capacity() {
        capacity if capacity > MAX_KEPT => take(written).into(),
        capacity if written.len() <= capacity / 2 => Bytes::copy_from_slice(written),
        _ => Bytes::from_owner(buffer),
    })
}

/// A buffer that goes to the thread that drops it.
struct Buffer(Vec<u8>);

impl AsRef<[u8]> for Buffer {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl Drop for Buffer {
    fn drop(&mut self) {
        let mut buffer = take(&mut self.0);
        if (1..=MAX_KEPT).contains(&buffer.capacity()) {
            buffer.clear();
            // Freed while the thread ends.
            let _ = BUFFER.try_with(|place| {
                let other = place.take();
                place.set(if other.capacity() > buffer.capacity() { other } else { buffer });
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letters(length: usize) -> Bytes {
        written(|out| out.extend((0..length).map(|_| b'a')))
    }

    #[test]
    fn messages_have_the_buffer_until_they_are_dropped() {
        let first = letters(5000);
        let buffer = first.as_ptr();
        drop(first);
        let (second, third) = (letters(4999), letters(5000));
        assert_eq!(second.as_ptr(), buffer);
        assert_ne!(third.as_ptr(), buffer);
        drop((third, second));
        assert_ne!(letters(10).as_ptr(), buffer, "a copy");
        assert_eq!(letters(5000).as_ptr(), buffer);
    }

    #[test]
    fn any_text_is_written() {
        for length in [0, 1, 1000, MAX_KEPT, MAX_KEPT + 1, 10] {
            assert_eq!(letters(length), vec![b'a'; length]);
        }
        let failed = try_written(|out| {
            out.push(b'a');
            Err("failed")
        });
        assert_eq!(failed, Err("failed"));
        assert_eq!(written(|out| out.extend(written(|out| out.push(b'a')))), &b"a"[..]);
    }
}
