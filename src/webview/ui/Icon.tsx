/** A codicon, for the eye only: what it means is always said in words beside it. `name` may carry `~spin`. */
export function Icon({ name, color }: { readonly name: string; readonly color?: string | undefined }) {
  const [glyph, modifier] = name.split('~');
  const spin = modifier === 'spin' ? ' codicon-modifier-spin' : '';
  // Theme colour ids become custom properties in a webview: `testing.iconPassed` is `--vscode-testing-iconPassed`.
  const style = color === undefined ? undefined : { color: `var(--vscode-${color.replaceAll('.', '-')})` };
  return <span className={`codicon codicon-${glyph}${spin}`} style={style} aria-hidden="true" />;
}
