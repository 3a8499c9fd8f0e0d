import { MemoryBlock } from '../../webassembly/memory-block.ts';
import type { WebAssemblyModule } from '../../webassembly/module.ts';
import type { RowSink } from '../reader.ts';
import { CATEGORY_FIELD, categoryOf, EVENT_FIELD } from './streaming-envelope.ts';

/** Objects with more fields are not for the SIMD scan. */
const MOST_FIELDS = 512;
/** Bytes that a scan may read past a name's end. */
const PADDING = 8;

interface KnownField {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly id: number;
}

/** Words before the names: where they are, where their kinds are, and where what an envelope says is. */
const HEADER = 3;

/**
 * The fields of JSON lines in the order in which their objects name them, as the scan in WebAssembly reads them. The
 * objects may lie in envelopes that name a table.
 */
export class FieldOrder {
  private readonly module: WebAssemblyModule;
  /** What an envelope says besides the fields: the name of the event's field, that of the category's, and the category. */
  private readonly envelope: readonly Uint8Array[];
  private fields: KnownField[] = [];
  private block: MemoryBlock | undefined;
  private fieldIds = new Int32Array(0);

  /** @param table what the lines' envelopes name; undefined where the objects lie in none */
  constructor(module: WebAssemblyModule, table: string | undefined) {
    this.module = module;
    this.envelope =
      table === undefined ? [] : [EVENT_FIELD, CATEGORY_FIELD, new TextEncoder().encode(categoryOf(table))];
  }

  get size(): number {
    return this.fields.length;
  }

  /** The sink's ids of the fields, in order. */
  get ids(): Int32Array {
    return this.fieldIds;
  }

  /** Takes an object's fields, by name and in its order: what is not known yet goes behind the field before it. */
  learn(names: readonly string[], sink: RowSink): void {
    let place = 0;
    let changed = false;
    for (const name of names) {
      const known = this.fields.findIndex((field) => field.name === name);
      if (known >= 0) place = known + 1;
      else if (this.fields.length < MOST_FIELDS) {
        const bytes = new TextEncoder().encode(name);
        this.fields.splice(place++, 0, { name, bytes, id: sink.fieldId(bytes, 0, bytes.length) });
        changed = true;
      }
    }
    if (changed) this.write();
  }

  /** Where the names are, and the kinds that a scan notes: see `assembly/json-lines-scan.ts`. */
  get pointers(): { readonly names: number; readonly kinds: number } {
    const names = this.block?.pointer ?? 0;
    return { names, kinds: names + 4 * HEADER + 8 * this.fields.length };
  }

  release(): void {
    this.block?.release();
    this.block = undefined;
  }

  /** The header, a pair of pointer and length a name, a word of kinds a name, the envelope's pairs, and the texts' bytes. */
  private write(): void {
    const { fields, envelope } = this;
    const envelopeStart = 4 * HEADER + 12 * fields.length;
    const textStart = envelopeStart + 8 * envelope.length;
    const texts = [...fields.map((field) => field.bytes), ...envelope];
    this.release();
    const block = new MemoryBlock(
      this.module,
      texts.reduce((total, { length }) => total + length + PADDING, textStart),
    );
    this.block = block;
    const bytes = block.bytes();
    const words = new Uint32Array(bytes.buffer, block.pointer, textStart / 4);
    words[0] = block.pointer + 4 * HEADER;
    words[1] = this.pointers.kinds;
    words[2] = envelope.length === 0 ? 0 : block.pointer + envelopeStart;
    let at = textStart;
    for (const [i, text] of texts.entries()) {
      const pair = HEADER + 2 * i + (i < fields.length ? 0 : fields.length);
      words[pair] = block.pointer + at;
      words[pair + 1] = text.length;
      bytes.set(text, at);
      at += text.length + PADDING;
    }
    this.fieldIds = Int32Array.from(fields, ({ id }) => id);
  }
}
