//! Generates the module `notes` from `model/` whenever the model changes.

use whitesmith_codegen::build::Error;
use whitesmith_codegen::config::Sides;

fn main() -> Result<(), Error> {
    whitesmith_codegen::build().model("model/").service("example.notes#Notes").sides(Sides::Server).compile()
}
