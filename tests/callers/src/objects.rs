//! S3, with objects in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::server::RequestContext;
use whitesmith_runtime::types::{Blob, ByteStream, EventStream, Timestamp};

use crate::s3::{errors as e, server::AmazonS3, types as t};

/// An object.
#[derive(Clone)]
struct Object {
    body: Vec<u8>,
    content_type: Option<String>,
    metadata: Option<BTreeMap<String, String>>,
    modified: Timestamp,
}

impl Object {
    /// Not MD5: clients must not rely on that.
    fn tag(&self) -> String {
        let hash = self
            .body
            .iter()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3));
        format!("\"{hash:016x}-{}\"", self.body.len())
    }

    fn length(&self) -> i64 {
        i64::try_from(self.body.len()).expect("fits")
    }
}

/// An upload that is not complete.
struct Upload {
    parts: BTreeMap<i32, Vec<u8>>,
    content_type: Option<String>,
    metadata: Option<BTreeMap<String, String>>,
}

#[derive(Default)]
struct State {
    buckets: BTreeMap<String, BTreeMap<String, Object>>,
    uploads: BTreeMap<String, Upload>,
    /// Number of all uploads so far, for their IDs.
    started: u64,
}

/// Buckets and uploads.
#[derive(Clone, Default)]
pub(crate) struct Memory(Arc<Mutex<State>>);

fn refused(status: u16, code: &str) -> Unhandled {
    Unhandled::new(code.to_owned(), Some(format!("{code} of the test server"))).with_status(status)
}

fn no_bucket() -> Unhandled {
    refused(404, "NoSuchBucket")
}

fn now() -> Timestamp {
    Timestamp::from(std::time::SystemTime::now())
}

async fn collect(body: ByteStream) -> Result<Vec<u8>, Unhandled> {
    Ok(body.collect(256 << 20).await.map_err(|_| refused(400, "IncompleteBody"))?.to_vec())
}

impl Memory {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().expect("no panic")
    }

    fn object(&self, bucket: &str, key: &str) -> Result<Option<Object>, Unhandled> {
        Ok(self.state().buckets.get(bucket).ok_or_else(no_bucket)?.get(key).cloned())
    }

    /// The object that a request names as the source of a copy.
    fn source(&self, source: &str) -> Result<Object, Unhandled> {
        let source = percent_decode_str(source.trim_start_matches('/')).decode_utf8_lossy();
        let (bucket, key) = source.split_once('/').ok_or_else(|| refused(400, "InvalidArgument"))?;
        self.object(bucket, key)?.ok_or_else(|| refused(404, "NoSuchKey"))
    }

    /// Stores a part, and returns its tag.
    fn store_part(&self, upload: &str, number: i32, body: Vec<u8>) -> Result<String, Unhandled> {
        let mut state = self.state();
        let upload = state.uploads.get_mut(upload).ok_or_else(|| refused(404, "NoSuchUpload"))?;
        let tag = format!("\"part-{number}-{}\"", body.len());
        upload.parts.insert(number, body);
        Ok(tag)
    }

    fn store(&self, bucket: &str, key: &str, object: Object) -> Result<(), Unhandled> {
        self.state().buckets.get_mut(bucket).ok_or_else(no_bucket)?.insert(key.to_owned(), object);
        Ok(())
    }
}

/// A key in a list with the encoding type `url`.
fn encoded(key: &str) -> String {
    const KEPT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');
    utf8_percent_encode(key, KEPT).to_string().replace("%20", "+")
}

/// Range of bytes: `bytes=0-99`, `bytes=100-`, `bytes=-100`.
fn range(text: &str, length: usize) -> Option<std::ops::Range<usize>> {
    let (from, to) = text.strip_prefix("bytes=")?.split_once('-')?;
    let range = match (from.parse().ok(), to.parse::<usize>().ok()) {
        (Some(from), to) => from..to.map_or(length, |to| to.saturating_add(1).min(length)),
        (None, Some(last)) => length.saturating_sub(last)..length,
        (None, None) => return None,
    };
    (range.start < range.end).then_some(range)
}

