import { MemoryBlock } from '../../webassembly/memory-block.ts';
import type { WebAssemblyModule } from '../../webassembly/module.ts';
import type { RowSink } from '../reader.ts';

/** Objects with more fields are not for the SIMD scan. */
const MOST_FIELDS = 512;
/** Bytes that a scan may read past a name's end. */
const PADDING = 8;

interface KnownField {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly id: number;
}

/** The fields of JSON lines in the order in which their objects name them, as the scan in WebAssembly reads them. */
export class FieldOrder {
  private readonly module: WebAssemblyModule;
  private fields: KnownField[] = [];
  private block: MemoryBlock | undefined;
  private fieldIds = new Int32Array(0);

  constructor(module: WebAssemblyModule) {
    this.module = module;
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
    return { names, kinds: names + 8 + 8 * this.fields.length };
  }

  release(): void {
    this.block?.release();
    this.block = undefined;
  }

  /** Two pointers, then a pair of pointer and length a name, a word of kinds a name, and the names' bytes. */
  private write(): void {
    const { fields } = this;
    const textStart = 8 + 12 * fields.length;
    const textLength = fields.reduce((total, { bytes }) => total + bytes.length + PADDING, 0);
    this.release();
    const block = new MemoryBlock(this.module, textStart + textLength);
    this.block = block;
    const bytes = block.bytes();
    const words = new Uint32Array(bytes.buffer, block.pointer, textStart / 4);
    words[0] = block.pointer + 8;
    words[1] = this.pointers.kinds;
    let at = textStart;
    for (const [i, { bytes: name }] of fields.entries()) {
      words[2 + 2 * i] = block.pointer + at;
      words[3 + 2 * i] = name.length;
      bytes.set(name, at);
      at += name.length + PADDING;
    }
    this.fieldIds = Int32Array.from(fields, ({ id }) => id);
  }
}
