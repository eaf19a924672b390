/** What `activate` gives: the running parts, for tests in the extension host. No stable interface for other extensions. */
import type { RunLinks } from './deepLinks/runLinks';
import type { ComparePages } from './compare/comparePages';
import type { EngineConnection } from './engineConnection';
import type { Histories } from './history/histories';
import type { RunDetailsView } from './runDetails/runDetailsView';
import type { RunForms } from './runForm/runForms';
import type { RunLists } from './runList/runLists';
import type { RunTree } from './runTree/runTree';
import type { KnownSchedules } from './schedules/knownSchedules';
import type { WorkbenchSigns } from './workbenchSigns';
import type { WorkflowEditors } from './workflowEditor/workflowEditors';

export interface RunlensApi {
  readonly connection: EngineConnection;
  readonly editors: WorkflowEditors;
  readonly links: RunLinks;
  readonly signs: WorkbenchSigns;
  readonly workspaceRuns: RunTree;
  readonly workflowRuns: RunTree;
  readonly vaultRuns: RunTree;
  readonly runDetails: RunDetailsView;
  readonly runLists: RunLists;
  readonly comparisons: ComparePages;
  readonly runForms: RunForms;
  readonly histories: Histories;
  readonly schedules: KnownSchedules;
}
