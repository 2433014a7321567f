//! Generates the module `canvas` with types of this crate.

use whitesmith_codegen::build::Error;
use whitesmith_codegen::config::Sides;

fn main() -> Result<(), Error> {
    let build = whitesmith_codegen::build().model("model/").service("example.canvas#Canvas").sides(Sides::Server);
    let build = build.custom_type("example.canvas#Size", "crate::Size");
    let build = build.custom_type("example.canvas#Figure", "crate::Figure");
    let build = build.custom_type("example.canvas#Sizes", "crate::Sizes");
    build.custom_type("example.canvas#Named", "crate::Named").compile()
}
