//! IDs of traits that generated code does not depend on. Only rules read their values, as nodes.

/// `smithy.mqtt`
pub(crate) mod mqtt {
    pub(crate) const PUBLISH: &str = "smithy.mqtt#publish";
    pub(crate) const SUBSCRIBE: &str = "smithy.mqtt#subscribe";
    pub(crate) const TOPIC_LABEL: &str = "smithy.mqtt#topicLabel";
}

/// `aws.iam`
pub(crate) mod iam {
    pub(crate) const ACTION_NAME: &str = "aws.iam#actionName";
    pub(crate) const ACTION_DESCRIPTION: &str = "aws.iam#actionPermissionDescription";
    pub(crate) const REQUIRED_ACTIONS: &str = "aws.iam#requiredActions";
    pub(crate) const ACTION: &str = "aws.iam#iamAction";
    pub(crate) const RESOURCE: &str = "aws.iam#iamResource";
    pub(crate) const CONDITION_KEYS: &str = "aws.iam#conditionKeys";
    pub(crate) const CONDITION_KEY_VALUE: &str = "aws.iam#conditionKeyValue";
    pub(crate) const DEFINE_CONDITION_KEYS: &str = "aws.iam#defineConditionKeys";
    pub(crate) const RESOLVED_CONDITION_KEYS: &str = "aws.iam#serviceResolvedConditionKeys";
    pub(crate) const NO_INFERENCE: &str = "aws.iam#disableConditionKeyInference";
}

/// `aws.apigateway`
pub(crate) mod gateway {
    pub(crate) const AUTHORIZERS: &str = "aws.apigateway#authorizers";
    pub(crate) const ENDPOINTS: &str = "aws.apigateway#endpointConfiguration";
    pub(crate) const RESPONSES: &str = "aws.apigateway#gatewayResponses";
}

/// `aws.cloudformation`
pub(crate) mod cloud_formation {
    pub(crate) const RESOURCE: &str = "aws.cloudformation#cfnResource";
    pub(crate) const MUTABILITY: &str = "aws.cloudformation#cfnMutability";
    pub(crate) const ADDITIONAL_IDENTIFIER: &str = "aws.cloudformation#cfnAdditionalIdentifier";
    pub(crate) const EXCLUDE: &str = "aws.cloudformation#cfnExcludeProperty";
}

/// `aws.endpoints`
pub(crate) mod endpoints {
    pub(crate) const REGIONAL: &str = "aws.endpoints#standardRegionalEndpoints";
    pub(crate) const PARTITIONAL: &str = "aws.endpoints#standardPartitionalEndpoints";
}
