import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import styles from './Tabs.module.css';

export interface TabItem<Id extends string> {
  readonly id: Id;
  readonly title: string;
  /** A count or a mark behind the title. */
  readonly badge?: ReactNode;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly items: readonly TabItem<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** Joins tabs and their panel: the panel is `TabPanel` with the same group. */
  readonly group: string;
}

/** A row of tabs; arrow keys, Home and End move and select. */
export function Tabs<Id extends string>({ label, items, selected, onSelect, group }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent): void => {
    const at = items.findIndex((item) => item.id === selected);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: items.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const { id } = items[(to + items.length) % items.length];
    onSelect(id);
    list.current?.querySelector<HTMLElement>(`#${group}-tab-${id}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className={styles.tabs} onKeyDown={move}>
      {items.map(({ id, title, badge }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${group}-tab-${id}`}
          aria-selected={id === selected}
          aria-controls={id === selected ? `${group}-panel` : undefined}
          tabIndex={id === selected ? 0 : -1}
          className={styles.tab}
          onClick={() => onSelect(id)}
        >
          {title}
          {badge}
        </button>
      ))}
    </div>
  );
}

interface TabPanelProps {
  readonly group: string;
  readonly selected: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** What the selected tab shows. */
export function TabPanel({ group, selected, className = '', children }: TabPanelProps) {
  return (
    <div role="tabpanel" id={`${group}-panel`} aria-labelledby={`${group}-tab-${selected}`} className={className}>
      {children}
    </div>
  );
}
