/** From the name of a node, an output or an input to where it is declared, and from a path to the file. */
import * as vscode from 'vscode';
import { declaration, named } from './languageProtocol';
import { rangeIn, type LanguageTexts } from './languageTexts';

export function definitionProvider(texts: LanguageTexts): vscode.DefinitionProvider {
  return {
    async provideDefinition(document, position) {
      const offset = document.offsetAt(position);
      const place = await texts.ask(document, named, { offset });
      if (!place) return undefined;
      if (place.thing.kind === 'file') {
        const file = vscode.Uri.joinPath(document.uri, '..', place.thing.path);
        return linkTo(file, new vscode.Range(0, 0, 0, 0), rangeIn(document, place.range));
      }
      const found = await texts.ask(document, declaration, { offset });
      return found ? linkTo(document.uri, rangeIn(document, found), rangeIn(document, place.range)) : undefined;
    },
  };
}

function linkTo(
  targetUri: vscode.Uri,
  targetRange: vscode.Range,
  originSelectionRange: vscode.Range,
): vscode.DefinitionLink[] {
  return [{ targetUri, targetRange, originSelectionRange }];
}
