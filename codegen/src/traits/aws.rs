//! AWS services (spec: "AWS traits").

use std::sync::Arc;

use super::read::{FromNode, Placed, flag, optional, required, syntax};
use super::{Lower, On, text};
use crate::ir::Setting;
use crate::model::{Invalid, Node, Trait, TraitProblem, Traits};

/// `@aws.api#service`: names of a service.
#[derive(Clone, Debug, PartialEq)]
pub struct Service {
    /// In SDKs.
    pub sdk_id: Placed<Arc<str>>,
    /// In ARNs.
    pub arn_namespace: Option<Arc<str>>,
    /// In `CloudFormation`.
    pub cloud_formation_name: Option<Arc<str>>,
    /// In `CloudTrail`.
    pub cloud_trail_event_source: Option<Placed<Arc<str>>>,
    /// In `CloudWatch`.
    pub cloud_watch_namespace: Option<Placed<Arc<str>>>,
    /// Prefix of its hosts.
    pub endpoint_prefix: Option<Arc<str>>,
}

impl Trait for Service {
    const ID: &'static str = "aws.api#service";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            sdk_id: required(node, "sdkId")?,
            arn_namespace: optional(node, "arnNamespace")?,
            cloud_formation_name: optional(node, "cloudFormationName")?,
            cloud_trail_event_source: optional(node, "cloudTrailEventSource")?,
            cloud_watch_namespace: optional(node, "cloudWatchNamespace")?,
            endpoint_prefix: optional(node, "endpointPrefix")?,
        })
    }
}

impl Service {
    /// The prefix of the service's hosts.
    pub fn host_prefix(&self) -> Option<&str> {
        self.endpoint_prefix.as_deref().or(self.arn_namespace.as_deref())
    }
}

impl Lower for Service {
    const ON: &'static [On] = &[On::Service];

    fn settings(&self, _: &Traits) -> Vec<Setting> {
        let prefix = self.host_prefix().map(|prefix| Setting::new("endpoint_prefix", [text(prefix)]));
        std::iter::once(Setting::new("sdk_id", [text(&self.sdk_id.value)])).chain(prefix).collect()
    }
}

/// `@arn`: the ARN of a resource.
#[derive(Clone, Debug, PartialEq)]
pub struct Arn {
    /// Template with labels.
    pub template: Placed<Arc<str>>,
    /// Whether the template is a complete ARN.
    pub absolute: bool,
    /// Whether ARNs have no region.
    pub no_region: bool,
    /// Whether ARNs have no account.
    pub no_account: bool,
    /// Separator between the type of the resource and its ID.
    pub resource_delimiter: Option<Placed<Arc<str>>>,
}

impl Trait for Arn {
    const ID: &'static str = "aws.api#arn";

    fn read(node: &Node) -> Result<Self, Invalid> {
        let template: Placed<Arc<str>> = required(node, "template")?;
        if template.value.starts_with('/') {
            let problem = TraitProblem::ArnTemplate { template: template.value.to_string() };
            return Err(syntax(template.span, problem));
        }
        Ok(Self {
            template,
            absolute: flag(node, "absolute")?,
            no_region: flag(node, "noRegion")?,
            no_account: flag(node, "noAccount")?,
            resource_delimiter: optional(node, "resourceDelimiter")?,
        })
    }
}

/// `@tagEnabled`: the service has tagging operations.
#[derive(Clone, Debug, PartialEq)]
pub struct TagEnabled {
    /// Whether the operations have names other than the default.
    pub disable_default_operations: bool,
    /// Operations with other names.
    pub api_config: Option<TagOperations>,
}

/// `@taggable`: the resource can be tagged.
#[derive(Clone, Debug, PartialEq)]
pub struct Taggable {
    /// The property that contains tags.
    pub property: Option<Placed<Arc<str>>>,
    /// Tagging operations of the resource.
    pub api_config: Option<TagOperations>,
}

/// Tagging operations, by shape ID.
#[derive(Clone, Debug, PartialEq)]
pub struct TagOperations {
    /// Adds tags.
    pub tag: Option<Arc<str>>,
    /// Removes tags.
    pub untag: Option<Arc<str>>,
    /// Lists tags.
    pub list: Option<Arc<str>>,
}

