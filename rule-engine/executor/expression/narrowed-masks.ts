import type { Bound } from './bound.ts';
import type { Frame } from './domain.ts';
import { constantMask, type Mask } from './mask.ts';
import type { MaskSource } from './masks.ts';
import { asBitmap, positionsOf } from './row-set.ts';

/** Masks of a frame, seen among some of its rows alone. */
export class NarrowedMasks implements MaskSource {
  private readonly masks: MaskSource;
  private readonly frame: Frame;
  private readonly positions: Uint32Array;
  private readonly narrow = new Map<Bound, Mask>();

  /** @param positions rows of `frame`, ascending: bit `i` of the masks is `positions[i]` */
  constructor(masks: MaskSource, frame: Frame, positions: Uint32Array) {
    this.masks = masks;
    this.frame = frame;
    this.positions = positions;
  }

  async mask(bound: Bound): Promise<Mask> {
    return this.known(bound) ?? this.keep(bound, await this.masks.mask(bound, this.frame));
  }

  known(bound: Bound): Mask | undefined {
    const narrow = this.narrow.get(bound);
    if (narrow !== undefined) return narrow;
    if (bound.kind === 'constant') return constantMask(bound.value as boolean | null, this.positions.length);
    const whole = this.masks.known(bound, this.frame);
    return whole && this.keep(bound, whole);
  }

  private keep(bound: Bound, whole: Mask): Mask {
    const { positions } = this;
    const { length } = positions;
    const isNull = whole.null && asBitmap(positionsOf(whole.null, positions), length);
    const mask: Mask = {
      length,
      true: positionsOf(whole.true, positions),
      null: isNull === undefined || isNull.isEmpty() ? undefined : isNull,
    };
    this.narrow.set(bound, mask);
    return mask;
  }
}
