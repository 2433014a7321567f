#!/usr/bin/env bash
# Reviews the changes of the models of a repository, for CI and for use by hand:
#
#   review.sh BASE [MODELS]
#
# BASE is the revision to compare with, such as `origin/main`; MODELS is the folder of the models: by default `models`, or
# else `model`, which `whitesmith init` creates.
# Four checks, of which all run even if one fails:
#
#   1. Generated code is up to date with models and codegen.toml, if there is a codegen.toml.
#   2. The changes, as Markdown, are written to $REVIEW_OUT/changes.md. In a GitHub workflow they are annotations, too.
#   3. No change requires a new major version, unless review-allow.toml has an exception.
#   4. Clients and servers pass the test cases of the models, if they have any. REVIEW_CONFORMANCE=skip leaves this out,
#      since it compiles a crate.
#
# Environment: WHITESMITH is the program (`whitesmith` by default), REVIEW_OUT the folder for output (`target/review`),
# REVIEW_DENY what is denied (`semver-major`).
set -uo pipefail

base=${1:?usage: review.sh BASE [MODELS]}
if [[ $# -ge 2 ]]; then models=$2; elif [[ -d models ]]; then models=models; else models=model; fi
out=${REVIEW_OUT:-target/review}
deny=${REVIEW_DENY:-semver-major}
read -r -a whitesmith <<<"${WHITESMITH:-whitesmith}"
failed=()
mkdir -p "$out"

if [[ -f codegen.toml ]]; then
    "${whitesmith[@]}" codegen --check || failed+=("generated code is stale")
fi

if ! "${whitesmith[@]}" diff "$base" "$models" --format markdown >"$out/changes.md"; then
    failed+=("the models cannot be compared")
else
    options=(--deny "$deny")
    [[ -f review-allow.toml ]] && options+=(--allow review-allow.toml)
    format=human
    [[ ${GITHUB_ACTIONS:-} == true ]] && format=github
    "${whitesmith[@]}" diff "$base" "$models" --format "$format" "${options[@]}" || failed+=("denied changes: $deny")
    "${whitesmith[@]}" diff "$base" "$models" --format junit "${options[@]}" >"$out/changes.xml" || true
fi

tests='httpRequestTests|httpResponseTests|httpMalformedRequestTests|eventStreamTests|endpointTests'
if [[ ${REVIEW_CONFORMANCE:-} != skip ]] && grep -rqE "$tests" "$models"; then
    "${whitesmith[@]}" conformance "$models" || failed+=("test cases of the models failed")
fi

for reason in "${failed[@]:+${failed[@]}}"; do
    echo "review: $reason" >&2
done
((${#failed[@]} == 0))
