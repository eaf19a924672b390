/** What the text editor's features ask of the parser's worker thread about a text, whether it can be read or not. */
import * as z from 'zod/mini';
import type { HoverText } from '../../model/workflow/language/hover';
import type { CompletionAt } from '../../model/workflow/language/languageFile';
import type { NamedPlace } from '../../model/workflow/language/namedThing';
import type { OutlineSymbol } from '../../model/workflow/language/outline';
import type { OffsetRange } from '../../model/workflow/yamlTree';
import { request } from '../../protocol/rpc';

const made = <T>(): z.ZodMiniType<T> => z.custom<T>((value) => typeof value === 'object');

/** A text: that of a live workflow under its handle, or of any other document under a name of its own. */
const text = { handle: z.string(), file: z.string(), text: z.string() };
export type AddressedText = z.infer<z.ZodMiniObject<typeof text>>;
const place = z.object({ ...text, offset: z.number() });

export const outline = request('language/outline', z.object(text), made<readonly OutlineSymbol[]>());
/** What is named at a place; null for nothing. */
export const named = request('language/named', place, made<NamedPlace | null>());
export const hover = request('language/hover', place, made<{ range: OffsetRange; text: HoverText } | null>());
/** Where what is named at a place is declared. */
export const declaration = request('language/declaration', place, made<OffsetRange | null>());
export const completion = request(
  'language/completion',
  z.object({ ...text, offset: z.number(), offer: z.enum(['all', 'names']) }),
  made<CompletionAt | null>(),
);
/** Forgets what was kept of a text. */
export const forget = request('language/forget', z.object({ handle: z.string() }), z.null());
