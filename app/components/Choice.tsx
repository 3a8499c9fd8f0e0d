import { Button } from './Button.tsx';
import styles from './Choice.module.css';

interface ChoiceProps<Id extends string> {
  /** What is chosen, for a screen reader. */
  readonly legend: string;
  readonly options: readonly { readonly id: Id; readonly title: string }[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** A few buttons side by side, of which one is pressed. */
export function Choice<Id extends string>({ legend, options, selected, onSelect }: ChoiceProps<Id>) {
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{legend}</legend>
      {options.map(({ id, title }) => (
        <Button key={id} aria-pressed={id === selected} onClick={() => onSelect(id)}>
          {title}
        </Button>
      ))}
    </fieldset>
  );
}
