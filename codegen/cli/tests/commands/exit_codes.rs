//! Exit codes: 2 for arguments that are malformed or name nothing, and 1 for findings in files.

use crate::{result, whitesmith, write};

const MODEL: &str = "$version: \"2\"\nnamespace example\n@smithy.protocols#rpcv2Cbor\nservice Library { \
    operations: [Lend] }\n@smithy.test#httpRequestTests([{ id: \"Lend\", protocol: smithy.protocols#rpcv2Cbor, \
    method: \"POST\", uri: \"/service/Library/operation/Lend\" }])\noperation Lend {}\n";
const PROJECT: &str = "{\"version\": \"1.0\", \"sources\": [\"library.smithy\"]}";
/// A project that applies a projection that it does not have.
const APPLIES: &str = "{\"version\": \"1.0\", \"sources\": [\"../library.smithy\"], \"projections\": {\"source\": \
    {\"transforms\": [{\"name\": \"apply\", \"args\": {\"projections\": [\"none\"]}}]}}}";

/// Command lines that are wrong.
const USAGE: &[&str] = &[
    "no-such-command",
    "ast",
    "ast smithy-build.json --projection none",
    "ast library.smithy --format xml",
    "codegen",
    "codegen --config codegen.toml --models library.smithy",
    "codegen --models library.smithy --out new",
    "codegen --models library.smithy --out Bad --runtime 0.1",
    "codegen --models library.smithy --out new --runtime 0.1 --crate gen",
    "codegen --models library.smithy --out new --runtime 0.1 --name lower",
    "codegen --models library.smithy --out new --runtime 0.1 --operations Borrow",
    "codegen --models library.smithy --out new --runtime 0.1 --service Nope",
    "codegen --models library.smithy --out new --runtime 0.1 --stub new/src",
    "codegen --models library.smithy --out new --runtime 0.1 --validation-error a#B",
    "codegen --models library.smithy --out new --runtime nowhere:",
    "codegen --models smithy-build.json --out new --runtime 0.1 --projection none",
    "codegen --models two.smithy --out new --runtime 0.1",
    "conformance library.smithy --protocol rpcv2Cbr --runtime 0.1",
    "conformance library.smithy --side both --runtime 0.1",
    "conformance library.smithy",
    "diff library.smithy library.smithy --deny mayor",
    "diff - -",
    "explain Nope",
    "fmt",
    "init Bad --runtime 0.1",
    "init new --name tokio --runtime 0.1",
    "init new --name build --runtime 0.1",
    "init new --model library.smithy --service Nope --runtime 0.1",
    "init new",
    "validate",
    "validate library.smithy --severity all",
    "validate smithy-build.json --projection none",
];

/// Command lines that report a finding.
const FINDINGS: &[&str] = &[
    "ast bad.smithy",
    "ast project/smithy-build.json",
    "codegen --config none.toml",
    "codegen --models bad.smithy --out new --runtime 0.1",
    "codegen --models types.smithy --out new --runtime 0.1",
    "codegen --models library.smithy --out new --runtime path:none",
    "conformance types.smithy --runtime 0.1",
    "fmt bad.smithy",
    "init new --model types.smithy --runtime 0.1",
    "validate bad.smithy",
    "validate project/smithy-build.json",
    "validate none.smithy",
];

#[test]
fn wrong_arguments_and_findings_have_codes_of_their_own() {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder, "library.smithy", MODEL);
    write(&folder, "two.smithy", &format!("{MODEL}@smithy.protocols#rpcv2Cbor\nservice Other {{}}\n"));
    write(&folder, "types.smithy", "$version: \"2\"\nnamespace example\nstring Name\n");
    write(&folder, "bad.smithy", "$version: \"2\"\nnamespace example\nstructure {\n");
    write(&folder, "smithy-build.json", PROJECT);
    write(&folder, "project/smithy-build.json", APPLIES);
    let mut wrong = Vec::new();
    for (code, lines) in [(2, USAGE), (1, FINDINGS)] {
        for line in lines {
            let arguments: Vec<&str> = line.split(' ').collect();
            let (found, message) = result(&whitesmith(&folder, &arguments));
            if found != Some(code) {
                wrong.push(format!("{line}: {found:?} instead of {code}\n{message}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(!folder.path().join("new").exists());
}
