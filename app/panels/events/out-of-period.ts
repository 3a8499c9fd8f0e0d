import type { SourceReport } from '../../../rule-engine/index.ts';

const minute = 60_000;

/** The newest event of a source, ISO 8601; undefined where its rows have no time. */
export function newestEvent(source: Pick<SourceReport, 'tables'>): string | undefined {
  const ends = source.tables.flatMap(({ rows, timeRange }) => (rows > 0 && timeRange ? [timeRange[1]] : []));
  return ends.reduce<string | undefined>(
    (newest, end) => (newest === undefined || end > newest ? end : newest),
    undefined,
  );
}

/** True when all of a source's events are older than what a rule looks back on. `period` in minutes. */
export function endsBeforePeriod(source: Pick<SourceReport, 'tables'>, now: string, period: number): boolean {
  const newest = newestEvent(source);
  return newest !== undefined && Date.parse(newest) < Date.parse(now) - period * minute;
}

/** `24 h`, `90 min`, `7 d`: a period in minutes, in the largest unit that has no fraction and says little enough. */
export function periodText(minutes: number): string {
  if (minutes % 1440 === 0 && minutes > 1440) return `${minutes / 1440} d`;
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}
