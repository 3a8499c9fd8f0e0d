import type { ReactNode } from 'react';
import styles from './Message.module.css';

interface MessageProps {
  /** One sentence: what happened and what to do next. */
  readonly children: ReactNode;
  readonly kind?: 'empty' | 'loading' | 'error';
  /** What the reader can do, as buttons. */
  readonly actions?: ReactNode;
  /** What only some readers want to know, folded. */
  readonly details?: ReactNode;
}

/** An empty, loading or error state in the middle of a panel. */
export function Message({ children, kind = 'empty', actions, details }: MessageProps) {
  return (
    <div className={`${styles.message} ${styles[kind]}`} role={kind === 'error' ? 'alert' : 'status'}>
      <p>{children}</p>
      {actions && <div className={styles.actions}>{actions}</div>}
      {details}
    </div>
  );
}
