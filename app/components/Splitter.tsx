import type { ReactNode } from 'react';
import { Group, Separator } from 'react-resizable-panels';
import { usePreferencesStore } from '../stores/preferences/preferences-store.ts';
import styles from './Splitter.module.css';

interface SplitterProps {
  /** Its sizes are remembered under this name. */
  readonly id: string;
  readonly orientation: 'horizontal' | 'vertical';
  /** `Panel`s with ids, and a `Divider` between each two. */
  readonly children: ReactNode;
}

/** Panels side by side whose sizes can be changed and are remembered. */
export function Splitter({ id, orientation, children }: SplitterProps) {
  const { setLayout } = usePreferencesStore((state) => state.actions);
  return (
    <Group
      orientation={orientation}
      defaultLayout={usePreferencesStore.getState().layouts[id]}
      onLayoutChanged={(layout) => setLayout(id, layout)}
      className={styles.group}
    >
      {children}
    </Group>
  );
}

/** The line between two panels: drag it, or focus it and use the arrow keys. */
export function Divider({ label }: { readonly label: string }) {
  return <Separator className={styles.divider} aria-label={label} />;
}
