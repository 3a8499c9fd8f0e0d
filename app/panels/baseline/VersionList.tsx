import { Pin, RotateCcw, Trash2 } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useMemo } from 'react';
import { Button, IconButton } from '../../components/Button.tsx';
import { formatMoment } from '../../components/format.ts';
import { dropVersion, pinText, renameVersion, restoreVersion } from '../../stores/review/edit-versions.ts';
import { allVersions, chooseVersion } from '../../stores/review/pinned-version.ts';
import { useRuleStore } from '../../stores/rule/rule-store.ts';
import { type KeptVersion, shippedVersion, useVersionsStore } from '../../stores/rule/versions-store.ts';
import styles from './VersionList.module.css';

/** The kept versions of the rule: choose the one to compare with, rename, restore or drop one; keep the text as another. */
export function VersionList({ pinned }: { readonly pinned: string }) {
  const versions = useVersionsStore((state) => state.versions);
  const shipped = useRuleStore((state) => state.rule?.shippedSegments);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the shipped text is one of the versions.
  const all = useMemo(() => allVersions({ versions }), [versions, shipped]);
  const keep = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const name = String(new FormData(form).get('name') ?? '').trim();
    pinText(name || `Version ${versions.length + 1}`);
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
  const { id, name, savedAt } = version;
  const isShipped = id === shippedVersion;
  return (
    <li className={styles.version} data-pinned={isPinned}>
      <label className={styles.choose}>
        <input type="radio" name="baseline" checked={isPinned} onChange={() => chooseVersion(id)} />
        <span className="visually-hidden">Compare with {name}</span>
      </label>
      {isShipped ? (
        <span className={styles.name}>{name}</span>
      ) : (
        <input
          key={name}
          className={styles.name}
          aria-label={`Name of ${name}`}
          defaultValue={name}
          onBlur={(event) => {
            renameVersion(version, event.target.value);
            if (event.target.value.trim() === '') event.target.value = name;
          }}
          onKeyDown={endNaming}
        />
      )}
      <span className={styles.time}>{savedAt && formatMoment(savedAt)}</span>
      <IconButton label={`Restore ${name}`} onClick={() => restoreVersion(version)}>
        <RotateCcw size={14} aria-hidden />
      </IconButton>
      <IconButton label={`Drop ${name}`} disabled={isShipped} onClick={() => dropVersion(version)}>
        <Trash2 size={14} aria-hidden />
      </IconButton>
    </li>
  );
}

/** Enter takes the name, Escape leaves the former one. */
function endNaming({ key, currentTarget }: KeyboardEvent<HTMLInputElement>): void {
  if (key === 'Escape') currentTarget.value = currentTarget.defaultValue;
  if (key === 'Escape' || key === 'Enter') currentTarget.blur();
}
