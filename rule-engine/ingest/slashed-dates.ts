import { eachLeaf } from '../mappings/field-path.ts';
import type { LogRecord } from '../readers/reader.ts';

const SLASHED = /^\s*(\d{1,2})\/(\d{1,2})\/\d{4}(,?\s+\d{1,2}:\d\d.*)?$/;
const MONTHS = 12;

/** How a source's dates such as `03/11/2026` are read: by those among its first records that have a number above 12. */
export class SlashedDates {
  /** True when the day comes first. */
  readonly dayFirst: boolean;
  private readonly isSaid: boolean;
  private wereRead = false;

  constructor(sample: readonly LogRecord[]) {
    let [days, months] = [0, 0];
    for (const { fields } of sample) {
      eachLeaf(fields, (_, value) => {
        const [, first, second] = (typeof value === 'string' ? SLASHED.exec(value) : null) ?? [];
        if (Number(first) > MONTHS) days++;
        else if (Number(second) > MONTHS) months++;
      });
    }
    this.dayFirst = days > 0 && months === 0;
    this.isSaid = days + months > 0;
  }

  /** Takes note of a time as it was written. */
  note(text: string): void {
    this.wereRead ||= SLASHED.test(text);
  }

  /** What was assumed of the dates that were read. */
  get assumption(): string | undefined {
    if (!this.wereRead || (this.isSaid && !this.dayFirst)) return undefined;
    return this.dayFirst
      ? 'Dates with slashes were read with the day first, since one of the first events says so'
      : 'Dates such as 03/11/2026 were read with the month first: none of the first events tells';
  }
}
