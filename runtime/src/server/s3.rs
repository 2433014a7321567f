//! Buckets in hosts. Clients of S3 send the bucket name in the host, the model has it in the path.

use http::header::HOST;
use http::request;
use http::uri::PathAndQuery;

use super::customizations;
use crate::schema::ServiceSchema;
use crate::uri::with_target;

/// Adds the bucket name to the path, if it is in the host, as in `bucket.s3.eu-central-1.amazonaws.com`.
pub(super) fn find_bucket(service: &ServiceSchema, head: &mut request::Parts) {
    if !customizations::of(service).has_bucket_hosts {
        return;
    }
    let host = head.headers.get(HOST).and_then(|host| host.to_str().ok()).or(head.uri.host()).unwrap_or_default();
    // Hosts have no case (RFC 9110, section 4.2.3), and names of buckets are in lower case.
    let host = host.to_ascii_lowercase();
    let Some(bucket) = bucket(&host) else { return };
    let target = head.uri.path_and_query().map_or("/", PathAndQuery::as_str);
    let rest = target.strip_prefix('/').filter(|rest| rest.is_empty() || rest.starts_with('?')).unwrap_or(target);
    if let Ok(uri) = with_target(&head.uri, &format!("/{bucket}{rest}")) {
        head.uri = uri;
    }
}

/// Returns the bucket name in a host: the part before the last `.s3.` or `.s3-`, or before `.localhost`. The name may
/// contain these parts, too.
fn bucket(host: &str) -> Option<&str> {
    let host = host.split(':').next().unwrap_or_default();
    let bucket = match host.strip_suffix(".localhost") {
        Some(local) => local.strip_suffix(".s3").unwrap_or(local),
        None => host.get(..host.rfind(".s3.").max(host.rfind(".s3-"))?)?,
    };
    Some(bucket).filter(|bucket| !bucket.is_empty() && *bucket != "s3")
}

#[cfg(test)]
mod tests {
    use http::Request;

    use super::*;

    static S3: ServiceSchema = ServiceSchema::new("example#S3", "", &[]).sdk_id("S3");

    fn found(host: &str, uri: &str) -> String {
        let request = Request::builder().uri(uri).header(HOST, host).body(()).expect("good parts");
        let mut head = request.into_parts().0;
        find_bucket(&S3, &mut head);
        head.uri.to_string()
    }

    #[test]
    fn the_host_names_the_bucket() {
        assert_eq!(found("maps.s3.eu-central-1.amazonaws.com", "/a?x=1"), "/maps/a?x=1");
        assert_eq!(found("maps.s3-accelerate.amazonaws.com", "/?x=1"), "/maps?x=1");
        assert_eq!(found("maps.S3.eu-central-1.amazonaws.com", "/a"), "/maps/a");
        assert_eq!(found("Maps.LOCALHOST:8080", "/"), "/maps");
        assert_eq!(found("maps.s3.local", "/"), "/maps");
        assert_eq!(found("maps.s3.localhost:8080", "/a"), "/maps/a");
        assert_eq!(found("old.s3-maps.localhost:8080", "/a"), "/old.s3-maps/a");
        assert_eq!(found("old.s3.maps.s3.dualstack.eu-central-1.amazonaws.com", "/a"), "/old.s3.maps/a");
        assert_eq!(found("old.s3.maps.s3-accelerate.amazonaws.com", "/a"), "/old.s3.maps/a");
        assert_eq!(found("old.s3-maps.s3.eu-central-1.amazonaws.com", "/a"), "/old.s3-maps/a");
        assert_eq!(found("maps.localhost:8080", "/a"), "/maps/a");
        assert_eq!(found("old.maps.localhost", "/?x=1"), "/old.maps?x=1");
    }

    #[test]
    fn other_hosts_name_no_bucket() {
        assert_eq!(found("s3.eu-central-1.amazonaws.com", "/maps/a"), "/maps/a");
        assert_eq!(found("localhost:8080", "/maps"), "/maps");
        assert_eq!(found("s3.localhost:8080", "/maps"), "/maps");
    }
}
