//! Handwritten frames, for invalid event streams.

/// A frame with string headers and a payload.
pub(crate) fn frame(headers: &[(&str, &str)], payload: &[u8]) -> Vec<u8> {
    let mut section = Vec::new();
    for (name, value) in headers {
        section.push(u8::try_from(name.len()).expect("short"));
        section.extend_from_slice(name.as_bytes());
        section.push(7);
        section.extend(u16::try_from(value.len()).expect("short").to_be_bytes());
        section.extend_from_slice(value.as_bytes());
    }
    let length = |bytes: usize| u32::try_from(bytes).expect("short").to_be_bytes();
    let mut frame = [length(16 + section.len() + payload.len()), length(section.len())].concat();
    frame.extend(crc32fast::hash(&frame).to_be_bytes());
    frame.extend_from_slice(&section);
    frame.extend_from_slice(payload);
    frame.extend(crc32fast::hash(&frame).to_be_bytes());
    frame
}

/// The frame of an event in JSON.
pub(crate) fn event(name: &str, payload: &str) -> Vec<u8> {
    frame(
        &[(":message-type", "event"), (":event-type", name), (":content-type", "application/json")],
        payload.as_bytes(),
    )
}

/// The event `said`, with its header.
pub(crate) fn said(text: &str) -> Vec<u8> {
    let headers = [(":message-type", "event"), (":event-type", "said"), ("speaker", "me")];
    frame(&headers, format!("{{\"text\":\"{text}\"}}").as_bytes())
}

/// A response with these frames, terminated by closing the connection.
pub(crate) fn response(frames: &[Vec<u8>]) -> &'static [u8] {
    let head = b"HTTP/1.1 200 OK\r\ncontent-type: application/vnd.amazon.eventstream\r\n\r\n";
    Vec::leak([head.as_slice(), &frames.concat()].concat())
}

/// A request of `Say` with these frames.
pub(crate) fn request(frames: &[Vec<u8>]) -> Vec<u8> {
    let body = frames.concat();
    let head = format!(
        "POST /say HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: application/vnd.amazon.eventstream\r\n\
         content-length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), &body].concat()
}
