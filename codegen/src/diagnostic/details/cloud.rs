//! Facts of diagnostics about traits of MQTT, IAM, API Gateway, `CloudFormation` and standard endpoints, and their
//! messages.

use super::facts;
use super::parts::{Backticked, List};
use crate::model::ShapeId;

facts! {
    /// Facts of diagnostics about traits of other AWS services and MQTT.
    CloudFacts

    TopicConflict { topic: String, operation: ShapeId, payload: ShapeId, others: List<String> }
        "This shape resolves to an MQTT topic `{topic}` as part of the `{operation}` operation, and its payload of \
         `{payload}` conflicts with other topic payloads: [{others}]",
    TopicWithoutLabel { operation: ShapeId, trait_id: &'static str }
        "This member is marked with the `smithy.mqtt#topicLabel` trait, but when this member is used as part of the \
         input of the `{operation}` operation, a corresponding label cannot be found in the `{trait_id}` trait",
    TopicLabels { trait_id: &'static str, labels: Backticked }
        "The `{trait_id}` trait contains the following topic labels that could not be found in the input structure of \
         the operation or were not marked with the `smithy.mqtt#topicLabel` trait: [{labels}]",
    TopicLevel { trait_id: &'static str, topic: String, level: String }
        "Labels of the `{trait_id}` trait must span an entire level of the topic, but found `{level}` in `{topic}`",
    TopicLabelName { trait_id: &'static str, topic: String, label: String }
        "Labels of the `{trait_id}` trait must consist of letters, digits and underscores, but found `{label}` in `{topic}`",
    RepeatedTopicLabel { trait_id: &'static str, topic: String, label: String }
        "Labels of the `{trait_id}` trait must have different names, but `{label}` is repeated in `{topic}`",
    ResolvedConditionKeys { service: ShapeId, unknown: Backticked, known: Backticked }
        "The condition keys resolved by the `{service}` service refer to undefined condition key(s) [{unknown}]. \
         Expected one of the following defined condition keys: [{known}]",
    OperationConditionKey { service: ShapeId, key: String, known: Backticked }
        "This operation scoped within the `{service}` service refers to an undefined condition key `{key}`. Expected \
         one of the following defined condition keys: [{known}]",
    MemberConditionKey { operation: ShapeId, service: ShapeId, member: ShapeId, key: String, known: Backticked }
        "This operation `{operation}` scoped within the `{service}` service with member `{member}` refers to an \
         undefined condition key `{key}`. Expected one of the following defined condition keys: [{known}]",
    MemberOfResolvedKey { operation: ShapeId, service: ShapeId, member: ShapeId, key: String }
        "This operation `{operation}` scoped within the `{service}` service with member `{member}` refers to a \
         condition key `{key}` that is also resolved by service.",
    SharedConditionKey { key: String, operation: ShapeId, members: Backticked }
        "The `{key}` condition key has its value supplied in the `{operation}` operation's input shape by multiple \
         members [{members}]. This value must only be supplied by one member.",
    RequiredConditionKey { key: String }
        "The `{key}` condition key is defined as required but is resolved from the request. This property is only \
         valid for condition keys resolved by the service, it MUST also be specified in the \
         `@serviceResolvedConditionKeys` trait or use the `@required` trait instead.",
    IamActionProperty { property: &'static str, other: &'static str }
        "Operation has the `{property}` property of the `@aws.iam#iamAction` trait set and the deprecated `@{other}` \
         trait applied.",
    IamActionResources { names: List<String> }
        "Operation has the following resource names defined as both required and optional: [{names}]",
    IamResourceName { name: String, template: String }
        "The `@aws.iam#iamResource` trait applied to the resource defines an IAM resource name, `{name}`, that does \
         not match the `@arn` template, `{template}`, of the resource.",
    SharedIamName { name: String, service: ShapeId, resources: Backticked }
        "Multiple IAM resources defined with the same IAM resource name is not allowed in a service closure, but found \
         multiple resources case-insensitively named `{name}` in the service `{service}`: [{resources}]",
    AuthorizerScheme { schemes: Backticked, mappings: List<String> }
        "Each `scheme` of the `aws.apigateway#authorizers` trait must target one of the auth schemes applied to the \
         service (i.e., [{schemes}]). The following mappings of authorizer names to schemes are invalid: {mappings}",
    SimpleResponses { authorizers: List<String> }
        "The enableSimpleResponses member of aws.apigateway#authorizers is only supported when \
         authorizedPayloadFormatVersion is 2.0. The following authorizers are misconfigured: {authorizers}",
    PrivateEndpoint { found: String }
        "The `PRIVATE` endpoint type requires `ipAddressType` to be `dualstack`, but found `{found}`.",
    AdditionalIdentifier { mutability: String }
        "Member with the mutability value of \"{mutability}\" is also marked as an additional identifier",
    PrimaryIdentifier { name: String }
        "The alternative resource primary identifier, `{name}`, must be a property of the resource.",
    PrimaryIdentifierType { name: String, found: &'static str }
        "The alternative resource primary identifier, `{name}`, targets a `{found}` shape, it must target a `string`.",
    PropertyTargets { property: String, resource: String, targets: List<String> }
        "The `{property}` property of the generated `{resource}` CloudFormation resource targets multiple shapes: \
         [{targets}]. Reusing member names that target different shapes can cause confusion for users of the API. This \
         target discrepancy must either be resolved in the model or one of the members must be excluded from the \
         conversion.",
    EndpointLabels { endpoint: String, labels: List<String> }
        "Endpoint `{endpoint}` contains unsupported patterns: {labels}",
    EndpointScheme { endpoint: String }
        "Endpoint `{endpoint}` should start with scheme `http://` or `https://`",
    EndpointUrl { endpoint: String }
        "Endpoint `{endpoint}` should be a valid URL.",
}
