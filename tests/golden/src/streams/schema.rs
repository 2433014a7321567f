// Written by `cargo xtask codegen` from cases/streams.json. Edits are lost: change the model, then run it again.

//! Static tables that the runtime interprets of `Streams`.

use ::whitesmith_runtime as rt;

/// `example.streams#Bytes`
pub static BYTES: rt::schema::Schema = rt::schema::Schema::simple(
        "example.streams#Bytes",
        rt::schema::Kind::Blob,
    )
    .streaming();

/// `example.streams#CountedBytes`
pub static COUNTED_BYTES: rt::schema::Schema = rt::schema::Schema::simple(
        "example.streams#CountedBytes",
        rt::schema::Kind::Blob,
    )
    .streaming()
    .requires_length();

/// `example.streams#CountedInput`
pub static UPLOAD_COUNTED_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#CountedInput",
    &[rt::member!("body", COUNTED_BYTES).required().payload()],
);

/// `example.streams#CountedOutput`
pub static UPLOAD_COUNTED_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#CountedOutput",
    &[rt::member!("body", COUNTED_BYTES).required().payload()],
);

/// `example.streams#DownloadInput`
pub static DOWNLOAD_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#DownloadInput",
    &[
        rt::member!("size", rt::schema::prelude::LONG).required().query("size"),
        rt::member!("fails", rt::schema::prelude::BOOLEAN).query("fails"),
        rt::member!("counted", rt::schema::prelude::BOOLEAN).query("counted"),
    ],
);

/// `example.streams#DownloadOutput`
pub static DOWNLOAD_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#DownloadOutput",
    &[
        rt::member!("note", rt::schema::prelude::STRING).header("x-note"),
        rt::member!("body", BYTES).payload().default(rt::schema::DefaultValue::Str("")),
    ],
);

/// `example.streams#Refused`
pub static REFUSED: rt::schema::Schema = rt::schema::Schema::structure(
        "example.streams#Refused",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 409);

/// `example.streams#TextBytes`
pub static TEXT_BYTES: rt::schema::Schema = rt::schema::Schema::simple(
        "example.streams#TextBytes",
        rt::schema::Kind::Blob,
    )
    .streaming()
    .media_type("text/plain");

/// `example.streams#TextInOut`
pub static TEXT_IN_OUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#TextInOut",
    &[
        rt::member!("body", TEXT_BYTES)
            .payload()
            .default(rt::schema::DefaultValue::Str("")),
    ],
);

/// `example.streams#UploadInput`
pub static UPLOAD_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#UploadInput",
    &[
        rt::member!("name", rt::schema::prelude::STRING).required().label(),
        rt::member!("note", rt::schema::prelude::STRING).header("x-note"),
        rt::member!("body", BYTES).required().payload(),
    ],
);

/// `example.streams#UploadOutput`
pub static UPLOAD_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#UploadOutput",
    &[
        rt::member!("length", rt::schema::prelude::LONG).required(),
        rt::member!("sum", rt::schema::prelude::LONG).required(),
    ],
);

/// The operation `Download`
pub static DOWNLOAD: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Download",
        &DOWNLOAD_INPUT,
        &DOWNLOAD_OUTPUT,
    )
    .errors(&[&REFUSED])
    .http("GET", "/download", 200)
    .readonly();

/// The operation `Echo`
pub static ECHO: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Echo",
        &TEXT_IN_OUT,
        &TEXT_IN_OUT,
    )
    .http("POST", "/echo", 200);

/// The operation `Upload`
pub static UPLOAD: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Upload",
        &UPLOAD_INPUT,
        &UPLOAD_OUTPUT,
    )
    .errors(&[&REFUSED])
    .http("POST", "/upload/{name}", 200);

/// The operation `UploadCounted`
pub static UPLOAD_COUNTED: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "UploadCounted",
        &UPLOAD_COUNTED_INPUT,
        &UPLOAD_COUNTED_OUTPUT,
    )
    .http("POST", "/counted", 200)
    .unsigned_payload();

/// The service `example.streams#Streams`
pub static SERVICE: rt::schema::ServiceSchema = rt::schema::ServiceSchema::new(
        "example.streams#Streams",
        "2024-01-01",
        &[&DOWNLOAD, &ECHO, &UPLOAD, &UPLOAD_COUNTED],
    )
    .protocols(&[rt::schema::ProtocolId::RestJson1])
    .sigv4("streams");
