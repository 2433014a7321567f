//! Traits of `alloy` that change JSON, or which values are valid.

super::texts! {
    /// `alloy#discriminated`: a union is written as a structure, with the name of its member under this key.
    Discriminated = "alloy#discriminated"
}

super::markers! {
    /// `alloy#untagged`: a union is written as the value of its member.
    Untagged = "alloy#untagged" => Shape: "untagged"
    /// `alloy#jsonUnknown`: a member holds what the model does not have.
    JsonUnknown = "alloy#jsonUnknown" => Member: "json_unknown"
    /// `alloy#openEnum`: values that an enum does not list are valid.
    OpenEnum = "alloy#openEnum" => Shape: "open"
}

impl super::Lower for Discriminated {
    const ON: &'static [super::On] = &[super::On::Shape];

    fn settings(&self, _: &crate::model::Traits) -> Vec<crate::ir::Setting> {
        vec![crate::ir::Setting::new("discriminated", [super::text(self.as_str())])]
    }
}

#[cfg(test)]
mod tests {
    use super::{Discriminated, JsonUnknown};
    use crate::ir::{Literal, Setting};
    use crate::model::{Trait, Traits};
    use crate::traits::testing::{node, problem};
    use crate::traits::{On, settings};

    #[test]
    fn traits_of_unions_become_part_of_schemas() {
        let mut traits = Traits::new();
        traits.put::<Discriminated>(node("\"type\""));
        let key = Literal::Str("type".to_owned());
        assert_eq!(settings(On::Shape, &traits), [Setting::new("discriminated", [key])]);
        assert_eq!(problem::<Discriminated>("1"), "Expected string, but found number.");
        assert_eq!(JsonUnknown::read(&node("{}")), Ok(JsonUnknown));
    }
}
