//! A model is the same whether it is written as JSON AST or in the IDL.

use std::path::PathBuf;

use whitesmith::config::Config;

#[test]
fn both_forms_of_customer_profiles_generate_the_same_bytes() {
    let config = Config::parse(&super::read("codegen.toml"), "".as_ref()).expect("codegen.toml");
    let mut service =
        config.services.into_iter().find(|service| service.module == "customer_profiles").expect("service");
    let mut texts = Vec::new();
    for file in ["models/customer-profiles.json", "models/customer-profiles.smithy"] {
        service.models = vec![PathBuf::from(file)];
        let (files, diagnostics, _) = super::generate(&[(file, &super::read(file))], &service);
        assert_eq!(diagnostics, [], "{file}");
        texts.push(files.expect("files").into_iter().map(|file| file.text).collect::<Vec<_>>());
    }
    assert_eq!(texts[0], texts[1]);
}
