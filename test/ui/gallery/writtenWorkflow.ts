/** A workflow file in the page, read and edited by the real model: what the host does, without VS Code. */
import { inspectionOf, settingsOf } from '../../../src/extension/workflows/inspection';
import { editWorkflow, emptyWorkflow } from '../../../src/model/workflow/edit/editWorkflow';
import {
  sourcesOf,
  targetsOf,
  type ConnectionSource,
  type ConnectionTarget,
  type NodeFit,
} from '../../../src/model/workflow/edit/fits';
import type { WorkflowEdit } from '../../../src/model/workflow/edit/workflowEdit';
import { graphOf } from '../../../src/model/workflow/graphOf';
import { placedProblems, type PlacedProblem } from '../../../src/model/workflow/mends/placedProblems';
import { readYaml } from '../../../src/model/workflow/readYaml';
import { parseWorkflow } from '../../../src/model/workflow/parse';
import type { Workflow, WorkflowSource } from '../../../src/model/workflow/workflow';
import type { EditAnswer } from '../../../src/protocol/authoring';
import type { EditorState } from '../../../src/protocol/editor';
import type { NodeInspection } from '../../../src/protocol/nodeInspection';

export class WrittenWorkflow {
  #source: WorkflowSource;

  constructor(source: WorkflowSource) {
    this.#source = source;
  }

  get text(): string {
    return this.#source.files[this.#source.entry] ?? '';
  }

  /** Somebody writes the file anew. */
  write(text: string): void {
    this.#source = { ...this.#source, files: { ...this.#source.files, [this.#source.entry]: text } };
  }

  state(): EditorState {
    const { file, workflow, problems, readOnly } = this.#parsed();
    return {
      file: {
        title: workflow?.name ?? file,
        fileName: file,
        kind: workflow?.kind ?? 'workflow',
        readOnly,
        outdated: null,
        isGone: false,
        canRun: true,
        version: this.text,
        settings: workflow === null ? null : settingsOf(workflow),
      },
      graph: graphOf({ source: this.#source, workflow, modules: {}, problems }),
      problems,
      loaded: null,
      nodeRuns: [],
      expectedEnd: null,
      usual: [],
      stale: [],
    };
  }

  inspect(nodeId: string): NodeInspection {
    const node = this.#parsed().workflow?.nodes.find(({ id }) => id === nodeId);
    if (node === undefined) throw new Error(`There is no node ${nodeId}.`);
    return inspectionOf({ source: this.#source }, node);
  }

  edit(edit: WorkflowEdit): EditAnswer {
    const result = editWorkflow(this.text, this.#parsed(), edit);
    if (result.kind === 'refused') return result;
    let { text } = this;
    for (const { offset, length, text: inserted } of result.edits.toReversed()) {
      text = text.slice(0, offset) + inserted + text.slice(offset + length);
    }
    this.write(text);
    return { kind: 'done', notes: result.notes };
  }

  targets(source: ConnectionSource): NodeFit[] {
    return targetsOf(this.#workflow(), source, {});
  }

  sources(target: ConnectionTarget): NodeFit[] {
    return sourcesOf(this.#workflow(), target, {});
  }

  #workflow(): Workflow {
    return this.#parsed().workflow ?? emptyWorkflow(this.#source.entry);
  }

  placedProblems(): PlacedProblem[] {
    return placedProblems({ text: this.text, reading: readYaml(this.text), parsed: this.#parsed(), around: {} });
  }

  mend(code: string, title: string): EditAnswer {
    const mend = this.placedProblems()
      .filter(({ problem }) => problem.code === code)
      .flatMap(({ mends }) => mends)
      .find((one) => one.title === title);
    return mend?.kind === 'edit' ? this.edit(mend.edit) : { kind: 'refused', message: 'There is no such edit.' };
  }

  #parsed() {
    return parseWorkflow(this.#source.entry, this.text);
  }
}