impl FromNode for TagOperations {
    fn from_node(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            tag: optional(node, "tagApi")?,
            untag: optional(node, "untagApi")?,
            list: optional(node, "listTagsApi")?,
        })
    }
}

impl Trait for TagEnabled {
    const ID: &'static str = "aws.api#tagEnabled";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self {
            disable_default_operations: flag(node, "disableDefaultOperations")?,
            api_config: optional(node, "apiConfig")?,
        })
    }
}

impl Trait for Taggable {
    const ID: &'static str = "aws.api#taggable";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { property: optional(node, "property")?, api_config: optional(node, "apiConfig")? })
    }
}

/// `@clientEndpointDiscovery`: clients request endpoints from the service.
#[derive(Clone, Debug, PartialEq)]
pub struct ClientEndpointDiscovery {
    /// The operation that returns endpoints.
    pub operation: Arc<str>,
    /// The error that invalidates an endpoint.
    pub error: Option<Arc<str>>,
}

impl Trait for ClientEndpointDiscovery {
    const ID: &'static str = "aws.api#clientEndpointDiscovery";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { operation: required(node, "operation")?, error: optional(node, "error")? })
    }
}

/// `@clientDiscoveredEndpoint`: the operation uses endpoint discovery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientDiscoveredEndpoint {
    /// Whether discovery is required.
    pub required: bool,
}

impl Trait for ClientDiscoveredEndpoint {
    const ID: &'static str = "aws.api#clientDiscoveredEndpoint";

    fn read(node: &Node) -> Result<Self, Invalid> {
        Ok(Self { required: required(node, "required")? })
    }
}

#[cfg(test)]
mod tests {
    use super::{Arn, ClientDiscoveredEndpoint, ClientEndpointDiscovery, Service, Taggable};
    use crate::model::Trait;
    use crate::traits::testing::{node, problem};

    #[test]
    fn an_arn_has_a_template_and_flags() {
        let arn = Arn::read(&node(r#"{"template": "a/{b}", "noRegion": true}"#)).expect("valid");
        assert!(arn.no_region && !arn.absolute && !arn.no_account);
        assert_eq!(&*arn.template.value, "a/{b}");
        assert_eq!(problem::<Arn>("{}"), "Missing expected member `template`.");
    }

    #[test]
    fn tagging_names_operations_by_key() {
        let text = r#"{"property": "tags", "apiConfig": {"tagApi": "a#T", "untagApi": "a#U", "listTagsApi": "a#L"}}"#;
        let config = Taggable::read(&node(text)).expect("valid").api_config.expect("there is one");
        let names = [config.tag, config.untag, config.list].map(|id| id.map(|id| id.to_string()));
        assert_eq!(names, ["a#T", "a#U", "a#L"].map(|id| Some(id.to_owned())));
        assert_eq!(problem::<Taggable>(r#"{"property": []}"#), "Expected string, but found array.");
    }

    #[test]
    fn endpoint_discovery_has_an_operation() {
        assert!(ClientEndpointDiscovery::read(&node(r#"{"operation": "a#Find"}"#)).is_ok_and(|it| it.error.is_none()));
        assert_eq!(problem::<ClientEndpointDiscovery>("{}"), "Missing expected member `operation`.");
        assert_eq!(problem::<ClientDiscoveredEndpoint>("{}"), "Missing expected member `required`.");
    }

    #[test]
    fn hosts_begin_with_the_endpoint_prefix_or_else_the_namespace_of_arns() {
        let prefix = |text| Service::read(&node(text)).expect("valid").host_prefix().map(str::to_owned);
        assert_eq!(prefix(r#"{"sdkId": "A", "arnNamespace": "b", "endpointPrefix": "c"}"#).as_deref(), Some("c"));
        assert_eq!(prefix(r#"{"sdkId": "A", "arnNamespace": "b"}"#).as_deref(), Some("b"));
        assert_eq!(prefix(r#"{"sdkId": "A"}"#), None);
    }
}
