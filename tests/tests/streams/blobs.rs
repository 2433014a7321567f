//! Valid streaming blobs of any size, with constant memory.

use golden::streams::Client;
use golden::streams::errors::UploadError;
use tokio::io::AsyncWriteExt;
use whitesmith_runtime::client::Error;
use whitesmith_runtime::types::ByteStream;

use crate::service::Local;
use crate::support::{BOUND, Meter, Pieces, Then, client, config, serve};

const MIB: u64 = 1024 * 1024;

#[tokio::test]
async fn an_upload_of_many_megabytes_is_never_in_memory() {
    let local = Local::default();
    let meter = local.meter.clone();
    let client = Client::new(config(serve(local).await));
    let body = ByteStream::new(Pieces { left: 128 * MIB, then: Then::End, meter: meter.clone() });
    let output = client.upload().name("big").body(body).send().await.expect("taken");
    assert_eq!((output.length, output.sum), (128 << 20, 128 << 20));
    assert!(meter.peak() < BOUND, "{} bytes were in flight", meter.peak());
}

#[tokio::test]
async fn a_download_of_many_megabytes_is_never_in_memory() {
    let local = Local::default();
    let meter = local.meter.clone();
    let client = Client::new(config(serve(local).await));
    let output = client.download().size(128 << 20).counted(true).send().await.expect("a head");
    assert_eq!((output.note.as_deref(), output.body.length()), (Some("here"), Some(128 * MIB)));
    let (mut body, mut length) = (output.body, 0);
    while let Some(piece) = body.next().await {
        let piece = piece.expect("all of it");
        meter.take(piece.len() as u64);
        length += piece.len();
    }
    assert_eq!(length, 128 << 20);
    assert!(meter.peak() < BOUND, "{} bytes were in flight", meter.peak());
}

#[tokio::test]
async fn compressed_bytes_are_expanded_while_they_are_read() {
    let client = client().await;
    let output = client.pack().body(ByteStream::new(Pieces::new(64 * MIB))).send().await.expect("a head");
    assert_eq!(output.encoding, None);
    let (mut body, mut length) = (output.body, 0);
    while let Some(piece) = body.next().await {
        let piece = piece.expect("all of it");
        assert!(piece.iter().all(|byte| *byte == 1));
        length += piece.len() as u64;
    }
    assert_eq!(length, 64 * MIB);
}

#[tokio::test]
async fn a_server_that_does_not_read_stops_the_client() {
    let meter = Meter::default();
    let client = client().await;
    let body = ByteStream::new(Pieces { left: 1 << 40, then: Then::End, meter: meter.clone() });
    let call = tokio::spawn(client.upload().name("ignored").body(body).send());
    meter.stalled().await;
    assert!(meter.made() > 0 && meter.made() < BOUND, "{} bytes were made", meter.made());
    call.abort();
    meter.dropped().await;
}

#[tokio::test]
async fn a_client_that_does_not_read_stops_the_server() {
    let local = Local::default();
    let meter = local.meter.clone();
    let client = Client::new(config(serve(local).await));
    let output = client.download().size(1_i64 << 40).send().await.expect("a head");
    meter.stalled().await;
    assert!(meter.made() < BOUND, "{} bytes were made", meter.made());
    drop(output);
    meter.dropped().await;
}

#[tokio::test]
async fn chunks_are_returned_before_others_are_sent() {
    let (mut writer, reader) = tokio::io::duplex(1024);
    let client = client().await;
    let mut output = client.echo().body(ByteStream::new(Reader(reader))).send().await.expect("a head");
    for text in ["one", "two"] {
        writer.write_all(text.as_bytes()).await.expect("written");
        let piece = output.body.next().await.expect("not the end").expect("a piece");
        assert_eq!(piece, text.as_bytes());
    }
    drop(writer);
    assert!(output.body.next().await.is_none());
}

#[tokio::test]
async fn bytes_texts_and_nothing_are_streams_too() {
    let client = client().await;
    let echoed = client.echo().body("some text").send().await.expect("echoed");
    assert_eq!(echoed.body.collect(9).await.expect("nine bytes"), "some text");
    let echoed = client.echo().send().await.expect("echoed");
    assert_eq!(echoed.body.collect(0).await.expect("no bytes"), "");
    let echoed = client.upload_counted().body(vec![0, 1]).send().await.expect("echoed");
    assert_eq!(echoed.body.length(), Some(2));
}

#[tokio::test]
async fn collecting_stops_at_the_limit() {
    let echoed = client().await.echo().body("some text").send().await.expect("echoed");
    assert_eq!(echoed.body.collect(8).await.expect_err("too long").to_string(), "the stream is longer than 8 bytes");
    let unknown = ByteStream::new(Pieces::new(1 << 40));
    assert!(unknown.collect(1 << 20).await.is_err());
}

#[tokio::test]
async fn a_file_is_uploaded_from_its_path() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), vec![2; 300_000]).expect("written");
    let body = ByteStream::from_path(file.path()).await.expect("the file exists");
    assert_eq!(body.length(), Some(300_000));
    let output = client().await.upload().name("file").body(body).send().await.expect("taken");
    assert_eq!((output.length, output.sum), (300_000, 600_000));
}

#[tokio::test]
async fn an_open_file_is_uploaded_from_its_current_position() {
    let file = tempfile::NamedTempFile::new().expect("a file");
    std::fs::write(file.path(), "12345").expect("written");
    let open = tokio::fs::File::open(file.path()).await.expect("the file exists");
    let output = client().await.upload().name("file").body(ByteStream::from_file(open)).send().await.expect("taken");
    assert_eq!(output.length, 5);
}

#[tokio::test]
async fn a_modeled_error_answers_an_upload_that_is_not_wanted() {
    let error = client().await.upload().name("refused").body("x").send().await.expect_err("refused");
    assert!(matches!(error.as_service_error(), Some(UploadError::Refused(_))), "{error}");
    assert!(matches!(error, Error::Service(answer) if answer.status() == 409));
}

/// Reads all bytes.
struct Reader(tokio::io::DuplexStream);

impl futures_core::Stream for Reader {
    type Item = std::io::Result<Vec<u8>>;

    fn poll_next(
        mut self: std::pin::Pin<&mut Self>,
        cx: &mut std::task::Context<'_>,
    ) -> std::task::Poll<Option<Self::Item>> {
        use tokio::io::AsyncRead;
        let mut piece = [0; 64];
        let mut buffer = tokio::io::ReadBuf::new(&mut piece);
        std::task::ready!(std::pin::Pin::new(&mut self.0).poll_read(cx, &mut buffer))?;
        let filled = buffer.filled().to_vec();
        std::task::Poll::Ready(if filled.is_empty() { None } else { Some(Ok(filled)) })
    }
}
