import { useRef } from 'react';
import { canRerunPart } from '../../model/run/actions';
import type { ShownRun } from '../../model/run/shownRun';
import { InputList } from './InputList';
import { Lineage } from './Lineage';
import { Machines } from './Machines';
import type { MemoryStore } from './memory';
import { NodesSection } from './NodesSection';
import { Overview } from './Overview';
import { FileFacts } from './FileFacts';
import { RunHead } from './RunHead';
import { ScheduleFacts } from './ScheduleFacts';
import { Section } from './Section';

/** All that is known of one run. The nodes come last, as there may be thousands. */
export function RunPage({ shown, memory }: { readonly shown: ShownRun; readonly memory: MemoryStore }) {
  const { run, inputs, otherFiles, machines, lineage, nodes, version, expectedEnd } = shown;
  const nodesPlace = useRef<HTMLDivElement>(null);
  return (
    <div className="scroller">
      <RunHead run={run} nodes={nodes} expectedEnd={expectedEnd} onGoToNodes={() => goTo(nodesPlace.current)} />
      <Section title="Overview" memory={memory}>
        <Overview run={run} version={version} />
      </Section>
      {shown.schedule !== null && (
        <Section title="Schedule" memory={memory}>
          <ScheduleFacts schedule={shown.schedule} />
        </Section>
      )}
      {inputs !== null && inputs.length > 0 && (
        <Section title="Inputs" count={String(inputs.length)} memory={memory}>
          <InputList inputs={inputs} status={run.status} />
        </Section>
      )}
      {otherFiles !== null && otherFiles.length > 0 && (
        <Section title="Other input files" count={String(otherFiles.length)} memory={memory}>
          <ul className="items">
            {otherFiles.map((file) => (
              <li key={`${file.path} ${file.sha256}`}>
                <bdi className="path">{file.path}</bdi>
                <FileFacts file={file} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {machines !== null && machines.length > 0 && (
        <Section title="Machines" count={String(machines.length)} memory={memory}>
          <Machines machines={machines} />
        </Section>
      )}
      {lineage !== null && (run.rerunOf !== null || lineage.reruns.length > 0) && (
        <Section title="Related runs" memory={memory}>
          <Lineage rerunOf={run.rerunOf} lineage={lineage} />
        </Section>
      )}
      {nodes !== null && nodes.length > 0 && (
        <div ref={nodesPlace} data-vscode-context={JSON.stringify({ runId: run.id, canRerunPart: canRerunPart(run) })}>
          <NodesSection attempts={shown.attempts} runId={run.id} nodes={nodes} usual={shown.usual} memory={memory} />
        </div>
      )}
    </div>
  );
}

/** To the heading of a section, with the focus. */
function goTo(place: HTMLElement | null): void {
  place?.scrollIntoView();
  place?.querySelector<HTMLElement>('h2 button')?.focus({ preventScroll: true });
}
