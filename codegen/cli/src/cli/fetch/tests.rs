//! Tests against a server on this machine.

use std::collections::HashMap;
use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread;

use sha1::Digest as _;
use whitesmith_codegen::load::dependencies::{Lock, Project, hexadecimal};
use whitesmith_codegen::source::SourceMap;

use super::http::{Client, HttpError};
use super::store::FetchError;
use super::{Locking, fetch};

/// A response of the server.
#[derive(Clone)]
enum Answer {
    Bytes(Vec<u8>),
    Redirect(String),
    /// Fewer bytes than announced.
    Truncated(Vec<u8>),
    /// Announces more bytes than there may be.
    Huge,
    /// Encoded, although the client did not ask for it.
    Compressed(Vec<u8>),
}

/// A server of files, which remembers the first lines and headers of requests.
struct Server {
    address: String,
    requests: Arc<Mutex<Vec<String>>>,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start(files: HashMap<String, Answer>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("an address"));
        let requests = Arc::new(Mutex::new(Vec::new()));
        let heads = Arc::new(Mutex::new(Vec::new()));
        let (seen, seen_heads) = (Arc::clone(&requests), Arc::clone(&heads));
        thread::spawn(move || {
            for stream in listener.incoming() {
                let Ok(mut stream) = stream else { return };
                let mut head = Vec::new();
                let mut byte = [0];
                while !head.ends_with(b"\r\n\r\n") && stream.read(&mut byte).is_ok_and(|count| count == 1) {
                    head.push(byte[0]);
                }
                let head = String::from_utf8_lossy(&head).into_owned();
                let line = head.lines().next().unwrap_or_default().to_owned();
                let path = line.split(' ').nth(1).unwrap_or_default().to_owned();
                if let (Ok(mut seen), Ok(mut heads)) = (seen.lock(), seen_heads.lock()) {
                    seen.push(line);
                    heads.push(head.clone());
                }
                let answer = match files.get(&path) {
                    None => b"HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".to_vec(),
                    Some(Answer::Redirect(to)) => format!(
                        "HTTP/1.1 302 Found\r\nlocation: {to}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n"
                    )
                    .into_bytes(),
                    Some(Answer::Bytes(bytes)) => answer(bytes.len(), bytes),
                    Some(Answer::Truncated(bytes)) => answer(bytes.len() + 10, bytes),
                    Some(Answer::Huge) => answer(1 << 40, b"x"),
                    Some(Answer::Compressed(bytes)) => compressed(bytes),
                };
                let _ = stream.write_all(&answer);
            }
        });
        Self { address, requests, heads }
    }

    fn requests(&self) -> usize {
        self.requests.lock().expect("no panic").len()
    }
}

fn answer(length: usize, bytes: &[u8]) -> Vec<u8> {
    let mut answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\nconnection: close\r\n\r\n").into_bytes();
    answer.extend(bytes);
    answer
}

fn compressed(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(bytes).expect("in memory");
    let bytes = encoder.finish().expect("in memory");
    let length = bytes.len();
    let head = format!("HTTP/1.1 200 OK\r\ncontent-length: {length}\r\ncontent-encoding: gzip\r\n");
    [format!("{head}connection: close\r\n\r\n").into_bytes(), bytes].concat()
}

fn sha1(bytes: &[u8]) -> Vec<u8> {
    hexadecimal(&sha1::Sha1::digest(bytes)).into_bytes()
}

const JAR: &[u8] = b"the contents of a JAR file";

/// A file with its checksum.
fn file(files: &mut HashMap<String, Answer>, path: &str, bytes: &[u8]) {
    files.insert(path.to_owned(), Answer::Bytes(bytes.to_vec()));
    files.insert(format!("{path}.sha1"), Answer::Bytes(sha1(bytes)));
}

/// Two artifacts, of which the first needs the second.
fn artifacts() -> HashMap<String, Answer> {
    let mut files = HashMap::new();
    let pom = "<project><dependencies><dependency><groupId>t.fetch</groupId><artifactId>b</artifactId><version>[1,3)</version>\
        </dependency></dependencies></project>";
    let metadata = "<metadata><versioning><versions><version>1.0</version><version>2.5</version><version>3.0</version>\
        </versions></versioning></metadata>";
    file(&mut files, "/t/fetch/a/1/a-1.pom", pom.as_bytes());
    file(&mut files, "/t/fetch/a/1/a-1.jar", JAR);
    file(&mut files, "/t/fetch/b/2.5/b-2.5.pom", b"<project/>");
    file(&mut files, "/t/fetch/b/2.5/b-2.5.jar", b"other");
    files.insert("/t/fetch/b/maven-metadata.xml".to_owned(), Answer::Bytes(metadata.as_bytes().to_vec()));
    files
}

