/** Reads what stands on the page of a comparison out of its markup, as somebody who sees it would. */
import type { ToldValue } from './planted';

export interface ListedDifference {
  readonly group: string;
  readonly title: string;
  /** What of it differs. */
  readonly what: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

function textIn(markup: string): string {
  return markup.replaceAll(/<[^>]*>/g, '').replaceAll(/&(#x27|\w+);/g, (all, name: string) => entities[name] ?? all);
}

const titled =
  /class="group-title"[^>]*>(.*?) <span|<bdi class="difference-title">([^]*?)<\/bdi><span[^>]*>([^]*?)<\/span>/g;

/** The rows of the list, from top to bottom. */
export function readList(markup: string): ListedDifference[] {
  let group = '';
  return [...markup.matchAll(titled)].flatMap(([, heading, title, what]) => {
    if (heading !== undefined) group = textIn(heading);
    return title === undefined ? [] : [{ group, title: textIn(title), what: textIn(what ?? '') }];
  });
}

/** The rows of the values that differ. */
export function readValues(markup: string): ToldValue[] {
  const rows = [...markup.matchAll(/<tr class="other">([^]*?)<\/tr>/g)];
  return rows.map(([, row = '']) => {
    const name = /<bdi>([^]*?)<\/bdi>/.exec(row)?.[1] ?? '';
    const [left, right] = [...row.matchAll(/<td( class="none")?>([^]*?)<\/td>/g)].map(([, isNone, cell = '']) =>
      isNone === undefined ? textIn(cell) : null,
    );
    return { name: textIn(name), left: left ?? null, right: right ?? null };
  });
}
