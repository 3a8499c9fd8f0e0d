import type { ReactNode } from 'react';

/** A text in which what stands between backticks is code. */
export function TickedText({ text }: { readonly text: string }): ReactNode {
  return text.split('`').map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place.
    index % 2 === 1 ? <code key={index}>{piece}</code> : piece,
  );
}
