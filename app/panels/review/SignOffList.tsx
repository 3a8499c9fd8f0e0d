import { Copy, Download, GitCompare, Trash2 } from 'lucide-react';
import { IconButton } from '../../components/Button.tsx';
import { formatMoment } from '../../components/format.ts';
import { compareWithSigned, copyRecord, dropSignOff, saveRecord, verdictTitles } from '../../stores/review/sign-off.ts';
import type { KeptSignOff } from '../../stores/rule/sign-offs-store.ts';
import { useSignOffsStore } from '../../stores/rule/sign-offs-store.ts';
import styles from './SignOff.module.css';

/** All that was signed of this rule, newest first; `digest` is the present text's. */
export function SignOffList({ digest }: { readonly digest: string }) {
  const signOffs = useSignOffsStore((state) => state.signOffs);
  if (signOffs.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="Sign-offs">
      {signOffs.map((signOff) => (
        <SignOffEntry key={signOff.id} signOff={signOff} isCurrent={signOff.digest === digest} />
      ))}
    </ul>
  );
}

function SignOffEntry({ signOff, isCurrent }: { readonly signOff: KeptSignOff; readonly isCurrent: boolean }) {
  const { reviewer, verdict, comment, at, digest } = signOff;
  return (
    <li className={styles.entry} data-verdict={verdict} data-current={isCurrent}>
      <span className={styles.who}>
        <b>{verdictTitles[verdict]}</b> by {reviewer}
        <span className={styles.time}> {formatMoment(at)}</span>
      </span>
      <span className={styles.text} title={`SHA-256 of the whole query: ${digest}`}>
        {isCurrent ? 'this text' : `another text, ${digest.slice(0, 12)}`}
      </span>
      <span className={styles.icons}>
        <IconButton
          label={`Compare with what ${reviewer} signed`}
          disabled={isCurrent}
          onClick={() => compareWithSigned(signOff)}
        >
          <GitCompare size={14} aria-hidden />
        </IconButton>
        <IconButton label={`Copy the review of ${reviewer}`} onClick={() => void copyRecord(signOff.record)}>
          <Copy size={14} aria-hidden />
        </IconButton>
        <IconButton label={`Save the review of ${reviewer}`} onClick={() => saveRecord(signOff)}>
          <Download size={14} aria-hidden />
        </IconButton>
        <IconButton label={`Drop the sign-off of ${reviewer}`} onClick={() => dropSignOff(signOff)}>
          <Trash2 size={14} aria-hidden />
        </IconButton>
      </span>
      {comment && <p className={styles.said}>{comment}</p>}
    </li>
  );
}
