import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DetailsState } from '../../protocol/runDetails';
import type { Signal } from '../signal';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { ProgressRing } from '../ui/ProgressRing';
import { useHost } from './host';
import type { MemoryStore } from './memory';
import type { DetailsStore } from './model/detailsStore';
import { RunPage } from './RunPage';

interface RunDetailsProps {
  readonly store: DetailsStore;
  readonly memory: MemoryStore;
  /** Sentences about what did not work. */
  readonly notices: Signal<string>;
}

/** The whole view: a run, or what stands in its place. */
export function RunDetails({ store, memory, notices }: RunDetailsProps) {
  const state = useSyncExternalStore(store.subscribe, store.current);
  const [notice, setNotice] = useState<string | null>(null);
  useEffect(() => notices.listen(setNotice), [notices]);
  return (
    <main className="details">
      {notice !== null && <Notice sentence={notice} onClose={() => setNotice(null)} />}
      <Content state={state ?? { kind: 'loading' }} memory={memory} />
      <output className="for-screen-readers" aria-live="polite">
        {state?.kind === 'run' ? `Run ${state.shown.run.name}: ${state.shown.run.status}` : ''}
      </output>
    </main>
  );
}

/** A name in a sentence. */
function inShort(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}

function Content({ state, memory }: { readonly state: DetailsState; readonly memory: MemoryStore }) {
  const host = useHost();
  switch (state.kind) {
    case 'run':
      // Another run begins at its top, with nothing of the one before.
      return <RunPage key={state.shown.run.id} shown={state.shown} memory={memory} />;
    case 'loading':
      return (
        <output className="instead quiet">
          <span className="instead-wait">
            <ProgressRing /> Loading the run…
          </span>
        </output>
      );
    case 'none':
      return (
        <div className="instead">
          <p>Select a run in one of the lists, or open one in the editor, to see all that is known of it here.</p>
          <Button onClick={host.chooseRun}>Choose a Run…</Button>
        </div>
      );
    case 'deleted':
      return (
        <div className="instead" role="alert">
          <p>
            {state.name === null ? 'This run' : <bdi>“{inShort(state.name)}”</bdi>} was deleted, with its logs and
            outputs.
          </p>
          <Button onClick={host.chooseRun}>Choose a Run…</Button>
        </div>
      );
    case 'failed':
      return (
        <div className="instead" role="alert">
          <p>{state.sentence}</p>
          <Button kind="primary" onClick={host.retry}>
            Retry
          </Button>
        </div>
      );
  }
}
