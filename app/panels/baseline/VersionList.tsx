import { Pin, RotateCcw, Trash2 } from 'lucide-react';
import { type FormEvent, useMemo } from 'react';
import { Button, IconButton } from '../../components/Button.tsx';
import { formatMoment } from '../../components/format.ts';
import { allVersions, type KeptVersion, shippedVersion, useBaselineStore } from '../../stores/baseline-store.ts';
import { useRuleStore } from '../../stores/rule-store.ts';
import styles from './VersionList.module.css';

/** The kept versions of the rule: choose the one to compare with, rename, restore or drop one; keep the text as another. */
export function VersionList({ pinned }: { readonly pinned: string }) {
  const versions = useBaselineStore((state) => state.versions);
  const shipped = useRuleStore((state) => state.rule?.shippedSegments);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shipped text is one of the versions.
  const all = useMemo(() => allVersions({ versions }), [versions, shipped]);
  const { pin } = useBaselineStore((state) => state.actions);
  const keep = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name') ?? '').trim();
    pin(name || `Version ${versions.length + 1}`);
    form.reset();
  };
  return (
    <div className={styles.versions}>
      <form className={styles.keep} onSubmit={keep}>
        <input
          name="name"
          aria-label="Name of the version"
          placeholder={`Version ${versions.length + 1}`}
          autoComplete="off"
        />
        <Button type="submit">
          <Pin size={13} aria-hidden />
          Pin this text
        </Button>
      </form>
      <ul className={styles.list} aria-label="Versions">
        {all.map((version) => (
          <VersionEntry key={version.id} version={version} isPinned={version.id === pinned} />
        ))}
      </ul>
    </div>
  );
}

function VersionEntry({ version, isPinned }: { readonly version: KeptVersion; readonly isPinned: boolean }) {
  const { choose, rename, restore, remove } = useBaselineStore((state) => state.actions);
  const { id, name, savedAt } = version;
  const isShipped = id === shippedVersion;
  return (
    <li className={styles.version} data-pinned={isPinned}>
      <label className={styles.choose}>
        <input type="radio" name="baseline" checked={isPinned} onChange={() => choose(id)} />
        <span className="visually-hidden">Compare with {name}</span>
      </label>
      {isShipped ? (
        <span className={styles.name}>{name}</span>
      ) : (
        <input
          className={styles.name}
          aria-label={`Name of ${name}`}
          value={name}
          onChange={(event) => rename(id, event.target.value)}
        />
      )}
      <span className={styles.time}>{savedAt && formatMoment(savedAt)}</span>
      <IconButton label={`Restore ${name}`} onClick={() => restore(id)}>
        <RotateCcw size={14} aria-hidden />
      </IconButton>
      <IconButton label={`Drop ${name}`} disabled={isShipped} onClick={() => remove(id)}>
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </li>
  );
}
