import { lazy, Suspense } from 'react';
import type { Segments } from '../../rule-engine/index.ts';
import { Message } from '../components/Message.tsx';

const TextDiff = lazy(async () => {
  const { TextDiff } = await import('./TextDiff.tsx');
  return { default: TextDiff };
});

/** The rule's text beside an older one. Monaco comes with it when it is first shown. */
export function LazyTextDiff({ before }: { readonly before: Segments }) {
  return (
    <Suspense fallback={<Message kind="loading">Opening the comparison…</Message>}>
      <TextDiff before={before} />
    </Suspense>
  );
}
