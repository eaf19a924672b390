/** The only importer of the toolkit. Only what is used is registered; its React wrappers are not needed (React 19). */
import { provideVSCodeDesignSystem, vsCodeButton, vsCodeProgressRing } from '@vscode/webview-ui-toolkit';

/** Defines the custom elements that `src/webview/ui` draws with. */
export function registerToolkit(): void {
  provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeProgressRing());
}
