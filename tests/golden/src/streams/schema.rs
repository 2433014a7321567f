// Written by whitesmith from cases/streams.json. Edits are lost: change the model, and generate again.

//! Static tables that the runtime interprets of `Streams`.

use super::types;
use ::whitesmith_runtime as rt;

/// `example.streams#Answer`
pub static ANSWER: rt::schema::Schema = rt::schema::Schema::union(
    "example.streams#Answer",
    &[
        rt::member!("word", rt::schema::prelude::STRING),
        rt::member!("number", rt::schema::prelude::INTEGER),
    ],
);

/// `example.streams#Bytes`
pub static BYTES: rt::schema::Schema = rt::schema::Schema::simple(
        "example.streams#Bytes",
        rt::schema::Kind::Blob,
    )
    .streaming();

/// `example.streams#BytesInOut`
pub static BYTES_IN_OUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#BytesInOut",
    &[
        rt::member!("encoding", rt::schema::prelude::STRING).header("content-encoding"),
        rt::member!("body", BYTES).required().payload(),
    ],
);

/// `example.streams#ChatInOut`
pub static CHAT_IN_OUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#ChatInOut",
    &[
        rt::member!("topic", rt::schema::prelude::STRING).header("x-topic"),
        rt::member!("talk", TALK).payload(),
    ],
);

/// `example.streams#Choice`
pub static CHOICE: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#Choice",
    &[rt::member!("answer", ANSWER).event_payload()],
);

/// `example.streams#Closed`
pub static CLOSED: rt::schema::Schema = rt::schema::Schema::structure(
        "example.streams#Closed",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 410);

/// `example.streams#ConverseInput`
pub static CONVERSE_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#ConverseInput",
    &[
        rt::member!("room", rt::schema::prelude::STRING).required().label(),
        rt::member!("topic", rt::schema::prelude::STRING).header("x-topic"),
        rt::member!("talk", TALK).required().payload(),
    ],
);

/// `example.streams#ConverseOutput`
pub static CONVERSE_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#ConverseOutput",
    &[
        rt::member!("topic", rt::schema::prelude::STRING).required().header("x-topic"),
        rt::member!("talk", TALK).payload(),
    ],
);

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

/// `example.streams#ListenInput`
pub static LISTEN_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#ListenInput",
    &[
        rt::member!("count", rt::schema::prelude::INTEGER).required().query("count"),
        rt::member!("then", rt::schema::prelude::STRING).query("then"),
    ],
);

/// `example.streams#ListenOutput`
pub static LISTEN_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#ListenOutput",
    &[rt::member!("talk", TALK).payload()],
);

/// `example.streams#Measured`
pub static MEASURED: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#Measured",
    &[
        rt::member!("bool", rt::schema::prelude::BOOLEAN).event_header(),
        rt::member!("byte", rt::schema::prelude::BYTE).event_header(),
        rt::member!("short", rt::schema::prelude::SHORT).event_header(),
        rt::member!("int", rt::schema::prelude::INTEGER).event_header(),
        rt::member!("long", rt::schema::prelude::LONG).event_header(),
        rt::member!("blob", rt::schema::prelude::BLOB).event_header(),
        rt::member!("string", rt::schema::prelude::STRING).event_header(),
        rt::member!("time", rt::schema::prelude::TIMESTAMP).event_header(),
    ],
);

/// `example.streams#Mood`
pub static MOOD: rt::schema::Schema = rt::schema::Schema::string_enum(
    "example.streams#Mood",
    types::Mood::VALUES,
);

/// `example.streams#Note`
pub static NOTE: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#Note",
    &[rt::member!("text", rt::schema::prelude::STRING).event_payload()],
);

/// `example.streams#Picture`
pub static PICTURE: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#Picture",
    &[
        rt::member!("title", rt::schema::prelude::STRING).event_header(),
        rt::member!("size", SIZE).event_payload(),
    ],
);

/// `example.streams#Refused`
pub static REFUSED: rt::schema::Schema = rt::schema::Schema::structure(
        "example.streams#Refused",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 409);