impl AmazonS3 for Memory {
    async fn list_buckets(
        &self,
        _: t::ListBucketsInput,
        _: RequestContext,
    ) -> Result<t::ListBucketsOutput, e::ListBucketsError> {
        let names: Vec<String> = self.state().buckets.keys().cloned().collect();
        let buckets = names.into_iter().map(|name| t::Bucket::builder().name(name).creation_date(now()).build());
        let owner = t::Owner::builder().id("owner").display_name("owner").build()?;
        Ok(t::ListBucketsOutput::builder()
            .set_buckets(Some(buckets.collect::<Result<Vec<_>, _>>()?))
            .owner(owner)
            .build()?)
    }

    async fn create_bucket(
        &self,
        input: t::CreateBucketInput,
        _: RequestContext,
    ) -> Result<t::CreateBucketOutput, e::CreateBucketError> {
        self.state().buckets.entry(input.bucket.clone()).or_default();
        Ok(t::CreateBucketOutput::builder().location(format!("/{}", input.bucket)).build()?)
    }

    async fn delete_bucket(
        &self,
        input: t::DeleteBucketInput,
        _: RequestContext,
    ) -> Result<t::DeleteBucketOutput, e::DeleteBucketError> {
        let mut state = self.state();
        let bucket = state.buckets.get(&input.bucket).ok_or_else(no_bucket)?;
        if !bucket.is_empty() {
            return Err(refused(409, "BucketNotEmpty").into());
        }
        state.buckets.remove(&input.bucket);
        Ok(t::DeleteBucketOutput::builder().build()?)
    }

    async fn head_bucket(
        &self,
        input: t::HeadBucketInput,
        _: RequestContext,
    ) -> Result<t::HeadBucketOutput, e::HeadBucketError> {
        if !self.state().buckets.contains_key(&input.bucket) {
            return Err(t::NotFound::builder().build()?.into());
        }
        Ok(t::HeadBucketOutput::builder().build()?)
    }

    async fn list_objects_v2(
        &self,
        input: t::ListObjectsV2Input,
        _: RequestContext,
    ) -> Result<t::ListObjectsV2Output, e::ListObjectsV2Error> {
        let state = self.state();
        let Some(bucket) = state.buckets.get(&input.bucket) else {
            return Err(t::NoSuchBucket::builder().build()?.into());
        };
        let prefix = input.prefix.clone().unwrap_or_default();
        let after = input.continuation_token.clone().or(input.start_after.clone()).unwrap_or_default();
        let limit = usize::try_from(input.max_keys.unwrap_or(1000)).unwrap_or(1000);
        let (mut contents, mut folders, mut next) = (Vec::new(), Vec::<String>::new(), None);
        for (key, object) in bucket.iter().filter(|(key, _)| key.starts_with(&prefix) && **key > after) {
            let rest = &key[prefix.len()..];
            if let Some(delimiter) = &input.delimiter
                && let Some(at) = rest.find(delimiter.as_str())
            {
                let folder = format!("{prefix}{}", &rest[..at + delimiter.len()]);
                if folders.last() != Some(&folder) {
                    folders.push(folder);
                }
                continue;
            }
            if contents.len() == limit {
                break;
            }
            next = Some(key.clone());
            let encoded = if input.encoding_type.is_some() { encoded(key) } else { key.clone() };
            contents.push(
                t::Object::builder()
                    .key(encoded)
                    .last_modified(object.modified)
                    .e_tag(object.tag())
                    .size(object.length())
                    .build()?,
            );
        }
        let is_truncated =
            contents.len() == limit && bucket.keys().any(|key| key.starts_with(&prefix) && Some(key) > next.as_ref());
        let folders = folders.into_iter().map(|folder| t::CommonPrefix::builder().prefix(folder).build());
        let folders = folders.collect::<Result<Vec<_>, _>>()?;
        Ok(t::ListObjectsV2Output::builder()
            .name(input.bucket)
            .prefix(prefix)
            .set_delimiter(input.delimiter)
            .set_encoding_type(input.encoding_type)
            .key_count(i32::try_from(contents.len() + folders.len()).expect("fits"))
            .set_contents(Some(contents))
            .set_common_prefixes(Some(folders))
            .is_truncated(is_truncated)
            .set_next_continuation_token(next.filter(|_| is_truncated))
            .build()?)
    }

