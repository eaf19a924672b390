import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';

/** Where something opens: below and left-aligned with a box, in pixels of the window. */
export interface PopoverPlace {
  readonly left: number;
  readonly top: number;
  /** Top of what it opens for: it opens above that when there is no room below. */
  readonly above: number;
}

interface PopoverProps {
  readonly place: PopoverPlace;
  readonly role: 'menu' | 'dialog';
  readonly label: string;
  readonly className: string;
  /** A click on what opened it is no click elsewhere: that closes it itself. */
  readonly opener?: RefObject<Element | null> | undefined;
  /** `Escape` gives the focus back to where it came from; a click elsewhere has its own. */
  readonly onClose: (by: 'key' | 'pointer') => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLDivElement>) => void;
  readonly children: ReactNode;
}

const margin = 8;

/** A place for something that opens below or above an element, whole in the window and clipped by nothing. */
export function popoverPlace(element: Element): PopoverPlace {
  const { left, bottom, top } = element.getBoundingClientRect();
  return { left, top: bottom + 4, above: top - 4 };
}

/** Something that opens over the page and takes the focus. */
export function Popover(props: PopoverProps) {
  const { place, role, label, className, opener, onClose, onKeyDown, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const [position, setPosition] = useState<{ left: number; top: number }>({ left: place.left, top: place.top });

  useLayoutEffect(() => {
    if (box.current === null) return;
    const { width, height } = box.current.getBoundingClientRect();
    const left = Math.max(margin, Math.min(place.left, window.innerWidth - width - margin));
    const fitsBelow = place.top + height + margin <= window.innerHeight;
    const top = fitsBelow ? place.top : Math.max(margin, Math.min(place.above, window.innerHeight) - height);
    setPosition({ left, top });
  }, [place]);

  useEffect(() => {
    const closeOutside = (event: PointerEvent): void => {
      const { target } = event;
      if (!(target instanceof Node)) return;
      if (box.current?.contains(target) !== true && opener?.current?.contains(target) !== true) onClose('pointer');
    };
    const close = (): void => onClose('pointer');
    window.addEventListener('pointerdown', closeOutside, true);
    window.addEventListener('resize', close);
    return () => {
      window.removeEventListener('pointerdown', closeOutside, true);
      window.removeEventListener('resize', close);
    };
  }, [onClose, opener]);

  const keyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onClose('key');
    } else onKeyDown?.(event);
    event.stopPropagation();
  };

  return (
    // A dialog or a menu, as it is told.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      role={role}
      aria-label={label}
      tabIndex={-1}
      className={`popover ${className}`}
      style={position}
      onKeyDown={keyDown}
    >
      {children}
    </div>
  );
}