/// `example.streams#Said`
pub static SAID: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#Said",
    &[
        rt::member!("speaker", rt::schema::prelude::STRING).required().event_header(),
        rt::member!("mood", MOOD).event_header(),
        rt::member!("text", WORDS).required(),
        rt::member!("volume", rt::schema::prelude::INTEGER)
            .default(rt::schema::DefaultValue::Integer(5)),
    ],
);

/// `example.streams#SayInput`
pub static SAY_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#SayInput",
    &[rt::member!("talk", TALK).payload()],
);

/// `example.streams#SayOutput`
pub static SAY_OUTPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#SayOutput",
    &[
        rt::member!("count", rt::schema::prelude::INTEGER).required(),
        rt::member!("problem", rt::schema::prelude::STRING),
    ],
);

/// `example.streams#Silence`
pub static SILENCE: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#Silence",
    &[],
);

/// `example.streams#Size`
pub static SIZE: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#Size",
    &[
        rt::member!("width", rt::schema::prelude::INTEGER).required(),
        rt::member!("height", rt::schema::prelude::INTEGER),
    ],
);

/// `example.streams#Sound`
pub static SOUND: rt::schema::Schema = rt::schema::Schema::structure(
    "example.streams#Sound",
    &[
        rt::member!("rate", rt::schema::prelude::INTEGER).event_header(),
        rt::member!("data", rt::schema::prelude::BLOB).event_payload(),
    ],
);

/// `example.streams#Talk`
pub static TALK: rt::schema::Schema = rt::schema::Schema::union(
        "example.streams#Talk",
        &[
            rt::member!("said", SAID),
            rt::member!("sound", SOUND),
            rt::member!("note", NOTE),
            rt::member!("picture", PICTURE),
            rt::member!("choice", CHOICE),
            rt::member!("measured", MEASURED),
            rt::member!("silence", SILENCE),
            rt::member!("closed", CLOSED),
        ],
    )
    .streaming();

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

/// `example.streams#Words`
pub static WORDS: rt::schema::Schema = rt::schema::Schema::simple(
        "example.streams#Words",
        rt::schema::Kind::String,
    )
    .min_length(types::Words::MIN_LENGTH)
    .max_length(types::Words::MAX_LENGTH);

/// The operation `Chat`
pub static CHAT: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Chat",
        &CHAT_IN_OUT,
        &CHAT_IN_OUT,
    )
    .http("POST", "/chat", 200);

/// The operation `Converse`
pub static CONVERSE: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Converse",
        &CONVERSE_INPUT,
        &CONVERSE_OUTPUT,
    )
    .errors(&[&REFUSED])
    .http("POST", "/converse/{room}", 200);

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

/// The operation `Listen`
pub static LISTEN: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Listen",
        &LISTEN_INPUT,
        &LISTEN_OUTPUT,
    )
    .errors(&[&REFUSED])
    .http("GET", "/listen", 200)
    .readonly();

/// The operation `Pack`
pub static PACK: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Pack",
        &BYTES_IN_OUT,
        &BYTES_IN_OUT,
    )
    .http("POST", "/pack", 200)
    .compression(&["gzip"]);

/// The operation `Say`
pub static SAY: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Say",
        &SAY_INPUT,
        &SAY_OUTPUT,
    )
    .errors(&[&REFUSED])
    .http("POST", "/say", 200);

/// The operation `Seal`
pub static SEAL: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Seal",
        &BYTES_IN_OUT,
        &BYTES_IN_OUT,
    )
    .http("POST", "/seal", 200)
    .checksum_required();

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
        &[
            &CHAT,
            &CONVERSE,
            &DOWNLOAD,
            &ECHO,
            &LISTEN,
            &PACK,
            &SAY,
            &SEAL,
            &UPLOAD,
            &UPLOAD_COUNTED,
        ],
    )
    .protocols(
        &[
            rt::schema::ProtocolId::RpcV2Cbor,
            rt::schema::ProtocolId::RpcV2Json,
            rt::schema::ProtocolId::AwsJson1_1,
            rt::schema::ProtocolId::RestJson1,
            rt::schema::ProtocolId::RestXml,
        ],
    )
    .sigv4("streams");
