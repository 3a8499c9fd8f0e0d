import type { editor } from '../monaco/monaco.ts';
import type { FlowLine } from './flow.ts';

const HEIGHT = 16;

/** The strips above pipeline steps. A strip stays while its step does; only its text changes with the counts. */
export class FlowZones {
  private readonly shown: editor.ICodeEditor;
  private zones: { readonly id: string; readonly line: number; readonly node: HTMLElement }[] = [];
  private lineCount = 0;

  constructor(shown: editor.ICodeEditor) {
    this.shown = shown;
  }

  /** Monaco drops all strips when an editor gets another model. */
  forget(): void {
    this.zones = [];
    this.lineCount = 0;
  }

  show(lines: readonly FlowLine[]): void {
    const lineCount = this.shown.getModel()?.getLineCount() ?? 0;
    const isSame =
      lineCount === this.lineCount &&
      lines.length === this.zones.length &&
      lines.every(({ line }, index) => line === this.zones[index].line);
    if (!isSame) this.place(lines);
    this.lineCount = lineCount;
    lines.forEach((line, index) => {
      fill(this.zones[index].node, line);
    });
  }

  private place(lines: readonly FlowLine[]): void {
    this.shown.changeViewZones((accessor) => {
      for (const { id } of this.zones) accessor.removeZone(id);
      this.zones = lines.map(({ line }, index) => {
        const node = this.zones[index]?.node ?? document.createElement('div');
        const id = accessor.addZone({ afterLineNumber: line - 1, heightInPx: HEIGHT, domNode: node, ordinal: 1 });
        return { id, line, node };
      });
    });
  }
}

function fill(node: HTMLElement, { label, share }: FlowLine): void {
  node.className = 'flow';
  if (node.dataset.label === label) return;
  node.dataset.label = label;
  const text = document.createElement('span');
  text.textContent = label;
  const bar = document.createElement('span');
  bar.className = 'flow-bar';
  bar.style.setProperty('--share', String(share ?? 0));
  node.replaceChildren(...(label === '' ? [] : [bar, text]));
}
