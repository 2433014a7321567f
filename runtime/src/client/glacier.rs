//! Headers and members that requests to Amazon Glacier need.

use bytes::Bytes;
use http::Request;
use http::header::{HeaderName, HeaderValue};
use sha2::{Digest, Sha256};

use crate::builder::MemberSet;
use crate::reflect::{Fill, Ref, Reflect, Slot};
use crate::schema::ServiceSchema;
use crate::signature_terms::{CONTENT_SHA256, hex};
use crate::types::ByteStream;

const VERSION: HeaderName = HeaderName::from_static("x-amz-glacier-version");
const TREE_HASH: HeaderName = HeaderName::from_static("x-amz-sha256-tree-hash");

/// Sets the account to the placeholder of the caller's own, if it is not set.
pub(super) fn account(input: &mut dyn Reflect, set: &mut MemberSet) {
    let members = input.schema().members;
    let Some(index) = members.iter().position(|member| member.name == "accountId") else { return };
    if matches!(input.get(index), Ref::Absent | Ref::Str(""))
        && let Slot::Str(place) = input.slot(index, Fill::VALUE)
    {
        "-".clone_into(place);
        set.insert(index);
    }
}

/// Adds Glacier's version, and two hashes of the uploaded bytes. For streams that are not in memory, the caller must
/// set the hashes.
pub(super) fn headers(service: &ServiceSchema, request: &mut Request<Bytes>, stream: Option<&ByteStream>) {
    if let Ok(version) = HeaderValue::from_str(service.version) {
        request.headers_mut().insert(VERSION, version);
    }
    let body = stream.map_or(Some(&request.body()[..]), ByteStream::as_bytes).filter(|body| !body.is_empty());
    let Some(body) = body else { return };
    let hashes = [(CONTENT_SHA256, Sha256::digest(body).to_vec()), (TREE_HASH, tree_hash(body))];
    for (name, hash) in hashes {
        if let Ok(value) = HeaderValue::from_str(&hex(&hash)) {
            request.headers_mut().entry(name).or_insert(value);
        }
    }
}

/// Returns the tree hash: hashes of each MiB, combined in pairs.
fn tree_hash(body: &[u8]) -> Vec<u8> {
    let mut level: Vec<Vec<u8>> = body.chunks(1024 * 1024).map(|chunk| Sha256::digest(chunk).to_vec()).collect();
    while level.len() > 1 {
        level = level
            .chunks(2)
            .map(|pair| {
                if let [left, right] = pair {
                    Sha256::digest([left.as_slice(), right].concat()).to_vec()
                } else {
                    pair.concat()
                }
            })
            .collect();
    }
    level.pop().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_hash_of_up_to_a_mebibyte_is_its_hash() {
        assert_eq!(tree_hash(b"hello world"), Sha256::digest(b"hello world").to_vec());
    }

    #[test]
    fn an_odd_hash_goes_up_a_level_as_it_is() {
        let body = vec![7_u8; 2 * 1024 * 1024 + 1];
        let leaf = |range: std::ops::Range<usize>| Sha256::digest(&body[range]).to_vec();
        let pair = Sha256::digest([leaf(0..1 << 20), leaf(1 << 20..1 << 21)].concat()).to_vec();
        let root = Sha256::digest([pair, leaf(1 << 21..body.len())].concat()).to_vec();
        assert_eq!(tree_hash(&body), root);
    }
}
