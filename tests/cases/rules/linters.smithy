$version: "2.0"

metadata validators = [
    {
        name: "AbbreviationName"
        configuration: {
            allowedAbbreviations: ["IMO"]
        }
    }
    {
        name: "CamelCase"
        configuration: { memberNames: "lower" }
    }
    {
        name: "EmitEachSelector"
        id: "SmallStrings"
        message: "`@{id|name}` needs a length"
        severity: "NOTE"
        configuration: { selector: "string :not([trait|length]) :not(enum)" }
    }
    {
        name: "EmitNoneSelector"
        id: "HasResource"
        message: "no resource anywhere"
        configuration: { selector: "resource" }
    }
    {
        name: "InputOutputStructureReuse"
    }
    {
        name: "MissingClientOptionalTrait"
        configuration: { onRequiredOrDefault: true }
    }
    {
        name: "MissingPaginatedTrait"
    }
    {
        name: "MissingSensitiveTrait"
    }
    {
        name: "NoninclusiveTerms"
        configuration: {
            terms: {
                landlubber: ["visitor"]
            }
        }
    }
    {
        name: "RepeatedShapeName"
    }
    {
        name: "ReservedWords"
        configuration: {
            reserved: [
                {
                    words: ["bilge"]
                    reason: "It smells."
                    selector: ":is(member, structure)"
                }
                {
                    terms: ["poop deck"]
                }
            ]
        }
    }
    {
        name: "ShouldHaveUsedTimestamp"
    }
    {
        name: "StandardOperationVerb"
        configuration: {
            verbs: ["Get", "List"]
            suggestAlternatives: {
                Fetch: ["Get"]
            }
        }
    }
    {
        name: "StandardOperationVerbs"
    }
]

namespace example.linters

service Harbour {
    version: "1"
    operations: [
        FetchShip
        GetIMOAndMMSI
        ListLandlubbers
        Moor
    ]
}

operation FetchShip {
    input: Ship
    output: Ship
}

operation GetIMOAndMMSI {
    output := {
        HullNumber: String
        bilge: Bilge
        poopDeck: String
    }
}

operation ListLandlubbers {
    input := {
        nextToken: String
        maxResults: Integer
    }
    output := {
        nextToken: String
        visitors: Names
    }
}

operation Moor {}

structure Ship {
    @required
    shipName: String

    ownersPassport: Passport

    launchedAt: String
}

structure Bilge {}

structure passport_details {
    passportNumber: String
}

string Passport

list Names {
    member: String
}
