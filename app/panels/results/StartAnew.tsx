import { restartLanguage } from '../../stores/restart-language.ts';
import styles from './ResultNotices.module.css';

/** The way out of a lost worker: the language service starts in its place, the engine with the page and its kept files. */
export function StartAnew({ lost }: { readonly lost: 'language' | 'engine' }) {
  const [title, start] =
    lost === 'language'
      ? (['Start the language service again', () => void restartLanguage()] as const)
      : (['Load the page again', () => location.reload()] as const);
  return (
    <button type="button" className={styles.show} onClick={start}>
      {title}
    </button>
  );
}
