import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import {
  asked,
  heard,
  isChangedElsewhere,
  isDirty,
  keptOver,
  noDraft,
  refused,
  shownText,
  typed,
  written,
  type FieldDraft,
} from '../../../src/webview/editor/inspector/model/fieldDraft';
import { createDrafts } from '../../../src/webview/editor/inspector/model/drafts';

describe('what is typed into a field', () => {
  it('shows at once, and the document’s text again when it is typed back', () => {
    const draft = typed(noDraft, 'old', 'new');
    expect(shownText(draft, 'old')).toBe('new');
    expect(isDirty(draft)).toBe(true);
    expect(typed(draft, 'old', 'old')).toBe(noDraft);
  });

  it('shows without a flicker from the asking until the document says it', () => {
    const sent = asked(typed(noDraft, 'old', 'new'), 'new');
    const done = written(sent, 'new');
    for (const draft of [sent, heard(sent, 'old'), done, heard(done, 'old')]) {
      expect(shownText(draft, 'old')).toBe('new');
      expect(isDirty(draft)).toBe(false);
    }
    expect(heard(done, 'new')).toBe(noDraft);
  });

  it('stays with the reason when it is refused, until it is another text', () => {
    const draft = refused(asked(typed(noDraft, 'old', 'bad'), 'bad'), 'bad', { message: 'Taken.' });
    expect(draft).toMatchObject({ kind: 'refused', text: 'bad', refusal: { message: 'Taken.' } });
    expect(heard(draft, 'old')).toBe(draft);
    expect(typed(draft, 'old', 'good').kind).toBe('typed');
  });

  it('is not touched by the answer to an earlier text', () => {
    const later = typed(asked(typed(noDraft, 'old', 'one'), 'one'), 'old', 'two');
    expect(refused(later, 'one', { message: 'Taken.' })).toBe(later);
    const after = heard(written(later, 'one'), 'one');
    expect(shownText(after, 'one')).toBe('two');
    expect(isChangedElsewhere(after, 'one')).toBe(false);
  });

  it('is told from what somebody else wrote meanwhile, until one of the two is chosen', () => {
    const draft = typed(noDraft, 'old', 'mine');
    expect(isChangedElsewhere(heard(draft, 'theirs'), 'theirs')).toBe(true);
    expect(shownText(heard(draft, 'theirs'), 'theirs')).toBe('mine');
    expect(isChangedElsewhere(keptOver(draft, 'theirs'), 'theirs')).toBe(false);
    expect(heard(draft, 'mine')).toBe(noDraft);
  });

  it('is never lost: whatever the document says meanwhile, only taking it back or writing it ends it', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { maxLength: 8 }), fc.string(), (first, values, text) => {
        fc.pre(!values.includes(text) && first !== text);
        let draft: FieldDraft = typed(noDraft, first, text);
        for (const value of values) draft = heard(draft, value);
        expect(shownText(draft, values.at(-1) ?? first)).toBe(text);
      }),
    );
  });
});

describe('the drafts of a page', () => {
  it('outlive their fields, and follow a node to another id', () => {
    const drafts = createDrafts();
    const told = vi.fn();
    drafts.subscribe(told);
    drafts.change('nodes/a/label', (draft) => typed(draft, 'old', 'new'));
    drafts.move('nodes/a/', 'nodes/b/');
    expect(drafts.at('nodes/a/label')).toBe(noDraft);
    expect(shownText(drafts.at('nodes/b/label'), 'old')).toBe('new');
    expect(told).toHaveBeenCalledTimes(2);
  });

  it('know which fields are on screen, also while one takes the place of another', () => {
    const drafts = createDrafts();
    const hideOld = drafts.show('key');
    const hideNew = drafts.show('key');
    hideOld();
    expect(drafts.isShown('key')).toBe(true);
    hideNew();
    expect(drafts.isShown('key')).toBe(false);
  });
});
