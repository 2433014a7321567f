// Written by whitesmith from cases/names.json. Edits are lost: change the model, and generate again.

//! Static tables that the runtime interprets of `Service`.

use super::types;
use ::whitesmith_runtime as rt;

/// `example.names#Box`
pub static BOX: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Box",
    &[rt::member!("box", rt::schema::prelude::STRING)],
);

/// `example.names#Cases`
pub static CASES: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Cases",
    &[
        rt::member!("fooBar", rt::schema::prelude::STRING),
        rt::member!("foo_bar", rt::schema::prelude::STRING),
        rt::member!("foobar", rt::schema::prelude::STRING),
        rt::member!("get", rt::schema::prelude::STRING),
        rt::member!("slot", rt::schema::prelude::STRING),
        rt::member!("schema", rt::schema::prelude::STRING),
        rt::member!("blank", rt::schema::prelude::STRING),
        rt::member!("new", rt::schema::prelude::STRING),
        rt::member!("send", rt::schema::prelude::STRING),
        rt::member!("paginate", rt::schema::prelude::STRING),
        rt::member!("value", rt::schema::prelude::STRING),
        rt::member!("input", rt::schema::prelude::STRING),
        rt::member!("output", rt::schema::prelude::STRING),
        rt::member!("_1", rt::schema::prelude::STRING),
        rt::member!("_under", rt::schema::prelude::STRING),
        rt::member!("a1", rt::schema::prelude::STRING),
        rt::member!("A1", rt::schema::prelude::STRING),
        rt::member!("http2Server", rt::schema::prelude::STRING),
        rt::member!("IPv4Address", rt::schema::prelude::STRING),
        rt::member!("input2", rt::schema::prelude::STRING),
    ],
);

/// `example.names#Client`
pub static CLIENT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Client",
    &[rt::member!("client", rt::schema::prelude::STRING)],
);

/// `example.names#Clone`
pub static CLONE: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Clone",
    &[rt::member!("clone", rt::schema::prelude::STRING)],
);

/// `example.names#Debug`
pub static DEBUG: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Debug",
    &[rt::member!("debug", rt::schema::prelude::STRING)],
);

/// `example.names#Default`
pub static DEFAULT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Default",
    &[rt::member!("default", rt::schema::prelude::STRING)],
);

/// `example.names#Err`
pub static ERR: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Err",
    &[rt::member!("err", rt::schema::prelude::STRING)],
);

/// `example.names#Error`
pub static ERROR: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Error",
    &[rt::member!("error", rt::schema::prelude::STRING)],
);

/// `example.names#Exception`
pub static EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "example.names#Exception",
        &[],
    )
    .error(rt::schema::Fault::Server, 500);

/// `example.names#FOOBar`
pub static FOO_BAR: rt::schema::Schema = rt::schema::Schema::string_enum(
    "example.names#FOOBar",
    types::FooBar::VALUES,
);

/// `example.names#Foo_Bar`
pub static FOO_BAR2: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Foo_Bar",
    &[],
);

/// `example.names#KeywordEnum`
pub static KEYWORD_ENUM: rt::schema::Schema = rt::schema::Schema::string_enum(
    "example.names#KeywordEnum",
    types::KeywordEnum::VALUES,
);

