//! An implementation of the case model `storage`, which keeps objects in memory.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use golden::storage::errors as e;
use golden::storage::server::Storage;
use golden::storage::types as t;
use whitesmith_runtime::operation::Unhandled;
use whitesmith_runtime::server::RequestContext;

/// Objects by bucket and key.
#[derive(Clone, Default)]
pub(crate) struct Memory(Arc<Mutex<BTreeMap<String, Vec<u8>>>>);

impl Memory {
    pub(crate) fn get(&self, bucket: &str, key: &str) -> Option<Vec<u8>> {
        self.0.lock().expect("no panic").get(&format!("{bucket}/{key}")).cloned()
    }
}

impl Storage for Memory {
    async fn list_buckets(
        &self,
        _: t::ListBucketsInput,
        _: RequestContext,
    ) -> Result<t::ListBucketsOutput, e::ListBucketsError> {
        Ok(t::ListBucketsOutput::builder().set_buckets(Some(["maps"])).build()?)
    }

    async fn list_regions(
        &self,
        _: t::ListRegionsInput,
        _: RequestContext,
    ) -> Result<t::ListRegionsOutput, e::ListRegionsError> {
        Ok(t::ListRegionsOutput::builder().set_regions(Some(["eu-central-1"])).build()?)
    }

    async fn list_objects(
        &self,
        input: t::ListObjectsInput,
        _: RequestContext,
    ) -> Result<t::ListObjectsOutput, e::ListObjectsError> {
        match input.bucket.as_str() {
            "lost" => {
                let error = t::NoSuchBucket::builder().message("There is no bucket `lost`".to_owned()).build()?;
                return Err(error.into());
            }
            "secret" => return Err(Unhandled::new("AccessDenied", Some("Access denied".to_owned())).into()),
            "later" => {
                let error = Unhandled::new("Later<>\u{1}", Some("Come \"back\"\u{1}".to_owned()));
                return Err(error.with_status(409).into());
            }
            "broken" => return Err(Unhandled::new("DiskFull", Some("/dev/sda1".to_owned())).into()),
            _ => {}
        }
        let objects = self.0.lock().expect("no panic");
        let prefix = format!("{}/", input.bucket);
        let keys = objects.keys().filter_map(|key| key.strip_prefix(&prefix)).map(str::to_owned);
        Ok(t::ListObjectsOutput::builder().set_keys(Some(keys.collect::<Vec<_>>())).build()?)
    }

    async fn put_object(
        &self,
        input: t::PutObjectInput,
        _: RequestContext,
    ) -> Result<t::PutObjectOutput, e::PutObjectError> {
        let refused =
            |error: &dyn std::fmt::Display| Unhandled::new("Refused", Some(error.to_string())).with_status(400);
        let body = input.body.collect(1 << 20).await.map_err(|error| refused(&error))?;
        let length = i64::try_from(body.len()).expect("a small object");
        self.0.lock().expect("no panic").insert(format!("{}/{}", input.bucket, input.key), body.to_vec());
        Ok(t::PutObjectOutput::builder().length(length).set_encoding(input.content_encoding).build()?)
    }

    async fn upload_part(
        &self,
        input: t::UploadPartInput,
        _: RequestContext,
    ) -> Result<t::UploadPartOutput, e::UploadPartError> {
        Ok(t::UploadPartOutput::builder().upload_id(input.upload_id).build()?)
    }

    async fn copy_object(
        &self,
        input: t::CopyObjectInput,
        _: RequestContext,
    ) -> Result<t::CopyObjectOutput, e::CopyObjectError> {
        Ok(t::CopyObjectOutput::builder().copied(input.copy_source).build()?)
    }

    async fn get_object(
        &self,
        input: t::GetObjectInput,
        _: RequestContext,
    ) -> Result<t::GetObjectOutput, e::GetObjectError> {
        let body = self.get(&input.bucket, &input.key).unwrap_or_default();
        let range = (input.key.as_str() == "part").then(|| "bytes 0-1/11".to_owned());
        Ok(t::GetObjectOutput::builder().body(body).set_range(range).build()?)
    }

    async fn head_object(
        &self,
        input: t::HeadObjectInput,
        _: RequestContext,
    ) -> Result<t::HeadObjectOutput, e::HeadObjectError> {
        match self.get(&input.bucket, &input.key) {
            Some(body) => {
                Ok(t::HeadObjectOutput::builder().length(i64::try_from(body.len()).expect("small")).build()?)
            }
            None => Err(t::NotFound::builder().build()?.into()),
        }
    }

    async fn create_upload(
        &self,
        input: t::CreateUploadInput,
        _: RequestContext,
    ) -> Result<t::CreateUploadOutput, e::CreateUploadError> {
        Ok(t::CreateUploadOutput::builder().upload_id(format!("new {}", input.key)).build()?)
    }

    async fn complete_upload(
        &self,
        input: t::CompleteUploadInput,
        _: RequestContext,
    ) -> Result<t::CompleteUploadOutput, e::CompleteUploadError> {
        Ok(t::CompleteUploadOutput::builder().upload_id(input.upload_id).build()?)
    }

    async fn delete_objects(
        &self,
        input: t::DeleteObjectsInput,
        _: RequestContext,
    ) -> Result<t::DeleteObjectsOutput, e::DeleteObjectsError> {
        Ok(t::DeleteObjectsOutput::builder().set_deleted(Some(input.delete.keys)).build()?)
    }
}
