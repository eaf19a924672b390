/** The version id of a workflow: a hash of what decides its execution. Uses node:crypto, so not for a webview. */
import { createHash } from 'node:crypto';
import { canonicalWorkflow, type Surroundings } from './canonical';
import { keyOfReference } from './paths';
import type { Workflow, WorkflowSource } from './workflow';

/** Goes up when the canonical form changes: a stored id of another algorithm says nothing. */
export const versionAlgorithm = 1;

/** A workflow with the files and the parsed modules it stands on; a `LoadedWorkflow` is one. */
export interface WorkflowContent {
  readonly source: WorkflowSource;
  readonly workflow: Workflow | null;
  /** By their key in `source.files`. */
  readonly modules: Readonly<Record<string, Workflow>>;
}

/** The version id (64 hexadecimal digits); null when the workflow, a module or a script file is missing. */
export function versionIdOf(content: WorkflowContent): string | null {
  return content.workflow === null ? null : new Versions(content).of(content.source.entry, content.workflow);
}

/** What decides the execution of the nodes of the entry file, besides the file itself. */
export function surroundingsOf(content: WorkflowContent): Surroundings {
  return new Versions(content).surroundings(content.source.entry);
}

/** As `surroundingsOf`, for the nodes of any file of the content by its key; each module's version is computed once. */
export function surroundingsIn(content: WorkflowContent): (file: string) => Surroundings {
  const versions = new Versions(content);
  return (file) => versions.surroundings(file);
}

/** Version ids of one content's files; each is computed once, however many nodes use it. */
class Versions {
  readonly #modules = new Map<string, string | null>();

  constructor(private readonly content: WorkflowContent) {}

  of(file: string, workflow: Workflow): string | null {
    let isWhole = true;
    const known = <Value>(value: Value | null): Value | null => {
      if (value === null) isWhole = false;
      return value;
    };
    const { scriptText, moduleVersion } = this.surroundings(file);
    const canonical = canonicalWorkflow(workflow, {
      scriptText: (script) => known(scriptText(script)),
      moduleVersion: (uses) => known(moduleVersion(uses)),
    });
    return isWhole ? createHash('sha256').update(canonical).digest('hex') : null;
  }

  surroundings(file: string): Surroundings {
    return {
      scriptText: (script) => own(this.content.source.files, keyOfReference(file, script)),
      moduleVersion: (uses) => this.#ofModule(keyOfReference(file, uses)),
    };
  }

  #ofModule(file: string | null): string | null {
    const workflow = own(this.content.modules, file);
    if (file === null || workflow === null) return null;
    const known = this.#modules.get(file);
    if (known !== undefined) return known;
    // A module that uses itself has no version; the entry stands here while its parts are computed.
    this.#modules.set(file, null);
    const version = this.of(file, workflow);
    this.#modules.set(file, version);
    return version;
  }
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string | null): Value | null {
  return key !== null && Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}