/// `example.names#KeywordUnion`
pub static KEYWORD_UNION: rt::schema::Schema = rt::schema::Schema::union(
    "example.names#KeywordUnion",
    &[
        rt::member!("as", rt::schema::prelude::STRING),
        rt::member!("async", rt::schema::prelude::STRING),
        rt::member!("await", rt::schema::prelude::STRING),
        rt::member!("box", rt::schema::prelude::STRING),
        rt::member!("break", rt::schema::prelude::STRING),
        rt::member!("const", rt::schema::prelude::STRING),
        rt::member!("continue", rt::schema::prelude::STRING),
        rt::member!("crate", rt::schema::prelude::STRING),
        rt::member!("dyn", rt::schema::prelude::STRING),
        rt::member!("else", rt::schema::prelude::STRING),
        rt::member!("enum", rt::schema::prelude::STRING),
        rt::member!("extern", rt::schema::prelude::STRING),
        rt::member!("false", rt::schema::prelude::STRING),
        rt::member!("fn", rt::schema::prelude::STRING),
        rt::member!("for", rt::schema::prelude::STRING),
        rt::member!("gen", rt::schema::prelude::STRING),
        rt::member!("if", rt::schema::prelude::STRING),
        rt::member!("impl", rt::schema::prelude::STRING),
        rt::member!("in", rt::schema::prelude::STRING),
        rt::member!("let", rt::schema::prelude::STRING),
        rt::member!("loop", rt::schema::prelude::STRING),
        rt::member!("match", rt::schema::prelude::STRING),
        rt::member!("mod", rt::schema::prelude::STRING),
        rt::member!("move", rt::schema::prelude::STRING),
        rt::member!("mut", rt::schema::prelude::STRING),
        rt::member!("pub", rt::schema::prelude::STRING),
        rt::member!("ref", rt::schema::prelude::STRING),
        rt::member!("return", rt::schema::prelude::STRING),
        rt::member!("Self", rt::schema::prelude::STRING),
        rt::member!("static", rt::schema::prelude::STRING),
        rt::member!("struct", rt::schema::prelude::STRING),
        rt::member!("super", rt::schema::prelude::STRING),
        rt::member!("trait", rt::schema::prelude::STRING),
        rt::member!("true", rt::schema::prelude::STRING),
        rt::member!("try", rt::schema::prelude::STRING),
        rt::member!("type", rt::schema::prelude::STRING),
        rt::member!("typeof", rt::schema::prelude::STRING),
        rt::member!("union", rt::schema::prelude::STRING),
        rt::member!("unsafe", rt::schema::prelude::STRING),
        rt::member!("use", rt::schema::prelude::STRING),
        rt::member!("where", rt::schema::prelude::STRING),
        rt::member!("while", rt::schema::prelude::STRING),
        rt::member!("yield", rt::schema::prelude::STRING),
        rt::member!("abstract", rt::schema::prelude::STRING),
        rt::member!("macro", rt::schema::prelude::STRING),
        rt::member!("override", rt::schema::prelude::STRING),
        rt::member!("priv", rt::schema::prelude::STRING),
        rt::member!("virtual", rt::schema::prelude::STRING),
    ],
);

