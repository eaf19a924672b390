/**
 * Links to a run: `<scheme>://runlens.runlens/editor/<workflow>?run=<run id>&node=<node id>`. The workflow is the absolute path of its
 * file. Anybody can write a link, so nothing of it is believed before it has passed `parseRunLink`.
 */

/** What a link asks to be shown. At least one of run and workflow is there. */
export interface RunLink {
  /** Absolute path of the workflow file; null: the link names none. */
  readonly workflowPath: string | null;
  /** Null: the live workflow, with no run. */
  readonly runId: string | null;
  /** Path of the node run to bring into view; null: none. */
  readonly nodeId: string | null;
}

/** The parts of a link's address that are ours, not escaped. */
export interface LinkAddress {
  readonly path: string;
  readonly query: string;
}

/** What is wrong with a link. */
export type LinkProblem =
  /** It is no link to a workflow or a run at all. */
  | 'unknownKind'
  | 'tooLong'
  | 'badRun'
  | 'badNode'
  /** The path leads out of itself, is not absolute, or names a server. */
  | 'badPath'
  | 'noWorkflowFile'
  /** Neither run nor workflow. */
  | 'nothing';

export type ParsedLink =
  { readonly kind: 'link'; readonly link: RunLink } | { readonly kind: 'bad'; readonly problem: LinkProblem };

const prefix = '/editor';
/** The longest path of Linux; longer than any address that we write. */
const longest = 4096;
const longestNode = 512;
const ulid = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;
const nodePath = /^[a-z][a-z0-9-]*(\/[a-z][a-z0-9-]*)*$/;
/* oxlint-disable-next-line no-control-regex -- they are what is looked for */
const controls = /[\u0000-\u001F\u007F-\u009F]/;

/** The link as text, behind `<scheme>://<extension id>`; a path of Windows may have either kind of slash. */
export function linkText({ workflowPath, runId, nodeId }: RunLink, origin: string): string {
  const parts = (workflowPath ?? '').split(/[/\\]/).filter((part) => part !== '');
  const query = [...(runId === null ? [] : [`run=${runId}`]), ...(nodeId === null ? [] : [`node=${nodeId}`])];
  const path = [prefix, ...parts.map((part) => encodeURIComponent(part))].join('/');
  return `${origin}${path}${query.length === 0 ? '' : `?${query.join('&')}`}`;
}

/** Reads a link; never throws, whatever it says. */
export function parseRunLink({ path, query }: LinkAddress): ParsedLink {
  if (path.length > longest || query.length > longest) return bad('tooLong');
  if (path !== prefix && !path.startsWith(`${prefix}/`)) return bad('unknownKind');
  const parameters = new URLSearchParams(query);
  const runId = parameters.get('run')?.toUpperCase() ?? null;
  if (runId !== null && !ulid.test(runId)) return bad('badRun');
  const nodeId = parameters.get('node');
  if (nodeId !== null && (nodeId.length > longestNode || !nodePath.test(nodeId))) return bad('badNode');
  const written = path.slice(prefix.length).replace(/^\/$/, '');
  if (written === '') return runId === null ? bad('nothing') : good({ workflowPath: null, runId, nodeId });
  if (!isCleanPath(written)) return bad('badPath');
  if (!/[^/]\.(workflow|module)\.yaml$/.test(written)) return bad('noWorkflowFile');
  return good({ workflowPath: written.replace(/^\/(?=[A-Za-z]:\/)/, ''), runId, nodeId });
}

/** Absolute, with nothing to be resolved; `//server/…` would make Windows send the user's name to that server. */
function isCleanPath(written: string): boolean {
  const [first, ...parts] = written.split('/');
  if (first !== '' || controls.test(written) || written.includes('\\')) return false;
  return parts.every((part) => part !== '' && part !== '.' && part !== '..');
}

function good(link: RunLink): ParsedLink {
  return { kind: 'link', link };
}

function bad(problem: LinkProblem): ParsedLink {
  return { kind: 'bad', problem };
}
