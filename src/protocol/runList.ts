/** The wire between the page of a run list and the extension host. The page says what it wants to see; the host knows the scope. */
import * as z from 'zod/mini';
import { runActions } from '../model/run/actions';
import { countRuns, listFacets, listRuns, runsChanged } from './engine';
import { notification, request } from './rpc';

/** Whose runs a page lists: those of the open folders, or of all workspaces of the vault. */
export const listScopes = ['workspace', 'vault'] as const;
export type ListScope = (typeof listScopes)[number];

/** How the runs are sorted by the time they were created. */
export type ListOrder = 'newest' | 'oldest';

const nothing = z.null();
const runIds = z.array(z.string()).check(z.minLength(1), z.maxLength(10_000));

export interface ListPlace {
  readonly scope: ListScope;
  /** `none`: a page of the workspace in a window without a folder. */
  readonly folders: 'some' | 'none';
}

/** What the page is about. Folders of the filters below are not asked for: the host puts in those of the scope. */
export const getPlace = request(
  'runList/place',
  z.object({}),
  z.object({ scope: z.enum(listScopes), folders: z.enum(['some', 'none']) }),
);

/** A page of runs of the scope, as the engine lists them. */
export const getRuns = request('runList/runs', listRuns.params, listRuns.result);
/** Numbers of runs of the scope, as the engine counts them. */
export const getCounts = request('runList/counts', countRuns.params, countRuns.result);
/** What the runs of the scope can be filtered by. */
export const getFacets = request('runList/facets', z.object({}), listFacets.result);

/** An action of the menu on one run or several. */
export const performAction = request('runList/action', z.object({ action: z.enum(runActions), runIds }), nothing);
/** The workflow of the run, live, with no run loaded. */
export const openWorkflow = request('runList/workflow', z.object({ runId: z.string() }), nothing);
/** The run was selected: Run Details follow, if they can be seen. */
export const selectRun = request('runList/select', z.object({ runId: z.string() }), nothing);
/** What to do when there is nothing to list: the engine cannot be reached, no folder is open, nothing ran yet. */
export const waysOut = ['showLog', 'openFolder', 'openVault', 'runWorkflow'] as const;
export type WayOut = (typeof waysOut)[number];
export const takeWayOut = request('runList/wayOut', z.object({ way: z.enum(waysOut) }), nothing);

/** Runs of the scope that were made or changed, whole, and ids of runs that are gone from it; at most one a frame. */
export const listChanged = notification('runList/changed', runsChanged.params);
/** What the page shows may be out of date as a whole: it has to ask again. */
export const listOutdated = notification('runList/outdated', z.object({}));
