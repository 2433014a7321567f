//! The JSON schema of `codegen.toml`, for completion and checks in editors.

use serde_json::{Map, Value, json};
use whitesmith_codegen::config::keys::{Absent, Key, Kind, Presence, ROOT, TABLES, Table};

/// The schema, as indented JSON.
pub fn schema() -> String {
    let mut schema = object(&ROOT);
    for table in TABLES.iter().filter(|table| !table.header.is_empty()) {
        let mut items = Map::new();
        items.insert("type".into(), "array".into());
        items.insert("description".into(), table.docs.into());
        items.insert("items".into(), object(table).into());
        let name = table.header.trim_matches(['[', ']']);
        if table.presence == Presence::Required {
            items.insert("minItems".into(), 1.into());
            if let Some(required) = schema.get_mut("required").and_then(Value::as_array_mut) {
                required.push(name.into());
            }
        }
        if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
            properties.insert(name.to_owned(), items.into());
        }
    }
    schema.insert("$schema".into(), "http://json-schema.org/draft-07/schema#".into());
    schema.insert("title".into(), "codegen.toml of Whitesmith".into());
    let mut text = format!("{:#}", Value::from(schema));
    text.push('\n');
    text
}

/// An object with the keys of a table and no others.
fn object(table: &Table) -> Map<String, Value> {
    let required = table.keys.iter().filter(|key| key.absent == Absent::Required).map(|key| key.name);
    let properties = table.keys.iter().map(|key| (key.name.to_owned(), property(key)));
    let object = json!({
        "type": "object",
        "additionalProperties": false,
        "required": required.collect::<Vec<_>>(),
        "properties": properties.collect::<Map<_, _>>(),
    });
    match object {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

fn property(key: &Key) -> Value {
    let mut value = match key.kind {
        Kind::Boolean => json!({ "type": "boolean" }),
        Kind::Text | Kind::Path => json!({ "type": "string" }),
        Kind::Paths | Kind::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        Kind::Names => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
        Kind::Choice(words) => {
            json!({ "enum": words.iter().map(|(word, _)| *word).collect::<Vec<_>>() })
        }
    };
    let mut description = key.docs.join("\n\n");
    if let Kind::Choice(words) = key.kind {
        for (word, meaning) in words {
            description.extend(["\n- `", word, "`: ", meaning]);
        }
    }
    match key.absent {
        Absent::Required => {}
        // Values of the table are plain: the same in TOML and JSON.
        Absent::Value(default) => value["default"] = serde_json::from_str(default).unwrap_or_default(),
        Absent::Otherwise(otherwise) => description.extend(["\n\nDefault: ", otherwise, "."]),
    }
    value["description"] = description.into();
    value
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    #[test]
    fn a_file_without_services_is_invalid() {
        let schema: Value = serde_json::from_str(&super::schema()).expect("JSON");
        assert_eq!(schema["required"], serde_json::json!(["package", "service"]));
        assert_eq!(schema["properties"]["service"]["minItems"], 1);
        assert_eq!(schema["properties"]["attributes"].get("minItems"), None);
    }
}
