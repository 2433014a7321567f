//! Generates the module `warehouse` from `model/` whenever a model changes.

use whitesmith_codegen::build::Error;
use whitesmith_codegen::config::Sides;

fn main() -> Result<(), Error> {
    whitesmith_codegen::build().model("model/").service("example.warehouse#Warehouse").sides(Sides::Server).compile()
}
