import { type KeyboardEvent, useMemo, useState } from 'react';
import { Dialog } from '../../components/Dialog.tsx';
import styles from './CommandPalette.module.css';
import { type CommandScreens, commands, matchingCommands } from './commands.ts';

interface CommandPaletteProps {
  readonly onClose: () => void;
  readonly screens: CommandScreens;
}

/** Every command by a few letters of its name. */
export function CommandPalette({ onClose, screens }: CommandPaletteProps) {
  const all = useMemo(() => commands(screens), [screens]);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const found = matchingCommands(all, text);
  const at = Math.min(active, found.length - 1);
  const run = (index: number): void => {
    onClose();
    found[index]?.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: found.length - 1 }[event.key];
    if (event.key === 'Enter') run(at);
    else if (to === undefined || found.length === 0) return;
    else {
      const next = (to + found.length) % found.length;
      setActive(next);
      document.getElementById(`command-${next}`)?.scrollIntoView({ block: 'nearest' });
    }
    event.preventDefault();
  };
  return (
    <Dialog label="Commands" onClose={onClose}>
      <input
        className={styles.input}
        role="combobox"
        aria-label="Command"
        aria-expanded
        aria-controls="commands"
        aria-activedescendant={found.length > 0 ? `command-${at}` : undefined}
        placeholder="Type a command"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="commands" role="listbox" aria-label="Commands" className={styles.list}>
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the focus and takes the keys.
          <div
            key={`${command.group} ${command.title}`}
            id={`command-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.option}
            onPointerMove={() => setActive(index)}
            onClick={() => run(index)}
          >
            <span className={styles.group}>{command.group}</span>
            {command.title}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles.none}>No command has these words: try fewer letters.</p>}
    </Dialog>
  );
}
