import styles from './QueryChart.module.css';
import { seriesColor } from './series-color.ts';

/** Series and their colours. */
export function Legend({ names }: { readonly names: readonly string[] }) {
  if (names.length < 2) return null;
  return (
    <ul className={styles.legend}>
      {names.map((name, index) => (
        <li key={name}>
          <i style={{ background: seriesColor(index) }} aria-hidden />
          {name}
        </li>
      ))}
    </ul>
  );
}
