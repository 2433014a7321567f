//! Models in JSON AST and in the IDL generate the same code.

use whitesmith_codegen::config::Config;
use whitesmith_codegen::source::SourceMap;

#[test]
fn both_forms_of_customer_profiles_generate_the_same_code() {
    // The header of generated files contains the name of the model, so both get the same name.
    let text = super::read("codegen.toml");
    let source = SourceMap::default().add_other("codegen.toml", text.clone());
    let config = Config::parse(source, &text, "".as_ref()).expect("codegen.toml");
    let service = config.services.iter().find(|service| service.module == "customer_profiles").expect("service");
    let [json, idl] = ["models/customer-profiles.json", "models/customer-profiles.smithy"].map(|path| {
        let (files, diagnostics, _) = super::generate(&[(path, &super::read(path))], service);
        assert_eq!(diagnostics, [], "{path}");
        files.expect("files")
    });
    assert_eq!(json.len(), idl.len());
    for (json, idl) in json.iter().zip(&idl) {
        assert!(json.path == idl.path && json.text == idl.text, "{} differs", json.path);
    }
}
