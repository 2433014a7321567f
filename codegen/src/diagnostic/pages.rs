//! The pages of `codegen/pages`: one for each event id, or for the part before its first dots.

/// A row for each page; the file has the id's name.
macro_rules! pages {
    ($($id:literal)*) => {
        &[$(($id, include_str!(concat!("../../pages/", $id, ".md")))),*]
    };
}

/// All pages, by id.
pub const PAGES: &[(&str, &str)] = pages! {
    "AbbreviationName"
    "AddedMetadata"
    "AddedOperationBinding"
    "AddedOperationError"
    "AddedRequiredMember"
    "AddedResourceBinding"
    "AddedServiceError"
    "AddedShape"
    "AddedTraitDefinition"
    "ArnTemplate"
    "ArnTrait"
    "AuthTrait"
    "CamelCase"
    "ChangedDefault"
    "ChangedEnumTrait"
    "ChangedLengthTrait"
    "ChangedMemberOrder"
    "ChangedMemberTarget"
    "ChangedMetadata"
    "ChangedNullability"
    "ChangedOperationInput"
    "ChangedOperationOutput"
    "ChangedRangeTrait"
    "ChangedRequiredTrait"
    "ChangedResourceIdentifiers"
    "ChangedServiceVersion"
    "ChangedShapeType"
    "ClientContextParams"
    "ClientEndpointDiscovery"
    "CloudWatchNamespace"
    "ContextParam"
    "CorsTrait"
    "DefaultMissingSensitiveTrait"
    "DefaultTrait"
    "DefaultValueInUpdate"
    "DeprecatedShape"
    "DeprecatedTrait"
    "EmitEachSelector"
    "EmitNoneSelector"
    "EndpointBddTrait"
    "EndpointRuleSetTrait"
    "EndpointTestsTrait"
    "EnumNamesPresent"
    "EnumShape"
    "EnumTrait"
    "ErrorRename"
    "EventPayloadTrait"
    "EventSource"
    "EventStreamTestsTrait"
    "ExamplesTrait"
    "ExclusiveStructureMemberTrait"
    "Format"
    "HostLabelTrait"
    "HttpApiKeyAuthTrait"
    "HttpBindingTraitIgnored"
    "HttpBindingsMissing"
    "HttpChecksumTrait"
    "HttpHeaderTrait"
    "HttpLabelTrait"
    "HttpMalformedRequestTests"
    "HttpMethodSemantics"
    "HttpPayload"
    "HttpPrefixHeadersTrait"
    "HttpQueryParamsTrait"
    "HttpQueryTrait"
    "HttpRequestTestsInput"
    "HttpResponseCodeSemantics"
    "HttpResponseTestsError"
    "HttpResponseTestsOutput"
    "HttpUriConflict"
    "HttpUriFormat"
    "HttpUriGreedyLabel"
    "IdempotencyTokenIgnored"
    "IdempotentTrait"
    "IndexedTrait"
    "InputOutputStructureReuse"
    "JsonName"
    "LengthTrait"
    "LowerCamelCase"
    "MediaType"
    "MemberShouldReferenceResource"
    "MetadataTrait"
    "MissingClientOptionalTrait"
    "MissingPaginatedTrait"
    "MissingSensitiveTrait"
    "Model"
    "ModifiedTrait"
    "NoInlineDocumentSupport"
    "NoninclusiveTerms"
    "OperationContextParams"
    "OperationContextParamsTrait"
    "OperationInputOutputMisuse"
    "OperationInputOutputName"
    "OperationNameAmbiguity"
    "Output"
    "PaginatedTrait"
    "PatternTrait"
    "PrivateAccess"
    "PrivateMixinMember"
    "ProtocolHttp"
    "ProtocolHttpPayload"
    "QueryErrorCode"
    "RangeTrait"
    "ReferencesTrait"
    "RemovedMetadata"
    "RemovedOperationBinding"
    "RemovedOperationError"
    "RemovedResourceBinding"
    "RemovedServiceError"
    "RemovedShape"
    "RemovedTraitDefinition"
    "RepeatedShapeName"
    "RequestCompressionTrait"
    "ReservedWords"
    "ResourceCycle"
    "ResourceIdentifier"
    "ResourceIdentifierBinding"
    "ResourceLifecycle"
    "ResourceOperationInputOutput"
    "Rpcv2CborTrait"
    "Rpcv2JsonTrait"
    "RuleSet"
    "RuleSetAuthSchemes"
    "RuleSetParamMissingDocs"
    "RuleSetParameter"
    "RuleSetTestCase"
    "RuleSetUri"
    "RulesEngineVersion"
    "SdkServiceId"
    "Service"
    "ServiceRename"
    "ServiceAuthDefinitions"
    "ServiceBoundResourceOperation"
    "ServiceTagging"
    "ShapeClosure"
    "ShapeIdConflict"
    "ShapeRecursion"
    "ShouldHaveUsedTimestamp"
    "SigV4Migration"
    "SigV4Traits"
    "SingleOperationBinding"
    "SingleResourceBinding"
    "StandardOperationVerb"
    "StaticContextParams"
    "StaticContextParamsTrait"
    "StreamingTrait"
    "SyntacticShapeIdTarget"
    "TagEnabledService"
    "TagResourcePropertyName"
    "TagResourcePropertyType"
    "TaggableResource"
    "Target"
    "TraitBreakingChange"
    "TraitBreakingChanges"
    "TraitConflict"
    "TraitTarget"
    "TraitValidators"
    "TraitValue"
    "TypedMetadata"
    "Union"
    "UniqueProtocolTestCaseId"
    "UniqueWaiterNames"
    "UnitType"
    "UnknownValidator"
    "UnreferencedShape"
    "UnstableTrait"
    "UpperCamelCase"
    "WaitableTrait"
    "WaitableTraitInvalidErrorType"
    "WaitableTraitJmespathProblem"
    "XmlFlattenedTrait"
    "XmlNamespaceTrait"
    "codegen.Config"
    "codegen.EndpointRules"
    "codegen.Internal"
    "codegen.MemberConstraint"
    "codegen.MissingFeature"
    "codegen.NoProtocol"
    "codegen.Output"
    "codegen.Stale"
    "codegen.UnknownError"
    "codegen.UnknownOperation"
    "codegen.UnknownService"
    "codegen.UnsupportedAuth"
    "codegen.WaiterLeftOut"
    "codegen.WeakerPattern"
    "conformance.Case"
    "conformance.Failed"
};

