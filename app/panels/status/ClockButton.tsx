import { Clock } from 'lucide-react';
import { useRef, useState } from 'react';
import type { EvaluationClock } from '../../../rule-engine/index.ts';
import { formatMoment } from '../../components/format.ts';
import { Popover } from '../../components/Popover.tsx';
import { loadedRows, useEventsStore } from '../../stores/events/events-store.ts';
import { useClockStore } from '../../stores/rule/clock-store.ts';
import styles from './StatusBar.module.css';

const kindTitles: Readonly<Record<EvaluationClock['kind'], string>> = {
  newest: 'newest event',
  wall: 'wall clock',
  at: 'set time',
};

/** What `ago()` and `now()` read, always on screen; press it to change it. */
export function ClockButton({ now }: { readonly now: string | undefined }) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [open, setOpen] = useState(false);
  const clock = useClockStore((state) => state.clock);
  const hasEvents = useEventsStore((state) => loadedRows(state) > 0);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className={styles.clock}
        aria-haspopup="dialog"
        aria-expanded={open}
        title="What ago() and now() read"
        onClick={() => setOpen(!open)}
      >
        <Clock size={13} aria-hidden />
        now() is {now ? `${formatMoment(now)} UTC` : 'not known yet'},{' '}
        {hasEvents || clock.kind !== 'newest' ? kindTitles[clock.kind] : 'no event to take it from'}
      </button>
      {open && (
        <Popover anchor={anchor} label="Evaluation clock" onClose={() => setOpen(false)}>
          <ClockForm now={now} />
        </Popover>
      )}
    </>
  );
}

function ClockForm({ now }: { readonly now: string | undefined }) {
  const clock = useClockStore((state) => state.clock);
  const { set } = useClockStore((state) => state.actions);
  const [time, setTime] = useState(clock.kind === 'at' ? clock.iso : (now?.slice(0, 19).concat('Z') ?? ''));
  const isValid = isoMoment(time) !== undefined;
  const setAt = (text: string): void => {
    setTime(text);
    const iso = isoMoment(text);
    if (iso) set({ kind: 'at', iso });
  };
  return (
    <fieldset className={styles.form} style={{ border: 0, margin: 0 }}>
      <legend className="visually-hidden">Evaluation clock</legend>
      <p>The time that ago() and now() read in the rule.</p>
      <Choice kind="newest" title="The newest loaded event" checked={clock.kind === 'newest'} onChoose={set} />
      <Choice kind="wall" title="This machine’s clock" checked={clock.kind === 'wall'} onChoose={set} />
      <div className={styles.option}>
        <input
          type="radio"
          name="clock"
          aria-label="A time that you set"
          checked={clock.kind === 'at'}
          onChange={() => setAt(time)}
        />
        <input
          className={styles.time}
          aria-label="Time in UTC, ISO 8601"
          aria-invalid={!isValid}
          placeholder="2026-03-01T12:00:00Z"
          value={time}
          onChange={(event) => setAt(event.target.value)}
        />
      </div>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly kind: 'newest' | 'wall';
  readonly title: string;
  readonly checked: boolean;
  readonly onChoose: (clock: EvaluationClock) => void;
}

function Choice({ kind, title, checked, onChoose }: ChoiceProps) {
  return (
    <label className={styles.option}>
      <input type="radio" name="clock" checked={checked} onChange={() => onChoose({ kind })} />
      {title}
    </label>
  );
}

/** The text as a moment in UTC, when it is one: `2026-03-01`, `2026-03-01 12:00`, `2026-03-01T12:00:00.5Z`. */
function isoMoment(text: string): string | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,7})?)?))?Z?$/.exec(text.trim());
  if (!parts) return undefined;
  const time = parts[2] ?? '00:00:00';
  const iso = `${parts[1]}T${time.length === 5 ? `${time}:00` : time}Z`;
  return Number.isNaN(Date.parse(iso)) ? undefined : iso;
}