/// A project that needs `t.fetch:a:1`.
struct Case {
    folder: tempfile::TempDir,
    server: Server,
}

impl Case {
    fn new(files: HashMap<String, Answer>) -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), server: Server::start(files) }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("smithy-build.json")
    }

    fn cached(&self, path: &str) -> Option<Vec<u8>> {
        fs::read(self.folder.path().join("cache").join(path)).ok()
    }

    fn fetch(&self, dependency: &str) -> Result<Vec<String>, FetchError> {
        let text = format!(
            r#"{{"version": "1.0", "maven": {{"dependencies": ["{dependency}"], "repositories": [{{"url": "{}"}}]}}}}"#,
            self.server.address
        );
        fs::write(self.path(), text).expect("a file");
        let project = Project::read(&self.path(), &mut SourceMap::default()).expect("valid");
        let mut lines = Vec::new();
        fetch(&self.path(), &project, &self.folder.path().join("cache"), Locking::Keep, &mut lines).map(|()| lines)
    }
}

#[test]
fn artifacts_are_downloaded_once_and_locked() {
    let case = Case::new(artifacts());
    let lines = case.fetch("t.fetch:a:1").expect("downloaded");
    assert_eq!(lines.iter().filter(|line| line.starts_with("downloaded")).count(), 4, "{lines:?}");
    assert_eq!(case.cached("t/fetch/a/1/a-1.jar").as_deref(), Some(JAR));
    assert_eq!(case.cached("t/fetch/b/2.5/b-2.5.jar").as_deref(), Some(&b"other"[..]));
    let lock = Lock::read(&case.path()).expect("valid").expect("written");
    assert_eq!(lock.artifacts().map(|(id, _)| id.to_string()).collect::<Vec<_>>(), ["t.fetch:a:1", "t.fetch:b:2.5"]);
    let requests = case.server.requests();
    let again = case.fetch("t.fetch:a:1").expect("on this machine");
    assert_eq!(again, ["2 artifacts, 0 files downloaded"]);
    assert_eq!(case.server.requests(), requests, "nothing is requested again");
}

#[test]
fn a_malformed_pom_is_an_error() {
    let mut files = artifacts();
    file(&mut files, "/t/fetch/b/2.5/b-2.5.pom", b"<project><dependencies>");
    let case = Case::new(files);
    let error = case.fetch("t.fetch:a:1").expect_err("malformed");
    assert_eq!(error.to_string(), "the POM of `t.fetch:b:2.5` is malformed");
    let path = case.folder.path().join("cache/t/fetch/b/2.5/b-2.5.pom");
    assert!(!path.exists(), "it would be an error for ever");
    super::store::write(&path, b"<project>").expect("writable");
    let error = case.fetch("t.fetch:a:1").expect_err("malformed");
    assert_eq!(error.to_string(), format!("`{}` is malformed", path.display()));
    assert!(Lock::read(&case.path()).expect("no file").is_none());
}

#[test]
fn versions_of_an_artifact_are_requested_once() {
    let case = Case::new(artifacts());
    case.fetch("t.fetch:b:[1,3)\", \"t.fetch:a:1").expect("downloaded");
    let requests = case.server.requests.lock().expect("no panic").clone();
    let lists = requests.iter().filter(|line| line.contains("/t/fetch/b/maven-metadata.xml")).count();
    assert_eq!(lists, 1, "{requests:?}");
}

#[test]
fn a_file_of_a_wrong_checksum_is_not_written() {
    let mut files = artifacts();
    files.insert("/t/fetch/a/1/a-1.jar.sha1".to_owned(), Answer::Bytes(sha1(b"something else")));
    let case = Case::new(files);
    assert!(matches!(case.fetch("t.fetch:a:1"), Err(FetchError::Checksum { .. })));
    assert_eq!(case.cached("t/fetch/a/1/a-1.jar"), None);
    assert!(Lock::read(&case.path()).expect("no file").is_none());
}

#[test]
fn a_better_checksum_is_preferred_and_one_is_needed() {
    let mut files = artifacts();
    files.insert("/t/fetch/a/1/a-1.jar.sha256".to_owned(), Answer::Bytes(b"00".to_vec()));
    assert!(matches!(Case::new(files).fetch("t.fetch:a:1"), Err(FetchError::Checksum { .. })));
    let mut files = artifacts();
    files.remove("/t/fetch/a/1/a-1.jar.sha1");
    assert!(matches!(Case::new(files).fetch("t.fetch:a:1"), Err(FetchError::NoChecksum { .. })));
}

