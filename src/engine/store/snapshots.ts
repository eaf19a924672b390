/** What runs executed: each distinct text once, each distinct set of files once, with the workflow parsed from it. */
import { createHash } from 'node:crypto';
import type { Workflow, WorkflowSource } from '../../model/workflow/workflow';
import type { Store } from './store';

export interface StoredSnapshot {
  readonly versionId: string;
  /** That computed `versionId`: the id of another algorithm says nothing about today's versions. */
  readonly versionAlgorithm: number;
  readonly source: WorkflowSource;
  /** The entry file, parsed when the snapshot was taken. */
  readonly workflow: Workflow;
  /** Modules by their key in `source.files`. */
  readonly modules: Readonly<Record<string, Workflow>>;
}

/** Stores a snapshot unless an equal one is there; gives the hash that names it. */
export function keepSnapshot(store: Store, snapshot: StoredSnapshot): string {
  const { entry, files } = snapshot.source;
  const paths = Object.keys(files).sort();
  const texts = paths.map((path) => ({ path, text: files[path] ?? '', hash: sha256(files[path] ?? '') }));
  const hash = sha256(JSON.stringify([snapshot.versionId, entry, texts.map(({ path, hash }) => [path, hash])]));
  const known = store.prepare('SELECT 1 FROM snapshots WHERE hash = ?').get(hash);
  if (known !== undefined) return hash;
  store
    .prepare('INSERT INTO snapshots VALUES (?, ?, ?, ?, ?, ?)')
    .run(
      hash,
      snapshot.versionId,
      snapshot.versionAlgorithm,
      entry,
      JSON.stringify(snapshot.workflow),
      JSON.stringify(snapshot.modules),
    );
  for (const text of texts) {
    store.prepare('INSERT INTO texts VALUES (?, ?) ON CONFLICT DO NOTHING').run(text.hash, text.text);
    store.prepare('INSERT INTO snapshotFiles VALUES (?, ?, ?)').run(hash, text.path, text.hash);
  }
  return hash;
}

/** @throws when there is none of that hash */
export function readSnapshot(store: Store, hash: string): StoredSnapshot {
  const row = store
    .prepare('SELECT versionId, versionAlgorithm, entry, workflow, modules FROM snapshots WHERE hash = ?')
    .get(hash);
  if (row === undefined) throw new Error(`The store has no snapshot ${hash}.`);
  const files = store
    .prepare(
      `SELECT f.path AS path, t.text AS text FROM snapshotFiles f JOIN texts t ON t.hash = f.text
       WHERE f.snapshot = ? ORDER BY f.path`,
    )
    .all(hash);
  return {
    versionId: String(row['versionId']),
    versionAlgorithm: Number(row['versionAlgorithm']),
    source: {
      entry: String(row['entry']),
      files: Object.fromEntries(files.map((file) => [String(file['path']), String(file['text'])])),
    },
    workflow: JSON.parse(String(row['workflow'])) as Workflow,
    modules: JSON.parse(String(row['modules'])) as Record<string, Workflow>,
  };
}

/** Forgets a snapshot that no run refers to any more, and the texts that no other snapshot has. */
export function dropUnusedSnapshot(store: Store, hash: string): void {
  if (store.prepare('SELECT 1 FROM runs WHERE snapshot = ? LIMIT 1').get(hash) !== undefined) return;
  const texts = store.prepare('SELECT text FROM snapshotFiles WHERE snapshot = ?').all(hash);
  store.prepare('DELETE FROM snapshots WHERE hash = ?').run(hash);
  for (const text of texts) {
    store
      .prepare('DELETE FROM texts WHERE hash = ? AND NOT EXISTS (SELECT 1 FROM snapshotFiles WHERE text = hash)')
      .run(String(text['text']));
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
