//! Schemas of the simple shapes of the prelude, for targets without traits.

use super::{Kind, Schema};

macro_rules! simple {
    ($($name:ident $id:literal $kind:ident)*) => {
        $(
            #[doc = concat!("`smithy.api#", $id, "`")]
            pub static $name: Schema = Schema::simple(concat!("smithy.api#", $id), Kind::$kind);
        )*
    };
}

simple! {
    BOOLEAN "Boolean" Boolean
    BYTE "Byte" Byte
    SHORT "Short" Short
    INTEGER "Integer" Integer
    LONG "Long" Long
    FLOAT "Float" Float
    DOUBLE "Double" Double
    BIG_INTEGER "BigInteger" BigInteger
    BIG_DECIMAL "BigDecimal" BigDecimal
    STRING "String" String
    BLOB "Blob" Blob
    TIMESTAMP "Timestamp" Timestamp
    DOCUMENT "Document" Document
    UNIT "Unit" Structure
}
