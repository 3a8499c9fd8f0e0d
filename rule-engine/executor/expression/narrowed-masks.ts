import { Bitmap } from '../../columnar/bitmap.ts';
import type { Bound } from './bound.ts';
import type { Frame } from './domain.ts';
import { constantMask, type Mask } from './mask.ts';
import type { MaskSource } from './masks.ts';
import type { RowSet } from './row-set.ts';

/** Masks of a frame, seen among some of its rows alone. */
export class NarrowedMasks implements MaskSource {
  private readonly masks: MaskSource;
  private readonly frame: Frame;
  private readonly positions: Uint32Array;
  private readonly known = new Map<Bound, Mask>();

  /** @param positions rows of `frame`, ascending: bit `i` of the masks is `positions[i]` */
  constructor(masks: MaskSource, frame: Frame, positions: Uint32Array) {
    this.masks = masks;
    this.frame = frame;
    this.positions = positions;
  }

  async mask(bound: Bound): Promise<Mask> {
    const known = this.known.get(bound);
    if (known !== undefined) return known;
    const mask = await this.narrowed(bound);
    this.known.set(bound, mask);
    return mask;
  }

  private async narrowed(bound: Bound): Promise<Mask> {
    const { length } = this.positions;
    if (bound.kind === 'constant') return constantMask(bound.value as boolean | null, length);
    const mask = await this.masks.mask(bound, this.frame);
    const isNull = mask.null === undefined ? undefined : this.narrow(mask.null);
    return { length, true: this.narrow(mask.true), null: isNull?.isEmpty() ? undefined : isNull };
  }

  private narrow(set: RowSet): Bitmap {
    const { positions } = this;
    const result = new Bitmap(positions.length);
    if (set instanceof Bitmap) {
      for (let i = 0; i < positions.length; i++) if (set.has(positions[i])) result.add(i);
      return result;
    }
    for (let i = 0, at = 0; i < positions.length && at < set.length; i++) {
      while (set[at] < positions[i]) at++;
      if (set[at] === positions[i]) result.add(i);
    }
    return result;
  }
}
