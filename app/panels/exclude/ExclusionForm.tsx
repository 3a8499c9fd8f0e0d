import { type FormEvent, useId, useState } from 'react';
import type { ExclusionCandidate } from '../../../rule-engine/index.ts';
import { Button } from '../../components/Button.tsx';
import { countOf, withoutFullStop } from '../../components/format.ts';
import { asWorkerError } from '../../stores/answers/worker-error.ts';
import { usePreferencesStore } from '../../stores/preferences/preferences-store.ts';
import { addExclusion, useExcludeStore } from '../../stores/tuning/exclude-store.ts';
import styles from './ExclusionForm.module.css';

interface ExclusionFormProps {
  readonly run: number;
  readonly candidate: ExclusionCandidate;
}

/** What the exclusion's comment will say. One that hides a labelled TP is refused without a reason. */
export function ExclusionForm({ run, candidate }: ExclusionFormProps) {
  const { tpHidden } = candidate.effect;
  const { end } = useExcludeStore((state) => state.actions);
  const owner = usePreferencesStore((state) => state.owner);
  const { setOwner } = usePreferencesStore((state) => state.actions);
  const [refusal, setRefusal] = useState<{ readonly message: string; readonly needsReason: boolean }>();
  const warning = useId();
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const field = (name: string): string => String(fields.get(name) ?? '').trim();
    const tags = Object.fromEntries(
      ['owner', 'ticket', 'expires', 'reason'].map((tag) => [tag, field(tag)]).filter(([, value]) => value !== ''),
    );
    try {
      setOwner(field('owner'));
      await addExclusion(run, candidate.conditions, { name: field('name'), description: '', tags });
      end();
    } catch (error) {
      const { code, message } = asWorkerError(error);
      setRefusal({ message, needsReason: code === 'reason-needed' });
      if (code === 'reason-needed') form.querySelector<HTMLInputElement>('[name="reason"]')?.focus();
    }
  };
  return (
    <form className={styles.form} aria-label="Exclusion" onSubmit={(event) => void submit(event)}>
      {tpHidden > 0 && (
        <p id={warning} className={styles.warning}>
          ! It hides {countOf(tpHidden, 'row')} labelled TP: say why, or choose another.
        </p>
      )}
      <Field label="Name" name="name" value={candidate.name} />
      <label className={styles.field}>
        <span>Reason{tpHidden > 0 && ' (needed)'}</span>
        <input
          name="reason"
          aria-invalid={refusal?.needsReason === true}
          aria-describedby={tpHidden > 0 ? warning : undefined}
          onChange={() => setRefusal(undefined)}
        />
      </label>
      <div className={styles.pair}>
        <Field label="Owner" name="owner" value={owner} />
        <Field label="Ticket" name="ticket" value="" />
        <Field label="Expires" name="expires" value="" type="date" />
      </div>
      <div className={styles.end}>
        {refusal && (
          <p className={styles.warning} role="alert">
            Not added: {withoutFullStop(refusal.message)}.
          </p>
        )}
        <div className={styles.buttons}>
          <Button kind="primary" type="submit">
            Add exclusion
          </Button>
          <Button onClick={end}>Cancel</Button>
        </div>
      </div>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly type?: 'text' | 'date';
}

function Field({ label, name, value, type = 'text' }: FieldProps) {
  return (
    <label className={styles.field}>
      <span>{label}</span>
      <input name={name} type={type} defaultValue={value} autoComplete="off" />
    </label>
  );
}
