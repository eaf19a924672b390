/** What of a node can differ. `wires` are its inputs that come from elsewhere, `inputs` the others. */
export type NodeField =
  | 'label'
  | 'command'
  | 'script'
  | 'module'
  | 'shell'
  | 'inputs'
  | 'wires'
  | 'outputs'
  | 'needs'
  | 'when'
  | 'timeout'
  | 'retries'
  | 'machine';
