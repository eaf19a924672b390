/** The last lines of a growing log, in blocks: a block that is full never changes, so only the last one is drawn again. */

export interface LogBuffer {
  readonly blocks: readonly LogBlock[];
  /** Something before the first block is not shown. */
  readonly truncated: boolean;
  /** The end of what came so far that may be the start of a control sequence or of a line end. */
  readonly rest: string;
}

export interface LogBlock {
  /** Counts up; stays with the block. */
  readonly id: number;
  /** Whole lines, each with its `\n`; only the last line of the last block may be open. */
  readonly lines: readonly string[];
}

export const emptyLog: LogBuffer = { blocks: [], truncated: false, rest: '' };

/** Bounds: lines kept at most (in whole blocks), and characters kept of one line. */
export const logLimits = { linesInBlock: 200, blocks: 15, lineLength: 4000 } as const;

// Control sequences of terminals (colours, cursor, titles); a log is shown as text.
// oxlint-disable-next-line no-control-regex
const control = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\^_])/g;
// oxlint-disable-next-line no-control-regex
const openEnd = /(?:\u001b(?:\[[0-?]*[ -/]*|\][^\u0007\u001b]{0,200})?|\r)$/;

/** The log with `text` at its end; `truncated` as the host says it of this piece. */
export function appendLog(log: LogBuffer, text: string, truncated: boolean): LogBuffer {
  const all = log.rest + text;
  const rest = openEnd.exec(all)?.[0] ?? '';
  const clean = all
    .slice(0, all.length - rest.length)
    .replace(control, '')
    .replaceAll('\r\n', '\n');
  const blocks = grown(log.blocks, clean);
  const tooMany = blocks.length - logLimits.blocks;
  return {
    blocks: tooMany > 0 ? blocks.slice(tooMany) : blocks,
    truncated: log.truncated || truncated || tooMany > 0,
    rest,
  };
}

/** The text of a block as it is drawn. */
export function blockText(block: LogBlock): string {
  return block.lines.join('');
}

function grown(blocks: readonly LogBlock[], text: string): LogBlock[] {
  if (text === '') return [...blocks];
  const last = blocks.at(-1);
  const done = blocks.slice(0, -1);
  let id = last?.id ?? 0;
  let lines = [...(last?.lines ?? [])];
  for (const piece of text.split(/(?<=\n)/)) {
    const open = lines.at(-1)?.endsWith('\n') === false ? (lines.pop() ?? '') : '';
    lines.push(shownLine(open + piece));
    if (lines.length < logLimits.linesInBlock || !piece.endsWith('\n')) continue;
    done.push({ id, lines });
    id += 1;
    lines = [];
  }
  return [...done, { id, lines }];
}

/** A lone carriage return starts the line again, as progress bars do; an endless line is cut. */
function shownLine(line: string): string {
  const end = line.endsWith('\n') ? '\n' : '';
  const body = line.slice(line.lastIndexOf('\r') + 1, line.length - end.length);
  return (body.length > logLimits.lineLength ? `${body.slice(0, logLimits.lineLength)}…` : body) + end;
}