    async fn put_object(
        &self,
        input: t::PutObjectInput,
        _: RequestContext,
    ) -> Result<t::PutObjectOutput, e::PutObjectError> {
        let t::PutObjectInput { body, bucket, key, content_type, metadata, .. } = input;
        let object = Object { body: collect(body).await?, content_type, metadata, modified: now() };
        let tag = object.tag();
        self.store(&bucket, &key, object)?;
        Ok(t::PutObjectOutput::builder().e_tag(tag).build()?)
    }

    async fn get_object(
        &self,
        input: t::GetObjectInput,
        _: RequestContext,
    ) -> Result<t::GetObjectOutput, e::GetObjectError> {
        let Some(object) = self.object(&input.bucket, &input.key)? else {
            return Err(t::NoSuchKey::builder().build()?.into());
        };
        let length = object.body.len();
        let range = input.range.as_deref().map(|text| range(text, length).ok_or_else(|| refused(416, "InvalidRange")));
        let range = range.transpose()?;
        let shown = range.clone().map(|range| format!("bytes {}-{}/{length}", range.start, range.end - 1));
        let body = object.body[range.unwrap_or(0..length)].to_vec();
        Ok(t::GetObjectOutput::builder()
            .e_tag(object.tag())
            .last_modified(object.modified)
            .content_length(i64::try_from(body.len()).expect("fits"))
            .set_content_range(shown)
            .set_content_type(object.content_type)
            .set_metadata(object.metadata)
            .body(ByteStream::from(body))
            .build()?)
    }

    async fn head_object(
        &self,
        input: t::HeadObjectInput,
        _: RequestContext,
    ) -> Result<t::HeadObjectOutput, e::HeadObjectError> {
        let Some(object) = self.object(&input.bucket, &input.key)? else {
            return Err(t::NotFound::builder().build()?.into());
        };
        Ok(t::HeadObjectOutput::builder()
            .e_tag(object.tag())
            .last_modified(object.modified)
            .content_length(object.length())
            .set_content_type(object.content_type)
            .set_metadata(object.metadata)
            .build()?)
    }

    async fn delete_object(
        &self,
        input: t::DeleteObjectInput,
        _: RequestContext,
    ) -> Result<t::DeleteObjectOutput, e::DeleteObjectError> {
        let mut state = self.state();
        state.buckets.get_mut(&input.bucket).ok_or_else(no_bucket)?.remove(&input.key);
        Ok(t::DeleteObjectOutput::builder().build()?)
    }

    async fn delete_objects(
        &self,
        input: t::DeleteObjectsInput,
        _: RequestContext,
    ) -> Result<t::DeleteObjectsOutput, e::DeleteObjectsError> {
        let mut state = self.state();
        let bucket = state.buckets.get_mut(&input.bucket).ok_or_else(no_bucket)?;
        let mut deleted = Vec::new();
        for object in input.delete.objects {
            bucket.remove(&object.key);
            deleted.push(t::DeletedObject::builder().key(object.key).build()?);
        }
        Ok(t::DeleteObjectsOutput::builder().set_deleted(Some(deleted)).build()?)
    }

    async fn copy_object(
        &self,
        input: t::CopyObjectInput,
        _: RequestContext,
    ) -> Result<t::CopyObjectOutput, e::CopyObjectError> {
        let object = Object { modified: now(), ..self.source(&input.copy_source)? };
        let result = t::CopyObjectResult::builder().e_tag(object.tag()).last_modified(object.modified).build()?;
        self.store(&input.bucket, &input.key, object)?;
        Ok(t::CopyObjectOutput::builder().copy_object_result(result).build()?)
    }

