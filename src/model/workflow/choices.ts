/** The words that a field of the file can have where it has a choice; apart from the schema, so that a page can offer them. */

export const shells = ['sh', 'bash', 'python', 'node'] as const;
export const machineSizes = ['small', 'medium', 'large'] as const;
export const inputTypes = ['string', 'boolean', 'number', 'file', 'folder'] as const;
export const whens = ['success', 'always'] as const;
