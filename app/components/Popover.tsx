import { type ReactNode, type RefObject, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './Popover.module.css';

interface PopoverProps {
  /** What it hangs from; takes the focus back. */
  readonly anchor: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
  readonly label: string;
  readonly role?: 'dialog' | 'menu';
  readonly children: ReactNode;
}

const focusable = '[data-autofocus], :is(button, input, select):enabled, [tabindex="0"]';

/** A small overlay below its anchor, within the window; Escape and a press outside close it. */
export function Popover({ anchor, onClose, label, role = 'dialog', children }: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const [place, setPlace] = useState<{ left: number; top: number }>();

  useLayoutEffect(() => {
    const put = (): void => {
      const at = anchor.current?.getBoundingClientRect();
      const own = box.current?.getBoundingClientRect();
      if (!at || !own) return;
      const left = Math.max(8, Math.min(at.left, window.innerWidth - own.width - 8));
      const below = at.bottom + 4;
      const top = below + own.height > window.innerHeight - 8 ? Math.max(8, at.top - own.height - 4) : below;
      setPlace((now) => (now?.left === left && now.top === top ? now : { left, top }));
    };
    put();
    // What it holds may come later and be larger.
    const sizes = new ResizeObserver(put);
    if (box.current) sizes.observe(box.current);
    return () => sizes.disconnect();
  }, [anchor]);

  const isPlaced = place !== undefined;
  useEffect(() => {
    if (!isPlaced) return;
    const first = box.current?.querySelector<HTMLElement>(focusable);
    first?.focus();
  }, [isPlaced]);

  useEffect(() => {
    const opener = anchor.current;
    const outside = (event: PointerEvent): void => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !opener?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', outside, true);
    return () => document.removeEventListener('pointerdown', outside, true);
  }, [anchor, onClose]);

  const close = (): void => {
    onClose();
    anchor.current?.focus();
  };
  // Within a scrolling part of the page a fixed place would be that part's, not the window's.
  const home = anchor.current?.closest('dialog, main') ?? document.body;
  return createPortal(
    // biome-ignore lint/a11y/noStaticElementInteractions: its role is dialog or menu.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: as above.
    <div
      ref={box}
      id={id}
      role={role}
      aria-label={label}
      className={styles.popover}
      style={place ? { left: place.left, top: place.top } : { visibility: 'hidden' }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      {children}
    </div>,
    home,
  );
}
