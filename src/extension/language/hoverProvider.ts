/** What a node, an output or an input is, where its name stands in the text. */
import * as vscode from 'vscode';
import type { HoverText } from '../../model/workflow/language/hover';
import { plainText } from '../shownText';
import { hover } from './languageProtocol';
import { rangeIn, type LanguageTexts } from './languageTexts';

export function hoverProvider(texts: LanguageTexts): vscode.HoverProvider {
  return {
    async provideHover(document, position) {
      const found = await texts.ask(document, hover, { offset: document.offsetAt(position) });
      return found ? new vscode.Hover(markdownOf(found.text), rangeIn(document, found.range)) : undefined;
    },
  };
}

/** Everything of the file stands in it as text: no link, no command, no icon, no HTML. */
function markdownOf({ title, facts }: HoverText): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString('**').appendText(plainText(title)).appendMarkdown('**');
  for (const { name, value } of facts) {
    markdown.appendMarkdown(`\n\n${name}: `).appendText(plainText(value));
  }
  markdown.isTrusted = false;
  markdown.supportHtml = false;
  markdown.supportThemeIcons = false;
  return markdown;
}
