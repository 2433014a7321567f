$version: "2.0"
$operationInputSuffix: "Request"
$operationOutputSuffix: "Response"

// The model of customer-profiles.json, handwritten in the IDL. A test checks that both are equal.
namespace com.amazonaws.customerprofiles

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

/// Amazon Connect Customer Profiles: steps of workflows.
@service(
    sdkId: "Customer Profiles"
    arnNamespace: "profile"
    cloudFormationName: "CustomerProfiles"
    cloudTrailEventSource: "profile.amazonaws.com"
    endpointPrefix: "profile"
)
@sigv4(name: "profile")
@restJson1
@title("Amazon Connect Customer Profiles")
service CustomerProfiles_20200815 {
    version: "2020-08-15"
    operations: [
        GetWorkflowSteps
    ]
}

/// Lists the steps of a workflow.
@http(method: "GET", uri: "/domains/{DomainName}/workflows/{WorkflowId}/steps", code: 200)
@readonly
operation GetWorkflowSteps {
    input :=
        /// Input of `GetWorkflowSteps`.
         {
            /// Domain that the workflow belongs to.
            @httpLabel
            @required
            DomainName: name

            /// Identifier of the workflow.
            @httpLabel
            @required
            WorkflowId: uuid

            /// Token from the previous response. Absent for the first page.
            @httpQuery("next-token")
            NextToken: token

            /// Maximum number of items in the response.
            @httpQuery("max-results")
            MaxResults: maxSize100
        }

    output :=
        /// Output of `GetWorkflowSteps`: one page of workflow steps.
         {
            /// Identifier of the workflow.
            WorkflowId: uuid

            /// Type of the workflow.
            WorkflowType: WorkflowType

            /// Workflow steps.
            Items: WorkflowStepsList

            /// Token for the next page. Absent on the last page.
            NextToken: token
        }

    errors: [
        AccessDeniedException
        BadRequestException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
    ]
}

/// List of workflow steps.
list WorkflowStepsList {
    /// A workflow step.
    member: WorkflowStepItem
}

/// Step of a workflow. The member that is set depends on the type of the workflow.
structure WorkflowStepItem {
    /// Set for workflows of type `APPFLOW_INTEGRATION`.
    AppflowIntegration: AppflowIntegrationWorkflowStep
}

/// Step that imports a batch of records with Amazon AppFlow.
structure AppflowIntegrationWorkflowStep {
    /// Name of the AppFlow flow that the step created.
    @required
    FlowName: FlowName

    /// Status of the step.
    @required
    Status: Status

    /// Message about the execution of the step.
    @required
    ExecutionMessage: string1To255

    /// Number of records that were processed.
    @required
    RecordsProcessed: long = 0

    /// Start time of the records in the batch.
    @required
    BatchRecordsStartTime: string1To255

    /// End time of the records in the batch.
    @required
    BatchRecordsEndTime: string1To255

    /// Time when the step was created.
    @required
    CreatedAt: timestamp

    /// Time when the step was last updated.
    @required
    LastUpdatedAt: timestamp
}

/// Status of a workflow step.
enum Status {
    /// The step has not started.
    NOT_STARTED = "NOT_STARTED"

    /// The step is in progress.
    IN_PROGRESS = "IN_PROGRESS"

    /// The step succeeded.
    COMPLETE = "COMPLETE"

    /// The step failed.
    FAILED = "FAILED"

    /// The batch of the step was split into other steps.
    SPLIT = "SPLIT"

    /// The step will be retried.
    RETRY = "RETRY"

    /// The step was cancelled.
    CANCELLED = "CANCELLED"
}

/// Type of a workflow.
enum WorkflowType {
    /// Imports records with Amazon AppFlow.
    APPFLOW_INTEGRATION = "APPFLOW_INTEGRATION"
}

/// Name that consists of letters, digits, hyphens and underscores.
@length(min: 1, max: 64)
@pattern("^[a-zA-Z0-9_-]+$")
string name

/// Identifier that consists of 32 lowercase hexadecimal digits.
@pattern("^[a-f0-9]{32}$")
string uuid

/// Opaque pagination token.
@length(min: 1, max: 1024)
string token

/// Maximum number of items in a page.
@range(min: 1, max: 100)
integer maxSize100

/// Name of an AppFlow flow.
@length(min: 0, max: 256)
@pattern("^[a-zA-Z0-9][\\w!@#.-]+$")
string FlowName

/// String of 1 to 255 characters.
@length(min: 1, max: 255)
string string1To255

/// 64-bit integer.
@default(0)
long long

/// Date and time.
timestamp timestamp

/// Error message.
string message

/// The caller is not authorized to perform the operation.
@error("client")
@httpError(403)
structure AccessDeniedException {
    /// Error message.
    Message: message
}

/// The request is invalid.
@error("client")
@httpError(400)
structure BadRequestException {
    /// Error message.
    Message: message
}

/// The service failed with an internal error.
@error("server")
@httpError(500)
structure InternalServerException {
    /// Error message.
    Message: message
}

/// The resource does not exist.
@error("client")
@httpError(404)
structure ResourceNotFoundException {
    /// Error message.
    Message: message
}

/// The request was throttled.
@error("client")
@httpError(429)
structure ThrottlingException {
    /// Error message.
    Message: message
}
