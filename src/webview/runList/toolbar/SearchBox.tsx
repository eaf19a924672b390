import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../ui/Icon';
import { IconButton } from '../../ui/IconButton';

/** After the last key, in milliseconds. */
const pause = 200;

/** Search over names and ids; what is typed counts once the hands rest. `text` is what is in effect. */
export function SearchBox({ text, onSearch }: { readonly text: string; readonly onSearch: (text: string) => void }) {
  const [typed, setTyped] = useState(text);
  const [inEffect, setInEffect] = useState(text);
  const timer = useRef<number>(undefined);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  // Somebody else changed it: the filters were cleared.
  if (text !== inEffect) {
    setInEffect(text);
    setTyped(text);
  }

  const search = (value: string, after: number): void => {
    setTyped(value);
    window.clearTimeout(timer.current);
    const say = (): void => {
      setInEffect(value.trim());
      onSearch(value.trim());
    };
    if (after === 0) say();
    else timer.current = window.setTimeout(say, after);
  };
  const clear = (): void => {
    search('', 0);
    input.current?.focus();
  };
  return (
    <div className="search-box">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        dir="auto"
        spellCheck={false}
        maxLength={1000}
        placeholder="Search name or id"
        aria-label="Search runs by name or id"
        value={typed}
        onChange={(event) => search(event.target.value, pause)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') search(typed, 0);
          if (event.key === 'Escape' && typed !== '') clear();
        }}
      />
      {typed !== '' && <IconButton icon="close" label="Clear Search" onClick={clear} />}
    </div>
  );
}