#[test]
fn checksums_have_the_forms_of_all_tools() {
    let hex = String::from_utf8(sha1(JAR)).expect("text");
    let sha512 = hexadecimal(&sha2::Sha512::digest(JAR));
    for (extension, text) in [
        ("sha1", format!("{hex}\n")),
        ("sha1", hex.to_uppercase()),
        ("sha1", format!("{hex}  a-1.jar\n")),
        ("sha1", format!("{hex} *target/a-1.jar")),
        ("sha1", format!("SHA1(a-1.jar)= {hex}\n")),
        ("sha1", format!("SHA1 (a-1.jar) = {hex}")),
        ("sha512", sha512.clone()),
        ("sha512", format!("{sha512}  a-1.jar")),
    ] {
        let mut files = artifacts();
        files.remove("/t/fetch/a/1/a-1.jar.sha1");
        files.insert(format!("/t/fetch/a/1/a-1.jar.{extension}"), Answer::Bytes(text.clone().into_bytes()));
        let case = Case::new(files);
        case.fetch("t.fetch:a:1").unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(case.cached("t/fetch/a/1/a-1.jar").as_deref(), Some(JAR), "{text}");
    }
}

#[test]
fn a_compressed_file_is_not_written() {
    // Clients ask for none, and checksums are those of the file.
    let mut files = artifacts();
    files.insert("/t/fetch/a/1/a-1.jar".to_owned(), Answer::Compressed(JAR.to_vec()));
    let case = Case::new(files);
    assert!(matches!(case.fetch("t.fetch:a:1"), Err(FetchError::Checksum { .. } | FetchError::Http(_))));
    assert_eq!(case.cached("t/fetch/a/1/a-1.jar"), None);
}

#[test]
fn an_artifact_that_no_repository_has_is_an_error() {
    let case = Case::new(artifacts());
    assert!(matches!(case.fetch("t.fetch:none:1"), Err(FetchError::Missing { .. })));
    assert!(matches!(case.fetch("t.fetch:none:[1,2)"), Err(FetchError::NoVersion(_))));
}

#[test]
fn redirects_are_followed_for_a_while() {
    let mut files = artifacts();
    let jar = files.insert("/t/fetch/a/1/a-1.jar".to_owned(), Answer::Redirect("/moved".to_owned())).expect("the file");
    files.insert("/moved".to_owned(), jar);
    let case = Case::new(files);
    case.fetch("t.fetch:a:1").expect("downloaded");
    assert_eq!(case.cached("t/fetch/a/1/a-1.jar").as_deref(), Some(JAR));
    let mut files = artifacts();
    files.insert("/t/fetch/a/1/a-1.jar".to_owned(), Answer::Redirect("/t/fetch/a/1/a-1.jar".to_owned()));
    assert!(matches!(Case::new(files).fetch("t.fetch:a:1"), Err(FetchError::Http(_))));
}

#[test]
fn a_redirect_away_from_this_machine_is_an_error() {
    // Another address of this machine stands for another machine.
    let files = HashMap::from([("/a".to_owned(), Answer::Bytes(b"a".to_vec()))]);
    let server = Server::start(files);
    for location in
        [server.address.replace("127.0.0.1", "127.0.0.2"), "//127.0.0.2/a".to_owned(), "ftp://a/b".to_owned()]
    {
        let from = Server::start(HashMap::from([("/a".to_owned(), Answer::Redirect(location))]));
        let got = Client::with_proxy(None).get(&format!("{}/a", from.address), None, 10);
        assert!(matches!(got, Err(HttpError::Away(_))), "{got:?}");
    }
    let from = Server::start(HashMap::from([("/x/a".to_owned(), Answer::Redirect(format!("{}/a", server.address)))]));
    let got = Client::with_proxy(None).get(&format!("{}/x/a", from.address), None, 10).expect("this machine");
    assert_eq!(got.as_deref(), Some(&b"a"[..]));
}

#[test]
fn passwords_in_urls_are_sent_and_not_printed() {
    let case = Case::new(artifacts());
    let url = case.server.address.replace("http://", "http://bob:s3cr3t@");
    let text = |dependency: &str| {
        format!(
            r#"{{"version": "1.0", "maven": {{"dependencies": ["{dependency}"], "repositories": [{{"url": "{url}"}}]}}}}"#
        )
    };
    for dependency in ["t.fetch:a:1", "t.fetch:none:1"] {
        fs::write(case.path(), text(dependency)).expect("a file");
        let project = Project::read(&case.path(), &mut SourceMap::default()).expect("valid");
        let mut lines = Vec::new();
        let result = fetch(&case.path(), &project, &case.folder.path().join("cache"), Locking::Update, &mut lines);
        let printed = format!("{lines:?} {result:?}");
        assert!(printed.contains("127.0.0.1") && !printed.contains("s3cr3t") && !printed.contains("bob"), "{printed}");
    }
    let heads = case.server.heads.lock().expect("no panic").clone();
    assert!(heads.iter().all(|head| head.contains("Basic Ym9iOnMzY3IzdA==")), "{heads:?}");
}

