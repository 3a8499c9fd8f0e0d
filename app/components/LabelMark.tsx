import type { LabelVerdict } from '../../rule-engine/index.ts';
import styles from './LabelMark.module.css';

const marks = {
  TP: { letter: 'T', name: 'True positive', shape: styles.tp },
  FP: { letter: 'F', name: 'False positive', shape: styles.fp },
  unsure: { letter: '?', name: 'Unsure', shape: styles.unsure },
} as const;

interface LabelMarkProps {
  readonly verdict: LabelVerdict;
  readonly note?: string;
}

/** A label: a letter in a shape and a hue of its own. */
export function LabelMark({ verdict, note = '' }: LabelMarkProps) {
  const { letter, name, shape } = marks[verdict];
  return (
    <span className={`${styles.mark} ${shape}`} title={note ? `${name}: ${note}` : name}>
      <span aria-hidden>{letter}</span>
      <span className="visually-hidden">{name}</span>
    </span>
  );
}
