// Traits of the namespace `smithy.ai`, and the shapes of their values.
$version: "2"

namespace smithy.ai

@trait(selector: ":is(service, operation)")
map prompts {
    key: PromptName
    value: PromptTemplateDefinition
}

string PromptName

structure PromptTemplateDefinition {
    @required
    description: String
    @required
    template: String
    @idRef(failWhenMissing: true, selector: "structure")
    arguments: String
    preferWhen: String
}
