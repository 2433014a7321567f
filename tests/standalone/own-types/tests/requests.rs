//! Requests with values of the crate's own types, without a network.

use std::io::Cursor;

use build_script::Easel;
use build_script::canvas::server::service;
use http::{Request, StatusCode};
use http_body_util::{BodyExt, Full};
use tower::ServiceExt;
use whitesmith_runtime::schema::ProtocolId;

async fn repeat(path: &str, media_type: &str, body: &str) -> (StatusCode, String) {
    repeat_without(ProtocolId::Ec2Query, path, media_type, body).await
}

/// Sends a request to a server without a protocol: awsQuery and ec2Query have the same media type.
async fn repeat_without(protocol: ProtocolId, path: &str, media_type: &str, body: &str) -> (StatusCode, String) {
    let mut kept = ProtocolId::ALL.to_vec();
    kept.retain(|kept| *kept != protocol);
    let mut request = Request::post(path).header("content-type", media_type);
    if media_type == "application/x-amz-json-1.0" {
        request = request.header("x-amz-target", "Canvas.Repeat");
    }
    let request = request.body(Full::new(Cursor::new(body.to_owned()))).expect("a request");
    let response = service(Easel).with_protocols(&kept).oneshot(request).await.expect("always answers");
    let (parts, body) = response.into_parts();
    let body = body.collect().await.expect("a body").to_bytes();
    (parts.status, String::from_utf8(body.to_vec()).expect("text"))
}

const JSON: &str = r#"{"drawing":{"size":{"width":WIDTH,"height":1,"inner":{"width":1,"height":1}},"figure":{"radius":3},"sizes":[{"width":1,"height":1},{"width":2,"height":1}],"named":{"a":{"rectangle":{"width":2,"height":2}}}}}"#;

#[tokio::test]
async fn json_has_the_values() {
    for (path, media_type) in [("/repeat", "application/json"), ("/", "application/x-amz-json-1.0")] {
        let (status, body) = repeat(path, media_type, &JSON.replace("WIDTH", "2")).await;
        assert_eq!((status, body), (StatusCode::OK, JSON.replace("WIDTH", "4")), "{media_type}");
    }
}

#[tokio::test]
async fn xml_has_the_values() {
    let size = "<size><width>2</width><height>1</height></size>";
    let figure = "<figure><rectangle><width>1</width><height>1</height></rectangle></figure>";
    let sizes = "<sizes><member><width>1</width><height>1</height></member><member><width>2</width><height>1</height>\
                 </member></sizes>";
    let body = format!("<RepeatInput><drawing>{size}{figure}{sizes}</drawing></RepeatInput>");
    let (status, body) = repeat("/repeat", "application/xml", &body).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    for part in [&size.replace('2', "4"), figure, sizes] {
        assert!(body.contains(part), "{part} is not in {body}");
    }
}

#[tokio::test]
async fn forms_have_the_values() {
    let body = "Action=Repeat&Version=2026-01-01&drawing.size.width=2&drawing.size.height=1&drawing.figure.radius=3\
                &drawing.sizes.member.1.width=1&drawing.sizes.member.1.height=1\
                &drawing.sizes.member.2.width=2&drawing.sizes.member.2.height=1";
    let (status, body) = repeat("/", "application/x-www-form-urlencoded", body).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    assert!(body.contains("<width>4</width>") && body.contains("<radius>3</radius>"), "{body}");
}

#[tokio::test]
async fn forms_of_ec2_have_the_values() {
    let body = "Action=Repeat&Version=2026-01-01&Drawing.Size.Width=2&Drawing.Size.Height=1&Drawing.Figure.Radius=3\
                &Drawing.Sizes.1.Width=1&Drawing.Sizes.1.Height=1&Drawing.Sizes.2.Width=2&Drawing.Sizes.2.Height=1";
    let (status, body) = repeat_without(ProtocolId::AwsQuery, "/", "application/x-www-form-urlencoded", body).await;
    assert_eq!(status, StatusCode::OK, "{body}");
    assert!(body.contains("<width>4</width>") && body.contains("<radius>3</radius>"), "{body}");
}

#[tokio::test]
async fn values_that_the_types_reject_are_violations_with_their_paths() {
    for (from, to, expected) in [
        (r#""inner":{"width":1,"#, r#""inner":{"width":0,"#, "/drawing/size/inner/width"),
        (r#""inner":{"width":1,"height":1}"#, r#""inner":{"width":1,"height":2}"#, "/drawing/size/inner"),
        (r#",{"width":2,"height":1}"#, "", "/drawing/sizes"),
        (r#""rectangle":{"width":2,"#, r#""rectangle":{"width":1,"#, "/drawing/named/a/rectangle"),
    ] {
        let json = JSON.replace("WIDTH", "2");
        assert!(json.contains(from), "{from}");
        let (status, body) = repeat("/repeat", "application/json", &json.replace(from, to)).await;
        assert_eq!(status, StatusCode::BAD_REQUEST, "{body}");
        assert!(body.contains(&format!("'{expected}'")), "{expected} is not in {body}");
    }
}
