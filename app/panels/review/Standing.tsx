import { formatMoment } from '../../components/format.ts';
import { verdictTitles } from '../../stores/review/sign-off.ts';
import { useSignOffsStore } from '../../stores/rule/sign-offs-store.ts';
import styles from './ReviewPanel.module.css';

/** Whose word the text has, if any; by the digest of the evaluated text. */
export function Standing({ digest }: { readonly digest: string }) {
  const signOffs = useSignOffsStore((state) => state.signOffs);
  const own = signOffs.find((signOff) => signOff.digest === digest);
  const [newest] = signOffs;
  const state = own ? own.verdict : newest ? 'outdated' : 'none';
  return (
    <p className={styles.standing} data-state={state} role="status">
      <span>
        {own && `${verdictTitles[own.verdict]} by ${own.reviewer}, ${formatMoment(own.at)}`}
        {!own && newest && `The text has changed since ${newest.reviewer} signed it, ${formatMoment(newest.at)}`}
        {!own && !newest && 'Nobody has signed this text off'}
      </span>
      <code title={`SHA-256 of the whole query: ${digest}`}>{digest.slice(0, 12)}</code>
    </p>
  );
}
