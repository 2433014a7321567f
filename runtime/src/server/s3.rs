//! Buckets in hosts: S3's clients put a bucket's name there, its model has it in the path.

use http::header::HOST;
use http::request;
use http::uri::PathAndQuery;

use crate::schema::ServiceSchema;

/// Puts the bucket in front of the path, when the host names one, as in `bucket.s3.eu-central-1.amazonaws.com`.
pub(super) fn find_bucket(service: &ServiceSchema, head: &mut request::Parts) {
    if service.sdk_id != Some("S3") {
        return;
    }
    let host = head.headers.get(HOST).and_then(|host| host.to_str().ok()).or(head.uri.host()).unwrap_or_default();
    let Some((bucket, _)) = host.split_once(".s3.").or_else(|| host.split_once(".s3-")) else { return };
    let target = head.uri.path_and_query().map_or("/", PathAndQuery::as_str);
    let rest = target.strip_prefix('/').filter(|rest| rest.is_empty() || rest.starts_with('?')).unwrap_or(target);
    if let Ok(target) = format!("/{bucket}{rest}").parse::<PathAndQuery>() {
        let mut parts = std::mem::take(&mut head.uri).into_parts();
        parts.path_and_query = Some(target);
        // Only the path has changed, and it is a path.
        head.uri = parts.try_into().unwrap_or_default();
    }
}
