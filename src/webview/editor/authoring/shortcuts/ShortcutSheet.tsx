import { Panel } from '@xyflow/react';
import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../../ui/IconButton';
import { useCanvas } from '../../canvas/canvasHandle';
import { useShortcut } from '../shortcutActions';
import { keyText, platformHere } from './keyText';
import { listedShortcuts, timelineShortcuts } from './listing';

/** All shortcuts on one sheet, by `?` and by a button in the corner of the canvas. */
export function ShortcutSheet() {
  const [isOpen, setOpen] = useState(false);
  useShortcut('help', () => {
    setOpen(true);
    return true;
  });
  return (
    <>
      <Panel position="bottom-left" className="controls help-control">
        <IconButton
          icon="keyboard"
          label="Keyboard Shortcuts (?)"
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
        />
      </Panel>
      {isOpen && <Sheet onClose={() => setOpen(false)} />}
    </>
  );
}

function Sheet({ onClose }: { readonly onClose: () => void }) {
  const { canEdit } = useCanvas();
  const dialog = useRef<HTMLDialogElement>(null);
  // A modal dialog of the browser: it keeps the focus in, closes on Escape and gives the focus back.
  useEffect(() => dialog.current?.showModal(), []);
  const close = (): void => dialog.current?.close();
  const platform = platformHere();
  return (
    // Only a click beside the sheet; the keys of a dialog are the browser's.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <dialog
      ref={dialog}
      className="shortcut-sheet"
      aria-labelledby="shortcut-sheet-title"
      onClose={onClose}
      onClick={(event) => {
        if (event.target === event.currentTarget) close();
      }}
    >
      <div className="shortcut-sheet-head">
        <h2 id="shortcut-sheet-title">Keyboard shortcuts</h2>
        <IconButton icon="close" label="Close" onClick={close} />
      </div>
      {!canEdit && <p className="quiet">This canvas is read-only: the keys that edit do nothing here.</p>}
      {/* It scrolls, so it must be in reach of the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="shortcut-groups" aria-label="All shortcuts" tabIndex={0}>
        {[...listedShortcuts(), timelineShortcuts].map(({ group, rows }) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {rows.map(({ label, keys }) => (
                <div key={label} className="shortcut-row">
                  <dt>{label}</dt>
                  <dd>
                    {keys.map((key) => (
                      <kbd key={key}>{keyText(key, platform)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
    </dialog>
  );
}