#[test]
fn what_killed_runs_have_left_is_removed() {
    let case = Case::new(artifacts());
    let folder = case.folder.path().join("cache/t/fetch/a/1");
    fs::create_dir_all(&folder).expect("writable");
    let leave = |name: &str, age: u64| {
        let file = fs::File::create(folder.join(name)).expect("writable");
        file.set_modified(std::time::SystemTime::now() - std::time::Duration::from_secs(age)).expect("a time");
    };
    leave("a-1.jar.17.whitesmith-new", 100_000);
    leave("a-1.jar.18.whitesmith-new", 10);
    leave("a-1.jar.asc", 100_000);
    case.fetch("t.fetch:a:1").expect("downloaded");
    let mut names: Vec<_> = fs::read_dir(&folder).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    assert_eq!(names, ["a-1.jar", "a-1.jar.18.whitesmith-new", "a-1.jar.asc", "a-1.pom"]);
}

#[test]
fn files_before_an_error_are_printed() {
    let mut files = artifacts();
    files.remove("/t/fetch/b/2.5/b-2.5.jar");
    let case = Case::new(files);
    let text = format!(
        r#"{{"version": "1.0", "maven": {{"dependencies": ["t.fetch:a:1"], "repositories": [{{"url": "{}"}}]}}}}"#,
        case.server.address
    );
    fs::write(case.path(), text).expect("a file");
    let project = Project::read(&case.path(), &mut SourceMap::default()).expect("valid");
    let mut lines = Vec::new();
    let cache = case.folder.path().join("cache");
    fetch(&case.path(), &project, &cache, Locking::Keep, &mut lines).expect_err("missing");
    assert!(lines.iter().any(|line| line.contains("a-1.jar")), "{lines:?}");
}

#[test]
fn truncated_and_huge_files_are_refused() {
    for answer in [Answer::Truncated(JAR.to_vec()), Answer::Huge] {
        let mut files = artifacts();
        files.insert("/t/fetch/a/1/a-1.jar".to_owned(), answer);
        let case = Case::new(files);
        assert!(matches!(case.fetch("t.fetch:a:1"), Err(FetchError::Http(_))));
        assert_eq!(case.cached("t/fetch/a/1/a-1.jar"), None);
    }
}

#[test]
fn a_file_on_this_machine_must_be_the_locked_one() {
    let case = Case::new(artifacts());
    case.fetch("t.fetch:a:1").expect("downloaded");
    fs::write(case.folder.path().join("cache/t/fetch/a/1/a-1.jar"), "changed").expect("a file");
    assert!(matches!(case.fetch("t.fetch:a:1"), Err(FetchError::Locked { .. })));
}

#[test]
fn a_download_must_be_the_locked_one() {
    let case = Case::new(artifacts());
    case.fetch("t.fetch:a:1").expect("downloaded");
    let jar = case.folder.path().join("cache/t/fetch/a/1/a-1.jar");
    fs::remove_file(&jar).expect("a file");
    let lock = Lock::path(&case.path());
    let text = fs::read_to_string(&lock).expect("a file");
    let old = whitesmith_codegen::load::dependencies::sha256(JAR);
    fs::write(&lock, text.replace(&old, &"0".repeat(64))).expect("a file");
    let error = case.fetch("t.fetch:a:1").expect_err("another file");
    assert!(matches!(error, FetchError::LockedDownload { .. }) && error.help().starts_with("the file was not kept"));
    assert!(!jar.exists());
}

#[test]
fn addresses_of_other_machines_must_be_https() {
    let client = Client::with_proxy(None);
    assert!(matches!(client.get("http://example.com/a", None, 10), Err(HttpError::Insecure(_))));
    assert!(matches!(client.get("file:///etc/passwd", None, 10), Err(HttpError::Insecure(_))));
}

#[test]
fn a_proxy_is_used_for_other_machines_only() {
    let proxy = Server::start(HashMap::new());
    let target = Server::start(HashMap::from([("/a".to_owned(), Answer::Bytes(b"a".to_vec()))]));
    let client = Client::with_proxy(Some(ureq::Proxy::new(&proxy.address).expect("an address")));
    assert!(client.get("https://repo.example/a", None, 10).is_err());
    let requests = proxy.requests.lock().expect("no panic").clone();
    assert!(matches!(&requests[..], [line] if line.starts_with("CONNECT repo.example:443")), "{requests:?}");
    assert_eq!(client.get(&format!("{}/a", target.address), None, 10).expect("direct").as_deref(), Some(&b"a"[..]));
    assert_eq!(proxy.requests(), 1);
}
