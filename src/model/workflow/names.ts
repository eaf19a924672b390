/** How nodes, inputs and outputs may be named; apart from the schema, so that a page can say it without one. */

export const nodeIdPattern = /^[a-z][a-z0-9-]*$/;
export const inputNamePattern = /^[a-z][a-z0-9_]*$/;

/** The rules of names in words, each a part of a sentence. */
export const nodeIdRule = 'a node id is small letters, digits and hyphens, and begins with a letter';
export const inputNameRule =
  'a name is small letters, digits and underscores, and begins with a letter (it becomes an environment variable)';