/// `example.names#Keywords`
pub static KEYWORDS: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Keywords",
    &[
        rt::member!("as", rt::schema::prelude::STRING),
        rt::member!("async", rt::schema::prelude::STRING),
        rt::member!("await", rt::schema::prelude::STRING),
        rt::member!("box", rt::schema::prelude::STRING),
        rt::member!("break", rt::schema::prelude::STRING),
        rt::member!("const", rt::schema::prelude::STRING),
        rt::member!("continue", rt::schema::prelude::STRING),
        rt::member!("crate", rt::schema::prelude::STRING),
        rt::member!("dyn", rt::schema::prelude::STRING),
        rt::member!("else", rt::schema::prelude::STRING),
        rt::member!("enum", rt::schema::prelude::STRING),
        rt::member!("extern", rt::schema::prelude::STRING),
        rt::member!("false", rt::schema::prelude::STRING),
        rt::member!("fn", rt::schema::prelude::STRING),
        rt::member!("for", rt::schema::prelude::STRING),
        rt::member!("gen", rt::schema::prelude::STRING),
        rt::member!("if", rt::schema::prelude::STRING),
        rt::member!("impl", rt::schema::prelude::STRING),
        rt::member!("in", rt::schema::prelude::STRING),
        rt::member!("let", rt::schema::prelude::STRING),
        rt::member!("loop", rt::schema::prelude::STRING),
        rt::member!("match", rt::schema::prelude::STRING),
        rt::member!("mod", rt::schema::prelude::STRING),
        rt::member!("move", rt::schema::prelude::STRING),
        rt::member!("mut", rt::schema::prelude::STRING),
        rt::member!("pub", rt::schema::prelude::STRING),
        rt::member!("ref", rt::schema::prelude::STRING),
        rt::member!("return", rt::schema::prelude::STRING),
        rt::member!("self", rt::schema::prelude::STRING),
        rt::member!("static", rt::schema::prelude::STRING),
        rt::member!("struct", rt::schema::prelude::STRING),
        rt::member!("super", rt::schema::prelude::STRING),
        rt::member!("trait", rt::schema::prelude::STRING),
        rt::member!("true", rt::schema::prelude::STRING),
        rt::member!("try", rt::schema::prelude::STRING),
        rt::member!("type", rt::schema::prelude::STRING),
        rt::member!("typeof", rt::schema::prelude::STRING),
        rt::member!("union", rt::schema::prelude::STRING),
        rt::member!("unsafe", rt::schema::prelude::STRING),
        rt::member!("use", rt::schema::prelude::STRING),
        rt::member!("where", rt::schema::prelude::STRING),
        rt::member!("while", rt::schema::prelude::STRING),
        rt::member!("yield", rt::schema::prelude::STRING),
        rt::member!("abstract", rt::schema::prelude::STRING),
        rt::member!("macro", rt::schema::prelude::STRING),
        rt::member!("override", rt::schema::prelude::STRING),
        rt::member!("priv", rt::schema::prelude::STRING),
        rt::member!("virtual", rt::schema::prelude::STRING),
    ],
);

/// `example.names#Kinds`
pub static KINDS: rt::schema::Schema = rt::schema::Schema::string_enum(
    "example.names#Kinds",
    types::Kinds::VALUES,
);

/// `example.names#None`
pub static NONE: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#None",
    &[rt::member!("none", rt::schema::prelude::STRING)],
);

/// `example.names#Ok`
pub static OK: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Ok",
    &[rt::member!("ok", rt::schema::prelude::STRING)],
);

/// `example.names#Option`
pub static OPTION: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Option",
    &[rt::member!("option", rt::schema::prelude::STRING)],
);

/// `example.names#OtherInput`
pub static MATCH_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#OtherInput",
    &[
        rt::member!("cases", CASES),
        rt::member!("keywords", KEYWORDS),
        rt::member!("e", KEYWORD_ENUM),
        rt::member!("u", KEYWORD_UNION),
        rt::member!("kinds", KINDS),
        rt::member!("a", FOO_BAR3),
        rt::member!("b", FOO_BAR2),
        rt::member!("c", FOO_BAR),
        rt::member!("xoption", OPTION),
        rt::member!("xresult", RESULT),
        rt::member!("xvec", VEC),
        rt::member!("xbox", BOX),
        rt::member!("xsome", SOME),
        rt::member!("xnone", NONE),
        rt::member!("xok", OK),
        rt::member!("xerr", ERR),
        rt::member!("xdefault", DEFAULT),
        rt::member!("xdebug", DEBUG),
        rt::member!("xclone", CLONE),
        rt::member!("xerror", ERROR),
        rt::member!("xself", SELF),
        rt::member!("xunknown", UNKNOWN),
        rt::member!("xclient", CLIENT),
        rt::member!("xvalue", VALUE),
        rt::member!("xref", REF),
        rt::member!("xslot", SLOT),
        rt::member!("xi32", I32),
        rt::member!("xstr", STR),
        rt::member!("xs", STRING),
        rt::member!("xu", UNIT),
    ],
);

/// `example.names#Ref`
pub static REF: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Ref",
    &[rt::member!("ref", rt::schema::prelude::STRING)],
);

/// `example.names#Result`
pub static RESULT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Result",
    &[rt::member!("result", rt::schema::prelude::STRING)],
);

