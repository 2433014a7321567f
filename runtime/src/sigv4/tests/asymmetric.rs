//! Random requests with asymmetric signatures, which are those of the crate `aws-sigv4`.

use aws_credential_types::Credentials;
use aws_sigv4::http_request::SignatureLocation;
use aws_sigv4::sign::v4a;

use super::other::{KINDS, apply, parameters, request, settings};
use super::*;

/// Requests of each kind.
const REQUESTS: u64 = 50;

#[test]
fn asymmetric_signatures_are_those_of_another_implementation() {
    let own = AsymmetricKey::new(ACCESS_KEY, SECRET).expect("a key");
    let key = key();
    for kind in KINDS {
        for seed in 0..REQUESTS {
            let mut random = fastrand::Rng::with_seed(seed);
            let mut ours = request(&mut random, kind);
            let mut theirs = ours.clone();
            let token = random.bool().then_some("a/session+token=");
            let regions = ["*", "us-east-1", "eu-central-1,eu-west-*"][random.usize(..3)];
            let identity = Credentials::new(ACCESS_KEY, SECRET, token.map(str::to_owned), None, "test").into();
            let params = v4a::SigningParams::builder()
                .identity(&identity)
                .region_set(regions)
                .name(SCOPE.service)
                .time(UNIX_EPOCH + Duration::from_secs(TIME))
                .settings(settings(kind, TokenPlace::Signed))
                .build()
                .expect("complete");
            apply(&mut theirs, &params.into());

            let signing = Signing { asymmetric: Some((&own, regions)), ..signing(&key, kind.encoding, token) };
            let hash = hash(ours.body());
            if kind.place == SignatureLocation::QueryParams {
                let expires = Presign::new(Duration::from_secs(60)).expect("a minute");
                signing.presign(&mut ours, &hash, expires).expect("signed");
            } else {
                signing.sign(&mut ours, &hash, Sha256Header::Sent).expect("signed");
            }
            assert_eq!(parameters(&ours), parameters(&theirs), "{seed} {kind:?}: {ours:?}");
            for name in ["authorization", "x-amz-date", "x-amz-region-set", "x-amz-security-token"] {
                assert_eq!(ours.headers().get(name), theirs.headers().get(name), "{seed} {kind:?} {name}: {ours:?}");
            }
        }
    }
}
