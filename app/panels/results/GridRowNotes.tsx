import type { ComponentProps, ReactNode } from 'react';
import { GridLiteralKinds } from './grid-literal-kinds.ts';
import { GridLabels, GridReasons } from './row-notes.ts';

interface GridRowNotesProps {
  readonly kinds: ComponentProps<typeof GridLiteralKinds>['value'];
  readonly labels: ComponentProps<typeof GridLabels>['value'];
  readonly reasons: ComponentProps<typeof GridReasons>['value'];
  readonly children: ReactNode;
}

/** What the cells below know besides their row: kinds of literals, labels, why a row nearly matched. */
export function GridRowNotes({ kinds, labels, reasons, children }: GridRowNotesProps) {
  return (
    <GridLiteralKinds value={kinds}>
      <GridLabels value={labels}>
        <GridReasons value={reasons}>{children}</GridReasons>
      </GridLabels>
    </GridLiteralKinds>
  );
}
