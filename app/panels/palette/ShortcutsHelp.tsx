import { Dialog } from '../../components/Dialog.tsx';
import styles from './CommandPalette.module.css';

const shortcuts: readonly (readonly [keys: readonly string[], what: string])[] = [
  [['Ctrl/Cmd', 'K'], 'Commands'],
  [['?'], 'This list'],
  [['F6'], 'Next part of the window'],
  [['Shift', 'F6'], 'The part before'],
  [['Ctrl', 'M'], 'Let Tab leave the editor, or indent in it again'],
  [['↑', '↓'], 'Move through the rows'],
  [['Shift', '↑ ↓'], 'Select rows'],
  [['Space'], 'Select the row'],
  [['Enter'], 'Open the row'],
  [['Escape'], 'Close the row, then clear the selection'],
  [['T', 'F', 'U'], 'Label the row or the selection: true positive, false positive, unsure'],
  [['X'], 'Clear the label'],
  [['E'], 'Exclude the row or the selection'],
  [['Ctrl/Cmd', 'C'], 'Copy the selected rows as CSV'],
  [['Shift', 'F10'], 'What can be done with the row'],
  [['Ctrl/Cmd', 'Z'], 'Undo the last edit, toggle or label'],
  [['Ctrl/Cmd', 'Shift', 'Z'], 'Do it again'],
  [['←', '→'], 'Scroll the columns'],
  [['Shift', 'press a header'], 'Sort by one more column'],
  [['Ctrl/Cmd', 'press a row'], 'Select one more row'],
];

/** What the keyboard does. */
export function ShortcutsHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog label="Keyboard shortcuts" onClose={onClose}>
      <div className={styles.help}>
        <h2>Keyboard shortcuts</h2>
        <dl className={styles.keys}>
          {shortcuts.map(([keys, what]) => (
            <div key={what} style={{ display: 'contents' }}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key} style={{ marginRight: 4 }}>
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Dialog>
  );
}
