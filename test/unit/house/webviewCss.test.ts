import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = globSync('src/webview/**/*.css');
const sheets = files.map((file) => ({ file, css: readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '') }));

/** What of a sheet counts for everybody: its rules without those for people who want no motion. */
const forEverybody = (css: string): string =>
  css.replaceAll(/@media \(prefers-reduced-motion[^{]*\{(?:[^{}]|\{[^}]*\})*\}/g, '');

describe('the style sheets of the pages', () => {
  it('are there', () => expect(files.length).toBeGreaterThan(5));

  it('move nothing by themselves: the one thing that turns is the icon of what runs', () => {
    const moving = sheets.flatMap(({ file, css }) =>
      [...forEverybody(css).matchAll(/(?:^|[\s;{])((?:animation|transition)[\w-]*:(?!\s*none)[^;]+)/g)].map(
        ([, rule]) => `${file}: ${rule}`,
      ),
    );
    expect(moving).toEqual([]);
    expect(sheets.flatMap(({ file, css }) => (css.includes('@keyframes') ? [file] : []))).toEqual([]);
  });

  it('hold that icon still for people who want no motion, by their system or by VS Code', () => {
    const all = sheets.map(({ css }) => css).join('\n');
    const still = /\.codicon-modifier-spin\s*\{\s*animation: none !important;/;
    const [bySystem = ''] = all.match(/@media \(prefers-reduced-motion: reduce\)\s*\{(?:[^{}]|\{[^}]*\})*\}/) ?? [];
    expect(bySystem).toMatch(still);
    expect(all).toMatch(/body\.vscode-reduce-motion \.codicon-modifier-spin\s*\{\s*animation: none !important;/);
  });

  it('scroll without a glide', () => {
    expect(sheets.flatMap(({ file, css }) => (/scroll-behavior:\s*smooth/.test(css) ? [file] : []))).toEqual([]);
  });
});
