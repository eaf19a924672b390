/** Files as people write them, each with habits of its own. */
import { readFileSync } from 'node:fs';

const demo = new URL('../../../../demo/', import.meta.url);

const commented = `# yaml-language-server: $schema=../workflow.schema.json
# Owned by the data team.

name: "Nightly numbers"   # shown in the sidebar
inputs:
  # which day
  day:
    type: string
    default: 2024-01-01
  limit: {type: number, default: 007}

nodes:

  # --- fetching ---

  # The API is slow on Mondays.
  fetch:
    label: 'Fetch it''s data'
    run: |
      curl "$URL?day=$day" > data.json   # one day
      \tif true; then echo tab; fi

    inputs:
      day:
        from: inputs.day
      n: {from: inputs.limit}
    outputs: {data: data.json, log: "log.txt"}
    # retries: 5
    retries: 2


  clean:   # drops what is broken
    needs:
      - fetch    # for its side effects
    run: >-
      clean "$data"
      > clean.json
    inputs:
      data: { from: 'fetch.data' }
    outputs:
      clean: clean.json

  # --- the end ---
  report:
    needs: [ fetch, clean ]
    when: always
    timeout: 90
    inputs: { clean: { from: clean.clean },   # the rows
              day: { from: inputs.day } }
    run: "wc -l \\"$clean\\" > Bericht-ü.md"
    outputs: { report: Bericht-ü.md }

# where they stand
layout:
  fetch: [0, 0]
  clean: [ 300,0 ]  # beside
`;

const flow = `{
  "name": "In braces",
  "inputs": { "a": { "type": "file" } },
  "nodes": {
    "one": { "run": "true", "outputs": { "x": "x" } }, # first
    "two": {
      "run": "cat $x",
      "inputs": { "x": { "from": "one.x" }, "a": { "from": "inputs.a" } },
      "needs": [
        "one", # again
        "three"
      ]
    },
    "three": { "script": "t.sh", "shell": "bash" }
  },
  "layout": { "one": [1, 2] }
}
`;

const compact = `---
description: |+
  Two lines
  of words

nodes:
    a: { run: echo a, outputs: { out: a.txt } }
    b: { run: cat "$a", inputs: { a: { from: a.out } }, outputs: { out: b.txt } }
    # c needs both
    c: { run: 'true', needs: [a, b] }
    d:
        uses: ./m.module.yaml
        inputs: { x: { from: b.out }, y: null, z: "5" }
outputs:
    all: { from: b.out }
    c:
        from: d.out`;

export const realFiles: Readonly<Record<string, string>> = {
  'an empty file': '',
  'a file of comments': '# To do: everything\n\n# and more',
  'a file with many comments': commented,
  'a file with Windows line ends': commented.replaceAll('\n', '\r\n'),
  'a file in braces': flow,
  'a compact file without a last line end': compact,
  'the dependency audit': readFileSync(new URL('dependency-audit.workflow.yaml', demo), 'utf8'),
  'the release check': readFileSync(new URL('release-check.workflow.yaml', demo), 'utf8'),
  'the weekly review': readFileSync(new URL('weekly-review.workflow.yaml', demo), 'utf8'),
};
