import { useEffect, useState } from 'react';
import { IconButton } from '../ui/IconButton';
import { useHost } from './host';

/** For so many milliseconds it says that it copied. */
const praise = 1500;

/** Copies a text. `what` names it: "Copy run id". */
export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const host = useHost();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), praise);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async (): Promise<void> => setCopied((await host.copy(text)) === 'done');
  return (
    <IconButton
      icon={isCopied ? 'check' : 'copy'}
      label={isCopied ? `Copied ${what}` : `Copy ${what}`}
      onClick={() => void copy()}
    />
  );
}
