//! Every diagnostic that the reference's cases produce has a page.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use whitesmith_codegen::pages::find;
use whitesmith_codegen::pipeline;

use crate::common;

pub(crate) fn every_diagnostic_has_a_page(folder: &Path) {
    let mut unknown = BTreeMap::new();
    for path in common::files(folder, &["smithy", "json"]) {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let (sources, _) = common::source(&path);
        for diagnostic in pipeline::model(&sources).1 {
            // Rules of the model itself have IDs of their own.
            let own = diagnostic.id.split('.').next().is_some_and(|id| text.contains(id));
            if find(&diagnostic.id).is_none() && !own {
                unknown.insert(diagnostic.id, common::name(&path, folder));
            }
        }
    }
    assert!(unknown.is_empty(), "without a page in codegen/pages: {unknown:#?}");
}
