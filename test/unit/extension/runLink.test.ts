import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkText, parseRunLink, type LinkAddress, type RunLink } from '../../../src/extension/deepLinks/runLink';

const runId = '01KJQ4M3T8V6W2X9Y5Z7A1B3C4';
const problemOf = (path: string, query = '') => {
  const parsed = parseRunLink({ path, query });
  return parsed.kind === 'bad' ? parsed.problem : parsed.link;
};
/** As VS Code takes an address apart. */
const address = (link: string): LinkAddress => {
  const [path = '', query = ''] = link.split('?');
  return { path: decodeURIComponent(path), query: decodeURIComponent(query) };
};

/** No half of a character. */
const isWhole = (text: string): boolean => !/\p{Surrogate}/u.test(text);

describe('A link', () => {
  it('to a run reads as it was promised', () => {
    const link: RunLink = { workflowPath: '/home/ada/my work/a.workflow.yaml', runId, nodeId: 'scan/fetch' };
    expect(linkText(link, 'vscode://runlens.runlens')).toBe(
      `vscode://runlens.runlens/editor/home/ada/my%20work/a.workflow.yaml?run=${runId}&node=scan/fetch`,
    );
  });

  it('that is written leads to what it was written for, whatever the path holds', () => {
    const part = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }).filter(
      // A backslash in a name of Linux is the one that cannot be told from a path of Windows.
      // oxlint-disable-next-line no-control-regex -- they are what is left out
      (text) => !/[/\\\u0000-\u001F\u007F-\u009F]/.test(text) && isWhole(text) && text !== '.' && text !== '..',
    );
    const path = fc.array(part, { maxLength: 5 }).map((parts) => ['', ...parts, 'a.workflow.yaml'].join('/'));
    const node = fc.option(fc.constantFrom('a', 'scan/fetch', 'b-2'));
    fc.assert(
      fc.property(path, fc.option(fc.constant(runId)), node, (workflowPath, run, nodeId) => {
        const link: RunLink = { workflowPath, runId: run, nodeId };
        expect(parseRunLink(address(linkText(link, '')))).toEqual({ kind: 'link', link });
      }),
    );
  });

  it('to a workflow of Windows keeps its drive', () => {
    const written = linkText({ workflowPath: 'C:\\w\\a.workflow.yaml', runId: null, nodeId: null }, '');
    expect(parseRunLink(address(written))).toMatchObject({ link: { workflowPath: 'C:/w/a.workflow.yaml' } });
  });

  it('never throws, and names nothing that was not checked', () => {
    const hostile = fc.oneof(
      fc.string({ maxLength: 200, unit: 'binary' }),
      fc
        .array(fc.constantFrom('/editor', '/', '..', '.', '%2f', '%', '\\', 'C:', 'x.workflow.yaml', '\0', 'command:'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(hostile, hostile, (path, query) => {
        const parsed = parseRunLink({ path, query: `run=${query}` });
        if (parsed.kind === 'bad') return;
        const { workflowPath } = parsed.link;
        expect(parsed.link.runId).toMatch(/^[0-9A-Z]{26}$/);
        expect(workflowPath ?? '/a.workflow.yaml').toMatch(/\.(workflow|module)\.yaml$/);
        expect((workflowPath ?? '').split('/')).not.toContain('..');
      }),
      { numRuns: 1000 },
    );
  });

  it('says what is wrong with it', () => {
    expect(problemOf('/editor')).toBe('nothing');
    expect(problemOf('/editor/')).toBe('nothing');
    expect(problemOf('/run/x.workflow.yaml')).toBe('unknownKind');
    expect(problemOf('/editorial/x.workflow.yaml')).toBe('unknownKind');
    expect(problemOf('/editor/a/../x.workflow.yaml')).toBe('badPath');
    expect(problemOf('/editor//server/share/x.workflow.yaml')).toBe('badPath');
    expect(problemOf('/editor/a\\x.workflow.yaml')).toBe('badPath');
    expect(problemOf('/editor/etc/passwd')).toBe('noWorkflowFile');
    expect(problemOf('/editor/a/.workflow.yaml')).toBe('noWorkflowFile');
    expect(problemOf('/editor', 'run=../../x')).toBe('badRun');
    expect(problemOf('/editor', `run=${runId}&node=__proto__`)).toBe('badNode');
    expect(problemOf(`/editor/${'x'.repeat(10_000)}.workflow.yaml`)).toBe('tooLong');
  });

  it('takes a run without a path, in small letters too', () => {
    expect(problemOf('/editor', `run=${runId.toLowerCase()}`)).toEqual({ workflowPath: null, runId, nodeId: null });
  });
});
