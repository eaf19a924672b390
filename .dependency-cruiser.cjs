// The arrows between the parts. test/unit/house/arrows.test.ts plants a wrong import for each rule and sees it reported.
const { builtinModules } = require('node:module');

const toolkit = 'node_modules/@vscode/webview-ui-toolkit/';
const nodeBuiltin = `^(node:.+|${builtinModules.filter((name) => !name.startsWith('_')).join('|')})$`;

/** An arrow that must not be: from one of our folders to others of ours. */
const arrow = (name, comment, from, to, except) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to, ...(except ? { pathNot: except } : {}) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    arrow('model-alone', 'The model imports nothing of ours.', '^src/model/', '^src/', '^src/model/'),
    arrow(
      'protocol-model',
      'The protocol imports only the model.',
      '^src/protocol/',
      '^src/',
      '^src/(model|protocol)/',
    ),
    arrow(
      'webview-model-protocol',
      'Webviews import only the model and the protocol.',
      '^src/webview/',
      '^src/',
      '^src/(model|protocol|webview)/',
    ),
    arrow(
      'engine-model-protocol',
      'The engine imports only the model and the protocol.',
      '^src/engine/',
      '^src/',
      '^src/(model|protocol|engine)/',
    ),
    arrow(
      'engine-by-client',
      'The extension and the command line reach the engine through its client alone.',
      '^src/(extension|cli)/',
      '^src/engine/',
      '^src/engine/client/',
    ),
    arrow('extension-apart', 'The extension imports no other surface.', '^src/extension/', '^src/(cli|webview)/'),
    arrow('cli-apart', 'The command line imports no other surface.', '^src/cli/', '^src/(extension|webview)/'),
    {
      name: 'vscode-in-extension',
      comment: 'VS Code is imported under src/extension only.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/extension/' },
      to: { path: '^vscode$|node_modules/@types/vscode/' },
    },
    {
      name: 'toolkit-in-ui',
      comment: 'The toolkit is imported in src/webview/ui only, so that it can be replaced in one place.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/webview/ui/' },
      to: { path: toolkit },
    },
    {
      name: 'no-node-in-webview',
      comment: 'A webview has no Node, so neither it nor what it imports may use it.',
      severity: 'error',
      from: { path: '^src/webview/' },
      to: { path: nodeBuiltin, reachable: true },
    },
    {
      name: 'no-circle',
      comment: 'Two modules that import each other are one module.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'An import that is not found would escape every other rule.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
  ],
  options: {
    // `import type` counts: a type is as much an arrow as a value.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
