/** The wire between the page of a comparison and the extension host. */
import * as z from 'zod/mini';
import type { ComparedVersions } from '../model/compare/difference';
import type { TextPair } from '../model/compare/difference';
import type { NodeRun, RunInput, RunSummary } from '../model/run/run';
import { notification, request } from './rpc';

export const sideNames = ['left', 'right'] as const;
/** Left is before, right is after. */
export type SideName = (typeof sideNames)[number];

/** What a side is of: a run, or the live workflow at an absolute path. */
export const sideChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('run'), runId: z.string() }),
  z.object({ kind: z.literal('live'), path: z.string() }),
]);
export type SideChoice = z.infer<typeof sideChoice>;
export const comparedSides = z.object({ left: sideChoice, right: sideChoice });
export type ComparedSides = z.infer<typeof comparedSides>;

/** What is known of a side, without the runs of its nodes. */
export type SideView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'live'; readonly title: string; readonly fileName: string }
  | { readonly kind: 'run'; readonly run: RunSummary; readonly inputs: readonly RunInput[] }
  /** It was deleted; null: before its name was known. */
  | { readonly kind: 'deleted'; readonly name: string | null };

/** What can be done about a side that cannot be compared. */
export const waysOut = ['chooseRun', 'retry', 'openAsText'] as const;
export type WayOut = (typeof waysOut)[number];

/** Why there is nothing to compare, or nothing newer, in a sentence. */
export interface Obstacle {
  readonly side: SideName;
  readonly sentence: string;
  readonly ways: readonly WayOut[];
}

/** All that the page shows. The host owns it; the page asks for the whole when it is made or shown again. */
export interface CompareState {
  readonly sides: ComparedSides;
  readonly left: SideView;
  readonly right: SideView;
  readonly leftNodes: readonly NodeRun[];
  readonly rightNodes: readonly NodeRun[];
  /** Null while the versions are read, and when there is an obstacle; with one it is the last that could be made. */
  readonly versions: ComparedVersions | null;
  readonly obstacle: Obstacle | null;
  /** What one should know of this comparison, in a sentence. */
  readonly note: string | null;
}

/** The host made these itself and the page only draws them: their outer shape is checked, not every field. */
const made = <T>(): z.ZodMiniType<T> => z.custom<T>((value) => typeof value === 'object' && value !== null);
const nothing = z.null();
const side = { side: z.enum(sideNames) };

export const getComparison = request('compare/state', z.object({}), made<CompareState>());
/** Slices that changed; at most one message a frame. */
export const comparisonChanged = notification('compare/changed', made<Partial<CompareState>>());
/** Node runs of a side that changed, whole; the others stay. */
export const comparedNodesChanged = notification(
  'compare/nodes',
  made<{ readonly side: SideName; readonly nodes: readonly NodeRun[] }>(),
);

export const swapSides = request('compare/swap', z.object({}), nothing);
/** Lets the user pick another run, or the live workflow, for the side. */
export const chooseSide = request('compare/choose', z.object(side), nothing);
/** Opens the side in the workflow editor, with a node in view if one is named. */
export const openSide = request('compare/open', z.object({ ...side, nodeId: z.nullable(z.string()) }), nothing);
export const takeWayOut = request('compare/wayOut', z.object({ ...side, way: z.enum(waysOut) }), nothing);

const key = z.nullable(z.string().check(z.maxLength(10_000)));
const textPair: z.ZodMiniType<TextPair> = z.object({ label: z.string(), left: key, right: key, nodeId: key });
/** Opens VS Code's own comparison of the two texts. */
export const showTextDiff = request('compare/textDiff', textPair, nothing);
