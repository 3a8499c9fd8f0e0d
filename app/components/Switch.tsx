import styles from './Switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly on: boolean;
  readonly onToggle: () => void;
}

/** On or off, at once. */
export function Switch({ label, on, onToggle }: SwitchProps) {
  return (
    <button
      type="button"
      role="switch"
      aria-checked={on}
      aria-label={label}
      className={styles.switch}
      onClick={onToggle}
    >
      <span className={styles.knob} />
    </button>
  );
}
