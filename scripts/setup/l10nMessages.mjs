/** The messages that the extension shows through `vscode.l10n.t`, and the texts that it shows without. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { root } from './paths.mjs';

/** Functions whose texts a person reads, by the name they are called by. */
const tellers = new Set([
  'showInformationMessage',
  'showWarningMessage',
  'showErrorMessage',
  'Refusal',
  'EngineUnavailableError',
  'NoPermissions',
]);
/** Properties whose texts a person reads. */
const shown = new Set(['title', 'placeHolder', 'prompt', 'saveLabel', 'openLabel', 'tooltip', 'detail']);

/**
 * @typedef {object} Messages
 * @property {string[]} messages every message, sorted, each once
 * @property {string[]} unwrapped `file:line: text` of what is shown untranslated, or translated in a way that no bundle can hold
 */

/**
 * Reads the sources of the extension.
 * @param {Readonly<Record<string, string>>} [texts] sources by file; default: those of src/extension
 * @returns {Messages}
 */
export function findMessages(texts = sources()) {
  /** @type {Set<string>} */
  const messages = new Set();
  /** @type {string[]} */
  const unwrapped = [];
  for (const [file, text] of Object.entries(texts)) {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    /** @param {ts.Node} node @param {string} what */
    const complain = (node, what) => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      unwrapped.push(`${file}:${line + 1}: ${what}`);
    };
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (ts.isCallExpression(node) && node.expression.getText().endsWith('l10n.t')) {
        const [message] = node.arguments;
        if (message !== undefined && ts.isStringLiteralLike(message)) messages.add(message.text);
        else complain(node, `l10n.t of something that is no plain text: ${node.getText().slice(0, 60)}`);
      } else if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && tellers.has(calledName(node))) {
        for (const argument of node.arguments ?? []) if (isProse(argument)) complain(argument, argument.getText());
      } else if (ts.isPropertyAssignment(node) && shown.has(node.name.getText()) && isProse(node.initializer)) {
        complain(node, node.getText());
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { messages: [...messages].sort(), unwrapped };
}

/** @param {ts.CallExpression | ts.NewExpression} node */
function calledName({ expression }) {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

/** True for a text in the code that holds a word; in a choice between two, for either. @param {ts.Expression} node @returns {boolean} */
function isProse(node) {
  if (ts.isConditionalExpression(node)) return isProse(node.whenTrue) || isProse(node.whenFalse);
  if (ts.isStringLiteralLike(node)) return /[A-Za-z]{2}/.test(node.text.replace(/\$\([\w~-]+\)/g, ''));
  if (!ts.isTemplateExpression(node)) return false;
  const texts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  return texts.some((text) => /[A-Za-z]{2}/.test(text.replace(/\$\([\w~-]+\)/g, '')));
}

function sources() {
  const files = globSync('src/extension/**/*.ts', { cwd: root });
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]));
}

/** The text of l10n/bundle.l10n.json. @param {readonly string[]} messages */
export function bundleText(messages) {
  return `${JSON.stringify(Object.fromEntries(messages.map((message) => [message, message])), null, 2)}\n`;
}
