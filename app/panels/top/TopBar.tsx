import { Command, Contrast } from 'lucide-react';
import { MenuButton } from '../../components/Menu.tsx';
import { useLater } from '../../components/use-later.ts';
import type { Theme } from '../../stores/preferences/preferences.ts';
import { usePreferencesStore } from '../../stores/preferences/preferences-store.ts';
import { isModified, useRuleStore } from '../../stores/rule/rule-store.ts';
import { Brand } from './Brand.tsx';
import styles from './TopBar.module.css';

const themeTitles: readonly (readonly [Theme, string])[] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['high-contrast', 'High contrast'],
];

/** The rule at hand, the command palette and the theme. */
export function TopBar({ onCommands }: { readonly onCommands: () => void }) {
  const rule = useRuleStore((state) => state.rule);
  const theme = usePreferencesStore((state) => state.theme);
  const { setTheme, showDock } = usePreferencesStore((state) => state.actions);
  return (
    <header className={styles.bar}>
      <h1 className={styles.brand}>
        <Brand />
        Penumbra
      </h1>
      {rule && (
        <button type="button" className={styles.rule} title="About this rule" onClick={() => showDock('rule')}>
          <span className={styles.title}>{rule.metadata.title}</span>
          {rule.metadata.techniques.map((technique) => (
            <span key={technique} className={styles.technique}>
              {technique}
            </span>
          ))}
          <EditedMark />
        </button>
      )}
      <button type="button" className={styles.commands} onClick={onCommands}>
        <Command size={13} aria-hidden />
        Commands
        <kbd>Ctrl K</kbd>
      </button>
      <MenuButton
        label="Theme"
        items={themeTitles.map(([id, title]) => ({
          kind: 'choice',
          title,
          checked: id === theme,
          run: () => setTheme(id),
        }))}
      >
        <Contrast size={16} aria-hidden />
      </MenuButton>
    </header>
  );
}

function EditedMark() {
  const modified = useLater(useRuleStore, isModified);
  return modified && <span className={styles.modified}>edited</span>;
}
