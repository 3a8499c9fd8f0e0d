import './styles/fonts.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { settledWithin } from './browser/settled-within.ts';

/** Milliseconds that the first picture waits at most. */
const patience = 100;

/**
 * Shows the page, however its start ends. Its first picture takes a tenth of a second, in which no file gets to the engine:
 * that comes before.
 */
export async function showPage(started: Promise<unknown>): Promise<void> {
  await settledWithin(started, patience);
  const root = document.getElementById('root');
  if (!root) return;
  startTransition(() =>
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
}