/// `example.names#Self`
pub static SELF: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Self",
    &[rt::member!("self", rt::schema::prelude::STRING)],
);

/// `example.names#SendError`
pub static SEND_ERROR: rt::schema::Schema = rt::schema::Schema::structure(
        "example.names#SendError",
        &[rt::member!("message", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `example.names#SendException`
pub static SEND_EXCEPTION: rt::schema::Schema = rt::schema::Schema::structure(
        "example.names#SendException",
        &[rt::member!("MESSAGE", rt::schema::prelude::STRING)],
    )
    .error(rt::schema::Fault::Client, 400);

/// `example.names#SendInput`
pub static SEND_INPUT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#SendInput",
    &[
        rt::member!("send", rt::schema::prelude::STRING),
        rt::member!("paginate", rt::schema::prelude::STRING),
        rt::member!("self", rt::schema::prelude::STRING),
        rt::member!("type", TYPE),
    ],
);

/// `example.names#Slot`
pub static SLOT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Slot",
    &[rt::member!("slot", rt::schema::prelude::STRING)],
);

/// `example.names#Some`
pub static SOME: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Some",
    &[rt::member!("some", rt::schema::prelude::STRING)],
);

/// `example.names#String`
pub static STRING: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#String",
    &[rt::member!("string", rt::schema::prelude::STRING)],
);

/// `example.names#Type`
pub static TYPE: rt::schema::Schema = rt::schema::Schema::simple(
        "example.names#Type",
        rt::schema::Kind::String,
    )
    .min_length(types::Type::MIN_LENGTH);

/// `example.names#Unhandled`
pub static UNHANDLED: rt::schema::Schema = rt::schema::Schema::structure(
        "example.names#Unhandled",
        &[],
    )
    .error(rt::schema::Fault::Server, 500);

/// `example.names#Unit`
pub static UNIT: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Unit",
    &[rt::member!("unit", rt::schema::prelude::STRING)],
);

/// `example.names#Unknown`
pub static UNKNOWN: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Unknown",
    &[rt::member!("unknown", rt::schema::prelude::STRING)],
);

/// `example.names#Value`
pub static VALUE: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Value",
    &[rt::member!("value", rt::schema::prelude::STRING)],
);

/// `example.names#Vec`
pub static VEC: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#Vec",
    &[rt::member!("vec", rt::schema::prelude::STRING)],
);

/// `example.names#fooBar`
pub static FOO_BAR3: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#fooBar",
    &[],
);

/// `example.names#i32`
pub static I32: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#i32",
    &[rt::member!("i32", rt::schema::prelude::STRING)],
);

/// `example.names#str`
pub static STR: rt::schema::Schema = rt::schema::Schema::structure(
    "example.names#str",
    &[rt::member!("str", rt::schema::prelude::STRING)],
);

/// The operation `FromEnv`
pub static FROM_ENV: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
    "FromEnv",
    &rt::schema::prelude::UNIT,
    &rt::schema::prelude::UNIT,
);

/// The operation `Match`
pub static MATCH: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
    "Match",
    &MATCH_INPUT,
    &rt::schema::prelude::UNIT,
);

/// The operation `New`
pub static NEW: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
    "New",
    &rt::schema::prelude::UNIT,
    &rt::schema::prelude::UNIT,
);

/// The operation `Send`
pub static SEND: rt::schema::OperationSchema = rt::schema::OperationSchema::new(
        "Send",
        &SEND_INPUT,
        &rt::schema::prelude::UNIT,
    )
    .errors(&[&EXCEPTION, &SEND_ERROR, &SEND_EXCEPTION, &UNHANDLED]);

/// The service `example.names#Service`
pub static SERVICE: rt::schema::ServiceSchema = rt::schema::ServiceSchema::new(
        "example.names#Service",
        "1",
        &[&FROM_ENV, &MATCH, &NEW, &SEND],
    )
    .protocols(&[rt::schema::ProtocolId::AwsJson1_0]);
