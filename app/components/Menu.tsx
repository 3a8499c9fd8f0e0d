import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from 'react';
import { IconButton } from './Button.tsx';
import styles from './Menu.module.css';
import { Popover } from './Popover.tsx';

export type MenuItem =
  | {
      readonly kind: 'action';
      readonly title: string;
      readonly hint?: string;
      readonly disabled?: boolean;
      readonly run: () => void;
    }
  | { readonly kind: 'choice'; readonly title: string; readonly checked: boolean; readonly run: () => void }
  | { readonly kind: 'heading'; readonly title: string }
  | { readonly kind: 'line' };

interface MenuListProps {
  readonly items: readonly MenuItem[];
  readonly onDone: () => void;
}

/** The items of a menu; arrow keys, Home and End move. */
export function MenuList({ items, onDone }: MenuListProps) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('button:not(:disabled)') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || buttons.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    buttons[(to + buttons.length) % buttons.length].focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the popover around it is the menu; this only moves the focus.
    <div ref={list} role="presentation" onKeyDown={move}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place.
        <MenuEntry key={index} item={item} onDone={onDone} />
      ))}
    </div>
  );
}

function MenuEntry({ item, onDone }: { readonly item: MenuItem; readonly onDone: () => void }) {
  if (item.kind === 'line') return <hr className={styles.line} />;
  if (item.kind === 'heading') return <div className={styles.heading}>{item.title}</div>;
  const choice = item.kind === 'choice';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: a choice has the role menuitemcheckbox, which is checked.
    <button
      type="button"
      role={choice ? 'menuitemcheckbox' : 'menuitem'}
      aria-checked={choice ? item.checked : undefined}
      disabled={!choice && item.disabled}
      tabIndex={-1}
      className={styles.item}
      onClick={() => {
        item.run();
        if (!choice) onDone();
      }}
    >
      <span className={styles.check}>{choice && item.checked && <Check size={14} aria-hidden />}</span>
      <span className={styles.title}>{item.title}</span>
      {!choice && item.hint && <kbd className={styles.hint}>{item.hint}</kbd>}
    </button>
  );
}

interface MenuButtonProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly children: ReactNode;
  readonly className?: string;
}

/** An icon that opens a menu. */
export function MenuButton({ label, items, children, className }: MenuButtonProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLElement>(null);
  // The same function at each render: a new one would be given null while the popover looks for its anchor.
  const attach = useCallback((span: HTMLSpanElement | null) => {
    button.current = span?.querySelector('button') ?? null;
  }, []);
  return (
    <span ref={attach}>
      <IconButton
        label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        {...(className !== undefined && { className })}
      >
        {children}
      </IconButton>
      {open && (
        <Popover anchor={button} role="menu" label={label} onClose={() => setOpen(false)}>
          <MenuList
            items={items}
            onDone={() => {
              setOpen(false);
              button.current?.focus();
            }}
          />
        </Popover>
      )}
    </span>
  );
}
