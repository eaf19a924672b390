/** The few things VS Code gives to the script of a webview. */
export interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare const acquireVsCodeApi: () => VsCodeApi;

/** The one API object of this webview. @throws when called a second time: VS Code hands it out once. */
export function acquireApi(): VsCodeApi {
  return acquireVsCodeApi();
}