    async fn create_multipart_upload(
        &self,
        input: t::CreateMultipartUploadInput,
        _: RequestContext,
    ) -> Result<t::CreateMultipartUploadOutput, e::CreateMultipartUploadError> {
        let t::CreateMultipartUploadInput { bucket, key, content_type, metadata, .. } = input;
        let mut state = self.state();
        let id = format!("upload {}/+", state.started);
        state.started += 1;
        state.uploads.insert(id.clone(), Upload { parts: BTreeMap::new(), content_type, metadata });
        Ok(t::CreateMultipartUploadOutput::builder().bucket(bucket).key(key).upload_id(id).build()?)
    }

    async fn upload_part(
        &self,
        input: t::UploadPartInput,
        _: RequestContext,
    ) -> Result<t::UploadPartOutput, e::UploadPartError> {
        let tag = self.store_part(&input.upload_id, input.part_number, collect(input.body).await?)?;
        Ok(t::UploadPartOutput::builder().e_tag(tag).build()?)
    }

    async fn upload_part_copy(
        &self,
        input: t::UploadPartCopyInput,
        _: RequestContext,
    ) -> Result<t::UploadPartCopyOutput, e::UploadPartCopyError> {
        let source = self.source(&input.copy_source)?;
        let range = match input.copy_source_range.as_deref() {
            Some(text) => range(text, source.body.len()).ok_or_else(|| refused(416, "InvalidRange"))?,
            None => 0..source.body.len(),
        };
        let tag = self.store_part(&input.upload_id, input.part_number, source.body[range].to_vec())?;
        let result = t::CopyPartResult::builder().e_tag(tag).last_modified(now()).build()?;
        Ok(t::UploadPartCopyOutput::builder().copy_part_result(result).build()?)
    }

    async fn complete_multipart_upload(
        &self,
        input: t::CompleteMultipartUploadInput,
        _: RequestContext,
    ) -> Result<t::CompleteMultipartUploadOutput, e::CompleteMultipartUploadError> {
        let upload = self.state().uploads.remove(&input.upload_id).ok_or_else(|| refused(404, "NoSuchUpload"))?;
        let mut body = Vec::new();
        for part in input.multipart_upload.and_then(|upload| upload.parts).unwrap_or_default() {
            let stored = part.part_number.and_then(|number| Some((number, upload.parts.get(&number)?)));
            let (number, bytes) = stored.ok_or_else(|| refused(400, "InvalidPart"))?;
            if part.e_tag != Some(format!("\"part-{number}-{}\"", bytes.len())) {
                return Err(refused(400, "InvalidPart").into());
            }
            body.extend_from_slice(bytes);
        }
        let Upload { content_type, metadata, .. } = upload;
        let object = Object { body, content_type, metadata, modified: now() };
        let tag = object.tag();
        self.store(&input.bucket, &input.key, object)?;
        Ok(t::CompleteMultipartUploadOutput::builder().bucket(input.bucket).key(input.key).e_tag(tag).build()?)
    }

    /// Each line of the object, whatever the expression.
    async fn select_object_content(
        &self,
        input: t::SelectObjectContentInput,
        _: RequestContext,
    ) -> Result<t::SelectObjectContentOutput, e::SelectObjectContentError> {
        use t::SelectObjectContentEventStream::{End, Records};
        let object = self.object(&input.bucket, &input.key)?.ok_or_else(|| refused(404, "NoSuchKey"))?;
        let mut events = Vec::new();
        for line in object.body.split_inclusive(|byte| *byte == b'\n') {
            events.push(Records(t::RecordsEvent::builder().payload(Blob::from(line)).build()?));
        }
        events.push(End(t::EndEvent::builder().build()?));
        Ok(t::SelectObjectContentOutput::builder().payload(EventStream::from(events)).build()?)
    }

    async fn abort_multipart_upload(
        &self,
        input: t::AbortMultipartUploadInput,
        _: RequestContext,
    ) -> Result<t::AbortMultipartUploadOutput, e::AbortMultipartUploadError> {
        self.state().uploads.remove(&input.upload_id);
        Ok(t::AbortMultipartUploadOutput::builder().build()?)
    }
}