/// The page of an event id, and the id that it explains: the longest beginning of `id` that has one.
pub fn find(id: &str) -> Option<(&'static str, &'static str)> {
    let mut part = id;
    loop {
        if let Some(page) = PAGES.iter().find(|(known, _)| *known == part) {
            return Some(*page);
        }
        // `UnknownValidator_…` goes on with a name from the model.
        part = part.rsplit_once(['.', '_'])?.0;
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::{PAGES, find};

    #[test]
    fn an_id_of_several_parts_has_the_page_of_its_longest_beginning() {
        assert_eq!(find("Model.UnknownProperty").map(|(id, _)| id), Some("Model"));
        assert_eq!(find("UnknownValidator_Mine").map(|(id, _)| id), Some("UnknownValidator"));
        assert_eq!(find("codegen.Stale").map(|(id, _)| id), Some("codegen.Stale"));
        assert!(find("NoSuchThing.Model").is_none());
    }

    #[test]
    fn every_page_is_listed_and_says_whose_it_is() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("pages");
        let entries = fs::read_dir(&folder).expect("the pages").flatten();
        let names = entries.map(|entry| entry.file_name().to_string_lossy().trim_end_matches(".md").to_owned());
        let found: BTreeSet<String> = names.filter(|name| name != "README").collect();
        let listed: BTreeSet<String> = PAGES.iter().map(|(id, _)| (*id).to_owned()).collect();
        assert_eq!(found, listed);
        let index = fs::read_to_string(folder.join("README.md")).expect("the index");
        for (id, text) in PAGES {
            assert!(text.starts_with(&format!("# {id}\n")), "{id}");
            assert!(text.contains("\nWhat to do: "), "{id} does not say what to do");
            assert!(index.contains(&format!("({id}.md)")), "{id} is not in README.md");
        }
    }

    /// Ids that the source names where it makes a diagnostic.
    fn emitted(source: &str) -> Vec<&str> {
        let mut ids = Vec::new();
        for start in ["Diagnostic::error(", "Diagnostic::new(", ".fail("] {
            for (at, _) in source.match_indices(start) {
                let rest = source.get(at + start.len()..).unwrap_or_default().trim_start();
                let rest = match rest.strip_prefix("Severity::") {
                    Some(severity) => severity.split_once(',').map_or("", |(_, rest)| rest.trim_start()),
                    None => rest,
                };
                ids.extend(rest.strip_prefix('"').and_then(|rest| rest.split('"').next()));
            }
        }
        ids
    }

    #[test]
    fn every_id_that_the_source_names_has_a_page() {
        let mut count = 0;
        for entry in walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).into_iter().flatten() {
            let Ok(source) = fs::read_to_string(entry.path()) else { continue };
            // What follows are tests, whose ids are anything.
            let source = source.split("#[cfg(test)]").next().unwrap_or_default();
            if entry.file_name() == "tests.rs" {
                continue;
            }
            for id in emitted(source) {
                count += 1;
                assert!(find(id).is_some(), "{id}, of {}, has no page in codegen/pages", entry.path().display());
            }
        }
        assert!(count > 50, "{count}");
    }
}
