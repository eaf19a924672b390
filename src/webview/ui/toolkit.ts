/** The toolkit is heavy (about 300 kB), so it comes in a chunk of its own once the editor has painted. */
let loaded = false;

/** True once toolkit elements work. A control keeps what it was made as, so nothing jumps and no focus is lost. */
export function toolkitIsLoaded(): boolean {
  return loaded;
}

/** Loads and registers the toolkit. @throws when the chunk cannot be loaded; native controls then stay in use. */
export async function loadToolkit(): Promise<void> {
  const { registerToolkit } = await import('./toolkitElements');
  registerToolkit();
  loaded = true;
}
