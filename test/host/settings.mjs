/** Settings of a VS Code that the tests drive: quiet, offline, and the same on every machine. */

/** What keeps a fresh VS Code from opening pages, asking questions or calling out. */
export const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'npm.autoDetect': 'off',
  'json.schemaDownload.enable': false,
};

/** Settings of the tests: besides being quiet, no trust question, no Git, nothing kept between two starts. */
export const testSettings = {
  ...quietSettings,
  'security.workspace.trust.enabled': false,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'files.hotExit': 'off',
  'window.confirmBeforeClose': 'never',
  // A tooltip lies over the row below it, which a person would wait for and a test does not.
  'workbench.hover.delay': 600_000,
};
