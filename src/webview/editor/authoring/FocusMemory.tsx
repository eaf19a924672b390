import { useEffect } from 'react';

/**
 * VS Code gives a page the focus as a whole, when a tab before it is closed for example: the keyboard then goes on where it
 * was, not nowhere.
 */
export function FocusMemory() {
  useEffect(() => {
    let last: HTMLElement | null = null;
    const remember = (event: FocusEvent): void => {
      if (event.target instanceof HTMLElement && event.target !== document.body) last = event.target;
    };
    const restore = (): void => {
      if (document.activeElement === document.body && last?.isConnected === true) last.focus({ preventScroll: true });
    };
    document.addEventListener('focusin', remember);
    window.addEventListener('focus', restore);
    return () => {
      document.removeEventListener('focusin', remember);
      window.removeEventListener('focus', restore);
    };
  }, []);
  return null;
}
