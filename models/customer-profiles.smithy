$version: "2.0"
$operationInputSuffix: "Request"
$operationOutputSuffix: "Response"

// The same model as customer-profiles.json, as one would write it by hand: a test holds the two together.
namespace com.amazonaws.customerprofiles

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

/// Amazon Connect Customer Profiles, as far as the steps of data workflows are concerned.
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

/// Lists the steps of one workflow, a page at a time.
@http(method: "GET", uri: "/domains/{DomainName}/workflows/{WorkflowId}/steps", code: 200)
@readonly
operation GetWorkflowSteps {
    input :=
        /// Asks for the steps of one workflow of a domain.
        {
            /// The domain that the workflow belongs to.
            @httpLabel
            @required
            DomainName: name

            /// The workflow.
            @httpLabel
            @required
            WorkflowId: uuid

            /// Where to go on, from an earlier page; absent for the first, and after the last.
            @httpQuery("next-token")
            NextToken: token

            /// How many items the page may hold.
            @httpQuery("max-results")
            MaxResults: maxSize100
        }

    output :=
        /// One page of workflow steps.
        {
            /// The workflow.
            WorkflowId: uuid

            /// Which kind of workflow it is.
            WorkflowType: WorkflowType

            /// The steps of this page.
            Items: WorkflowStepsList

            /// Where to go on, from an earlier page; absent for the first, and after the last.
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

/// Steps of a workflow.
list WorkflowStepsList {
    /// One of them.
    member: WorkflowStepItem
}

/// A step of a workflow; which member is there depends on the workflow's type.
structure WorkflowStepItem {
    /// The step of a workflow that brings in data with AppFlow.
    AppflowIntegration: AppflowIntegrationWorkflowStep
}

/// A step that moves one batch of records with an AppFlow flow.
structure AppflowIntegrationWorkflowStep {
    /// The flow that moves the records of this step.
    @required
    FlowName: FlowName

    /// How far the step has come.
    @required
    Status: Status

    /// What the step reports about itself.
    @required
    ExecutionMessage: string1To255

    /// How many records were moved.
    @required
    RecordsProcessed: long = 0

    /// The time of the first record in the batch.
    @required
    BatchRecordsStartTime: string1To255

    /// The time of the last record in the batch.
    @required
    BatchRecordsEndTime: string1To255

    /// When the step was made.
    @required
    CreatedAt: timestamp

    /// When the step last changed.
    @required
    LastUpdatedAt: timestamp
}

/// How far a step has come.
enum Status {
    /// It waits for its turn.
    NOT_STARTED = "NOT_STARTED"

    /// It is at work.
    IN_PROGRESS = "IN_PROGRESS"

    /// It ended well.
    COMPLETE = "COMPLETE"

    /// It ended with an error.
    FAILED = "FAILED"

    /// Its batch was divided among other steps.
    SPLIT = "SPLIT"

    /// It will be tried again.
    RETRY = "RETRY"

    /// It was called off.
    CANCELLED = "CANCELLED"
}

/// Which kind of work a workflow does.
enum WorkflowType {
    /// Brings in data with AppFlow.
    APPFLOW_INTEGRATION = "APPFLOW_INTEGRATION"
}

/// A name of letters, digits, hyphens and underscores.
@length(min: 1, max: 64)
@pattern("^[a-zA-Z0-9_-]+$")
string name

/// An identifier of 32 hexadecimal digits in lower case.
@pattern("^[a-f0-9]{32}$")
string uuid

/// Says where the next page begins. Its content means nothing to callers.
@length(min: 1, max: 1024)
string token

/// How many items a page may hold.
@range(min: 1, max: 100)
integer maxSize100

/// The name of an AppFlow flow.
@length(min: 0, max: 256)
@pattern("^[a-zA-Z0-9][\\w!@#.-]+$")
string FlowName

/// A text of 1 to 255 characters.
@length(min: 1, max: 255)
string string1To255

/// A whole number.
@default(0)
long long

/// A point in time.
timestamp timestamp

/// What went wrong, in words.
string message

/// The caller has no right to do this.
@error("client")
@httpError(403)
structure AccessDeniedException {
    /// What went wrong, in words.
    Message: message
}

/// The request is malformed, or breaks a constraint of the model.
@error("client")
@httpError(400)
structure BadRequestException {
    /// What went wrong, in words.
    Message: message
}

/// The service failed for reasons of its own.
@error("server")
@httpError(500)
structure InternalServerException {
    /// What went wrong, in words.
    Message: message
}

/// What the request names does not exist.
@error("client")
@httpError(404)
structure ResourceNotFoundException {
    /// What went wrong, in words.
    Message: message
}

/// The caller sends too many requests in too short a time.
@error("client")
@httpError(429)
structure ThrottlingException {
    /// What went wrong, in words.
    Message: message
}
