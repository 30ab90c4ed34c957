#!/usr/bin/env bash
# Fuzzes every parser for so long each (such as 10m), one after the other; what is found lies beside the seeds afterwards.
# A process fuzzes one test only, so that each gets its own.
set -euo pipefail
cd "$(dirname "$0")/../../.."
time=${1:?how long for each, such as 10m}
found=0
for file in $(grep -rl '@FuzzTest' src/test/java --include='*Fuzz.java' | sort); do
  class=$(basename "$file" .java)
  for method in $(grep -A1 '@FuzzTest' "$file" | sed -n 's/.*void \([A-Za-z]*\)(.*/\1/p'); do
    echo "== $class#$method"
    JAZZER_FUZZ=1 mvn -q test -Dtest="$class#$method" -Dtest.options="-Djazzer.max_duration=$time" || found=1
  done
done
exit $found
